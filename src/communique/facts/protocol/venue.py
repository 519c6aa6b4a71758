"""A match of a courtesy → where it was: a building by its name, or as it is written."""

from __future__ import annotations

import re

from communique.codebook import LETTERS
from communique.facts.protocol.other_cities import town
from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence
from communique.mentions.spots import Spot
from communique.records import VisitFact

VENUE = lazy(rf"(?<!\w)(?:at|in|on|inside|outside|before|to|into|of)(?: the)?(?: {LETTERS['city']}'s?)? $")
REACH = 60  # characters around a courtesy in which its place stands
AWAY = lazy(r"[;:]|, (?:and|while|where|after|before)")  # what parts a courtesy from a place
AT_MEMORIALS = ("wreath", "guest_book")
LEAVING = ("airport_greeting", "send_off")
NAME = r"(?<!\w)(?!(?:At|Before|From|In|Near|On|Outside|The|To|Upon)\b)[A-ZÀ-Þ][\w'’-]*"  # a word of a name
GROUND = lazy(r"air(?:port| ?base|field| force base)\b")
AIRPORT = lazy(rf"(?:{NAME}(?: de)? ){{1,4}}(?:[Aa]irport|[Aa]ir ?[Bb]ase|[Aa]ir [Ff]orce [Bb]ase|[Aa]irfield)\b")
MEMORIAL = lazy(  # "the Tomb of the Unknown Soldier", "the monument to José Martí", "the National Martyrs' Memorial"
    rf"(?<!\w)(?:(?:{NAME}|de|of|al|el|la) )*(?:(?:national|war|genocide|central) )?"
    r"(?:[Mm]onument|[Mm]emorial|[Tt]omb|[Mm]ausoleum|[Cc]enotaph|[Gg]rave|[Ss]tatue|[Cc]emetery|[Oo]belisk|[Ss]hrine"
    r"|[Ss]arcophagus)\b(?: (?:Complex|Park|Square|Cemetery|Wall|Hall|Museum)\b)?"
    r"(?: (?:to|of|for)(?: (?!(?:and|or|in|on|at|by|with|who|which|that|where|when|before|after|while|was|is|has)\b)"
    r"(?:Gen\.|St\.|[\w'’-]+)){1,7})?"
)
SITE = lazy(
    rf"\b(?:at|before|in|to) (?:the )?((?:{NAME} )*(?:Acre|Square|Ghat|Cemetery|Vashem|Rajghat|An[ıi]tkabir))\b"
)
HOTEL = lazy(rf"(?:{NAME} ){{1,4}}(?:Hotel|Resort|Guest ?[Hh]ouse)\b|Hotel(?: {NAME}){{1,3}}")
WHERE = lazy(r",? where (?:he|she|they|the) [^,;]{0,40}$")
CHAMBER = lazy(
    rf"(?:{NAME} )?(?:(?:National|Federal|Legislative|People's) Assembly|Assembly of the (?:Republic|People)"
    r"|National (?:Congress|Parliament|Council)|Supreme Council|House of [A-Z]\w+|Chamber of [A-Z]\w+|Parliament House"
    r"|Palace of Westminster|Royal Gallery|Westminster Hall|State Duma|Verkhovna Rada|Great Khural|Oliy Majlis"
    r"|Milli Majlis)\b"
    r"|\b(?:[Pp]arliament|Senate|Congress|Bundestag|Knesset|Diet|Majlis|Rada|Duma|Sejm|Riksdag|Cortes|Riigikogu|Saeima"
    r"|Seimas|Eduskunta|Folketing|Storting|Sabor|Jogorku Kenesh|Mejlis)\b"
)
HOUSE = lazy(
    r"\b(?:at|in|inside|to|into) (?:the |his |her )?"
    rf"((?:(?:{NAME}|presidential|royal|national|governmental|government|official) ){{1,3}}"
    r"(?:[Pp]alace|[Rr]esidence|[Mm]ansion|[Cc]omplex|[Oo]ffice|[Cc]ompound|[Vv]illa|[Cc]astle|[Bb]uilding|[Mm]inistry"
    r"|[Hh]ouse))\b"
)


def venue_of(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> str | None:
    """The named building in the match, close behind it or before it in its clause; else the words for it."""
    signal = match.rule.gives["signal"]
    own = match.item("venue") or match.item("airport")
    if own is not None:
        return _name(page, own, visit)
    place = match.item("place") or match.item("at")
    if place is not None and match.rule.gives.get("wants") == "other_city":
        return place.value.name if isinstance(place.value, Spot) else None
    if signal == "second_city" and (named := town(page, match)):
        return named
    start, end = match.span()
    behind = min(end + REACH, sentence.end)
    told = None
    if signal in AT_MEMORIALS:
        told = _memorial(page, sentence, start, behind)
    elif signal == "parliament_address":
        return _written(page, CHAMBER, start, behind)
    elif signal == "residence":
        told = _written(page, HOTEL, max(sentence.start, start - REACH), behind)
    if told is None and signal != "flypast":
        told = _near(sentence, match, visit)
    if told is None and signal == "talks_venue":
        return _written(page, HOUSE, start, end)
    return _airport(page, sentence) if told is None and signal in LEAVING else told


def _memorial(page: Page, sentence: Sentence, start: int, end: int) -> str | None:
    """The monument of a wreath or a book, behind it or before "where he laid it", by its name or by whose it is."""
    told = _written(page, MEMORIAL, start, end)
    if told and (" " in told or told[0].isupper()):
        return told
    there = WHERE.search(page.clean, sentence.start, start)
    before = [hit[0] for hit in MEMORIAL.finditer(page.clean, sentence.start, there.start())] if there else []
    named = next((words for words in reversed(before) if " " in words), None)
    return named or _written(page, SITE, start, end)


def _near(sentence: Sentence, match: Match, visit: VisitFact) -> str | None:
    """The name of a building of the host's that stands behind a courtesy in its clause, else before it."""
    text = sentence.shadow.text
    near = [
        (at, item)
        for at, item in sentence.shadow.items.items()
        if item.type == "venue"
        and match.start - REACH <= at < match.end + REACH
        and not AWAY.search(text[min(at, match.end) : max(at, match.start)])
        and VENUE.search(text, 0, at) is not None
        and item.value.country in (visit.host_country, None)
    ]
    if not near:
        return None
    after = [item for at, item in near if at >= match.start]
    spot = (after or [near[-1][1]])[0].value
    return spot.name if isinstance(spot, Spot) else None


def _airport(page: Page, sentence: Sentence) -> str | None:
    """The airport of a sentence, or of the one before it, by its name where that is told."""
    here = page.spans[sentence.index]
    if not GROUND.search(page.low, *here):
        here = page.spans[max(0, sentence.index - 1)]
    named = _written(page, AIRPORT, *here)
    return named or ("airport" if page.low.find("airport", *here) >= 0 else None)


def _written(page: Page, words: re.Pattern[str], start: int, end: int) -> str | None:
    """What an expression finds in the text between two places, without an article."""
    hit = words.search(page.clean, start, end)
    return " ".join(hit[hit.lastindex or 0].split()) if hit else None


def _name(page: Page, item: Item, visit: VisitFact) -> str | None:
    """The name of a building; as it is written where the table has one of that name in another country."""
    if not isinstance(item.value, Spot):
        return None
    elsewhere = item.value.country not in (visit.host_country, None)
    return page.clean[item.start : item.end] if elsewhere and item.value.name else item.value.name
