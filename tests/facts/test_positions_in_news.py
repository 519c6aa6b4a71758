"""Positions as newspapers tell them: whose they are, which side, and what is none."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, StanceFact

OPENING = (
    "Foreign Minister Mevlut Cavusoglu of Turkey arrived in Moscow on 16 March 2022 for talks with Foreign Minister"
    " Sergei Lavrov of Russia.\n"
)


def positions(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    reading = read_document(Document(source="test", text=OPENING + text, published="2022-03-17"))
    return [(fact.holder, fact.polarity, fact.issue) for fact in reading.facts if isinstance(fact, StanceFact)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cavusoglu said the war in Ukraine must stop.", [(("TUR",), "support", "ukraine")]),
        ("Lavrov said there were no obstacles to a visit by Zelensky to Ukraine's east.", []),
        ("Cavusoglu said that the group is not a threat to the region.", []),
        ("Cavusoglu said on television he supports Ukraine.", [(("TUR",), "support", "ukraine")]),
        ("The two ministers disagreed over Syria.", []),
        (
            "Lavrov has often blocked European efforts to assist Libya and impose sanctions on Niger.",
            [(("RUS",), "oppose", "other")],
        ),
        (
            "Cavusoglu urged the Ukrainian leadership to work towards a ceasefire with Russia.",
            [(("TUR",), "support", "ukraine")],
        ),
        (
            "Cavusoglu rejects the annexation of Crimea, but Lavrov insists that Crimea is part of Russia.",
            [(("TUR",), "oppose", "russia_aggression"), (("RUS",), "support", "territorial_dispute")],
        ),
        (
            "Lavrov told reporters that the two-state solution should not be buried.",
            [(("RUS",), "support", "palestine")],
        ),
        (
            "Lavrov backs the revival of the nuclear deal with Iran — a step Turkey opposes.",
            [(("RUS",), "support", "iran_nuclear"), (("TUR",), "oppose", "iran_nuclear")],
        ),
        ("Cavusoglu said he would meet Putin if Russia ended its invasion of Ukraine.", []),
    ],
)
def test_a_position_in_a_newspaper_is_what_its_words_say(
    text: str, wanted: list[tuple[tuple[str, ...], str, str]]
) -> None:
    assert positions(text) == wanted


def test_those_who_talk_hold_what_both_say_and_not_a_third_whom_they_talk_of() -> None:
    text = (
        "Prime Minister Shehbaz Sharif of Pakistan and President Recep Tayyip Erdogan of Turkey discussed Israel's"
        " strikes in a telephone call on 14 June 2025. Israel had struck Iran, and Israel was ready to strike again."
        " Pakistan borders on Iran. Pakistan has closed its skies to Israel. The two leaders condemned these strikes."
    )
    reading = read_document(Document(source="test", text=text, published="2025-06-15"))
    found = [(f.holder, f.polarity) for f in reading.facts if isinstance(f, StanceFact) and f.polarity == "oppose"]
    assert found == [(("PAK", "TUR"), "oppose")]
