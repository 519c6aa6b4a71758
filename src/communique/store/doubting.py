"""What the record is unsure of becomes questions for an editor."""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa

from communique.store import schema as t
from communique.store.types import Doubts
from communique.visits.model import LinkScore, ReviewItem, Visit

_VISIT = msgspec.json.Decoder(Visit)
_SCORE = msgspec.json.Decoder(LinkScore)


def review(connection: sa.Connection, limit: int) -> list[ReviewItem]:
    """Unsure links, contested values, then thin visits, each latest first; at most `limit` of each sort."""
    return [item for ask in ("link", "value", "fact") for item in questions(connection, ask, at=0, limit=limit)]


def counted(connection: sa.Connection) -> Doubts:
    """How many questions of each sort there are."""
    v = t.visits.c
    links = sa.select(sa.func.count()).select_from(t.questions).scalar_subquery()
    values = sa.select(sa.func.coalesce(sa.func.sum(v.contested), 0)).where(v.contested > 0).scalar_subquery()
    thin = sa.select(sa.func.count()).select_from(t.visits).where(v.thin > 0).scalar_subquery()
    return Doubts(*(int(number) for number in connection.execute(sa.select(links, values, thin)).one()))


def questions(connection: sa.Connection, ask: str, *, at: int, limit: int) -> list[ReviewItem]:
    """The questions of one sort from a place of its queue on, latest first, at most `limit`."""
    match ask:
        case "link":
            return _links(connection, at, limit)
        case "value":
            return _values(connection, at, limit)
        case _:
            return _thin(connection, at, limit)


def _links(connection: sa.Connection, at: int, limit: int) -> list[ReviewItem]:
    asked = t.questions.select().order_by(t.questions.c.day.desc(), t.questions.c.left_fact, t.questions.c.right_fact)
    rows = list(connection.execute(asked.limit(limit).offset(at or None)))
    names = {name for row in rows for name in (row.left_fact, row.right_fact)}
    homes = sa.select(t.links.c.telling, t.links.c.visit).where(t.links.c.telling.in_(names))
    home = {row.telling: row.visit for row in connection.execute(homes)}
    return [
        ReviewItem(
            "link",
            tuple(dict.fromkeys(home[name] for name in (row.left_fact, row.right_fact) if name in home)),
            score=_SCORE.decode(row.record),
        )
        for row in rows
    ]


def _values(connection: sa.Connection, at: int, limit: int) -> list[ReviewItem]:
    """A visit gives as many questions as it has contested attributes, so the place is counted along the visits."""
    contested = t.visits.c.contested
    rows = connection.execute(_latest(t.visits.c.id, contested, where=contested > 0).limit(at + limit))
    wanted, passed = [], 0
    for row in rows:
        if passed + row.contested > at and passed < at + limit:
            wanted.append((row.id, passed))
        passed += row.contested
    records = sa.select(t.visits.c.id, t.visits.c.record).where(t.visits.c.id.in_([name for name, _ in wanted]))
    found = {row.id: _VISIT.decode(row.record) for row in connection.execute(records)}
    items = [
        (before + number, ReviewItem("value", (name,), attribute=one, telling=found[name].reports[0].telling))
        for name, before in wanted
        for number, one in enumerate(found[name].contested)
    ]
    return [item for place, item in items if at <= place < at + limit]


def _thin(connection: sa.Connection, at: int, limit: int) -> list[ReviewItem]:
    asked = _latest(t.visits.c.record, where=t.visits.c.thin > 0).limit(limit).offset(at or None)
    found = [_VISIT.decode(record) for record in connection.execute(asked).scalars()]
    return [ReviewItem("fact", (one.id,), telling=one.reports[0].telling) for one in found]


def _latest(*columns: sa.ColumnElement[Any], where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Columns of the visits that fit, latest first."""
    return sa.select(*columns).where(where).order_by(t.visits.c.day.desc(), t.visits.c.id)
