"""News as it is written: visits put off, told by the journey home, by a banquet, with the days of the stay."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import AgreementFact, MeetingFact, ProtocolFact, VisitFact


def visits(words: str, day: str) -> list[VisitFact]:
    return [fact for fact in read(words, published=day).facts if isinstance(fact, VisitFact)]


def meetings(words: str, day: str) -> list[MeetingFact]:
    return [fact for fact in read(words, published=day).facts if isinstance(fact, MeetingFact)]


def signals(words: str, day: str) -> set[str]:
    return {fact.signal for fact in read(words, published=day).facts if isinstance(fact, ProtocolFact)}


@pytest.mark.parametrize(
    ("words", "host", "status"),
    [
        ("Foreign Minister Sergey Lavrov abruptly cancelled a trip to Germany.", "DEU", "cancelled"),
        ("The European Union put off the visit of its foreign policy chief Federica Mogherini to Minsk.", "BLR", None),
        ("President Vladimir Putin got home this morning from Serbia, his office said.", "SRB", "completed"),
        ("President Vladimir Putin rounded off his trip to China on Friday.", "CHN", "completed"),
    ],
)
def test_a_visit_is_told_by_how_it_ends_or_does_not_begin(words: str, host: str, status: str | None) -> None:
    (visit,) = visits(words, "2019-10-03")
    assert visit.host_country == host
    assert status in (None, visit.status)


def test_a_banquet_for_a_president_tells_of_his_visit() -> None:
    words = "King Charles gave a state banquet at Buckingham Palace for the President of South Africa."
    (visit,) = visits(words, "2022-11-23")
    assert (visit.guest_country, visit.host_country) == ("ZAF", "GBR")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Foreign Minister Sergey Lavrov will pay a three-day visit to Japan from Wednesday (Aug 12).", ("12", "14")),
        ("Foreign Minister Sergey Lavrov will visit Japan today (11). He will be here till 13 August.", ("11", "13")),
        ("Foreign Minister Sergey Lavrov landed in Japan a few hours ago for a two-day visit.", ("11", "12")),
        ("Foreign Minister Sergey Lavrov is to visit Japan. While staying in Japan on August 15-17, Lavrov will call on\
 the prime minister.", ("15", "17")),
        ("Foreign Minister Sergey Lavrov rounded off his trip to Japan on Monday.", (None, "10")),
    ],
)  # fmt: skip
def test_the_days_of_a_stay(words: str, days: tuple[str | None, str]) -> None:
    first, last = (day and f"2020-08-{day}" for day in days)
    (visit,) = visits(words, "2020-08-11")
    assert (visit.start, visit.end) == (first, last)


def test_the_day_on_which_a_visit_is_called_off_is_not_its_day() -> None:
    words = "On Thursday Foreign Minister Sergey Lavrov called off a visit to Japan."
    assert [v.start for v in visits(words, "2020-08-11")] == [None]
    own = "Foreign Minister Sergey Lavrov has called off his August 20-22 visit to Japan."
    assert [(v.start, v.end) for v in visits(own, "2020-08-11")] == [("2020-08-20", "2020-08-22")]


def test_a_visit_under_way_does_not_begin_on_the_day_of_its_next_stop() -> None:
    words = "Premier Li Keqiang is on a visit to Germany. Li flies to Hamburg where he will dine on Sunday."
    (visit,) = visits(words, "2018-07-06")
    assert visit.start is None


def test_what_was_to_be_part_of_a_visit_falls_through_with_it() -> None:
    words = "Secretary of State Mike Pompeo cancelled a visit to Germany, where he was due to meet Angela Merkel."
    assert [fact.status for fact in meetings(words, "2019-05-07")] == ["cancelled"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Soon after landing, Wang Yi will meet his Japanese counterpart Taro Kono with their talks set to last.", 1),
        ("Foreign Minister Kang Kyung-wha and her Chinese counterpart, Wang Yi, are due to hold talks in Seoul.", 1),
        ("Wang Yi and visiting Foreign Minister Taro Kono are currently holding talks.", 1),
        ("After a lunch with Taro Kono, Wang Yi is to pay a courtesy call on President Moon Jae-in.", 1),
        ("Defence Secretary Robert Gates and Foreign Minister Taro Kono met Tuesday.", 0),
    ],
)
def test_who_meets_whom(words: str, count: int) -> None:
    found = meetings(words, "2019-06-25")
    assert len([fact for fact in found if len(fact.countries) == 2]) >= count
    assert all(not {"Taro Kono", "Moon Jae-in"} <= {p.name for p in fact.participants} for fact in found)


def test_who_is_telephoned_is_called() -> None:
    words = "Foreign Minister Sergey Lavrov telephoned his Japanese counterpart Taro Kono."
    assert [fact.format for fact in meetings(words, "2019-02-25")] == ["call"]


def test_another_writing_of_a_name_is_the_holder_of_the_office() -> None:
    for name in ("Shah Mehmood Qureshi", "Shah Mahmood Qureshi"):
        (visit,) = visits(f"Foreign Minister {name} arrived in Tokyo on Monday.", "2019-02-25")
        assert visit.guest is not None
        assert visit.guest.name == "Shah Mahmood Qureshi"


def test_a_city_that_is_called_the_capital_is_the_place() -> None:
    (visit,) = visits("Prime Minister Imran Khan arrived in Sri Lanka's capital Colombo on Tuesday.", "2021-02-23")
    assert visit.place is not None
    assert visit.place.name == "Colombo"


def test_his_own_people_greet_nobody_as_a_guest() -> None:
    words = (
        "President Vladimir Putin returned home on Friday from a state visit to Serbia. He was welcomed at Vnukovo"
        " Airport by Prime Minister Mikhail Mishustin."
    )
    assert "airport_greeting" not in signals(words, "2022-10-10")


def test_a_banquet_hall_is_no_place_of_talks() -> None:
    words = (
        "King Philippe is on a state visit to Portugal. He attended the banquet hosted by President Marcelo Rebelo de"
        " Sousa at the Palace of Ajuda in Lisbon."
    )
    assert signals(words, "2018-10-23").isdisjoint({"talks_venue", "second_city"})


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("No major treaty is expected to be signed.", set()),
        ("Germany is still unwilling to sign the defence pact with China.", set()),
        ("One of the papers to be signed between the two is an Agreement on Visas.", {"planned"}),
    ],
)
def test_a_signing_that_is_denied_or_ahead(words: str, statuses: set[str]) -> None:
    text = f"Chancellor Angela Merkel is on an official visit to China for talks with Premier Li Keqiang. {words}"
    facts = [f for f in read(text, published="2018-05-24").facts if isinstance(f, AgreementFact)]
    assert {fact.status for fact in facts} == statuses


def test_a_visit_that_is_deferred_does_not_take_place_and_one_with_a_new_day_does() -> None:
    deferred = "Foreign Minister Sergey Lavrov's visit to Japan has been deferred for unknown reasons."
    assert [v.status for v in visits(deferred, "2020-08-11")] == ["cancelled"]
    moved = f"{deferred} The ministry said Lavrov will arrive in Japan on Sunday."
    assert [(v.status, v.start) for v in visits(moved, "2020-08-11")] == [("planned", "2020-08-16")]
    dropped = moved.replace("deferred", "cancelled")
    assert "cancelled" in {v.status for v in visits(dropped, "2020-08-11")}


def test_the_stops_of_a_tour_of_a_region_are_visits_and_the_region_is_no_country() -> None:
    for words in (
        "Foreign Minister Sergey Lavrov on Monday began a tour of Latin America that will include visits to Cuba,"
        " Chile and Mexico.",
        "Foreign Minister Sergey Lavrov travels around South America and will conduct official visits to Cuba, Chile"
        " and Mexico.",
    ):
        assert {v.host_country for v in visits(words, "2023-04-18")} == {"CUB", "CHL", "MEX"}


def test_who_has_arrived_is_there_until_the_days_of_the_visit_are_over() -> None:
    words = (
        "President Tokayev arrived in Ankara on a state visit. Tokayev's state visit to Ankara is set for May 10-11."
    )
    assert [v.status for v in visits(words, "2022-05-10")] == ["ongoing"]


def test_the_length_of_the_visit_before_is_not_that_of_the_next() -> None:
    words = "Foreign Minister Sergey Lavrov arrived in Chile on Wednesday after a one-day visit to Brazil."
    assert [v.days for v in visits(words, "2018-04-12") if v.host_country == "CHL"] == [None]


def test_a_prince_is_called_again_by_his_first_name() -> None:
    words = "Crown Prince Mohammed bin Salman is on a tour. Prince Mohammed will arrive in Pakistan today."
    assert [v.guest and v.guest.name for v in visits(words, "2019-02-17")] == ["Mohammed bin Salman"]


def test_a_journey_that_takes_him_somewhere_is_no_tour_with_the_host() -> None:
    words = "Chancellor Olaf Scholz ended a trip to South America that took him to Argentina, Chile and Brazil."
    assert "tour_with_host" not in signals(words, "2023-02-01")
