"""An item in the slot of a visit rule → the place that it means: a city, a building, "there", "our country"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.codebook import LETTERS
from communique.facts.visit.words_of import AtHand
from communique.grammar import Item, Match, Shadow, lazy
from communique.knowledge.states import state_on
from communique.mentions import Figure, Page
from communique.mentions.buildings import BESIDE, is_building
from communique.mentions.spots import Spot
from communique.records import Place

NEAR = ", outside downtown "  # the most that stands between a building and its city
HOMES = {"VAT": "Rome"}  # where a guest lives who has no country around his house
PLACED = lazy(r"\b(?:in|at) $")
OUT_OF_TOWN = ("retreat", "private residence", "resort")  # houses that are themselves where a visit goes
SIDES = ("country", "demonym", "body")
SUMMIT = lazy(r"(?:'s)? (?:leaders'? )?summits?\b")
GATHERINGS = ("event", "body")  # types of names that a gathering has
NOT_TO = lazy(r"\bnot (?:to|in) (?:the )?$")
PLACE = rf"(?:the )?(?P<one>[{LETTERS['city']}{LETTERS['country']}])"
BUT_TO = lazy(rf",? but (?:rather )?(?:to|in) {PLACE}(?:,? and (?:to |in )?{PLACE.replace('one', 'two')})?")
HERE = lazy(r"\bhere\b")


def country_told(item: Item | None) -> str | None:
    """The country or body that an item names."""
    return item.value if item is not None and item.type in SIDES else None


def gathering_told(items: Iterable[Item]) -> str | None:
    """The code of the first gathering or body that some items name."""
    return next((str(item.value) for item in items if item.type in GATHERINGS), None)


def destinations(match: Match) -> list[Item]:
    """The places that a match goes to, in their order; a rule may have them in one of two slots, or in both.

    Of "not to Vesta but to Moor and to Penn" those behind "but".
    """
    shadow = match.shadow
    named = [item for item in (*match.items("dest"), *match.items("dest_b")) if not _is_of_summit(shadow, item)]
    return [place for item in named for place in (_instead(shadow, item) if _is_denied(shadow, item) else [item])]


def _is_denied(shadow: Shadow, item: Item) -> bool:
    """Whether it is a place to which somebody did not go: "not to Vesta"."""
    return NOT_TO.search(shadow.text, 0, shadow.place_of(item.start)) is not None


def _instead(shadow: Shadow, item: Item) -> list[Item]:
    hit = BUT_TO.match(shadow.text, shadow.place_of(item.start) + 1)
    return [shadow.items[hit.start(name)] for name in ("one", "two") if hit and hit[name]]


def _is_of_summit(shadow: Shadow, item: Item) -> bool:
    """Whether a body only says whose summit it is: "his travel to the NATO summit"."""
    return item.type == "body" and SUMMIT.match(shadow.text, shadow.place_of(item.start) + 1) is not None


def place_told(page: Page, item: Item | None, guests: Sequence[Figure] = ()) -> Spot:
    """The place that an item means; "our country" is the author's, who is no countryman of the guests."""
    if item is None:
        return Spot(None, None)
    if item.type == "there":
        ours = item.value == "our country" and guests
        land = _author_of(page, guests) if ours else _named_before(page, item, guests) or at_hand(page, guests)
        return Spot(None, land)
    return item.value if isinstance(item.value, Spot) else Spot(None, item.value)


def _named_before(page: Page, item: Item, guests: Sequence[Figure]) -> str | None:
    """What "the kingdom" means by the words before it: "visited Vesta in April, his first visit to the kingdom"."""
    if not guests or not page.low.startswith("the ", item.start):
        return None
    lands = {guest.country for guest in guests}
    named = page.sentence(page.index_at(item.start)).of("country", "city")
    before = [place_told(page, one).country for one in named if one.end <= item.start]
    return next((land for land in reversed(before) if land is not None and land not in lands), None)


def spot_named(value: object) -> Spot | None:
    """The value of an item as a place with a name of its own; None for a country."""
    return value if isinstance(value, Spot) and value.name else None


