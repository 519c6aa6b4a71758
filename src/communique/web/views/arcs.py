"""Two places of the map become the curve of a journey from one to the other, round the world where that is nearer."""

from __future__ import annotations

from communique.web.world import World

BEND = 0.16  # how far a curve swings out to the left of its way, as a share of its length


def journey(world: World, guest: str, host: str) -> str | None:
    """The path of a curve from a country to another; None where the map has no place for one of them.

    It swings to the left, so that the ways there and back lie apart. Where the other way round the world is shorter the
    path has two pieces, each of which leaves the map; what lies outside of its edge is to be clipped.
    """
    if guest not in world.places or host not in world.places:
        return None
    x1, y1, round1 = world.places[guest]
    x2, y2, round2 = world.places[host]
    turns = min((0, 1, -1), key=lambda turn: abs(x2 + turn * round2 - x1))
    if turns == 0:
        return _curve(x1, y1, x2, y2)
    return _curve(x1, y1, x2 + turns * round2, y2) + _curve(x1 - turns * round1, y1, x2, y2)


def _curve(x1: int, y1: int, x2: int, y2: int) -> str:
    across, down = x2 - x1, y2 - y1
    x, y = (x1 + x2) / 2 + BEND * down, (y1 + y2) / 2 - BEND * across
    return f"M{x1} {y1}Q{x:.0f} {y:.0f} {x2} {y2}"
