"""A match of a protocol rule → whether the words around it bear it out, who did it, where, and how many."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from communique.grammar import Item, Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.making import Spot
from communique.mentions.refer import figures
from communique.records import VisitFact

ARRIVAL = lazy(
    r"\b(?:airport|land(?:ed|ing)|arriv\w+|tarmac|(?:air|aero)?plane|aircraft|ladder|gangway|platform"
    r"|railway station|touched down)\b"
)
AIRPORT = lazy(r"\b(?:Airport|Air ?[Bb]ase|Airfield|Aerodrome)\b")
VENUE = lazy(r"(?<!\w)(?:at|in|on|inside|outside|before|to|into|of)(?: the)? $")
GUNS = lazy(r"\b(\d{1,2}|twenty-one|nineteen|seventeen)\b")
WORDS = {"twenty-one": 21, "nineteen": 19, "seventeen": 17}
GUESTS = lazy(r"\b(\d{1,4}) (?:\w+ )?(?:guests|people|persons)\b")
AWAY = lazy(  # another verb, or something else than talks, between the head and the building
    r"\band \w+ed\b|\binvit|\b(?:lunch(?:eon)?|dinner|banquet|ceremony|gala|welcome)\b"
    r"|\bsp(?:eak|oke)\b(?! (?:with|to)\b)"
)
BY_OFFICE = ("the president", "the prime minister", "the minister", "the chancellor", "the king", "the premier")
PRESS = lazy(r"\b(?:reporters?|journalists?|press|supporters|relatives|families)\b")
AT_HOUSE = lazy(
    r"(?i)\b(?:arriv\w+|came) (?:at|in|to) (?:the )?(?:[\w'’]+ ){0,3}"
    r"(?:palace|house|villa|residence|office|hotel|ministry)\b"
)
BESIDE = ("attended", "accompanied", "joined", "followed", "preceded", "flanked")
FAREWELL = lazy(r"\b(?:farewell|goodbye|see\w* \w* ?off|saw \w* ?off)\b")
BANQUET = lazy(r"\b(?:state|gala) (?:dinner|banquet)\b")
BEFORE = 40  # characters before an order in which he who gets it is named
REACH = 60  # characters around a courtesy in which its venue, its host and its number stand


def fits(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Whether what the rule asks of the words around it (`wants`) holds."""
    test = TESTS.get(match.rule.gives.get("wants", ""))
    return test is None or test(page, sentence, match, visit)


