"""How long a stay was, and which visit of the year."""

from __future__ import annotations

import pytest

from communique.text import counts, durations


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("a two-day working visit", [2]),
        ("a 3-day trip", [3]),
        ("Three-day talks opened", [3]),
        ("a three day visit", [3]),
        ("he stayed three days and two nights", [3]),
        ("she will be in Oslo for four days", [4]),
        ("the tour lasted about ten days", [10]),
        ("during her three days in Rome", [3]),
        ("two days of talks", [2]),
        ("a week-long tour", [7]),
        ("a weeklong tour", [7]),
        ("a two-week tour", [14]),
        ("he stays for a week", [7]),
        ("a one-day stop and a day-long forum", [1, 1]),
        ("three days ago", []),
        ("within ten days", []),
        ("over the past three days", []),
        ("her ten-day-old son", []),
        ("a day of calm", []),
        ("the visit was short", []),
    ],
)
def test_lengths_in_days(sentence: str, days: list[int]) -> None:
    assert [one.days for one in durations(sentence)] == days


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Salo has been to Vesta twice in 2023, more than before.", [(2, "2023")]),
        ("his third visit this year", [(3, None)]),
        ("the second time in 2023", [(2, "2023")]),
        ("the fourth foreign trip of hers this year", [(4, None)]),
        ("It was the second this year.", [(2, None)]),
        ("They have met three times this year.", [(3, None)]),
        ("4 times in 2021", [(4, "2021")]),
        ("his first visit since 2008", []),
        ("the first woman to hold the office in 2014", []),
        ("three times in 2012, 2014 and 2016", []),
        ("the second half of the year", []),
        ("the second of May", []),
    ],
)
def test_counts_in_a_year(sentence: str, found: list[tuple[int, str | None]]) -> None:
    assert [(one.number, one.year) for one in counts(sentence)] == found
