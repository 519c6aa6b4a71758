"""The map of the world: all of it is there, and it can be made again."""

from __future__ import annotations

import csv
import os
import re
import runpy
from itertools import pairwise
from pathlib import Path

import pytest

from communique import knowledge
from communique.web import world as module
from communique.web.world import REGIONS, load_world

DATA = Path(module.__file__).parent / "data"
ROOT = Path(__file__).parents[2]
STEP = re.compile(r"-?\d+")


def corners(path: str) -> list[tuple[int, int]]:
    """The points of a path that moves once to a place and then by steps."""
    found = []
    for ring in path.split("M")[1:]:
        numbers = [int(one) for one in STEP.findall(ring)]
        at = (numbers[0], numbers[1])
        found.append(at)
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            at = (at[0] + dx, at[1] + dy)
            found.append(at)
    return found


def test_every_country_has_a_place_and_every_large_one_a_shape() -> None:
    world = load_world()
    known = {one.iso3: one for one in knowledge.load().tables.countries}
    assert known.keys() - world.places.keys() == set()
    assert world.shapes.keys() - known.keys() == {"other"}
    assert {"CHN", "USA", "RUS", "FRA", "NOR", "XKX", "COD", "MMR", "VNM", "DEU"} <= world.shapes.keys()


def test_a_capital_lies_in_or_beside_its_country() -> None:
    world = load_world()
    apart = {}
    for code in world.shapes.keys() & world.places.keys():
        x, y, _ = world.places[code]
        apart[code] = min(abs(x - a) + abs(y - b) for a, b in corners(world.shapes[code]))
    assert {code for code, far in apart.items() if far > 120} == set()


def test_shapes_stay_within_the_map_and_do_not_cross_it() -> None:
    world = load_world()
    for code, path in world.shapes.items():
        points = corners(path)
        assert all(0 <= x <= world.width and 0 <= y <= world.height for x, y in points), code
        for ring in path.split("M")[1:]:
            assert all(abs(b[0] - a[0]) < 400 for a, b in pairwise(corners("M" + ring))), code


def test_each_continent_of_the_countries_has_a_window_with_most_of_its_capitals() -> None:
    world = load_world()
    assert {world.region(code) for code in world.continents} == REGIONS.keys()
    for region in REGIONS:
        left, top, width, height = world.window(region)
        assert 0 <= left < left + width <= world.width and 0 <= top < top + height <= world.height + 1
        places = [world.places[code] for code in world.continents if world.region(code) == region]
        seen = [1 for x, y, _ in places if left <= x <= left + width and top <= y <= top + height]
        assert len(seen) >= 0.75 * len(places), region


def test_every_place_says_where_it_is_from() -> None:
    with (DATA / "capitals.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["code"] for row in rows} == load_world().places.keys()
    assert all(row["source"] for row in rows)


def test_the_map_is_made_again_from_its_source(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Path(os.environ.get("COMMUNIQUE_WORLD_ATLAS", "package")) / "countries-110m.json"
    if not source.is_file():
        pytest.skip("map: found no world-atlas; want its folder in COMMUNIQUE_WORLD_ATLAS (npm pack world-atlas)")
    monkeypatch.setattr("sys.argv", ["make_world.py", str(source)])
    runpy.run_path(str(ROOT / "tools" / "make_world.py"), run_name="__main__")
    assert capsys.readouterr().out == (DATA / "world.json").read_text("utf-8")
