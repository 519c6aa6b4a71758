"""Acts that no subject of their own takes on: lists under a head, sentences that go on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import Act
from communique.facts.commitment.subjects import Clause
from communique.grammar import lazy
from communique.mentions import Page, Sentence

BULLET = lazy(r"^(?:[-•*–·▪●○]|\(?\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{1,6})[.)]|\([A-Z]\)) *")
NUMBER = lazy(r"(?:^|[:;] )\(?(?:[ivx]{1,6}|\d{1,2}|[A-Za-z])[.)]$")  # it stands alone before its item
VERBS = {  # what opens a list of decisions, under which head its items count
    "intends": ("intend", "intends", "intended", "plan"),
    "firm": ("undertake", "undertakes", "undertook", "committed", "commit", "pledged", "pledge"),
    "determined": ("determined",),
    "agrees": ("agree", "agreed", "agrees", "decide", "decided", "resolve", "resolved", "concurred"),
}
DECIDED = lazy(
    rf"\b(?P<verb>{'|'.join(word for words in VERBS.values() for word in words)})\b(?: (?:to|on|upon))?"
    r"(?: (?:as follows|the following|this|these|in particular|inter alia|among other things|notably"
    r"|(?:two|three|four|five|six|several) (?:points|things|steps|measures))\b[^.;:]{0,40})?:$"
)
OUTCOMES = lazy(  # what stands above a list of what came of a visit
    r"^(?:(?:list of|key|main|the|concrete|other) )*(?:outcomes|deliverables|decisions|announcements)\b[^.;]{0,80}:?$"
    r"|\bfollowing(?: (?:outcomes|measures|steps|initiatives|decisions|announcements|understandings|points))?:$"
)
SUBJECT = lazy(
    r"(?:[^:;.]{0,60}, )?(?:the |both |these )?(?:two |joint )?"
    rf"(?:[{LETTERS['group']}{LETTERS['office']}{LETTERS['person']}]|parties|sides"
    r"|leaders|governments|ministers)(?: (?:also|further|therefore|hereby))?:$"
)
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
    text = NUMBER.sub("", sentence.shadow.text).rstrip()
    text = f"{text}:" if text != sentence.shadow.text and not text.endswith(":") else text
    return opened_by(text, sentence.index, told, parties, book)


def opened_by(
    text: str, index: int, told: Sequence[Clause], parties: tuple[str, ...], book: CommitmentBook
) -> Running | None:
    """The head that some words end in, for the list that follows them, with the clauses that they hold."""
    decided, last = DECIDED.search(text), told[-1] if told else None
    codes = last.codes if last is not None and last.codes else parties
    if decided is not None or OUTCOMES.search(text) or SUBJECT.match(text):
        head = "agrees" if decided is None else next(key for key, words in VERBS.items() if decided["verb"] in words)
        head = "will" if SUBJECT.match(text) else head
        return Running(index, codes, Act(0, 0, 0, book.by_id[head], "", thing=False), "author", opens=True)
    if last is None or last.kind != "head" or not last.codes or not text.endswith((":", " to")):
        return None
    act = Act(last.at, last.at, last.at, book.by_id[last.head], "", thing=False)
    return Running(index, last.codes, act, "author", opens=True)


def is_item(page: Page, index: int) -> bool:
    """Whether the sentence of that number is marked as an item of a list."""
    start, end = page.spans[index]
    return BULLET.match(page.clean[start:end]) is not None or is_numbered(page, index)


def is_numbered(page: Page, index: int) -> bool:
    """Whether the number of an item stands alone before it."""
    return index > 0 and NUMBER.search(page.clean[slice(*page.spans[index - 1])]) is not None
