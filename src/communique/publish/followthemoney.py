"""Visits become FollowTheMoney entities (Event and Person), as JSON Lines.

A visit is an Event and no Trip: a Trip must say from which address the traveller left, which texts rarely do. Dates are
cut to what is known (`2023-02`), as the schema has it. Countries are ISO 3166-1 alpha-2 in small letters.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from communique import knowledge
from communique.publish.saying import kind_words, visit_line
from communique.publish.tables import each_visit
from communique.publish.wording import name
from communique.records import Person
from communique.store import Store
from communique.visits.model import Visit
from communique.visits.telling import fold

DATASET = "communique"


def export_followthemoney(store: Store, file: TextIO) -> int:
    """Writes one entity a line and gives their number; each person once, before the first visit that names it."""
    count = 0
    for entity in entities(each_visit(store)):
        file.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return count


def entities(visits: Iterable[Visit]) -> Iterator[dict[str, Any]]:
    """The persons and visits as entities; cancelled visits, which did not happen, are left out."""
    seen: set[str] = set()
    for visit in visits:
        if visit.status == "cancelled":
            continue
        people = [(who, _key(who)) for who in (visit.guest, visit.host) if who.name]
        for who, key in people:
            if key not in seen:
                seen.add(key)
                yield _entity(key, "Person", _person(who))
        yield _entity(f"{DATASET}-visit-{visit.id}", "Event", _event(visit, [key for _, key in people]))


def date_prefix(edtf: str | None) -> str | None:
    """A date as a prefix of ISO 8601, as precise as it is; of a span its first day. None if it is no date."""
    found = (edtf or "").partition("/")[0].strip("~?%.").replace("-XX", "")
    return found or None


def _event(visit: Visit, involved: Sequence[str]) -> dict[str, Sequence[str | None]]:
    place = f"{visit.place.name}, {name(visit.host_country)}" if visit.place and visit.place.name else None
    return {
        "name": [f"{visit.guest.name or name(visit.guest_country)}: {kind_words(visit)} to {name(visit.host_country)}"],
        "summary": [visit_line(visit)],
        "startDate": [date_prefix(visit.start)],
        "endDate": [date_prefix(visit.end)],
        "location": [place],
        "country": [_iso2(visit.host_country)],
        "involved": involved,
        "recordId": [visit.id],
        "keywords": [visit.kind, visit.status],
        "sourceUrl": list(dict.fromkeys(report.url for report in visit.reports)),
        "publisher": list(dict.fromkeys(report.source.name for report in visit.reports)),
    }


def _person(who: Person) -> dict[str, Sequence[str | None]]:
    return {"name": [who.name], "nationality": [_iso2(who.country)], "position": [who.office]}


def _entity(key: str, schema: str, properties: Mapping[str, Sequence[str | None]]) -> dict[str, Any]:
    given = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in given.items() if values},
        "datasets": [DATASET],
    }


def _key(who: Person) -> str:
    digest = hashlib.blake2b(f"{fold(who.name)}|{who.country}".encode(), digest_size=8).hexdigest()
    return f"{DATASET}-person-{digest}"


def _iso2(country: str | None) -> str | None:
    found = knowledge.load().country(country) if country else None
    return found.iso2.lower() if found and found.iso2 else None
