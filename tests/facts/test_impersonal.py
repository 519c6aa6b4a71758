"""What a thing is to do, what there will be and where money goes counts as the act of those whose it is."""

from __future__ import annotations

import pytest

from communique.pipeline import read_document
from communique.records import CommitmentFact, Document

OPENING = (
    "President William Ruto of Kenya paid a state visit to China on 16 October 2023 and met Xi Jinping in Beijing.\n"
)
JOINT = (
    "Joint statement on the state visit of President William Ruto of Kenya to China\n"
    "At the invitation of President Xi Jinping, President William Ruto visited China on 16 October 2023.\n"
)
BOTH = ("CHN", "KEN")


def acts(text: str, opening: str = OPENING) -> list[tuple[str, tuple[str, ...], str]]:
    reading = read_document(Document(source="test", text=opening + text, published="2023-10-17"))
    return [(f.head, f.parties, f.action) for f in reading.facts if isinstance(f, CommitmentFact)]


@pytest.mark.parametrize(
    ("text", "head", "parties", "action"),
    [
        (
            "They agreed that a night train would run between the two capitals.",
            "will", BOTH, "a night train would run between the two capitals",
        ),
        (
            "They agreed that a joint panel would keep watch over the fish stocks.",
            "will", BOTH, "a joint panel would keep watch over the fish stocks",
        ),
        (
            "President Xi promised that Chinese soil would not become a base for smugglers.",
            "firm", ("CHN",), "Chinese soil would not become a base for smugglers",
        ),
        (
            "Chinese engineers will travel to Mombasa in May to inspect the bridge.",
            "will", ("CHN",), "Chinese engineers will travel to Mombasa in May to inspect the bridge",
        ),
        (
            "A Chinese credit line of 20 million dollars will be available to farmers.",
            "will", ("CHN",), "A Chinese credit line of 20 million dollars will be available to farmers",
        ),
    ],
)  # fmt: skip
def test_what_a_thing_is_to_do_is_the_act_of_those_whose_it_is(
    text: str, head: str, parties: tuple[str, ...], action: str
) -> None:
    assert acts(text) == [(head, parties, action)]


@pytest.mark.parametrize(
    ("text", "head", "action"),
    [
        ("There will be a new line between the ports.", "will", "There will be a new line between the ports"),
        ("The joint commission should meet every year.", "need", "The joint commission should meet every year"),
    ],
)  # fmt: skip
def test_a_joint_text_says_what_there_will_be(text: str, head: str, action: str) -> None:
    assert acts(text, JOINT) == [(head, BOTH, action)]


def test_what_shares_in_an_act_is_one_of_its_own() -> None:
    text = "A new ferry shall run between Mombasa and Guangzhou, as shall a bus between the two ports."
    assert acts(text, JOINT) == [
        ("shall", BOTH, "A new ferry shall run between Mombasa and Guangzhou"),
        ("shall", BOTH, "as shall a bus between the two ports"),
    ]


def test_money_goes_where_its_giver_sends_it() -> None:
    text = (
        "China pledged 300 million dollars for clinics. "
        "More than 40 million dollars goes to wells, and the rest will pay for nurses."
    )
    assert acts(text)[1:] == [
        ("will", ("CHN",), "More than 40 million dollars goes to wells"),
        ("will", ("CHN",), "the rest will pay for nurses"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A night train would run between the two capitals.",  # who says so?
        "The visit will run until Friday.",
        "There will be a storm on Friday.",
        "President Ruto will travel to Mombasa in May.",
        "The Chinese minister will call at Mombasa in May.",
        "The trip to the joint centre will spur trade.",
        "More than 40 million dollars goes to wells.",  # whose?
    ],
)
def test_what_happens_or_has_an_effect_is_no_act(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("The two sides will open a joint dam.", "It will be finished by 2027"),
        ("The two sides agreed to set up a council.", "It shall meet every second year"),
        ("The two sides will set up a dialogue.", "It shall cover tea, ports and roads"),
    ],
)
def test_it_goes_on_with_what_was_agreed_before(before: str, text: str) -> None:
    assert acts(f"{before} {text}.")[1:] == [("shall" if "shall" in text else "will", BOTH, text)]


@pytest.mark.parametrize(
    ("text", "head", "parties", "action"),
    [
        ("Foreign ministers will draw up a roadmap.", "will", BOTH, "draw up a roadmap"),
        ("Smuggling shall be fought jointly.", "shall", BOTH, "Smuggling shall be fought jointly"),
        (
            "Smuggling, which both condemn, shall be fought jointly.",
            "shall", BOTH, "Smuggling, which both condemn, shall be fought jointly",
        ),
        ("It is planned to create a school of ports.", "intends", BOTH, "create a school of ports"),
        ("There are plans to open a consulate in Mombasa.", "intends", BOTH, "open a consulate in Mombasa"),
        ("Kenya called for full use of the links.", "supports", ("KEN",), "called for full use of the links"),
        ("Kenya withdrew its complaint over tea.", "done", ("KEN",), "withdrew its complaint over tea"),
    ],
)  # fmt: skip
def test_acts_of_a_joint_text_may_be_told_of_things(
    text: str, head: str, parties: tuple[str, ...], action: str
) -> None:
    assert acts(text, JOINT) == [(head, parties, action)]


@pytest.mark.parametrize(
    "text",
    [
        "The crimes committed both by gangs and by rebels were named.",
        "President Xi kept up the guard. It will be finished by 2027.",
        "Governments, which have tied aid to peace, will be irritated.",
    ],
)
def test_what_others_did_or_feel_is_no_act(text: str) -> None:
    assert acts(text) == []


def test_his_own_thing_is_his_own_act() -> None:
    text = "President Xi underlined that his plan would be matched with funds."
    assert {parties for _, parties, _ in acts(text)} <= {("CHN",)}


def test_a_region_has_soil_of_its_own() -> None:
    text = "President Ruto vowed that the region's soil would not become a base for smugglers."
    assert acts(text) == [("firm", ("KEN",), "the region's soil would not become a base for smugglers")]
