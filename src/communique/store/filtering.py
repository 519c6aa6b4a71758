"""A filter becomes the visits that fit it, their number, and how much there is in all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa

from communique import knowledge
from communique.store import schema as t
from communique.store.settling import NO_DAY
from communique.store.types import Change, Counts, Filter
from communique.visits.model import Visit
from communique.visits.telling import fold

_VISIT = msgspec.json.Decoder(Visit)
_V = t.visits.c
_DATED = _V.day < NO_DAY


def visits(connection: sa.Connection, want: Filter) -> list[Visit]:
    """The visits asked for, by first day, then id, or the latest first; those of unknown day last."""
    if not want.latest_first:
        query = sa.select(_V.record).where(*tests_of(want)).order_by(_V.day, _V.id)
        return _decoded(connection, query.limit(want.limit).offset(want.offset or None))
    dated = sa.select(_V.record).where(_DATED, *tests_of(want)).order_by(_V.day.desc(), _V.id.desc())
    found = _decoded(connection, dated.limit(want.limit).offset(want.offset or None))
    if want.limit is not None and len(found) == want.limit:
        return found
    before = len(found) + want.offset if found else _count(connection, [_DATED, *tests_of(want)])
    rest = sa.select(_V.record).where(sa.not_(_DATED), *tests_of(want)).order_by(_V.id)
    left = None if want.limit is None else want.limit - len(found)
    return found + _decoded(connection, rest.limit(left).offset(max(0, want.offset - before) or None))


def changes(connection: sa.Connection, want: Filter, after: str | None) -> list[Change]:
    """The visits asked for that came in or changed, latest change first; with `after` those changed after that time."""
    query = sa.select(_V.record, t.changes.c.made, t.changes.c.at).join_from(
        t.changes, t.visits, t.changes.c.visit == _V.id
    )
    if after is not None:
        query = query.where(t.changes.c.at > after)
    query = query.where(*tests_of(want)).order_by(t.changes.c.at.desc(), t.changes.c.visit)
    rows = connection.execute(query.limit(want.limit).offset(want.offset or None))
    return [Change(_VISIT.decode(row.record), row.made, row.at) for row in rows]


def count(connection: sa.Connection, want: Filter) -> int:
    """How many visits fit, whatever the limit."""
    return _count(connection, tests_of(want))


def counts(connection: sa.Connection) -> Counts:
    """How much the record holds."""
    parties = sa.union(_values(_V.guest), _values(_V.host)).subquery()
    one = connection.execute(
        sa.select(
            sa.select(sa.func.count()).select_from(t.visits).scalar_subquery(),
            sa.select(sa.func.count()).select_from(t.documents).scalar_subquery(),
            sa.select(sa.func.count()).select_from(parties).scalar_subquery(),
            sa.select(sa.func.min(_V.day)).where(_DATED).scalar_subquery(),
            sa.select(sa.func.max(_V.day)).where(_DATED).scalar_subquery(),
        )
    ).one()
    return Counts(*one)


def tests_of(want: Filter) -> list[sa.ColumnElement[bool]]:
    """What the columns of a visit must be for it to be among those asked for."""
    tests: list[sa.ColumnElement[bool]] = []
    for column, value in ((_V.guest, want.guest), (_V.host, want.host), (_V.kind, want.kind)):
        if value is not None:
            tests.append(column == value)
    if want.between is not None:
        one, two = want.between
        tests.append(sa.or_(sa.and_(_V.guest == one, _V.host == two), sa.and_(_V.guest == two, _V.host == one)))
    if want.since is not None:
        tests.append(_V.last_day >= want.since)
        tests.append(_V.day >= f"{int(want.since[:4]) - 1:04}")  # no span is longer than a year: lets the index help
    if want.until is not None:
        tests.append(_V.day <= _end_of(want.until))  # the first day, where it is known
    if want.status is None:
        tests.append(sa.or_(_V.status.is_(None), _V.status != "cancelled"))
    elif want.status != "any":
        tests.append(_V.status == want.status)
    if want.person is not None:
        alike = sa.or_(*(_V.people.like(f"%{name}%") for name in _spellings(want.person)))
        named = sa.select(_V.id).where(alike)  # reads the index, not the rows
        tests.append(_V.id.in_(named.correlate(None)))
    return tests


def _spellings(name: str) -> list[str]:
    """A name as typed, and as the tables write whom it can mean: "Lukashenka" is Alexander Lukashenko."""
    known = knowledge.load()
    meant = (
        one.ref for word in (name, name.title(), name.upper()) for one in known.meanings(word) if one.type == "person"
    )
    return list(dict.fromkeys(fold(text) for text in (name, *(ref.partition("|")[0] for ref in meant))))


def _values(column: sa.ColumnClause[str]) -> sa.Select[tuple[str]]:
    """The different values of a column that has an index: leaps from one to the next, and reads no row between."""
    first = sa.select(sa.func.min(column).label("code")).select_from(t.visits)
    leap = first.cte(f"each_{column.name}", recursive=True)
    following = sa.select(sa.func.min(column)).where(column > leap.c.code).scalar_subquery()
    leap = leap.union_all(sa.select(following).where(leap.c.code.is_not(None)))
    return sa.select(leap.c.code).where(leap.c.code.is_not(None))


def _decoded(connection: sa.Connection, query: sa.Select[Any]) -> list[Visit]:
    return [_VISIT.decode(record) for record in connection.execute(query).scalars()]


def _count(connection: sa.Connection, tests: Iterable[sa.ColumnElement[bool]]) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(t.visits).where(*tests)).scalar_one())


def _end_of(day: str) -> str:
    """The latest day that a day, month or year may mean: `2023-02` sorts before all of its days."""
    return f"{day}-99" if len(day) == len("2023-02") else f"{day}-99-99" if len(day) == len("2023") else day
