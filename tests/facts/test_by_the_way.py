"""Visits told by the way: those that one is measured against, those of companions, further times and next stops."""

from __future__ import annotations

import pytest
from visits_read import guest_of, visits_of

DAY = "2024-09-12"


def visits(text: str) -> set[tuple[str | None, str | None, str | None, str | None]]:
    """Guest, guest's country, host's country and first day of each visit."""
    return {(guest_of(v), v.guest_country, v.host_country, v.start) for v in visits_of(text, DAY)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "President Emmanuel Macron arrived in Belgrade on Thursday. He was last here in July 2019.",
            ("Emmanuel Macron", "FRA", "SRB", "2019-07"),
        ),
        (
            "Chancellor Olaf Scholz visited Astana. A German chancellor was last in Kazakhstan in 2010.",
            (None, "DEU", "KAZ", "2010"),
        ),
        ("No Prime Minister of India had been to Kuwait since 1981.", (None, "IND", "KWT", "1981")),
        ("France, whose president has not visited Tunis since 2018, sent a minister.", (None, "FRA", "TUN", "2018")),
        (
            "Modi visited Warsaw, the first Indian prime minister there since Morarji Desai in 1979.",
            ("Morarji Desai", "IND", "POL", "1979"),
        ),
        (
            "Viktor Orban flew to Moscow, the first EU leader to do so since Austrian Chancellor Karl Nehammer"
            " in April 2022.",
            ("Karl Nehammer", "AUT", "RUS", "2022-04"),
        ),
        ("The last Malaysian prime minister to visit Kyrgyzstan did so in 1996.", (None, "MYS", "KGZ", "1996")),
    ],
)
def test_a_visit_that_another_is_measured_against_is_read(text: str, wanted: tuple[str | None, ...]) -> None:
    assert wanted in visits(text)


def test_a_war_is_no_guest_and_a_year_alone_no_visit() -> None:
    assert visits("President Macron spoke in Paris of the first such crisis in Europe since the war in 1945.") == set()
    text = "Modi visited Warsaw, the first Indian prime minister to come to Poland since World War II in 1945."
    assert {guest for guest, *_ in visits(text)} == {"Narendra Modi"}


def test_those_who_went_along_from_other_countries_are_guests() -> None:
    found = visits("In 2023 Ursula von der Leyen came to Beijing with President Emmanuel Macron.")
    assert {country for _, country, *_ in found} == {"EU", "FRA"}


def test_two_times_are_two_visits() -> None:
    assert {start for *_, start in visits("President Erdogan was in Athens in 2004 and again in 2010.")} == {
        "2004",
        "2010",
    }


def test_each_stop_of_a_list_of_cities_is_read() -> None:
    found = visits(
        "Prime Minister Mark Carney visited Kyiv on Sunday. From there he travels to Warsaw, Berlin and Riga."
    )
    assert {host for _, _, host, _ in found} == {"UKR", "POL", "DEU", "LVA"}


def test_him_who_is_asked_back_is_the_other_side_of_the_visit() -> None:
    found = visits("Vladimir Putin visited Pyongyang. On Wednesday Putin asked him to come to Moscow.")
    assert ("PRK", "RUS") in {(guest, host) for _, guest, host, _ in found}


def test_who_stands_next_before_who_is_the_guest() -> None:
    text = "President Miguel Díaz-Canel hugged President To Lam of Vietnam, who fulfills a state visit to Cuba."
    assert {guest for _, guest, *_ in visits(text)} == {"VNM"}


def test_leaders_who_exchange_visits_do_not_go_to_the_land_told_before() -> None:
    text = (
        "President Emmanuel Macron visited Kenya in 2019. President Michel Aoun of Lebanon and President Nicos"
        " Anastasiades of Cyprus exchanged visits in 2017. President Sergio Mattarella came in March 2023."
    )
    assert {(guest, host) for _, guest, host, _ in visits(text)} == {("FRA", "KEN"), ("ITA", "KEN")}
