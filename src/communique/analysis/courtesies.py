"""A visit and its protocol facts become its courtesies in short: what the record accepts of each that is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from communique.records import ProtocolFact
from communique.visits.model import Visit

_PREFIX = "protocol:"


class Courtesy(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One courtesy that texts tell of: given or said to be absent, and the highest rank 0 to 6 of who did it."""

    signal: str
    reported: Literal["yes", "no"]
    rank: int | None = None


def courtesies(visit: Visit, facts: Iterable[ProtocolFact]) -> tuple[Courtesy, ...]:
    """The courtesies of a visit by signal; ranks are of the facts that say what the record accepts."""
    ranks: dict[tuple[str, str], int] = {}
    for fact in facts:
        if fact.rank is not None:
            key = fact.signal, fact.reported
            ranks[key] = max(fact.rank, ranks.get(key, 0))
    told = {one.name.removeprefix(_PREFIX): one.value for one in visit.attributes if one.name.startswith(_PREFIX)}
    return tuple(_courtesy(signal, told[signal] == "yes", ranks) for signal in sorted(told))


def _courtesy(signal: str, is_given: bool, ranks: dict[tuple[str, str], int]) -> Courtesy:
    reported: Literal["yes", "no"] = "yes" if is_given else "no"
    return Courtesy(signal, reported, ranks.get((signal, reported)))
