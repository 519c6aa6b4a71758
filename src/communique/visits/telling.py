"""A visit fact and the head of its text become a telling: what linking needs to know, in comparable form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from rapidfuzz import fuzz

from communique.records import VisitFact
from communique.visits.days import Span, span_of

Grain: TypeAlias = Literal["day", "month", "published", "year", "none"]

ABOUT_DAYS = {"day": 2, "month": 7, "year": 60}  # what "about" may add on either side of a date
REPORTED_WITHIN = 7  # days: an undated report of a visit comes out at most so long after its start
PLANNED_WITHIN = 60  # days: an undated plan is for the coming two months
LONGEST = 31  # days: a longer span is no visit but a period within which it was
ALIKE = 85  # of 100: spellings of one name, such as Zelensky and Zelenskyy
NICKNAME = 60  # of 100: such as Joe and Joseph
LOOKS_BACK = 5 * 365  # days: how far an undated "last visit" may lie back
_TITLE = re.compile(r"^(?:mr|mrs|ms|dr|sir|h ?e|his excellency|president|king|queen|prime minister) ", re.I)


class Telling(NamedTuple):
    """One visit fact, ready to be compared. Days are ordinals; `first` to `last` are the days it may have
    begun on,
    `until` is the last day that it may have gone on to. `grain` says how closely the text dates it.
    """

    fact: str
    document: str
    guest_country: str
    host_country: str
    guest: str
    office: str
    host: str
    place: str
    first: int
    last: int
    until: int
    grain: Grain
    about: bool
    kind: str
    status: str
    combined_with: str
    days: int
    count_in_year: int
    mention: str

    @property
    def signature(self) -> tuple[object, ...]:
        """All that a comparison looks at: tellings that share it are compared once."""
        return self[2:]


def telling_of(fact: VisitFact, document: str, published: str | None) -> Telling | None:
    """The telling of a visit fact; None where the text does not say who went to which country."""
    dyad = dyad_of(fact)
    if dyad is None:
        return None
    first, last, until, grain, about = _when(fact, span_of(published))
    return Telling(
        fact=fact.id,
        document=document,
        guest_country=dyad[0],
        host_country=dyad[1],
        guest=fold(fact.guest.name if fact.guest else None),
        office=fold(fact.guest.office if fact.guest else None),
        host=fold(fact.host.name if fact.host else None),
        place=fold(fact.place.name if fact.place else None),
        first=first,
        last=last,
        until=until,
        grain=grain,
        about=about,
        kind=fact.visit_kind or "",
        status=fact.status or "",
        combined_with=fact.combined_with or "",
        days=fact.days or 0,
        count_in_year=fact.count_in_year or 0,
        mention=fact.mention,
    )


def dyad_of(fact: VisitFact) -> tuple[str, str] | None:
    """Guest country and host country, the latter from the place or the host where need be; None if one is unknown."""
    guest = fact.guest_country or (fact.guest.country if fact.guest else None)
    place = fact.place.country if fact.place else None
    host = fact.host_country or place or (fact.host.country if fact.host else None)
    return (guest, host) if guest and host and guest != host else None


def _when(fact: VisitFact, published: Span | None) -> tuple[int, int, int, Grain, bool]:
    start, end = span_of(fact.when), span_of(fact.end)
    if start is None and end is not None and fact.days and end.precision == "day":
        start = Span(end.first - fact.days + 1, end.last - fact.days + 1, "day", end.approximate)
    start = start or end
    if start is not None:
        return _dated(start, end, fact.days)
    if published is None:
        return 0, 0, 0, "none", False
    if fact.status == "planned":
        return (
            published.first,
            published.last + PLANNED_WITHIN,
            published.last + PLANNED_WITHIN,
            "published",
            False,
        )
    gone = fact.guest is not None and (fact.guest.office or "").startswith("former ")
    if fact.mention == "main" and not gone:
        return published.first - REPORTED_WITHIN, published.last, published.last, "published", False
    return published.first - LOOKS_BACK, published.last, published.last, "none", False


def _dated(start: Span, end: Span | None, days: int | None) -> tuple[int, int, int, Grain, bool]:
    first, last = start.first, start.last
    if start.precision == "day" and 0 < last - first < LONGEST:  # "28 February to 2 March": a span, not a doubt
        end, last = end or Span(last, last, "day"), first
    slack = ABOUT_DAYS[start.precision] if start.approximate else 0
    grain: Grain = "month" if start.precision == "day" and last > first else start.precision  # type: ignore[assignment]
    until = last + (days or 1) - 1
    if end is not None and end.precision == "day" and first <= end.last < last + LONGEST:
        until = end.last
    return first - slack, last + slack, until + slack, grain, start.approximate


def plain(text: str) -> str:
    """Words without case, accents and points, one space between. Scripts other than Latin stay as they are."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w\s']", " ", bare).split())


@lru_cache(maxsize=65536)
def fold(name: str | None) -> str:
    """A name in plain words without its title; empty if unknown."""
    return _TITLE.sub("", plain(name)) if name else ""


@lru_cache(maxsize=65536)
def names_agree(left: str, right: str) -> bool | None:
    """Whether two folded names are of one person; None where that cannot be said.

    A part of a name agrees with the whole ("xi", "xi jinping"), also where spellings differ by a letter or so.
    One surname with given names that begin alike is one person; with others it cannot be said ("bill", "william").
    """
    if not left or not right:
        return None
    one, two = sorted((left.split(), right.split()), key=len)
    if all(any(fuzz.ratio(own, other) >= ALIKE for other in two) for own in one):
        return True
    if fuzz.ratio(one[-1], two[-1]) < ALIKE - 5:
        return False
    given, other = one[0], two[0]
    return True if len(one) == 1 or given[0] == other[0] or fuzz.ratio(given, other) >= NICKNAME else None
