"""Questions to the record become answers: visits, facts, texts, links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from communique.errors import NotInRecordError
from communique.records import Failure, MeetingFact, Reading, VisitFact
from communique.store import schema as t
from communique.store.filtering import visits
from communique.store.rows import fact_of, reading_of, source_of
from communique.store.saving import chunks
from communique.store.settling import successor
from communique.store.types import Filter, StoredDocument, StoredFact
from communique.visits.days import iso
from communique.visits.model import LinkScore, Source, Visit
from communique.visits.score import link_score
from communique.visits.telling import fold, names_agree, telling_of

TOUR_GAP = 2  # days between two legs of one journey
TOUR_REACH = "31"  # days around a visit within which its legs are looked for
_VISIT = msgspec.json.Decoder(Visit)
_FAILURE = msgspec.json.Decoder(Failure)

_SOURCE = (
    t.documents.c.source,
    t.sources.c.name.label("source_name"),
    t.sources.c.kind.label("source_kind"),
    t.sources.c.country.label("source_country"),
)


def visit(connection: sa.Connection, visit_id: str) -> Visit:
    """The visit of that id, or the one that a former id has become. Raises: NotInRecordError: no such id."""
    wanted = sa.select(t.visits.c.record).where
    record = connection.execute(wanted(t.visits.c.id == visit_id)).scalar_one_or_none()
    if record is None:
        former = sa.select(t.visit_ids.c.anchor).where(t.visit_ids.c.id == visit_id)
        anchor = connection.execute(former).scalar_one_or_none()
        if anchor is not None:
            now = successor(connection, [anchor])[anchor]
            home = sa.select(t.links.c.visit).where(t.links.c.telling == now).scalar_subquery()
            record = connection.execute(wanted(t.visits.c.id == home)).scalar_one_or_none()
    if record is None:
        raise NotInRecordError(f"visit {visit_id!r}: found none; want an id as `communique visits` prints them")
    return _VISIT.decode(record)


def facts(connection: sa.Connection, visit_ids: Iterable[str], kinds: Sequence[str]) -> list[StoredFact]:
    """Active facts of visits that no editor rejected, by published, document, place in the text."""
    found = []
    for chunk in chunks(sorted(set(visit_ids))):
        query = _facts().where(t.links.c.visit.in_(chunk), t.facts.c.active == 1)
        if kinds:
            query = query.where(t.facts.c.kind.in_(kinds))
        found += list(connection.execute(query))
    rejected = _rejected(connection)
    found.sort(key=lambda row: (row.published or "9999", row.document, row.position))
    return [_stored(row) for row in found if row.id not in rejected]


def fact(connection: sa.Connection, fact_id: str) -> StoredFact:
    """One fact by id. Raises: NotInRecordError: unknown."""
    row = connection.execute(_facts(outer=True).where(t.facts.c.id == fact_id)).one_or_none()
    if row is None:
        raise NotInRecordError(f"fact {fact_id!r}: found none; want the id of a fact of the record")
    return _stored(row)


def meetings(connection: sa.Connection, between: tuple[str, str] | None, since: str | None) -> list[StoredFact]:
    """Active meetings that belong to no visit, by date, then fact id."""
    query = _facts(outer=True).where(t.facts.c.kind == "meeting", t.facts.c.owner.is_(None), t.facts.c.active == 1)
    for code in between or ():
        query = query.where(t.facts.c.parties.like(f"%|{code}|%"))
    rejected = _rejected(connection)
    found = [_stored(row) for row in connection.execute(query) if row.id not in rejected]

    def day(one: StoredFact) -> str:
        return (one.fact.date if isinstance(one.fact, MeetingFact) else None) or ""

    found = [one for one in found if since is None or day(one) >= since]
    return sorted(found, key=lambda one: (day(one) or "9999", one.fact.id))


def tour(connection: sa.Connection, visit_id: str) -> list[Visit]:
    """The legs of the journey that a visit is part of, in order of days."""
    start = visit(connection, visit_id)
    if start.precision != "day" or start.guest.name is None:
        return [start]
    around = Filter(guest=start.guest_country, since=_shift(start.first_day, -31), until=_shift(start.last_day, 31))
    name = fold(start.guest.name)
    others = [
        one
        for one in visits(connection, around)
        if one.precision == "day" and names_agree(fold(one.guest.name), name) and one.id != start.id
    ]
    legs = [start]
    grown = True
    while grown:
        joined = [one for one in others if any(_follows(one, leg) for leg in legs)]
        grown = bool(joined)
        legs += joined
        others = [one for one in others if one not in joined]
    return sorted(legs, key=lambda one: (one.first_day or "", one.last_day or "", one.id))


def documents(connection: sa.Connection, ids: Iterable[str] | None) -> list[StoredDocument]:
    """Texts without their words, by published then id."""
    query = sa.select(t.documents, *_SOURCE[1:]).join_from(
        t.documents, t.sources, t.documents.c.source == t.sources.c.id
    )
    if ids is None:
        rows = list(connection.execute(query))
    else:
        portions = chunks(sorted(set(ids)))
        rows = [row for portion in portions for row in connection.execute(query.where(t.documents.c.id.in_(portion)))]
    rows.sort(key=lambda row: (row.published or "9999", row.id))
    return [_document(row) for row in rows]


def document(connection: sa.Connection, document_id: str) -> StoredDocument:
    """One text with its words. Raises: NotInRecordError: unknown."""
    found = documents(connection, [document_id])
    if not found:
        raise NotInRecordError(f"text {document_id!r}: found none; want the id of a text of the record")
    words = sa.select(t.texts.c.text).join_from(t.texts, t.documents, t.texts.c.n == t.documents.c.n)
    text = connection.execute(words.where(t.documents.c.id == document_id)).scalar_one_or_none()
    return msgspec.structs.replace(found[0], text=text)


def reading(connection: sa.Connection, document_id: str) -> Reading:
    """All that is read in one text today. Raises: NotInRecordError: unknown."""
    row = connection.execute(t.documents.select().where(t.documents.c.id == document_id)).one_or_none()
    if row is None:
        raise NotInRecordError(f"text {document_id!r}: found none; want the id of a text of the record")
    active = sa.select(t.facts.c.record).where(t.facts.c.document == document_id, t.facts.c.active == 1)
    return reading_of(row, connection.execute(active.order_by(t.facts.c.position)).scalars())


def links(connection: sa.Connection, visit_id: str) -> list[LinkScore]:
    """The pairs of tellings of a visit that bind it together, each telling by its best one; best first."""
    told = facts(connection, [visit(connection, visit_id).id], ["visit"])
    tellings = [
        (telling, one.document)
        for one in told
        if isinstance(one.fact, VisitFact)
        and (telling := telling_of(one.fact, one.document, one.published)) is not None
    ]
    tellings.sort(key=lambda pair: pair[0].fact)
    best: dict[tuple[str, str], LinkScore] = {}
    for left, text in tellings:
        scores = [link_score(left, right, same_text=text == other) for right, other in tellings if right is not left]
        if scores:
            top = max(scores, key=lambda score: (score.points, score.left, score.right))
            best[top.left, top.right] = top
    return sorted(best.values(), key=lambda score: (-score.points, score.left, score.right))


def sources(connection: sa.Connection) -> list[Source]:
    """All outlets, by id."""
    rows = connection.execute(t.sources.select().order_by(t.sources.c.id))
    return [Source(row.id, row.name, row.kind, row.country) for row in rows]


def failures(connection: sa.Connection) -> list[Failure]:
    """The texts that could not be read, by document id."""
    rows = connection.execute(sa.select(t.failures.c.record).order_by(t.failures.c.document))
    return [_FAILURE.decode(record) for record in rows.scalars()]


def _facts(*, outer: bool = False) -> sa.Select[Any]:
    f, d = t.facts.c, t.documents.c
    return (
        sa.select(f.id, f.document, f.position, f.record, d.published, t.links.c.visit, *_SOURCE)
        .select_from(t.facts)
        .join(t.documents, f.document == d.id)
        .join(t.sources, d.source == t.sources.c.id)
        .join(t.links, t.links.c.telling == f.owner, isouter=outer)
    )


def _stored(row: Any) -> StoredFact:
    return StoredFact(fact_of(row.record), row.document, source_of(row), row.published, row.visit)


def _document(row: Any) -> StoredDocument:
    plain = ("id", "title", "url", "published", "language", "sha256", "origin", "codebook", "facts", "author")
    return StoredDocument(source=source_of(row), **{name: getattr(row, name) for name in plain})


def _rejected(connection: sa.Connection) -> set[str]:
    j = t.judgements.c
    query = sa.select(j.fact).where(j.verdict == "reject", j.undone_at.is_(None))
    return set(successor(connection, connection.execute(query).scalars()).values())


def _follows(one: Visit, leg: Visit) -> bool:
    """The two are of different hosts with at most two days between them."""
    if one.host_country == leg.host_country:
        return False
    a, b, c, d = (date.fromisoformat(day or "").toordinal() for day in _days(one) + _days(leg))
    return max(c - b, a - d) <= TOUR_GAP


def _days(one: Visit) -> tuple[str | None, str | None]:
    return one.first_day, one.last_day


def _shift(day: str | None, by: int) -> str:
    return iso(date.fromisoformat(day or "").toordinal() + by)
