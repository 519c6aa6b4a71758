"""Whom a name or an office means where the tables know who held it on which day."""

import pytest

from communique import read
from communique.records import VisitFact


def visits(words: str, published: str | None) -> list[VisitFact]:
    return [fact for fact in read(words, published=published).facts if isinstance(fact, VisitFact)]


def told(words: str, published: str | None) -> list[tuple[str | None, str | None]]:
    return [(fact.guest.name if fact.guest else None, fact.start) for fact in visits(words, published)]


def test_an_incumbent_keeps_his_surname_beside_a_former_one() -> None:
    words = (
        "Prime Minister Shehbaz Sharif and Iranian President Masoud Pezeshkian met in Islamabad on Sunday. The road "
        "was built under its third-term prime minister Nawaz Sharif. Mr Sharif had travelled to Tehran in May 2025."
    )
    assert ("Shehbaz Sharif", "2025-05") in told(words, "2025-08-03")


def test_an_incumbent_keeps_his_office_beside_a_former_one() -> None:
    words = (
        "U.S. President Barack Obama landed in Nairobi on Friday. He had been in South Africa for the memorial service "
        "of its first president Nelson Mandela. On Sunday the President will travel to Ethiopia."
    )
    assert "Nelson Mandela" not in [guest for guest, _ in told(words, "2015-07-24")]


def test_an_office_of_an_earlier_year_is_that_years_holders() -> None:
    words = "The Bolivian President arrived in Vienna in 2013."
    assert [guest for guest, _ in told(words, "2021-06-16")] == ["Evo Morales"]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (
            "On March 16, South Korean President Yoon Suk-yeol arrived in Tokyo for talks with Prime Minister Fumio "
            "Kishida. The last South Korean president to come had been Lee Myung-bak, in December 2011.",
            None,
        ),
        ("South Korean President Yoon Suk-yeol arrived in Tokyo on 16 March 2023 for talks.", "2023-03-16"),
    ],
)
def test_a_text_without_a_day_gives_nobody_days_from_before_he_was_in_office(words: str, start: str | None) -> None:
    assert visits(words, None)[0].start == start


def test_who_is_named_may_have_gone_before_he_held_an_office() -> None:
    words = (
        "Chancellor Angela Merkel arrived in Jakarta on Tuesday for talks with President Susilo Bambang Yudhoyono. "
        "She had visited Indonesia in 1995."
    )
    assert ("Angela Merkel", "1995") in told(words, "2012-07-10")


@pytest.mark.parametrize(
    "host",
    [
        "the King of Bhutan, Jigme Khesar Namgyel Wangchuck",
        "His Majesty the King of Bhutan, Jigme Khesar Namgyel Wangchuck",
    ],
)
def test_an_honour_before_an_office_leaves_it_its_name(host: str) -> None:
    words = (
        f"At the invitation of {host}, the Prime Minister of India, Shri Narendra Modi, paid a state visit to Bhutan."
    )
    facts = visits(words, "2024-03-23")
    assert [(fact.guest.name, fact.host.name) for fact in facts if fact.guest and fact.host] == [
        ("Narendra Modi", "Jigme Khesar Namgyel Wangchuck")
    ]


def test_an_earlier_visit_is_not_that_of_a_text_without_a_day() -> None:
    words = (
        "The Prime Minister of the Netherlands received King Felipe of Spain in Amsterdam on the second day of his "
        "state visit. The last Spanish state visit to the Netherlands was in 2001."
    )
    assert sorted(told(words, None), key=str) == [("Felipe VI", None), (None, "2001")]


def test_who_came_before_is_named_without_his_possessive() -> None:
    words = (
        "President Emmanuel Macron landed in Port Vila on Thursday. It was the first visit to Vanuatu by a French "
        "president since Arlo Penn's in 1966."
    )
    assert ("Arlo Penn", "1966") in told(words, "2023-07-27")


def test_an_initial_in_one_with_a_surname() -> None:
    words = "At the invitation of President U.Khurelsukh, President Emmanuel Macron paid a state visit to Mongolia."
    facts = visits(words, "2023-05-22")
    assert [fact.host.name for fact in facts if fact.host] == ["Ukhnaagiin Khürelsükh"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lukashenko is on his way. The Belarusian dictator arrived in Beijing on Sunday.", "Alexander Lukashenko"),
        ("The Russian strongman arrived in Pyongyang, where Putin will stay for two days.", "Vladimir Putin"),
    ],
)
def test_a_ruler_by_what_he_is_judged_is_he_who_leads_where_the_text_names_him(text: str, name: str) -> None:
    assert told(text, "2023-12-05")[0][0] == name


def test_a_dictator_in_a_text_that_names_no_leader_is_nobody_of_today() -> None:
    assert told("The Iraqi dictator arrived in Amman in May.", "2023-12-05") == []
