"""A visit that its tellings tell as made, and the page → whether it goes on: a part of it is still to come."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from communique.facts.ties import country_of
from communique.facts.visit.dated import days_of
from communique.facts.visit.journey_told import Telling, speaks_of_guest
from communique.facts.worth import sentences_with
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.text import Span

SOON = datetime.timedelta(days=4)
LATELY = datetime.timedelta(days=3)  # before the text, on which a visit may have begun that goes on
LEAVES = ("leaves", "departs", "leave", "depart")
AHEAD = lazy(r"\b(?:will|(?:is|are) (?:\w+ )?(?:scheduled|due|set|expected|slated)? ?to|tomorrow)\b")


def goes_on(page: Page, tellings: Sequence[Telling], others: Sequence[Telling], told: str | None) -> bool:
    """Whether parts of a visit, talks of its guest there, or his leaving for elsewhere are told for the next days.

    `others`: the tellings of the page that are not of this visit; `told`: its status by its own.
    """
    today = page.today()
    if today is None or told not in (None, "completed"):
        return False
    parts = [t.when for t in tellings if t.status == "planned" and t.when is not None]
    if told == "completed" and any(today.first <= when.first <= today.first + SOON for when in parts):
        return True
    ahead = any(when.first > today.first for when in parts)
    return not ahead and (_leaves_soon(tellings, others, today) or _has_programme(page, tellings, others, today))


def _has_programme(page: Page, tellings: Sequence[Telling], others: Sequence[Telling], today: Span) -> bool:
    """Whether the guest, who came in these days, is to do something there in the next: "they will talk on Tuesday"."""
    begun = next((t.when for t in tellings if t.when is not None), None)
    if (
        begun is None
        or not today.first - LATELY <= begun.first <= today.first
        or any(t.phase == "end" for t in tellings)
    ):
        return False
    elsewhere = {t.sentence for t in others}
    lands = {t.host_country for t in tellings}
    for index in sentences_with(page, AHEAD, 0):
        if index in elsewhere:
            continue
        sentence = page.sentence(index)
        if _is_soon(page, sentence, today) and _is_there(sentence, lands) and speaks_of_guest(page, sentence, tellings):
            return True
    return False


def _is_soon(page: Page, sentence: Sentence, today: Span) -> bool:
    spans = (days_of(page, item, "future") for item in sentence.of("date") if item.start >= page.dated[1])
    return any(span is not None and today.last < span.first <= today.first + SOON for span in spans)


def _is_there(sentence: Sentence, lands: set[str | None]) -> bool:
    """Whether a sentence places nothing outside the host's land."""
    return {country_of(item.value) for item in sentence.of("city", "country")} <= lands


def _leaves_soon(tellings: Sequence[Telling], others: Sequence[Telling], today: Span) -> bool:
    """Whether the guest is to leave for another country in the days to come: "Penn leaves for Vesta on Thursday"."""
    return any(
        t.guest is not None
        and t.status == "planned"
        and t.match is not None
        and t.match.head_text in LEAVES
        and t.when is not None
        and today.first < t.when.first <= today.first + SOON
        and any(own.guest is not None and own.guest.same_as(t.guest) for own in tellings)
        for t in others
    )
