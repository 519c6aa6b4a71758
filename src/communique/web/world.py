"""The packaged shapes of the world become a map that views can draw on."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

REGIONS: dict[str, tuple[int, int, int]] = {
    "africa": (460, 190, 1260),
    "asia": (950, 105, 985),
    "europe": (800, 30, 480),
    "north_america": (230, 130, 680),
    "oceania": (1130, 400, 870),
    "south_america": (230, 390, 850),
}
"""Continents as windows of the map: left and upper edge and width, in its units; set by eye."""


class World(msgspec.Struct, frozen=True):
    """A map `width` by `height` units. Made by tools/make_world.py; data/SOURCES.md says from what.

    `edge` is the outline, `shapes` are paths by country code ("other" for land without one). `places` has for each
    country or body where its visits begin and end: x, y, and the units from there once round the world to the same
    place. `continents` are names by country code.
    """

    width: int
    height: int
    edge: str
    shapes: dict[str, str]
    places: dict[str, tuple[int, int, int]]
    continents: dict[str, str]

    def region(self, code: str) -> str | None:
        """The continent of a country as a code: "north_america"; None for a body."""
        name = self.continents.get(code)
        return name.casefold().replace(" ", "_") if name else None

    def window(self, region: str | None) -> tuple[int, int, int, int]:
        """Left, top, width and height of the part to draw: a continent, or all of it."""
        if region is None:
            return 0, 0, self.width, self.height
        left, top, width = REGIONS[region]
        return left, top, width, width * self.height // self.width


@cache
def load_world() -> World:
    """The packaged map."""
    return msgspec.json.decode((files("communique.web") / "data" / "world.json").read_bytes(), type=World)