def _airport(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A building that the words name is an airport."""
    items = match.items("airport")
    return not items or any(_is_airport(page, item) for item in items)


def _arrival(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The sentence tells of an arrival."""
    if any(_is_airport(page, item) for item in sentence.of("venue")):
        return True
    return ARRIVAL.search(sentence.shadow.text) is not None and not AT_HOUSE.search(
        page.clean, sentence.start, sentence.end
    )


def _building(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The building is the host's and no airport, and belongs to the verb of the match."""
    if AWAY.search(sentence.shadow.text, match.start, match.end) or any(i.type == "event" for i in _within(match)):
        return False
    item = match.item("venue")
    return item is None or (not _is_airport(page, item) and item.value.country in (visit.host_country, None))


def _delegations(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A group that the words name is of delegations, and they do not arrive with the guest."""
    if ARRIVAL.search(match.shadow.text):
        return False
    meant = [page.clean[i.start : i.end] for i in _within(match) if i.type in ("group", "person", "office")]
    return not meant or "delegation" in " ".join((match.shadow.text[match.start : match.end], *meant))


def _parade(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A ceremony that the words name is a parade of soldiers."""
    item = match.item("parade")
    return item is None or page.clean[item.start : item.end].lower() in ("military parade", "parade of the guard")


def _lodging(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The house is the host's, where it is known whose it is."""
    item = match.item("venue")
    return item is None or item.value.country in (visit.host_country, None)


def _greeting(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Somebody meets the guest, and not the press; a building that the words name is an airport."""
    text = sentence.shadow.text
    if (
        ". " in text[match.start : match.end]
        or PRESS.search(text, match.start, match.end)
        or FAREWELL.search(text, match.start, match.end + REACH)
    ):
        return False
    return _airport(page, sentence, match, visit)


def _no_banquet(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The dinner is no state dinner, which is a banquet."""
    return BANQUET.search(match.shadow.text, match.start, match.end) is None


def _spouse(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The wife does something of her own: not "Penn and his wife had been met"."""
    return not match.shadow.text[: match.start].endswith(" and ")


def _guest_book(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The words for a guest that stand before "book" were taken for a person."""
    item = match.item("b")
    return item is None or item.value == "guest"


def _receives(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Somebody gets the order, and nobody of the host's side."""
    shadow = match.shadow
    people = [i for i in shadow.items_in(match.start - BEFORE, match.end) if i.type in ("person", "pronoun")]
    gets = people[-1:] if match.shadow.text[match.start : match.end].startswith(("was", "were", "be")) else people
    return bool(gets) and any(i.type == "pronoun" or i.value.country != visit.host_country for i in gets)


def _prose(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Not in somebody's speech: "over dinner" there is anybody's."""
    return not page.is_transcript or sentence.start < page.text.body_start


def _parliament(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A building that was addressed is a parliament's."""
    item = match.item("h")
    venue = page.known.venue(item.value.name) if item is not None else None
    named = item is not None and item.value.name and "Parliament" in item.value.name
    return item is None or bool(named) or (venue is not None and venue.kind == "parliament")


def _hoped_for(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The sentence before speaks of a guard."""
    return sentence.index > 0 and "guard" in page.clean[slice(*page.spans[sentence.index - 1])]


def _within(match: Match) -> list[Item]:
    return match.shadow.items_in(match.start, match.end)


def _is_airport(page: Page, item: Item) -> bool:
    name = item.value.name if isinstance(item.value, Spot) else None
    venue = page.known.venue(name) if name else None
    return venue.kind == "airport" if venue is not None else AIRPORT.search(name or "") is not None


def _other_city(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A city of the host's country, not its capital nor where the visit is, and nobody of the host's side who goes."""
    if any(i.type == "event" for i in _within(match)):
        return False
    whos = [i for i in _within(match) if i.type in ("person", "pronoun", "group")]
    told = [i for i in whos[:1] if page.clean[i.start : i.end].lower() not in BY_OFFICE]
    meant = [f for item in told for f in figures(page, sentence, item)]
    if meant and all(f.country != visit.guest_country for f in meant):
        return False
    cities = [i for i in _within(match) if i.type in ("city", "venue")]
    return any(_elsewhere(page, item, visit) for item in cities)


def _elsewhere(page: Page, item: Item, visit: VisitFact) -> bool:
    spot = item.value
    if not isinstance(spot, Spot) or spot.country != visit.host_country:
        return False
    at = visit.place.name if visit.place is not None else None
    return spot.name not in (page.known.capital(spot.country or ""), at, None)


def official_of(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> Figure | None:
    """The host's person who did it: the rule's slot, else whoever stands after "by" close behind."""
    items = match.items("official") or _by(match)
    for item in items:
        if item.type == "office":
            words = " ".join(page.clean[item.start : item.end].split()).lower()
            return Figure(None, visit.host_country, words, page.known.rank_of(words))
        for figure in figures(page, sentence, item):
            if figure.country is None and (figure.name or figure.office):
                return msgspec.structs.replace(figure, country=visit.host_country)
            if figure.country == visit.host_country and (figure.name or figure.office):
                return figure
    return None


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
        return own.value.name if isinstance(own.value, Spot) else None
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
    if after or near:
        spot = (after or [near[-1][1]])[0].value
        return spot.name if isinstance(spot, Spot) else None
    return "airport" if match.rule.gives["signal"] == "airport_greeting" and "airport" in text else None


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


TESTS: dict[str, Callable[[Page, Sentence, Match, VisitFact], bool]] = {
    "airport": _airport,
    "arrival": _arrival,
    "building": _building,
    "guest": _guest_book,
    "delegations": _delegations,
    "greeting": _greeting,
    "no_banquet": _no_banquet,
    "spouse": _spouse,
    "lodging": _lodging,
    "receives": _receives,
    "prose": _prose,
    "parade": _parade,
    "parliament": _parliament,
    "hope": _hoped_for,
    "other_city": _other_city,
}
