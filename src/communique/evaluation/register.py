"""Visit facts and a foreign ministry's register → which rows were found, and which visits it does not have.

The register is that of the United States (Office of the Historian): visits by foreign leaders, and travels
of the President. A row is found when some visit has its two countries and days within two days of it.
Precision is over the distinct (country, first day) of completed or ongoing visits to the United States by
heads of state or government: a row of that country within three days of the first day confirms one.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from communique.errors import DocumentError
from communique.evaluation.told import Told

HOME = "USA"
SLACK = timedelta(days=2)
CLAIM_SLACK = timedelta(days=3)  # a claim has one day only, so one day more
HELD = ("completed", "ongoing")
LEADER = re.compile(
    r"president|prime minister|chancellor|king|queen|emir|amir|sultan|taoiseach|head_of|premier|pope|monarch"
    r"|crown prince|emperor|grand duke",
    re.IGNORECASE,
)
NO_LEADER = re.compile(
    r"vice|deputy|former|ex-|foreign|council president|speaker"
    r"|president of the (european|senate|parliament|assembly)|acting secretary",
    re.IGNORECASE,
)
TYPED = re.compile(r"state visit|off?ici?al visit|offical|official working|working visit", re.IGNORECASE)


class VisitTold(NamedTuple):
    """A visit fact, and the day that its text was published (None if unknown)."""

    fact: Told
    published: date | None


class Days(NamedTuple):
    """A closed span of days."""

    first: date
    last: date

    def is_near(self, other: Days, slack: timedelta) -> bool:
        """Whether at most `slack` lies between the two spans."""
        return self.first - slack <= other.last and other.first - slack <= self.last


class Row(NamedTuple):
    """A row of the register, for one guest country: the guest's name, the place (travels), the remarks."""

    guest_country: str
    host_country: str
    days: Days
    name: str
    country_name: str
    place: str
    remarks: str

    @property
    def is_typed(self) -> bool:
        """Whether the remarks declare a state, official, official working or working visit."""
        return bool(TYPED.search(self.remarks))


class Register(NamedTuple):
    """Visits to the United States, travels of its President, and country names without a known code."""

    visits: tuple[Row, ...]
    travels: tuple[Row, ...]
    unknown_names: frozenset[str]


class Claim(NamedTuple):
    """A dated visit of a leader to the United States, and whether the register has it."""

    guest_country: str
    day: date
    fact: Told
    is_confirmed: bool


class Comparison(NamedTuple):
    """The rows of the register that were found and those that were missed, and the claims."""

    found: frozenset[Row]
    register: Register
    claims: tuple[Claim, ...]


def load_register(
    visits: Path, travels: Path, codes: Mapping[str, str], *, first_year: int, last_year: int
) -> Register:
    """The rows of two CSV files that begin in the years given (both included).

    Args:
        visits: columns id, start, end, visitor, from (names joined by |), description.
        travels: columns id, start, end, role, name, country, locale, remarks; only role `president` is taken.
        codes: country codes by `plain_name`.
        first_year: of the first day of a row.
        last_year: the same, included.

    Raises: DocumentError: a file has other columns, or a row has no start day.
    """
    unknown: set[str] = set()

    def code(name: str) -> str | None:
        found = codes.get(plain_name(name))
        if found is None:
            unknown.add(name)
        return found

    guests = [
        Row(guest, HOME, days, row["visitor"], name, "", row["description"])
        for row, days in _rows(visits, ("visitor", "from", "description"), first_year, last_year)
        for name in row["from"].split("|")
        if (guest := code(name))
    ]
    journeys = [
        Row(HOME, host, days, row["name"], row["country"], row["locale"], row["remarks"])
        for row, days in _rows(travels, ("role", "name", "country", "locale", "remarks"), first_year, last_year)
        if row["role"] == "president" and (host := code(row["country"]))
    ]
    return Register(tuple(guests), tuple(journeys), frozenset(unknown))


