"""Formal labels of relations: verbatim, between two parties, with their change."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, RelationshipFact


def relations(text: str, published: str = "2023-10-20") -> list[RelationshipFact]:
    reading = read_document(Document(source="test", text=text, published=published))
    return [fact for fact in reading.facts if isinstance(fact, RelationshipFact)]


@pytest.mark.parametrize(
    ("text", "parties", "label", "change"),
    [
        (
            "China and Belarus have an all-weather comprehensive strategic partnership.",
            ("BLR", "CHN"),
            "all-weather comprehensive strategic partnership",
            None,
        ),
        (
            "Vietnam and Japan upgraded their ties to a comprehensive strategic partnership for peace, cooperation and "
            "sustainable development.",
            ("JPN", "VNM"),
            "comprehensive strategic partnership for peace, cooperation and sustainable development",
            "upgraded",
        ),
        (
            "Japan and Ukraine raised their relations to a special global partnership.",
            ("JPN", "UKR"),
            "special global partnership",
            "upgraded",
        ),
        (
            "In 2013 Vietnam and France established a strategic partnership.",
            ("FRA", "VNM"),
            "strategic partnership",
            "established",
        ),
        (
            "Vladimir Putin and Narendra Modi reaffirmed the special and privileged strategic partnership between "
            "India and Russia.",
            ("IND", "RUS"),
            "special and privileged strategic partnership",
            "reaffirmed",
        ),
        ("The leaders praised the alliance between Japan and the United States.", ("JPN", "USA"), "alliance", None),
        (
            "Australia suspended the strategic partnership with China.",
            ("AUS", "CHN"),
            "strategic partnership",
            "downgraded",
        ),
        ("China and Pakistan are bound by an all-weather friendship.", ("CHN", "PAK"), "all-weather friendship", None),
    ],
)
def test_label(text: str, parties: tuple[str, str], label: str, change: str | None) -> None:
    assert [(f.parties, f.label, f.change) for f in relations(text)] == [(parties, label, change)]


@pytest.mark.parametrize(
    "text",
    [
        "China and France have good relations and a long friendship.",
        "It would be rash to speak of an alliance of Russia and North Korea.",
        "The partnership of two law firms of France and China was dissolved.",
        "France named a special envoy to China.",
    ],
)
def test_no_label(text: str) -> None:
    assert relations(text) == []


def test_the_two_countries_are_those_of_the_visit() -> None:
    text = (
        "President Lukashenko paid a state visit to China on 28 February 2023. "
        "The comprehensive strategic partnership between the two countries was praised."
    )
    (fact,) = relations(text)
    assert fact.parties == ("BLR", "CHN")


def test_a_wish_is_no_change() -> None:
    (fact,) = relations("Vietnam and Japan could upgrade their ties to a comprehensive strategic partnership.")
    assert fact.change is None


def test_one_fact_for_a_label_told_twice() -> None:
    text = (
        "China and Belarus have a comprehensive strategic partnership. "
        "The comprehensive strategic partnership of China and Belarus is strong."
    )
    (fact,) = relations(text)
    assert len(fact.evidence) == 2
