"""An office with several countries is a person for each."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import CommitmentFact, MeetingFact, VisitFact

DAY = "2023-12-05"


def met(words: str) -> list[str | None]:
    (meeting,) = (fact for fact in read(words, published=DAY).facts if isinstance(fact, MeetingFact))
    return [person.name for person in meeting.participants]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "The presidents of Turkey and Kazakhstan met on Monday.",
            ["Recep Tayyip Erdoğan", "Kassym-Jomart Tokayev"],
        ),
        ("The Turkish and Kazakh foreign ministers met on Monday.", ["Hakan Fidan", "Murat Nurtleu"]),
        (
            "The leaders of Japan, South Korea and the United States held a trilateral summit at Camp David.",
            ["Fumio Kishida", "Yoon Suk-yeol", "Joe Biden"],
        ),
        (
            "President Emmanuel Macron met the prime ministers of Estonia and Latvia.",
            ["Emmanuel Macron", "Kaja Kallas", "Evika Siliņa"],
        ),
    ],
)
def test_each_country_has_its_own(words: str, names: list[str]) -> None:
    assert met(words) == names


def test_whoever_came_to_the_other_paid_a_visit() -> None:
    words = "The presidents of Turkey and Kazakhstan met in Astana on Monday."
    (visit,) = (fact for fact in read(words, published=DAY).facts if isinstance(fact, VisitFact))
    assert (visit.guest_country, visit.host_country, visit.start) == ("TUR", "KAZ", "2023-12-04")


def test_all_of_them_take_it_on() -> None:
    words = "The presidents of Turkey, Azerbaijan and Kazakhstan agreed to build a pipeline."
    (act,) = (fact for fact in read(words, published=DAY).facts if isinstance(fact, CommitmentFact))
    assert act.parties == ("AZE", "KAZ", "TUR")


def test_one_country_is_no_list() -> None:
    words = "The former presidents of Turkey never met. President Tokayev of Kazakhstan stayed at home."
    assert [fact for fact in read(words, published=DAY).facts if isinstance(fact, MeetingFact)] == []
