"""Visits that were called off or put off, with the days on which they were to be; and what is no visit beside them."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import VisitFact


def visits(words: str, day: str) -> list[VisitFact]:
    return [fact for fact in read(words, published=day).facts if isinstance(fact, VisitFact)]


def test_the_day_of_a_visit_before_the_words_that_call_it_off() -> None:
    words = "The visit of German Foreign Minister Annalena Baerbock to Beijing on Thursday was cancelled for want of a "
    words += "plane. It was to mark the Year of Culture 2022-2024."
    [visit] = visits(words, "2024-04-18")
    assert (visit.status, visit.start, visit.end) == ("cancelled", "2024-04-18", None)


def test_a_tour_that_is_put_off_puts_off_each_of_its_stops() -> None:
    words = "German Foreign Minister Annalena Baerbock has postponed her 14-18 August visit to Australia and Fiji. "
    words += "She was to visit Fiji on August 17-18."
    assert {(v.host_country, v.status) for v in visits(words, "2023-08-13")} == {
        ("AUS", "cancelled"),
        ("FJI", "cancelled"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "In Berlin Foreign Minister Baerbock received officials from Japan, Fiji and Vietnam in June.",
        "Foreign Minister Baerbock was set to meet her colleague Penny Wong at a forum in Fiji in June.",
    ],
)
def test_who_meets_people_of_a_land_or_was_to_go_was_not_there(words: str) -> None:
    opening = "German Foreign Minister Annalena Baerbock arrived in Canberra on Monday. "
    assert {v.host_country for v in visits(opening + words, "2024-05-06")} == {"AUS"}


def test_what_is_told_at_the_end_of_a_visit_is_told_on_its_last_day() -> None:
    words = (
        "Foreign Minister Annalena Baerbock said her two-day visit to Fiji had met its aims. At the end of the visit "
    )
    words += "today, Baerbock met Prime Minister Sitiveni Rabuka in Suva."
    [visit] = visits(words, "2024-05-08")
    assert (visit.start, visit.end, visit.status) == ("2024-05-07", "2024-05-08", "completed")


def test_the_verb_of_a_headline_is_nobodys_name() -> None:
    words = "New Zealand PM Describes Visit to Fiji As a Success\n\nAlthough her visit to Fiji took only a day, Prime "
    words += "Minister Jacinda Ardern of New Zealand described it as a success."
    assert {v.guest.name for v in visits(words, "2020-02-26") if v.guest} == {"Jacinda Ardern"}
