"""The visits of two countries become a drawing of time: those of the one above the line, those of the other below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from communique.analysis import days_between
from communique.records import MeetingFact
from communique.store import StoredFact
from communique.visits.days import span_of
from communique.visits.model import Visit
from communique.web import links
from communique.web.languages import Words
from communique.web.views.rows import guest_of

WIDTH, EDGE = 1000, 40  # units of the drawing, and what is left free at its sides
STEP = 17  # units between marks that stand over each other
NEAR = 15  # units within which two marks would touch
LABELLED = 12  # marks with their day beside them, where there are no more
AXIS = 30  # units that the line of years takes in the middle
SHAPES = ("state", "official", "official_working", "working")
"""Declared types with a mark of their own; all others share one."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One visit at its first day; `shape` names its mark, `status` how it is drawn."""

    x: float
    y: float
    shape: str
    status: str
    words: str
    address: str
    label: str | None
    label_y: float


class Met(msgspec.Struct, frozen=True):
    """A meeting of the two on no visit, on the line itself."""

    x: float
    words: str
    address: str


class Gap(msgspec.Struct, frozen=True):
    """The longest time between two visits, as a stretch of the line."""

    x: float
    width: float
    words: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing; `axis` is the height of the line, `shapes` those in use in words, `above` and `below` the ways."""

    height: int
    axis: int
    above: str
    below: str
    marks: tuple[Mark, ...]
    met: tuple[Met, ...]
    ticks: tuple[tuple[float, str], ...]
    gap: Gap | None
    shapes: tuple[tuple[str, str], ...]
    words: str


def timeline(
    visits: Sequence[Visit], meetings: Iterable[StoredFact], pair: tuple[str, str], words: Words
) -> Timeline | None:
    """The drawing of the dated visits between a pair; guests of the first stand above. None where none is dated."""
    dated = [one for one in visits if one.first_day and one.precision != "unknown"]
    met = [(day, one) for one in meetings if (day := _day_of(one)) is not None]
    days = [_ordinal(one.first_day) for one in dated] + [day for day, _ in met]
    if not dated:
        return None
    scale = _Scale(min(days), max(days))
    ways = [[one for one in dated if one.guest_country == code] for code in pair]
    heights = [_levels(way, scale) for way in ways]
    room = 2 * STEP if len(dated) <= LABELLED else STEP
    axis, below = (STEP * max(height.values(), default=0) + room + AXIS for height in heights)
    marks = [
        _mark(one, scale, axis, sign * (AXIS / 2 + STEP * (height[one.id] + 0.6)), words, len(dated) <= LABELLED)
        for way, height, sign in zip(ways, heights, (-1, 1), strict=True)
        for one in way
    ]
    names = [words.country(code) for code in pair]
    return Timeline(
        height=axis + below,
        axis=axis,
        above=words("dyad.way", guest=names[0], host=names[1]),
        below=words("dyad.way", guest=names[1], host=names[0]),
        marks=tuple(marks),
        met=tuple(_met(day, one, scale, words) for day, one in met),
        ticks=scale.ticks(),
        gap=_longest(dated, scale, words),
        shapes=_shapes(dated, words),
        words=words(
            "dyad.timeline_words",
            first=words.number(len(ways[0])),
            second=words.number(len(ways[1])),
            one=names[0],
            other=names[1],
        ),
    )


class _Scale:
    """Days to units across the drawing; a little of it is left free before the first and after the last day."""

    def __init__(self, first: int, last: int) -> None:
        margin = max(20, (last - first) // 40)
        self.first, self.last = first - margin, last + margin

    def __call__(self, day: int) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * (day - self.first) / (self.last - self.first), 1)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Januaries, or where all is within a few years quarters, at least 60 units apart."""
        first, last = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        if last - first <= 2:
            starts = [date(year, month, 1) for year in range(first, last + 1) for month in (1, 4, 7, 10)]
            found = [(day.toordinal(), str(day.year) if day.month == 1 else f"{day:%Y-%m}") for day in starts]
        else:
            every = next(gap for gap in (1, 2, 5, 10, 20, 25, 50, 100) if 15 * gap >= last - first)
            years = [year for year in range(first, last + 1) if year % every == 0]
            found = [(date(year, 1, 1).toordinal(), str(year)) for year in years]
        return tuple((self(day), label) for day, label in found if self.first <= day <= self.last)


def _levels(visits: Sequence[Visit], scale: _Scale) -> dict[str, int]:
    """How high each visit stands above the line so that no two marks touch, by id."""
    ends: list[float] = []
    levels: dict[str, int] = {}
    for one in sorted(visits, key=lambda one: (one.first_day or "", one.id)):
        x = scale(_ordinal(one.first_day))
        level = next((n for n, end in enumerate(ends) if x - end >= NEAR), len(ends))
        ends[level:] = [x, *ends[level + 1 :]]
        levels[one.id] = level
    return levels


def _mark(one: Visit, scale: _Scale, axis: int, off: float, words: Words, is_labelled: bool) -> Mark:
    kind = words.code("kind", one.kind) if one.kind else words("dyad.undeclared")
    status = words.code("status", one.status) if one.status in {"planned", "cancelled", "ongoing"} else None
    said = [words.dates(one), guest_of(one, words), kind, *filter(None, [status])]
    return Mark(
        x=scale(_ordinal(one.first_day)),
        y=round(axis + off, 1),
        shape=one.kind if one.kind in SHAPES else "other",
        status=one.status or "completed",
        words=" · ".join(said),
        address=links.visit(one.id),
        label=one.start if is_labelled else None,
        label_y=round(axis + off + (-11 if off < 0 else 20), 1),
    )


def _met(day: int, stored: StoredFact, scale: _Scale, words: Words) -> Met:
    fact = stored.fact
    assert isinstance(fact, MeetingFact)
    said = [words.day(fact.date), words("dyad.met"), *filter(None, [fact.venue])]
    return Met(scale(day), " · ".join(said), links.text(stored.document, fact.id))


def _longest(dated: Sequence[Visit], scale: _Scale, words: Words) -> Gap | None:
    held = sorted(
        (one for one in dated if one.status not in {"cancelled", "planned"}), key=lambda one: one.first_day or ""
    )
    gaps = [(found.least, one, two) for one, two in pairwise(held) if (found := days_between(one, two))]
    if len(gaps) < 2:
        return None
    days, one, two = max(gaps, key=lambda gap: gap[0])
    left, right = scale(_ordinal(one.last_day)), scale(_ordinal(two.first_day))
    return Gap(left, round(max(0.0, right - left), 1), words("dyad.longest", days=words("dyad.days", n=days)))


def _shapes(dated: Sequence[Visit], words: Words) -> tuple[tuple[str, str], ...]:
    used = {one.kind if one.kind in SHAPES else "other" for one in dated}
    named = [
        (shape, words.code("kind", shape) if shape != "other" else words("dyad.other_kind"))
        for shape in (*SHAPES, "other")
    ]
    return tuple(pair for pair in named if pair[0] in used)


def _day_of(stored: StoredFact) -> int | None:
    span = span_of(stored.fact.date) if isinstance(stored.fact, MeetingFact) else None
    return span.first if span is not None else None


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day or "").toordinal()
