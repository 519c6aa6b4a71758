"""The visits of one person become journeys: legs that follow each other within two days are one tour."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from communique.visits.model import Visit

TOUR_GAP = 2  # days between two legs of one journey, as the record itself joins them


class Tour(msgspec.Struct, frozen=True):
    """One journey: its legs by first day; a single visit is a journey of one leg."""

    legs: tuple[Visit, ...]


def tours(visits: Iterable[Visit]) -> list[Tour]:
    """The journeys, by first day. Visits that are not dated to the day, and cancelled ones, stand alone."""
    ordered = sorted(visits, key=lambda one: (one.first_day or "9999", one.last_day or "", one.id))
    found: list[list[Visit]] = []
    for one in ordered:
        if found and _follows(found[-1], one):
            found[-1].append(one)
        else:
            found.append([one])
    return [Tour(tuple(legs)) for legs in found]


def _follows(legs: list[Visit], one: Visit) -> bool:
    """It begins at most two days after the last of the legs ends, in a country that is not the one before."""
    before = legs[-1]
    if not (_is_joined(before) and _is_joined(one)) or before.host_country == one.host_country:
        return False
    ended = max(date.fromisoformat(leg.last_day or "") for leg in legs)
    return (date.fromisoformat(one.first_day or "") - ended).days <= TOUR_GAP


def _is_joined(one: Visit) -> bool:
    return one.precision == "day" and one.status != "cancelled" and bool(one.first_day and one.last_day)
