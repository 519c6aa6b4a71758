"""Turns `clause_points.csv` into weights: how far each word makes a clause an act or a position, and which."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from communique.codebook.points import ALWAYS, read_rows
from communique.codebook.stance import Polarity

NAME = "clause_points.csv"
STRENGTHS = (2, 3, 4, 5, 6)
POLARITIES: tuple[Polarity, ...] = ("support", "oppose", "neutral")
HEAD = ("form", "act", *map(str, STRENGTHS), "position", *POLARITIES)
POSITION = 1 + len(STRENGTHS)  # the place of its column
Row = tuple[float, ...]


class Weight(msgspec.Struct, gc=False):
    """What the words of a clause weigh: the logarithms of the odds that it is an act or a position, and of which.

    `known`: the points of each of its forms, with how much of it there is; a column is added up when it is asked for.
    """

    known: list[tuple[Row, float]]
    always: Row

    def _sum(self, column: int) -> float:
        return self.always[column] + sum([row[column] * much for row, much in self.known])

    def _likeliest(self, start: int, end: int) -> int:
        """The place of the heaviest of some columns, counted from the first of them."""
        sums = [self._sum(column) for column in range(start, end)]
        return sums.index(max(sums))

    @property
    def act(self) -> float:
        """How far it is an act that somebody takes on."""
        return self._sum(0)

    @property
    def position(self) -> float:
        """How far it is a position that somebody takes."""
        return self._sum(POSITION)

    @property
    def strength(self) -> int:
        """If it is an act: the strength of its wording that is most likely, 2 to 6."""
        return STRENGTHS[self._likeliest(1, POSITION)]

    @property
    def polarity(self) -> Polarity:
        """If it is a position: the polarity that is most likely."""
        return POLARITIES[self._likeliest(POSITION + 1, len(HEAD) - 1)]


class ClausePoints:
    """The points of every form, fitted by `tools/fit_clauses.py` to texts with gold."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self.rows = rows

    def weigh(self, forms: Iterable[tuple[str, float]]) -> Weight:
        """What a clause of these forms weighs; a form without points weighs nothing."""
        rows = self.rows
        return Weight([(rows[form], much) for form, much in forms if form in rows], rows[ALWAYS])


@cache
def load_clause_points(language: str = "en") -> ClausePoints:
    """The points of a language. Raises CodebookError where the file is broken."""
    return ClausePoints(read_rows(NAME, HEAD, language))
