"""The query of an address becomes a part of the list of visits, with its filters and the way to the other parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import msgspec

from communique.errors import CommuniqueError
from communique.records import Status, VisitKind
from communique.store import Store
from communique.web import links
from communique.web.asked import filter_of
from communique.web.languages import Words
from communique.web.views.finding import country_code, near_country
from communique.web.views.rows import Row, rows_of

SHOWN = 50  # visits of one part
_COUNTRIES = ("guest", "host")
_FIELDS = ("guest", "host", "person", "since", "until", "kind", "status")


class Choice(msgspec.Struct, frozen=True):
    """One line of a select field."""

    value: str
    words: str
    is_chosen: bool


class Pages(msgspec.Struct, frozen=True):
    """The way through a long list."""

    back: str | None
    next: str | None
    words: str

    @property
    def is_needed(self) -> bool:
        """There is more than one part."""
        return bool(self.back or self.next)


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the visits asked for, latest first. `asked` fills the form; `csv` has all of them as a file."""

    asked: Mapping[str, str]
    kinds: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    total: int
    rows: tuple[Row, ...]
    pages: Pages
    csv: str


def listing(store: Store, query: Mapping[str, str], words: Words) -> Listing:
    """The visits that a query asks for. Countries are given by code, or by a name in any of our languages.

    Raises: CommuniqueError: a part of the query that no visit can have.
    """
    asked = {name: query[name].strip() for name in _FIELDS if query.get(name, "").strip()}
    coded = {name: _coded(name, value, words) for name, value in asked.items()}
    at = _page(query.get("page"))
    want = filter_of(coded)
    total = store.count(want)
    found = store.visits(msgspec.structs.replace(want, limit=SHOWN, offset=SHOWN * (at - 1), latest_first=True))
    return Listing(
        asked={**asked, **{name: words.country(coded[name]) for name in _COUNTRIES if name in coded}},
        kinds=_choices("kind", get_args(VisitKind), coded.get("kind"), words),
        statuses=_choices("status", get_args(Status), coded.get("status"), words),
        total=total,
        rows=rows_of(found, words),
        pages=_pages(coded, at, len(found), total, words),
        csv=links.with_query("/downloads/visits.csv", **coded),
    )


def _coded(name: str, value: str, words: Words) -> str:
    if name not in _COUNTRIES:
        return value
    if code := country_code(value):
        return code
    near = near_country(value)
    instead = f"did you mean {words.country(near)}?" if near else "want a code such as CHN, or a name"
    raise CommuniqueError(f"{name}={value}: no country known by it; {instead}")


def _page(value: str | None) -> int:
    if value is None or (value.isascii() and value.isdigit() and 1 <= int(value[:7]) < 1_000_000):
        return int(value or 1)
    raise CommuniqueError(f"page={value}: found no part of the list; want a number from 1")


def _choices(group: str, codes: tuple[str, ...], chosen: str | None, words: Words) -> tuple[Choice, ...]:
    everything = Choice("", words(f"list.all.{group}"), chosen is None)
    return (everything, *(Choice(code, words.code(group, code), code == chosen) for code in codes))


def _pages(coded: Mapping[str, str], at: int, shown: int, total: int, words: Words) -> Pages:
    first, last = SHOWN * (at - 1) + 1, SHOWN * (at - 1) + shown
    before = links.with_query("/visits", **coded, page=at - 1 if at > 2 else None) if at > 1 else None
    after = links.with_query("/visits", **coded, page=at + 1) if last < total and shown else None
    numbers = {"first": words.number(first), "last": words.number(last), "total": words.number(total)}
    return Pages(before, after, words("pager.shown", **numbers))