def compare(told: Iterable[VisitTold], register: Register, *, first_year: int, last_year: int) -> Comparison:
    """The register held against what was read; cancelled visits and those without a full day are left out."""
    dated = [(visit.fact, days) for visit in told if (days := days_of(visit.fact))]
    held = [(fact, days) for fact, days in dated if fact.status != "cancelled"]
    spans: dict[tuple[str | None, str | None], list[Days]] = {}
    for fact, days in held:
        spans.setdefault((fact.guest_country, fact.host_country), []).append(days)
    rows = (*register.visits, *register.travels)
    found = frozenset(
        row
        for row in rows
        if any(row.days.is_near(days, SLACK) for days in spans.get((row.guest_country, row.host_country), ()))
    )
    claims: dict[tuple[str, date], Claim] = {}
    for fact, days in held:
        guest = fact.guest_country
        if guest and first_year <= days.first.year <= last_year and _is_claim(fact):
            claims.setdefault((guest, days.first), _claim(guest, days.first, fact, register.visits))
    ordered = sorted(claims.values(), key=lambda claim: (claim.day, claim.guest_country))
    return Comparison(found, register, tuple(ordered))


def recall_groups(comparison: Comparison) -> dict[str, tuple[int, int]]:
    """(found, rows) of all visits, of those with a declared type, and of the President's travels."""
    visits, travels = comparison.register.visits, comparison.register.travels
    groups = {
        "all rows": visits,
        "typed rows": tuple(row for row in visits if row.is_typed),
        "President's travels": travels,
    }
    return {name: (sum(row in comparison.found for row in rows), len(rows)) for name, rows in groups.items()}


def register_table(comparison: Comparison) -> str:
    """Recall by group of rows and the precision of claims, a line each."""
    lines = [
        f"{name}: found {found} of {rows} = {found / max(1, rows):.3f}"
        for name, (found, rows) in recall_groups(comparison).items()
    ]
    right, claimed = sum(claim.is_confirmed for claim in comparison.claims), len(comparison.claims)
    lines.append(
        f"precision: {right} of {claimed} dated leader visits to the USA in the register"
        f" = {right / max(1, claimed):.3f}"
    )
    return "\n".join(lines)


def plain_name(name: str) -> str:
    """A country name in plain ASCII lower case without a leading article: the key of country codes."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().strip()
    return re.sub(r"\s+", " ", ascii_name).removeprefix("the ")


def days_of(fact: Told) -> Days | None:
    """The days of a visit whose first day is given in full; without an end, the end of its start."""
    first = first_day(fact.start)
    if first is None:
        return None
    last = first_day((fact.end or "").split("/")[-1]) or first_day((fact.start or "").split("/")[-1])
    return Days(first, last or first)


def first_day(text: str | None) -> date | None:
    """The day that an EDTF date or a CSV cell begins with; None for none, and for one that no calendar has."""
    match = re.match(r"\d{4}-\d\d-\d\d", text or "", re.ASCII)
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def _rows(path: Path, columns: Sequence[str], first_year: int, last_year: int) -> Iterator[tuple[dict[str, str], Days]]:
    try:
        yield from _rows_between(path, columns, first_year, last_year)
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise DocumentError(f"{path}: {fault}; want a CSV file in UTF-8") from fault


def _rows_between(
    path: Path, columns: Sequence[str], first_year: int, last_year: int
) -> Iterator[tuple[dict[str, str], Days]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"id", "start", "end", *columns} - set(reader.fieldnames or ())
        if missing:
            raise DocumentError(f"{path}: no column {', '.join(sorted(missing))}; want a register file")
        for row in reader:
            if None in row.values():
                raise DocumentError(f"{path}: line {reader.line_num} has too few cells; want one for each column")
            if not str(first_year) <= row["start"][:4] <= str(last_year):
                continue
            first = first_day(row["start"])
            if first is None:
                raise DocumentError(f"{path}: row {row['id']} starts on {row['start']!r}; want YYYY-MM-DD")
            yield row, Days(first, first_day(row["end"]) or first)


def _is_claim(fact: Told) -> bool:
    guest = fact.guest
    who = " ".join((guest.office or "", guest.name or "")) if guest else ""
    return (
        fact.host_country == HOME
        and fact.guest_country != HOME
        and fact.status in HELD
        and bool(LEADER.search(who))
        and not NO_LEADER.search(who)
    )


def _claim(guest: str, day: date, fact: Told, rows: Iterable[Row]) -> Claim:
    one_day = Days(day, day)
    confirmed = any(row.guest_country == guest and row.days.is_near(one_day, CLAIM_SLACK) for row in rows)
    return Claim(guest, day, fact, confirmed)
