"""Many reports become one visit: links with reasons, consensus and contest, judgements to be undone."""

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
