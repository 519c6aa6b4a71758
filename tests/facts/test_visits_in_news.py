"""Visits that a news text tells beside its own: whose date is whose, stops, lists of guests, who goes together."""

from __future__ import annotations

import pytest
from visits_read import guest_of, visits_of

from communique import read
from communique.records import MeetingFact


def starts(words: str, day: str) -> dict[tuple[str | None, str | None], str | None]:
    """The first day of each visit by guest and land."""
    return {(guest_of(v), v.host_country): v.start for v in visits_of(words, day)}


@pytest.mark.parametrize(
    ("words", "day", "key", "start"),
    [
        (
            "President Emmanuel Macron landed in Belgrade on Thursday after his two-day visit to Ljubljana.",
            "2024-09-13",
            ("Emmanuel Macron", "SVN"),
            None,
        ),
        (
            "Last month Prime Minister Narendra Modi said that President Emmanuel Macron would soon be visiting India.",
            "2024-09-13",
            ("Emmanuel Macron", "IND"),
            None,
        ),
        (
            "President Emmanuel Macron spoke on Tuesday about Chancellor Olaf Scholz's visit to China.",
            "2024-09-13",
            ("Olaf Scholz", "CHN"),
            None,
        ),
        (
            "President Emmanuel Macron will travel to Cairo at the end of October, and then he will visit Amman.",
            "2024-09-13",
            ("Emmanuel Macron", "JOR"),
            None,
        ),
        (
            "President Emmanuel Macron will travel to Cairo and Amman, according to a note of the palace on Friday.",
            "2024-09-13",
            ("Emmanuel Macron", "EGY"),
            None,
        ),
        (
            "The port was opened in 2014, when Narendra Modi visited Nepal on 3 August 2014.",
            "2024-09-13",
            ("Narendra Modi", "NPL"),
            "2014-08-03",
        ),
        (
            "It was in May 2015 that Narendra Modi visited Mongolia.",
            "2024-09-13",
            ("Narendra Modi", "MNG"),
            "2015-05",
        ),
    ],
)
def test_a_date_is_of_the_act_beside_which_it_stands(
    words: str, day: str, key: tuple[str, str], start: str | None
) -> None:
    assert starts(words, day)[key] == start


@pytest.mark.parametrize(
    ("words", "key", "start"),
    [
        (
            "President Emmanuel Macron is in Hanoi. He first went to Cairo in April 2023, before heading to Tunis and"
            " Rabat in a tour of the Maghreb in June 2023.",
            ("Emmanuel Macron", "TUN"),
            "2023-06",
        ),
        (
            "After visiting Delhi on Monday, Prime Minister Fumio Kishida flew to Warsaw.",
            ("Fumio Kishida", "IND"),
            "2024-05-20",
        ),
        (
            "Foreign Minister Wang Yi makes a tour of the Pacific, including a stop in Tonga.",
            ("Wang Yi", "TON"),
            None,
        ),
        ("Foreign Minister Wang Yi will visit Fiji this week, along with Tonga.", ("Wang Yi", "TON"), "2024-05~"),
        (
            "President Emmanuel Macron will also travel to neighbouring Rwanda.",
            ("Emmanuel Macron", "RWA"),
            None,
        ),
        (
            "Prime Minister Narendra Modi has visited Australia twice - first in 2014, and again in 2023.",
            ("Narendra Modi", "AUS"),
            "2023",
        ),
        (
            "The visit of President Xi Jinping to Paris is the biggest to France since President Donald Trump arrived"
            " in November 2018.",
            ("Donald Trump", "FRA"),
            "2018-11",
        ),
        (
            "President Emmanuel Macron spent the very same days in Cameroon, Benin and Guinea-Bissau.",
            ("Emmanuel Macron", "GNB"),
            None,
        ),
        (
            "President Emmanuel Macron stopped in Cairo on his way home from a summit in Hanoi.",
            ("Emmanuel Macron", "VNM"),
            None,
        ),
    ],
)
def test_stops_and_earlier_visits_are_told(words: str, key: tuple[str, str], start: str | None) -> None:
    found = [(v.guest.name if v.guest else None, v.host_country, v.start) for v in visits_of(words, "2024-05-22")]
    assert (*key, start) in found


def test_a_list_of_guests_gives_each_his_visit() -> None:
    words = (
        "Already in Guyana are the Prime Ministers of Trinidad and Tobago, Keith Rowley; Barbados, Mia Mottley; and"
        " Dominica, Roosevelt Skerrit."
    )
    assert {v.guest_country for v in visits_of(words, "2024-02-25")} == {"TTO", "BRB", "DMA"}
    words = (
        "President William Ruto arrived in Kampala on Saturday. Other leaders who flew in on Saturday include President"
        " Salva Kiir of South Sudan and President Hassan Sheikh Mohamud of Somalia."
    )
    assert {v.guest_country for v in visits_of(words, "2022-10-08")} == {"KEN", "SSD", "SOM"}


