"""A sentence → acts of ministries, firms and other bodies: "the airlines shall fly", "Rosatom will build two units"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import acts
from communique.facts.commitment.passive import AGREED
from communique.facts.commitment.subject_patterns import ASIDE, PREPOSITION
from communique.facts.commitment.subjects import Clause, Voices, clause_before
from communique.facts.commitment.unowned import Found
from communique.facts.speech.speakers import said_by
from communique.grammar import any_of, expression, lazy
from communique.mentions import Page, Sentence

NAMED = f"(?:the )?(?:two |both )?[{LETTERS['country']}{LETTERS['group']}]"
OWN_WORD = (
    "undertook",
    "undertake",
    "agreed",
    "decided",
    "pledged",
    "have agreed",
    "have undertaken",
    "have pledged",
)  # told of bodies that are the parties'
SAID_AFTER = lazy(  # "Technical teams would meet, the minister said"
    rf", (?:[{LETTERS['person']}{LETTERS['pronoun']}{LETTERS['country']}]|the (?:\w+ )?(?:minister|ministry"
    r"|spokes\w+|statement|office|government)) (?:said|says|added|announced|told)\b"
)
SAYS_SO = frozenset(("says",))
VERBS = (  # of what such a body will do
    "will|shall|would|should|must|are to|is to|undertook|undertake|agreed|decided|pledged|intend"
    "|have (?:agreed|undertaken|pledged)"
    "|are (?:exploring|considering|studying|ready|willing|prepared|committed)"
)
ANY_VERB = lazy(rf" (?:{VERBS}) ")


def acts_of_others(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause],
    found: Sequence[Found],
) -> Iterator[Found]:  # fmt: skip
    """Acts of bodies without a country that a joint text, an agreement or a speaker tells of: all parties'."""
    text = sentence.shadow.text
    for hit in _others(book).finditer(text) if ANY_VERB.search(text) else ():
        before = next((n for n in range(len(told) - 1, -1, -1) if told[n].at < hit.start()), None)
        over = told[before] if before is not None else None
        agreed = AGREED.search(text, 0, hit.start("who")) is not None
        if _taken(hit, told, found) or not _is_many(page, sentence, hit):
            continue
        said = over is not None and over.kind == "says" and over.at <= hit.start("who")
        said = said or SAID_AFTER.search(text, hit.end()) is not None
        own = hit["modal"] in OWN_WORD
        if (over is not None and over.kind == "void") or not (
            voices.joint or agreed or said or own or hit["who"].startswith(("both ", "the two ", "officials"))
        ):
            continue
        under = frozenset(("says", "agrees") if agreed else ("says",))
        after = next((c.start for c in told if c.start > hit.end()), len(text))
        for act in acts(text, hit.start("modal"), after, book, under):
            yield Found(act, voices.parties, said_by(page, sentence, over), hit.start())


def acts_of_firms(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause],
    found: Sequence[Found],
) -> Iterator[Found]:  # fmt: skip
    """Acts of firms and agencies whose country is known and is a party: that country's."""
    text = sentence.shadow.text
    if not book.firm_cues.find_matches_as_indexes(text):
        return
    for hit in _firms(book).finditer(text):
        if _taken(hit, told, found) or PREPOSITION.search(text[max(0, hit.start() - 40) : hit.start()]):
            continue
        owners = {book.firms[name[0]] for name in _name(book).finditer(hit["who"])} & {*voices.parties}
        if not owners:
            continue
        over = clause_before(told, hit.start())
        after = next((c.start for c in told if c.start > hit.end()), len(text))
        voice = said_by(page, sentence, over if over is not None and over.kind == "says" else None)
        for act in acts(text, hit.end(), after, book, SAYS_SO):
            yield Found(act, tuple(sorted(owners)), voice, hit.start())


def _is_many(page: Page, sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a bare office is held by several: "Foreign ministers will"; true of all that is no bare office."""
    return len(hit["who"]) > 1 or page.clean[slice(*sentence.shadow.span(*hit.span("who")))].endswith("s")


def _taken(hit: re.Match[str], told: Sequence[Clause], found: Sequence[Found]) -> bool:
    """Whether an act there is read already, or a party's own clause begins there."""
    return any(one.act.start <= hit.end() <= one.act.end for one in found) or any(
        hit.start() <= clause.start < hit.end() for clause in told if clause.codes
    )


@cache
def _others(book: CommitmentBook) -> re.Pattern[str]:
    bodies = rf"(?:(?!and\b|to\b)[\w-]+ ){{0,3}}?(?:{book.words.actors}|{book.words.bodies})"
    bare = (
        r"(?:(?!and\b|to\b|the\b)[\w-]+ ){0,2}?(?:teams|officials|experts|agencies|ministers|ministries|negotiators"
        r"|authorities|working groups|engineers|scientists|companies|firms|airlines|universities)"
    )
    return expression(
        r"(?:^|\bthat |[,;] |\band |- |• )"
        rf"(?P<who>(?:the|both|all|these|respective|relevant|competent|neither|{LETTERS['pronoun']}) "
        rf"{bodies}(?: (?:of|in) {NAMED}| of [\w-]+(?:(?:,| and) [\w-]+){{0,2}}| concerned| involved)?"
        rf"|(?:(?<=\bthat )|(?<=\bsaid )|(?<=\band )|^)(?:[\w-]+ )?(?:{book.words.actors})"
        rf" (?:of|from|in) (?:the )?(?:two |both )?{LETTERS['group']}"
        rf"|(?:(?<=\bthat )|(?<=\bsaid )|^){bare}|(?:(?<=\bthat )|^){LETTERS['office']}"
        r"|(?:(?<=\bthat )|(?<=[;,] )|^)neither(?: side| party| country| of them)?)"
        rf"{ASIDE} {book.adverbs}(?P<modal>{VERBS})(?= )"
    )


@cache
def _name(book: CommitmentBook) -> re.Pattern[str]:
    return expression(any_of(book.firms))


@cache
def _firms(book: CommitmentBook) -> re.Pattern[str]:
    one = rf"(?:the )?{_name(book).pattern}(?: \([^()]{{2,20}}\))?"
    verb = r"(?:will|would|is to|are to|plans|agreed|pledged)"  # "Siemens Mobility will"
    more = rf"(?: \([^()]{{2,20}}\))?(?: [\w-]+(?= {verb}\b))?"
    return expression(
        rf"(?<![\w-])(?P<who>{one}(?: and (?:{one}|(?:[^ ,;.:]+ ){{0,3}}[^ ,;.:]+))?){more}{ASIDE}"
        rf" {book.adverbs}(?=[a-z])"
    )
