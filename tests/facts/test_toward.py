"""Whom a position is directed to: who is asked or told, whose deed or right it is; and nobody else who is named."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, StanceFact

OPENING = "President Joe Biden received Prime Minister Fumio Kishida in Washington on 13 January 2023.\n"


def toward(text: str) -> list[tuple[str, str | None]]:
    reading = read_document(Document(source="test", text=OPENING + text, published="2023-01-14"))
    return [(fact.issue, fact.toward) for fact in reading.facts if isinstance(fact, StanceFact)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They condemned Russia's aggression against Ukraine.", [("russia_aggression", "RUS")]),
        ("They deplored in the strongest terms Russia's invasion of Ukraine.", [("russia_aggression", "RUS")]),
        ("They voiced support for the people of Ukraine.", [("ukraine", "UKR")]),
        ("They called for a peaceful settlement of the war in Ukraine.", [("ukraine", None)]),
        ("They urged North Korea to return to talks on its nuclear programme.", [("korean_peninsula", "PRK")]),
        ("They support the sovereignty and territorial integrity of Moldova.", [("sovereignty", "MDA")]),
        ("They support the sovereignty of all States.", [("sovereignty", None)]),
        ("They voiced grave concern over the fighting in Sudan.", [("other", "SDN")]),
        ("Japan supports the accession of Moldova to the European Union.", [("other", "MDA")]),
        ("Biden told Kishida that the sanctions had to be upheld.", [("sanctions", "JPN")]),
        ("They called for the lifting of the sanctions on Syria.", [("sanctions", "SYR")]),
        ("They called for the implementation of ASEAN's Five-Point Consensus.", [("other", "MMR")]),
        ("They condemned Israel's strikes on Gaza.", [("palestine", "ISR")]),
        ("They support the two-state solution between Israel and the Palestinians.", [("palestine", None)]),
        ("They called for a reform of the United Nations Security Council.", [("un_reform", None)]),
        ("They condemned the invasion of Ukraine.", [("russia_aggression", "RUS")]),
        ("Both voiced grave concern over the war in Ukraine.", [("ukraine", None)]),
        ("They voiced concern over the launch of ballistic missiles by North Korea.", [("korean_peninsula", "PRK")]),
        ("Biden told Kishida that Iran must never obtain a nuclear weapon.", [("iran_nuclear", "IRN")]),
        ("They called for the delivery of aid to the people of Afghanistan.", [("other", "AFG")]),
        ("They stressed that there can be no military solution in Sudan.", [("other", "SDN")]),
        (
            "They assured him of their support for Ukraine's defence of its soil and its fight for a peaceful future.",
            [("ukraine", "UKR")],
        ),
        ("Kishida said that the United States should respect the one-China policy.", [("one_china", "USA")]),
        ("Kishida said that the American embargo on Cuba should be ended.", [("sanctions", "USA")]),
    ],
)
def test_a_position_is_directed_to_whom_its_words_address(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert toward(text) == wanted
