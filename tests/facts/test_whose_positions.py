"""Whose a position is: of all who met, of the office's own head, and of nobody whose name only stands near it."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, StanceFact

URL = "https://www.whitehouse.gov/briefing-room/statements-releases/2022/09/21/readout/"


def holders(title: str, text: str) -> list[tuple[str, ...]]:
    reading = read_document(Document(source="test", text=text, title=title, url=URL, published="2022-09-22"))
    return [fact.holder for fact in reading.facts if isinstance(fact, StanceFact)]


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (
            "Readout of President Biden's Meeting with President Emmanuel Macron of France",
            "President Joe Biden met with President Emmanuel Macron of France. They voiced support for the"
            " government and people of Ukraine, underscored the need for an end to Russian aggression.",
            [("FRA", "USA"), ("FRA", "USA")],
        ),
        (
            "Readout of President Biden's Meeting with President Emmanuel Macron of France",
            "President Joe Biden met with President Emmanuel Macron of France. They talked of Gaza, and Jordan"
            " and the President stressed the importance of a two-state solution.",
            [("USA",)],
        ),
        (
            "Readout of President Biden's Meeting with President Emmanuel Macron of France",
            "President Joe Biden met with President Emmanuel Macron of France. The delegations condemned terrorism.",
            [("FRA", "USA")],
        ),
        (
            "Readout of President Biden's Meeting with President Barham Salih of Iraq",
            "President Joe Biden met with President Barham Salih of Iraq. The leaders voiced support for democracy"
            " in the region. He praised the visit of Pope Francis to Iraq in March 2021.",
            [("IRQ", "USA")],
        ),
        (
            "Readout of President Biden's Call with European Allies",
            "President Joe Biden held a call with European leaders. The leaders condemned the invasion of Ukraine."
            " Participants in the call included President Emmanuel Macron of France and NATO Secretary General"
            " Jens Stoltenberg.",
            [("FRA", "NATO", "USA")],
        ),
        (
            "Readout of President Biden's Call with European Allies",
            "President Joe Biden held a call with European leaders. The leaders condemned the invasion of Ukraine.",
            [],
        ),
        (
            "Readout of President Biden's Call with the European Union",
            "President Joe Biden and leaders of other states, as well as the European Union, condemned terrorism.",
            [],
        ),
    ],
)
def test_a_position_is_of_those_who_take_it(title: str, text: str, wanted: list[tuple[str, ...]]) -> None:
    assert holders(title, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("President Biden commended France's commitment to democracy.", [(("USA",), "FRA")]),
        ("President Biden thanked France for its aid to Mali, and its commitment to democracy.", []),
        ("President Biden commended France's support for Ukraine.", [(("FRA",), "UKR")]),
        ("President Biden thanked President Macron for France's support to Ukraine.", [(("FRA",), "UKR")]),
        ("President Biden thanked France for its commitment to a truce in Libya.", []),
    ],
)
def test_what_another_resolves_is_praised_by_whom_the_text_says(
    text: str, wanted: list[tuple[tuple[str, ...], str]]
) -> None:
    title = "Readout of President Biden's Meeting with President Emmanuel Macron of France"
    opening = "President Joe Biden met with President Emmanuel Macron of France. "
    reading = read_document(Document(source="test", text=opening + text, title=title, url=URL, published="2022-09-22"))
    found = [(fact.holder, fact.toward) for fact in reading.facts if isinstance(fact, StanceFact)]
    assert found == wanted
