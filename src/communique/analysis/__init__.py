"""A record of visits becomes answers: when, at what level, what was said, and what changed since the last time."""

from __future__ import annotations

from communique.analysis.change import Change, change
from communique.analysis.content import Act, Label, Position, acts, labels, positions
from communique.analysis.level import Baseline, Level, Part, level
from communique.analysis.meetings import meetings
from communique.analysis.rhythm import Rhythm, dyad_rhythm, leader_rhythm
from communique.analysis.timing import Interval, Timing, days_between, timing

__all__ = [
    "Act",
    "Baseline",
    "Change",
    "Interval",
    "Label",
    "Level",
    "Part",
    "Position",
    "Rhythm",
    "Timing",
    "acts",
    "change",
    "days_between",
    "dyad_rhythm",
    "labels",
    "leader_rhythm",
    "level",
    "meetings",
    "positions",
    "timing",
]
