"""A place with what it is called before its name is the place."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import VisitFact


@pytest.mark.parametrize(
    ("place", "land"),
    [
        ("the West African nation of Ghana", "GHA"),
        ("the Pacific island nation of Fiji", "FJI"),
        ("the Central African country, Equatorial Guinea,", "GNQ"),
        ("the former Soviet republic of Georgia", "GEO"),
        ("the oil-rich Gulf state of Qatar", "QAT"),
        ("the southern city of Mumbai, India,", "IND"),
        ("the island of Mauritius", "MUS"),
        ("southern Germany", "DEU"),
        ("Taliban-ruled Afghanistan", "AFG"),
        ("Accra, the capital of the West African nation of Ghana,", "GHA"),
    ],
)
def test_a_place_may_be_called_something_first(place: str, land: str) -> None:
    words = f"Chinese Foreign Minister Wang Yi visited {place} on Monday."
    visits = [fact for fact in read(words, published="2020-01-15").facts if isinstance(fact, VisitFact)]
    assert [visit.host_country for visit in visits] == [land]


def test_several_are_called_so_together() -> None:
    words = "Chinese Foreign Minister Wang Yi visited the East African nations of Kenya and Tanzania on Monday."
    visits = [fact for fact in read(words, published="2020-01-15").facts if isinstance(fact, VisitFact)]
    assert {visit.host_country for visit in visits} == {"KEN", "TZA"}
