"""What the world knows: countries, people in office, bodies, summits, venues; look-up by day."""

from __future__ import annotations

from communique.knowledge.asking import Answer
from communique.knowledge.checking import Problem, check
from communique.knowledge.knowledge import Knowledge, load
from communique.knowledge.tables import (
    Body,
    City,
    Country,
    Holder,
    Lead,
    Office,
    Person,
    Series,
    SourceInfo,
    SummitEvent,
    Surface,
    SurfaceType,
    Tables,
    Venue,
)

__all__ = [
    "Answer",
    "Body",
    "City",
    "Country",
    "Holder",
    "Knowledge",
    "Lead",
    "Office",
    "Person",
    "Problem",
    "Series",
    "SourceInfo",
    "SummitEvent",
    "Surface",
    "SurfaceType",
    "Tables",
    "Venue",
    "check",
    "load",
]
