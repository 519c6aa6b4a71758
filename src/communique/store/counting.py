"""Questions about many visits become counts, by columns alone: no record is read."""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa

from communique.analysis.courtesies import Courtesy
from communique.analysis.level import office_rank
from communique.store import schema as t
from communique.store.filtering import tests_of
from communique.store.settling import NO_DAY
from communique.store.types import Filter, WayCount, YearCount
from communique.visits.model import Visit

_COURTESIES = msgspec.json.Decoder(tuple[Courtesy, ...])


def by_way(connection: sa.Connection, want: Filter) -> list[WayCount]:
    """How many visits went which way, most first, then by guest and host; `limit` and `offset` are left aside."""
    v = t.visits.c
    days = sa.func.min(sa.func.nullif(v.day, NO_DAY)), sa.func.max(sa.func.nullif(v.day, NO_DAY))
    query = sa.select(v.guest, v.host, sa.func.count(), *days).where(*tests_of(want)).group_by(v.guest, v.host)
    found = [WayCount(*row) for row in connection.execute(query)]
    return sorted(found, key=lambda one: (-one.visits, one.guest, one.host))


def by_year(connection: sa.Connection, want: Filter) -> list[YearCount]:
    """How many visits began in which year, oldest first; those of unknown day are left out."""
    year: sa.ColumnElement[Any] = sa.func.substr(t.visits.c.day, 1, 4)
    query = sa.select(year, sa.func.count()).where(*tests_of(want), t.visits.c.day != NO_DAY).group_by(year)
    return sorted((YearCount(int(row[0]), row[1]) for row in connection.execute(query)), key=lambda one: one.year)


def courtesies_before(connection: sa.Connection, visit: Visit) -> dict[tuple[Courtesy, ...], int]:
    """How many earlier visits that are comparable had which courtesies, read from an index alone."""
    rank = office_rank(visit)
    if visit.kind is None or rank is None or visit.first_day is None:
        return {}
    v = t.visits.c
    query = (
        sa.select(v.courtesies, sa.func.count())
        .where(v.host == visit.host_country, v.kind == visit.kind, v.guest_rank == rank, v.day < visit.first_day)
        .where(v.courtesies.is_not(None), sa.or_(v.status.is_(None), v.status != "cancelled"))
        .group_by(v.courtesies)
    )
    return {_COURTESIES.decode(told): number for told, number in connection.execute(query)}
