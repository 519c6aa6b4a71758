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


VISIT = "Prime Minister Narendra Modi arrived in Paris on 13 July 2023 for talks with President Emmanuel Macron. "


@pytest.mark.parametrize(
    ("text", "label", "change"),
    [
        (
            "They praised the strategic cooperative partnership of mutual trust and lasting friendship.",
            "strategic cooperative partnership of mutual trust and lasting friendship",
            None,
        ),
        ("They relaunched the strategic alliance between India and France.", "strategic alliance", None),
        ("The treaty raises ties between the two countries to the level of an alliance.", "alliance", "upgraded"),
        ("The Treaty on Allied Relations opens a new page between the two countries.", "allied relations", None),
        (
            "Ties were raised to an India-France community with a shared future.",
            "india-france community with a shared future",
            None,
        ),
        (
            "Modi recalled that the two countries have been strategic partners since 1998, and that China comes next.",
            "strategic partners",
            None,
        ),
        ('The paper proclaims "a renewed partnership".', "renewed partnership", "established"),
        (
            "They announced the elevation of ties from a strategic partnership to a comprehensive strategic "
            "partnership.",
            "comprehensive strategic partnership",
            "upgraded",
        ),
        (
            "They decided to elevate the strategic partnership to a comprehensive strategic partnership.",
            "comprehensive strategic partnership",
            "upgraded",
        ),
        ("The strategic partnership between India and France was reaffirmed.", "strategic partnership", "reaffirmed"),
    ],
)
def test_labels_and_what_becomes_of_them(text: str, label: str, change: str | None) -> None:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    found = [fact for fact in reading.facts if isinstance(fact, RelationshipFact)]
    assert [(f.label, f.change, f.parties) for f in found] == [(label, change, ("FRA", "IND"))]


def test_a_major_ally_is_one_of_the_united_states() -> None:
    found = relations("President Joe Biden received President William Ruto. Kenya became a major non-NATO ally.")
    assert [(f.label, f.parties) for f in found] == [("major non-nato ally", ("KEN", "USA"))]
