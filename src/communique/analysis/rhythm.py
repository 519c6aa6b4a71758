"""The visits of a dyad, or of a leader, become their rhythm over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from communique.analysis.timing import days_between
from communique.visits.model import Visit
from communique.visits.telling import fold, names_agree


class Year(msgspec.Struct, frozen=True):
    """The visits that began in one year, in all and by the way they went ("BLR-CHN", or the host of a leader's)."""

    year: int
    visits: int
    by_way: tuple[tuple[str, int], ...]


class Rhythm(msgspec.Struct, frozen=True, kw_only=True):
    """How often and how evenly. Every year from the first visit to the last is there, empty ones too.

    Gaps are in days, between visits whose dates are known well enough (the least number of days where they are vague);
    `undated` visits are counted only there. `longest` names the visits before and after the longest gap.
    """

    visits: int
    first: str | None
    last: str | None
    years: tuple[Year, ...]
    median_gap: float | None
    longest_gap: int | None
    longest: tuple[str, str] | None
    undated: int = 0


def dyad_rhythm(visits: Iterable[Visit], one: str, other: str) -> Rhythm:
    """The rhythm of the visits between two countries, both ways; the cancelled and the merely planned left out."""
    between = [visit for visit in visits if {visit.guest_country, visit.host_country} == {one, other}]
    return _rhythm(between, lambda visit: f"{visit.guest_country}-{visit.host_country}")


def leader_rhythm(visits: Iterable[Visit], person: str) -> Rhythm:
    """The rhythm of the visits that a person made, by host country; the cancelled and the merely planned left out."""
    name = fold(person)
    made = [visit for visit in visits if visit.guest.name and names_agree(fold(visit.guest.name), name) is True]
    return _rhythm(made, lambda visit: visit.host_country)


def _rhythm(visits: Sequence[Visit], way: Callable[[Visit], str]) -> Rhythm:
    held = [visit for visit in visits if visit.status not in {"cancelled", "planned"}]
    dated = sorted(
        (visit for visit in held if visit.first_day and visit.precision != "unknown"),
        key=lambda visit: (visit.first_day or "", visit.id),
    )
    gaps = [(found.least, one.id, two.id) for one, two in pairwise(dated) if (found := days_between(one, two))]
    longest = max(gaps, key=lambda gap: gap[0], default=None)
    return Rhythm(
        visits=len(held),
        first=dated[0].id if dated else None,
        last=dated[-1].id if dated else None,
        years=tuple(_years(dated, way)),
        median_gap=median(gap[0] for gap in gaps) if gaps else None,
        longest_gap=longest[0] if longest else None,
        longest=longest[1:] if longest else None,
        undated=len(held) - len(dated),
    )


def _years(dated: Sequence[Visit], way: Callable[[Visit], str]) -> list[Year]:
    if not dated:
        return []
    began = [(int((visit.first_day or "0")[:4]), way(visit)) for visit in dated]
    by_year = {year: Counter(name for at, name in began if at == year) for year in {at for at, _ in began}}
    found = []
    for year in range(min(by_year), max(by_year) + 1):
        ways = by_year.get(year, Counter())
        found.append(Year(year, ways.total(), tuple(sorted(ways.items()))))
    return found
