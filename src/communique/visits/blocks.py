"""Clusters become blocks by their days: whom a loosely dated telling can belong to, without a look at all others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from communique.visits.groups import Cluster, Group
from communique.visits.score import DOUBTFUL


class Blocks:
    """The clusters of one dyad, as they are when it is made: sorted by their first day."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._firsts = [min(group.one.first for group in cluster) for cluster in clusters]
        self._untils = [max(group.one.until for group in cluster) for cluster in clusters]
        self._latest = list(accumulate(self._untils, max))
        self._starts = sorted((cluster[0].one.first, at) for at, cluster in enumerate(clusters))

    def near(self, group: Group) -> list[int]:
        """The numbers of those that a comparison with the group can bring anything but apart, in order."""
        earliest = group.one.first - DOUBTFUL
        start = bisect_left(self._latest, earliest)
        end = bisect_right(self._firsts, group.one.until + DOUBTFUL)
        return [at for at in range(start, end) if self._untils[at] >= earliest]

    def starting(self, first: int, last: int) -> list[int]:
        """The numbers of those whose first telling begins from one day to another, both included."""
        found = self._starts[
            bisect_left(self._starts, (first, 0)) : bisect_right(self._starts, (last, len(self._starts)))
        ]
        return [at for _, at in found]
