"""Visits told beside the one that a text is about: whose they are, how long, and what is no visit of its own."""

from __future__ import annotations

import pytest
from visits_read import visits_of

from communique import read
from communique.records import ProtocolFact


@pytest.mark.parametrize(
    "words",
    [
        "Prime Minister Justin Trudeau will pay a visit to Washington on 10 March. He will arrive in the US capital"
        " from New York in the morning, and he will return to New York the same night.",
        "President Emmanuel Macron is on a state visit to China. On Thursday he arrives in Beijing from Shanghai for"
        " talks, before he returns to Shanghai.",
    ],
)
def test_who_goes_from_one_city_of_the_land_to_another_makes_no_visit_of_it(words: str) -> None:
    (visit,) = visits_of(words, "2016-03-08")
    assert visit.mention == "main"


def test_who_comes_from_another_land_was_there() -> None:
    words = "President Emmanuel Macron arrived in Beijing from Seoul for a state visit."
    assert {v.host_country for v in visits_of(words, "2023-04-05")} == {"CHN", "KOR"}


def test_the_length_of_the_visit_before_is_not_that_of_the_next() -> None:
    words = (
        "King Felipe VI arrived in Cairo on Monday. Following the three-day visit to Egypt, the king will travel to"
        " Jordan."
    )
    assert {v.host_country: v.days for v in visits_of(words, "2024-09-16")}["JOR"] is None


def test_a_visit_that_was_the_first_has_been_made() -> None:
    words = (
        "Foreign Minister Hakan Fidan arrived in Athens on Friday. In May George Gerapetritis was in Ankara. His visit"
        " to Turkey was the first by a Greek foreign minister in two years."
    )
    found = [v for v in visits_of(words, "2024-11-08") if v.host_country == "TUR"]
    assert found
    assert {v.status for v in found} == {"completed"}


def test_the_foreign_minister_is_the_one_whose_journey_is_told() -> None:
    words = (
        "Pakistan's Foreign Minister Shah Mehmood Qureshi arrived in Beijing on Monday to meet Wang Yi."
        " It was decided that the foreign minister's visit to Washington would be postponed."
    )
    found = {v.host_country: v for v in visits_of(words, "2019-08-09")}
    assert found["USA"].guest_country == "PAK"
    assert (found["USA"].mention, found["CHN"].mention) == ("background", "main")


def test_a_meeting_of_others_long_before_is_told_by_the_way() -> None:
    words = (
        "Foreign Minister Sergey Lavrov attends a meeting of President Vladimir Putin and President Sadyr Japarov in"
        " Bishkek on 12 October.\n\nForeign Minister Sergey Lavrov arrived in North Korea on Wednesday for a visit."
    )
    mentions = {v.host_country: v.mention for v in visits_of(words, "2023-11-15")}
    assert mentions["PRK"] == "main"
    assert mentions.get("KGZ") != "main"


@pytest.mark.parametrize(
    ("words", "host"),
    [
        (
            "President Emmanuel Macron arrived in Beijing on Wednesday for a state visit. He held talks with President"
            " Xi Jinping in the Great Hall of the People.",
            "Xi Jinping",
        ),
        (
            "President Emmanuel Macron arrived in London on Tuesday for a state visit. King Charles III hosted a state"
            " banquet for Macron at Windsor Castle.",
            "Charles III",
        ),
        (
            "President Emmanuel Macron arrived in Beijing on Wednesday for a state visit. He was greeted at the airport"
            " by Foreign Minister Wang Yi.",
            None,
        ),
    ],
)
def test_the_host_is_the_fellow_leader_of_the_talks_or_the_banquet(words: str, host: str | None) -> None:
    (visit,) = visits_of(words, "2025-12-05")
    assert (visit.host.name if visit.host else None) == host


def test_who_is_said_to_have_met_a_leader_is_the_host_though_of_lower_rank() -> None:
    words = "Vice President Kamala Harris met today with President Cyril Ramaphosa of South Africa in Washington, D.C."
    (visit,) = visits_of(words, "2022-09-16")
    assert visit.host
    assert visit.host.name == "Kamala Harris"


def test_a_journey_that_had_been_due_is_off() -> None:
    words = (
        "Secretary of State Hillary Clinton cancelled a trip to the Pacific. She had been due to visit New Zealand on"
        " Saturday."
    )
    assert {v.status for v in visits_of(words, "2010-01-14") if v.host_country == "NZL"} == {"cancelled"}


def test_the_kind_of_the_visit_before_is_not_that_of_the_one_told() -> None:
    words = (
        "Prime Minister Shaukat Aziz was scheduled to visit the United States from July 28, 10 days after the first"
        " state visit of Prime Minister Manmohan Singh."
    )
    assert {v.visit_kind for v in visits_of(words, "2005-07-16") if v.guest_country == "PAK"} == {None}


