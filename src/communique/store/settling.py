"""Facts and judgements that changed become visits: the dyads they touch are linked anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from communique.analysis.courtesies import courtesies
from communique.analysis.level import office_rank
from communique.records import MeetingFact, ProtocolFact, VisitFact
from communique.store import schema as t
from communique.store.changing import note_changes
from communique.store.rows import encode, fact_of, head_of
from communique.store.saving import insert, upsert
from communique.visits.build import visits_of
from communique.visits.consensus import Ruled
from communique.visits.groups import Rulings
from communique.visits.link import Linked, link
from communique.visits.model import Visit
from communique.visits.review import is_thin
from communique.visits.statements import Told
from communique.visits.telling import fold, telling_of

AT_ONCE = 100  # dyads in one transaction
NO_DAY = "9999-12-31"  # sorts visits of unknown day last

Dyad = tuple[str, str]


class Decisions(msgspec.Struct, frozen=True):
    """All active judgements, told of the facts of today."""

    rulings: Rulings
    values: Mapping[str, Mapping[str, Ruled]]
    rejected: frozenset[str]
    accepted: frozenset[str]


def settle(connection: sa.Connection, at: str, at_once: int = AT_ONCE) -> int:
    """Computes the visits of up to `at_once` dyads that are due, at a time (RFC 3339, UTC) that is noted beside those
    that are new or changed; gives how many dyads that were, 0 when all is done.
    """
    due = t.dirty.select().order_by(t.dirty.c.guest, t.dirty.c.host).limit(at_once)
    dyads: list[Dyad] = [(row.guest, row.host) for row in connection.execute(due)]
    if not dyads:
        return 0
    decisions = decisions_of(connection)
    results = [_linked(connection, dyad, decisions) for dyad in dyads]
    before = _records(connection, dyads)
    here = [{"g": guest, "h": host} for guest, host in dyads]
    for statement in (
        "DELETE FROM links WHERE telling IN (SELECT id FROM facts WHERE guest = :g AND host = :h)",
        "DELETE FROM links WHERE visit IN (SELECT id FROM visits WHERE guest = :g AND host = :h)",
        "DELETE FROM questions WHERE guest = :g AND host = :h",
        "DELETE FROM visits WHERE guest = :g AND host = :h",
        "DELETE FROM dirty WHERE guest = :g AND host = :h",
    ):
        connection.execute(sa.text(statement), here)
    _write(connection, results, decisions.accepted)
    note_changes(connection, before, _records(connection, dyads), at)
    return len(dyads)


def successor(connection: sa.Connection, names: Iterable[str]) -> dict[str, str]:
    """For each fact id the one that has its words today: itself while it is active, else the newest heir."""
    found = {name: name for name in names}
    waiting = dict(found)
    for _ in range(50):  # a chain of re-readings
        wanted = sorted(set(waiting.values()))
        if not wanted:
            break
        heirs = sa.select(t.facts.c.id, t.facts.c.active, t.successors.c.new).outerjoin_from(
            t.facts, t.successors, t.facts.c.id == t.successors.c.old
        )
        rows = {row.id: row for row in connection.execute(heirs.where(t.facts.c.id.in_(wanted)))}
        moved = {
            name: rows[at].new
            for name, at in waiting.items()
            if at in rows and not rows[at].active and rows[at].new and rows[at].new != name
        }
        found.update(moved)
        waiting = moved
    return found


def decisions_of(connection: sa.Connection) -> Decisions:
    """The active judgements. Of two on the same question the later counts."""
    active = t.judgements.select().where(t.judgements.c.undone_at.is_(None)).order_by(t.judgements.c.id)
    rows = list(connection.execute(active))
    now = successor(connection, {name for row in rows for name in (row.fact, row.other) if name})
    pairs: dict[tuple[str, str], str] = {}
    values: dict[str, dict[str, Ruled]] = {}
    believed: dict[str, str] = {}
    for row in rows:
        fact = now[row.fact]
        if row.verdict in {"reject", "accept"}:
            believed[fact] = row.verdict
        elif row.verdict == "value":
            values.setdefault(fact, {})[row.attribute] = Ruled(msgspec.json.decode(row.value), row.id)
        else:
            left, right = sorted((fact, now[row.other]))
            pairs[left, right] = row.verdict
    same = frozenset(pair for pair, verdict in pairs.items() if verdict == "same")
    rejected = frozenset(fact for fact, verdict in believed.items() if verdict == "reject")
    return Decisions(Rulings(same, frozenset(pairs) - same), values, rejected, frozenset(believed) - rejected)


def _records(connection: sa.Connection, dyads: Iterable[Dyad]) -> dict[str, str]:
    """The visits of dyads as they are kept, by id."""
    v = t.visits.c
    rows = [
        row
        for guest, host in dyads
        for row in connection.execute(sa.select(v.id, v.record).where(v.guest == guest, v.host == host))
    ]
    return {row.id: row.record for row in rows}


class _Result(NamedTuple):
    """What the facts of a dyad have become; `parts` are the protocol and the meetings of each telling."""

    dyad: Dyad
    visits: list[Visit]
    linked: Linked
    parts: Mapping[str, Sequence[ProtocolFact | MeetingFact]]


def _linked(connection: sa.Connection, dyad: Dyad, decisions: Decisions) -> _Result:
    told = {one.telling.fact: one for one in _told(connection, dyad, decisions.rejected)}
    linked = link((one.telling for one in told.values()), _touching(decisions.rulings, told.keys()))
    clusters = [[told[telling.fact] for telling in cluster] for cluster in linked.clusters]
    visits = visits_of(clusters, decisions.values)
    return _Result(dyad, visits, linked, {name: one.parts for name, one in told.items()})


def _touching(rulings: Rulings, names: Collection[str]) -> Rulings:
    """The rulings on these tellings only."""
    return Rulings(
        frozenset(pair for pair in rulings.same if pair[0] in names and pair[1] in names),
        frozenset(pair for pair in rulings.apart if pair[0] in names and pair[1] in names),
    )


def _told(connection: sa.Connection, dyad: Dyad, rejected: frozenset[str]) -> list[Told]:
    here = sa.and_(t.facts.c.guest == dyad[0], t.facts.c.host == dyad[1], t.facts.c.active == 1)
    heads = (
        sa.select(
            t.facts.c.id.label("fact"),
            t.facts.c.record,
            t.documents.c.id.label("document"),
            *(t.documents.c[name] for name in ("published", "title", "url", "sha256", "sketch", "source")),
            t.sources.c.name.label("source_name"),
            t.sources.c.kind.label("source_kind"),
            t.sources.c.country.label("source_country"),
        )
        .join_from(t.facts, t.documents, t.facts.c.document == t.documents.c.id)
        .join(t.sources, t.documents.c.source == t.sources.c.id)
        .where(here)
    )
    parts = _parts(connection, dyad, rejected)
    found = []
    for row in connection.execute(heads):
        fact = fact_of(row.record)
        telling = telling_of(fact, row.document, row.published) if isinstance(fact, VisitFact) else None
        if telling is not None and fact.id not in rejected:
            found.append(Told(telling, fact, head_of(row), tuple(parts.get(fact.id, ()))))  # type: ignore[arg-type]
    return found


def _parts(
    connection: sa.Connection, dyad: Dyad, rejected: frozenset[str]
) -> dict[str, list[ProtocolFact | MeetingFact]]:
    """The protocol and the meetings of each telling of a dyad."""
    part, telling = t.facts.alias("part"), t.facts.alias("telling")
    rows = connection.execute(
        sa.select(part.c.owner, part.c.record)
        .join_from(telling, part, part.c.owner == telling.c.id)
        .where(telling.c.guest == dyad[0], telling.c.host == dyad[1], telling.c.active == 1)
        .where(part.c.active == 1, part.c.kind.in_(("protocol", "meeting")))
        .order_by(part.c.id)
    )
    parts: dict[str, list[ProtocolFact | MeetingFact]] = {}
    for row in rows:
        fact = fact_of(row.record)
        if isinstance(fact, ProtocolFact | MeetingFact) and fact.id not in rejected:
            parts.setdefault(row.owner, []).append(fact)
    return parts


def _write(connection: sa.Connection, results: Sequence[_Result], accepted: frozenset[str]) -> None:
    visits = [visit for one in results for visit in one.visits]
    insert(connection, t.visits, [_visit_row(visit, accepted, one.parts) for one in results for visit in one.visits])
    reports = [(report.telling, visit.id) for visit in visits for report in visit.reports]
    insert(connection, t.links, [{"telling": telling, "visit": name} for telling, name in reports])
    anchors = [{"id": visit.id, "anchor": min(report.telling for report in visit.reports)} for visit in visits]
    upsert(connection, t.visit_ids, anchors, key="id")
    day_of = {report.telling: visit.first_day for visit in visits for report in visit.reports}
    asked = [
        {
            "left_fact": score.left,
            "right_fact": score.right,
            "guest": one.dyad[0],
            "host": one.dyad[1],
            "day": max(day_of.get(score.left) or "", day_of.get(score.right) or "") or NO_DAY,
            "record": encode(score),
        }
        for one in results
        for score in one.linked.unsure
    ]
    insert(connection, t.questions, asked)


def _visit_row(
    visit: Visit, accepted: frozenset[str], parts: Mapping[str, Sequence[ProtocolFact | MeetingFact]]
) -> dict[str, Any]:
    told = courtesies(
        visit, (part for one in visit.reports for part in parts[one.telling] if isinstance(part, ProtocolFact))
    )
    is_accepted = any(report.telling in accepted for report in visit.reports)
    return {
        "id": visit.id,
        "guest": visit.guest_country,
        "host": visit.host_country,
        "first_day": visit.first_day,
        "last_day": visit.last_day,
        "day": visit.first_day or NO_DAY,
        "kind": visit.kind,
        "status": visit.status,
        "people": f"{fold(visit.guest.name)}|{fold(visit.host.name)}",
        "contested": len(visit.contested),
        "guest_rank": office_rank(visit),
        "courtesies": encode(told) if told else None,
        "thin": int(is_thin(visit) and not is_accepted),
        "record": encode(visit),
    }
