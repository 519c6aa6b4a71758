"""A match of a greeting and the words around it → whether it was on landing, and which buildings are airports."""

from __future__ import annotations

from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence
from communique.mentions.spots import Spot
from communique.records import VisitFact

ARRIVAL = lazy(
    r"\b(?:airport|land(?:ed|ing)|arriv\w+|tarmac|(?:air|aero)?plane|aircraft|ladder|gangway|platform|airfield"
    r"|ramp|runway|air terminal|landing stage|foot of the (?:steps|stairs)|railway station|touched down"
    r"|stepped (?:off|down)|alight\w*|disembark\w*|flew in(?:to)?)\b"
)
AIRPORT = lazy(r"\b(?:Airport|Air ?[Bb]ase|Airfield|Aerodrome)\b")
AT_HOUSE = lazy(
    r"(?i)\b(?:arriv\w+|came) (?:at|in|to) (?:the )?(?:[\w'’]+ ){0,4}"
    r"(?:palace|house|villa|residence|office|hotel|ministry|plaza|square|courtyard|gates?|complex|chancellery"
    r"|forecourt)\b"
)
BEFORE_IT = lazy(
    r"\b(?:before|after|ahead of) (?:the|a|an|his|her|their) (?:\w+ )?$"
)  # a welcome later than the landing
FORMALLY = lazy(r"\b(?:formally|officially|ceremonially) $")
GROUND = lazy(r"\b(?:airport|tarmac|airfield|air base|plane|aircraft|landed|landing)\b")
MET = lazy(r"greet|welcom|receiv|met\b|meet")
AIR = lazy(r"\bairport\b")
HOUSE = lazy(r"\barriv\w+ (?:at|in) (?:the )?$")
AT = lazy(r" (?:at|in|inside) (?:the )?")  # between who receives the guest and the house where he does
LATER = lazy(  # another time, house or manner than that of the landing
    r"\b(?:later|then|afterwards?|will|would|scheduled|after|before|house|palace|hotel|talks|meeting|ceremony|formally"
    r"|officially|dinner|lunch|banquet|first lady|crowds?|during (?:the|his|her) (?:visit|stay))\b"
)
GREETERS = lazy(r"\b[Aa]mbassador\b|[Aa]irport\b|\b[Pp]rotocol\b|\bsenior officials\b")  # who wait where a guest lands


def tells_arrival(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The sentence tells of an arrival."""
    if BEFORE_IT.search(sentence.shadow.text, 0, match.head):
        return False
    if any(is_airport(page, item) for item in sentence.of("venue")):
        return True
    if any(HOUSE.search(sentence.shadow.text, 0, sentence.shadow.place_of(v.start)) for v in sentence.of("venue")):
        return False  # "on her arrival at the Pentagon"
    if FORMALLY.search(sentence.shadow.text, 0, match.head) and not GROUND.search(sentence.shadow.text):
        return False  # on the square, some days later
    text, venues = sentence.shadow.text, sentence.of("venue")
    if any(AT.fullmatch(text, match.end, sentence.shadow.place_of(venue.start)) for venue in venues):
        return False  # received in the host's own house
    if any(match.start < sentence.shadow.place_of(venue.start) < match.end for venue in venues):
        return False
    if sentence.index and not venues and _is_next(page, sentence, match):
        before = page.sentence(sentence.index - 1)
        at = AIR.search(before.shadow.text) or any(is_airport(page, item) for item in before.of("venue"))
        if at and ARRIVAL.search(before.shadow.text):
            return True
    return ARRIVAL.search(sentence.shadow.text) is not None and not AT_HOUSE.search(
        page.clean, sentence.start, sentence.end
    )


def _is_next(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether a welcome follows the landing of the sentence before: those who wait there, or at no other time."""
    if GREETERS.search(page.clean, match.span()[0], sentence.end):
        return True
    if not MET.match(match.shadow.text, match.head):
        return False  # who waits may do so before his palace
    return LATER.search(sentence.shadow.text) is None and not sentence.of("date", "city")


def is_airport(page: Page, item: Item) -> bool:
    """Whether a building is an airport."""
    name = item.value.name if isinstance(item.value, Spot) else None
    venue = page.known.venue(name) if name else None
    return venue.kind == "airport" if venue is not None else AIRPORT.search(name or "") is not None
