"""A date phrase, the day of the text and the tense → the days that it means, as EDTF."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, TypeAlias

import msgspec

from communique.text.dates import DateMention
from communique.text.spans import Span, between, month_of, moved, one_day, within, year_of

Tense: TypeAlias = Literal["past", "present", "future"]

AS_THIS = 5  # days ahead from which on a weekday is no longer called "this Friday"; it is the one just gone
JUST_PAST = 45  # days by which a plan's date may lie before its text: a plan that is told again


class _Now(msgspec.Struct, frozen=True):
    """What a phrase leans on; `today` is None where the text has no full date."""

    today: date | None
    tense: Tense | None
    anchor: date | None
    year: int | None


def resolve(
    mention: DateMention, *, published: str | None, tense: Tense | None, anchor: str | None, year: int | None
) -> Span | None:
    """The days that a date phrase means; None where they cannot be told, and for days that no calendar has.

    Args:
        mention: the phrase.
        published: the day of the text (ISO 8601), a month or a year where no more is known.
        tense: that of the phrase's verb. A day without a year is the latest one up to the day after the text for
            the past, the next one for the future, else the nearest.
        anchor: the day that the text spoke of last (EDTF), for "the next day" and "in May of that year".
        year: the year that the text itself gives, for a text without a date.
    """
    if year is None and published:
        year = int(published[:4])
    now = _Now(_day(published), tense, _day(anchor), year)
    if mention.told and now.anchor is None:
        return None
    try:
        return _RESOLVERS[mention.form](mention, now)
    except (ValueError, OverflowError):  # 30 February, or a year that the calendar does not reach
        return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text and len(text) >= len("2023-12-04") else None
    except ValueError:
        return None


def _said_year(mention: DateMention, now: _Now) -> int | None:
    if mention.told:
        return now.anchor.year + (mention.year_shift or 0) if now.anchor else None
    if mention.year_shift is not None and now.year is not None:
        return now.year + mention.year_shift
    return mention.year if mention.year is not None else mention.last_year


def _days(mention: DateMention, now: _Now) -> Span | None:
    month, day = mention.month or mention.last_month, mention.day
    if day is None:
        return None
    if month is None:
        return _days_of_month(mention, day, now)
    end_month = mention.last_month or month
    year = _said_year(mention, now)
    if year is None:
        year = _near_year(month, day, now) if now.today else now.year
    elif mention.year is None and end_month < month:
        year -= 1  # Dec. 30 to Jan. 2, 2023
    if year is None:
        return None
    first = one_day(date(year, month, day))
    if mention.last_day is None:
        return first
    end_year = mention.last_year or year + (end_month < month)
    return between(first, one_day(date(end_year, end_month, mention.last_day)))


def _days_of_month(mention: DateMention, day: int, now: _Now) -> Span | None:
    """The 4th, with no month: in the month spoken of, or the nearest month that fits the tense."""
    base = now.today if mention.unit == "month" else now.anchor or now.today
    if base is None:
        return None
    shift = mention.shift or 0
    if mention.unit is None and now.anchor is None and base.day != day:
        shift = {"past": -1 if day > base.day + 1 else 0, "future": 1 if day < base.day else 0}.get(now.tense or "", 0)
    month = month_of(base.year, base.month + shift).first
    first = month.replace(day=day)
    return between(one_day(first), one_day(month.replace(day=mention.last_day))) if mention.last_day else one_day(first)


def _near_year(month: int, day: int, now: _Now) -> int | None:
    """The year of a day without one: see `resolve`."""
    today = now.today
    if today is None:
        return None
    found = [
        date(year, month, day)
        for year in range(today.year - 1, today.year + 2)
        if day <= calendar.monthrange(year, month)[1]
    ]
    if now.tense == "past":
        found = [d for d in found if d <= today + timedelta(days=1)]
    elif now.tense == "future":
        found = [d for d in found if d >= today - timedelta(days=JUST_PAST)][:1]
    return min(found, key=lambda d: abs((d - today).days)).year if found else None


def _month(mention: DateMention, now: _Now) -> Span | None:
    month, today = mention.month, now.today
    if month is None:
        return None
    year = _said_year(mention, now)
    if year is None:
        year = _near_month(month, mention, today, now.tense) if today else now.year
    elif mention.year is None and mention.last_month is not None and mention.last_month < month:
        year -= 1
    if year is None:
        return None
    span = month_of(year, month, mention.part)
    if mention.last_month is None:
        return span
    return between(span, month_of(mention.last_year or year + (mention.last_month < month), mention.last_month))


def _near_month(month: int, mention: DateMention, today: date, tense: Tense | None) -> int:
    shift = mention.shift
    if shift == -1 or (shift is None and tense == "past"):
        return today.year if month <= today.month - (shift == -1) else today.year - 1
    if shift == 1 or (shift is None and tense == "future"):
        return today.year if month >= today.month + (shift == 1) else today.year + 1
    if shift == 0:
        return today.year
    return min((today.year, today.year - 1, today.year + 1), key=lambda y: abs((date(y, month, 15) - today).days))


def _season(mention: DateMention, now: _Now) -> Span | None:
    """Northern seasons by whole months: spring is March to May; a winter is named by the year it begins in."""
    if mention.season is None:
        return None
    year = _said_year(mention, now)
    month = 3 * (mention.season - 20)
    if year is None:
        if now.year is None:
            return None
        year = now.year
        if mention.shift and now.today:  # "last summer" is the latest that is over, "next" the first to come
            ended, to_come = now.today.month > month + 2, now.today.month < month
            year += mention.shift if not (ended if mention.shift < 0 else to_come) else 0
    mark = "~" if mention.part else ""
    return Span(f"{year:04d}-{mention.season}{mark}", None, date(year, month, 1), month_of(year, month + 2).last)


def _year(mention: DateMention, now: _Now) -> Span | None:
    if mention.year is None:
        return None
    span = year_of(mention.year, mention.part)
    return span if mention.last_year is None else between(span, year_of(mention.last_year))


def _weekday(mention: DateMention, now: _Now) -> Span | None:
    today, weekday = now.today, mention.weekday
    if today is None or weekday is None:
        return None
    ahead, back = (weekday - today.weekday()) % 7, (today.weekday() - weekday) % 7
    if mention.unit == "week":
        day = _monday(today, mention.shift or 0) + timedelta(days=weekday)
    elif mention.shift == 1:
        day = today + timedelta(days=ahead or 7)
    elif mention.shift == -1:
        day = today - timedelta(days=back or 7)
    elif now.tense == "future" or (now.tense != "past" and ahead < (back if mention.shift is None else AS_THIS)):
        day = today + timedelta(days=ahead)
    else:
        day = today - timedelta(days=back)
    if mention.last_weekday is None:
        return one_day(day)
    last = day + timedelta(days=(mention.last_weekday - weekday) % 7)
    if last > today and now.tense == "past":
        day, last = day - timedelta(days=7), last - timedelta(days=7)
    return between(one_day(day), one_day(last))


def _monday(today: date, weeks: int) -> date:
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)


def _relative(mention: DateMention, now: _Now) -> Span | None:
    shift, today = mention.shift or 0, now.today
    if mention.unit == "year" and now.year is not None:
        return _cut(year_of(now.year + shift, mention.part), mention, today)
    if today is None:
        return None
    if mention.unit == "day":
        return one_day(today + timedelta(days=shift))
    if mention.unit == "month":
        return _cut(month_of(today.year, today.month + shift, mention.part), mention, today)
    first = _monday(today, shift) + timedelta(days=5 if mention.unit == "weekend" else 0)
    return _cut(within(first, _monday(today, shift) + timedelta(days=6)), mention, today)


def _cut(span: Span, mention: DateMention, today: date | None) -> Span:
    """A period that goes on, up to the text's day for "earlier this month", from it on for "later this month"."""
    if today is not None and span.first <= today <= span.last:
        if mention.part == "before":
            return msgspec.structs.replace(span, last=today)
        if mention.part == "after":
            return msgspec.structs.replace(span, first=today)
    return span


def _ago(mention: DateMention, now: _Now) -> Span | None:
    return moved(now.today, mention.unit, mention.shift or 0) if now.today else None


def _ahead(mention: DateMention, now: _Now) -> Span | None:
    return _ago(mention, now) if now.tense == "future" else None


def _later(mention: DateMention, now: _Now) -> Span | None:
    return moved(now.anchor, mention.unit, mention.shift or 0) if now.anchor else None


_RESOLVERS: dict[str, Callable[[DateMention, _Now], Span | None]] = {
    "days": _days,
    "month": _month,
    "season": _season,
    "year": _year,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
    "ahead": _ahead,
    "later": _later,
}
