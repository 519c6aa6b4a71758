"""A cluster of tellings and the facts that go with them become a visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from communique.records import Person, Place
from communique.visits import reprints
from communique.visits.consensus import Ruled, count, decide
from communique.visits.days import Span, iso, span_of
from communique.visits.model import Attribute, Leg, Report, Support, Visit
from communique.visits.statements import Head, Told, all_stated, ends
from communique.visits.telling import fold

SUDDEN = 3  # days: a visit announced later than so long before its start is sudden, unless the user sets another
_FIELDS = ("kind", "status", "notice", "occasion", "combined_with", "days", "count_in_year")
_LATEST = "9999"


def visits_of(clusters: Iterable[Sequence[Told]], ruled: Mapping[str, Mapping[str, Ruled]]) -> list[Visit]:
    """The visits of one dyad, by first day, each with its id. `ruled`: attributes set by editors, by fact id."""
    built = []
    for cluster in clusters:
        rulings = {name: set_to for told in cluster for name, set_to in ruled.get(told.telling.fact, {}).items()}
        built.append(build(cluster, rulings))
    return _named(built)


def build(cluster: Sequence[Told], ruled: Mapping[str, Ruled]) -> Visit:
    """The visit that a cluster of tellings of one dyad tells of; its `id` lacks the number among namesakes."""
    independent, original = _independent({told.head.document: told.head for told in cluster})
    stated = all_stated(cluster, independent)
    found = {name: decide(name, stated.get(name, ()), ruled.get(name)) for name in sorted({*stated, *ruled})}
    attributes = {name: attribute for name, attribute in found.items() if attribute is not None}
    guest_country, host_country = cluster[0].telling.guest_country, cluster[0].telling.host_country
    first, last, precision = _span(cluster, attributes)
    start, end = _value(attributes, "start"), _value(attributes, "end")
    announced = _announced(cluster, start, independent)
    if announced is not None:
        attributes["announced_on"] = announced
    begin = span_of(start)
    announced_on = str(announced.value) if announced else None
    reports = [_report(told, independent, original) for told in cluster]
    values: dict[str, Any] = {field: _value(attributes, field) for field in _FIELDS}
    if values["days"] is None and start and end and precision == "day":
        values["days"] = last - first + 1
    place = _value(attributes, "place")
    return Visit(
        id=f"{guest_country}-{host_country}-{_day_name(start, cluster)}",
        guest=Person(_value(attributes, "guest"), guest_country, _value(attributes, "guest_office")),
        host=Person(_value(attributes, "host"), host_country, _value(attributes, "host_office")),
        guest_country=guest_country,
        host_country=host_country,
        place=Place(place, host_country) if place else None,
        start=start,
        end=end,
        first_day=iso(first) if first else None,
        last_day=iso(last) if last else None,
        precision=precision,  # type: ignore[arg-type]
        announced_on=announced_on,
        lead_days=_days_between(announced_on, begin) if precision == "day" else None,
        sources=len(set(independent.values())),
        legs=_legs(cluster, independent),
        attributes=tuple(attributes[name] for name in sorted(attributes)),
        reports=tuple(sorted(reports, key=lambda one: (one.published or _LATEST, one.document, one.telling))),
        **values,
    )


def is_sudden(visit: Visit, threshold: int = SUDDEN) -> bool | None:
    """Whether the visit came with less than `threshold` days' notice; None if nobody says when or whether
    it was
    announced. What the texts say of it ("without prior notice") counts before the dates of the texts.
    """
    if visit.notice == "unannounced":
        return True
    if visit.lead_days is not None:
        return visit.lead_days < threshold
    return False if visit.notice == "announced" else None


def _independent(heads: Mapping[str, Head]) -> tuple[dict[str, str], dict[str, str]]:
    """For each text the source that it counts as, and the text that it reprints (itself if none)."""
    same_words: dict[str, str] = {}
    equal = [
        (document, same_words.setdefault(heads[document].sha256, document))
        for document in sorted(heads)
        if heads[document].sha256
    ]
    group = reprints.groups({document: head.sketch for document, head in heads.items()}, equal)
    original: dict[str, str] = {}
    for document in sorted(heads, key=lambda name: (heads[name].published or _LATEST, name)):
        original.setdefault(group[document], document)
    first = {document: original[group[document]] for document in heads}
    return {document: heads[first[document]].source.id for document in heads}, first


def _span(cluster: Sequence[Told], attributes: Mapping[str, Attribute]) -> tuple[int, int, str]:
    """First and last day as ordinals (0 if unknown), by the accepted values, else by when the texts came out."""
    start, end = span_of(_value(attributes, "start")), span_of(_value(attributes, "end"))
    days = _value(attributes, "days")
    if start is None:
        dated = [told.telling for told in cluster if told.telling.until]
        if not dated:
            return 0, 0, "unknown"
        return max(one.first for one in dated), min(one.until for one in dated), "unknown"
    if start.precision != "day":
        return start.first, start.last, start.precision
    if end is not None and end.precision == "day" and end.last >= start.first:
        return start.first, end.last, "day"
    return start.first, start.last + (int(days) - 1 if days else 0), "day"


def _announced(cluster: Sequence[Told], start: str | None, independent: Mapping[str, str]) -> Attribute | None:
    """The day of the earliest text that came out before the start and tells of the visit as still to come."""
    begin = span_of(start)
    plans = []
    for told in cluster:
        day = span_of(told.head.published)
        ahead = day is not None and (begin is None or day.first < begin.first)
        if told.fact.status in {"planned", None} and day is not None and day.precision == "day" and ahead:
            plans.append((day.first, told))
    if not plans:
        return None
    earliest = min(day for day, _ in plans)
    support = tuple(
        Support(told.fact.id, document, told.head.source.id, told.head.source.kind, independent[document])
        for day, told in sorted(plans, key=lambda plan: plan[1].telling.fact)
        if day == earliest
        for document in (told.head.document,)
    )
    return Attribute("announced_on", iso(earliest), count(support), support)


def _days_between(day: str | None, begin: Span | None) -> int | None:
    announced = span_of(day)
    return begin.first - announced.first if begin and announced else None


def _legs(cluster: Sequence[Told], independent: Mapping[str, str]) -> tuple[Leg, ...]:
    places: dict[str, list[Told]] = {}
    for told in cluster:
        if told.fact.place and told.fact.place.name:
            places.setdefault(fold(told.fact.place.name), []).append(told)
    legs = []
    for tellings in places.values():
        spans = [ends(told.fact) for told in tellings]
        names = sorted({told.fact.place.name for told in tellings if told.fact.place and told.fact.place.name})
        sources = len({independent[told.head.document] for told in tellings})
        country = tellings[0].telling.host_country
        start = min((start for start, _ in spans if start), default=None)
        end = max((end for _, end in spans if end), default=None)
        legs.append(Leg(Place(names[0], country), start, end, sources))
    return tuple(sorted(legs, key=lambda leg: (leg.start or _LATEST, leg.place.name or "")))


def _report(told: Told, independent: Mapping[str, str], original: Mapping[str, str]) -> Report:
    head = told.head
    first = original[head.document]
    return Report(
        telling=told.fact.id,
        document=head.document,
        source=head.source,
        published=head.published,
        mention=told.fact.mention,
        status=told.fact.status,
        independent=independent[head.document],
        title=head.title,
        url=head.url,
        reprint_of=first if first != head.document else None,
    )


def _value(attributes: Mapping[str, Attribute], name: str) -> Any:
    return attributes[name].value if name in attributes else None


def _day_name(start: str | None, cluster: Sequence[Told]) -> str:
    if start:
        return start.strip("~?%").replace("/", "--")
    if not any(told.telling.until for told in cluster):
        return "undated"
    is_ahead = all(told.telling.status == "planned" for told in cluster)
    day = min(told.telling.first for told in cluster) if is_ahead else max(told.telling.until for told in cluster)
    return iso(day)[:7]


def _named(visits: Sequence[Visit]) -> list[Visit]:
    """Visits in order, namesakes numbered by guest, then by their first telling: `.2` and so on."""
    ordered = sorted(visits, key=lambda visit: (visit.first_day or _LATEST, visit.id, _first_telling(visit)))
    seen: dict[str, int] = {}
    named = []
    for visit in sorted(ordered, key=lambda one: (one.id, one.guest.name or _LATEST, _first_telling(one))):
        seen[visit.id] = seen.get(visit.id, 0) + 1
        number = seen[visit.id]
        named.append(visit if number == 1 else msgspec.structs.replace(visit, id=f"{visit.id}.{number}"))
    return sorted(named, key=lambda visit: (visit.first_day or _LATEST, visit.id))


def _first_telling(visit: Visit) -> str:
    return min(report.telling for report in visit.reports)
