"""A match that tells of another city than the capital → whether the guest stops there, and on which visit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from communique.facts.protocol.landing import is_airport
from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures
from communique.mentions.spots import Spot
from communique.records import VisitFact

BY_OFFICE = lazy(  # who is not told apart by his office alone: either side has one
    r"(?:the|our) (?:(?:vice |deputy )?president|prime minister|(?:foreign )?minister|chancellor|king|queen|premier"
    r"|heads? of (?:state|government)|emir|sultan|general secretary|chairman)"
)
TOWN = lazy(
    r" (?:to|for|of) (?!(?:Africa|Asia|Europe|America|Oceania|Antarctica|Parliament|Congress|Government|Camp|Fort)\b)"
    r"([A-ZÀ-Þ][a-zà-ÿ][\w-]+)(?!['’\w])(?=[ ,.]|$)"
)
BUILDING = lazy(  # behind a name: a house, and no town
    r"(?: [A-ZÀ-Þ][\w'’-]*){0,2} (?:Hotel|Airport|Palace|House|University|Museum|Hall|Cent(?:er|re)|Base|Stadium"
    r"|Station|Park|Hospital|School|Institute|Square)\b"
)
AFTERMATH = lazy(r"\b(?:following|since|after) (?:\w+ ){0,3}?(?:slaying|killing|murder|death|attack|war|crash)\b")
STOP = lazy(r"[Ii]n ([A-ZÀ-Þ][\w'’-]{2,}),")
AT_CAPITAL = (
    r"\b(?:[Ii]n|[Tt]o|[Bb]efore|[Aa]fter|[Ff]rom|[Rr]each\w*|[Ll]eav\w+|left|[Vv]isit\w*|from) (?:the capital,? )?"
)
SENTENCES = 60  # from the beginning of a text, in which a house of the capital is looked for
CITY_SLOTS = ("place", "placeb", "placec", "placed", "placee", "placef", "placek", "at", "atb")


def visit_there(page: Page, match: Match, visits: Sequence[VisitFact], visit: VisitFact) -> VisitFact:
    """The main visit to the land of the city that a match tells of, the last begun first; else the given one."""
    lands = {spot.country for spot in _spots(page, match)}
    if visit.host_country in lands:
        return visit
    return next((v for v in visits if v.mention == "main" and v.host_country in lands), visit)


def _cities(page: Page, match: Match) -> list[Item]:
    told = [i for slot in CITY_SLOTS for i in match.items(slot)] or match.shadow.items_in(match.start, match.end)
    return [i for i in told if i.type in ("city", "venue") and not is_airport(page, i)]


def _spots(page: Page, match: Match) -> Iterator[Spot]:
    for item in _cities(page, match):
        if isinstance(item.value, Spot):
            yield item.value


def _other_city(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A city of the host's country, not its capital nor all that the visit goes to, and it is the guest who goes."""
    within = match.shadow.items_in(match.start, match.end)
    if any(i.type == "event" for i in within) or AFTERMATH.search(match.shadow.text, match.start, match.end):
        return False
    whos = [i for i in within if i.type in ("person", "pronoun", "group")]
    if _is_other(page, sentence, whos[:1], visit):
        return False
    return any(_elsewhere(page, spot, visit) for spot in _spots(page, match))


def _is_other(page: Page, sentence: Sentence, whos: Sequence[Item], visit: VisitFact) -> bool:
    """Whether he who goes is named and not of the guest's side; "he" and "the president" may be either."""
    told = [i for i in whos if not (_is_he(page, i) or BY_OFFICE.fullmatch(page.low, i.start, i.end))]
    meant = [figure for item in told for figure in figures(page, sentence, item)]
    return bool(meant) and all(f.country not in (visit.guest_country, None) for f in meant)


def _is_he(page: Page, item: Item) -> bool:
    return item.type == "pronoun" and page.low[item.start : item.end] in ("he", "she", "they")


def _unlisted_city(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The word behind the journey is a name that no table lists, and it is not the host who goes."""
    who = match.item("guest")
    meant = figures(page, sentence, who) if who is not None and not _is_he(page, who) else []
    if meant and all(f.country != visit.guest_country for f in meant):
        return False
    return names(TOWN, page, sentence, match)


def _unlisted_stop(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The stop that is spoken of is a name that no table lists."""
    return names(STOP, page, sentence, match)


def town(page: Page, match: Match) -> str | None:
    """The name of a stop that no table lists, as it is written."""
    pattern = {"unlisted_city": TOWN, "unlisted_stop": STOP}.get(match.rule.gives.get("wants", ""))
    word = pattern.search(page.clean, *match.span()) if pattern is not None else None
    return word[1] if word is not None else None


def names(pattern: re.Pattern[str], page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether a capitalised word stands where the pattern looks, and no table lists it."""
    word = pattern.search(page.clean, *match.span())
    if word is not None and BUILDING.match(page.clean, word.end(1)):
        return False
    return word is not None and not any(i.start <= word.start(1) < i.end for i in sentence.items)


def _elsewhere(page: Page, spot: Spot, visit: VisitFact) -> bool:
    """Whether a city of the host's is not his capital, nor the one place to which the visit was."""
    capital = page.known.capital(spot.country or "")
    if spot.country != visit.host_country or spot.name in (capital, None):
        return False
    at = visit.place.name if visit.place is not None else None
    return spot.name != at or (visit.mention == "main" and capital is not None and _is_stop(page, capital, visit))


def _is_stop(page: Page, capital: str, visit: VisitFact) -> bool:
    """Whether the one place that a visit is known to have gone to was a stop of it, told by the way."""
    at, first = visit.place.name if visit.place else None, visit.evidence[0].quote
    return at is not None and at not in first and _told(page, capital)


def _told(page: Page, capital: str) -> bool:
    """Whether the text tells of somebody in the capital, or in a house there, and not only of a government by name."""
    if re.search(AT_CAPITAL + re.escape(capital), page.clean) is not None:
        return True
    near = range(min(len(page.spans), SENTENCES))
    houses = (item.value.name for index in near for item in page.sentence(index).of("venue"))
    found = (page.known.venue(name) for name in houses if name)
    return any(venue is not None and venue.city == capital for venue in found)


STOPS: dict[str, Callable[[Page, Sentence, Match, VisitFact], bool]] = {
    "other_city": _other_city,
    "unlisted_city": _unlisted_city,
    "unlisted_stop": _unlisted_stop,
}
