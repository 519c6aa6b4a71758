"""What a write did becomes the record's edition, and the time at which each visit came in or became another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import sqlalchemy as sa

from communique.store import schema as t
from communique.store.engine import writing
from communique.store.saving import chunks, upsert


@contextmanager
def changing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that writes to the record, in one transaction that raises the edition by one."""
    with writing(engine) as connection:
        yield connection
        connection.execute(t.communique.update().values(edition=t.communique.c.edition + 1))


def edition(connection: sa.Connection) -> int:
    """A number that every write to the record raises."""
    return int(connection.execute(sa.select(t.communique.c.edition)).scalar_one())


def note_changes(connection: sa.Connection, before: Mapping[str, str], after: Mapping[str, str], at: str) -> None:
    """Notes the visits that are new or other than before, given as they are kept, by id; forgets those that went."""
    for chunk in chunks(sorted(before.keys() - after.keys())):
        connection.execute(t.changes.delete().where(t.changes.c.visit.in_(chunk)))
    moved = sorted(name for name, record in after.items() if before.get(name) != record)
    upsert(connection, t.changes, [{"visit": name, "made": at, "at": at} for name in moved], key=None)
    for chunk in chunks([name for name in moved if name in before]):
        connection.execute(t.changes.update().where(t.changes.c.visit.in_(chunk)).values(at=at))
