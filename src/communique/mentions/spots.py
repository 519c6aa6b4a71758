"""A place in a text → the place and the state in which it lay on the day of the text."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.knowledge import Knowledge
from communique.knowledge.states import state_on


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A place with the country it lies in; `name` None for a country as a whole."""

    name: str | None
    country: str | None


def city_of(ref: str, known: Knowledge, day: str | None) -> Spot:
    """The city of a surface's ref, "Name|ISO3", in the state of that day."""
    name, _, country = ref.partition("|")
    return Spot(name, state_on(known, country, day))


def city_named(
    refs: Sequence[Sequence[str]], said: str | None, home: str | None, known: Knowledge, day: str | None
) -> Spot:
    """The city that words mean: in the country or state that stands behind it, else at home, else the likeliest.

    Args:
        refs: all cities of the name, then those of the name behind it ("Woodstock, New Hampshire").
        said: the country that the words name.
        home: the author's country.
        known: the tables.
        day: the day of the text.
    """
    behind = (known.city(ref) for names in refs[1:] for ref in names)
    land = said or next((city.iso3 for city in behind if city is not None and city.kind == "state"), None)
    ref = next((ref for ref in refs[0] if ref.endswith(f"|{land or home}")), refs[0][0])
    spot = city_of(ref, known, day)
    return Spot(spot.name, land or spot.country)
