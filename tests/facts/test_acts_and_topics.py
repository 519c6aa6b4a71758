"""What is done, launched or talked of is no position, and a position has the issue and the holder of its own words."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, StanceFact

TITLE = "Readout of President Biden's Call with President Zelenskyy of Ukraine"
OPENING = "President Joe Biden spoke today with President Volodymyr Zelenskyy of Ukraine.\n"
BOTH = ("UKR", "USA")


def stances(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    reading = read_document(Document(source="test", text=OPENING + text, title=TITLE, published="2022-05-14"))
    return [(fact.holder, fact.polarity, fact.issue) for fact in reading.facts if isinstance(fact, StanceFact)]


@pytest.mark.parametrize(
    "text",
    [
        "The United States will launch a school to train fishermen, and advance climate adaptation.",
        "The United States announced a fund to train judges and strengthen democratic institutions.",
        "They noted that the new dialogue will further strengthen democratic institutions.",
        "Together, they can build a region of peace and rule of law.",
        "The United States has strengthened its sanctions regimes.",
        "He praised the nurses as they defend their country's sovereignty.",
        "The visit will honour her leadership in training judges and advancing democratic values.",
        "The United States is supporting the work of experts on war crimes in Ukraine.",
        "President Biden voiced appreciation for Qatar's work to promote a ceasefire in Gaza.",
        "The United States is supporting the port in cutting its emissions.",
        "President Biden intends to designate Peru an ally for its commitment to democratic values.",
        "President Biden recognized the new programme's potential to improve democratic governance.",
        "The two leaders affirmed a new partnership to address the root causes of migration.",
    ],
)
def test_an_act_or_a_programme_is_no_position(text: str) -> None:
    assert stances(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They discussed efforts to address climate change.",
        "They reviewed steps to advance a two-state solution.",
        "President Biden looks forward to widening cooperation on a range of issues, including trade, "
        "promoting growth, and respect for human rights.",
        "They raised a range of issues, with much discussion of the war in Ukraine.",
        "They talked of ways in which banks lend money, strengthen democratic institutions, and open clinics.",
    ],
)
def test_a_topic_of_talks_is_no_position(text: str) -> None:
    assert stances(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "President Biden reaffirmed the commitment to the defence of Poland following the launch of missiles by "
        "North Korea.",
        "They stressed the importance of funds for challenges, from floods to climate change.",
        "They promoted a fishery in bays that are vulnerable to climate change.",
    ],
)
def test_an_issue_in_an_adjunct_is_not_what_a_position_is_on(text: str) -> None:
    assert stances(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "President Biden reaffirmed his support for the people of Ukraine in response to Russian aggression.",
            [(("USA",), "support", "ukraine")],
        ),
        ("They discussed their concerns with Russian troops near Ukraine.", [(BOTH, "oppose", "russia_aggression")]),
        (
            "President Biden repeated his concern about the Russian attack on a Ukrainian bridge.",
            [(("USA",), "oppose", "russia_aggression")],
        ),
        (
            "They spoke of Russia. They condemned the attacks on Ukrainian schools.",
            [(BOTH, "oppose", "russia_aggression")],
        ),
        (
            "President Biden expressed his solidarity with the Ukrainian people in responding to Russian aggression.",
            [(("USA",), "support", "ukraine")],
        ),
        ("They expressed concern over the situation in Gaza.", [(BOTH, "oppose", "palestine")]),
        ("They reaffirmed their readiness to impose costs on Russia.", [(BOTH, "oppose", "russia_aggression")]),
        ("The American people stand with the brave Ukrainian people.", [(("USA",), "support", "ukraine")]),
        (
            "They applauded the African Union's support for a two-state solution.",
            [(BOTH, "support", "palestine")],
        ),
        (
            "President Biden conveyed his aim to widen ties through NATO, expressing concern about the coup in Niger.",
            [(("USA",), "support", "democracy")],
        ),
        ("President Biden raised concerns about the new naval base.", [(("USA",), "oppose", "other")]),
        (
            "They demand the release of Mr. Ivanov and other political prisoners in Belarus.",
            [(BOTH, "support", "human_rights")],
        ),
    ],
)
def test_a_position_has_the_side_issue_and_holder_of_its_own_words(
    text: str, wanted: list[tuple[tuple[str, ...], str, str]]
) -> None:
    assert stances(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "They support these discussions.",
        "They will hold those responsible to account.",
        "They called on all partners to join them in these efforts.",
        "They pledged to tackle issues of concern for islands.",
        "Against this backdrop, they agreed to open a clinic.",
        "They will turn to clean power, supported by suitable policies.",
        "They agreed to counter destabilizing operations.",
    ],
)
def test_what_names_no_matter_is_no_position(text: str) -> None:
    assert stances(text) == []
