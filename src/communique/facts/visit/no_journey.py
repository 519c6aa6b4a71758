"""A match of a visit rule and the words around it → whether they speak against a journey abroad."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.codebook.adjuncts import Found
from communique.facts.visit.places import destinations, place_told
from communique.grammar import Match, lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import INVITES, whom
from communique.mentions.spots import Spot

PASSIVE = lazy(r"\b(?:was|were|is|are|been|being|be) (?:\w+ )?$")  # before the head of a rule for hosts
CAME_FROM = lazy(r"\b(?:after|following|having|from)\b")  # "arrived here after concluding a visit to Vesta"
TALK = lazy(r"\b(?:said|says|told|added|called|described|invitation|offer|promise|wish|desire)\b")
ELSEWHERE = lazy(
    r",? to (?:the|an?|his|her|their|its)"
    r" (?!(?:\w+ )?(?:kingdom|country|republic|sultanate|emirates?|state|nation|islands?)\b)"
)  # "his visit to the region", or to a factory
ANOTHER = lazy(r" (?:last|previous|earlier|next|future|former|past|other) ")  # "his next state visit"
DENIED = lazy(  # "refutes reports that Penn is expected in Vesta"
    r"\b(?:refut\w+|den(?:y|ies|ied|ying)|dismiss\w*|debunk\w*) (?:\S+ ){0,4}(?:reports?|rumou?rs?|claims?)"
    r"(?: that[^.;]*)? ?$"
)
VIRTUAL = lazy(r"\bvirtual(?:ly)? (?:\w+ ){0,2}(?:visit|trip|tour|journey)\b")  # talks on a screen
CALL = lazy(  # what a text is about that tells of no journey
    r"\b(?:(?:tele)?phon(?:ed|es)|rang up|(?:by|over the|on the|via) (?:tele)?phone"
    r"|(?:tele)?phone (?:call|conversation|talk)s?|telephonic|in an? (?:\w+ )?call|video ?(?:call|conference)"
    r"|readouts? of (?:\S+ ){1,6}?call)\b"
)
EXCHANGED = lazy(r"\b(?:exchang\w+|swapp\w+|reciprocal|mutual) (?:[\w-]+ ){0,2}$")  # visits to each other
LEAD = 500  # letters in which a text says what it is about
WHO_SAYS = lazy(
    r"\b(?:sources?|officials?|diplomats?|analysts?|observers?|experts?|media|embass\w+|ambassadors?|papers?) $"
)
RETURNS = ("return", "returns", "returned", "returning")
STATES = lazy(  # who says in a title something on a visit: "Statement by President Penn on the visit to Vesta"
    r"\b(?:statements?|remarks|messages?|comments?|letters?|readouts?|tweets?|articles?) (?:by|from|of) (?:the )?$"
)
ANOTHER_DOES = lazy(  # "Penn has decided that the ambassador will return"
    r"\bthat (?:the |its |his |her |their |our |an? )?(?:[\w\ue000-\uf8ff-]+ ){0,3}?(?:ambassadors?|envoys?"
    r"|delegations?|troops|forces|teams?|experts?|officials?|aid|doses|vaccines?|ships?|planes?|soldiers|peacekeepers"
    r"|companies|investors|students|tourists|workers|goods|weapons|talks|negotiat\w+)"
    r" (?:will|would|is|are|was|were|has|have|had|can|could|may|might|should|must)\b"
)
REFLEXIVE = ("himself", "herself", "themselves")
POSTED = lazy(r"\b(?:service|career|assignments?|postings?|serv(?:ed|es|ing)|fluent|speaks|embassy|diplomats?)\b")
ROOM = lazy(r"\b(?:Room|Hall|Ballroom|Lawn|Garden|Gallery|Terrace|Courtyard|Chapel)$")  # no place that one travels to


def stays_home(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether a match would send its only guest to his own country: "King Penn of Vesta … a visit to Vesta"."""
    guest, place = match.items("guest"), destinations(match)
    if len(guest) != 1 or len(place) != 1 or guest[0].type != "person" or place[0].type == "there":
        return False
    if INVITES.search(page.clean, sentence.start, guest[0].start):
        return False  # "at the invitation of Penn of Vesta, Moor paid a visit to Vesta"
    land = guest[0].value.country
    return land is not None and land == place_told(page, place[0]).country


def is_call(page: Page) -> bool:
    """Whether a text is about a talk by telephone or on a screen."""
    return CALL.search(page.low, 0, LEAD) is not None


def is_only_said_there(match: Match) -> bool:
    """Whether its place is where somebody says it: "diplomats in Vesta City expect Penn to meet Moor"."""
    return WHO_SAYS.search(match.shadow.text, 0, match.start) is not None


def is_virtual(page: Page) -> bool:
    """Whether a text is about a trip that nobody makes: talks on a screen."""
    return VIRTUAL.search(page.low, 0, LEAD) is not None