def test_those_who_travel_together_are_all_what_the_text_is_about() -> None:
    words = "President Emmanuel Macron and Chancellor Olaf Scholz arrived in Kyiv on Thursday."
    assert {(v.guest_country, v.mention) for v in visits_of(words, "2022-06-16")} == {("FRA", "main"), ("DEU", "main")}


def test_a_visit_to_come_is_planned_though_another_was_made() -> None:
    words = (
        "President Volodymyr Zelensky is expected in Warsaw on Wednesday. He briefly stopped in Rzeszow, Poland, on his"
        " way home in winter."
    )
    [visit] = [v for v in visits_of(words, "2023-04-03") if v.host_country == "POL"]
    assert (visit.status, visit.start) == ("planned", "2023-04-05")
    [visit] = visits_of(
        "Crown Prince Mohammed bin Salman was planning a visit to Pakistan on 10 September.", "2023-08-31"
    )
    assert (visit.status, visit.start) == ("planned", "2023-09-10")


def test_nobody_unknown_makes_the_first_of_his_office_travel() -> None:
    words = (
        "Speaker Nancy Pelosi will visit Taiwan on Sunday. It will be the first visit by a US House speaker since Arlo"
        " Penn travelled to Taiwan in 1997."
    )
    assert {(v.guest.name if v.guest else None, v.status, v.start) for v in visits_of(words, "2022-04-07")} == {
        ("Nancy Pelosi", "planned", "2022-04-10"),
        ("Arlo Penn", "completed", "1997"),
    }


def test_a_declared_kind_is_that_of_the_visit_whose_noun_it_stands_with() -> None:
    words = (
        "Prime Minister Shehbaz Sharif left for London from Riyadh after completing his state visit to Saudi Arabia."
    )
    assert {v.host_country: v.visit_kind for v in visits_of(words, "2025-09-18")} == {"GBR": None, "SAU": "state"}


@pytest.mark.parametrize(
    ("words", "guest", "land", "status"),
    [
        (
            "President Joe Biden will arrive in Vietnam from India, where he attends a summit.",
            "Joe Biden",
            "IND",
            "planned",
        ),
        (
            "Nairobi is the final leg of Chancellor Olaf Scholz's tour to three nations after Senegal and Niger.",
            "Olaf Scholz",
            "NER",
            "completed",
        ),
        (
            "Xi Jinping's third term began. Last year Prime Minister Anwar Ibrahim became the first foreign leader to"
            " meet President Xi Jinping in Beijing.",
            "Anwar Ibrahim",
            "CHN",
            "completed",
        ),
        (
            "President Emmanuel Macron dispatched Foreign Minister Catherine Colonna on an urgent mission to Beirut.",
            "Catherine Colonna",
            "LBN",
            "completed",
        ),
    ],
)
def test_stops_and_envoys_have_a_status(words: str, guest: str, land: str, status: str) -> None:
    found = {(v.guest.name if v.guest else None, v.host_country, v.status) for v in visits_of(words, "2023-08-29")}
    assert (guest, land, status) in found


def test_what_somebody_wants_is_no_visit() -> None:
    words = "President Mikhail Gorbachev said on Sunday that he wants to make an official visit to Britain."
    assert not visits_of(words, "1989-01-16")
    words = "President Emmanuel Macron arrived in Cairo on Sunday. Prime Minister Narendra Modi wished to sign it in"
    words += " Tokyo in May 2023 with Prime Minister Fumio Kishida."
    assert [visit.host_country for visit in visits_of(words, "2024-03-10")] == ["EGY"]


def test_who_governs_receives_who_governs() -> None:
    words = (
        "President Recep Tayyip Erdogan arrived in Berlin on Friday. He held talks with President Frank-Walter"
        " Steinmeier at Bellevue Palace. Chancellor Olaf Scholz spoke to reporters at his side, and Scholz smiled."
    )
    [visit] = visits_of(words, "2023-11-17")
    assert visit.host is not None
    assert visit.host.name == "Olaf Scholz"


def test_talks_of_a_visit_of_one_day_were_on_that_day() -> None:
    words = "President Emmanuel Macron arrived in Cairo on Friday. He held talks with President Abdel Fattah el-Sisi."
    assert [f.date for f in read(words, published="2023-11-17").facts if isinstance(f, MeetingFact)] == ["2023-11-17"]
    assert [f.date for f in read(words, published="2023-11-19").facts if isinstance(f, MeetingFact)] == [None]
