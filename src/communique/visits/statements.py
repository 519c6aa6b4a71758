"""The reports of one visit become statements: who states which value of which property."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from communique.records import MeetingFact, ProtocolFact, VisitFact
from communique.visits.consensus import Stated
from communique.visits.days import span_of
from communique.visits.model import Source, Support, Value
from communique.visits.telling import Telling, fold, names_agree

_TALKS = {None, "one_on_one", "bilateral", "expanded"}


class Head(NamedTuple):
    """What the record knows of a text beside its facts."""

    document: str
    source: Source
    published: str | None
    title: str | None
    url: str | None
    sha256: str
    sketch: bytes


class Told(NamedTuple):
    """One telling with its fact, its text, and the protocol and meetings that the text ties to it."""

    telling: Telling
    fact: VisitFact
    head: Head
    parts: tuple[ProtocolFact | MeetingFact, ...] = ()


def all_stated(cluster: Sequence[Told], independent: Mapping[str, str]) -> dict[str, list[Stated]]:
    """Every statement by the name of the attribute; `independent` says what source each text counts as."""
    stated: dict[str, list[Stated]] = {}
    is_dated = any(told.fact.start for told in cluster)
    for told in cluster:
        for fact, name, value in _statements(told, is_dated=is_dated):
            by = Support(
                fact,
                told.head.document,
                told.head.source.id,
                told.head.source.kind,
                independent[told.head.document],
            )
            stated.setdefault(name, []).append(Stated(value, by))
    return stated


def _statements(told: Told, *, is_dated: bool) -> Iterator[tuple[str, str, Value]]:
    """What one report states; a day on which the guest was there stands for the first only where no report has that."""
    fact = told.fact
    start, end = ends(fact)
    start = start if is_dated else fact.when
    given: dict[str, Value | None] = {
        "guest": fact.guest.name if fact.guest else None,
        "guest_office": fact.guest.office if fact.guest else None,
        "host": fact.host.name if fact.host else None,
        "host_office": fact.host.office if fact.host else None,
        "place": fact.place.name if fact.place else None,
        "start": start,
        "end": end,
        "kind": fact.visit_kind,
        "status": fact.status,
        "notice": fact.notice,
        "occasion": fact.occasion,
        "combined_with": fact.combined_with,
        "days": fact.days,
        "count_in_year": fact.count_in_year,
    }
    yield from ((fact.id, name, value) for name, value in given.items() if value is not None)
    for part in told.parts:
        if isinstance(part, ProtocolFact):
            yield part.id, f"protocol:{part.signal}", part.reported
            if part.signal == "talks_venue" and part.venue and part.reported == "yes":
                yield part.id, "venue", part.venue
        elif part.venue and part.format in _TALKS and _is_with_host(part, fact):
            yield part.id, "venue", part.venue


def _is_with_host(meeting: MeetingFact, visit: VisitFact) -> bool:
    """The meeting was with the host, as far as either is named: not with one of the host's ministers."""
    host = fold(visit.host.name) if visit.host else ""
    met = [fold(one.name) for one in meeting.participants if one.country != visit.guest_country and one.name]
    return not host or not met or any(names_agree(host, name) for name in met)


def ends(fact: VisitFact) -> tuple[str | None, str | None]:
    """Start and end as stated; a start given as a span of days is both."""
    left, slash, right = (fact.start or "").partition("/")
    span = span_of(fact.start)
    if slash and span is not None and span.precision == "day" and right:
        return left, fact.end or right
    return fact.start, fact.end
