"""Turns a stretch of text into the buildings in it: those that no table lists, and which of one name is meant."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from itertools import pairwise

from communique.grammar import Item, any_of, expression, lazy
from communique.knowledge import Knowledge
from communique.knowledge.states import state_on
from communique.mentions.spots import Spot
from communique.mentions.words import mention_words

CAPITAL = r"(?:[A-ZÀ-ÞŠŽŁŚĆČİŞĞ][\w'’-]*)"
LINK = r"(?:al|el|ul|de|la|du|the|of|di|bin)"
WORDS = 5  # before the word for the building, at most: "King Khalid International" Airport
BEFORE = lazy(rf"(?:{CAPITAL}(?:[ -]{LINK})?[ -]){{1,{WORDS}}}$")
BEHIND = lazy(rf"(?<!House)(?<!Ministry) of (?:the )?{CAPITAL}(?: {CAPITAL}){{0,2}}")
LED = lazy(r"(?:\b(?:the|at|in|to|of|inside|outside|before|from|into|near|his|her|its|their)|[(,–—]) $", re.I)
BESIDE = lazy(r",? (?:in |near |of |outside )?(?:downtown |central )?")  # between a building and its city
REACH = 70


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = mention_words(language)
    return expression(rf"\b{any_of(words.buildings)}\b")


def is_building(name: str, language: str = "en") -> bool:
    """Whether a name ends in a word for a building."""
    return any(word.end() == len(name) for word in _pattern(language).finditer(name))


@cache
def _not_names(language: str) -> frozenset[str]:
    return frozenset(word.capitalize() for word in mention_words(language).no_buildings)


def buildings(text: str, start: int, end: int, language: str = "en") -> Iterator[tuple[int, int]]:
    """The half-open spans of names that end in a word for a building, or go on from one with "of"."""
    for word in _pattern(language).finditer(text, start, end):
        before = BEFORE.search(text, max(start, word.start() - REACH), word.start())
        first = before.start() if before else word.start()
        owner = False
        if before:
            lead, space, _ = before[0].partition(" ")
            owner = lead.endswith(("'s", "’s")) and word[0].startswith("Air") and before[0].count(" ") > 1
            if owner or lead in _not_names(language):  # "Havana's José Martí Airport"
                first += len(lead + space)
        behind = BEHIND.match(text, word.end(), end)
        if first == word.start() and behind is None:
            continue
        if owner or first == start or LED.search(text, max(start, first - 12), first):
            yield first, behind.end() if behind and first == word.start() else word.end()


def in_their_cities(text: str, items: list[Item]) -> list[Item]:
    """A sentence's items, a building of which many countries have one in the country of the city behind it."""
    anywhere = mention_words().anywhere
    found = list(items)
    for at, (item, after) in enumerate(pairwise(items)):
        spot, city = item.value, after.value
        if (item.type, after.type) != ("venue", "city") or not isinstance(spot, Spot) or not isinstance(city, Spot):
            continue
        if spot.country == city.country or not BESIDE.fullmatch(text, item.end, after.start):
            continue
        if spot.country is None or anywhere.search(text[item.start : item.end]):  # "State House, Nairobi"
            name = spot.name if spot.country is None else text[item.start : item.end]
            found[at] = Item(item.start, item.end, "venue", Spot(name, city.country))
    return found


def building(
    text: str, names: tuple[str, ...], known: Knowledge, day: str | None, lands: Container[str | None]
) -> Spot:
    """The building called so in one of some lands, else the first; one that many lands have is anywhere."""
    venues = [venue for name in names if (venue := known.venue(name)) is not None]
    spots = [Spot(venue.name, state_on(known, venue.iso3, day)) for venue in venues]
    here = [spot for spot in spots if spot.country in lands]
    of_many = mention_words().anywhere.search(text) is not None or "(" in names[0]
    if here or (spots and not of_many):
        return here[0] if here else spots[0]
    return Spot(text if of_many else names[0], None)
