"""Ministers of long ago in texts of their own day; their surnames in texts of today are others'."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact, VisitFact


def met(words: str, day: str) -> list[set[str | None]]:
    """Who meets whom, each meeting by the names of those who meet."""
    facts = read_document(Document(source="test", text=words, published=day)).facts
    return [{one.name for one in fact.participants} for fact in facts if isinstance(fact, MeetingFact)]


def test_ministers_of_long_ago_are_known_on_their_day() -> None:
    words = "Secretary of State Kissinger arrived in Vienna on 19 May 1975 and met Soviet Foreign Minister Gromyko."
    assert met(words, "1975-05-20") == [{"Henry Kissinger", "Andrei Gromyko"}]


@pytest.mark.parametrize(
    ("office", "day", "name"),
    [
        ("U.S. Secretary of State", "2008-09-06", "Condoleezza Rice"),
        ("U.S. National Security Adviser", "2014-07-05", "Susan Rice"),
    ],
)
def test_a_shared_surname_is_that_of_who_holds_the_office(office: str, day: str, name: str) -> None:
    (pair,) = met(f"{office} Rice arrived in Ankara on Friday and met President Vladimir Putin.", day)
    assert name in pair


@pytest.mark.parametrize("office", ["Governor Baker", "Senator Collins", "Congressman Cohen"])
def test_a_surname_behind_an_office_is_not_a_minister_of_long_ago(office: str) -> None:
    words = f"President Joe Biden met Prime Minister Narendra Modi and {office} in Washington on Monday."
    names = {name for pair in met(words, "2022-02-04") for name in pair}
    assert "Narendra Modi" in names
    assert not names & {"James Baker", "Gerry Collins", "William Cohen"}


@pytest.mark.parametrize(
    ("whom", "meets"),
    [
        ("the Madeleine K. Albright Democracy Award", False),
        ("Madeleine K. Albright", True),
    ],
)
def test_a_thing_that_is_named_after_somebody_is_nobody(whom: str, meets: bool) -> None:
    words = f"President Maia Sandu of Moldova visited Washington on receiving {whom}."
    facts = read_document(Document(source="test", text=words, published="2022-02-04")).facts
    assert any(isinstance(fact, VisitFact) for fact in facts)
    assert any(isinstance(fact, MeetingFact) for fact in facts) is meets
