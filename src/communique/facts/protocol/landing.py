"""A match of a greeting and the words around it → whether it was on landing, and which buildings are airports."""

from __future__ import annotations

from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence
from communique.mentions.making import Spot
from communique.records import VisitFact

ARRIVAL = lazy(
    r"\b(?:airport|land(?:ed|ing)|arriv\w+|tarmac|(?:air|aero)?plane|aircraft|ladder|gangway|platform|airfield"
    r"|railway station|touched down|stepped (?:off|down)|alight\w*|disembark\w*|flew in(?:to)?)\b"
)
AIRPORT = lazy(r"\b(?:Airport|Air ?[Bb]ase|Airfield|Aerodrome)\b")
AT_HOUSE = lazy(
    r"(?i)\b(?:arriv\w+|came) (?:at|in|to) (?:the )?(?:[\w'’]+ ){0,3}"
    r"(?:palace|house|villa|residence|office|hotel|ministry)\b"
)
BEFORE_IT = lazy(
    r"\b(?:before|after|ahead of) (?:the|a|an|his|her|their) (?:\w+ )?$"
)  # a welcome later than the landing
FORMALLY = lazy(r"\b(?:formally|officially|ceremonially) $")
GROUND = lazy(r"\b(?:airport|tarmac|airfield|air base|plane|aircraft|landed|landing)\b")
AT = lazy(r" (?:at|in|inside) (?:the )?")  # between who receives the guest and the house where he does
GREETERS = lazy(r"\b[Aa]mbassador\b|[Aa]irport\b|\b[Pp]rotocol\b|\bsenior officials\b")  # who wait where a guest lands


def tells_arrival(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The sentence tells of an arrival."""
    if BEFORE_IT.search(sentence.shadow.text, 0, match.head):
        return False
    if any(is_airport(page, item) for item in sentence.of("venue")):
        return True
    if FORMALLY.search(sentence.shadow.text, 0, match.head) and not GROUND.search(sentence.shadow.text):
        return False  # on the square, some days later
    text, venues = sentence.shadow.text, sentence.of("venue")
    if any(AT.fullmatch(text, match.end, sentence.shadow.place_of(venue.start)) for venue in venues):
        return False  # received in the host's own house
    if any(match.start < sentence.shadow.place_of(venue.start) < match.end for venue in venues):
        return False
    if sentence.index and not venues and GREETERS.search(page.clean, match.span()[0], sentence.end):
        before = page.sentence(sentence.index - 1)
        if any(is_airport(page, item) for item in before.of("venue")) and ARRIVAL.search(before.shadow.text):
            return True
    return ARRIVAL.search(sentence.shadow.text) is not None and not AT_HOUSE.search(
        page.clean, sentence.start, sentence.end
    )


def is_airport(page: Page, item: Item) -> bool:
    """Whether a building is an airport."""
    name = item.value.name if isinstance(item.value, Spot) else None
    venue = page.known.venue(name) if name else None
    return venue.kind == "airport" if venue is not None else AIRPORT.search(name or "") is not None
