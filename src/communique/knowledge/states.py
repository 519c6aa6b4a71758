"""A country of today and a day → the state that its land was part of then, as far as the tables know who led that.

Moscow lies in the Soviet Union in a text of 1972, and in Russia in one of 1992.
"""

from __future__ import annotations

from functools import cache

from communique.knowledge.days import bounds
from communique.knowledge.knowledge import Knowledge
from communique.knowledge.tables import Country

HEADS = ("head_of_state", "head_of_government")


def state_on(known: Knowledge, iso3: str | None, on: str | None) -> str | None:
    """The code of the state within `on` (EDTF); that of today's country where it was one, and where it is not clear."""
    if iso3 is None or on is None:
        return iso3
    former, last = _former(known)
    if iso3 not in former:
        return iso3
    first, final = bounds(on)
    if first > last or _is_led(known, iso3, on):
        return iso3
    found = [
        state.iso3
        for state in former[iso3]
        if (state.valid_from or "") <= final and first < (state.valid_to or "") and _is_led(known, state.iso3, on)
    ]
    return found[0] if len(found) == 1 else iso3


def stands(known: Knowledge, iso3: str, on: str | None) -> bool:
    """Whether a country is one of today, or one of the past that was there within `on` (EDTF)."""
    state = known.country(iso3)
    if state is None or state.valid_to is None:
        return True
    return on is not None and bounds(on)[0] < state.valid_to and (state.valid_from or "") <= bounds(on)[1]


def _is_led(known: Knowledge, iso3: str, on: str) -> bool:
    return any(known.holders(iso3, role, on) for role in HEADS)


@cache
def _former(known: Knowledge) -> tuple[dict[str, list[Country]], str]:
    """The former states by the countries that followed them, and the day on which the last of them ended."""
    found: dict[str, list[Country]] = {}
    for state in known.tables.countries:
        for heir in state.successors:
            found.setdefault(heir, []).append(state)
    return found, max((state.valid_to or "" for states in found.values() for state in states), default="")
