"""The knowledge files → what is wrong in them: overlaps, impossible dates, unknown codes, duplicate rows.

Two holders on one day are no fault where one hands over to the other. Nothing is said either where sources differ by
some days, where one person holds a seat twice, where a seat is made for several, or where the row's note says that
the holder is acting, joint or disputed: a problem is a row that an editor should look at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Literal

import msgspec

from communique.knowledge.compiling import FILES, Rows, listed, read_files, rows_of
from communique.knowledge.names import fold

MOST_DAYS = 45  # of overlap that two sources of one hand-over may differ by: an election day or an oath, an acting term
LATEST = "2040"
ONE_SEAT = frozenset(
    {"foreign minister", "secretary of state", "secretary-general", "crown prince", "defence minister"}
)
SHARED_SEATS = frozenset(
    "captain regent|chair of the presidency|co-prince|leader (REIGN)|minister of state|monarch".split("|")  # noqa: SIM905
)
PLACED = ("cities", "venues", "summits", "persons", "leaders", "leads", "officials", "sources")
_EXPLAINED = re.compile(r"\b(?:acting|joint|disputed)\b")  # words of a note that make an overlap right
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$")


class Problem(msgspec.Struct, frozen=True):
    """A row that an editor should look at; `row` is its line in the file, the head being line 1."""

    file: str
    row: int
    fault: str
    wanted: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Where, what was found, what was wanted, in one line."""
        return f"{self.file}:{self.row}: {self.severity}: {self.fault}; want {self.wanted}"


class Numbered(msgspec.Struct, frozen=True):
    """A row with the line it stands in."""

    line: int
    cells: dict[str, str]


def check(texts: Mapping[str, bytes] | None = None) -> list[Problem]:
    """The problems of the package's knowledge files, or of `texts` by file name without ending, in order of place.

    Raises: KnowledgeError: a file is missing, or a row has another number of cells than its head.
    """
    texts = read_files() if texts is None else texts
    rows = {name: _numbered(rows_of(texts, name)) for name in FILES}
    found = [*_codes(rows), *_dates(rows), *_duplicates(rows), *_overlaps(rows), *_offices(rows)]
    return sorted(found, key=lambda problem: (problem.file, problem.row, problem.fault))


def _numbered(rows: Rows) -> list[Numbered]:
    return [Numbered(line, cells) for line, cells in enumerate(rows, start=2)]


def _codes(rows: Mapping[str, list[Numbered]]) -> Iterator[Problem]:
    countries = {row.cells["iso3"] for row in rows["countries"]}
    bodies = {row.cells["code"] for row in rows["organisations"]}
    series = {row.cells["code"] for row in rows["series"]}
    codes = countries | bodies
    for name in PLACED:
        known = codes if name in ("sources", "leads", "persons") else countries
        column = "country" if name == "sources" else "iso3"
        for row in rows[name]:
            code = row.cells[column]
            if code and code not in known:
                yield _problem(name, row, f"unknown country {code!r}", "a code of countries.csv")
    for row in rows["officials"]:
        if not row.cells["iso3"] and row.cells["organisation"] not in codes:
            found = f"unknown body {row.cells['organisation']!r}"
            yield _problem("officials", row, found, "a country, or a code of organisations.csv")
    for row in rows["organisations"]:
        for code in listed(row.cells["members_iso3"]):
            if code not in countries:
                yield _problem("organisations", row, f"unknown member {code!r}", "a code of countries.csv")
    for row in rows["series"]:
        if row.cells["body"] and row.cells["body"] not in bodies:
            yield _problem("series", row, f"unknown body {row.cells['body']!r}", "a code of organisations.csv")
    for row in rows["summits"]:
        if row.cells["series"] not in series:
            yield _problem("summits", row, f"unknown series {row.cells['series']!r}", "a code of series.csv")


def _dates(rows: Mapping[str, list[Numbered]]) -> Iterator[Problem]:
    for name, first, last in (
        ("leaders", "start", "end"),
        ("officials", "start", "end"),
        ("summits", "start", "end"),
        ("leads", "start", "end"),
        ("countries", "valid_from", "valid_to"),
    ):
        for row in rows[name]:
            start, end = row.cells[first], row.cells[last]
            for value in (start, end):
                if value and not _possible(value):
                    yield _problem(name, row, f"impossible date {value!r}", "YYYY, YYYY-MM or YYYY-MM-DD before 2040")
            if start and end and end < start[: len(end)]:
                yield _problem(name, row, f"ends {end} before it starts {start}", "an end after the start")
            if not start and name in ("leaders", "officials", "summits"):
                yield _problem(name, row, "no start", "the first day, month or year")


