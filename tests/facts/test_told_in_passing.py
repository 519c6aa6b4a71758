"""Visits told in passing, their place told before, and stops of a tour whose maker is told before."""

from __future__ import annotations

import pytest
from visits_read import guest_of, visits_of

DAY = "2023-07-21"
HEAD = (
    "BEIJING, July 21, 2023 — President Xi Jinping received the former American secretary of state Henry Kissinger in "
    "Beijing on Thursday.\n\n"
)


def visits(text: str, day: str = DAY) -> set[tuple[str | None, str | None, str | None, str | None]]:
    return {(guest_of(v), v.host_country, v.start, v.status) for v in visits_of(text, day)}


@pytest.mark.parametrize(
    ("behind", "guest", "start", "status"),
    [
        ("President Emmanuel Macron passed through in April 2023.", "Emmanuel Macron", "2023-04", "completed"),
        (
            "Emmanuel Macron, whose trip in April had been a success, said nothing.",
            "Emmanuel Macron",
            "2023-04",
            "completed",
        ),
        ("Donald Trump, here in November 2017, was given a dinner.", "Donald Trump", "2017-11", "completed"),
        (
            "French President Emmanuel Macron is due in the first days of April.",
            "Emmanuel Macron",
            "2024-04~",
            "planned",
        ),
        ("US health secretary Alex Azar was in Taipei in August 2020.", "Alex Azar", "2020-08", "completed"),
    ],
)
def test_guests_told_in_passing(behind: str, guest: str, start: str, status: str) -> None:
    host = "TWN" if "Taipei" in behind else "CHN"
    assert (guest, host, start, status) in visits(HEAD + behind)


def test_here_is_where_the_text_was_written() -> None:
    found = visits(
        "NEW DELHI, March 26, 2022 — China's foreign minister Wang Yi landed in New Delhi on Thursday evening, and by "
        "Friday night was in Kathmandu. Mr Wang was last here in December 2019.",
        "2022-03-26",
    )
    assert ("Wang Yi", "NPL", "2022-03-25", "completed") in {(*one[:3], "completed") for one in found}
    assert ("Wang Yi", "IND", "2019-12", "completed") in found


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        (
            "Mark Carney's first trip in the job, in March, was not to Washington but to Paris and to London.",
            {"FRA", "GBR"},
        ),
        (
            "Recep Tayyip Erdogan received a guest in Ankara in November and went to Saudi Arabia in late April.",
            {"SAU"},
        ),
        ("Friedrich Merz was in Paris and Warsaw.", {"FRA", "POL"}),
        ("Foreign Minister Lavrov has been in Egypt, the Republic of the Congo and Uganda.", {"EGY", "COG", "UGA"}),
        ("President Emmanuel Macron flew to Kiev on Monday.", {"UKR"}),
        ("President Emmanuel Macron landed at Fiumicino on Sunday, on his second visit to Italy.", {"ITA"}),
        ("Xi Jinping was in Budapest as recently as May.", {"HUN"}),
    ],
)
def test_places_that_words_go_to(text: str, lands: set[str]) -> None:
    assert {land for _, land, _, _ in visits(text, "2025-06-30")} == lands


def test_stops_of_a_tour_and_those_who_come_along() -> None:
    head = "NAIROBI, July 21, 2023 — French President Emmanuel Macron visited Kenya on Friday.\n\n"
    found = visits(head + "The trip, which began in Uganda on Monday, has included Rwanda. The next stop is Burundi.")
    assert {land for _, land, _, _ in found} >= {"KEN", "UGA", "BDI"}
    found = visits(
        head + "He made the journey with German Chancellor Olaf Scholz and British Prime Minister Rishi Sunak."
    )
    assert {name for name, land, _, _ in found if land == "KEN"} == {"Emmanuel Macron", "Olaf Scholz", "Rishi Sunak"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It is reported that on January 15, U.S. Secretary of State Kerry will visit Paris.",
            {("John Kerry", "FRA", "2017-01-15", "planned")},
        ),
        (
            "FM Kono's overseas visits to soon total 99\n\nForeign Minister Taro Kono will be in the U.S. from "
            "January 18 to 21.",
            {("Taro Kono", "USA", "2017-01-18", "planned")},
        ),
        (
            "A summit was held with North Korean leader Kim Jong-un. Brodtkorb's 2015 visit to Israel was also a "
            "moment of his presidency.",
            set(),
        ),
    ],
)
def test_days_statuses_and_guests_that_other_words_leave_alone(
    text: str, found: set[tuple[str, str, str, str]]
) -> None:
    assert visits(text, "2017-01-11") == found
