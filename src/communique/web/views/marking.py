"""A text and the places in it that count become pieces: plain, told of, chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from communique.records import Evidence, Flaw

Tone: TypeAlias = Literal["plain", "told", "chosen", "flaw", "cut"]
_WEIGHT: dict[Tone, int] = {"plain": 0, "told": 1, "flaw": 2, "chosen": 3, "cut": 4}
AROUND = 1200  # characters shown on both sides of chosen words where a long text is cut
LONG = 12_000  # characters from which a text beside others is cut


class Piece(msgspec.Struct, frozen=True):
    """Some words of a text, all of one tone; `is_first` marks the first chosen ones, to which a page scrolls.

    `told` are words that a fact rests on, `chosen` those of the facts asked for, `flaw` a damaged place, `cut` stands
    for words left out. `names` are those of the marks that begin here.
    """

    words: str
    tone: Tone = "plain"
    is_first: bool = False
    names: tuple[str, ...] = ()


class Mark(msgspec.Struct, frozen=True):
    """A place in a text, half-open, in code points; where several overlap the weightiest tone shows."""

    start: int
    end: int
    tone: Tone
    name: str | None = None


def marks_of(evidence: Iterable[Evidence], tone: Tone, *, in_title: bool = False) -> list[Mark]:
    """The places of evidence in the text, or in the title."""
    return [Mark(one.start, one.end, tone) for one in evidence if (one.where == "title") is in_title]


def flaw_marks(flaws: Iterable[Flaw], *, in_title: bool = False) -> list[Mark]:
    """The damaged places of the text, or of the title."""
    return [Mark(one.start, one.end, "flaw") for one in flaws if (one.where == "title") is in_title]


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The whole text in pieces: joined, their words are the text."""
    found = list(_joined(_toned(text, marks)))
    first = next((at for at, piece in enumerate(found) if piece.tone == "chosen"), None)
    if first is not None:
        found[first] = msgspec.structs.replace(found[first], is_first=True)
    return tuple(found)


def near_chosen(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a long text with what lies far from chosen words cut at the ends of lines; a short one whole."""
    if sum(len(piece.words) for piece in found) <= LONG or not any(piece.tone == "chosen" for piece in found):
        return tuple(found)
    chosen = [at for at, piece in enumerate(found) if piece.tone == "chosen"]
    kept: list[Piece] = []
    for at, piece in enumerate(found):
        if piece.tone == "chosen":
            kept.append(piece)
            continue
        before = _room(found, at, [one for one in chosen if one < at], step=-1)
        after = _room(found, at, [one for one in chosen if one > at], step=1)
        kept += _shortened(piece, before, after)
    return tuple(_joined(iter(kept)))


def _toned(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    bounds = sorted({0, len(text), *(at for mark in marks for at in (mark.start, mark.end) if 0 < at < len(text))})
    ordered, active, waiting = sorted(marks, key=lambda mark: mark.start), [], 0
    for start, end in zip(bounds, bounds[1:], strict=False):  # noqa: RUF007 - reads beside the bounds
        while waiting < len(ordered) and ordered[waiting].start <= start:
            active.append(ordered[waiting])
            waiting += 1
        active = [mark for mark in active if mark.end > start]
        tone: Tone = max((mark.tone for mark in active), key=_WEIGHT.__getitem__, default="plain")
        names = dict.fromkeys(mark.name for mark in active if mark.name and mark.start == start)
        yield Piece(text[start:end], tone, names=tuple(names))


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one tone as one piece, empty ones left out."""
    last: Piece | None = None
    for piece in found:
        if not piece.words:
            continue
        if last is not None and last.tone == piece.tone != "chosen" and not piece.names:
            words = "…" if piece.tone == "cut" else last.words + piece.words
            last = msgspec.structs.replace(last, words=words)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _room(found: Sequence[Piece], at: int, chosen: Sequence[int], *, step: int) -> int:
    """How many characters of piece `at` are near the chosen piece on one side; 0 where there is none."""
    if not chosen:
        return 0
    nearest = max(chosen) if step < 0 else min(chosen)
    between = found[nearest + 1 : at] if step < 0 else found[at + 1 : nearest]
    return max(0, AROUND - sum(len(piece.words) for piece in between))


def _shortened(piece: Piece, before: int, after: int) -> Iterator[Piece]:
    """The beginning of a piece that is near what stands before it, and the end near what stands after it."""
    if before + after >= len(piece.words):
        yield piece
        return
    head, tail = piece.words[:before], piece.words[len(piece.words) - after :] if after else ""
    yield Piece(head[: head.rfind("\n") + 1] or head, piece.tone)
    yield Piece("…", "cut")
    yield Piece(tail[tail.find("\n") + 1 :] if "\n" in tail else tail, piece.tone)
