"""An editor's word becomes a row that is never changed, only withdrawn."""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa

from communique.errors import StoreError
from communique.store import schema as t
from communique.store.rows import encode
from communique.store.saving import mark_dirty
from communique.store.settling import successor
from communique.visits.days import span_of
from communique.visits.model import Judgement

ATTRIBUTES = {
    **dict.fromkeys(("guest", "guest_office", "host", "host_office", "place", "venue", "combined_with"), str),
    **dict.fromkeys(("start", "end", "kind", "status", "notice", "occasion"), str),
    **dict.fromkeys(("days", "count_in_year"), int),
}
"""What a judgement may set, and the type of its value; `protocol:SIGNAL` besides, to yes or no."""

_CHOICES = {
    "kind": {
        "state",
        "official",
        "official_working",
        "working",
        "informal",
        "private",
        "transit",
        "event_only",
    },
    "status": {"completed", "ongoing", "planned", "cancelled"},
    "notice": {"announced", "unannounced"},
    "occasion": {"standalone", "combined"},
}


def keep(connection: sa.Connection, judgement: Judgement) -> int:
    """Keeps a judgement and marks the dyads it touches; gives its id.

    Raises: StoreError: an unknown fact, a part missing, or a value that the attribute cannot have.
    """
    names = [name for name in (judgement.fact, judgement.other) if name]
    rows = {row.id: row for row in connection.execute(t.facts.select().where(t.facts.c.id.in_(names)))}
    for name in names:
        if name not in rows:
            raise StoreError(f"judgement: found fact {name!r}; want one of the record")
    _check(judgement, rows)
    row = {
        "verdict": judgement.verdict,
        "fact": judgement.fact,
        "other": judgement.other,
        "attribute": judgement.attribute,
        "value": None if judgement.value is None else encode(judgement.value),
        "who": judgement.who,
        "at": judgement.when,
        "why": judgement.why,
    }
    number = connection.execute(t.judgements.insert().values(row).returning(t.judgements.c.id)).scalar_one()
    touch(connection, names)
    return int(number)


def withdraw(connection: sa.Connection, number: int, who: str, when: str) -> None:
    """Withdraws a judgement; its row stays. Raises: StoreError: unknown, or withdrawn already."""
    row = connection.execute(t.judgements.select().where(t.judgements.c.id == number)).one_or_none()
    if row is None:
        raise StoreError(f"judgement {number}: found none of that number; want one of the record")
    if row.undone_at is not None:
        raise StoreError(
            f"judgement {number}: found it withdrawn by {row.undone_by}, {row.undone_at}; want an active one"
        )
    withdrawn = t.judgements.update().where(t.judgements.c.id == number)
    connection.execute(withdrawn.values(undone_by=who, undone_at=when))
    touch(connection, [name for name in (row.fact, row.other) if name])


def listed(connection: sa.Connection, *, active_only: bool) -> list[Judgement]:
    """The judgements, oldest first."""
    wanted = t.judgements.select().order_by(t.judgements.c.id)
    if active_only:
        wanted = wanted.where(t.judgements.c.undone_at.is_(None))
    return [
        Judgement(
            id=row.id,
            verdict=row.verdict,
            fact=row.fact,
            other=row.other,
            attribute=row.attribute,
            value=None if row.value is None else msgspec.json.decode(row.value),
            who=row.who,
            when=row.at,
            why=row.why,
            undone_by=row.undone_by,
            undone_when=row.undone_at,
        )
        for row in connection.execute(wanted)
    ]


def touch(connection: sa.Connection, names: list[str]) -> None:
    """Marks the dyads that facts tell of, or that the telling they belong to tells of."""
    now = successor(connection, names)
    fact, owner = t.facts.alias("fact"), t.facts.alias("owner")
    dyads = (
        sa.select(owner.c.guest, owner.c.host)
        .join_from(fact, owner, sa.or_(owner.c.id == fact.c.owner, owner.c.id == fact.c.id))
        .where(fact.c.id.in_({*names, *now.values()}), owner.c.guest.is_not(None))
    )
    mark_dirty(connection, [(row.guest, row.host) for row in connection.execute(dyads)])


def _check(judgement: Judgement, rows: dict[str, Any]) -> None:
    if judgement.verdict in {"reject", "accept"}:
        return
    if any(row.kind != "visit" for row in rows.values()):
        raise StoreError(f"judgement {judgement.verdict}: found a fact that is no visit; want visit facts")
    if judgement.verdict in {"same", "not_same"}:
        dyads = {(row.guest, row.host) for row in rows.values()}
        if judgement.other is None or judgement.other == judgement.fact or len(dyads) != 1:
            raise StoreError(f"judgement {judgement.verdict}: want two visit facts of the same two countries")
        return
    name, value = judgement.attribute or "", judgement.value
    wanted = str if name.startswith("protocol:") else ATTRIBUTES.get(name)
    choices = {"yes", "no"} if name.startswith("protocol:") else _CHOICES.get(name)
    if wanted is None:
        raise StoreError(f"judgement value: found attribute {name!r}; want one of {', '.join(ATTRIBUTES)}")
    if not isinstance(value, wanted) or (choices and value not in choices):
        instead = f"one of {', '.join(sorted(choices))}" if choices else "a whole number" if wanted is int else "words"
        raise StoreError(f"judgement value: found {name} {value!r}; want {instead}")
    if name in {"start", "end"} and span_of(str(value)) is None:
        raise StoreError(f"judgement value: found {name} {value!r}; want an EDTF date such as 2023-12-03")
