"""A telling and its sentence → whether somebody went for a gathering of many and for nothing else: "for the G20"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import LETTERS
from communique.codebook.adjuncts import Found, load_adjuncts
from communique.facts.ties import country_of
from communique.facts.visit.journey_told import Telling
from communique.facts.visit.places import gathering_told
from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence

EVENT_ONLY = "event_only"
GATHERINGS = ("G7", "G8", "G20", "PIF")  # bodies that are called by the name of their summit
SUMMIT = lazy(r"\b(?:summit|forum|conference|assembly)\b")
OF_TWO = lazy(r"(?:^|\W)EU[-–—]|[-–—]EU\b")  # "the EU-China summit" is between two
REACH = 90  # letters of the shadow between a telling's verb and the event
PLACES = ("city", "country")
SINCE = lazy(r"\b(?:since|following|after) ")  # in what a visit is measured against
NEXT = lazy(rf"[{LETTERS['person']};:]|\b(?:on to|who|which|where|after|before|ahead of|following|since)\b")


def mark_events(page: Page, sentence: Sentence, found: Sequence[Telling]) -> None:
    """Gives those tellings of a sentence their kind, and the event, whose words say that they were for that only."""
    beside = load_adjuncts().read(sentence.shadow.text, "event")
    seen: list[Match] = []
    for telling in found if beside else ():
        again = any(telling.match is match for match in seen)  # "came to Vesta for the summit, and in May"
        event = None if again else _event_of(page, sentence, telling, beside)
        if event is not None:
            telling.kind = EVENT_ONLY
            telling.asides["visit_kind"] = telling.asides["combined_with"] = sentence.shadow.span(
                event.start, event.end
            )
            telling.combined_with = gathering_told(sentence.shadow.items_in(event.start, event.end))
        seen += [telling.match] if telling.match is not None else []


def _event_of(page: Page, sentence: Sentence, telling: Telling, beside: Sequence[Found]) -> Found | None:
    """What a telling was for, if for nothing else."""
    if telling.kind is not None or telling.host_country is None or telling.gives("asked"):
        return None
    shadow = sentence.shadow
    first = telling.match.head if telling.match else shadow.place_of(telling.start)
    last = (telling.match.end if telling.match else shadow.place_of(telling.end)) + REACH
    near = (found for found in beside if not found.denied and first - 2 <= found.end <= last)
    there = (found for found in near if _is_there(sentence, telling, found, first))
    return next((found for found in there if _is_of_many(page, sentence, found)), None)


def _is_there(sentence: Sentence, telling: Telling, found: Found, first: int) -> bool:
    """Whether the event's place is the one that the telling goes to, with no other journey between."""
    shadow, host = sentence.shadow, telling.host_country
    its = [country_of(i.value) for i in shadow.items_in(found.start, found.end) if i.type in PLACES]
    ahead = found.start in shadow.items  # the place stands before the event
    if its and its[0 if ahead else -1] != host:
        return False
    if telling.match is None and (since := [hit.end() for hit in SINCE.finditer(shadow.text, first, found.start)]):
        first = since[-1]
    guest = telling.match.slots.get("guest") if telling.match else None
    if guest is not None and first < guest.end <= found.start:
        first = guest.end  # "hosts him at the summit"
    others = [country_of(i.value) for i in shadow.items_in(first, found.start) if i.type in PLACES]
    return NEXT.search(shadow.text, first, found.start) is None and all(land == host for land in others)


def _is_of_many(page: Page, sentence: Sentence, found: Found) -> bool:
    named = [i for i in sentence.shadow.items_in(found.start, found.end) if i.type in ("event", "body")]
    if any(OF_TWO.search(page.clean, i.start - 1, i.end + 1) for i in named):
        return False
    return (
        all(_is_gathering(i) for i in named) or SUMMIT.search(sentence.shadow.text, found.start, found.end) is not None
    )


def _is_gathering(item: Item) -> bool:
    return item.type == "event" or item.value in GATHERINGS
