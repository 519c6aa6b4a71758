"""The visit that a news text is about: not told twice, nobody else's, with the days and the status that are its own."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import VisitFact


def visits(words: str, day: str | None) -> list[VisitFact]:
    return [fact for fact in read(words, published=day).facts if isinstance(fact, VisitFact)]


@pytest.mark.parametrize(
    "words",
    [
        "President Xi Jinping arrived in Serbia on Tuesday. He landed in Belgrade for the first state visit to Serbia"
        " by a Chinese head of state in eight years.",
        "President Xi Jinping arrived in Belgrade on Tuesday for a two-day state visit. It is Xi's first trip to Europe"
        " this year and the first visit to Serbia by a Chinese president in eight years.",
        "President Xi Jinping has arrived in Serbia. President Aleksandar Vucic will host Xi for a state dinner.",
        "During his visit to Serbia, President Xi Jinping met students. Xi is scheduled to visit Smederevo in the"
        " afternoon.",
    ],
)
def test_a_visit_told_again_by_its_rank_or_programme_is_one(words: str) -> None:
    (visit,) = visits(words, "2024-05-07")
    assert (visit.guest_country, visit.host_country, visit.mention) == ("CHN", "SRB", "main")


def test_a_visit_made_and_one_to_come_are_two() -> None:
    words = "President Xi Jinping has visited Serbia. He will come to Serbia again next year."
    assert {v.status for v in visits(words, "2024-05-07")} == {"completed", "planned"}


def test_who_comes_home_after_a_visit_has_ended_it() -> None:
    words = "WARSAW: President Andrzej Duda arrived here on Friday after concluding his five-day visit to Kenya."
    (visit,) = visits(words, "2023-10-20")
    assert (visit.host_country, visit.start, visit.end, visit.status) == (
        "KEN",
        "2023-10-16",
        "2023-10-20",
        "completed",
    )


def test_who_reports_from_home_on_a_leader_abroad_tells_of_no_guest() -> None:
    words = (
        "COLOMBO, March 24 - Talks between President Maithripala Sirisena, who is on an official visit to Pakistan, and"
        " Prime Minister Shahid Khaqan Abbasi were held on Friday."
    )
    assert {(v.guest_country, v.host_country) for v in visits(words, "2018-03-24")} == {("LKA", "PAK")}


def test_the_days_of_a_tour_are_not_those_of_its_first_stop() -> None:
    words = (
        "President Andrzej Duda was visiting Kenya, Tanzania and Rwanda. On Wednesday he completed the last leg of his"
        " three-country trip."
    )
    assert {v.host_country: v.start for v in visits(words, "2024-02-08")} == {"KEN": None, "TZA": None, "RWA": None}


@pytest.mark.parametrize(
    ("words", "guest", "host", "status"),
    [
        ("Egypt's Morsi cancels Paris visit.", "EGY", "FRA", "cancelled"),
        ("President Andrzej Duda wraps up Kenya trip.", "POL", "KEN", "completed"),
        ("President Andrzej Duda left on Sunday for Nairobi.", "POL", "KEN", "ongoing"),
        ("King Willem-Alexander and Queen Maxima are making a state visit to Kenya.", "NLD", "KEN", "ongoing"),
        ("President Andrzej Duda (PiS) left for Nairobi.", "POL", "KEN", "completed"),
        ("Kenya will be President Andrzej Duda's first stop.", "POL", "KEN", None),
        ("On the second leg of his African tour, President Andrzej Duda met President William Ruto of Kenya.",
         "POL", "KEN", "completed"),
        ("President Andrzej Duda departed Nairobi after a long summit with President William Ruto.",
         "POL", "KEN", "completed"),
        ("President Andrzej Duda was to have been the first Polish head of state to visit Kenya.",
         "POL", "KEN", "cancelled"),
        ("The Polish presidential envoy for Kenya, Jan Penn, has arrived in Nairobi.", "POL", "KEN", "ongoing"),
    ],
)  # fmt: skip
def test_the_ways_in_which_news_tells_a_visit(words: str, guest: str, host: str, status: str | None) -> None:
    (visit,) = visits(words, "2013-01-29" if "Morsi" in words else "2024-02-05")
    assert (visit.guest_country, visit.host_country) == (guest, host)
    assert status in (None, visit.status)


def test_a_guest_is_named_as_another_sentence_names_him() -> None:
    words = (
        "Vesta's neighbour Poland waits. Kenya's finance minister went to Warsaw. Finance Minister Arlo Penn was tired."
    )
    (visit,) = visits(words, "2024-02-05")
    assert visit.guest is not None
    assert (visit.guest.name, visit.guest_country) == ("Arlo Penn", "KEN")


def test_he_is_whom_the_sentence_before_calls_he() -> None:
    words = (
        "President Andrzej Duda came home on Friday. On Tuesday he paid a visit to Kenya, where he met President"
        " William Ruto. He began his tour on Monday in Tanzania with a visit to Dodoma, and travelled to Rwanda."
    )
    assert {v.guest_country for v in visits(words, "2024-02-10")} == {"POL"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("President Andrzej Duda has left Poland for a ten-day visit to Kenya, Tanzania and Rwanda.",
         {"KEN": "ongoing", "TZA": "ongoing", "RWA": "ongoing"}),
        ("President Andrzej Duda visited Kenya and Rwanda before arriving in Tanzania on Monday.",
         {"KEN": "completed", "RWA": "completed", "TZA": "ongoing"}),
        ("Nairobi will be the next stop, after President Andrzej Duda flew to Rwanda.", {"RWA": "completed"}),
        ("President Andrzej Duda visiting Kenya for the second time. His upcoming visit to Kenya will last two days.",
         {"KEN": "planned"}),
        ("Foreign Minister Radoslaw Sikorski and his Kenyan counterpart held talks at a meeting in Nairobi on Monday.",
         {"KEN": "completed"}),
        ("According to Foreign Minister Sergei Lavrov, Duda chose Kenya as the first country to visit.", {"KEN": None}),
    ],
)  # fmt: skip
def test_each_stop_has_its_own_status(words: str, told: dict[str, str | None]) -> None:
    found = visits(words, "2024-02-05")
    assert {v.host_country: told.get(v.host_country or "") and v.status for v in found} == told
    assert {v.guest_country for v in found} == {"POL"}


def test_a_visit_since_which_nobody_came_is_an_earlier_one() -> None:
    words = (
        "Foreign Minister Radoslaw Sikorski is in Nairobi for talks. The visit is the first since the Polish president"
        " visited Kenya in 2019."
    )
    assert {v.mention: v.start for v in visits(words, "2024-02-05")} == {"main": None, "background": "2019"}


def test_three_months_after_a_visit_is_another() -> None:
    words = (
        "President Volodymyr Zelensky will visit Britain today. The talks come three months after his first trip to"
        " London."
    )
    assert [v.mention for v in visits(words, "2023-05-15")] == ["main", "background"]


def test_whom_a_sentence_describes_the_next_one_names() -> None:
    words = (
        "The heir to the Saudi throne began his visit to Britain on Wednesday. Mohammed bin Salman, 32, had lunch with"
        " the Queen."
    )
    (visit,) = visits(words, "2018-03-10")
    assert visit.guest is not None
    assert (visit.guest.name, visit.host_country, visit.start) == ("Mohammed bin Salman", "GBR", "2018-03-07")


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("President Andrzej Duda spoke in Nairobi today on the second day of his state visit to Kenya.", "2024-02-04"),
        ("NAIROBI, Feb 5 - President Duda, on a four-day state visit that began on Saturday, was glad. Kenya too.",
         "2024-02-03"),
        ("President Andrzej Duda has come to Kenya on a state visit. On February 7 he will go on to Mombasa, Kenya.",
         None),
    ],
)  # fmt: skip
def test_a_day_within_the_stay_is_not_its_first(words: str, start: str | None) -> None:
    (visit,) = visits(words, "2024-02-05")
    assert (visit.host_country, visit.start) == ("KEN", start)


def test_who_invites_is_not_he_who_goes() -> None:
    words = (
        "Invited by William Ruto, President of Kenya, Andrzej Duda, President of Poland, paid a state visit to Kenya."
    )
    assert [(v.guest_country, v.host_country) for v in visits(words, "2024-02-05")] == [("POL", "KEN")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("President Andrzej Duda left for home on the heels of a long visit to Kenya.", {"KEN": "completed"}),
        ("Foreign Minister Radoslaw Sikorski has met President Ruto, the first visit to Nairobi by his cabinet.",
         {"KEN": "completed"}),
        ("Radoslaw Sikorski will be the first Polish minister to travel to Kenya.", {"KEN": "planned"}),
        ("After a tense trip to Rwanda in January, President Duda's two-day visit to Kenya is likely to be calm.",
         {"KEN": None}),
    ],
)  # fmt: skip
def test_a_visit_told_by_its_end_its_rank_or_another(words: str, told: dict[str, str | None]) -> None:
    found = visits(words, "2024-02-05")
    assert {v.host_country: told.get(v.host_country or "") and v.status for v in found} == told


def test_the_emperor_is_that_of_japan() -> None:
    words = "The Emperor left Tokyo's Haneda Airport on Sunday for an eight-day visit to Mongolia."
    (visit,) = visits(words, "2025-07-06")
    assert (visit.guest_country, visit.host_country, visit.end) == ("JPN", "MNG", "2025-07-13")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The journey will also take him to Spain.", "planned"),
        ("The journey has also taken him to Spain.", "completed"),
    ],
)
def test_the_other_stops_of_a_journey_are_told_by_the_way(words: str, status: str) -> None:
    text = (
        "President Luiz Inácio Lula da Silva arrived in Lisbon on Friday for a five-day visit to Portugal. Portugal's"
        f" president received him at the palace. {words}"
    )
    told = {fact.host_country: (fact.mention, fact.status) for fact in visits(text, "2023-04-22")}
    assert told == {"PRT": ("main", "ongoing"), "ESP": ("background", status)}


def test_journeys_that_one_announcement_names_are_all_its_matter() -> None:
    text = "President Luiz Inácio Lula da Silva will travel to Portugal and Spain in April, the presidency announced."
    assert {fact.host_country: fact.mention for fact in visits(text, "2023-03-22")} == {"PRT": "main", "ESP": "main"}


def test_a_history_of_relations_has_no_main_visit() -> None:
    text = (
        "Relations of Turkey and Kenya\n\nKenya and Turkey have had embassies since 1979. President Daniel arap Moi of "
        "Kenya visited Turkey in 1996. President Abdullah Gül of Turkey visited Kenya in February 2009. President "
        "Uhuru Kenyatta of Kenya paid an official visit to Turkey in April 2014. Trade has grown since."
    )
    assert [visit.mention for visit in visits(text, None)] == 3 * ["background"]


def test_a_visit_of_these_days_stays_the_main_one_beside_a_history() -> None:
    text = (
        "President William Ruto of Kenya arrived in Ankara on Monday. President Daniel arap Moi of Kenya visited "
        "Turkey in 1996."
    )
    assert [visit.mention for visit in visits(text, "2024-05-07")] == ["main", "background"]
