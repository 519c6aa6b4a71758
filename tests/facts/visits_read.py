"""Some words, read as a text of a day → the visits that they state."""

from __future__ import annotations

from communique import read
from communique.records import VisitFact


def visits_of(words: str, day: str | None) -> list[VisitFact]:
    """The visits, in their order."""
    return [fact for fact in read(words, published=day).facts if isinstance(fact, VisitFact)]


def guest_of(visit: VisitFact) -> str | None:
    """The name of its guest."""
    return visit.guest.name if visit.guest else None
