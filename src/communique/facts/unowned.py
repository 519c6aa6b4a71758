"""Acts that no subject of their own takes on: lists under a head, sentences that go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook.commitment import CommitmentBook
from communique.facts.acts import Act, going_on
from communique.facts.subjects import Clause
from communique.grammar import lazy
from communique.mentions import Page, Sentence

BULLET = lazy(r"^(?:[-•*–·▪●○]|\(?\d{1,2}[.)]|\(?[a-z][.)]) *")
HEADING = lazy(r"[A-Z][\w-]+ [A-Z][\w-]+ (?:[A-Z]|and |\d|-)")  # an item that only names its matter
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


def opened_list(sentence: Sentence, told: Sequence[Clause], book: CommitmentBook) -> Running | None:
    """The head that a sentence ends in, for the list that follows it: "The parties intend to:"."""
    last = told[-1] if told else None
    if last is None or last.kind != "head" or not last.codes or not sentence.shadow.text.endswith((":", " to")):
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
    opening = re.compile(rf"(?:to )?{book.adverbs}(?P<verb>[\w-]+)").match(text, at)
    if opening is None or (text[-1:] not in ".;" and not mark):
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