def _possible(value: str) -> bool:
    parts = _DATE.fullmatch(value)
    if not parts or value >= LATEST:
        return False
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return False
    return True


def _duplicates(rows: Mapping[str, list[Numbered]]) -> Iterator[Problem]:
    keys = {
        "countries": ("iso3",),
        "cities": ("name", "iso3"),
        "venues": ("name",),
        "organisations": ("code",),
        "series": ("code",),
        "offices": ("code",),
        "persons": ("name", "iso3"),
        "sources": ("domain",),
        "summits": ("series", "event", "start"),
        "leaders": ("person", "iso3", "office", "role", "start"),
        "officials": ("person", "iso3", "organisation", "office_kind", "start"),
    }
    for name, columns in keys.items():
        seen: dict[tuple[str, ...], int] = {}
        for row in rows[name]:
            key = tuple(row.cells[column] for column in columns)
            if key in seen:
                yield _problem(name, row, f"the row of line {seen[key]} again: {', '.join(key)}", "one row", "warning")
            seen.setdefault(key, row.line)


def _overlaps(rows: Mapping[str, list[Numbered]]) -> Iterator[Problem]:
    """Two persons in one seat for longer than a hand-over takes."""
    seats: defaultdict[tuple[str, str, str, str], list[Numbered]] = defaultdict(list)
    for row in rows["leaders"]:
        cells = row.cells
        if cells["office"] not in SHARED_SEATS and _possible(cells["start"]):
            seats[("leaders", cells["iso3"], cells["office"], cells["role"])].append(row)
    for row in rows["officials"]:
        cells = row.cells
        if cells["office_kind"] in ONE_SEAT and _possible(cells["start"]):
            place = cells["iso3"] or cells["organisation"]
            seats[("officials", place, cells["office_kind"], "official")].append(row)
    for (name, country, office, _), held in seats.items():
        held.sort(key=lambda row: (row.cells["start"], row.cells["end"] or LATEST))
        for earlier, later in pairwise(held):
            days = _shared_days(earlier.cells, later.cells)
            explained = any(_EXPLAINED.search(row.cells.get("note", "")) for row in (earlier, later))
            if days > MOST_DAYS and not explained and not _same_person(earlier.cells, later.cells):
                names = f"{later.cells['person']} and {earlier.cells['person']} (line {earlier.line})"
                found = f"{names} both {office} of {country} for {days} days from {later.cells['start']}"
                yield _problem(name, later, found, "one holder, or an end of the earlier", "warning")


def _shared_days(earlier: Mapping[str, str], later: Mapping[str, str]) -> int:
    """The days that two terms are sure to share; a month or year without a day counts as little as it can."""
    start = _day(later["start"], last=True)
    ends = [_day(row["end"] or row["as_of"], last=False) for row in (earlier, later)]
    return (min(ends) - start).days


def _day(value: str, *, last: bool) -> date:
    parts = _DATE.fullmatch(value)
    if not parts:
        return date.max if not last else date.min
    month = int(parts[2] or (12 if last else 1))
    return date(int(parts[1]), month, int(parts[3] or (28 if last else 1)))


def _same_person(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    if one["wikidata_qid"] and other["wikidata_qid"]:
        return one["wikidata_qid"] == other["wikidata_qid"]
    left, right = (set(fold(row["person"]).casefold().split()) for row in (one, other))
    return bool(left & right)


def _offices(rows: Mapping[str, list[Numbered]]) -> Iterator[Problem]:
    for row in rows["offices"]:
        rank = row.cells["fact_rank"]
        if rank and rank not in "0123456":
            yield _problem("offices", row, f"rank {rank!r}", "0 to 6 or nothing")
    for row in rows["sources"]:
        if row.cells["kind"] not in ("official", "agency", "press", "commentary"):
            yield _problem("sources", row, f"kind {row.cells['kind']!r}", "official, agency, press or commentary")
    for name in FILES:
        for row in rows[name]:
            if "source" in row.cells and not row.cells["source"]:
                yield _problem(name, row, "no source", "where the row is from")


def _problem(
    name: str, row: Numbered, fault: str, wanted: str, severity: Literal["error", "warning"] = "error"
) -> Problem:
    return Problem(f"{name}.csv", row.line, fault, wanted, severity)
