"""A match of a protocol rule → who did it, where, and how many."""

from __future__ import annotations

import re

import msgspec

from communique.codebook import LETTERS
from communique.grammar import Item, Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.making import Spot
from communique.mentions.people import HEADS
from communique.mentions.refer import figures
from communique.records import VisitFact

CITY = LETTERS["city"]
VENUE = lazy(rf"(?<!\w)(?:at|in|on|inside|outside|before|to|into|of)(?: the)?(?: {CITY}'s?)? $")
ALSO = lazy(r",? (?:and|with|together with|accompanied by) (?:the )?")
GUNS = lazy(r"\b(\d{1,2}|twenty-one|nineteen|seventeen)\b")
WORDS = {"twenty-one": 21, "nineteen": 19, "seventeen": 17}
GUESTS = lazy(r"\b(\d{1,4}) (?:\w+ )?(?:guests|people|persons)\b")
GROUPS = ("delegation", "delegations", "spokesperson", "leaders")  # nobody who receives a guest
BESIDE = ("attended", "accompanied", "joined", "followed", "preceded", "flanked")
REACH = 60  # characters around a courtesy in which its venue, its host and its number stand


def official_of(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> Figure | None:
    """The host's person who did it: the rule's slot, else whoever stands after "by" close behind."""
    items = match.items("official") or _by(match)
    for item in items:
        if item.type == "office":
            words = " ".join(page.clean[item.start : item.end].split()).lower()
            return Figure(None, visit.host_country, words, page.known.rank_of(words))
        for figure in figures(page, sentence, item):
            if figure.country is None and (figure.name or figure.office) and figure.office not in GROUPS:
                return _of_the_host(page, figure, visit)
            if figure.country == visit.host_country and (figure.name or figure.office):
                return _first_of_two(page, sentence, item, figure)
    return None


def _first_of_two(page: Page, sentence: Sentence, item: Item, figure: Figure) -> Figure:
    """Whoever is named before one of his own country, where he is of higher rank: "the King and the Crown Prince"."""
    before = [i for i in sentence.of("person") if i.end <= item.start]
    if not before or not ALSO.fullmatch(page.clean, before[-1].end, item.start):
        return figure
    first: Figure = before[-1].value
    return first if first.country == figure.country and (first.rank or 0) > (figure.rank or 0) else figure


def _of_the_host(page: Page, figure: Figure, visit: VisitFact) -> Figure | None:
    """Whoever is told without a country, as one of the host's; None where only the guest holds such an office."""
    own = msgspec.structs.replace(figure, country=visit.host_country)
    if figure.name or visit.host_country is None or (figure.rank or 0) < HEADS:
        return own
    holder = page.memory.in_office(figure.office or "", visit.host_country, former=figure.former)
    if holder.name:
        return holder
    code = page.known.office_code
    guests = visit.guest is not None and code(visit.guest.office or "") == code(figure.office or "")
    return None if guests else own


def _by(match: Match) -> list[Item]:
    text = match.shadow.text
    at = text.find(" by ", match.end, match.end + REACH)
    if text.endswith(BESIDE, match.end, max(at, match.end)):
        return []  # who only was there too
    return [match.shadow.items[at + 4]] if at >= 0 and at + 4 in match.shadow.items else []


def venue_of(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> str | None:
    """The named building in the match, close behind it or before it in its clause; the airport of a greeting."""
    text = sentence.shadow.text
    own = match.item("venue") or match.item("airport")
    if own is not None:
        return _house(page, own, visit)
    place = match.item("place") or match.item("at")
    if place is not None and match.rule.gives.get("wants") == "other_city":
        return place.value.name if isinstance(place.value, Spot) else None
    near = [
        (at, item)
        for at, item in sentence.shadow.items.items()
        if item.type == "venue"
        and match.start - REACH <= at < match.end + REACH
        and not re.search(r"[;:]|, (?:and|while|where|after|before)", text[min(at, match.end) : max(at, match.start)])
        and VENUE.search(text, 0, at) is not None
        and item.value.country in (visit.host_country, None)
    ]
    after = [item for at, item in near if at >= match.start]
    if (after or near) and match.rule.gives["signal"] != "flypast":
        spot = (after or [near[-1][1]])[0].value
        return spot.name if isinstance(spot, Spot) else None
    return "airport" if match.rule.gives["signal"] == "airport_greeting" and "airport" in text else None


def _house(page: Page, item: Item, visit: VisitFact) -> str | None:
    """The name of a building; as it is written where the table has one of that name in another country."""
    if not isinstance(item.value, Spot):
        return None
    elsewhere = item.value.country not in (visit.host_country, None)
    return page.clean[item.start : item.end] if elsewhere and item.value.name else item.value.name


def count_of(signal: str, match: Match) -> int | None:
    """Guns of a salute, guests of a meal."""
    text = match.shadow.text
    if signal == "gun_salute":
        hit = GUNS.search(text, match.start, match.end)
        return (WORDS.get(hit[1]) or int(hit[1])) if hit else None
    if signal in ("banquet", "dinner", "lunch"):
        hit = GUESTS.search(text, match.start, match.end + REACH)
        return int(hit[1]) if hit else None
    return None
