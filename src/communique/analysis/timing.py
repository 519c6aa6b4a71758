"""A visit and the other visits of its dyad become its place in time: gaps, number in the year, notice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from communique.visits.build import SUDDEN, is_sudden
from communique.visits.days import span_of
from communique.visits.model import Precision, Visit
from communique.visits.telling import ABOUT_DAYS, fold, names_agree

_GRAINS: tuple[Precision, ...] = ("day", "month", "year", "unknown")


class Interval(msgspec.Struct, frozen=True):
    """The days between two visits, from the last day of the earlier to the first day of the later.

    `least` and `most` are both included; they are equal where both visits are dated to the day. `precision` is that
    of the vaguer of the two dates.
    """

    visit: str
    least: int
    most: int
    precision: Precision

    @property
    def is_exact(self) -> bool:
        """Both dates are known to the day."""
        return self.least == self.most


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """When a visit was, against the others. None where the record cannot tell.

    The three intervals go back to the last visit of this guest to this host country, of anybody from the guest's
    country, and of anybody the other way round. `number_in_year` counts this guest's visits to this country that the
    record holds, this one included; `stated_number` is what the texts say. `lead_days` run from the announcement to the
    first day.
    """

    visit: str
    since_guest: Interval | None = None
    since_same_way: Interval | None = None
    since_other_way: Interval | None = None
    number_in_year: int | None = None
    stated_number: int | None = None
    notice: Literal["announced", "unannounced"] | None = None
    is_sudden: bool | None = None
    announced_on: str | None = None
    lead_days: int | None = None
    occasion: Literal["standalone", "combined"] | None = None
    combined_with: str | None = None
    days: int | None = None


def timing(visit: Visit, others: Iterable[Visit], *, sudden_within: int = SUDDEN) -> Timing:
    """The place of a visit in time among `others`, the visits of its dyad in both directions (itself may be there).

    Cancelled visits, and plans that nobody reports to have been carried out, are not counted. A visit announced less
    than `sudden_within` days before its first day is sudden.
    """
    before = sorted((one for one in others if _is_before(one, visit)), key=lambda one: (one.last_day or "", one.id))
    same_way = [one for one in before if one.guest_country == visit.guest_country]
    by_guest = [one for one in same_way if is_same_guest(one, visit)]
    other_way = [one for one in before if one.guest_country == visit.host_country]
    year = visit.first_day[:4] if visit.first_day and visit.precision != "unknown" else None
    return Timing(
        visit=visit.id,
        since_guest=_since(by_guest, visit),
        since_same_way=_since(same_way, visit),
        since_other_way=_since(other_way, visit),
        number_in_year=1 + sum((one.first_day or "")[:4] == year for one in by_guest) if year else None,
        stated_number=visit.count_in_year,
        notice=visit.notice,
        is_sudden=is_sudden(visit, sudden_within),
        announced_on=visit.announced_on,
        lead_days=visit.lead_days,
        occasion=visit.occasion,
        combined_with=visit.combined_with,
        days=visit.days,
    )


def days_between(one: Visit, other: Visit) -> Interval | None:
    """The days that lie between two visits, 0 where they touch or overlap; None where a date is unknown.

    The numbers are the same whichever visit is given first; `visit` is the id of `other`.
    """
    if "unknown" in {one.precision, other.precision}:
        return None
    left, right = _reach(one), _reach(other)
    if left is None or right is None:
        return None
    early, late = sorted((left, right))
    least = max(0, late[0] - early[3])
    most = max(0, late[1] - early[2], least)
    grain = max(one.precision, other.precision, key=_GRAINS.index)
    return Interval(other.id, least, most, grain)


def is_same_guest(one: Visit, other: Visit) -> bool:
    """The guests have one name; where a name is unknown, they hold one office of one country."""
    if one.guest_country != other.guest_country:
        return False
    if one.guest.name and other.guest.name:
        return names_agree(fold(one.guest.name), fold(other.guest.name)) is True
    return bool(one.guest.office) and fold(one.guest.office) == fold(other.guest.office)


def _since(before: list[Visit], visit: Visit) -> Interval | None:
    dated = [one for one in before if one.precision != "unknown"]
    return days_between(visit, dated[-1]) if dated else None


def _is_before(one: Visit, visit: Visit) -> bool:
    if one.id == visit.id or one.status == "cancelled" or (one.status == "planned" and visit.status != "planned"):
        return False
    if {one.guest_country, one.host_country} != {visit.guest_country, visit.host_country}:
        return False
    return bool(one.last_day and visit.first_day and one.last_day <= visit.first_day)


def _reach(visit: Visit) -> tuple[int, int, int, int] | None:
    """The earliest and latest day on which it may have begun, then those on which it may have ended."""
    if not visit.first_day or not visit.last_day:
        return None
    first, last = date.fromisoformat(visit.first_day).toordinal(), date.fromisoformat(visit.last_day).toordinal()
    start, end = span_of(visit.start), span_of(visit.end or visit.start)
    if visit.precision != "day":
        return first, last, first, last
    about_start = ABOUT_DAYS["day"] if start and start.approximate else 0
    about_end = ABOUT_DAYS["day"] if end and end.approximate else 0
    return first - about_start, first + about_start, last - about_end, last + about_end
