"""Many reports become one visit: linking with reasons, consensus and contest, judgements that can be undone."""

from __future__ import annotations

from communique.visits.model import (
    Attribute,
    Claim,
    Judgement,
    Leg,
    LinkScore,
    Reason,
    Report,
    ReviewItem,
    Source,
    SourceKind,
    Support,
    Verdict,
    Visit,
)

__all__ = [
    "Attribute",
    "Claim",
    "Judgement",
    "Leg",
    "LinkScore",
    "Reason",
    "Report",
    "ReviewItem",
    "Source",
    "SourceKind",
    "Support",
    "Verdict",
    "Visit",
]
