"""A text about a talk by telephone: nobody travelled, and what is told after it was said in it."""

from __future__ import annotations

import pytest

import communique
from communique.records import CommitmentFact, MeetingFact, VisitFact

CALL = (
    "Washington: Two weeks after his visit to India, President Barack Obama telephoned Pakistani Prime Minister Nawaz "
    "Sharif. The two leaders had a long exchange of views on bilateral trade. Sharif reiterated his readiness to open "
    "the border to Indian goods."
)


def read(text: str, kind: type, day: str = "2015-02-12") -> list:  # type: ignore[type-arg]
    return [fact for fact in communique.read(text, published=day).facts if isinstance(fact, kind)]


def test_nobody_who_was_telephoned_is_a_guest() -> None:
    (visit,) = read(CALL, VisitFact)
    assert (visit.guest.name, visit.host_country, visit.mention) == ("Barack Obama", "IND", "background")


def test_what_they_exchanged_views_on_was_said_in_the_call() -> None:
    (meeting,) = read(CALL, MeetingFact)
    assert meeting.format == "call"
    assert meeting.countries == ("PAK", "USA")


def test_acts_told_of_a_call_are_read() -> None:
    (act,) = read(CALL, CommitmentFact)
    assert (act.parties, act.strength) == (("PAK",), 3)


def test_the_call_of_presidents_is_not_that_of_a_minister_whose_visit_they_spoke_of() -> None:
    text = (
        "Russian President Vladimir Putin and President of Turkey Recep Tayyip Erdogan on Monday discussed results of "
        "the recent visit of Russian Deputy Prime Minister Alexander Novak to Turkey and agreed on new contacts in "
        "their telephone conversation."
    )
    (meeting,) = read(text, MeetingFact, "2022-07-11")
    assert [person.name for person in meeting.participants] == ["Vladimir Putin", "Recep Tayyip Erdoğan"]
    (visit,) = read(text, VisitFact, "2022-07-11")
    assert (visit.start, visit.mention) == (None, "background")


def test_two_holders_of_one_office_met_two_different_persons() -> None:
    text = (
        "President Trump and Prime Minister Modi spoke by phone on Tuesday. In 2009, Prime Minister Manmohan Singh "
        "was the first leader hosted by President Barack Obama."
    )
    met = {tuple(p.name for p in m.participants): m.date for m in read(text, MeetingFact, "2017-01-25")}
    assert met[("Donald Trump", "Narendra Modi")] == "2017-01-24"


@pytest.mark.parametrize("delayed", ["long-delayed", "much-delayed"])
def test_what_was_long_delayed_took_place(delayed: str) -> None:
    text = f"King Salman met US President Barack Obama for a {delayed} White House summit on Friday."
    (meeting,) = read(text, MeetingFact, "2015-09-05")
    assert meeting.status == "completed"
