"""Readings become rows: each text once, its facts kept for good, a newer reading beside the older."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from communique.errors import StoreError
from communique.records import AnyFact, Document, Failure, Reading
from communique.store import schema as t
from communique.store.rows import document_row, encode, fact_of, fact_rows
from communique.visits.model import Source

CHUNK = 500


class Entry(msgspec.Struct, frozen=True):
    """One text to save: its reading, the outlet, and its words where they are at hand."""

    reading: Reading
    source: Source
    document: Document | None = None


class Saved(msgspec.Struct, frozen=True):
    """How many texts were new, read anew with another codebook, and there already; and how many facts came in."""

    new: int = 0
    reread: int = 0
    known: int = 0
    facts: int = 0


def save(connection: sa.Connection, entries: Sequence[Entry], codebook: str) -> Saved:
    """Saves texts within the transaction given; a text read with the same codebook before is left as it is.

    Raises: StoreError: a text has the id of another text.
    """
    unique = {entry.reading.document.id: entry for entry in entries}
    before = _before(connection, unique)
    new = [entry for name, entry in unique.items() if name not in before]
    again = [entry for name, entry in unique.items() if name in before and before[name].codebook != codebook]
    for name, row in before.items():
        if row.sha256 != unique[name].reading.document.sha256:
            raise StoreError(f"{row.origin}: found other words than those saved as {name}; want the same text")
    save_sources(connection, {entry.source.id: entry.source for entry in unique.values()})
    _insert_documents(connection, new, codebook)
    facts = [row for entry in new for row in fact_rows(entry.reading)]
    insert(connection, t.facts, facts)
    mark_dirty(connection, ((row["guest"], row["host"]) for row in facts))
    for entry in again:
        _reread(connection, entry, codebook)
    for chunk in chunks([*unique, *{entry.reading.document.source for entry in unique.values()}]):
        connection.execute(t.failures.delete().where(t.failures.c.document.in_(chunk)))
    return Saved(len(new), len(again), len(unique) - len(new) - len(again), len(facts))


def save_failures(connection: sa.Connection, failures: Iterable[Failure]) -> None:
    """Keeps a row for each text that could not be read, in the place of an older one for the same text; what has no id,
    since it has no words, goes by its source.
    """
    named = ((one.document.id or one.document.source, one) for one in failures)
    rows = {name: {"document": name, "record": encode(one)} for name, one in named}
    upsert(connection, t.failures, list(rows.values()), key="document")


def save_sources(connection: sa.Connection, sources: Mapping[str, Source]) -> None:
    """Keeps outlets; where one is now of another kind, name or country, its visits are due to be computed anew."""
    known = {}
    for chunk in chunks(list(sources)):
        for row in connection.execute(t.sources.select().where(t.sources.c.id.in_(chunk))):
            known[row.id] = Source(row.id, row.name, row.kind, row.country)
    changed = [source for name, source in sources.items() if known.get(name) != source]
    rows = [msgspec.structs.asdict(source) for source in changed]
    upsert(connection, t.sources, rows, key="id")
    for source in changed:
        if source.id in known:
            dyads = (
                sa.select(t.facts.c.guest, t.facts.c.host)
                .join_from(t.facts, t.documents, t.facts.c.document == t.documents.c.id)
                .where(t.documents.c.source == source.id, t.facts.c.guest.is_not(None))
            )
            mark_dirty(connection, [(row.guest, row.host) for row in connection.execute(dyads)])


def assign(connection: sa.Connection, outlets: Mapping[str, Source]) -> int:
    """Notes who published texts, by document id, where that is not what the record has; gives how many changed."""
    save_sources(connection, {source.id: source for source in outlets.values()})
    changed = 0
    for chunk in chunks(sorted(outlets)):
        before = sa.select(t.documents.c.id, t.documents.c.source).where(t.documents.c.id.in_(chunk))
        moved = [row.id for row in connection.execute(before) if row.source != outlets[row.id].id]
        for name in moved:
            update = t.documents.update().where(t.documents.c.id == name)
            connection.execute(update.values(source=outlets[name].id))
        told = sa.select(t.facts.c.guest, t.facts.c.host).where(t.facts.c.document.in_(moved))
        mark_dirty(connection, [(row.guest, row.host) for row in connection.execute(told)])
        changed += len(moved)
    return changed


def mark_dirty(connection: sa.Connection, dyads: Iterable[tuple[str | None, str | None]]) -> None:
    """Notes that the visits of these dyads are to be computed anew."""
    rows = [{"guest": guest, "host": host} for guest, host in sorted({d for d in dyads if d[0]})]
    upsert(connection, t.dirty, rows, key=None)


def _before(connection: sa.Connection, unique: Mapping[str, Entry]) -> dict[str, Any]:
    found = {}
    for chunk in chunks(list(unique)):
        for row in connection.execute(t.documents.select().where(t.documents.c.id.in_(chunk))):
            found[row.id] = row
    return found


def _insert_documents(connection: sa.Connection, entries: Sequence[Entry], codebook: str) -> None:
    last = connection.execute(sa.select(sa.func.max(t.documents.c.n))).scalar_one() or 0
    rows = [document_row(entry.reading, entry.document, entry.source, codebook) for entry in entries]
    insert(connection, t.documents, [{"n": last + at, **row} for at, row in enumerate(rows, 1)])
    words = [
        {
            "n": last + at,
            "title": _storable(connection, entry.document.title or ""),
            "text": _storable(connection, entry.document.text),
        }
        for at, entry in enumerate(entries, 1)
        if entry.document is not None
    ]
    insert(connection, t.texts, words)
    if words and connection.dialect.name == "sqlite":
        fill = "INSERT INTO search (rowid, title, text) VALUES (:n, :title, :text)"
        connection.execute(sa.text(fill), words)


def _storable(connection: sa.Connection, text: str) -> str:
    """The text, its NUL characters replaced for PostgreSQL, which holds none; offsets stay."""
    return text if connection.dialect.name == "sqlite" else text.replace("\x00", "\ufffd")


def _reread(connection: sa.Connection, entry: Entry, codebook: str) -> None:
    """Puts the facts of a newer reading beside the older ones, which stay, no longer active; says for each of those
    which newer fact has its words, so that judgements on it hold.
    """
    name = entry.reading.document.id
    rows = fact_rows(entry.reading)
    older = list(connection.execute(t.facts.select().where(t.facts.c.document == name)))
    known = {row.id for row in older}
    read = {row["id"] for row in rows}
    mark_dirty(connection, [(row.guest, row.host) for row in older] + [(r["guest"], r["host"]) for r in rows])
    connection.execute(t.facts.update().where(t.facts.c.document == name).values(active=0))
    insert(connection, t.facts, [row for row in rows if row["id"] not in known])
    for row in rows:
        if row["id"] in known:
            connection.execute(
                t.facts.update().where(t.facts.c.id == row["id"]).values(**{k: row[k] for k in row if k != "id"})
            )
    heirs = [(old.id, _heir(fact_of(old.record), entry.reading.facts)) for old in older if old.id not in read]
    upsert(connection, t.successors, [{"old": old, "new": new} for old, new in heirs if new], key="old")
    info = entry.reading.document
    head = {"source": entry.source.id, "published": info.published, "language": info.language}
    notes = {"flaws": encode(entry.reading.flaws), "gaps": encode(entry.reading.gaps)}
    changed = t.documents.update().where(t.documents.c.id == name)
    connection.execute(changed.values(codebook=codebook, facts=len(rows), **head, **notes))


def _heir(old: AnyFact, facts: Sequence[AnyFact]) -> str | None:
    """The fact of the same kind that shares most of the old one's words; of visits, one between the same countries."""

    def shared(new: AnyFact) -> int:
        return sum(
            max(0, min(one.end, two.end) - max(one.start, two.start))
            for one in old.evidence
            for two in new.evidence
            if one.where == two.where
        )

    def dyad(fact: AnyFact) -> tuple[object, object]:
        return getattr(fact, "guest_country", None), getattr(fact, "host_country", None)

    alike = [fact for fact in facts if type(fact) is type(old) and dyad(fact) == dyad(old) and shared(fact)]
    return min(alike, key=lambda fact: (-shared(fact), fact.id)).id if alike else None


def chunks(names: Sequence[str]) -> list[Sequence[str]]:
    """The names in portions that a statement can hold."""
    return [names[at : at + CHUNK] for at in range(0, len(names), CHUNK)]


def insert(connection: sa.Connection, table: sa.TableClause, rows: list[dict[str, Any]]) -> None:
    """Adds rows; nothing for none."""
    if rows:
        connection.execute(table.insert(), rows)


def upsert(connection: sa.Connection, table: sa.TableClause, rows: list[dict[str, Any]], key: str | None) -> None:
    """Adds rows, in the place of those with the same key; with no key, rows already there are passed over."""
    if not rows:
        return
    names = list(rows[0])
    values = ", ".join(f":{name}" for name in names)
    rest = ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    otherwise = f"({key}) DO UPDATE SET {rest}" if key else "DO NOTHING"
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values}) ON CONFLICT {otherwise}"
    connection.execute(sa.text(statement), rows)
