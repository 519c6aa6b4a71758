"""Links held against a register: pairs, splits and mixtures are counted by the row that a telling is near."""

from __future__ import annotations

from datetime import date

from communique.evaluation.linking import Linked, linking_table, measure
from communique.evaluation.register import Days, Register, Row


def row(guest: str, first: int, last: int) -> Row:
    return Row(guest, "USA", Days(date(2021, 5, first), date(2021, 5, last)), "", guest, "", "")


def told(guest: str, day: int | None, visit: str) -> Linked:
    days = None if day is None else Days(date(2021, 5, day), date(2021, 5, day))
    return Linked(guest, "USA", days, visit)


REGISTER = Register((row("KOR", 19, 22), row("JPN", 3, 3), row("JPN", 8, 8)), (), frozenset())


def test_pairs_of_one_row_in_one_visit_are_right() -> None:
    found = measure([told("KOR", 20, "a"), told("KOR", 21, "a"), told("KOR", 24, "a")], REGISTER)
    assert (found.right, found.wrong, found.missed, found.precision, found.recall) == (3, 0, 0, 1.0, 1.0)


def test_a_row_in_two_visits_is_split_and_a_visit_of_two_rows_is_mixed() -> None:
    split = measure([told("KOR", 20, "a"), told("KOR", 21, "b")], REGISTER)
    assert (split.missed, split.recall, split.split) == (1, 0.0, ("KOR-USA 2021-05-19",))
    mixed = measure([told("JPN", 3, "a"), told("JPN", 8, "a")], REGISTER)
    assert (mixed.wrong, mixed.precision, mixed.mixed) == (1, 0.0, ("a",))


def test_tellings_near_no_row_or_without_a_day_have_no_label() -> None:
    found = measure([told("JPN", 12, "a"), told("JPN", None, "a"), told("FRA", 3, "b")], REGISTER)
    assert (found.tellings, found.unlabelled) == (0, 2)
    assert "precision: 0 of 0" in linking_table(found)


def test_a_telling_as_near_to_two_rows_has_no_label() -> None:
    register = Register((row("JPN", 3, 3), row("JPN", 5, 5)), (), frozenset())
    assert measure([told("JPN", 4, "a")], register).unlabelled == 1
