"""Turns the object of a position that has several members into the stretches of each: "for a truce and for aid"."""

from __future__ import annotations

import re
from functools import cache

from communique.facts.stance.asked import Head
from communique.grammar import expression, lazy

LINK = lazy(r"(?P<link>for|that)$")
SHORTEST = 12  # characters of a member


def members(text: str, head: Head) -> list[tuple[int, int]]:
    """The stretches of the shadow that hold the members of a position's object, in order; one where it has but one."""
    if head.content:
        return [(head.start, head.stop)]
    link = LINK.search(text, head.start, head.end)
    bounds = [head.end]
    ends: list[int] = []
    for hit in _separator(link["link"] if link else "that").finditer(text, head.end, head.stop):
        if hit.start() - bounds[-1] < SHORTEST or head.stop - hit.end() < SHORTEST:
            continue
        ends.append(hit.start())
        bounds.append(hit.end())
    ends.append(head.stop)
    if link is None:  # what "that" adds to a verb without one says something of its own
        return [(head.start, ends[0])]
    return list(zip([head.start, *bounds[1:]], ends, strict=True))


@cache
def _separator(link: str) -> re.Pattern[str]:
    return expression(rf"(?:, and|, as well as|,| and| as well as|;)(?: also)? {link} ")
