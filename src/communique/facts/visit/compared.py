"""Turns the earlier visits that a sentence measures one against into tellings: "the first since Penn's in 2016"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import Codebook
from communique.facts.visit.dated import days_of
from communique.facts.visit.journey_told import Telling
from communique.facts.visit.places import at_hand, country_told, place_told
from communique.grammar import Item, Match, best_by_head, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.making import NOBODY
from communique.mentions.refer import whom
from communique.text import Span

ANYBODY = lazy(r"\b(?:by|of|for) (?:an?|any) ")  # "by an Australian prime minister": it was somebody else
JOURNEY = lazy(
    r"\b(?:visit(?:s|ed)?|trips?|tour|journey|stays?|set foot|dropped in"
    r"|(?:to|had|has|have) (?:come|go|gone|travel|visit|set foot)\b"
    r"|been (?:in(?! (?:place|force|effect|office|power|charge|touch|talks|use|existence|decline|contact|exile)\b)"
    r"|to|here|there)|came|went|on \S+ soil|was last|were last|to do so)\b"
)
MEASURE = lazy(
    r"\b(?:first|second|third|fourth|fifth|sixth|another|only|last|latest|no|not|nor|never|nobody|none"
    r"|highest|biggest|largest|neither)\b|n['’]t\b"
)  # stands before "since"
NAMED = lazy(  # whom no table knows
    r"\bsince (?:the (?:late|then) )?((?:[A-ZÀ-Þ][\w.'’-]+ ){1,4}?)"
    r"(?:came|went|visited|travell?ed|was|did|made|flew|sailed|landed|paid|in|on)\b"
)
TURN = lazy(  # what befell somebody then was no visit
    r"\b(?:came to power|(?:took|left|entered) (?:office|power|over)|took the (?:helm|throne)|became|assumed|resigned"
    r"|died|fell|won|lost|seized"
    r"|(?:was|were|had been) (?:\w+ly )?(?!received|hosted|welcomed|invited|treated|honou?red)"
    r"(?:\w+ed|overthrown|sworn|shot|driven|brought|put|made|cut|broken|set|thrown)) "
)
POSSESSIVE = lazy(r"['’]s?$")
NO_NAME = lazy(r"\b(?:World|War|Day|Covid\S*|COVID\S*|Brexit|Revolution|Independence|Summit|Games|Olympics|Accords?)\b")
SAME_KIND = lazy(  # "the last state visit was in 2001", "the first state visit by anybody since that of Penn in 2001"
    r"\b(?:last|latest|previous|only other|most recent) (?:\S+ )?(?P<last>state|official|working) (?:visit|trip)\b"
    r"|\b(?P<first>state|official|working) (?:visit|trip)\b[^,;]*? (?:since|after) (?:the one|that) (?:of|by|paid by)\b"
)
REGION = lazy(  # the last visit to a part of the world went to any of its lands
    r"\b(?:to|in|of) (?:(?:the|sub-saharan|south-?east|central|south|north|west|east|western|eastern|latin) )*"
    r"(?:continent|region|africa|europe|asia|america|caribbean|balkans|middle east|gulf|pacific|caucasus)\b"
)
FROM = ("since", "after", "following")  # heads behind which the earlier visit stands
OWN = "own"  # what rules of the guest's own visits before give as their guest
HOUSE = "whose "  # "Vesta, whose president has not been to Moor since 2018"


def compared(page: Page, sentence: Sentence, found: Sequence[Telling], codebook: Codebook) -> Iterator[Telling]:
    """Earlier visits that others are measured against: "the first since January 2016", "he was last here in 2019"."""
    for match in best_by_head(codebook.family("comparison").matches(sentence.shadow, sentence.triggers)):
        told = _held_to(match, found)
        when, (first, last) = _when(page, match), match.span()
        since = match.head_text in FROM
        if when is None or (told is None and not JOURNEY.search(sentence.shadow.text) and not _of_pair(page, match)):
            continue
        if match.rule.gives.get("guest") == "named" and not _named(page, match):
            continue
        if since and TURN.search(sentence.shadow.text, match.head, match.end):
            continue
        measure = MEASURE.search(page.low, first, last)
        if since and (measure is None or REGION.search(page.low, first, last)):
            continue
        guest = _earlier_guest(page, sentence, match, told)
        land = _land_of(page, sentence, match, guest, told)
        host = _place_in(page, match, land) or (told.host_country if told else None)
        if match.rule.gives.get("guest") == OWN and told is None and page.first_told:
            host = host or page.first_told[1]  # "this visit, his second after one in May"
        host = host or at_hand(page, [guest] if guest else [], page.low[first:last])
        if guest is None and since and ANYBODY.search(sentence.shadow.text[match.start : match.head]):
            land = None  # "by an African leader"
        telling = Telling(
            sentence=sentence.index, start=measure.start() if since and measure else first, end=last,
            rule=match.rule.id, guest=guest, guest_country=land, host_country=host, when=when,
            status="completed", background=True, kind=_kind(match),
        )  # fmt: skip
        if land and host and land != host:
            yield telling


def _kind(match: Match) -> str | None:
    """The declared kind of an earlier visit that shares it with the words for this one: "the last state visit"."""
    hit = SAME_KIND.search(match.shadow.text, 0, match.end)
    return hit["last"] or hit["first"] if hit else None


def _of_pair(page: Page, match: Match) -> bool:
    """Whether "the last one was Penn" names one of the country whose guest's visit was told of last."""
    land = next((i.value.country for i in match.items("guest") if i.type == "person"), None)
    return land is not None and page.traveller is not None and page.traveller.country == land


