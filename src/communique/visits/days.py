"""An EDTF date becomes the span of calendar days that it may mean, with its precision."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from communique.visits.model import Precision

_LAST = date.max.toordinal()
SEASONS = range(21, 25)  # where a month stands (EDTF): spring to winter
_PART = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)")


class Span(NamedTuple):
    """Closed span of days as proleptic ordinals (`date.toordinal`); `approximate` where the text says "about"."""

    first: int
    last: int
    precision: Precision
    approximate: bool = False


@lru_cache(maxsize=65536)
def span_of(edtf: str | None) -> Span | None:
    """The days a date may mean, without widening for "about"; None if it is unknown or no date.

    An interval runs from its first day to its last, and has the coarser precision of its two ends; of a
    half-open one the known end is taken.

    >>> span = span_of("2023-02")
    >>> date.fromordinal(span.last).isoformat(), span.precision
    ('2023-02-28', 'month')
    """
    if not edtf:
        return None
    left, _, right = edtf.partition("/")
    one, two = _part(left), _part(right)
    if one is None or two is None:
        return one or two
    if two.last < one.first:
        return one
    coarse = max(one, two, key=lambda span: ("day", "month", "year").index(span.precision)).precision
    return Span(one.first, two.last, coarse, one.approximate or two.approximate)


def _part(text: str) -> Span | None:
    found = _PART.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(group) if group and group != "XX" else None for group in found.group(1, 2, 3))
    about = bool(found.group(4))
    if not year or month == 0 or day == 0:
        return None
    if month in SEASONS and day is None:  # which months it has depends on the hemisphere
        month = None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return Span(first.toordinal(), first.toordinal(), "day", about)
    if month is not None:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return Span(first.toordinal(), last.toordinal(), "month", about)
    return Span(first.toordinal(), date(year, 12, 31).toordinal(), "year", about)


def iso(ordinal: int) -> str:
    """The ISO day of an ordinal; of one beyond the calendar its first or last day."""
    return date.fromordinal(min(max(ordinal, 1), _LAST)).isoformat()
