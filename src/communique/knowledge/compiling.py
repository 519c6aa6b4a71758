"""The CSV files under data/ into tables, and those into one compact file that loads in milliseconds.

A reader notices by a digest when a CSV file has changed since, and then reads the CSV files themselves:
an edit works at once, only starting is slower until
`python -m communique.knowledge.build` has been run.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from communique.errors import KnowledgeError
from communique.knowledge.people import holders_and_persons
from communique.knowledge.surfaces import surfaces
from communique.knowledge.tables import (
    Body,
    City,
    Country,
    Lead,
    Office,
    Series,
    SourceInfo,
    SummitEvent,
    Tables,
    Venue,
)

COLUMNS = {  # that each file must have; it may have more
    "cities": "name iso3 kind aliases source",
    "countries": "iso3 iso2 cow_code short_name official_name alt_names demonyms capital metonyms name_zh name_ru"
    " status valid_from valid_to successor source",
    "leaders": "person aliases iso3 office role start end end_status as_of wikidata_qid source note",
    "leads": "iso3 leads start end why source",
    "offices": "fact_rank level code forms_en source",
    "officials": "person iso3 organisation office_kind office start end as_of wikidata_qid source",
    "organisations": "code name aliases kind members_iso3 members_as_of source",
    "persons": "name iso3 aliases surnames source",
    "series": "code name aliases body source",
    "sources": "domain name country kind state_owned source",
    "summits": "series event start end city iso3 format source",
    "venues": "name aliases city iso3 kind source",
}
FILES = tuple(COLUMNS)
DATA = Path(__file__).parent / "data"
COMPILED = "knowledge.msgpack"
FORMAT = 2  # raise it when tables.py changes its shape
Rows: TypeAlias = list[dict[str, str]]


def compiled() -> Tables:
    """The tables of the installed package: from the compiled file while it is of these CSV files, else from them."""
    texts = read_files()
    stored = DATA / COMPILED
    if stored.is_file():
        raw = stored.read_bytes()
        wanted = digest(texts).encode()
        if raw.startswith(wanted):
            return msgspec.msgpack.decode(zlib.decompress(raw[len(wanted) :]), type=Tables)
    return from_csv(texts)


def read_files() -> dict[str, bytes]:
    """The bytes of each CSV file by its name without ending.

    Raises: KnowledgeError: a file is missing.
    """
    try:
        return {name: (DATA / f"{name}.csv").read_bytes() for name in FILES}
    except FileNotFoundError as missing:
        raise KnowledgeError(f"{missing.filename}: not found; want the knowledge files beside the package") from missing


def digest(texts: Mapping[str, bytes]) -> str:
    """32 hex digits over the format and all files."""
    total = hashlib.blake2b(str(FORMAT).encode(), digest_size=16)
    for name in sorted(texts):
        total.update(name.encode() + b"\0" + texts[name] + b"\0")
    return total.hexdigest()


def rows_of(texts: Mapping[str, bytes], name: str) -> Rows:
    """The rows of one file as mappings of column to text.

    Raises: KnowledgeError: the file is no CSV in UTF-8, lacks a column, or a row has another number of cells.
    """
    rows: Rows = []
    try:
        reader = csv.DictReader(io.StringIO(texts[name].decode("utf-8"), newline=""))
        if lacking := [column for column in COLUMNS[name].split() if column not in (reader.fieldnames or ())]:
            raise KnowledgeError(f"{name}.csv: found no column {', '.join(lacking)}; want {COLUMNS[name]}")
        for row in reader:
            if None in row or None in row.values():
                cells = len(reader.fieldnames or ())
                raise KnowledgeError(f"{name}.csv: row {reader.line_num}: found another number of cells; want {cells}")
            rows.append(row)
    except (UnicodeDecodeError, csv.Error) as fault:
        raise KnowledgeError(f"{name}.csv: {fault}; want a CSV file in UTF-8") from fault
    return rows


def from_csv(texts: Mapping[str, bytes]) -> Tables:
    """The tables that the CSV files state, surfaces included."""
    rows = {name: rows_of(texts, name) for name in FILES}
    offices = tuple(_office(row) for row in rows["offices"])
    holders, persons = holders_and_persons(rows, offices)
    tables = Tables(
        digest=digest(texts),
        countries=tuple(_country(row) for row in rows["countries"]),
        cities=tuple(_city(row) for row in rows["cities"]),
        venues=tuple(_venue(row) for row in rows["venues"]),
        bodies=tuple(_body(row) for row in rows["organisations"]),
        series=tuple(_series(row) for row in rows["series"]),
        events=tuple(_event(row) for row in rows["summits"]),
        offices=offices,
        persons=persons,
        holders=holders,
        leads=tuple(_lead(row) for row in rows["leads"]),
        sources=tuple(_source(row) for row in rows["sources"]),
        surfaces=(),
    )
    return msgspec.structs.replace(tables, surfaces=surfaces(tables))


def write(folder: Path = DATA) -> Path:
    """The compiled file, made anew from the CSV files and put in `folder`: their digest, then the packed tables."""
    target = folder / COMPILED
    tables = from_csv(read_files())
    target.write_bytes(tables.digest.encode() + zlib.compress(msgspec.msgpack.encode(tables), 9))
    return target


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values, split at "|"."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"] or None,
        name=row["short_name"],
        official_name=row["official_name"],
        alternates=listed(row["alt_names"]),
        demonyms=listed(row["demonyms"]),
        capitals=listed(row["capital"]),
        metonyms=listed(row["metonyms"]),
        cow_code=row["cow_code"] or None,
        name_zh=_first(listed(row["name_zh"])),
        name_ru=_first(listed(row["name_ru"])),
        status=row["status"],
        valid_from=row["valid_from"] or None,
        valid_to=row["valid_to"] or None,
        successors=listed(row["successor"]) if row["status"] == "historical" else (),
        source=row["source"],
    )


def _city(row: Mapping[str, str]) -> City:
    ref = f"{row['name']}|{row['iso3']}"
    return City(ref, row["name"], row["iso3"], listed(row["aliases"]), row["kind"], row["source"])


def _venue(row: Mapping[str, str]) -> Venue:
    return Venue(row["name"], row["city"] or None, row["iso3"], row["kind"], listed(row["aliases"]), row["source"])


def _body(row: Mapping[str, str]) -> Body:
    return Body(
        code=row["code"],
        name=row["name"],
        aliases=listed(row["aliases"]),
        kind=row["kind"],
        members=listed(row["members_iso3"]),
        members_as_of=row["members_as_of"] or None,
        source=row["source"],
    )


def _series(row: Mapping[str, str]) -> Series:
    return Series(row["code"], row["name"], listed(row["aliases"]), row["body"] or None, row["source"])


def _event(row: Mapping[str, str]) -> SummitEvent:
    return SummitEvent(
        series=row["series"],
        event=row["event"],
        start=row["start"],
        end=row["end"],
        city=row["city"] or None,
        iso3=row["iso3"] or None,
        format=row["format"],
        source=row["source"],
    )


def _office(row: Mapping[str, str]) -> Office:
    try:
        rank = int(row["fact_rank"]) if row["fact_rank"] else None
    except ValueError as fault:
        raise KnowledgeError(f"offices.csv: {row['code']}: found rank {row['fact_rank']!r}; want 0 to 6") from fault
    return Office(row["code"], row["level"], rank, listed(row["forms_en"]), row["source"])


def _lead(row: Mapping[str, str]) -> Lead:
    return Lead(row["iso3"], row["leads"], row["start"] or None, row["end"] or None, row["why"], row["source"])


def _source(row: Mapping[str, str]) -> SourceInfo:
    cells = row["domain"], row["name"], row["country"] or None, row["kind"], row["state_owned"] == "yes", row["source"]
    try:
        return msgspec.convert(cells, SourceInfo)
    except msgspec.ValidationError as fault:
        raise KnowledgeError(f"sources.csv: {row['domain']}: {fault}; want a kind of source") from fault


def _first(parts: Iterable[str]) -> str | None:
    return next(iter(parts), None)
