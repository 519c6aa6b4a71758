"""Dates of visits that lean on a date told before them: "that year", "a day later", "in March and September 2023"."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import VisitFact

DAY = "2025-02-11"


def starts(words: str) -> set[tuple[str | None, str | None]]:
    """Where somebody went and on what first day."""
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)]
    return {(fact.host_country, fact.start) for fact in facts}


@pytest.mark.parametrize(
    ("words", "visit"),
    [
        (
            "President Macron took office in May 2017. President Macron visited Hanoi in December that year.",
            ("VNM", "2017-12"),
        ),
        (
            "President Macron took office in May 2017. He visited Hanoi in March of the following year.",
            ("VNM", "2018-03"),
        ),
        ("In August President Macron flew to Cairo. Two months later he travelled to Amman.", ("JOR", "2024-10~")),
        (
            "President Macron will travel to Jakarta on Wednesday and to Hanoi a day later.",
            ("VNM", "2025-02-13"),
        ),
        ("President Macron visited China in March and September 2023.", ("CHN", "2023-03")),
        ("President Macron visited China in March and September 2023.", ("CHN", "2023-09")),
    ],
)
def test_a_date_is_counted_from_the_one_told_before_it(words: str, visit: tuple[str, str]) -> None:
    assert visit in starts(words)


def test_that_year_of_which_nothing_is_known_is_no_date() -> None:
    assert ("VNM", None) in starts("President Macron visited Hanoi in December that year.")