@pytest.mark.parametrize(
    "words",
    [
        "At the invitation of King Felipe VI and his wife, President Emmanuel Macron and his wife are paying a "
        "state visit to Spain.",
        "President Emmanuel Macron and his spouse paid a state visit to Spain.",
    ],
)
def test_who_goes_with_his_wife_is_the_guest(words: str) -> None:
    facts = visits_of(words, "2024-03-05")
    assert [(f.guest.name if f.guest else None, f.visit_kind) for f in facts] == [("Emmanuel Macron", "state")]


def test_a_body_is_no_land_that_somebody_travels_to() -> None:
    words = "Prime Minister Narendra Modi has travelled to the SCO and BRICS summits at Ufa in Russia."
    facts = visits_of(words, "2015-07-20")
    assert {f.host_country for f in facts} <= {"RUS"}


def test_who_is_seen_off_at_home_is_seen_off_by_no_host() -> None:
    words = "President Emmanuel Macron left on an official visit to Spain. The president was seen off by ministers at "
    words += "Orly Airport in Paris."
    facts = read(words, published="2024-03-05").facts
    assert not [f for f in facts if isinstance(f, ProtocolFact) and f.signal == "send_off"]


def places(words: str, day: str) -> set[tuple[str | None, str | None, str]]:
    """Who went where, and whether the text is about it."""
    return {(v.guest.name if v.guest else None, v.host_country, v.mention) for v in visits_of(words, day)}


def test_a_visit_of_last_year_is_not_the_one_under_way() -> None:
    words = (
        "President Recep Tayyip Erdoğan of Turkey has arrived in Egypt. Ties are on the mend. Erdoğan visited Egypt "
    )
    words += "in November 2012."
    found = visits_of(words, "2024-02-14")
    assert {(v.start, v.mention) for v in found} == {(None, "main"), ("2012-11", "background")}


def test_who_is_met_before_somebody_goes_on_does_not_go_on() -> None:
    words = (
        "President Recep Tayyip Erdoğan landed in Cairo on Wednesday to meet President Abdel Fattah el-Sisi and King "
    )
    words += "Abdullah II, the ruler of Jordan, before heading for Libya."
    assert {name for name, land, _ in places(words, "2024-02-14") if land == "LBY"} <= {"Recep Tayyip Erdoğan"}


def test_what_somebody_does_regularly_is_no_visit() -> None:
    words = "President Recep Tayyip Erdoğan arrived in Cairo on Wednesday. Emir Tamim regularly visits Turkey."
    assert {land for _, land, _ in places(words, "2024-02-14")} == {"EGY"}


def test_who_leaves_one_land_for_the_next_is_bound_for_that() -> None:
    words = "President Barack Obama left Jordan on Saturday afternoon for Israel after completing a two-day "
    words += "visit to Jordan."
    assert {land for _, land, _ in places(words, "2013-03-23")} == {"JOR", "ISR"}


@pytest.mark.parametrize(
    "words",
    [
        "State House refutes reports that President Paul Kagame of Rwanda is expected in Uganda on Sunday.",
        "The banquet hosted by President Yoweri Museveni of Uganda for President Paul Kagame of Rwanda was long.",
    ],
)
def test_what_is_denied_and_who_gives_a_banquet_is_no_visit(words: str) -> None:
    assert not [place for place in places(words, "2019-03-22") if place[1] == "RWA" or place[2] == "main"]


def test_who_sits_at_the_table_of_another_in_his_capital_visits_him() -> None:
    words = (
        "President Paul Kagame of Rwanda attended a banquet hosted by President Yoweri Museveni of Uganda in Kampala."
    )
    [visit] = visits_of(words, "2019-03-22")
    assert (visit.guest_country, visit.host_country) == ("RWA", "UGA")
    assert visit.host is not None
    assert visit.host.name == "Yoweri Museveni"


def test_who_has_left_the_country_for_a_visit_is_on_his_way() -> None:
    words = "President Uhuru Kenyatta has left the country for a one-day official visit to Rwanda."
    [visit] = visits_of(words, "2019-05-15")
    assert (visit.guest_country, visit.host_country, visit.visit_kind) == ("KEN", "RWA", "official")


def test_the_visit_that_another_answers_has_its_own_date() -> None:
    words = (
        "President Vladimir Putin will pay a visit to North Korea following Kim Jong Un's official visit to Russia in "
    )
    words += "September 2023."
    found = visits_of(words, "2024-06-17")
    assert [(v.start, v.visit_kind) for v in found if v.host_country == "PRK"] == [(None, None)]
