"""Acts that no subject of their own takes on: lists under a head, sentences that go on, acts in the passive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook.commitment import CommitmentBook
from communique.facts.acts import Act, going_on
from communique.facts.speakers import said_by
from communique.facts.subjects import Clause, Voices
from communique.mentions import Page, Sentence

BULLET = re.compile(r"^(?:[-•*–·▪●○]|\(?\d{1,2}[.)]|\(?[a-z][.)]) *")
HEADING = re.compile(r"[A-Z][\w-]+ [A-Z][\w-]+ (?:[A-Z]|and |\d|-)")  # an item that only names its matter
ASIDE = re.compile(r"^(?P<name>(?:an?|the|this|joint|annual|regular) [^,;:]{3,80}), [^,;:]{3,90}, $")
NO_NAME = re.compile(
    r"\b(?:whether|if|where|not|will|would|said|says|say|how|why|when|until|what|has|have|is|are|was|were)\b"
)
IT_WAS = re.compile(
    r"\b[Ii]t (?:was|has been|had been) (?:also |further |\w+ly )?(?:agreed|decided|resolved) to (?!be\b)"
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


def passive_acts(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause],
    found: Sequence[Found], running: Running | None,
) -> Iterator[Found]:  # fmt: skip
    """Acts told without who does them, where the parties agree or say so, or their statement runs on."""
    text = sentence.shadow.text
    for hit in IT_WAS.finditer(text):
        if any(one.act.start <= hit.end() <= one.act.end for one in found):
            continue
        for act in going_on(text, hit.end(), book.by_id["agrees"], "verb", book):
            yield Found(act, voices.parties, said_by(page, sentence, None), hit.start())
    for hit in book.passive.finditer(text):
        if any(one.act.start <= hit.start() < one.act.end for one in found):
            continue
        over = next((c for c in reversed(told) if c.at < hit.start()), None)
        near = running is not None and sentence.index - running.index <= 1
        if over is not None and over.kind == "void":
            continue
        if not (over is not None or voices.joint or near) or (
            over is None and (hit["modal"] == "should" or (hit["modal"] == "would" and not voices.joint))
        ):
            continue
        if hit["modal"] == "should" and (over is None or over.head != "agrees"):
            continue
        start = max(
            text.rfind(mark, 0, hit.start()) + len(mark) if mark in text[: hit.start()] else 0
            for mark in ("that ", ", ", "; ", "• ", "- ", ": ")
        )
        aside = ASIDE.search(text, 0, hit.start()) if hit.start() - start < 3 else None
        if aside:  # "a dialogue, bringing ministers together, is to convene"
            start = aside.start("name")
        if (
            hit.start() - start < 3
            or NO_NAME.search(text, start, hit.start())
            or text.startswith(("and ", "it ", "this ", "they ", "which ", "he ", "who "), start)
        ):
            continue
        stop = book.stops.search(text, hit.end())
        end = stop.start() if stop else len(text.rstrip(" .,"))
        head = book.by_id["shall" if hit["modal"] == "shall" else "will"]
        yield Found(Act(start, end, hit.end(), head, "", True), voices.parties, said_by(page, sentence, over), start)


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
