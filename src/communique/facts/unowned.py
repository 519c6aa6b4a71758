"""Acts that no subject of their own takes on: lists under a head, sentences that go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.acts import Act, acts, going_on
from communique.facts.parties import party_of
from communique.facts.subjects import Clause
from communique.grammar import expression, lazy
from communique.mentions import Page, Sentence

BULLET = lazy(r"^(?:[-•*–·▪●○]|\(?\d{1,2}[.)]|\(?[a-z][.)]) *")
HEADING = lazy(
    r"[A-Z][\w-]+ [A-Z][\w-]+ (?:[A-Z]|and |\d|-)"
    r"|(?:[A-Z][\w-]*|of|on|and|the|for|in|to)(?: (?:[A-Z][\w-]*|of|on|and|the|for|in|to))*:"
)  # an item that only names its matter
OUTCOMES = lazy(  # what stands above a list of what came of a visit
    r"^(?:(?:list of|key|main|the|concrete|other) )*(?:outcomes|deliverables|decisions|announcements)\b[^.;]{0,80}:?$"
    r"|\bfollowing(?: (?:outcomes|measures|steps|initiatives|decisions|announcements|understandings|points))?:$"
)
NOMINAL = lazy(  # an act told by its noun: "Establishment of a bank"
    r"(?:the )?(?:joint |early |further )?(?:establishment|creation|launch|launching|extension|opening|expansion|start"
    r"|resumption|introduction|setting up|provision|strengthening|development|construction|doubling|formation|donation"
    r"|simplification|abolition|exchange|supply|training) of \w"
)
ITEM = lazy(rf"(?:the )?(?P<who>[{LETTERS['country']}{LETTERS['demonym']}])(?: side| government)? to (?P<verb>[\w-]+)")
SUBJECT = lazy(
    r"(?:[^:;.]{0,60}, )?(?:the |both |these )?(?:two |joint )?"
    rf"(?:[{LETTERS['group']}{LETTERS['office']}{LETTERS['person']}]|parties|sides"
    r"|leaders|governments|ministers)(?: (?:also|further|therefore|hereby))?:$"
)
SAYS = frozenset(("says",))
NEAR = 3  # sentences after its head within which a sentence without a subject goes on


class Running(msgspec.Struct):
    """The act before, which a list or a sentence without a subject goes on from."""

    index: int
    codes: tuple[str, ...]
    act: Act
    said_by: str
    opens: bool


class Found(msgspec.Struct):
    """An act of a sentence with who takes it on and who says so."""

    act: Act
    codes: tuple[str, ...]
    said_by: str
    before: int  # where its clause begins: what stands before it is its topic


def opened_list(
    sentence: Sentence, told: Sequence[Clause], parties: tuple[str, ...], book: CommitmentBook
) -> Running | None:
    """The head that a sentence ends in, for the list that follows it: "The parties intend to:"."""
    text = sentence.shadow.text
    if OUTCOMES.search(text):
        agreed = Act(0, 0, 0, book.by_id["agrees"], "", thing=False)
        return Running(sentence.index, parties, agreed, "author", opens=True)
    if SUBJECT.match(text):
        return Running(sentence.index, parties, Act(0, 0, 0, book.by_id["will"], "", thing=False), "author", opens=True)
    last = told[-1] if told else None
    if last is None or last.kind != "head" or not last.codes or not text.endswith((":", " to")):
        return None
    act = Act(last.at, last.at, last.at, book.by_id[last.head], "", thing=False)
    return Running(sentence.index, last.codes, act, "author", opens=True)


def is_item(page: Page, index: int) -> bool:
    """Whether the sentence of that number is marked as an item of a list."""
    start, end = page.spans[index]
    return BULLET.match(page.clean[start:end]) is not None


def further_acts(page: Page, sentence: Sentence, book: CommitmentBook, running: Running) -> Iterator[Found]:
    """The acts of a sentence or list item without a subject that goes on from the head before."""
    text = sentence.shadow.text
    mark = BULLET.match(text)
    at = mark.end() if mark else 0
    near = sentence.index - running.index
    if near > 1 and not (mark and near <= NEAR):
        return
    if not mark and not page.clean[sentence.start : sentence.start + 1].isupper():
        return
    if mark and running.opens:
        own = [Found(act, running.codes, running.said_by, 0) for act in acts(text, at, len(text), book, SAYS)]
        if own:  # "The parties: a) have decided to …"
            yield from own
            return
        yield from _told_by_noun(page, sentence, at, book, running)
    opening = _opening(book).match(text, at)
    if opening is None or (text[-1:] not in ".;" and not mark):
        return
    noun = mark and running.opens and NOMINAL.match(text, at)
    if noun or (opening["verb"] in book.words.nouns and text.startswith(",", opening.end())):
        return
    mood = "ing" if opening["verb"] in book.gerunds else "verb" if opening["verb"] in book.bare else ""
    if (
        not mood
        or (mood == "ing" and not (mark and running.opens))
        or HEADING.match(page.clean, sentence.shadow.offsets[at])
    ):
        return
    for act in going_on(text, opening.start("verb"), running.act.head, mood, book):
        yield Found(act, running.codes, running.said_by, 0)


def _told_by_noun(page: Page, sentence: Sentence, at: int, book: CommitmentBook, running: Running) -> Iterator[Found]:
    """The act of a list item that begins with its noun or with who does it: "Vesta to open a school"."""
    text = sentence.shadow.text
    named = ITEM.match(text, at)
    code = party_of(page, sentence.shadow.items_in(*named.span("who"))[0]) if named else None
    if named and code and named["verb"] in book.bare:
        for act in going_on(text, named.start("verb"), book.by_id["will"], "verb", book):
            yield Found(act, (code,), running.said_by, 0)
    elif NOMINAL.match(text, at):
        yield Found(_noun_act(text, at, len(text), book), running.codes, running.said_by, 0)


def listed(text: str, act: Act, book: CommitmentBook) -> Iterator[Act]:
    """The acts that a sentence lists behind "the following:", one between two semicolons each."""
    start = act.end + 1
    for piece in text[start:].split(";"):
        lead = len(piece) - len(piece.lstrip(" ").removeprefix("and "))
        at, end = start + lead, start + len(piece)
        start = end + 1
        if NOMINAL.match(text, at):
            yield _noun_act(text, at, end, book)
        elif text.startswith("to ", at):
            yield from going_on(text[:end], at + 3, act.head, "verb", book)


def _noun_act(text: str, at: int, end: int, book: CommitmentBook) -> Act:
    words = text[at:end].rstrip(" .,;").removesuffix(" and").rstrip(" ,;")
    return Act(at, at + len(words), at, book.by_id["agrees"], "", thing=True)


@cache
def _opening(book: CommitmentBook) -> re.Pattern[str]:
    """A verb at the head of a sentence or list item."""
    return expression(rf"(?:to )?{book.adverbs}(?P<verb>[\w-]+)")
