"""Visits told by comparison, by company, by a tour's stops, by a second date, and in return."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import VisitFact

DAY = "2024-05-08"


def visits(words: str) -> set[tuple[str | None, str | None, str | None]]:
    """Who went where and when: the guest's country, the host's, and the first day as far as it is told."""
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)]
    return {(fact.guest_country, fact.host_country, fact.start) for fact in facts}


@pytest.mark.parametrize(
    ("words", "visit"),
    [
        (
            "President Macron arrived in Belgrade on Monday. President Macron was last in Belgrade in July 2019.",
            ("FRA", "SRB", "2019-07"),
        ),
        ("The last Spanish state visit to the Netherlands was in 2001.", ("ESP", "NLD", "2001")),
        (
            "President Yoon came to Tokyo on Monday. The last one was Lee Myung-bak, who saw the premier in May 2011.",
            ("KOR", "JPN", "2011-05"),
        ),
        (
            "It was the first visit to Vietnam by a French leader in years, after that of Francois Hollande in 2016.",
            ("FRA", "VNM", "2016"),
        ),
        (
            "President Macron came to Hanoi on Monday. This visit is his third, following one in June 2019.",
            ("FRA", "VNM", "2019-06"),
        ),
        (
            "It is the first trip of a French president to Vietnam since 2016, when President Hollande came.",
            ("FRA", "VNM", "2016"),
        ),
        ("President Macron came to Hanoi on Monday. He had been there in May 2021.", ("FRA", "VNM", "2021-05")),
        ("President Macron came to Hanoi on Monday. In May 2021 he had come as a guest.", ("FRA", "VNM", "2021-05")),
        ("President Macron came to Hanoi on Monday. He plans to return in November.", ("FRA", "VNM", "2024-11")),
        (
            "It was the first visit to Vietnam by a French president since Arlo Penn came in 2013.",
            ("FRA", "VNM", "2013"),
        ),
    ],
)
def test_the_earlier_visit_of_a_comparison_is_told(words: str, visit: tuple[str, str, str]) -> None:
    assert visit in visits(words)


@pytest.mark.parametrize(
    "words",
    [
        "President Macron was last in the queue in July 2019.",
        "It was President Macron's first visit to Tunis since the World War of 2018.",
        "The last visit was long in the making, and the harvest of 2001 was good.",
    ],
)
def test_what_a_visit_is_not_measured_against_tells_of_none(words: str) -> None:
    assert not {when for _, _, when in visits(words) if when}


def test_a_guest_of_whom_no_table_knows_is_named_as_written() -> None:
    words = "It was the first visit to Vietnam by a French president since Arlo Penn came in 2013."
    (visit,) = [fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)]
    assert visit.guest is not None
    assert (visit.guest.name, visit.status) == ("Arlo Penn", "completed")


def test_a_leader_of_another_country_with_whom_one_went_was_there_too() -> None:
    words = "President Emmanuel Macron came to Beijing with Chancellor Olaf Scholz, and both saw a factory."
    assert {(guest, host) for guest, host, _ in visits(words)} == {("FRA", "CHN"), ("DEU", "CHN")}


def test_a_minister_of_the_same_country_who_went_along_makes_no_second_visit() -> None:
    words = "President Emmanuel Macron came to Beijing with his minister Catherine Colonna."
    assert {(guest, host) for guest, host, _ in visits(words)} == {("FRA", "CHN")}


def test_a_second_time_named_at_once_is_a_second_visit() -> None:
    words = "President Emmanuel Macron visited Beijing in November 2019 and in April 2023."
    assert visits(words) == {("FRA", "CHN", "2019-11"), ("FRA", "CHN", "2023-04")}


def test_two_days_of_one_stay_are_one_visit() -> None:
    assert visits("President Emmanuel Macron visited Beijing on 3 and 4 May 2023.") == {("FRA", "CHN", "2023-05-03")}


def test_a_guest_who_invites_asks_the_host_of_his_visit_back() -> None:
    words = "President Vladimir Putin received Prime Minister Narendra Modi in Moscow. Modi invited him to visit India."
    assert {(guest, host) for guest, host, _ in visits(words)} == {("IND", "RUS"), ("RUS", "IND")}


def test_a_tour_that_will_take_him_on_is_planned() -> None:
    words = "President Macron went to Hanoi on a tour that will take him to Jakarta and Singapore."
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)]
    status = {fact.host_country: fact.status for fact in facts}
    assert status == {"VNM": "completed", "IDN": "planned", "SGP": "planned"}


def test_a_visit_in_return_goes_the_other_way() -> None:
    words = "President Emmanuel Macron visited Beijing on Monday. President Xi Jinping will return the visit."
    assert ("CHN", "FRA") in {(guest, host) for guest, host, _ in visits(words)}


def test_he_who_stands_before_the_who_is_the_guest() -> None:
    words = "President Putin hugged President Kim Jong Un of North Korea, who was on a visit to Moscow."
    assert {(guest, host) for guest, host, _ in visits(words)} == {("PRK", "RUS")}


def test_two_cities_of_one_country_are_one_visit() -> None:
    assert visits("President Emmanuel Macron visited Florence and Rome on Monday.") == {("FRA", "ITA", "2024-05-06")}


@pytest.mark.parametrize(
    ("words", "host"),
    [
        ("President Emmanuel Macron turned up unannounced in Kyiv on Monday.", "UKR"),
        ("Wang Yi came to Honiara on Monday. Wang Yi's next stop is Fiji.", "FJI"),
        ("President Macron was among the guests at the swearing-in in New Delhi on 9 June 2023.", "IND"),
        ("President Macron arrived in Hanoi, the first stop of a tour that includes Jakarta.", "IDN"),
    ],
)
def test_other_wordings_of_a_journey(words: str, host: str) -> None:
    assert host in {land for _, land, _ in visits(words)}


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        (
            "He follows Francois Mitterrand, who came in 1993, Jacques Chirac (2004) and Francois Hollande in 2016.",
            {("FRA", "VNM", "1993"), ("FRA", "VNM", "2004"), ("FRA", "VNM", "2016")},
        ),
        ("Francois Mitterrand's 1993 visit is remembered as historic.", {("FRA", "VNM", "1993")}),
        ("A trip planned for April had been put off.", {("FRA", "VNM", "2024-04")}),
        ("A French president last visited the country in 2016.", {("FRA", "VNM", "2016")}),
    ],
)
def test_who_was_there_before_is_told_with_his_year(
    words: str, earlier: set[tuple[str | None, str | None, str | None]]
) -> None:
    told = visits(f"HANOI, May 8 - President Emmanuel Macron arrived in Hanoi on Monday. {words}")
    assert told == {("FRA", "VNM", "2024-05-06"), *earlier}
