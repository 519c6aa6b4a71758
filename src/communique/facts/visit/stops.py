"""Turns the rest of an itinerary into further tellings: "was in Cairo on Monday, in Amman on Tuesday and in Ankara"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from communique.codebook import LETTERS
from communique.facts.visit.beside import by_date
from communique.facts.visit.dated import days_of
from communique.grammar import Match, lazy
from communique.mentions import Page
from communique.mentions.spots import Spot
from communique.text import Tense

if TYPE_CHECKING:
    from communique.facts.visit.journey_told import Telling

PLACE = f"[{LETTERS['country']}{LETTERS['city']}{LETTERS['venue']}]"
DATE = LETTERS["date"]
NEXT = lazy(
    r"(?: [^,;.]{0,30}?)?(?:,? (?:and |before |then |and then |and on )|, )"
    rf"(?:(?:then|from {LETTERS['there']}) )?(?:in|to|at|on to|going on to) (?:the )?"
    rf"(?P<place>{PLACE})(?: (?:on |from |in )?(?P<date>{DATE}))?"
)
ALONG = lazy(  # "visit the islands this week, along with Moor"
    rf"(?: (?:on |in |this |next |last )?{DATE})?,? (?:along with|as well as|together with|plus) (?:the )?"
    rf"(?P<place>{PLACE})(?P<date>)(?=[,.;]| and | for | on | in | as |$)"
)
LIST = lazy(rf"(?:, |,? and (?:then )?)(?:the )?(?P<place>{PLACE})(?P<date>)(?=[,.;]| and | for | where | before |$)")
LATER = lazy(rf"\b(?:then|before|on to) |{LETTERS['there']}")  # a stop after the first, on another day


def stops(page: Page, match: Match, first: Telling) -> Iterator[Telling]:
    """The further stops of the journey that a match begins, each with its own day where the words give one."""
    shadow = match.shadow
    at = match.end
    later = False
    text = shadow.text
    while (hit := NEXT.match(text, at) or LIST.match(text, at) or ALONG.match(text, at)) is not None:
        at, later = hit.end(), later or LATER.search(hit[0]) is not None
        value = shadow.items[hit.start("place")].value
        spot = value if isinstance(value, Spot) else Spot(None, value)
        if spot.country in (None, first.guest_country, first.host_country):
            continue
        stop = msgspec.structs.replace(
            first, host=None, host_country=spot.country, spot=spot if spot.name else None, when=None, undated=later,
            start=shadow.span(hit.start("place"), at)[0], end=shadow.span(hit.start("place"), at)[1],
        )  # fmt: skip
        if hit["date"]:
            item = shadow.items[hit.start("date")]
            tense: Tense = "future" if stop.status == "planned" else "past"
            stop.when = days_of(page, item, tense)
        if stop.when is not None:
            stop.status = by_date(stop, stop.when, page.day)
        yield stop
