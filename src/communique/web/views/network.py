"""Counts of visits by way become a matrix: guests down, hosts across, sorted as asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

import msgspec
from litestar.exceptions import ClientException

from communique.store import WayCount
from communique.web import links
from communique.web.languages import Words
from communique.web.views.asked import Asked

SIZES = (15, 30, 60)
"""Countries in the matrix: those with the most visits, made and received together."""
SHADES = 5
PATH = "/network"


class Cell(msgspec.Struct, frozen=True):
    """How many visits; `words` say it in full, `address` is the page of the two. Empty ones have no number."""

    number: str
    shade: int
    words: str
    address: str | None


class Head(msgspec.Struct, frozen=True):
    """A country at the head of a row or column; `sort` orders the other side by it."""

    code: str
    words: str
    address: str
    sort: str
    is_sorted: bool


class Line(msgspec.Struct, frozen=True):
    """One guest's row."""

    head: Head
    cells: tuple[Cell, ...]
    total: str


class Order(msgspec.Struct, frozen=True):
    """A link that sorts or sizes the matrix."""

    words: str
    address: str
    is_chosen: bool


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """The matrix; `totals` are the visits received by each column's country from all that are shown."""

    columns: tuple[Head, ...]
    lines: tuple[Line, ...]
    totals: tuple[str, ...]
    orders: tuple[Order, ...]
    sizes: tuple[Order, ...]
    words: str

    @property
    def is_empty(self) -> bool:
        """There is no visit to show."""
        return not self.lines


class Sorting(msgspec.Struct, frozen=True):
    """How the matrix is sorted: rows and columns each by "total", by "name", or by their visits with one country."""

    rows: str = "total"
    columns: str = "total"
    size: int = SIZES[0]


def sorting_of(rows: str | None, columns: str | None, size: str | None) -> Sorting:
    """The sorting that an address asks for. Raises: ClientException: a size that is not offered."""
    if size is not None and size not in map(str, SIZES):
        raise ClientException(f"size: found {size!r}; want one of {', '.join(map(str, SIZES))}")
    return Sorting(rows or "total", columns or "total", int(size or SIZES[0]))


def network(ways: Sequence[WayCount], sorting: Sorting, asked: Asked, words: Words) -> Network:
    """The matrix of the countries with the most visits among these ways."""
    totals: Counter[str] = Counter()
    for one in ways:
        totals.update({one.guest: one.visits, one.host: one.visits})
    largest = sorted(totals, key=lambda code: (-totals[code], code))[: sorting.size]
    shown = set(largest)
    visits = {(one.guest, one.host): one.visits for one in ways if one.guest in shown and one.host in shown}
    made, received = Counter[str](), Counter[str]()
    for (guest, host), count in visits.items():
        made[guest] += count
        received[host] += count
    rows = _sorted(made, sorting.rows, lambda guest, host: visits.get((guest, host), 0), words)
    columns = _sorted(received, sorting.columns, lambda host, guest: visits.get((guest, host), 0), words)
    most = max(visits.values(), default=0)
    there = words("map.visits", n=sum(visits.values()))
    return Network(
        columns=tuple(_head(code, "rows", sorting, asked, words) for code in columns),
        lines=tuple(
            Line(
                _head(guest, "columns", sorting, asked, words),
                tuple(_cell(guest, host, visits.get((guest, host), 0), most, words) for host in columns),
                words.number(made[guest]),
            )
            for guest in rows
        ),
        totals=tuple(words.number(received[host]) for host in columns),
        orders=_orders(sorting, asked, words),
        sizes=tuple(
            Order(words("network.size", n=size), _address(asked, sorting, size=size), size == sorting.size)
            for size in SIZES
        ),
        words=words("network.described", visits=there, n=len(shown), all=words.number(sum(w.visits for w in ways))),
    )


def _sorted(totals: Counter[str], by: str, visits: Callable[[str, str], int], words: Words) -> list[str]:
    if by == "name":
        return sorted(totals, key=words.country)
    if by == "total":
        return sorted(totals, key=lambda code: (-totals[code], code))
    return sorted(totals, key=lambda code: (-visits(code, by), -totals[code], code))


def _cell(guest: str, host: str, count: int, most: int, words: Words) -> Cell:
    if not count:
        return Cell("", 0, "", None)
    shade = 1 + min(SHADES - 1, int(SHADES * log(count) / log(most + 1)))
    said = words("map.way", guest=words.country(guest), host=words.country(host), visits=words("map.visits", n=count))
    return Cell(words.number(count), shade, said, links.dyad(guest, host))


def _head(code: str, sorts: str, sorting: Sorting, asked: Asked, words: Words) -> Head:
    is_sorted = (sorting.rows if sorts == "rows" else sorting.columns) == code
    return Head(
        code,
        words.country(code),
        asked.address(links.country(code), region=None),
        _address(asked, sorting, **{sorts: "total" if is_sorted else code}),
        is_sorted,
    )


def _orders(sorting: Sorting, asked: Asked, words: Words) -> tuple[Order, ...]:
    by_total, by_name = (sorting.rows, sorting.columns) == ("total", "total"), sorting.rows == sorting.columns == "name"
    return (
        Order(words("network.by_total"), _address(asked, sorting, rows=None, columns=None), by_total),
        Order(words("network.by_name"), _address(asked, sorting, rows="name", columns="name"), by_name),
    )


def _address(asked: Asked, sorting: Sorting, **changed: str | int | None) -> str:
    """The address of the matrix with parts of its sorting changed; what is the default is left out."""
    parts: dict[str, str | int | None] = {"rows": sorting.rows, "columns": sorting.columns, "size": sorting.size}
    usual = {"rows": "total", "columns": "total", "size": SIZES[0]}
    parts.update(changed)
    return asked.address(PATH, **{key: None if value == usual[key] else value for key, value in parts.items()})
