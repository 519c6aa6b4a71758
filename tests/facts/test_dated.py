"""Dates of visits that lean on a date told before them: "that year", "a day later", "in March and September 2023"."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import MeetingFact, VisitFact

DAY = "2025-02-11"


def starts(words: str) -> set[tuple[str | None, str | None]]:
    """Where somebody went and on what first day."""
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)]
    return {(fact.host_country, fact.start) for fact in facts}


@pytest.mark.parametrize(
    ("words", "visit"),
    [
        (
            "President Macron took office in May 2017. President Macron visited Hanoi in December that year.",
            ("VNM", "2017-12"),
        ),
        (
            "President Macron took office in May 2017. He visited Hanoi in March of the following year.",
            ("VNM", "2018-03"),
        ),
        (
            "President Macron is in Hanoi on a state visit, after the two countries raised their ties in May 2024.",
            ("VNM", None),
        ),
        ("In August President Macron flew to Cairo. Two months later he travelled to Amman.", ("JOR", "2024-10~")),
        (
            "President Macron will travel to Jakarta on Wednesday and to Hanoi a day later.",
            ("VNM", "2025-02-13"),
        ),
        (
            "President Macron came to Hanoi in May 2017. Two years later he was back, for a summit.",
            ("VNM", "2019~"),
        ),
        (
            "President Macron paid a visit to Hanoi on 4 May 2024, a year after President Thuong's visit to Paris.",
            ("FRA", "2023~"),
        ),
        ("President Macron has been in Hanoi since Monday, February 10.", ("VNM", "2025-02-10")),
        (
            "President Macron made Hanoi his first stop after the vote, as he had in June 2022.",
            ("VNM", "2022-06"),
        ),
        ("President Macron came to Hanoi in May 2017, and to Hue in June 2019.", ("VNM", "2019-06")),
        ("President Macron visited China in March and September 2023.", ("CHN", "2023-03")),
        ("President Macron visited China in March and September 2023.", ("CHN", "2023-09")),
    ],
)
def test_a_date_is_counted_from_the_one_told_before_it(words: str, visit: tuple[str, str]) -> None:
    assert visit in starts(words)


def test_that_year_of_which_nothing_is_known_is_no_date() -> None:
    assert ("VNM", None) in starts("President Macron visited Hanoi in December that year.")


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("President Macron will visit Hanoi, and his minister Barrot will speak to the press in June.", "2025-06"),
        ("President Macron's trip to Hanoi comes ahead of an election in July.", "2025-07"),
        ("It was President Macron's first visit to Hanoi; the two had met in Rio de Janeiro in November.", "2024-11"),
    ],
)
def test_a_date_of_another_clause_is_not_the_visit_s(words: str, wrong: str) -> None:
    assert {start for _, start in starts(words)} == {None}, wrong


def test_a_visit_to_the_region_is_not_the_one_at_hand() -> None:
    words = (
        "TALLINN, Feb 11 - President Zelenskiy visited Estonia on Tuesday. His last visit to the region was in July."
    )
    assert starts(words) == {("EST", "2025-02-11")}


def test_the_later_stops_of_a_journey_have_not_the_first_one_s_day() -> None:
    words = "On Monday President Macron flew to Cairo, and from there to Amman, Ankara and Rabat."
    assert starts(words) == {("EGY", "2025-02-10"), ("JOR", None), ("TUR", None), ("MAR", None)}


def test_what_hungary_s_leader_did_in_kyiv_was_done_in_ukraine() -> None:
    words = "Three days after he turned up in Kyiv, Hungary's Viktor Orban flew to Moscow on Friday."
    assert ("RUS", "2025-02-07") in starts(words)


def test_he_who_would_only_be_at_home_is_the_other_leader() -> None:
    words = (
        "President Lukashenko shook hands with the farmers of Zimbabwe. President Mnangagwa waited on the tarmac. "
        "He was in Zimbabwe from January 30 to February 1."
    )
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)]
    assert {(fact.guest_country, fact.host_country) for fact in facts} == {("BLR", "ZWE")}


@pytest.mark.parametrize(
    "words",
    [
        "PARIS, Feb 11 - During his visit to France (9-12 February), President Lula met Emmanuel Macron.",
        "PARIS, Feb 11 - President Lula's visit to France, which runs from February 9 to 12, is his third.",
        "PARIS, Feb 11 - On the third day of his visit to France, President Lula addressed parliament on Tuesday.",
        "PARIS, Feb 11 - Macron saw Lula off on Tuesday, ending the Brazilian president's three-day visit to France.",
    ],
)
def test_the_first_day_is_told_in_many_ways(words: str) -> None:
    assert starts(words) == {("FRA", "2025-02-09")}


def test_the_capital_is_that_of_the_country_at_hand() -> None:
    words = "NEW DELHI, Feb 11 - Prime Minister Oli of Nepal, who landed in the capital on Monday, met Narendra Modi."
    assert starts(words) == {("IND", "2025-02-10")}


def days(words: str, published: str = DAY) -> set[tuple[str | None, str | None, str | None]]:
    """Where somebody went, his first day and his last."""
    facts = [fact for fact in read(words, published=published).facts if isinstance(fact, VisitFact)]
    return {(fact.host_country, fact.start, fact.end) for fact in facts}


@pytest.mark.parametrize(
    ("words", "visit"),
    [
        (
            "PARIS, Feb 10 - President Lula arrived here on Monday for a state visit to France until Thursday.",
            ("FRA", "2025-02-10", "2025-02-13"),
        ),
        (
            "PARIS, Feb 11 - President Lula landed here today for a visit to France through Saturday.",
            ("FRA", "2025-02-11", "2025-02-15"),
        ),
        (
            "President Lula left Brasilia on Tuesday for a state visit to France from February 11 to 14.",
            ("FRA", "2025-02-11", "2025-02-14"),
        ),
        (
            "President Lula, whose three-day visit to France began yesterday, met Emmanuel Macron.",
            ("FRA", "2025-02-10", "2025-02-12"),
        ),
        (
            "President Lula came home on Tuesday after wrapping up a three-day visit to France.",
            ("FRA", "2025-02-09", "2025-02-11"),
        ),
        (
            "President Lula arrived here on Tuesday after concluding a state visit to France.",
            ("FRA", None, "2025-02-11"),
        ),
        (
            "Brazil's foreign minister met with his French counterpart on Monday for talks in Paris. Mauro Vieira is "
            "paying a one-day visit to France.",
            ("FRA", "2025-02-10", None),
        ),
        (
            "On the second day of his visit to France, President Lula held talks with Emmanuel Macron in Paris on "
            "Tuesday.",
            ("FRA", "2025-02-10", None),
        ),
        (
            "President Macron received President Lula in Paris today, the second day of an official visit.",
            ("FRA", "2025-02-10", None),
        ),
        (
            "Monday is the last day of President Lula's three-day visit to France.",
            ("FRA", "2025-02-08", "2025-02-10"),
        ),
        (
            "President Lula visited France earlier this month, on February 3 and 4.",
            ("FRA", "2025-02-03", "2025-02-04"),
        ),
        ("President Lula will visit France next week, from Wednesday, February 19.", ("FRA", "2025-02-19", None)),
        (
            "President Lula met Emmanuel Macron on Monday at the start of a visit to France. Lula arrived in Paris on "
            "Sunday evening.",
            ("FRA", "2025-02-09", None),
        ),
    ],
)
def test_the_last_day_of_a_visit_and_how_long_it_was_tell_the_first(
    words: str, visit: tuple[str | None, str | None, str | None]
) -> None:
    assert days(words) == {visit}


def test_who_is_somewhere_until_a_day_to_come_is_there() -> None:
    words = "PARIS, Feb 10 - President Lula arrived here on Monday for a state visit to France until Thursday."
    assert {fact.status for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)} == {"ongoing"}


def test_a_weekday_with_a_verb_in_the_past_lies_before_the_text() -> None:
    words = "President Lula began a state visit to China on Thursday, where he also attended the summit of BRICS."
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, MeetingFact)]
    assert {fact.date for fact in facts} == {"2025-02-06"}


def test_an_anniversary_is_not_the_day_of_the_visit() -> None:
    words = "This year marks the 45th anniversary of President Carter's visit to Iran."
    assert ("IRN", "2025") not in starts(words)


def test_a_stop_with_a_day_of_its_own_has_not_the_days_of_the_tour() -> None:
    words = (
        "President Lula left Brasilia on Tuesday for a week-long tour of France, Spain and Portugal. On Thursday he "
        "will travel to Portugal."
    )
    assert days(words) == {
        ("FRA", "2025-02-11", None),
        ("ESP", "2025-02-11", None),
        ("PRT", "2025-02-13", None),
    }


def test_so_long_after_something_is_not_its_day() -> None:
    assert ("FRA", None) in starts("President Lula visited France just a month after he took office in January.")


@pytest.mark.parametrize(
    ("words", "visit"),
    [
        (
            "President Lula will pay a state visit to France, Brasilia said. The visit will take place on 5 and 6 May.",
            ("FRA", "2025-05-05", "2025-05-06"),
        ),
        (
            "President Lula will pay a state visit to France. The three-day visit will begin on March 3.",
            ("FRA", "2025-03-03", "2025-03-05"),
        ),
        (
            "Chancellor Scholz will travel to China next month. The trip is scheduled for March 13 to 16.",
            ("CHN", "2025-03-13", "2025-03-16"),
        ),
        (
            "PARIS, Feb 11 - President Lula arrived in Paris on Monday. He will stay in France until Thursday.",
            ("FRA", "2025-02-10", "2025-02-13"),
        ),
        (
            "Pakistan's foreign minister Ishaq Dar arrived Beijing in the early hours of Monday on a three-day visit.",
            ("CHN", "2025-02-10", "2025-02-12"),
        ),
    ],
)
def test_a_sentence_of_its_own_tells_the_days_of_a_visit(words: str, visit: tuple[str | None, ...]) -> None:
    assert days(words) == {visit}


def test_a_length_is_of_the_visit_whose_noun_stands_behind_it() -> None:
    words = (
        "President Lula left Paris on Tuesday for Lisbon, ending his three-day France visit and beginning a shortened "
        "trip to Portugal."
    )
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact)]
    assert {(fact.host_country, fact.days) for fact in facts} == {("FRA", 3), ("PRT", None)}


def test_the_day_of_an_invitation_is_not_that_of_the_visit() -> None:
    words = "President Macron invited President Lula to France when he visited Brasilia in March 2024."
    assert ("FRA", None) in starts(words)


@pytest.mark.parametrize(
    ("words", "visit"),
    [
        ("President Lula flew to Egypt in January, and in February he visited France.", ("EGY", "2025-01")),
        (
            "President Lula flew to Paris on Sunday for a visit to France, the last stop on a tour that started in "
            "Rabat on February 4.",
            ("FRA", "2025-02-09"),
        ),
        (
            "President Macron received President Lula in Paris, after the two countries upgraded their ties in June "
            "2024.",
            ("FRA", None),
        ),
        ("President Lula called off his visit to France on Monday.", ("FRA", None)),
        ("During his trip to Paris, France, today, President Lula announced new aid.", ("FRA", "2025-02-11")),
        ("President Lula called off his visit to France, planned for Thursday.", ("FRA", "2025-02-13")),
        ("Fifty years ago today US President Gerald Ford arrived in Beijing.", ("CHN", "1975~")),
        (
            "President Lula has been in France since Monday and flies to Spain today, until Friday.",
            ("FRA", "2025-02-10"),
        ),
    ],
)
def test_each_date_is_of_its_own_clause(words: str, visit: tuple[str, str | None]) -> None:
    assert visit in starts(words)


def test_talks_to_come_are_not_on_the_day_told_before_them() -> None:
    words = (
        "President Lula visited Spain on February 3, before his meeting with President Macron in Paris on February 5."
    )
    facts = [fact for fact in read(words, published=DAY).facts if isinstance(fact, MeetingFact)]
    assert {fact.date for fact in facts} == {"2025-02-05"}


def test_the_length_of_a_conference_is_not_that_of_the_visit() -> None:
    words = "President Lula arrived in Paris on Monday at the end of a three-day climate conference in Rabat."
    assert ("FRA", "2025-02-10", None) in days(words)


def test_the_day_that_is_remembered_is_not_the_visits() -> None:
    words = "Xi Jinping arrives in Serbia for the 25th anniversary of the bombing of an embassy in Belgrade in 1999."
    (visit,) = (f for f in read(words, published="2024-05-08").facts if isinstance(f, VisitFact))
    assert (visit.host_country, visit.start) == ("SRB", None)


@pytest.mark.parametrize(
    ("when", "start"),
    [
        ("in the spring of 2022", "2022-21"),
        ("last winter", "2022-24"),
        ("in late December 2021", "2021-12~"),
        ("the day before yesterday", "2023-04-03"),
        ("on February 30, 2022", None),
        ("in the 1990s", None),
        ("on 03/04/2023", None),
        ("at the turn of the year", None),
    ],
)
def test_a_visit_of_any_date_is_read_with_its_talks(when: str, start: str | None) -> None:
    words = f"President William Ruto of Kenya paid a visit to Ghana {when} and held talks with President Akufo-Addo."
    visits = [fact for fact in read(words, published="2023-04-05").facts if isinstance(fact, VisitFact)]
    assert [visit.start for visit in visits] == [start]
