"""What a text says of its main visit away from the words that tell of it: declared kind, length, whether it is over."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, VisitFact


def visits(text: str, day: str = "2024-05-07") -> list[VisitFact]:
    reading = read_document(Document(source="test", text=text, published=day))
    return [fact for fact in reading.facts if isinstance(fact, VisitFact)]


OPENING = "President Bassirou Diomaye Faye of Senegal arrived in Rabat on Monday. "


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("It was a state visit, the court said.", "state"),
        ("The two offices called it a working visit.", "working"),
        ("It was not a state visit.", None),
        ("The last state visit was in 1998.", None),
        ("In June he makes a state visit to Portugal.", None),
    ],
)
def test_the_kind_is_taken_from_a_sentence_of_no_other_visit(more: str, kind: str | None) -> None:
    assert visits(OPENING + more)[0].visit_kind == kind


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("He is on a three-day trip.", "ongoing"),
        ("He flew home in the evening.", "completed"),
    ],
)
def test_the_length_and_the_end_decide_whether_it_goes_on(more: str, status: str) -> None:
    assert visits(OPENING + more)[0].status == status


def test_a_visit_that_was_moved_is_not_cancelled() -> None:
    text = "President Faye of Senegal paid a visit to Rabat on 5 May 2024, put off from March."
    assert [visit.status for visit in visits(text)] == ["completed"]


def test_an_invitation_is_a_planned_visit_of_the_other_side() -> None:
    text = "King Mohammed VI of Morocco received President Faye of Senegal in Rabat on Monday. President Faye"
    found = visits(text + " invited the King to visit Senegal.")
    assert ("MAR", "SEN", "planned") in [(v.guest_country, v.host_country, v.status) for v in found]


def test_one_visit_of_a_guest_with_two_surnames() -> None:
    text = "President Gabriel Boric Font of Chile visited Rabat on Monday. President Boric's visit to Rabat was short."
    assert len(visits(text)) == 1


def test_the_first_visit_by_somebody_of_an_office_is_of_him_who_holds_it() -> None:
    text = "The first visit by a French president to Norway in years began on Monday, and Emmanuel Macron was late."
    assert [(v.guest and v.guest.name, v.host_country) for v in visits(text)] == [("Emmanuel Macron", "NOR")]


def test_the_author_of_a_release_is_named_below_its_title() -> None:
    text = (
        "Visit to Fiji\nMedia release, Senator the Hon Penny Wong, Minister for Foreign Affairs of Australia\n"
        "I have now completed my first trip. On Thursday I was in Fiji, where it rained."
    )
    assert ("AUS", "FJI") in [(v.guest_country, v.host_country) for v in visits(text, "2022-06-04")]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("So the one-day working visit to Nairobi was, in truth, the return call that custom demands.", "working"),
        ("NAIROBI, 9 May 2024 - He spoke on the first day of a state visit, and rain fell.", "state"),
        ("The palace called it a notch below a state visit, which is kept for later.", None),
        ("The last state visit, as some recall, was shorter.", None),
        ("His next state visit will be longer.", None),
    ],
)
def test_the_type_is_declared_by_a_clause_that_speaks_of_no_other_visit(told: str, kind: str | None) -> None:
    came = "Prime Minister Narendra Modi of India arrived in Kenya on 8 May 2024 and met President William Ruto.\n"
    told_of = visits(came + told, day="2024-05-09")
    assert [fact.visit_kind for fact in told_of if fact.mention == "main"] == [kind]
