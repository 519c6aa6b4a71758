"""A match of a protocol rule and the words around it → whether they bear out what the rule takes for granted."""

from __future__ import annotations

from collections.abc import Callable

from communique.codebook import LETTERS
from communique.facts.protocol.borne_by_scene import SCENES
from communique.facts.protocol.landing import ARRIVAL, is_airport, tells_arrival
from communique.facts.protocol.other_cities import STOPS, names
from communique.facts.protocol.told_so import TOLD
from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures
from communique.mentions.spots import Spot
from communique.records import VisitFact

AWAY = lazy(  # another verb, or something else than talks, between the head and the building
    r"\band (?!extended|expanded|restricted|enlarged|limited|closed)\w+ed\b"
    rf"|, while |\bbefore {LETTERS['pronoun']} w(?:as|ere) (?:\w+ )?(?:greeted|welcomed|received)\b|\binvit"
    r"|\b(?:lunch(?:eon)?|dinner|tea|banquet|ceremony|gala|welcome|in (?:his|her|their) honou?r)\b"
    r"|\breceiv(?:ed?|es|ing) (?:an? |the |full )(?:[\w-]+ ){0,3}(?:salute|guard|honou?rs)\b"
    r"|\bsp(?:eak|oke)\b(?! (?:with|to|for|alone|privately|in private|first|one-on-one|t[eê]te-|face to face)\b)"
)
MEAL_BEFORE = lazy(r"\b(?:lunch(?:eon)?|dinner|banquet|reception) $")  # "the banquet hosted by Penn at the palace"
PRESS = lazy(r"\b(?:reporters?|journalists?|press|supporters|relatives|families)\b")
RETINUE = lazy(  # those who sit in when talks are widened, and are not the two who talk
    r"\b(?:with|by|of|include|table of) (?:[\w'’]+ ){0,4}?(?:ministers|officials|aides|advisers|teams)\b"
    r"|\b(?:[Mm]inisters|officials|aides|advisers|teams)(?: (?:from|of|on) [^,;]{0,30}?)? (?:then |later |also )?"
    r"(?:joined|came|were|sat|took)\b"
)
CAME_WITH = lazy(r"\b(?:travel\w*|came|flew|flown)\b(?! (?:the )?talks)[^,;]{0,50} with [^,;]{1,30}$|\balong with \S")
JOURNEY = lazy(
    r"\b(?:trip|tour|journey|visit)\b[^,;]{0,40} (?:that|which)"
    r" (?:will |has |had |also |already )*t(?:ook|ake[sn]?) \S+ to\b"
)
THING = lazy(r"receive[ds]? (?:an?|the|some|two)? ?(?:\w+ )?(?:bouquets?|flowers|garlands?|gifts?)\b")
PASSIVE = lazy(r"\b(?:was|were|been|being|be|is|are) (?:\w+ly )?$")
LEAVES = lazy(r"\b(?:travel\w*|drove|driven|rode|went|left|way) (?:\w+ )?from\b")  # welcomed on the way from it
AT_HOUSE = lazy(r" at (?:the )?")
HOUSE = lazy(r" at (?:the )?(?!Airport|Air Base|[A-Z]+ [Tt]erminal)([A-ZÀ-Þ][\w'’-]{3,})(?: [A-ZÀ-Þ][\w'’-]+)?$")
ELSEWHERE = lazy(
    r"\b(?:before|after|until|when|airport|terminal|lounge|tarmac)\b"
)  # between talks and a house, or behind it
ANYWHERE = lazy(r"^(?:Prime Minister's Office|Presidential (?:Palace|Complex)|Government (?:House|Palace)|State House)")
CONSORT = lazy(r"(?:[Tt]he )?(?:Mrs|Madame|Mme|[Ff]irst [Ll]ad|First Gentleman|Queen Consort)")
PARLIAMENT = lazy(r"Parliament|National Assembly|Congress\b|Senate")
LAWMAKERS = lazy(r"(?i)lawmakers|legislators|deputies|senators|members of parliament|parliamentarians|\bmps\b")
LANDS = f"[{LETTERS['country']}{LETTERS['city']}{LETTERS['there']}]"
TO_LAND = lazy(rf" to (?:the )?{LANDS}")
COMPANION = lazy(  # one of the guest's own, who is with him on his journey
    r"\baccompan\w+ [^,;]{1,60}? (?:on|during) \S+ (?:[\w-]+ ){0,2}(?:visit|trip|tour|journey)"
    rf"(?: to (?:the )?{LANDS}|[.,;]|$)"
)
TO_DAIS = lazy(r" to (?:the )?(?:\w+ )?(?:dais|podium|rostrum|stage|tribune|car|motorcade|vehicle)\b")
ON_BOARD = lazy(r" board\b")
FAREWELL = lazy(r"\b(?:farewell|goodbye|see\w* \w* ?off|saw \w* ?off)\b")
BANQUET = lazy(r"\b(?:state|gala) (?:dinner|banquet)\b|\bdinner of (?:gala|state)\b")
GUARD = lazy(r" (?:the |an? )?(?:\w+ )?(?:guards?|honou?rs?|troops|parade)\b")
FAMILY = lazy(r"\b(?:wife|husband|spouses?|wives|first lad(?:y|ies)|mrs)\b")
AROUND = 20  # characters around who goes round, in which a guard or a wife stands
BEFORE = 40  # characters before an order in which he who gets it is named
BEHIND = 30  # characters behind a name in which it can turn out to be an airport's
REACH = 60  # characters around a courtesy in which its venue, its host and its number stand


