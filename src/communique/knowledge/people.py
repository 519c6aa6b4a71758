"""The rows of leaders.csv, officials.csv and persons.csv into people and the offices they held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from communique.knowledge.names import fold
from communique.knowledge.tables import Holder, Office, Person

Row: TypeAlias = Mapping[str, str]

ONE_SEAT = frozenset(
    "president king queen emperor emir sultan pope prime_minister premier chancellor taoiseach "  # noqa: SIM905
    "supreme_leader general_secretary first_secretary foreign_minister defence_minister national_security_adviser "
    "secretary_of_state finance_minister secretary_general".split()
)


def holders_and_persons(
    rows: Mapping[str, Sequence[Row]], offices: Iterable[Office]
) -> tuple[tuple[Holder, ...], tuple[Person, ...]]:
    """All terms of office, sorted by country, office and start, and the people who held them."""
    codes = {form.casefold(): office for office in offices for form in (*office.forms, office.code)}
    codes |= {office.code.replace("_", " "): office for office in offices}
    terms = list(_terms(rows))
    keys = _keys(terms, rows["persons"])
    aliases = _aliases(terms, keys, rows["persons"])
    found = [_holder(row, keys[_identity(row)], aliases, codes) for row in terms]
    closed = _closed(sorted(dict.fromkeys(found), key=lambda h: (h.country, h.office, h.start, h.name)))
    people = sorted({keys[_identity(row)] for row in terms} | {f"{r['name']}|{r['iso3']}" for r in rows["persons"]})
    return closed, tuple(Person(key, *_parts(key), aliases[key]) for key in people)


def _parts(key: str) -> tuple[str, str]:
    name, _, country = key.rpartition("|")
    return name, country


def _terms(rows: Mapping[str, Sequence[Row]]) -> Iterator[dict[str, str]]:
    for row in rows["leaders"]:
        yield {**row, "country": row["iso3"], "title": row["office"]}
    for row in rows["officials"]:
        title = row["office"] if row["office_kind"] != "president" else row["office_kind"]
        yield {
            **row,
            "country": row["iso3"] or row["organisation"],
            "aliases": row.get("aliases", ""),
            "office": row["office_kind"],
            "title": title,
            "role": "official",
            "note": "",
        }


def _identity(row: Row) -> tuple[str, str]:
    return fold(row["person"]).casefold(), row["country"]


def _keys(terms: Iterable[Row], persons: Iterable[Row]) -> dict[tuple[str, str], str]:
    """The key of each (name, country): as persons.csv says, else one key for one Wikidata id, else its own."""
    named: dict[tuple[str, str], str] = {}
    anywhere: dict[str, str] = {}
    for row in persons:
        key = f"{row['name']}|{row['iso3']}"
        for form in (row["name"], *row["aliases"].split("|")):
            named[(fold(form).casefold(), row["iso3"])] = key
            anywhere.setdefault(fold(form).casefold(), key)
    by_item: dict[str, str] = {}
    keys: dict[tuple[str, str], str] = {}
    for row in terms:
        name, country = identity = _identity(row)
        item = row["wikidata_qid"]
        known = named.get(identity) or anywhere.get(name) or by_item.get(item) or keys.get(identity)
        keys[identity] = known or f"{row['person']}|{country}"
        if item:
            by_item.setdefault(item, keys[identity])
    return keys


def _aliases(
    terms: Iterable[Row], keys: Mapping[tuple[str, str], str], persons: Iterable[Row]
) -> dict[str, tuple[str, ...]]:
    """Every other name of a person, as the files write them; bare surnames among them."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in persons:
        written = f"{row['aliases']}|{row['surnames']}".split("|")
        found[f"{row['name']}|{row['iso3']}"].update(dict.fromkeys(written))
    for row in terms:
        key = keys[_identity(row)]
        found[key].update(dict.fromkeys([row["person"], *row["aliases"].split("|")]))
    return {key: tuple(n for n in names if n and n != key.rsplit("|", 1)[0]) for key, names in found.items()}


def _holder(row: Row, key: str, aliases: Mapping[str, tuple[str, ...]], codes: Mapping[str, Office]) -> Holder:
    office = codes.get(row["office"].split(" (as ")[0].casefold()) or codes.get(row["title"].casefold())
    end = row["end"] or None
    return Holder(
        person=key,
        name=key.rsplit("|", 1)[0],
        aliases=aliases[key],
        country=row["country"],
        office=office.code if office else row["office"].replace(" ", "_").replace("-", "_"),
        title=row["title"],
        role=row["role"],
        start=row["start"],
        end=end,
        last=end or (row["as_of"] if row["role"] == "official" or row["end_status"] == "unknown" else None),
        rank=office.rank if office else None,
        source=row["source"],
        note=row["note"] or None,
    )


def _closed(holders: Sequence[Holder]) -> tuple[Holder, ...]:
    """The terms, with one of unknown end counted only up to the day the next holder of that one seat begins."""
    seats: dict[tuple[str, str, str], list[Holder]] = defaultdict(list)
    for holder in holders:
        seats[(holder.country, holder.office, holder.role)].append(holder)
    closed = []
    for seat in seats.values():
        for place, holder in enumerate(seat):
            later = (h.start for h in seat[place + 1 :] if h.person != holder.person and h.start > holder.start)
            successor = next(later, None) if holder.end is None and holder.office in ONE_SEAT else None
            if successor and (holder.last is None or successor < holder.last):
                holder = msgspec.structs.replace(holder, last=successor)  # noqa: PLW2901
            closed.append(holder)
    return tuple(closed)