def is_no_journey(page: Page, sentence: Sentence, match: Match, beside: list[Found]) -> bool:
    """Whether the words around a match speak against a journey: talks at a distance, speech, a nameless building."""
    gives = match.rule.gives
    talks = gives.get("reading") == "talks" and (
        any(f.field in ("sidelines", "distance") for f in beside) or _both_abroad(page, sentence, match)
    )
    if talks or VIRTUAL.search(match.shadow.text) or is_virtual(page):
        return True
    denied = DENIED.search(match.shadow.text, 0, match.start) is not None or _is_hosted_by(match) or _exchanged(match)
    away = ELSEWHERE.match(match.shadow.text, match.end) is not None
    elsewhere = "bare" in gives and (away or _with_whom(match))
    of_another = "bare" in gives and gives.get("whose") == "pronoun"
    of_another = of_another and ANOTHER.search(match.shadow.text, match.start, match.head) is not None
    denied = denied or _is_of_another(match) or _is_posting(page, sentence, match) or _is_himself(page, match)
    denied = denied or (gives.get("told") == "prose" and page.is_transcript)
    if denied or elsewhere or of_another:
        return True
    behind = gives.get("unbroken")
    if behind is not None and CAME_FROM.search(match.shadow.text, match.head, match.slots[behind].start):
        return True
    if "whose" in gives and TALK.search(match.shadow.text, match.start, match.head):
        return True  # "he said the visit would be short", "his invitation to pay a visit"
    if (
        match.items("host")
        and match.head_text.endswith("ed")
        and PASSIVE.search(match.shadow.text, match.start, match.head)
    ):
        return "passive" not in gives  # he was welcomed: no host, but a guest
    places = [place_told(page, item) for item in destinations(match)]
    rooms = gives.get("leg") == "way" and any(ROOM.search(p.name or "") for p in places)
    if rooms or _within_a_land(page, match, places):
        return True
    if gives.get("leg") == "arrival" and any((p.name or "").endswith("Airport") for p in places):
        return False
    return bool(places) and all(p.name and not p.country for p in places) and not match.items("host")


def _with_whom(match: Match) -> bool:
    """Whether somebody has a visit with a guest of his own: "President Penn's working visit with Premier Moor"."""
    text = match.shadow.text
    return (
        text.startswith(" with ", match.end)
        and LETTERS["person"] in text[match.end : match.end + len(" with the ") + 1]
    )


def _is_himself(page: Page, match: Match) -> bool:
    """Whether the guest is a "himself" that belongs to what stands before: "put truth above himself and went"."""
    guest, guests = match.slots.get("guest"), match.items("guest")
    if guest is None or len(guests) != 1 or guests[0].type != "pronoun":
        return False
    return page.low.startswith(REFLEXIVE, guests[0].start) and match.shadow.text.startswith(" and ", guest.end)


def _is_posting(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether a tour is where an official served: "her career has included tours in Vesta and Moor"."""
    text, end = match.shadow.text, match.head + len(match.head_text)
    if not match.head_text.startswith("tour") or not text.startswith(" in ", end) or not POSTED.search(text):
        return False
    return not any(figure.name for figure in whom(page, sentence, match.items("guest")))


def _is_of_another(match: Match) -> bool:
    """Whether the guest of a match only speaks of a visit, or says that somebody else goes."""
    text, guest = match.shadow.text, match.slots.get("guest")
    if guest is None or guest.end > match.head:
        return False
    if ANOTHER_DOES.search(text, guest.end, match.head):
        return True
    return text.startswith(" on ", guest.end) and STATES.search(text, 0, guest.start) is not None


def _exchanged(match: Match) -> bool:
    """Whether it takes "Penn and Moor exchanged visits in 2014" for visits to the land that was told before."""
    if match.rule.gives.get("place") != "visited":
        return False
    return EXCHANGED.search(match.shadow.text, match.start, match.head) is not None


def _is_hosted_by(match: Match) -> bool:
    """Whether it takes who is at "a banquet hosted by Penn" for him who hosts Penn."""
    host, end = match.slots.get("host"), match.head + len(match.head_text)
    ahead = host is not None and host.end <= match.head and match.head_text.endswith("ed")
    return ahead and match.shadow.text.startswith(" by ", end)


def _within_a_land(page: Page, match: Match, places: list[Spot]) -> bool:
    """Whether somebody only goes from one city of the land that he visits to another, or back to the first."""
    lands = {place.country for place in places}
    goal = match.item("goal")
    if goal is not None and place_told(page, goal).country in lands - {None}:
        return True  # "arrives in the capital from Penn City"
    if match.head_text not in RETURNS or page.visited is None or lands != {page.visited}:
        return False
    said = page.low[: match.span()[0]]
    return all(place.name is not None and f" from {place.name.lower()}" in said for place in places)


def _both_abroad(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether those who talk are of several countries, and none of them of the one where they do."""
    lands = {figure.country for figure in whom(page, sentence, match.items("guest"))}
    return len(lands) > 1 and not any(place_told(page, item).country in lands for item in destinations(match))
