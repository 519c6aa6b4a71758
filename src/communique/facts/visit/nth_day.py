"""A sentence that tells of the nth day of a visit, or of its end → the first or last day of that visit."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec

from communique.grammar import lazy
from communique.mentions import Page
from communique.text import Span

if TYPE_CHECKING:
    from communique.facts.visit.journey_told import Telling

NTH_DAY = lazy(
    r"\b(?:on )?the (?:second and |third and )?(first|second|third|fourth|fifth|last|final|closing) (?:full )?day of "
    r"\S+ (?:\S+ ){0,4}(?:visit|trip|tour|stay)\b"
    r"|\b(?:at|upon) the (?:end|conclusion|close) of (?:the|an?|his|her|their) (?:\S+ ){0,3}(?:visit|trip|tour|stay)\b"
)
NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}


def count_from(page: Page, words: str, until: int, telling: Telling) -> None:
    """Gives a telling of one day of a visit its first or last day: "today, on the second day of his visit".

    `until`: where the words end before which that has to begin.
    """
    nth = NTH_DAY.search(words) if telling.when is not None else None
    if nth is None or telling.when is None or nth.start() >= until:
        return
    word = nth[1] or "last"
    if word in NTH and telling.when.edtf == page.day and telling.status in (None, "completed"):
        telling.status = "ongoing"
    if telling.when.end and word in NTH and telling.when.edtf == page.day:  # "today, the second day of a visit until"
        first = telling.when.first - datetime.timedelta(days=NTH[word])
        telling.when = msgspec.structs.replace(telling.when, edtf=first.isoformat(), first=first)
    telling.when, telling.phase = _of_nth(telling.when, word, telling.phase)


def _of_nth(when: Span, word: str, phase: str | None) -> tuple[Span, str | None]:
    """Of a day that is the second, or the last, of a visit: its first day, or that it is its last."""
    if when.end or when.first != when.last:
        return when, phase
    if word not in NTH:
        return msgspec.structs.replace(when, edtf=when.first.isoformat()), "end"
    day = when.first - datetime.timedelta(days=NTH[word])
    return Span(day.isoformat(), None, day, day), "begin"
