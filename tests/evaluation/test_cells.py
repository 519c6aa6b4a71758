"""Each cell of the facts that match, held against the gold."""

from communique.evaluation.cells import Cell, cell_table, tally_cells
from communique.evaluation.gold import CaseScore
from communique.evaluation.score import Compared
from communique.evaluation.told import KINDS, Told, Who

NOTHING = Compared((), (), frozenset(), frozenset())


def scored(read: Told, asked: Told) -> list[CaseScore]:
    pair = Compared((read,), (asked,), frozenset({(0, 0)}), frozenset())
    return [CaseScore("one", {kind: pair if kind == read.kind else NOTHING for kind in KINDS})]


def test_a_cell_is_right_wrong_missed_or_extra() -> None:
    read = Told(kind="visit", start="2024-05-06~", status="planned", notice="announced", host=Who("Emmanuel Macron"))
    asked = Told(kind="visit", start="2024-05-06", status="completed", days=2, host=Who("E. Macron", "FRA"))
    cells = tally_cells(scored(read, asked))
    assert cells["visit", "start"] == Cell(right=1)
    assert cells["visit", "status"] == Cell(wrong=1)
    assert cells["visit", "days"] == Cell(missed=1)
    assert cells["visit", "notice"] == Cell(extra=1)
    assert cells["visit", "host"] == Cell(right=1)
    assert cells["visit", "end"] == Cell()


def test_lists_share_an_item() -> None:
    read = Told(kind="commitment", parties=("CHN",), fields=("trade", "energy"))
    asked = Told(kind="commitment", parties=("BLR",), fields=("energy",))
    cells = tally_cells(scored(read, asked))
    assert cells["commitment", "fields"] == Cell(right=1)
    assert cells["commitment", "parties"] == Cell(wrong=1)


def test_shares_of_nothing_are_nothing() -> None:
    assert (Cell().precision, Cell().recall) == (0.0, 0.0)
    assert (Cell(3, 1, 2, 1).precision, Cell(3, 1, 2, 1).recall) == (0.6, 0.5)


def test_the_table_has_a_line_a_cell() -> None:
    lines = cell_table(tally_cells([])).splitlines()
    assert lines[0].split() == ["kind", "cell", "right", "wrong", "missed", "extra", "P", "R"]
    assert any(line.split()[:2] == ["visit", "occasion"] for line in lines)
