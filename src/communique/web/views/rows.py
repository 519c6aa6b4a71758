"""Visits become rows of a list: who, where, when, what kind, by how many."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.visits.model import Visit
from communique.web import links
from communique.web.languages import Words


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One visit in a list, in the reader's language. `is_contested`: sources differ on something."""

    id: str
    address: str
    days: str
    day: str | None
    guest: str
    guest_country: str
    host_country: str
    dyad: str
    place: str | None
    kind: str | None
    status: str | None
    sources: int
    is_contested: bool


def rows_of(visits: Iterable[Visit], words: Words) -> tuple[Row, ...]:
    """The rows, in the order of the visits."""
    return tuple(_row(one, words) for one in visits)


def guest_of(visit: Visit, words: Words) -> str:
    """The guest by name, else by office; "unnamed" where no text says."""
    if visit.guest.name:
        return visit.guest.name
    return words.code("office", visit.guest.office) if visit.guest.office else words("visits.unnamed")


def _row(visit: Visit, words: Words) -> Row:
    return Row(
        id=visit.id,
        address=links.visit(visit.id),
        days=words.dates(visit),
        day=visit.first_day,
        guest=guest_of(visit, words),
        guest_country=words.country(visit.guest_country),
        host_country=words.country(visit.host_country),
        dyad=links.dyad(visit.guest_country, visit.host_country),
        place=visit.place.name if visit.place else None,
        kind=words.code("kind", visit.kind) if visit.kind else None,
        status=words.code("status", visit.status) if visit.status not in {None, "completed"} else None,
        sources=visit.sources,
        is_contested=bool(visit.contested),
    )
