"""Natural Earth's shapes and a list of capitals become the world map that the page draws.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/make_world.py package/countries-110m.json > src/communique/web/data/world.json

Points are projected by Equal Earth (Šavrič, Patterson and Jenny, 2018), on which areas are true to each other, and
rounded to the unit of a drawing WIDTH units wide; of a coast that falls within one unit only one point is kept.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1] / "src" / "communique"
WIDTH = 2000
TOP, FOOT = 84.0, -58.0  # degrees north: what lies beyond has no guests
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796  # of the projection's polynomial
TURN = math.sqrt(3) / 2
WIDEST = math.pi / (TURN * A1)  # x of the antimeridian on the equator, before scaling
SCALE = WIDTH / (2 * WIDEST)
BY_NAME = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}  # shapes that have no code of their own

Point = tuple[float, float]


def projected(longitude: float, latitude: float) -> Point:
    """Degrees → units of the drawing, from its left and upper edge."""
    theta = math.asin(TURN * math.sin(math.radians(latitude)))
    square, sixth = theta**2, theta**6
    across = (
        math.cos(theta) * math.radians(longitude) / (TURN * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
    )
    return WIDTH / 2 + SCALE * across, SCALE * (_up(TOP) - _up(latitude))


def _up(latitude: float) -> float:
    theta = math.asin(TURN * math.sin(math.radians(latitude)))
    square, sixth = theta**2, theta**6
    return theta * (A1 + A2 * square + sixth * (A3 + A4 * square))


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines that shapes share, in degrees: quantized steps added up."""
    (across, up), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for step in steps:
            x, y = x + step[0], y + step[1]
            line.append((x * across + left, y * up + low))
        lines.append(line)
    return lines


def rings(shape: dict[str, Any], arcs: Sequence[list[Point]]) -> Iterator[list[Point]]:
    """The closed lines of a shape, holes too; a negative number is an arc taken backwards."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        for numbers in polygon:
            ring: list[Point] = []
            for number in numbers:
                line = arcs[number] if number >= 0 else arcs[~number][::-1]
                ring += line[1:] if ring else line
            yield ring


def cut(ring: Iterable[Point]) -> list[list[Point]]:
    """The ring, or its two parts where it crosses the antimeridian."""
    whole: list[Point] = []
    for longitude, latitude in ring:
        turns = round((whole[-1][0] - longitude) / 360) if whole else 0
        whole.append((longitude + 360 * turns, latitude))
    parts = []
    for turn in (-360, 0, 360):
        shifted = [(longitude + turn, latitude) for longitude, latitude in whole]
        part = _east_of(_east_of(shifted, -180, 1), -180, -1)
        if part:
            parts.append(part)
    return parts


def _east_of(ring: Sequence[Point], edge: float, sign: int) -> list[Point]:
    """The part of a ring whose longitude times `sign` is `edge` or more."""
    kept: list[Point] = []
    for before, after in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        one, two = sign * before[0] - edge, sign * after[0] - edge
        if (one < 0) != (two < 0):
            share = one / (one - two)
            kept.append((sign * edge, before[1] + share * (after[1] - before[1])))
        if two >= 0:
            kept.append(after)
    return kept


def drawn(ring: Iterable[Point]) -> str:
    """A closed line as a path of whole steps; empty where it is smaller than two units."""
    points: list[tuple[int, int]] = []
    for longitude, latitude in ring:
        x, y = projected(longitude, max(FOOT, min(TOP, latitude)))
        if not points or (round(x), round(y)) != points[-1]:
            points.append((round(x), round(y)))
    if len(set(points)) < 3:
        return ""
    steps = " ".join(f"{two[0] - one[0]} {two[1] - one[1]}" for one, two in pairwise(points[:-1]))
    return f"M{points[0][0]} {points[0][1]}l{steps}z".replace(" -", "-")


def outline() -> str:
    """The edge of the world between the two parallels."""
    degrees = range(int(FOOT), int(TOP) + 1, 2)
    left = [projected(-180, latitude) for latitude in degrees]
    right = [projected(180, latitude) for latitude in reversed(degrees)]
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in left + right) + "z"


def world(topology: dict[str, Any]) -> dict[str, Any]:
    """The map: its size, its edge, a shape by country, other land, and where the arrows of each country begin."""
    countries = _rows(PACKAGE / "knowledge" / "data" / "countries.csv")
    by_number = {row["iso_numeric"]: row["iso3"] for row in countries if row["status"] != "historical"}
    arcs = arcs_of(topology)
    shapes: dict[str, str] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape["properties"]["name"] == "Antarctica":
            continue
        code = by_number.get(shape.get("id", "")) or BY_NAME.get(shape["properties"]["name"]) or "other"
        shapes[code] = shapes.get(code, "") + "".join(drawn(part) for ring in rings(shape, arcs) for part in cut(ring))
    places = {}
    for row in _rows(PACKAGE / "web" / "data" / "capitals.csv"):
        x, y = projected(float(row["longitude"]), float(row["latitude"]))
        places[row["code"]] = [round(x), round(y), round(_turn(float(row["latitude"])))]
    height = round(projected(0, FOOT)[1])
    continents = {row["iso3"]: row["continent"] for row in countries}
    return {
        "width": WIDTH,
        "height": height,
        "edge": outline(),
        "shapes": dict(sorted(shapes.items())),
        "places": places,
        "continents": continents,
    }


def _turn(latitude: float) -> float:
    """Units from a point to itself once round the world."""
    return projected(360, latitude)[0] - projected(0, latitude)[0]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Prints the map of the shapes in the file named, one key a line."""
    made = world(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    lines = [f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in made.items()]
    print("{" + ",\n".join(lines) + "}")


if __name__ == "__main__":
    main()
