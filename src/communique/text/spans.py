"""A date phrase, the day of the text and the tense → the days that it means, as EDTF."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal, TypeAlias

import msgspec

from communique.text.dates import DateMention

Tense: TypeAlias = Literal["past", "present", "future"]


class Span(msgspec.Struct, frozen=True):
    """A closed span of days. `edtf` is its first day, month or year; `end` its last day where the words give a range."""

    edtf: str
    end: str | None
    first: date
    last: date


def resolve(
    mention: DateMention, *, published: str | None, tense: Tense | None, anchor: str | None, year: int | None
) -> Span | None:
    """The days that a date phrase means; None where they cannot be told.

    Args:
        mention: the phrase.
        published: the day of the text (ISO 8601), a month or a year where no more is known.
        tense: that of the phrase's verb: the past looks back from the text's day, the future ahead.
        anchor: the day that the text spoke of last, for "the next day".
        year: the year that the text itself gives, for a text without a date.
    """
    today = _day(published)
    if year is None and published:
        year = int(published[:4])
    if mention.form == "days":
        return _days(mention, today, tense, year)
    if mention.form == "month":
        return _month(mention, today, tense, year)
    if mention.form == "year":
        return _whole(int(mention.year or 0), None, "~" if mention.part else "")
    if mention.form == "day_after":
        base = _day(anchor)
        return _one(base + timedelta(days=mention.shift or 0)) if base else None
    if mention.form == "relative" and mention.unit == "year" and year is not None:
        return _whole(year + (mention.shift or 0), None, "~" if mention.part else "")
    if today is None:
        return None
    if mention.form == "weekday":
        return _one(_weekday(mention, today, tense))
    if mention.form == "ago":
        return _ago(mention, today)
    return _relative(mention, today)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text and len(text) >= len("2023-12-04") else None
    except ValueError:
        return None


def _one(day: date) -> Span:
    return Span(day.isoformat(), None, day, day)


def _whole(year: int, month: int | None, mark: str = "") -> Span | None:
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return Span(f"{year:04d}{mark}", None, date(year, 1, 1), date(year, 12, 31))
    last = calendar.monthrange(year, month)[1]
    return Span(f"{year:04d}-{month:02d}{mark}", None, date(year, month, 1), date(year, month, last))


def _days(mention: DateMention, today: date | None, tense: Tense | None, year: int | None) -> Span | None:
    said = _said_year(mention, year)
    month, day = mention.month, mention.day
    if month is None or day is None:
        return None
    if said is None:
        said = _near_year(month, day, today, tense) if today else year
    if said is None:
        return None
    try:
        first = date(said, month, day)
        if mention.last_day is None:
            return _one(first)
        last = date(mention.last_year or said, mention.last_month or month, mention.last_day)
        if last < first:
            last = last.replace(year=last.year + 1)
    except ValueError:
        return None
    return Span(first.isoformat(), last.isoformat(), first, last)


def _said_year(mention: DateMention, year: int | None) -> int | None:
    if mention.year is not None:
        return mention.year
    if mention.year_shift is not None and year is not None:
        return year + mention.year_shift
    return None


def _near_year(month: int, day: int, today: date, tense: Tense | None) -> int | None:
    """The year in which a day without one lies: back from the text's day in the past, ahead in the future, else near."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if tense == "past":
        found = [d for d in found if d <= today + timedelta(days=1)]
    elif tense == "future":
        found = [d for d in found if d >= today - timedelta(days=45)]
        return found[0].year if found else None
    return min(found, key=lambda d: abs((d - today).days)).year if found else None


def _month(mention: DateMention, today: date | None, tense: Tense | None, year: int | None) -> Span | None:
    month = mention.month
    if month is None:
        return None
    said = _said_year(mention, year)
    if said is None and today is not None:
        if mention.shift == -1 or (mention.shift is None and tense == "past"):
            said = today.year if month <= today.month - (mention.shift == -1) else today.year - 1
        elif mention.shift == 1 or (mention.shift is None and tense == "future"):
            said = today.year if month >= today.month + (mention.shift == 1) else today.year + 1
        else:
            said = _near_year(month, 15, today, None)
    if said is None:
        said = year
    return _whole(said, month, "~" if mention.part else "") if said is not None else None


def _weekday(mention: DateMention, today: date, tense: Tense | None) -> date:
    ahead = (int(mention.weekday or 0) - today.weekday()) % 7
    back = (today.weekday() - int(mention.weekday or 0)) % 7
    if mention.shift == 1:
        return today + timedelta(days=ahead or 7)
    if mention.shift == -1:
        return today - timedelta(days=back or 7)
    if tense == "future":
        return today + timedelta(days=ahead)
    if tense == "past" or back <= ahead:
        return today - timedelta(days=back)
    return today + timedelta(days=ahead)


def _ago(mention: DateMention, today: date) -> Span | None:
    shift = int(mention.shift or 0)
    if mention.unit == "day":
        return _one(today + timedelta(days=shift))
    if mention.unit == "week":
        day = today + timedelta(weeks=shift)
        return Span(f"{day:%Y-%m}~", None, day - timedelta(days=3), day + timedelta(days=3))
    if mention.unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        return _whole(months // 12, months % 12 + 1, "~")
    return _whole(today.year + shift, None, "~")


def _relative(mention: DateMention, today: date) -> Span | None:
    shift = int(mention.shift or 0)
    if mention.unit == "day":
        return _one(today + timedelta(days=shift))
    if mention.unit in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        first = monday if mention.unit == "week" else monday + timedelta(days=5)
        last = monday + timedelta(days=6)
        return Span(f"{first:%Y-%m}~", None, first, last)
    if mention.unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        return _whole(months // 12, months % 12 + 1, "~" if mention.part else "")
    return _whole(today.year + shift, None)
