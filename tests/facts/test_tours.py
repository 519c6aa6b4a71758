"""Tours: the days of all stops and of each, whom a tour took along, and days that are of something else."""

from __future__ import annotations

import pytest

import communique
from communique.records import MeetingFact, ProtocolFact, VisitFact


def visits(text: str, day: str) -> list[VisitFact]:
    return [fact for fact in communique.read(text, published=day).facts if isinstance(fact, VisitFact)]


def test_each_stop_of_a_programme_has_its_own_day() -> None:
    text = (
        "Foreign Minister Mevlüt Çavuşoğlu has embarked on a tour which includes a visit to Zimbabwe, Rwanda and "
        "Gabon. He will visit these countries between Jan. 8 and 14. Çavuşoğlu will conduct bilateral meetings in "
        "Zimbabwe on Jan. 11, in Rwanda on Jan. 12, and in Gabon on Jan. 13."
    )
    found = {visit.host_country: visit.start for visit in visits(text, "2023-01-08")}
    assert found == {"ZWE": "2023-01-11", "RWA": "2023-01-12", "GAB": "2023-01-13"}


def test_stops_without_days_have_those_of_the_tour() -> None:
    text = (
        "U.S. Secretary of State Rex Tillerson will travel to three African nations on March 6-13. Tillerson's trip "
        "will take him to Chad, Ethiopia and Kenya."
    )
    found = {visit.host_country: (visit.start, visit.end) for visit in visits(text, "2018-03-01")}
    assert found == dict.fromkeys(("TCD", "ETH", "KEN"), ("2018-03-06", "2018-03-13"))


def test_where_he_will_stay_is_the_place_before() -> None:
    text = (
        "Secretary of State Mike Pompeo began his trip on Saturday with a visit to Senegal. On Monday Pompeo will "
        "depart for Ethiopia, where he is set to stay until February 19."
    )
    found = {visit.host_country: visit.end for visit in visits(text, "2020-02-17")}
    assert found == {"SEN": None, "ETH": "2020-02-19"}


def test_a_tour_took_him_who_is_on_it_and_not_his_host() -> None:
    text = (
        "Saudi Crown Prince Mohammed bin Salman is due in Ankara on Wednesday. The crown prince will meet President "
        "Recep Tayyip Erdogan on the last leg of a Middle East tour that also took him to Egypt and Jordan. Erdogan "
        "visited Saudi Arabia in April, paying his first visit to the kingdom since 2017."
    )
    facts = communique.read(text, published="2022-06-21").facts
    went = {(v.guest.name, v.host_country) for v in facts if isinstance(v, VisitFact) and v.guest}
    assert {("Mohammed bin Salman", "EGY"), ("Mohammed bin Salman", "JOR")} <= went
    assert ("Recep Tayyip Erdoğan", "SAU") in went
    assert not {("Recep Tayyip Erdoğan", "EGY"), ("Recep Tayyip Erdoğan", "JOR")} & went
    assert not [f for f in facts if isinstance(f, ProtocolFact) and f.signal == "tour_with_host"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "President Donald Trump was expected to visit Ireland after celebrating a day in France on 11 November.",
            "2018-09-11",
        ),
        ("The palace said today, meaning US President Donald Trump's trip to Britain will be late.", "2017-03-10"),
        (
            "Secretary of State Antony Blinken's trip to Nigeria comes at a bad time, notably after coups last year.",
            "2024-01-19",
        ),
        (
            "After attending a forum on April 1 in Washington, President Park Geun-hye of South Korea headed down to "
            "Mexico City.",
            "2016-04-05",
        ),
    ],
)
def test_a_day_of_something_else_is_not_the_visits(text: str, day: str) -> None:
    assert {visit.start for visit in visits(text, day)} == {None}


def test_two_offices_of_one_land_are_two_persons() -> None:
    text = "The Sri Lankan president will meet Pakistan's president and prime minister in Islamabad."
    facts = communique.read(text, published="2021-03-24").facts
    offices = {p.office for f in facts if isinstance(f, MeetingFact) for p in f.participants}
    assert "president and prime minister" not in offices


def test_a_greeting_at_the_airport_is_no_meeting() -> None:
    text = (
        "Prime Minister Narendra Modi arrived at Paro airport on a state visit to Bhutan. He was received by his "
        "Bhutanese counterpart Lotay Tshering at the airport."
    )
    facts = communique.read(text, published="2019-08-17").facts
    assert not [fact for fact in facts if isinstance(fact, MeetingFact)]
    (greeting,) = [f for f in facts if isinstance(f, ProtocolFact) and f.signal == "airport_greeting"]
    assert (greeting.official.name, greeting.official.office) == ("Lotay Tshering", "prime minister")


def test_a_history_of_many_years_has_no_main_visit() -> None:
    text = (
        "Leaders of China and the U.S. have often met. In January 1979, Deng Xiaoping visited the U.S. In November "
        "2009, then U.S. President Barack Obama paid a state visit to China. In 2011 President Hu Jintao visited the "
        "U.S. In June 2013, Xi Jinping traveled to California. Xi's second trip to the country came in 2015, when he "
        "arrived in Seattle for his first state visit. In November 2017, U.S. President Donald Trump visited China."
    )
    found = visits(text, "2019-01-01")
    assert len(found) >= 5
    assert {visit.mention for visit in found} == {"background"}
    assert {visit.count_in_year for visit in found} == {None}


def test_a_title_of_one_land_names_its_bearer() -> None:
    text = "King Charles III did not go to France. William, the Prince of Wales, made a surprise trip to Poland."
    assert [visit.guest.name for visit in visits(text, "2023-03-24") if visit.host_country == "POL"] == [
        "Prince William"
    ]
