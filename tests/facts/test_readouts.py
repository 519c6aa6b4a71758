from __future__ import annotations

import pytest

from communique.pipeline import read_document
from communique.records import CommitmentFact, Document, StanceFact

URL = "https://www.whitehouse.gov/briefing-room/statements-releases/x/"
TITLE = "Readout of President Biden's Call with President Ruto of Kenya"
OPENING = "President Joseph R. Biden, Jr. spoke today with President William Ruto of Kenya. "


def acts(text: str, title: str = TITLE, opening: str = OPENING) -> list[tuple[tuple[str, ...], int | None, str | None]]:
    reading = read_document(Document(source="test", text=opening + text, title=title, url=URL, published="2022-10-17"))
    return [
        (f.parties, f.strength, f.action) for f in reading.facts if isinstance(f, CommitmentFact) and f.strength != 1
    ]


def positions(text: str, title: str = TITLE, opening: str = OPENING) -> list[tuple[tuple[str, ...], str, str]]:
    reading = read_document(Document(source="test", text=opening + text, title=title, url=URL, published="2022-10-17"))
    return [(f.holder, f.polarity, f.issue) for f in reading.facts if isinstance(f, StanceFact)]


BOTH = ("KEN", "USA")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "They discussed their shared commitment to training nurses and opening clinics.",
            [(BOTH, 5, "training nurses"), (BOTH, 5, "opening clinics")],
        ),
        ("He conveyed to President Ruto his desire to open a port.", [(("USA",), 3, "open a port")]),
        (
            "They discussed drought, including the intent of the United States and Kenya to share weather data.",
            [(BOTH, 3, "share weather data")],
        ),
        ("They thanked the nurses and noted appreciation for their commitment to opening clinics.", []),
        ("They discussed the drought in the north, as well as ongoing efforts to build wells.", []),
        (
            "They discussed trade and how their officials can further ease rules for farmers.",
            [(BOTH, 2, "discussed trade and how their officials can further ease rules for farmers")],
        ),
        ("They discussed Russian efforts to build wells.", []),
        (
            "He met him to express strong U.S. support for the port.",
            [(("USA",), 2, "express strong U.S. support for the port")],
        ),
        (
            "He voiced support for peace in Sudan and his commitment to opening clinics.",
            [(("USA",), 5, "opening clinics")],
        ),
        (
            "They agreed on the importance of working together to build wells, train nurses, and open clinics.",
            [(BOTH, 3, "working together to build wells"), (BOTH, 3, "train nurses"), (BOTH, 3, "open clinics")],
        ),
        (
            "They agreed to have their teams follow up on the port.",
            [(BOTH, 4, "have their teams follow up on the port")],
        ),
        ("They agreed that their teams would stay in close touch.", [(BOTH, 3, "stay in close touch")]),
    ],
)
def test_a_readout_tells_acts_by_nouns_of_will_and_as_topics(
    text: str, wanted: list[tuple[tuple[str, ...], int, str]]
) -> None:
    assert acts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They discussed the need to address climate change.", [(BOTH, "support", "climate")]),
        ("They discussed efforts to prevent Iran from getting a nuclear weapon.", []),
        (
            "They resolved to go on holding Russia to account for its aggression.",
            [(BOTH, "oppose", "russia_aggression")],
        ),
        (
            "They spoke of drought in Gaza and President Biden stressed the importance of ending the war in Ukraine.",
            [(("USA",), "support", "ukraine")],
        ),
        (
            "They condemned the raid on the monks and agreed that those who did it must be held to account.",
            [(BOTH, "oppose", "other"), (BOTH, "oppose", "other")],
        ),
        ("They discussed the need to widen the road to the port.", []),
        ("They reviewed efforts to widen the road to Gaza.", []),
        ("He expressed support for the accords of the two neighbours and Sudan.", [(("USA",), "support", "other")]),
    ],
)
def test_a_readout_tells_positions_as_topics(text: str, wanted: list[tuple[tuple[str, ...], str, str]]) -> None:
    assert positions(text) == wanted


def test_the_title_of_a_fact_sheet_names_its_parties() -> None:
    text = "The United States and Kenya will build a port. Kenya will train its crews."
    assert acts(text, title="FACT SHEET: The United States-Kenya Partnership", opening="") == [
        (BOTH, 4, "build a port"), (("KEN",), 4, "train its crews"),
    ]  # fmt: skip


def test_a_readout_of_a_call_with_allies_has_those_whom_it_opens_with() -> None:
    opening = "President Biden spoke today with President Macron of France and Chancellor Scholz of Germany. "
    title = "Readout of President Biden's Call with European Allies"
    text = "They expressed deep concern over Russia's invasion of Ukraine."
    assert positions(text, title=title, opening=opening) == [(("DEU", "FRA", "USA"), "oppose", "russia_aggression")]
    unnamed = positions(text, title=title, opening="President Biden held a secure call today. ")
    assert unnamed == []  # not his alone


def test_a_readout_of_domestic_affairs_has_no_parties() -> None:
    title = "Readout of President Biden's Meeting with Pacific Islander Leaders on Hate Crimes"
    assert (
        acts("They agreed to open a school in Ohio.", title=title, opening="President Biden met leaders today. ") == []
    )
