"""An item of a list under a head, or a sentence that goes on from one → its acts: "a) to build it; b) closer ties"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import Act, acts, going_on
from communique.facts.commitment.past_asides import part_of
from communique.facts.commitment.subjects import Clause
from communique.facts.commitment.unowned import BULLET, NEAR, Found, Running, is_numbered, opened_by
from communique.facts.commitment.verbs import word_at
from communique.facts.speech.parties import party_of
from communique.grammar import expression, lazy
from communique.mentions import Page, Sentence

HEADING = lazy(
    r"[A-Z][\w-]+ [A-Z][\w-]+ (?:[A-Z]|and |\d|-)"
    r"|(?:[A-Z][\w-]*|of|on|and|the|for|in|to)(?: (?:[A-Z][\w-]*|of|on|and|the|for|in|to))*:"
)  # an item that only names its matter
NOMINAL = lazy(  # an act told by its noun: "Establishment of a bank"
    r"(?:the )?(?:joint |early |further )?(?:establishment|creation|launch|launching|extension|opening|expansion|start"
    r"|resumption|introduction|setting up|provision|strengthening|development|construction|doubling|formation|donation"
    r"|simplification|abolition|exchange|supply|training) of \w"
)
WHO = lazy(  # an item that says who is to do what: "the two navies to chart the strait"
    r"(?P<who>[^;:.]{3,120}?),? to (?:(?:also|\w+ly) )?(?P<verb>[\w-]+)"
)
NEXT_WHO = lazy(r",? and (?P<who>[^,;:.]{3,80}?) to (?P<verb>[\w-]+)")
NOUN = lazy(  # an item that begins with the noun of an act: "closer contacts among the ports"
    r"(?:(?:the|an?|early|further|joint|greater|closer|more|regular|continued|mutual|increased|enhanced|new|prompt"
    r"|swift|full|fuller|long-term|annual|wider|better|stronger|direct|two-way|reciprocal)[ ,]+)*"
    r"(?:[\w-]{3,}(?:tion|sion|ment|ance|ence|ings?|als?|ions|ments)|start|launch|increase|growth|support|use|traffic"
    r"|exchanges?|review|supply|visits|contacts|exercises|talks|programmes?|plans?|work|stud(?:y|ies)|release|access"
    r"|reform|return|visas?|flights|scholarships|calls|end|lease|purchase|sale|loan|grant|transfer|fund|centre|center)\b"
)
PAPER = lazy(
    r"(?:(?:the|an?|joint|framework|new) )*(?:memorand\w+|mou\b|agreements?|treaty|protocol|convention|declaration"
    r"|statement|letter|contract|deal|accord|programme of cooperation)\b"
)
FINITE = lazy(r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|may|must)\b")
ITEM = lazy(rf"(?:the )?(?P<who>[{LETTERS['country']}{LETTERS['demonym']}])(?: side| government)? to (?P<verb>[\w-]+)")
SAYS = frozenset(("says",))
TOPICS = lazy(  # what is counted up is no act
    r"\b(?:pillars|areas|fields|sectors|priorities|topics|themes|principles|issues|questions|matters|subjects|chapters)\b"
    r"[^:;]{0,40}$"
)
PARTED = lazy(r";(?: and)? ")
MARK = lazy(r"\(?(?:[ivx]{1,6}|\d{1,2}|[a-z])[.)] ")


def further_acts(page: Page, sentence: Sentence, book: CommitmentBook, running: Running) -> Iterator[Found]:
    """The acts of a sentence or list item without a subject that goes on from the head before."""
    text = sentence.shadow.text
    mark = BULLET.match(text)
    at = mark.end() if mark else 0
    marked = mark is not None or is_numbered(page, sentence.index)
    near = sentence.index - running.index
    if near > 1 and not (marked and near <= NEAR):
        return
    if not marked and not page.clean[sentence.start : sentence.start + 1].isupper():
        return
    if marked and running.opens:
        yield from _of_item(page, sentence, at, book, running)
        return
    opening = _opening(book).match(text, at)
    if opening is None or (text[-1:] not in ".;" and not marked):
        return
    if opening["verb"] in book.gerunds or HEADING.match(page.clean, sentence.shadow.offsets[at]):
        return
    yield from _opened(text, opening, book, running)


def _opened(text: str, opening: re.Match[str], book: CommitmentBook, running: Running) -> Iterator[Found]:
    """The acts of words that begin with the verb of one."""
    verb = opening["verb"]
    if verb in book.words.nouns and text.startswith(",", opening.end()):
        return
    mood = "ing" if verb in book.gerunds else "verb" if verb in book.bare else ""
    told = running.act.head.id in ("done", "announces")  # what was launched: its parts are agreed
    head = book.by_id["agrees"] if told else running.act.head
    for act in going_on(text, opening.start("verb"), head, mood, book) if mood else ():
        yield Found(act, running.codes, running.said_by, 0)


def _of_item(
    page: Page, sentence: Sentence, at: int, book: CommitmentBook, running: Running, *, inline: bool = False
) -> Iterator[Found]:
    """The acts of an item of a list: by a head of its own, by a noun, by who does them, else by its verb."""
    text = sentence.shadow.text
    own = [Found(act, running.codes, running.said_by, 0) for act in acts(text, at, len(text), book, SAYS)]
    if own:  # "The parties: a) have decided to …"
        yield from own
        return
    nouns = list(_told_by_noun(page, sentence, at, book, running, inline=inline))
    opening = _opening(book).match(text, at)
    if nouns or opening is None:
        yield from nouns
    elif not NOMINAL.match(text, at) and not HEADING.match(page.clean, sentence.shadow.offsets[at]):
        yield from _opened(text, opening, book, running)


def inline_acts(
    page: Page, sentence: Sentence, told: Sequence[Clause], parties: tuple[str, ...], book: CommitmentBook
) -> list[Found]:
    """The acts of a list within a sentence: "agreed on the following: (a) …; (b) …", "intend: to …; to …"."""
    text = sentence.shadow.text
    colon = text.find(": ")
    ends = [hit.end() for hit in PARTED.finditer(text, colon)] if colon > 0 else []
    if not ends or TOPICS.search(text, 0, colon):
        return []
    before = [clause for clause in told if clause.at < colon]
    running = opened_by(text[: colon + 1], sentence.index, before, parties, book)
    found: list[Found] = []
    for start, end in itertools.pairwise([colon + len(": "), *ends, len(text)]) if running is not None else ():
        piece = part_of(sentence, start, end)
        mark = MARK.match(piece.shadow.text)
        for one in _of_item(page, piece, mark.end() if mark else 0, book, running, inline=True) if running else ():
            act = one.act
            moved = Act(act.start + start, act.end + start, act.verb + start, act.head, act.chain, act.thing)
            found.append(Found(moved, one.codes, one.said_by, start))
    return found


def _told_by_noun(
    page: Page, sentence: Sentence, at: int, book: CommitmentBook, running: Running, *, inline: bool
) -> Iterator[Found]:
    """The act of a list item that begins with its noun or with who does it: "Vesta to open a school"."""
    text = sentence.shadow.text
    named = ITEM.match(text, at)
    code = party_of(page, sentence.shadow.items_in(*named.span("who"))[0]) if named else None
    if named and code and named["verb"] in book.bare:
        for act in going_on(text, named.start("verb"), book.by_id["will"], "verb", book):
            yield Found(act, (code,), running.said_by, 0)
    elif NOMINAL.match(text, at):
        yield Found(_noun_act(text, at, len(text), book), running.codes, running.said_by, 0)
    elif not FINITE.search(text, at) and running.act.head.listed and (inline or text[-1:] in ";.,"):
        yield from _by_another(page, sentence, at, book, running)


def _by_another(page: Page, sentence: Sentence, at: int, book: CommitmentBook, running: Running) -> Iterator[Found]:
    """What a list item gives others to do, "the navies to chart the strait", or names by a noun: "closer contacts"."""
    text = sentence.shadow.text
    first = word_at(text, at)
    if first in book.bare or first in book.gerunds or first == "to" or PAPER.match(text, at):
        return
    starts = [at] if (who := WHO.match(text, at)) and _does(who, book) else []
    starts += [hit.start("who") for hit in NEXT_WHO.finditer(text, at) if _does(hit, book)] if starts else []
    if not starts and NOUN.match(text, at):
        starts = [at]
    for start, end in itertools.pairwise([*starts, len(text)]):
        named = [
            code for item in sentence.shadow.items_in(start, start + len("the x")) if (code := party_of(page, item))
        ]
        yield Found(_noun_act(text, start, end, book), tuple(named) or running.codes, running.said_by, 0)


def _does(hit: re.Match[str], book: CommitmentBook) -> bool:
    """Whether what somebody is to do in a list item is an act."""
    return hit["verb"] in book.bare or hit["verb"] in ("be", *book.words.runs, "sit")


def _noun_act(text: str, at: int, end: int, book: CommitmentBook) -> Act:
    words = text[at:end].rstrip(" .,;").removesuffix(" and").rstrip(" ,;")
    return Act(at, at + len(words), at, book.by_id["agrees"], "", thing=True)


@cache
def _opening(book: CommitmentBook) -> re.Pattern[str]:
    """A verb at the head of a sentence or list item."""
    return expression(rf"(?:to )?{book.adverbs}(?P<verb>[\w-]+)")
