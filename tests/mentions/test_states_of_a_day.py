"""A city lies in the state that it was part of on the day of the text."""

import pytest

from communique import knowledge, read
from communique.knowledge.states import state_on
from communique.records import VisitFact


@pytest.mark.parametrize(
    ("iso3", "day", "state"),
    [
        ("RUS", "1972-05-22", "SUN"), ("RUS", "1992-05-22", "RUS"), ("UKR", "1972", "SUN"), ("SVN", "1985", "YUG"),
        ("CZE", "1970", "CSK"), ("CZE", "2020", "CZE"), ("DEU", "1972", "DEU"), ("FRA", "1972", "FRA"),
        ("RUS", None, "RUS"), (None, "1972", None),
    ],
)  # fmt: skip
def test_which_state_a_land_was_part_of(iso3: str | None, day: str | None, state: str | None) -> None:
    assert state_on(knowledge.load(), iso3, day) == state


def test_a_visit_to_moscow_went_to_the_state_of_its_day() -> None:
    words = "President Richard Nixon arrived in Moscow on Monday for talks with General Secretary Leonid Brezhnev."
    visits = [fact for fact in read(words, published="1972-05-23").facts if isinstance(fact, VisitFact)]
    told = [
        (visit.host_country, visit.place.country, visit.host.name) for visit in visits if visit.place and visit.host
    ]
    assert told == [("SUN", "SUN", "Leonid Brezhnev")]
