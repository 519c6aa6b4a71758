"""Records become rows and rows become records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from communique.records import AnyFact, Document, DocumentInfo, Flaw, Gap, Reading, VisitFact
from communique.visits.model import Source
from communique.visits.reprints import sketch
from communique.visits.statements import Head
from communique.visits.telling import dyad_of

_FACT: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)
_FLAWS = msgspec.json.Decoder(tuple[Flaw, ...])
_GAPS = msgspec.json.Decoder(tuple[Gap, ...])


def document_row(reading: Reading, document: Document | None, source: Source, codebook: str) -> dict[str, Any]:
    """The row of a text, without its number."""
    info = reading.document
    return {
        "id": info.id,
        "sha256": info.sha256,
        "origin": info.source,
        "source": source.id,
        "title": info.title,
        "url": info.url,
        "published": info.published,
        "language": info.language,
        "author": document.author if document else None,
        "codebook": codebook,
        "sketch": sketch(document.text) if document else b"",
        "facts": len(reading.facts),
        "flaws": encode(reading.flaws),
        "gaps": encode(reading.gaps),
    }


def fact_rows(reading: Reading) -> list[dict[str, Any]]:
    """The rows of the facts of a text, each with the visit fact of that text that it belongs to."""
    visits = [fact for fact in reading.facts if isinstance(fact, VisitFact)]
    rows: dict[str, dict[str, Any]] = {}
    for position, fact in enumerate(reading.facts):
        dyad = dyad_of(fact) if isinstance(fact, VisitFact) else None
        parties = sorted(dyad or parties_of(fact))
        rows.setdefault(
            fact.id,
            {
                "id": fact.id,
                "document": reading.document.id,
                "position": position,
                "kind": fact.__struct_config__.tag,
                "guest": dyad[0] if dyad else None,
                "host": dyad[1] if dyad else None,
                "parties": f"|{'|'.join(parties)}|" if parties else "",
                "owner": owner_of(fact, visits),
                "active": 1,
                "record": encode(fact),
            },
        )
    return list(rows.values())


def parties_of(fact: AnyFact) -> set[str]:
    """The countries and bodies that a fact speaks of, where it names any."""
    found: set[str | None] = set()
    for field in ("parties", "countries", "holder"):
        value = getattr(fact, field, ())
        found.update(value if isinstance(value, tuple) else ())
    found.add(getattr(fact, "toward", None))
    return {code for code in found if code}


def owner_of(fact: AnyFact, visits: Iterable[VisitFact]) -> str | None:
    """The visit fact of the same text that a fact belongs to: the one it names, else the one that the text is about
    if the fact speaks of no third party. A meeting that names none was apart from the visit.
    """
    if isinstance(fact, VisitFact):
        return fact.id
    named = {visit.id: visit for visit in visits}
    if fact.visit in named:
        return fact.visit
    if fact.visit is not None or fact.__struct_config__.tag == "meeting":
        return None
    parties = parties_of(fact)
    main = [visit for visit in named.values() if visit.mention == "main"]
    fitting = [visit.id for visit in main if parties <= set(dyad_of(visit) or ())]
    return fitting[0] if len(fitting) == 1 else None


def encode(record: Any) -> str:
    """Compact JSON."""
    return msgspec.json.encode(record).decode()


def fact_of(record: str) -> AnyFact:
    """The fact of a row."""
    return _FACT.decode(record)


def source_of(row: Any) -> Source:
    """The source of a row that has `source`, `source_name`, `source_kind` and `source_country`."""
    return Source(row.source, row.source_name, row.source_kind, row.source_country)


def head_of(row: Any) -> Head:
    """What linking needs of a text, from a row of it joined with its source."""
    return Head(row.document, source_of(row), row.published, row.title, row.url, row.sha256, bytes(row.sketch))


def reading_of(row: Any, facts: Iterable[str]) -> Reading:
    """The reading of a text as it was saved, from its row and the records of its active facts in order."""
    info = DocumentInfo(
        id=row.id,
        source=row.origin,
        title=row.title,
        url=row.url,
        published=row.published,
        language=row.language,
        sha256=row.sha256,
    )
    return Reading(
        document=info,
        facts=tuple(map(fact_of, facts)),
        flaws=_FLAWS.decode(row.flaws),
        gaps=_GAPS.decode(row.gaps),
    )
