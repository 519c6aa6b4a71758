"""What the record is unsure of becomes questions for an editor."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from communique.store import schema as t
from communique.visits.model import LinkScore, ReviewItem, Visit

_VISIT = msgspec.json.Decoder(Visit)
_SCORE = msgspec.json.Decoder(LinkScore)


def review(connection: sa.Connection, limit: int) -> list[ReviewItem]:
    """Unsure links, contested values, then thin visits, each latest first; at most `limit` of each sort."""
    return [*_links(connection, limit), *_values(connection, limit), *_thin(connection, limit)]


def _links(connection: sa.Connection, limit: int) -> list[ReviewItem]:
    asked = t.questions.select().order_by(t.questions.c.day.desc(), t.questions.c.left_fact, t.questions.c.right_fact)
    rows = list(connection.execute(asked.limit(limit)))
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


def _values(connection: sa.Connection, limit: int) -> list[ReviewItem]:
    return [
        ReviewItem("value", (one.id,), attribute=attribute, telling=one.reports[0].telling)
        for one in _latest(connection, t.visits.c.contested, limit)
        for attribute in one.contested
    ][:limit]


def _thin(connection: sa.Connection, limit: int) -> list[ReviewItem]:
    return [
        ReviewItem("fact", (one.id,), telling=one.reports[0].telling)
        for one in _latest(connection, t.visits.c.thin, limit)
    ]


def _latest(connection: sa.Connection, count: sa.ColumnElement[int], limit: int) -> list[Visit]:
    """The visits that have one or more of something, latest first."""
    asked = sa.select(t.visits.c.record).where(count > 0).order_by(t.visits.c.day.desc(), t.visits.c.id).limit(limit)
    return [_VISIT.decode(record) for record in connection.execute(asked).scalars()]
