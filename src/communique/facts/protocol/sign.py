"""One courtesy as one sentence tells it, before the tellings of a text are put together."""

from __future__ import annotations

import msgspec

from communique.mentions import Figure
from communique.records import VisitFact


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """One courtesy as one sentence tells it; the span counts in the repaired text."""

    signal: str
    reported: str
    start: int
    end: int
    rule: str
    visit: VisitFact
    official: Figure | None = None
    venue: str | None = None
    count: int | None = None
