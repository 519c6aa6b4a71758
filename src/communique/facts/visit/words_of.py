"""The tellings of a visit and what they give it → its evidence: the words of each field, where it is told first.

What no telling says and another sentence does ("The trip was not made known in advance") has words of its own there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import msgspec

from communique.records import Evidence, VisitFact

if TYPE_CHECKING:
    from communique.facts.visit.journey import Journey
    from communique.facts.visit.journey_told import Telling

ValueT_co = TypeVar("ValueT_co", covariant=True)
Words = tuple[int, int]  # where they stand in the repaired text, half-open


class AtHand(NamedTuple, Generic[ValueT_co]):
    """What a sentence that tells of no visit gives to a field of the one at hand, and where its words stand."""

    value: ValueT_co
    start: int
    end: int


def with_words(fact: VisitFact, group: Journey, quoted: Callable[[int, int], Evidence]) -> VisitFact:
    """A visit with the words of each telling in order, then of each field whose words stand elsewhere.

    Args:
        fact: what the tellings of a journey and the rest of its text give.
        group: the journey.
        quoted: makes evidence of words of the repaired text.
    """
    given: dict[Words, list[str]] = {(t.start, t.end): [] for t in group.tellings}
    told: set[str] = set()

    def give(field: str, words: Words) -> None:
        if field not in told and getattr(fact, field) is not None:
            told.add(field)
            given.setdefault(next((w for w in given if w[0] <= words[0] and words[1] <= w[1]), words), []).append(field)

    for telling in group.tellings:
        for field in _fields(telling, fact):
            give(field, telling.asides.get(field, (telling.start, telling.end)))
    for field, found in group.at_hand.items():
        for one in (field, "combined_with") if field == "occasion" else (field,):
            give(one, (found.start, found.end))
    evidence = (msgspec.structs.replace(quoted(*words), of=tuple(fields)) for words, fields in given.items())
    return msgspec.structs.replace(fact, evidence=tuple(evidence))


def also_of(evidence: tuple[Evidence, ...], field: str, words: Evidence) -> tuple[Evidence, ...]:
    """The evidence with one field more, given by words that may lie within some of it."""
    for at, one in enumerate(evidence):
        if one.where == words.where and one.start <= words.start and words.end <= one.end:
            return (*evidence[:at], msgspec.structs.replace(one, of=(*one.of, field)), *evidence[at + 1 :])
    return (*evidence, msgspec.structs.replace(words, of=(field,)))


def _fields(telling: Telling, fact: VisitFact) -> Iterator[str]:
    """The fields of a visit to which a telling gives the value that they have."""
    guest, host, when = telling.guest, telling.host, telling.when
    if fact.guest is not None and guest is not None and guest.name == fact.guest.name:
        yield "guest"
    if telling.host_country is not None:
        yield "host_country"
    if fact.host is not None and host is not None and host.name == fact.host.name:
        yield "host"
    if fact.place is not None and telling.spot is not None:
        yield "place"
    if when is not None:
        if fact.start is not None and when.edtf.rstrip("~") == fact.start.rstrip("~"):
            yield "start"
        if fact.under_way is not None and when.edtf == fact.under_way and telling.phase == "during":
            yield "under_way"
        if fact.end is not None and fact.end in (when.end, when.edtf):
            yield "end"
    same = (
        ("visit_kind", telling.kind), ("status", telling.status), ("notice", telling.notice), ("days", telling.days),
        ("occasion", telling.occasion), ("combined_with", telling.combined_with), ("count_in_year", telling.count),
    )  # fmt: skip
    yield from (field for field, value in same if value is not None and value == getattr(fact, field))
