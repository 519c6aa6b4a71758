"""Facts paired with their gold → how often each of their cells is right, wrong, missed, or filled where gold has none.

The score by kind asks only for what makes a fact the same; a brief prints more than that, and this asks for all of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from communique.evaluation.gold import CaseScore
from communique.evaluation.score import names_agree
from communique.evaluation.told import Who, name_words

CELLS: Mapping[str, tuple[str, ...]] = {
    "visit": (
        "guest", "host", "place", "start", "end", "days", "notice", "occasion", "combined_with", "count_in_year",
        "visit_kind", "status", "mention",
    ),
    "protocol": ("official", "rank", "venue", "count"),
    "meeting": ("date", "venue", "format"),
    "agreement": ("parties", "instrument", "count", "fields", "status"),
    "relationship": ("parties", "change"),
    "stance": ("holder", "polarity", "issue", "toward"),
    "commitment": ("parties", "fields", "strength"),
    "assessment": ("claim", "holder", "about"),
}  # fmt: skip


class Cell(NamedTuple):
    """Counts over the pairs of one kind; pairs in which neither side fills the cell are in none of them."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """The share of filled cells that are right, 0 to 1; 0 if none was filled."""
        filled = self.right + self.wrong + self.extra
        return self.right / filled if filled else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's cells that are right, 0 to 1; 0 if it fills none."""
        asked = self.right + self.wrong + self.missed
        return self.right / asked if asked else 0.0


def tally_cells(scores: Iterable[CaseScore]) -> dict[tuple[str, str], Cell]:
    """The counts of each (kind, cell) over all pairs that match loosely, in the order of `CELLS`."""
    found = {(kind, name): Counter[str]() for kind, names in CELLS.items() for name in names}
    for score in scores:
        for kind, names in CELLS.items():
            compared = score.by_kind[kind]
            for read, asked in compared.loose:
                for name in names:
                    told = getattr(compared.read[read], name), getattr(compared.asked[asked], name)
                    found[kind, name][_held_against(*told)] += 1
    return {key: Cell(*(counts[name] for name in Cell._fields)) for key, counts in found.items()}


def cell_table(cells: Mapping[tuple[str, str], Cell]) -> str:
    """The counts as a table: a cell a line, with precision and recall as shares of 1."""
    lines = [f"{'kind':14}{'cell':15}{'right':>7}{'wrong':>7}{'missed':>8}{'extra':>7}      P     R"]
    for (kind, name), cell in cells.items():
        counts = f"{cell.right:7}{cell.wrong:7}{cell.missed:8}{cell.extra:7}"
        lines.append(f"{kind:14}{name:15}{counts}   {cell.precision:.2f}  {cell.recall:.2f}")
    return "\n".join(lines)


def _held_against(read: object, asked: object) -> str:
    """The field of `Cell` in which a pair counts, or an empty string."""
    if _is_empty(read):
        return "" if _is_empty(asked) else "missed"
    if _is_empty(asked):
        return "extra"
    return "right" if _same(read, asked) else "wrong"


def _is_empty(value: object) -> bool:
    return value is None or value == () or (isinstance(value, Who) and value.name is None)


def _same(read: object, asked: object) -> bool:
    """Whether two values of a cell say the same: names share a word, lists an item, a date may be about the other."""
    if isinstance(read, Who) or isinstance(asked, Who):
        return names_agree(_who(read), _who(asked))
    if isinstance(read, tuple) or isinstance(asked, tuple):
        return not set(_listed(read)).isdisjoint(_listed(asked))
    if isinstance(read, str) and isinstance(asked, str):
        phrases = " " in read and " " in asked
        shared = phrases and not name_words(read).isdisjoint(name_words(asked))
        return shared or read.rstrip("~").casefold() == asked.rstrip("~").casefold()
    return read == asked


def _who(value: object) -> Who | None:
    return value if isinstance(value, Who) else Who(value) if isinstance(value, str) else None


def _listed(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
