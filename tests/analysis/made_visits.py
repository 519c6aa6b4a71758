"""Visits and facts made by hand, in few words."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.records import (
    CommitmentFact,
    Evidence,
    Person,
    ProtocolFact,
    RelationshipFact,
    StanceFact,
)
from communique.visits.days import iso, span_of
from communique.visits.model import Attribute, Support, Visit

GUEST = "Alexander Lukashenko"


def visit(
    start: str | None, end: str | None = None, *, way: str = "BLR-CHN", who: str | None = GUEST, **fields: Any
) -> Visit:
    """A completed visit of a president; its known days follow from `start` and `end`."""
    guest, host = way.split("-")
    first, last = span_of(start), span_of(end or start)
    made = {
        "first_day": iso(first.first) if first else None,
        "last_day": iso(last.last) if last else None,
        "precision": first.precision if first else "unknown",
        "status": "completed",
        "guest": Person(who, guest, fields.pop("office", "president")),
        "host": Person(None, host, None),
    }
    signals = fields.pop("signals", {})
    attributes = tuple(
        Attribute(f"protocol:{signal}", reported, 1, (Support(f"{way}{start}{signal}", "d", "s", "press", "s"),))
        for signal, reported in signals.items()
    )
    return Visit(
        id=fields.pop("id", f"{way}-{start}"),
        guest_country=guest,
        host_country=host,
        start=start,
        end=end,
        attributes=attributes,
        **{**made, **fields},
    )


def words(quote: str) -> tuple[Evidence, ...]:
    return (Evidence(0, len(quote), quote),)


def protocol(signal: str, reported: str = "yes", **fields: Any) -> ProtocolFact:
    fact = ProtocolFact(
        id=f"p-{signal}", evidence=words(signal), rule="by hand", signal=signal, reported="yes", **fields
    )
    return msgspec.structs.replace(fact, reported=reported)


def commitment(action: str, strength: int = 4, fields: tuple[str, ...] = ("trade",), **more: Any) -> CommitmentFact:
    parties = more.pop("parties", ("BLR", "CHN"))
    name = more.pop("id", f"c-{action}-{strength}")
    base = {"evidence": words(action), "rule": "by hand", "parties": parties, "fields": fields}
    return CommitmentFact(id=name, action=action, strength=strength, **{**base, **more})


def stance(formula: str, polarity: str = "support", issue: str = "one_china", holder: str = "BLR") -> StanceFact:
    fact = StanceFact(
        id=f"s-{formula}-{holder}-{issue}",
        evidence=words(formula),
        rule="by hand",
        holder=(holder,),
        polarity="support",
        issue=issue,
        toward="CHN",
        formula=formula,
    )
    return msgspec.structs.replace(fact, polarity=polarity)


def relationship(label: str, *parties: str) -> RelationshipFact:
    parties = parties or ("BLR", "CHN")
    return RelationshipFact(id=f"r-{label}", evidence=words(label), rule="by hand", parties=parties, label=label)
