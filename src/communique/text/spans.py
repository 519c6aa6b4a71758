"""A day, a month, a year, or two ends → a closed span of days with its EDTF."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

_PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


class Span(msgspec.Struct, frozen=True):
    """A closed span of days, `first` to `last`, and how to write it.

    `edtf` is its first day, or the month, season or year in which it lies (`~` where the words are vaguer than
    that); `end` is the last day, month or year where the words give a range.
    """

    edtf: str
    end: str | None
    first: date
    last: date


def one_day(day: date) -> Span:
    """The span of a single day."""
    return Span(day.isoformat(), None, day, day)


def month_of(year: int, month: int, part: str | None = None) -> Span:
    """A whole month, or ten days of it (early, mid, late); months count on over the end of a year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = calendar.monthrange(year, month)[1]
    first, last = _PARTS_OF_MONTH.get(part or "", (1, days))
    mark = "~" if part in _PARTS_OF_MONTH else ""
    return Span(f"{year:04d}-{month:02d}{mark}", None, date(year, month, first), date(year, month, min(last, days)))


def year_of(year: int, part: str | None = None) -> Span:
    """A whole year, or four months of it: early, mid or late."""
    first, last = _PARTS_OF_YEAR.get(part or "", (1, 12))
    mark = "~" if part in _PARTS_OF_YEAR else ""
    return Span(f"{year:04d}{mark}", None, date(year, first, 1), month_of(year, last).last)


def between(first: Span, last: Span) -> Span:
    """From the start of one span to the end of another; ValueError where that lies before."""
    if last.last < first.first:
        raise ValueError("a range ends before it begins")
    return Span(first.edtf, last.edtf, first.first, last.last)


def within(first: date, last: date) -> Span:
    """Some day between two that are close: EDTF has the month of the first."""
    return Span(f"{first:%Y-%m}~", None, first, last)


def moved(base: date, unit: str | None, shift: int) -> Span:
    """A day, week, month or year so many units away; the larger the unit, the vaguer the span."""
    if unit in (None, "day"):
        return one_day(base + timedelta(days=shift))
    if unit == "month":
        return _vaguer(month_of(base.year, base.month + shift))
    if unit == "year":
        return _vaguer(year_of(base.year + shift))
    day = base + timedelta(weeks=shift)
    return within(day - timedelta(days=3), day + timedelta(days=3))


def _vaguer(span: Span) -> Span:
    return msgspec.structs.replace(span, edtf=f"{span.edtf}~")