def fits(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Whether what the rule asks of the words around it (`wants`) holds."""
    test = TESTS.get(match.rule.gives.get("wants", ""))
    return test is None or test(page, sentence, match, visit)


def _airport(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A building that the words name is an airport."""
    items = match.items("airport")
    return not items or any(is_airport(page, item) for item in items)


def _building(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The building is the host's and no airport, and belongs to the verb of the match."""
    if (
        AWAY.search(sentence.shadow.text, match.start, match.end)
        or MEAL_BEFORE.search(sentence.shadow.text, 0, match.start)
        or any(i.type == "event" for i in _within(match))
    ):
        return False
    venues = [item for item in _within(match) if item.type == "venue"]
    return all(not is_airport(page, item) and _may_be_in(item.value, visit.host_country) for item in venues)


def _may_be_in(spot: Spot, country: str | None) -> bool:
    """Whether a building can stand in a country: it is there, or many countries have one that is called so."""
    return spot.country in (country, None) or ANYWHERE.search(spot.name or "") is not None


def _delegations(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A group that the words name is of delegations, and they do not arrive with the guest."""
    if ARRIVAL.search(match.shadow.text) or CAME_WITH.search(match.shadow.text, 0, match.end):
        return False
    meant = [page.clean[i.start : i.end] for i in _within(match) if i.type in ("group", "person", "office")]
    words = page.clean[slice(*match.span())]
    return not meant or "delegation" in " ".join((words, *meant)).lower() or RETINUE.search(words) is not None


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
        or (THING.match(text, match.start) and not PASSIVE.search(text, 0, match.start))
        or LEAVES.search(text, match.start, match.end)
        or PRESS.search(text, match.start, match.end)
        or FAREWELL.search(text, match.start, match.end + REACH)
        or _at_the_door(page, sentence, match)
    ):
        return False
    return _airport(page, sentence, match, visit)


def _at_the_door(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether the arrival is at a house where the guest is received: "on her arrival at the Pentagon"."""
    at = AT_HOUSE.match(match.shadow.text, match.end)
    item = sentence.shadow.items.get(at.end()) if at else None
    return item is not None and item.type == "venue" and not is_airport(page, item)


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
    named = [i.value.name or "" for slot in ("h", "hh", "v") for i in match.items(slot)]
    found = ((name, page.known.venue(name)) for name in named)
    return all(PARLIAMENT.search(name) or (venue is not None and venue.kind == "parliament") for name, venue in found)


def _lawmakers(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Those addressed, where they are people, sit in a parliament."""
    items = [item for slot in ("la", "lb", "lc") for item in match.items(slot)]
    return all(LAWMAKERS.search(page.clean, item.start, item.end) for item in items)


def _hoped_for(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The sentence before speaks of a guard."""
    return sentence.index > 0 and "guard" in page.clean[slice(*page.spans[sentence.index - 1])]


def _within(match: Match) -> list[Item]:
    return match.shadow.items_in(match.start, match.end)


def _named_house(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The talks are at a name that no table lists, which stands close behind them."""
    text = sentence.shadow.text
    if AWAY.search(text, match.start, match.end) or ELSEWHERE.search(text, match.start, match.end + BEHIND):
        return False
    return names(HOUSE, page, sentence, match)


def _consort(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Who does it is somebody's wife or husband by the words."""
    if match.shadow.text[: match.start].endswith(" and "):
        return False  # "Penn and his wife hosted"
    lady = match.item("lady")
    return lady is None or CONSORT.match(page.clean, lady.start, lady.end) is not None


def _sight(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """What they look at together is no guard of honour, and it is not a journey that "took him" anywhere."""
    text = match.shadow.text
    if GUARD.match(text, match.end) or ON_BOARD.match(text, match.end) or JOURNEY.search(text, match.start, match.end):
        return False
    return COMPANION.search(text, match.start) is None and TO_DAIS.search(text, match.start, match.end + REACH) is None


def _host_there(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """One of those who go round is of the host's side, and another of the guest's; and no guard is inspected."""
    text = match.shadow.text
    if page.is_transcript or GUARD.search(text, match.start, match.end + AROUND):
        return False
    if FAMILY.search(text, max(0, match.start - AROUND), match.end):
        return False
    people = [i for i in _within(match) if i.type in ("person", "pronoun", "group")]
    lands = {figure.country for i in people if i.type == "person" for figure in figures(page, sentence, i)}
    return visit.host_country in lands and (visit.guest_country in lands or any(i.type != "person" for i in people))


def _farewell_to_host(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """It is a person who is bidden farewell, and no country that the guest leaves."""
    return TO_LAND.match(match.shadow.text, match.end) is None


TESTS: dict[str, Callable[[Page, Sentence, Match, VisitFact], bool]] = {
    "airport": _airport,
    "arrival": tells_arrival,
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
    "lawmakers": _lawmakers,
    "named_house": _named_house,
    "consort": _consort,
    "sight": _sight,
    "farewell": _farewell_to_host,
    "host_there": _host_there,
    **SCENES,
    **STOPS,
    **TOLD,
}
