"""Tellings of one dyad become groups that compare alike, in an order that follows from their content alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TypeAlias

import msgspec

from communique.visits.score import DOUBTFUL
from communique.visits.telling import Grain, Telling

GRAINS: tuple[tuple[Grain, ...], ...] = (("day",), ("month", "published"), ("year",), ("none",))


class Rulings(msgspec.Struct, frozen=True):
    """What editors decided on pairs of tellings, by fact ids in order."""

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


class Group(msgspec.Struct, frozen=True):
    """Tellings that compare alike, from any number of texts."""

    key: str
    one: Telling
    texts: frozenset[str]
    members: tuple[Telling, ...]


Cluster: TypeAlias = tuple[Group, ...]


def grouped(tellings: Iterable[Telling], rulings: Rulings) -> list[Group]:
    """The groups, by first day, last day, content; a telling that an editor ruled on is a group of its own."""
    ruled = ruled_facts(rulings)
    alike: dict[tuple[object, ...], list[Telling]] = {}
    for telling in tellings:
        own = (telling.fact,) if telling.fact in ruled else ()
        alike.setdefault((*telling.signature, *own), []).append(telling)
    groups = [
        Group(
            key=repr(signature),
            one=members[0],
            texts=frozenset(telling.document for telling in members),
            members=tuple(members),
        )
        for signature, members in ((key, sorted(found)) for key, found in alike.items())
    ]
    return sorted(groups, key=lambda group: (group.one.first, group.one.until, group.key))


def ruled_facts(rulings: Rulings) -> set[str]:
    """The tellings that an editor ruled on."""
    return {fact for pair in rulings.same | rulings.apart for fact in pair}


def key_of(group: Group) -> tuple[int, int, str]:
    """What groups are sorted by."""
    return group.one.first, group.one.until, group.key


def closeness(telling: Telling) -> int:
    """0 for a telling dated to the day, more for looser ones."""
    return next(at for at, grains in enumerate(GRAINS) if telling.grain in grains)


def first_key(cluster: Cluster) -> tuple[int, int, str]:
    """What clusters are sorted by."""
    return min(map(key_of, cluster))


def near(groups: Sequence[Group]) -> Iterable[tuple[Group, Group]]:
    """Pairs whose spans lie within the doubtful distance, of groups sorted by first day: a sweep, not a square."""
    if groups and groups[0].one.grain == "none":
        yield from combinations(groups, 2)
        return
    for at, one in enumerate(groups):
        for two in groups[at + 1 :]:
            if two.one.first > one.one.until + DOUBTFUL:
                break
            yield one, two
