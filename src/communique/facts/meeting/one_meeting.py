"""Tellings of meetings → those of one meeting together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.mentions import Figure
from communique.mentions.spots import Spot
from communique.records import Status
from communique.text import Span

HEAD = 6  # the rank of a head of state, whose talks are with another one


class Told(msgspec.Struct, kw_only=True):
    """One meeting as one sentence tells it; the span counts in the repaired text."""

    start: int
    end: int
    sentence: int
    rule: str
    people: tuple[Figure, ...]
    countries: tuple[str, ...]
    when: Span | None = None
    venue: Spot | None = None
    format: str | None = None
    status: Status | None = None
    spoken: bool = False  # they may have talked at a distance
    long_ago: bool = False  # a day is told on which the visit at hand was not


def grouped(found: Iterable[Told]) -> list[list[Told]]:
    """The tellings of one meeting together, in the order of the text."""
    groups: list[list[Told]] = []
    kinds: list[dict[object, Told]] = []  # of each group, one telling of each kind: equal ones are not asked again
    for told in found:
        kind = told.format == "call", told.status, told.when, told.countries, told.people
        home = next((at for at, held in enumerate(kinds) if all(_same(known, told) for known in held.values())), None)
        if home is None:
            groups.append([told])
            kinds.append({kind: told})
        else:
            groups[home].append(told)
            kinds[home].setdefault(kind, told)
    return groups


def _same(one: Told, two: Told) -> bool:
    """Whether two tellings can be of one meeting."""
    if one.long_ago != two.long_ago or (
        (one.format == "call") != (two.format == "call") and not (_goes_on(one, two) or _goes_on(two, one))
    ):
        return False
    if {one.format, two.format} == {"one_on_one", "expanded"}:
        return False  # alone first, then with their ministers
    if {one.status, two.status} in ({"planned", "completed"}, {"cancelled", "completed"}):
        return False
    if (
        one.when is not None
        and two.when is not None
        and (one.when.last < two.when.first or two.when.last < one.when.first)
    ):
        return False
    if one.countries != two.countries:
        return False
    few, many = sorted((one.people, two.people), key=len)
    if any(f.rank == HEAD and _lesser(few, many) for f in few):
        return False
    return all(any(_alike(figure, other) for other in many) for figure in few)


def _goes_on(call: Told, two: Told) -> bool:
    """Whether what was said after a call is told was said in it: no place, no day, no format."""
    told = two.format in (None, "bilateral") and two.venue is None and two.when is None
    return call.format == "call" and two.spoken and told


def _lesser(few: Sequence[Figure], many: Sequence[Figure]) -> bool:
    """Whether somebody below a head of state stands where the shorter list names nobody on the other side."""
    named = {figure.country for figure in few}
    others = [figure for figure in many if figure.country not in named]
    return bool(others) and all(figure.rank is not None and figure.rank < HEAD for figure in others)


def _alike(one: Figure, two: Figure) -> bool:
    if one.name is None or two.name is None:
        return one.country == two.country
    if one.same_as(two):
        return True
    known = one.key is not None and two.key is not None  # two presidents of one land
    return not known and one.country == two.country and one.office == two.office and one.office is not None
