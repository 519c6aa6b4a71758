"""A meeting and the visits of its text → whether it was on the days of one, or falls through with one called off."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from communique.facts.meeting.one_meeting import Told
from communique.facts.ties import Ties
from communique.grammar import lazy
from communique.mentions import Page
from communique.records import VisitFact
from communique.text import Span

FINE = lazy(r"\d{4}-\d\d")  # of a date, that its month is told
MONTH = 31  # days
HAD_TO = lazy(r"\b(?:had|was|were) (?:\w+ )?to (?:visit|travel|meet|fly|go|hold)\b")
PUT_OFF = lazy(r"\b(?:had to|(?:was|were|had been) (?:\w+ )?(?:set|due|scheduled|expected|supposed|slated|to))\b")


def falls_through(page: Page, group: Sequence[Told], when: Span | None, ties: Ties) -> bool:
    """Whether it was to be part of a visit that was called off: "he was to meet Penn", "had to visit … to meet"."""
    told = [page.low[t.start : t.end] for t in group]
    if not all(t.status == "planned" or HAD_TO.search(words) for t, words in zip(group, told, strict=True)):
        return False
    return any(
        v.status == "cancelled" and {v.guest_country, v.host_country} <= set(group[0].countries)
        and (when is None or v.when is None or during(v, when))
        for v in ties.visits
    ) and any(PUT_OFF.search(words) for words in told)  # fmt: skip


def day_of(page: Page, visit: VisitFact | None, status: str | None) -> str | None:
    """The day of a meeting that is told without one: that of a visit of one day, or of the text that tells it as made.

    A text of the visit's first day can tell of no talks on a later one.
    """
    if visit is None or visit.mention != "main" or visit.start is None or len(visit.start) != len("2023-12-04"):
        return None
    if visit.days == 1 or visit.end == visit.start:
        return visit.start
    return visit.start if visit.end is None and status == "completed" and page.day == visit.start else None


def during(visit: VisitFact, when: Span | None) -> bool:
    """Whether a meeting can have been on a day of a visit."""
    if when is None or visit.when is None or len(visit.when) < 10:
        return visit.mention == "main" or when is not None
    first = datetime.date.fromisoformat(visit.when[:10])
    last = datetime.date.fromisoformat(visit.end[:10]) if visit.end and len(visit.end) >= 10 else first
    slack = datetime.timedelta(days=max(2, visit.days or 0))
    return when.first <= last + slack and first - datetime.timedelta(days=1) <= when.last


def of_that_month(visits: Sequence[VisitFact], when: Span | None) -> VisitFact | None:
    """Of visits between two countries in a year the one whose month or day is told, and is that of a meeting."""
    if when is None or (when.last - when.first).days > MONTH or FINE.match(visits[0].when or ""):
        return None
    return next((visit for visit in visits[1:] if FINE.match(visit.when or "")), None)
