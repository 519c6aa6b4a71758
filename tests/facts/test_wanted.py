"""What is proposed, ordered or agreed to be done, what a document binds to and what talks were about are acts."""

from __future__ import annotations

import pytest

from communique.pipeline import read_document
from communique.records import CommitmentFact, Document

OPENING = (
    "President William Ruto of Kenya paid a state visit to China on 16 October 2023 and met Xi Jinping in Beijing.\n"
)
BOTH = ("CHN", "KEN")


def acts(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    reading = read_document(Document(source="test", text=OPENING + text, published="2023-10-17"))
    return [(f.head, f.parties, f.action) for f in reading.facts if isinstance(f, CommitmentFact)]


@pytest.mark.parametrize(
    ("text", "head", "parties", "action"),
    [
        (
            "China proposed that a joint hotline be set up between the two navies.",
            "proposes", ("CHN",), "a joint hotline be set up between the two navies",
        ),
        (
            "President Xi ordered that a site be made available for a Kenyan school.",
            "directs", ("CHN",), "a site be made available for a Kenyan school",
        ),
        (
            "They agreed that a fund be set up for young farmers.",
            "agrees", BOTH, "a fund be set up for young farmers",
        ),
        (
            "Kenya called for the railway to Malaba to be completed.",
            "supports", ("KEN",), "called for the railway to Malaba to be completed",
        ),
        ("The treaty obliges each side to return stolen art.", "firm", BOTH, "return stolen art"),
        ("The treaty binds Kenya to keep its port open.", "firm", ("KEN",), "keep its port open"),
        (
            "The agreement provides for the delivery of twelve ferries.",
            "agrees", BOTH, "provides for the delivery of twelve ferries",
        ),
        (
            "The communique promises closer cooperation among the ports.",
            "firm", BOTH, "promises closer cooperation among the ports",
        ),
        ("Their talks covered ways to widen trade in tea.", "ways", BOTH, "ways to widen trade in tea"),
        (
            "More nurses, they agreed, should train together.",
            "need", BOTH, "More nurses, they agreed, should train together",
        ),
        (
            "A festival of Kenyan film is planned in Beijing.",
            "intends", BOTH, "A festival of Kenyan film is planned in Beijing",
        ),
        (
            "A joint railway study is under consideration.",
            "considers", BOTH, "A joint railway study is under consideration",
        ),
        (
            "Trade between the two is to reach 20 billion dollars by 2030.",
            "targets", BOTH, "Trade between the two is to reach 20 billion dollars by 2030",
        ),
        (
            "A target of 20 billion dollars in trade was set.",
            "targets", BOTH, "A target of 20 billion dollars in trade was set",
        ),
    ],
)  # fmt: skip
def test_what_is_wanted_or_provided_for_is_an_act(text: str, head: str, parties: tuple[str, ...], action: str) -> None:
    assert acts(text) == [(head, parties, action)]


@pytest.mark.parametrize(
    "text",
    [
        "President Ruto proposed that the war be ended.",
        "Kenya called for the war to be ended.",
        "The draft agreement provides for the delivery of twelve ferries.",
        "Their talks covered the war in Sudan.",
        "Another visit is planned for May.",
        "Trade between the two is to reach new heights.",
    ],
)
def test_a_position_a_draft_and_a_topic_are_no_acts(text: str) -> None:
    assert acts(text) == []
