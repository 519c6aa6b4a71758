"""Counts of visits by way and by year become what stands around a map: a table of ways, and the years as bars."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.store import WayCount, YearCount
from communique.web import links
from communique.web.languages import Words
from communique.web.views.asked import Asked

SHOWN = 50  # ways of the table; more are a link away
WIDTH, HEIGHT = 1000, 72  # of the bars, in units of their drawing
_WIDEST = 40


class WayRow(msgspec.Struct, frozen=True):
    """One way in the table."""

    guest: str
    host: str
    guest_address: str
    host_address: str
    visits: str
    first: str
    last: str
    address: str


class Bar(msgspec.Struct, frozen=True):
    """One year: its bar and the address that asks for it alone."""

    x: float
    y: float
    width: float
    height: float
    is_chosen: bool
    words: str
    address: str


class Years(msgspec.Struct, frozen=True):
    """The years from the first to the last as bars; `marks` are years written below them, with their place."""

    bars: tuple[Bar, ...]
    marks: tuple[tuple[float, str], ...]
    words: str


def way_rows(ways: Sequence[WayCount], asked: Asked, words: Words) -> tuple[WayRow, ...]:
    """The rows of the table, in the order of the ways."""
    return tuple(_row(one, asked, words) for one in ways)


def _row(one: WayCount, asked: Asked, words: Words) -> WayRow:
    return WayRow(
        guest=words.country(one.guest),
        host=words.country(one.host),
        guest_address=asked.address(links.country(one.guest), region=None),
        host_address=asked.address(links.country(one.host), region=None),
        visits=words.number(one.visits),
        first=words.day(year_of(one.first_day)),
        last=words.day(year_of(one.last_day)),
        address=links.dyad(one.guest, one.host),
    )


def years_of(counts: Sequence[YearCount], asked: Asked, path: str, words: Words) -> Years | None:
    """The bars of those years, empty ones between them too; None where there are fewer than two years."""
    if len(counts) < 2:
        return None
    visits = {one.year: one.visits for one in counts}
    first, last = counts[0].year, counts[-1].year
    most, step = max(visits.values()), min(_WIDEST, WIDTH / (last - first + 1))
    bars = []
    for year in range(first, last + 1):
        if not (held := visits.get(year, 0)):
            continue
        height = max(1.5, HEIGHT * held / most)
        chosen = asked.since == asked.until == str(year)
        bars.append(
            Bar(
                x=round((year - first) * step, 1),
                y=round(HEIGHT - height, 1),
                width=round(max(1.0, step - (2 if step > 6 else 0.5)), 1),
                height=round(height, 1),
                is_chosen=chosen or _within(year, asked),
                words=words("map.year", year=year, visits=words("map.visits", n=held)),
                address=asked.address(path, since=None if chosen else year, until=None if chosen else year),
            )
        )
    busiest = max(counts, key=lambda one: one.visits)
    said = words("map.busiest", year=busiest.year, visits=words("map.visits", n=busiest.visits))
    return Years(tuple(bars), _marks(first, last, step), said)


def _within(year: int, asked: Asked) -> bool:
    if asked.since is None and asked.until is None:
        return False
    return (asked.since or "0")[:4] <= f"{year:04}" <= (asked.until or "9999")[:4]


def year_of(day: str | None) -> str | None:
    """The year of a day: all that is sure of the first or last of several visits, some known to the year alone."""
    return day[:4] if day else None


def _marks(first: int, last: int, step: float) -> tuple[tuple[float, str], ...]:
    """Years to write, about a hundred units apart."""
    every = next(gap for gap in (1, 2, 5, 10, 20, 25, 50, 100, 1000) if gap * step >= 80)
    years = [year for year in range(first, last + 1) if year % every == 0]
    return tuple((round((year - first + 0.5) * step, 1), str(year)) for year in years)
