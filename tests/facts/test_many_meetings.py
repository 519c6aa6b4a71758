"""Meetings told by one subject and several verbs, by a noun, before the press, over a meal."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact

VISIT = "Prime Minister Narendra Modi of India arrived in Paris on 13 July 2023 on a two-day visit. "


def meetings(text: str) -> list[MeetingFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    return [fact for fact in reading.facts if isinstance(fact, MeetingFact)]


def met(text: str) -> list[str]:
    named = (person.name or "" for fact in meetings(text) for person in fact.participants)
    return sorted(name.split()[-1] for name in named if not name.endswith("Modi"))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "He had talks with President Emmanuel Macron, conferred with Prime Minister Élisabeth Borne and saw the"
            " Louvre.",
            ["Borne", "Macron"],
        ),
        (
            "He had talks with President Emmanuel Macron, called on the Speaker of the Senate, Gérard Larcher, and met"
            " Prime Minister Élisabeth Borne.",
            ["Borne", "Larcher", "Macron"],
        ),
        ("He saw the Louvre, met President Emmanuel Macron and flew home.", ["Macron"]),
        ("He visited President François Hollande at his home.", ["Hollande"]),
        ("He landed at noon and the same evening saw President Emmanuel Macron, who praised him.", ["Macron"]),
        ("The guest laid a wreath and was received in audience by President Emmanuel Macron.", ["Macron"]),
        ("Meeting President Emmanuel Macron on Friday, he spoke of trade.", ["Macron"]),
        ("President Emmanuel Macron and the visitor spoke for two hours.", ["Macron"]),
        ("He and President Emmanuel Macron thereafter held a bilateral meeting.", ["Macron"]),
        ("The programme includes a dialogue with President Emmanuel Macron.", ["Macron"]),
        ("Then came a working lunch with President Emmanuel Macron.", ["Macron"]),
        ("Standing beside President Emmanuel Macron after three hours of talks, Modi spoke of trade.", ["Macron"]),
        ("At a joint press conference with President Emmanuel Macron, Modi spoke of trade.", ["Macron"]),
        ("He paid a visit to President Emmanuel Macron.", ["Macron"]),
        ("Prime Minister Élisabeth Borne hosted a dinner in his honour.", ["Borne"]),
        ("He attended a dinner given by Prime Minister Élisabeth Borne.", ["Borne"]),
        ("Modi was the guest of President Emmanuel Macron at a dinner in the Louvre.", ["Macron"]),
        ("Foreign Minister Catherine Colonna and Foreign Minister Subrahmanyam Jaishankar conferred separately.",
         ["Colonna", "Jaishankar"]),
    ],
)  # fmt: skip
def test_each_meeting_of_the_guest_is_told(text: str, others: list[str]) -> None:
    assert met(text) == others


@pytest.mark.parametrize(
    "text",
    [
        "He saw the Louvre, met students and flew home.",
        "He was pleased with President Emmanuel Macron, called on him to act and flew home.",
        "He visited the tomb of President François Mitterrand.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert not met(text)


def test_a_talk_alone_and_one_with_their_ministers_are_two() -> None:
    found = meetings("Modi and President Emmanuel Macron held a tête-à-tête, followed by delegation-level talks.")
    assert [fact.format for fact in found] == ["one_on_one", "expanded"]


def test_who_speaks_before_the_press_took_part_and_not_the_guest() -> None:
    (fact,) = meetings(
        "Foreign Minister Subrahmanyam Jaishankar, too, was content. He said so at a joint news conference with"
        " Foreign Minister Catherine Colonna."
    )
    assert sorted(person.name or "" for person in fact.participants) == ["Catherine Colonna", "Subrahmanyam Jaishankar"]


def test_an_office_with_a_first_name_is_who_was_named_so_before() -> None:
    assert met("PM Narendra will meet President Emmanuel Macron.") == ["Macron"]
    (fact,) = meetings("PM Narendra will meet President Emmanuel Macron.")
    assert fact.countries == ("FRA", "IND")
