"""The record becomes flat tables with stable columns, row by row: what CSV and Parquet exports hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count
from typing import Any, NamedTuple

import msgspec

from communique import knowledge
from communique.analysis.level import RANKS
from communique.publish.columns import Cell, Column, cell, columns_of
from communique.records import (
    AgreementFact,
    AnyFact,
    AssessmentFact,
    CommitmentFact,
    Fact,
    MeetingFact,
    ProtocolFact,
    RelationshipFact,
    StanceFact,
    VisitFact,
)
from communique.store import Filter, Store
from communique.store.rows import owner_of
from communique.visits.model import Attribute, Judgement, Source, Visit

FACTS: tuple[type[Fact], ...] = (
    VisitFact,
    ProtocolFact,
    MeetingFact,
    AgreementFact,
    RelationshipFact,
    StanceFact,
    CommitmentFact,
    AssessmentFact,
)
NAMES: dict[type[Fact], str] = {
    VisitFact: "tellings",
    ProtocolFact: "protocol",
    MeetingFact: "meetings",
    AgreementFact: "agreements",
    RelationshipFact: "relationships",
    StanceFact: "stances",
    CommitmentFact: "commitments",
    AssessmentFact: "assessments",
}
_PAGE = 5000  # visits held in memory at a time
_NESTED = frozenset({"evidence", "visit"})
_PARTS = frozenset({"legs", "attributes", "reports"})


class Placed(NamedTuple):
    """A fact with the text that states it and the visit of the record that it belongs to."""

    fact: AnyFact
    document: str
    visit: str | None
    is_rejected: bool


class Table(NamedTuple):
    """A table: its name, what a row of it is, its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]


def visit_columns() -> tuple[Column, ...]:
    """The columns of visits: the fields of a visit, the codes of the Correlates of War, its rank, its contests."""
    own = columns_of(Visit, without=_PARTS)
    more = (
        Column("guest_cow", "text", lambda visit: _cow(visit.guest_country)),
        Column("host_cow", "text", lambda visit: _cow(visit.host_country)),
        Column("kind_rank", "integer", lambda visit: RANKS[visit.kind] if visit.kind else None),
        Column("contested", "text", lambda visit: cell([one.name for one in visit.contested]), is_list=True),
        Column("reports", "integer", lambda visit: len(visit.reports)),
    )
    return (*own, *more)


def tables() -> tuple[Table, ...]:
    """All tables of an export, in the order of the codebook."""
    placed = (
        Column("document", "text", lambda row: row.document),
        Column("visit", "text", lambda row: row.visit),
        Column("is_rejected", "yes/no", lambda row: row.is_rejected),
    )
    facts = tuple(
        Table(
            NAMES[kind],
            _first_line(kind),
            (
                *map(_of_fact, columns_of(kind, without=_NESTED)),
                Column("telling", "text", lambda row: row.fact.visit),
                *placed,
            ),
        )
        for kind in FACTS
    )
    return (
        Table("visits", _first_line(Visit), visit_columns()),
        Table("claims", "One value of one attribute of a visit, accepted or not.", _CLAIM_COLUMNS),
        Table("reports", "One text that tells of a visit.", _REPORT_COLUMNS),
        *facts,
        Table("evidence", "Words of a text that support a fact.", _EVIDENCE_COLUMNS),
        Table("documents", "One text of the record.", _DOCUMENT_COLUMNS),
        Table("sources", _first_line(Source), columns_of(Source)),
        Table(
            "judgements",
            "One decision of an editor, withdrawn ones too.",
            columns_of(Judgement, without={"value"}) + _VALUE,
        ),
    )


def all_rows(store: Store) -> Iterator[tuple[str, list[Cell]]]:
    """Every row of every table with the table's name, in a stable order; each visit and text is looked at once."""
    columns = {table.name: table.columns for table in tables()}
    for name, record in _records(store):
        yield name, [column.read(record) for column in columns[name]]


