"""A sentence → acts told by a noun of will or as a topic: "discussed their commitment to building it, and ways to"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import going_on
from communique.facts.commitment.impersonal import end_of, thing_done
from communique.facts.commitment.strengths import DEED
from communique.facts.commitment.subjects import Clause, Voices, clause_before
from communique.facts.commitment.unowned import Found
from communique.facts.commitment.verbs import following, mood_of, word_at
from communique.facts.speech.parties import party_of
from communique.facts.speech.speakers import governing, said_by
from communique.grammar import expression, lazy
from communique.mentions import Page, Sentence

HEADS = {  # whose strength a noun has
    "commit": "commitment", "pledge": "firm", "promise": "firm", "determ": "determined", "resolv": "determined",
}  # fmt: skip
THEIRS = lazy(  # what others are thanked for, hope for or speak of
    r"\b(?:appreciat|gratitude|grateful|thank|prais|commend|congratulat|applaud|welcom|condolence|that|which|who|hope"
    r"|if|whether|lack|despite|against|called|urged|test|question|doubt)\w*\b|\bsupport(?:ed|s|ing)? (?:for|of)? ?$"
)
TALKED = lazy(
    r"\b(?:(?:discuss|review|explor|consider|address|examin|cover|includ)(?:e?d|ing|e?s)\b"
    r"|(?:consult|spoke|talk|focus|exchang|conferr|compar|touch|centr|center)\w* (?:views |notes )?(?:on|about)\b"
    r"|took stock of\b)"
)
TOPICS = lazy(
    r"\b(?P<what>(?:(?:additional|further|new|concrete|possible|potential|practical|next|joint|ongoing|shared|collective"
    r"|continued|coordinated|international|global|diplomatic|u\.s\.|bilateral|multilateral|cooperative|recent|regional"
    r"|our|combined) )*"
    r"(?P<noun>ways|opportunities|options|avenues|possibilities|steps|measures|mechanisms)"
    r"(?: (?:by|of|from|between|in|for) [^,;.]{2,40}?| underway| forward)?) (?:in which )?to (?P<verb>[\w-]+)"
)
HOW = lazy(
    r"\b(?P<what>(?:ways (?:in which )?|how (?:best )?))"
    r"(?P<who>(?!that |which )(?:the |our |their )?[^\s,;.]+(?: [^\s,;.]+){0,3}?)"
    r" (?:can|could|may|might) (?:(?:further|also|best|better|more|together|\w+ly) )*(?P<verb>[\w-]+)"
)
AND_TO = lazy(
    r",? and (?:to )?(?:underscore|discuss|reaffirm|thank|congratulate|express|note|reiterate|emphasi[sz]e)\b"
)
THEN = lazy(r",? and (?:(?:also|then) )?(?:reviewed|discussed|agreed|noted|looked|underscored|reaffirmed|took|spoke)\b")
FAR = 260  # characters of the topics that follow one verb


def avowed_acts(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause]
) -> Iterator[Found]:
    """What a party is told to be committed, resolved or minded to do, and what it talked of doing."""
    text = sentence.shadow.text
    for hit in _avowed(book).finditer(text):
        codes = _owners(page, sentence, hit, told)
        if not codes or THEIRS.search(hit["between"]):
            continue
        head = book.by_id[HEADS.get(hit["noun"][:6], "readiness")]
        over = clause_before(told, hit.start() + 1)
        voice = said_by(page, sentence, governing(told, told.index(over), text)) if over else "author"
        follow = following(book).match(text, hit.end())
        at = follow.start("verb") if follow else hit.end()
        mood = mood_of(text, at, word_at(text, at), head, follow["prep"], book) if follow else ""
        if mood and word_at(text, at) not in book.words.never:
            yield from (Found(act, codes, voice, hit.start()) for act in going_on(text, at, head, mood, book))
        elif head.id == "commitment" and DEED.search(text, hit.end(), end := end_of(text, hit.end(), told, book)):
            yield thing_done(page, sentence, hit.start("noun"), end, head, codes)
    yield from _talked(page, sentence, voices, book, told)
    for hit in _to_support().finditer(text) if "support for" in text else ():
        over = clause_before(told, hit.start() + 1)
        if over is not None and over.codes:
            end = end_of(text, hit.end(), told, book)
            then = AND_TO.search(text, hit.end(), end)
            end = then.start() if then else end
            yield thing_done(page, sentence, hit.start("verb"), end, book.by_id["supports"], over.codes)


def _owners(page: Page, sentence: Sentence, hit: re.Match[str], told: Sequence[Clause]) -> tuple[str, ...]:
    """Whose will it is: that of the names before or behind its noun, else that of the clause's subject."""
    span = hit.span("of") if hit["of"] else hit.span("whose")
    named = [party_of(page, item) for item in sentence.shadow.items_in(*span)] if span != (-1, -1) else []
    codes = tuple(sorted({code for code in named if code}))
    over = clause_before(told, hit.start() + 1)
    return codes or (over.codes if over is not None else ())


