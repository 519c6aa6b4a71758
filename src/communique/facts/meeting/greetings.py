"""Meetings and courtesies of a text → these without a meeting that is only the greeting of a guest on his arrival."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.records import AnyFact, Evidence, MeetingFact, ProtocolFact


def without_greetings(level: Sequence[AnyFact]) -> list[AnyFact]:
    """The facts; a meeting that is told only in the words of an airport greeting is none, else it loses these words."""
    greeted = [
        piece
        for fact in level
        if isinstance(fact, ProtocolFact) and fact.signal == "airport_greeting"
        for piece in fact.evidence
    ]
    kept: list[AnyFact] = []
    for fact in level:
        if not (greeted and isinstance(fact, MeetingFact)):
            kept.append(fact)
            continue
        own = tuple(piece for piece in fact.evidence if not any(_overlap(piece, other) for other in greeted))
        if own:
            kept.append(msgspec.structs.replace(fact, evidence=own))
    return kept


def _overlap(one: Evidence, two: Evidence) -> bool:
    return one.where == two.where and one.start < two.end and two.start < one.end
