"""Turns `clause_points.csv` into weights: how far each word makes a clause an act or a position, and which."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache

import msgspec

from communique.codebook.files import folder_of
from communique.codebook.points import ALWAYS, HUNDREDTHS
from communique.codebook.stance import Polarity
from communique.errors import CodebookError

NAME = "clause_points.csv"
STRENGTHS = (2, 3, 4, 5, 6)
POLARITIES: tuple[Polarity, ...] = ("support", "oppose", "neutral")
HEAD = ("form", "act", *map(str, STRENGTHS), "position", *POLARITIES)
POSITION = 1 + len(STRENGTHS)  # the place of its column


class Weight(msgspec.Struct, gc=False):
    """What the words of a clause weigh: the logarithms of the odds that it is an act or a position, and of which."""

    sums: list[float]

    @property
    def act(self) -> float:
        """How far it is an act that somebody takes on."""
        return self.sums[0]

    @property
    def position(self) -> float:
        """How far it is a position that somebody takes."""
        return self.sums[POSITION]

    @property
    def strength(self) -> int:
        """If it is an act: the strength of its wording that is most likely, 2 to 6."""
        sums = self.sums[1:POSITION]
        return STRENGTHS[sums.index(max(sums))]

    @property
    def polarity(self) -> Polarity:
        """If it is a position: the polarity that is most likely."""
        sums = self.sums[POSITION + 1 :]
        return POLARITIES[sums.index(max(sums))]


class ClausePoints:
    """The points of every form, fitted by `tools/fit_clauses.py` to texts with gold."""

    def __init__(self, rows: dict[str, tuple[float, ...]]) -> None:
        self.rows = rows

    def weigh(self, forms: Iterable[tuple[str, float]]) -> Weight:
        """What a clause of these forms weighs; a form without points weighs nothing."""
        known = [(row, much) for form, much in forms if (row := self.rows.get(form)) is not None]
        always = self.rows[ALWAYS]
        return Weight([always[at] + sum([row[at] * much for row, much in known]) for at in range(len(always))])


@cache
def load_clause_points(language: str = "en") -> ClausePoints:
    """The points of a language. Raises CodebookError where the file is broken."""
    rows = csv.reader((folder_of(language) / NAME).read_text(encoding="utf-8").splitlines())
    if tuple(next(rows, ())) != HEAD:
        raise CodebookError(f"{NAME}: found another head, wanted {','.join(HEAD)}")
    try:
        points = {row[0]: tuple([float(word) / HUNDREDTHS for word in row[1:]]) for row in rows}
    except ValueError as fault:
        raise CodebookError(f"{NAME}: {fault}; wanted numbers") from fault
    if any(len(row) != len(HEAD) - 1 for row in points.values()) or ALWAYS not in points:
        raise CodebookError(f"{NAME}: found a row of another length, or none for every clause")
    return ClausePoints(points)