def _talked(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause]
) -> Iterator[Found]:
    """What was no more than talked of: "discussed the war, trade and ways to end it"."""
    text = sentence.shadow.text
    ways = book.by_id["ways"]
    for talk in TALKED.finditer(text):
        over = clause_before(told, talk.start() + 1)
        if over is None or not over.codes or text.startswith("included", talk.start()):
            continue
        stop = end_of(text, talk.end(), told, book)
        hits = [*TOPICS.finditer(text, talk.end(), min(stop, talk.end() + FAR))]
        hits += [*HOW.finditer(text, talk.end(), min(stop, talk.end() + FAR))]
        for hit in sorted(hits, key=re.Match.start):
            near = sentence.shadow.items_in(max(0, hit.start() - len("x's ")), hit.end())
            others = any((code := party_of(page, item)) and code not in voices.parties for item in near)
            if hit["verb"] in book.bare and hit["verb"] not in book.words.never and not others:
                end, then = end_of(text, hit.end(), told, book), THEN.search(text, hit.end())
                end = min(end, then.start()) if then else end
                yield thing_done(page, sentence, hit.start("what"), end, ways, over.codes)


@cache
def _to_support() -> re.Pattern[str]:
    """Support as the purpose of a talk: "spoke with the president to express strong support for the port"."""
    names = f"[{LETTERS['person']}{LETTERS['country']}{LETTERS['pronoun']}]"
    return expression(
        r"\bto (?:also )?(?P<verb>(?:express|re-?affirm|affirm|underscore|convey|reiterate|voice|offer)"
        rf" (?:(?:the )?{names}(?:['’]s?)? |(?!appreciation|gratitude|thanks)[\w-]+ |the ){{0,4}}?"
        r"support for )(?!\w+ing\b)"
    )


@cache
def _avowed(book: CommitmentBook) -> re.Pattern[str]:
    names = f"[{LETTERS['person']}{LETTERS['country']}{LETTERS['demonym']}{LETTERS['body']}{LETTERS['group']}]"
    verbs = (
        r"(?:re-?)?affirm|reiterat|restat|underscor|underlin|express|emphasi[sz]|stress|confirm|convey|shar|discuss"
        r"|highlight|voic|renew|repeat|not|demonstrat|declar|stat|signal|recall|re-?commit|includ|re-?emphasi[sz]"
    )
    whose = rf"(?P<whose>(?:the )?{names}(?: and (?:the )?{names})?)(?:'s?|’s?)?"
    strong = "(?:(?:strong|firm|enduring|continued|unwavering|steadfast) )?"
    owner = rf"(?:{strong}(?:{whose}|their|{LETTERS['pronoun']}|its|the|an?|our|and) )"
    noun = (
        r"(?P<noun>commitments?|pledges?|promises?|determination|resolve|readiness|willingness|desire|intentions?|intent"
        r"|goals?|ambition|eagerness)"
    )
    return expression(
        rf"\b(?:{verbs})(?:e?d|e?s|ing|e)?\b(?! that)(?P<between>[^.;:]{{0,150}}?)[ ,]{owner}"
        rf"(?:(?!to\b|of\b|for\b|and\b)[\w-]+,? |and ){{0,4}}?{noun}"
        rf"(?P<of> (?:of|by|between) (?:the )?{names}(?:,? and (?:the )?{names})*)?(?= (?:to|of|in)\b)"
    )
