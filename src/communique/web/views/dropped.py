"""A text that was dropped becomes its brief: what it states under the four questions, beside the marked text."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.publish.wording import fitted, joined
from communique.records import AnyFact, Document, Reading, VisitFact, to_json
from communique.web import links
from communique.web.languages import Words
from communique.web.settings import ReadText
from communique.web.views.marking import Mark, Piece, flaw_marks, pieces
from communique.web.views.words import fact_line

HEADING = 80  # characters of the first line that stand for a headline
_QUESTIONS = {
    "time": ("visit",),
    "level": ("protocol",),
    "content": ("relationship", "meeting", "agreement", "stance", "commitment"),
    "conclusion": ("assessment",),
}


class Line(msgspec.Struct, frozen=True):
    """A fact in one line of English, its words, and the place of these in the text shown."""

    words: str
    quote: str
    place: str
    is_background: bool


class Answer(msgspec.Struct, frozen=True):
    """What a text states on one of the four questions."""

    title: str
    groups: tuple[tuple[str, tuple[Line, ...]], ...]


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A text that was read: `known` is its page if the record holds it, `sent` what is sent back to keep it."""

    id: str
    heading: str
    published: str | None
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    language: str | None
    answers: tuple[Answer, ...]
    dyads: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    known: str | None
    sent: str


def brief_of(one: ReadText, *, is_known: bool, words: Words) -> Brief:
    """The brief of a text."""
    document, reading = one.document, one.reading
    marks = [
        Mark(piece.start, piece.end, "told", f"w-{fact.id}" if piece is fact.evidence[0] else None)
        for fact in reading.facts
        for piece in fact.evidence
        if piece.where is None
    ]
    return Brief(
        id=reading.document.id,
        heading=document.title or fitted(document.text.strip().splitlines()[0], HEADING),
        published=words.day(document.published) if document.published else None,
        title=pieces(document.title or "", _title_marks(reading)),
        text=pieces(document.text, [*marks, *flaw_marks(reading.flaws)]),
        language=reading.document.language,
        answers=tuple(told for key in _QUESTIONS if (told := _answer(key, reading.facts, words)).groups),
        dyads=tuple(_dyads(reading, words).items()),
        gaps=tuple(dict.fromkeys(gap.reason for gap in reading.gaps if gap.of is None)),
        known=links.text(reading.document.id) if is_known else None,
        sent=to_json(document).decode(),
    )


def document_of(sent: str) -> Document:
    """The text that was sent back to be kept. Raises: msgspec.DecodeError: it is none."""
    return msgspec.json.decode(sent, type=Document)


def _title_marks(reading: Reading) -> list[Mark]:
    told = [
        Mark(piece.start, piece.end, "told", f"w-{fact.id}" if piece is fact.evidence[0] else None)
        for fact in reading.facts
        for piece in fact.evidence
        if piece.where == "title"
    ]
    return [*told, *flaw_marks(reading.flaws, in_title=True)]


def _answer(key: str, facts: Sequence[AnyFact], words: Words) -> Answer:
    groups = []
    for kind in _QUESTIONS[key]:
        lines = tuple(_line(fact, words) for fact in facts if fact.__struct_config__.tag == kind)
        if lines:
            groups.append((words.code("fact", kind), lines))
    return Answer(words(f"visit.section.{key}"), tuple(groups))


def _line(fact: AnyFact, words: Words) -> Line:
    quote = " ".join(joined(fact.evidence).split())
    background = isinstance(fact, VisitFact) and fact.mention == "background"
    return Line(fact_line(fact, words), quote, f"#w-{fact.id}", background)


def _dyads(reading: Reading, words: Words) -> dict[str, str]:
    """The pages of the two countries of each visit that the text is about, by name."""
    found = {}
    for fact in reading.facts:
        if isinstance(fact, VisitFact) and fact.mention == "main" and fact.guest_country and fact.host_country:
            name = f"{words.country(fact.guest_country)} – {words.country(fact.host_country)}"
            found[name] = links.dyad(fact.guest_country, fact.host_country)
    return found
