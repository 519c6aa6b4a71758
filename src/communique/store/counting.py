"""Questions about many visits become counts, by columns alone: no record is read."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from communique.store import schema as t
from communique.store.filtering import tests_of
from communique.store.settling import NO_DAY
from communique.store.types import Filter, WayCount, YearCount


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
