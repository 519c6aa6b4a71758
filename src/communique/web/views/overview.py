"""The record becomes the page of the map: who visits whom in a period."""

from __future__ import annotations

import msgspec

from communique.store import Store
from communique.web import kept
from communique.web.languages import Words
from communique.web.views.asked import Asked, Fields
from communique.web.views.ways import SHOWN, WayRow, Years, way_rows, years_of
from communique.web.views.worldmap import WorldMap, world_map

PATH = "/map"


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of the map shows; `all` is the address of the whole table where it is cut."""

    lead: str
    fields: Fields
    years: Years | None
    map: WorldMap
    rows: tuple[WayRow, ...]
    all: str | None
    all_words: str
    network: str


def overview(store: Store, asked: Asked, words: Words, *, is_whole: bool = False) -> Overview:
    """The map of what is asked for, with its table: the most travelled ways, or all of them."""
    ways = asked.within(kept.ways(store, asked.filter()))
    total = sum(one.visits for one in ways)
    countries = {code for one in ways for code in (one.guest, one.host)}
    cut = not is_whole and len(ways) > SHOWN
    return Overview(
        lead=words("map.lead", visits=words("map.visits", n=total), countries=words("map.countries", n=len(countries))),
        fields=asked.fields(words),
        years=years_of(kept.years(store, asked.without_period().filter()), asked, PATH, words),
        map=world_map(
            ways,
            words,
            title=words("map.title"),
            region=asked.region,
            address=lambda code: asked.address(f"/countries/{code}", region=None),
        ),
        rows=way_rows(ways[:SHOWN] if cut else ways, asked, words),
        all=asked.address(PATH, rows="all") if cut else None,
        all_words=words("map.all", n=len(ways)),
        network=asked.address("/network"),
    )
