"""A visit told as so long before or after another → its days: "paid a visit on 4 May, a year after Penn's to Vesta"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.facts.visit.dated import days_of
from communique.grammar import Match, lazy
from communique.mentions import Page, Sentence
from communique.text import NUMBERS, Span, moved

if TYPE_CHECKING:
    from communique.facts.visit.journey_told import Telling

APART = lazy(
    rf"\b(?P<number>\d\d?|{'|'.join(NUMBERS)}) (?P<unit>day|week|month|year)s? (?P<way>after|before) (?:the )?$"
)
OWN = ("after ", "before ")  # with which a match itself may begin


def days_apart(page: Page, sentence: Sentence, telling: Telling, found: Sequence[Telling]) -> Span | None:
    """The days of a visit that is told as so many days, weeks, months or years before or after another.

    Args:
        page: its page.
        sentence: its sentence.
        telling: the visit, without a date of its own.
        found: all visits that the sentence tells of.
    """
    match = telling.match
    hit = _apart(match) if match is not None else None
    if match is None or hit is None:
        return None
    number, unit, way = hit
    base = next((t.when for t in found if t is not telling and t.when is not None), None)
    base = base or _named(page, sentence, match.start)
    if base is None and unit in ("month", "year"):
        base = page.today()
    if base is None or (unit in ("day", "week") and not base.end and base.first != base.last):
        return None
    return moved(base.first, unit, number if way == "before" else -number)


def _apart(match: Match) -> tuple[int, str, str] | None:
    text = match.shadow.text.lower()
    own = next((len(word) for word in OWN if text.startswith(word, match.start)), 0)
    hit = APART.search(text, 0, match.start + own)
    return (NUMBERS.get(hit["number"]) or int(hit["number"]), hit["unit"], hit["way"]) if hit else None


def _named(page: Page, sentence: Sentence, at: int) -> Span | None:
    """The date that stands before an offset of the shadow; not one behind "since", with which all is compared."""
    shadow = sentence.shadow
    dates = [(place, i) for place, i in shadow.items.items() if i.type == "date" and place < at]
    before = [i for place, i in dates if not shadow.text.endswith("since ", 0, place)]
    before = [i for i in before if i.start >= page.dated[1]]
    return days_of(page, before[-1], None) if before else None
