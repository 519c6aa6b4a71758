"""Phrases as a text writes them, and whom they mean on a day."""

from __future__ import annotations

import pytest

from communique.knowledge import load
from communique.knowledge.checking import Problem, check
from communique.knowledge.compiling import read_files

KNOWN = load()


@pytest.mark.parametrize(
    ("phrase", "on", "person"),
    [
        ("the Chinese leader", "2023-12-04", "Xi Jinping"),
        ("the leader of China", "2023-12-04", "Xi Jinping"),
        ("Prime Minister Kishida", "2022-05-01", "Fumio Kishida"),
        ("President of the Republic of Korea", "2022-05-09", "Moon Jae-in"),
        ("Russian foreign minister", "2022-01-01", "Sergei Lavrov"),
        ("India's External Affairs Minister", "2022-03-17", "Subrahmanyam Jaishankar"),
        ("King Charles", "2023-05-06", "Charles III"),
        ("the Secretary-General of NATO", "2022-06-01", "Jens Stoltenberg"),
        ("president of the European Commission", "2022-06-01", "Ursula von der Leyen"),
        ("the Chinese prime minister", "2022-06-01", "Li Keqiang"),
        ("the Kremlin leader", "2023-03-01", "Vladimir Putin"),
        ("Crown Prince Salman bin Hamad Al Khalifa", "2023-09-13", "Salman bin Hamad Al Khalifa"),
        ("William Lai", "2023-08-12", "Lai Ching-te"),
        ("King Willem-Alexander of the Netherlands", "2022-06-01", "Willem-Alexander"),
        ("Tedros", "2022-03-17", "Tedros Adhanom Ghebreyesus"),
        ("the Taoiseach", "2022-03-17", "Micheál Martin"),
        ("the Soviet leader", "1972-05-22", "Leonid Brezhnev"),
        ("the Chinese leader", "1972-02-21", "Mao Zedong"),
        ("President Jimmy Carter", "1978-01-02", "Jimmy Carter"),
        ("the Indian prime minister", "1949-10-13", "Jawaharlal Nehru"),
        ("the French president", "1961-05-31", "Charles de Gaulle"),
        ("the American secretary of state", "1974-05-29", "Henry Kissinger"),
        ("General Secretary Brezhnev", "1972-05-26", "Leonid Brezhnev"),
        ("Foreign Minister Gromyko", "1972-05-26", "Andrei Gromyko"),
        ("Secretary of State Rice", "2008-09-05", "Condoleezza Rice"),
        ("National Security Advisor Rice", "2014-07-01", "Susan Rice"),
        ("Foreign Minister Kono", "1995-05-01", "Yohei Kono"),
        ("Foreign Minister Kono", "2018-05-01", "Taro Kono"),
        ("Foreign Minister Park", "2023-05-01", "Park Jin"),
        ("German foreign minister Schröder", "1963-05-01", "Gerhard Schröder (CDU)"),
        ("Gerhard Schröder", "2001-05-01", "Gerhard Schröder"),
        ("the Secretary-General of NATO", "1992-06-01", "Manfred Wörner"),
    ],
)
def test_a_phrase_means_the_person_of_that_day(phrase, on, person):
    assert [answer.person for answer in KNOWN.who(phrase, on)] == [person]


def test_a_hand_over_day_gives_both_the_new_one_first():
    assert [a.person for a in KNOWN.who("the German chancellor", "2021-12-08")] == ["Olaf Scholz", "Angela Merkel"]


def test_a_shared_name_gives_an_answer_for_each_country():
    assert {a.country for a in KNOWN.who("the Korean leader", "2022-08-01")} == {"KOR", "PRK"}


def test_a_former_president_is_found_after_the_term_and_the_answer_says_so():
    (answer,) = KNOWN.who("former President Obama", "2021-06-01")
    assert (answer.person, answer.end) == ("Barack Obama", "2017-01-20")
    assert "before 2021-06-01" in answer.why


def test_former_leaders_are_those_before_the_day_latest_first():
    assert [a.person for a in KNOWN.who("the former Chinese leader", "2022-01-01")][:2] == ["Hu Jintao", "Jiang Zemin"]


def test_a_king_of_several_realms_is_named_with_his_own():
    assert KNOWN.who("King Charles", "2023-05-06")[0].country == "GBR"


def test_an_answer_names_its_source_in_one_line():
    (answer,) = KNOWN.who("Prime Minister Kishida", "2022-05-01")
    assert answer.source
    assert str(answer).endswith(f"[{answer.source}]")
    assert "\n" not in str(answer)


@pytest.mark.parametrize("phrase", ["", "the", "Prime Minister", "the leader", "Nobody Atall", "the Dalai Lama"])
def test_a_phrase_without_a_person_or_country_means_nobody(phrase):
    assert KNOWN.who(phrase, "2023-01-01") == ()


@pytest.mark.parametrize(
    ("surname", "on"), [("Brezhnev", "2022-05-26"), ("Brezhnev", None), ("Brezhnev", "1983-03-01")]
)
def test_a_surname_of_long_ago_is_his_only_while_he_held_an_office(surname, on):
    assert KNOWN.who(surname, on) == ()


def test_every_term_keeps_its_source():
    assert all(holder.source for holder in KNOWN.tables.holders)


def test_two_people_in_one_seat_are_reported_unless_the_note_explains_it():
    texts = read_files()
    row = "Arlo Penn,,NZL,prime minister,head_of_government,2018-01-01,2019-01-01,ended,2026-11,day,,,editor,"
    for note, wanted in (("", 1), ("acting", 0)):
        changed = texts | {"leaders": texts["leaders"].rstrip() + f"\r\n{row}{note}\r\n".encode()}
        found = [problem for problem in check(changed) if "Arlo Penn" in problem.fault]
        assert len(found) >= wanted
        assert wanted or found == []


def test_a_problem_says_where_what_and_what_was_wanted():
    problem = Problem("leaders.csv", 7, "no start", "the first day")
    assert str(problem) == "leaders.csv:7: error: no start; want the first day"


@pytest.mark.parametrize("form", ["chiefs of staff", "commanders-in-chief", "congressmen", "attorneys general"])
def test_an_office_has_its_plural_at_its_head(form):
    assert {surface.type for surface in KNOWN.meanings(form)} == {"office"}


@pytest.mark.parametrize("form", ["He", "Council", "Q41395", "former", "congressmans", "PA"])
def test_common_words_are_no_names(form):
    assert KNOWN.meanings(form) == ()