def rows(visits: Iterable[Visit], columns: Sequence[Column]) -> Iterator[list[Cell]]:
    """The rows of some visits."""
    yield from ([column.read(one) for column in columns] for one in visits)


def placed_facts(store: Store) -> Iterator[Placed]:
    """Every active fact of the record with its place, by document id, then its place in the text."""
    visit_of = {report.telling: visit.id for visit in each_visit(store) for report in visit.reports}
    rejected = {one.fact for one in store.judgements() if one.verdict == "reject"}
    for reading in store.readings():
        tellings = [fact for fact in reading.facts if isinstance(fact, VisitFact)]
        for fact in reading.facts:
            visit = visit_of.get(owner_of(fact, tellings) or "")
            yield Placed(fact, reading.document.id, visit, fact.id in rejected)


def each_visit(store: Store) -> Iterator[Visit]:
    """All visits, the cancelled too, by first day, then id; some at a time, so that they need not fit in memory."""
    for start in count(0, _PAGE):
        found = store.visits(Filter(status="any", limit=_PAGE, offset=start))
        yield from found
        if len(found) < _PAGE:
            return


def _records(store: Store) -> Iterator[tuple[str, Any]]:
    """Every record of every table, by the table's name."""
    for visit in each_visit(store):
        yield "visits", visit
        yield from (("claims", claim) for claim in _claims(visit))
        yield from (("reports", (visit, report)) for report in visit.reports)
    for one in placed_facts(store):
        yield NAMES[type(one.fact)], one
        yield from (("evidence", (one.fact.id, at, words)) for at, words in enumerate(one.fact.evidence))
    yield from (("documents", head) for head in store.documents())
    yield from (("sources", source) for source in store.sources())
    yield from (("judgements", judgement) for judgement in store.judgements(active_only=False))


def _claims(visit: Visit) -> Iterator[tuple[str, str, Any, bool, int, Attribute]]:
    for one in visit.attributes:
        yield visit.id, one.name, one.value, True, one.sources, one
        yield from ((visit.id, one.name, claim.value, False, claim.sources, one) for claim in one.dissent)


def _of_fact(column: Column) -> Column:
    return msgspec.structs.replace(column, read=lambda row: column.read(row.fact))


def _first_line(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _cow(country: str) -> str | None:
    found = knowledge.load().country(country)
    return found.cow_code if found else None


def _at(name: str, position: int, kind: Any = "text") -> Column:
    return Column(name, kind, lambda row: cell(row[position]))


_VALUE = (Column("value", "text", lambda row: None if row.value is None else str(row.value)),)
_CLAIM_COLUMNS = (
    _at("visit", 0),
    _at("attribute", 1),
    Column("value", "text", lambda row: str(row[2])),
    _at("is_accepted", 3, "yes/no"),
    _at("sources", 4, "integer"),
    Column("judgement", "integer", lambda row: row[5].judgement if row[3] else None),
)
_REPORT_COLUMNS = (
    Column("visit", "text", lambda row: row[0].id),
    *(
        Column(name, "text", partial(lambda name, row: getattr(row[1], name), name))
        for name in (
            "telling",
            "document",
            "published",
            "mention",
            "status",
            "independent",
            "title",
            "url",
            "reprint_of",
        )
    ),
    Column("source", "text", lambda row: row[1].source.id),
)
_EVIDENCE_COLUMNS = (
    _at("fact", 0),
    _at("number", 1, "integer"),
    Column("start", "integer", lambda row: row[2].start),
    Column("end", "integer", lambda row: row[2].end),
    Column("in", "text", lambda row: row[2].where, ("title",)),
    Column("quote", "text", lambda row: row[2].quote),
    Column("of", "text", lambda row: cell(row[2].of), is_list=True),
)
_DOCUMENT_COLUMNS = (
    *(
        Column(name, "text", partial(lambda name, row: getattr(row, name), name))
        for name in ("id", "title", "url", "published", "language", "author", "sha256", "origin", "codebook")
    ),
    Column("source", "text", lambda row: row.source.id),
    Column("facts", "integer", lambda row: row.facts),
)
