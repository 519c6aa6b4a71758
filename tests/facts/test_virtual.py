"""A visit on a screen is none."""

import pytest

from communique import read
from communique.records import VisitFact


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (
            "Secretary of State Antony Blinken will make a virtual trip to Kenya and Nigeria on Tuesday. He will visit "
            "Nairobi in the morning and meet President Muhammadu Buhari in Abuja after lunch.",
            0,
        ),
        ("Secretary of State Antony Blinken will make a trip to Kenya and Nigeria on Tuesday.", 2),
    ],
)
def test_a_virtual_trip_is_no_visit(words: str, count: int) -> None:
    assert sum(isinstance(fact, VisitFact) for fact in read(words, published="2021-04-26").facts) == count
