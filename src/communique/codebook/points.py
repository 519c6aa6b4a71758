"""Turns `claim_points.csv` and the points of visits into weights: what makes a clause a claim, a pair a visit."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from communique.codebook.files import folder_of
from communique.codebook.judgement import CLAIMS, Claim
from communique.errors import CodebookError

NAME, VISITS, WHEREABOUTS = "claim_points.csv", "visit_points.csv", "whereabouts_points.csv"
HEAD = ("form", "alone", "points", *CLAIMS)
ALWAYS = ""  # the form that every clause has
HUNDREDTHS = 100.0


class ClaimPoints:
    """The points of every form, fitted by `tools/fit_claims.py` to texts with gold."""

    def __init__(self, rows: Mapping[str, tuple[float, ...]]) -> None:
        self.rows = rows

    def alone(self, forms: Mapping[str, float]) -> float:
        """How likely a clause is a claim by itself, without what stands around it: 0 to 1."""
        return 1.0 / (1.0 + exp(-self._sum(forms, 0)))

    def weigh(self, forms: Mapping[str, float]) -> float:
        """How far a clause of these forms is a claim in its text: from 0 on it is read as one."""
        return self._sum(forms, 1)

    def _sum(self, forms: Mapping[str, float], column: int) -> float:
        total = 0.0
        for form, much in forms.items():
            row = self.rows.get(form)
            if row is not None:
                total += row[column] * much
        return self.rows[ALWAYS][column] + total

    def claim(self, forms: Mapping[str, float]) -> Claim:
        """The kind of claim that a clause of these forms is most likely, if it is one."""
        sums = list(self.rows[ALWAYS][2:])
        for form, much in forms.items():
            row = self.rows.get(form)
            if row:
                sums = [whole + points * much for whole, points in zip(sums, row[2:], strict=True)]
        return CLAIMS[sums.index(max(sums))]


def read_rows(name: str, head: Sequence[str], language: str) -> dict[str, tuple[float, ...]]:
    """The points of each row of a table, by its first cell. Raises CodebookError where the file is broken."""
    rows = csv.reader((folder_of(language) / name).read_text(encoding="utf-8").splitlines())
    if next(rows, []) != [*head]:
        raise CodebookError(f"{name}: found another head, wanted {','.join(head)}")
    try:
        points = {row[0]: tuple([float(word) / HUNDREDTHS for word in row[1:]]) for row in rows}
    except ValueError as fault:
        raise CodebookError(f"{name}: {fault}; wanted numbers") from fault
    if any(len(row) != len(head) - 1 for row in points.values()) or ALWAYS not in points:
        raise CodebookError(f"{name}: found a row of another length, or none of points that all have")
    return points


@cache
def load_points(language: str = "en") -> ClaimPoints:
    """The points of a language. Raises CodebookError where the file is broken."""
    return ClaimPoints(read_rows(NAME, HEAD, language))


class VisitPoints:
    """The points of each sign of a visit, fitted by `tools/fit_visits.py` or `tools/fit_whereabouts.py`."""

    def __init__(self, points: Mapping[str, float]) -> None:
        self.points = points

    def weigh(self, signs: Mapping[str, float]) -> float:
        """How far a pair of a guest and a land with these signs is a visit: the logarithm of its odds."""
        return self.points[ALWAYS] + sum(self.points.get(sign, 0.0) * much for sign, much in signs.items())


@cache
def load_visit_points(name: str = VISITS, language: str = "en") -> VisitPoints:
    """The points of a language by which a page (`VISITS`) or one of its sentences (`WHEREABOUTS`) tells a visit.

    Raises: CodebookError: the file is broken.
    """
    return VisitPoints({sign: points for sign, (points,) in read_rows(name, ("sign", "points"), language).items()})
