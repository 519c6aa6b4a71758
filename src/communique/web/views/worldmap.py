"""Counts of visits by way become a map: countries shaded by their visits, curves from guest to host, and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

import msgspec

from communique.store import WayCount
from communique.web import links
from communique.web.languages import Words
from communique.web.views.arcs import journey
from communique.web.world import World, load_world

SHADES = 5
DRAWN = 150  # ways with a curve, most travelled first: more make a thicket
_WEIGHTS = 4


class Area(msgspec.Struct, frozen=True):
    """A country as a shape; `shade` 0 (no visit) to 5."""

    path: str
    shade: int
    words: str
    address: str


class Spot(msgspec.Struct, frozen=True):
    """A country that has visits as the place where they begin and end."""

    x: int
    y: int
    words: str
    address: str


class Arc(msgspec.Struct, frozen=True):
    """The visits of one way; `weight` 1 to 4; `course` is out or in for the country that the map is of."""

    path: str
    weight: int
    course: str
    words: str
    address: str


class Step(msgspec.Struct, frozen=True):
    """One shade of the legend, with the numbers of visits that it stands for."""

    shade: int
    words: str


class WorldMap(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing with what it says in words. `window` is a viewBox; `scale` units of it are one of the whole map."""

    window: str
    width: int
    height: int
    scale: float
    edge: str
    land: str
    areas: tuple[Area, ...]
    spots: tuple[Spot, ...]
    arcs: tuple[Arc, ...]
    legend: tuple[Step, ...]
    legend_words: str
    title: str
    words: str
    left_out: str | None
    """What is counted and not drawn, in words."""


def world_map(
    ways: Sequence[WayCount],
    words: Words,
    *,
    title: str,
    region: str | None = None,
    of: str | None = None,
    address: Callable[[str], str] = links.country,
) -> WorldMap:
    """The map of those ways; `of` is the country that all of them begin or end in, if they do.

    `address` gives the page that a country leads to.
    """
    world = load_world()
    counts = _counts(ways, of)
    made: Counter[str] = Counter()
    for one in ways:
        made[one.guest] += one.visits

    def said(code: str) -> str:
        if of is not None:
            return words("map.area_of", country=words.country(code), visits=words("map.visits", n=counts[code]))
        received = words.number(counts[code])
        return words("map.area", country=words.country(code), received=received, made=words.number(made[code]))

    most = max(counts.values(), default=0)
    arcs = _arcs(ways, words, world, of)
    window = world.window(region)
    return WorldMap(
        window=" ".join(map(str, window)),
        width=window[2],
        height=window[3],
        scale=window[2] / world.width,
        edge=world.edge,
        land=world.shapes["other"],
        areas=tuple(
            Area(path, _shade(counts[code], most), said(code), address(code))
            for code, path in world.shapes.items()
            if code != "other"
        ),
        spots=tuple(
            Spot(*world.places[code][:2], said(code), address(code))
            for code in sorted({*counts, *made})
            if code in world.places
        ),
        arcs=arcs,
        legend=_legend(most, words),
        legend_words=words("map.legend" if of is None else "map.legend_of"),
        title=title,
        words=_described(ways, words),
        left_out=_left_out(ways, len(arcs), words, world),
    )


def _counts(ways: Sequence[WayCount], of: str | None) -> Counter[str]:
    """The visits received by each country; with the country `of`, those between it and each other."""
    counts: Counter[str] = Counter()
    for one in ways:
        counts[one.host if of is None or one.guest == of else one.guest] += one.visits
    return counts


def _arcs(ways: Sequence[WayCount], words: Words, world: World, of: str | None) -> tuple[Arc, ...]:
    drawn: list[Arc] = []
    most = max((one.visits for one in ways), default=1)
    for one in ways:
        if len(drawn) == DRAWN:
            break
        path = journey(world, one.guest, one.host)
        if path is not None:
            weight = 1 + round((_WEIGHTS - 1) * log(one.visits) / log(most)) if most > 1 else 1
            course = "any" if of is None else "out" if one.guest == of else "in"
            drawn.append(Arc(path, weight, course, way_words(one, words), links.dyad(one.guest, one.host)))
    return tuple(reversed(drawn))  # the most travelled on top


def way_words(one: WayCount, words: Words) -> str:
    """A way with its number: Belarus → China: 2 visits."""
    return words(
        "map.way",
        guest=words.country(one.guest),
        host=words.country(one.host),
        visits=words("map.visits", n=one.visits),
    )


def _shade(count: int, most: int) -> int:
    """0 for none, else by the logarithm: countries differ a hundredfold."""
    if count == 0:
        return 0
    return 1 + min(SHADES - 1, int(SHADES * log(count) / log(most + 1)))


def _legend(most: int, words: Words) -> tuple[Step, ...]:
    shades: dict[int, list[int]] = {}
    for count in range(1, most + 1):
        shades.setdefault(_shade(count, most), []).append(count)
    return tuple(
        Step(shade, words.number(held[0]) if len(held) == 1 else f"{words.number(held[0])}–{words.number(held[-1])}")
        for shade, held in shades.items()
    )


def _described(ways: Sequence[WayCount], words: Words) -> str:
    """What the map shows, in a sentence or two for those who do not see it."""
    if not ways:
        return words("map.nothing")
    total = sum(one.visits for one in ways)
    top = "; ".join(way_words(one, words) for one in ways[:3])
    return words("map.described", visits=words("map.visits", n=total), ways=words("map.ways", n=len(ways)), top=top)


def _left_out(ways: Sequence[WayCount], drawn: int, words: Words, world: World) -> str | None:
    nowhere = {code for one in ways for code in (one.guest, one.host) if code not in world.places}
    said = []
    if drawn < len(ways):
        said.append(words("map.fewer", drawn=words.number(drawn), n=len(ways)))
    if nowhere:
        said.append(words("map.nowhere", names=", ".join(sorted(map(words.country, nowhere)))))
    return " ".join(said) or None
