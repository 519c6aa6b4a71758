"""Ministers by what they are for, offices held together, headlines, and states of a day whose people share a name."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import VisitFact


def guest(words: str, day: str = "2024-05-07") -> tuple[str | None, str | None]:
    (visit,) = (fact for fact in read(words, published=day).facts if isinstance(fact, VisitFact))
    return visit.guest.name if visit.guest else None, visit.guest_country


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("British Minister for Africa Arlo Penn", "Arlo Penn"),
        ("Chinese Minister of Industry and Information Technology Arlo Penn", "Arlo Penn"),
        ("The Minister of Agriculture, Livestock and Fisheries of Uganda Arlo Penn", "Arlo Penn"),
        ("Saudi Minister of State for African Affairs Arlo Penn", "Arlo Penn"),
        ("Belgian Deputy Prime Minister and Minister of Foreign Affairs Arlo Penn", "Arlo Penn"),
        ("Serbian First Deputy Prime Minister and Foreign Minister Ivica Dacic", "Ivica Dačić"),
    ],
)
def test_a_minister_has_his_name_behind_what_he_is_for(who: str, name: str) -> None:
    assert guest(f"{who} visited Egypt on Monday.")[0] == name


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("For First Time In Decades, Iran's President Visits Egypt", "Ebrahim Raisi"),
        ("In Rare Trip, China's President Visits Hungary", "Xi Jinping"),
        ("In Rare Trip, Xi Jinping, China's President, Visits Hungary", "Xi Jinping"),
    ],
)
def test_capitals_of_a_headline_are_no_name(headline: str, name: str) -> None:
    assert guest(headline)[0] == name


@pytest.mark.parametrize(("day", "country"), [("2024-05-07", "SRB"), ("2004-05-07", "SCG")])
def test_a_people_is_of_the_state_of_the_day(day: str, country: str) -> None:
    assert guest("The Serbian President visited Egypt on Monday.", day)[1] == country


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("The Chinese President", "Xi Jinping"),
        ("The Chinese prime minister", "Li Qiang"),
        ("The U.S. Secretary of State", "Antony Blinken"),
        ("The British foreign minister", "David Cameron"),
        ("The Jordanian queen", None),
    ],
)
def test_an_office_is_held_by_whatever_name_its_country_has_for_it(who: str, name: str | None) -> None:
    assert guest(f"{who} visited Hungary on Monday.", "2024-03-05")[0] == name


def test_a_king_of_a_common_name_is_of_the_land_that_the_text_names() -> None:
    words = (
        "King Abdullah concludes India visit\n\nThe Saudi king left New Delhi after a four-day state visit to India."
    )
    (visit,) = (fact for fact in read(words).facts if isinstance(fact, VisitFact))
    assert visit.guest_country == "SAU"