def _held_to(match: Match, found: Sequence[Telling]) -> Telling | None:
    """The visit that is measured: the one told last before, else the last of the sentence."""
    told = [t for t in found if t.host_country] or list(found)
    before = [t for t in told if t.match is None or t.match.head < match.head]
    return before[-1] if before else told[-1] if told else None


def _land_of(page: Page, sentence: Sentence, match: Match, guest: Figure | None, told: Telling | None) -> str | None:
    """Whose country's visit it was: the guest's, the one that the words name, else that of the visit it is held to."""
    named = country_told(match.item("land")) or country_told(match.item("landb"))
    if named or (guest is not None and guest.country):
        return named or (guest.country if guest else None)
    at = page.clean.rfind(HOUSE, *match.span())
    before = [i for i in sentence.items if i.end <= at and i.type in ("country", "demonym")]
    if before:
        return country_told(before[-1])
    own = told.guest_country if told else None
    return own or (page.traveller.country if page.traveller else None)


def _place_in(page: Page, match: Match, land: str | None) -> str | None:
    """The country of the place that the words go to: "the first visit to Cairo since 2019"."""
    placed = match.item("place")
    if placed is not None:
        return place_told(page, placed).country
    items = match.shadow.items_in(match.start, match.head)
    places = [i for i in items if i.type in ("city", "country") or (i.type == "demonym" and _on_soil(page, i))]
    return next((code for i in places if (code := place_told(page, i).country) and code != land), None)


def _on_soil(page: Page, item: Item) -> bool:
    """Whether it is in "on Vestan soil"."""
    return page.clean.startswith(" soil", item.end)


def _when(page: Page, match: Match) -> Span | None:
    item = match.item("when")
    return days_of(page, item, "past") if item is not None else None


def _earlier_guest(page: Page, sentence: Sentence, match: Match, told: Telling | None) -> Figure | None:
    """Who came then: named, as written where no table knows the name, "an Egyptian president", or the same again."""
    other = match.item("guest") or match.item("by")
    if other is not None or match.head_text not in FROM:
        return next(iter(whom(page, sentence, [other])), None) if other else None
    if match.rule.gives.get("guest") == OWN:
        return told.guest if told else page.traveller
    office = next((i.value for i in sentence.of("person") if i.value.why == NOBODY and i.value.country), None)
    land = told.guest_country if told else (office.country if office else None)
    if (named := _named(page, match)) and (office is not None or match.rule.gives.get("guest") != "named"):
        return Figure(named, land, office.office if office else None, why="as written, of an earlier visit")
    if office is not None and office.country == land:
        return office  # type: ignore[no-any-return]
    if told is None or ANYBODY.search(sentence.shadow.text[match.start : match.head]):
        return None
    return told.guest


def _named(page: Page, match: Match) -> str | None:
    """Somebody of whom no table knows, as written: "since Arlo Penn came in 1981"."""
    named = NAMED.search(page.clean, match.span()[0], match.span()[1] + 1)
    return POSSESSIVE.sub("", named[1].strip()) if named and not NO_NAME.search(named[1]) else None
