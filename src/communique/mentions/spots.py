"""A place in a text → the place and the state in which it lay on the day of the text."""

from __future__ import annotations

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