def at_hand(page: Page, guests: Sequence[Figure] = (), words: str = "") -> str | None:
    """Where a visit goes whose words name no place: where one was told to go last, else where the text was written.

    `words`: those of the visit; "here" is first of all where the text was written.
    """
    lands, known = {guest.country for guest in guests}, (page.visited, page.scene)
    return next(
        (land for land in (known[::-1] if HERE.search(words) else known) if land is not None and land not in lands),
        None,
    )


def of_hosts(places: Sequence[Spot], hosts: Sequence[Figure]) -> list[Spot]:
    """The places; a palace of which many countries have one stands in the country of him who receives there."""
    land = next((host.country for host in hosts if host.country), None)
    return [Spot(p.name, land) if p.name and p.country is None and land else p for p in places]


def place_of(page: Page, spots: Sequence[Spot]) -> Place | None:
    """Where a visit goes by the places told of it: the city of the first, or of another where its own is not known."""
    cities = [city_of(page, spot) for spot in spots]
    if not spots or cities[0] is not None:
        return cities[0] if spots else None
    land = spots[0].country
    other = next((city for city in cities if city is not None and city.country == land), None)
    return other or (None if is_building(spots[0].name or "") else Place(spots[0].name, land))


def capital_named(page: Page, land: str) -> AtHand[Place] | None:
    """A land's capital, where it is the one city of it that a text names as a place or was written in."""
    found = {
        refs[0]: atom
        for atom in page.scan.atoms
        if atom.entry.type == "city"
        and (refs := atom.entry.refs["city"])[0].endswith(f"|{land}")
        and (atom.end <= page.dated[1] or PLACED.search(page.clean, max(0, atom.start - len(" at ")), atom.start))
    }
    capital = page.known.capital(land)
    if not capital or found.keys() != {f"{capital}|{land}"}:
        return None
    atom = found[f"{capital}|{land}"]
    return AtHand(Place(capital, land), atom.start, atom.end)


def city_of(page: Page, spot: Spot) -> Place | None:
    """A city as it is; of a building the city it stands in, by the tables or the words behind it; None if unknown."""
    venue = page.known.venue(spot.name or "")
    if venue is None:
        return _city_behind(page, spot) if _is_building(page, spot) else Place(spot.name, spot.country)
    if spot.country not in (None, venue.iso3, state_on(page.known, venue.iso3, page.day)):
        return _city_behind(page, spot)  # another country's house of that name
    if venue.kind in OUT_OF_TOWN:
        return Place(spot.name, spot.country)
    city = page.known.city(f"{venue.city}|{venue.iso3}")
    return Place(city.name, city.iso3) if city is not None else None


def _is_building(page: Page, spot: Spot) -> bool:
    """Whether a place that no table of buildings lists is none of the cities either."""
    return spot.name is not None and page.known.city(f"{spot.name}|{spot.country}") is None


def _city_behind(page: Page, spot: Spot) -> Place | None:
    """The city that stands beside a building somewhere in the text: "State House, Vesta", "Vesta Airport"."""
    name = spot.name or ""
    at = page.clean.find(name)
    while at >= 0:
        end = at + len(name)
        for atom in page.atoms_in(at, end + len(NEAR)):
            beside = atom.start == at or (atom.start >= end and BESIDE.fullmatch(page.clean, end, atom.start))
            if atom.entry.type != "city" or not beside:
                continue
            city, _, land = atom.entry.refs["city"][0].partition("|")
            if spot.country in (land, None):
                return Place(city, land)
        at = page.clean.find(name, at + 1)
    return None


def is_home(spot: Spot | None, land: str) -> bool:
    """Whether a place is where a guest lives though it is not in his country: the pope's Rome."""
    return spot is not None and spot.name is not None and spot.name == HOMES.get(land)


def _author_of(page: Page, guests: Sequence[Figure]) -> str | None:
    """The country of a text: that of its source, else the one beside the guests' that it names most often."""
    if page.home is not None:
        return page.home
    theirs = {guest.country for guest in guests}
    named: Counter[str] = Counter()
    for atom in page.scan.atoms:
        named.update(
            ref.rpartition("|")[2]
            for kind in ("country", "demonym", "city")
            for ref in atom.entry.refs.get(kind, ())[:1]
        )
    return next((code for code, _ in named.most_common() if code not in theirs), None)
