"""The packaged register's coded rows become readings: thousands of past visits from the first minute.

Visits of foreign leaders to the United States since 1874, and travels of its presidents and secretaries of state,
as the Office of the Historian of the Department of State lists them (CC0), up to 2022. Each row is a text of its
own, whose only words are the coded row, so that it is linked, weighed and corrected like any other report.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections.abc import Iterator, Mapping
from importlib.resources import files

import msgspec

from communique.records import Document, DocumentInfo, Evidence, Person, Place, Reading, VisitFact, VisitKind
from communique.store.saving import Entry
from communique.visits.model import Source

CODEBOOK = "register-1"
OUTLET = Source("register:us", "Office of the Historian, U.S. Department of State", "register", "USA")


def register_entries() -> Iterator[Entry]:
    """One entry a row, in the order of the file: by start, guest, host."""
    packed = (files("communique.store") / "data" / "register.csv.gz").read_bytes()
    for row in csv.DictReader(io.StringIO(gzip.decompress(packed).decode())):
        yield _entry(row)


def _entry(row: Mapping[str, str]) -> Entry:
    text = _line(row)
    digest = hashlib.blake2b(f"{OUTLET.id}\n{text}".encode(), digest_size=8).hexdigest()
    document = Document(source=OUTLET.id, text=text, language="en")
    info = DocumentInfo(
        id=digest,
        source=OUTLET.id,
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    fact = VisitFact(
        id=hashlib.blake2b(f"{digest} visit".encode(), digest_size=8).hexdigest(),
        evidence=(Evidence(0, len(text), text),),
        rule="register",
        said_by="USA",
        guest=Person(row["name"] or None, row["guest"], row["office"] or None),
        guest_country=row["guest"],
        host_country=row["host"],
        place=Place(row["place"], row["host"]) if row["place"] else None,
        start=row["start"],
        end=row["end"] or None,
        visit_kind=msgspec.convert(row["kind"] or None, VisitKind | None),
        status="completed",
        occasion="combined" if row["event"] and row["kind"] not in {"", "event_only"} else None,
    )
    return Entry(Reading(document=info, facts=(fact,)), OUTLET, document)


def _line(row: Mapping[str, str]) -> str:
    """The row in words: `2022-12-21/2022-12-21 UKR to USA: president Volodymyr Zelenskyy, working`."""
    who = " ".join(part for part in (row["office"], row["name"]) if part)
    more = [who, row["place"], row["kind"], "at an event" if row["event"] else ""]
    span = f"{row['start']}/{row['end']}" if row["end"] else row["start"]
    return f"{span} {row['guest']} to {row['host']}: {', '.join(part for part in more if part)}"
