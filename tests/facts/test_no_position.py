"""What takes no position is no stance, and a position has the side and the issue that its words mean."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, StanceFact

OPENING = "President Joe Biden received Prime Minister Fumio Kishida in Washington on 13 January 2023.\n"


def stances(text: str) -> list[tuple[str, str]]:
    reading = read_document(Document(source="test", text=OPENING + text, published="2023-01-14"))
    return [(fact.polarity, fact.issue) for fact in reading.facts if isinstance(fact, StanceFact)]


@pytest.mark.parametrize(
    "text",
    [
        "Recognizing the movement of migrants in the region, they agreed to train more clerks.",
        "The leaders will discuss an agenda to end hunger, strengthen democracy, and open clinics.",
        "Japan wants Washington to notice it.",
        "Reports say Tokyo urged President Biden not to visit Taiwan after North Korea's missile tests.",
        "Both would have been wary of provoking Beijing over Taiwan.",
        "They regret that they will be unable to host the dinner on human rights.",
        "The two leaders agreed to work together on debt, advancing the recovery and addressing climate change.",
        "The two leaders committed to establishing a fund for cleaner kilns and the climate.",
        "President Biden praised the prime minister's leadership and his condemnation of the war on Ukraine.",
        "The two leaders shared concerns about the spread of COVID-19 in North Korea.",
        "The two leaders underscored the importance of their partnership on trade, health and climate change.",
        "They agreed on the need for close coordination on fisheries, climate change, and the Arctic.",
        "They committed to maintaining their work together on matters from fish to climate change.",
        "The two leaders resolved to strengthen the alliance against threats to the free and open Indo-Pacific.",
        "President Biden acknowledged Japan's concerns about access to the port of Naha.",
        "President Biden recognised the leading role of Japan in climate action.",
        "President Biden voiced concern over the governor's physical safety.",
        "They asked that the fund report back to the ministers by June.",
        "President Biden expressed the hope that the holy month will pass peacefully.",
        "The leaders recognised the bravery of the Ukrainian people.",
        "President Biden looks forward to a visit given the role of Japan in advancing a free and open Indo-Pacific.",
        "They discussed Japan's efforts to map the seabed and defend human rights.",
        "They discussed the need to develop international rules and norms for the use of outer space.",
        "The United States will support the new climate research centre in Nagoya.",
        "The two leaders agreed to cooperate on farming, strengthening climate resilience and training nurses.",
        "President Biden announced an additional $20 million in support for refugees in Sudan.",
        "Kishida stressed that the alliance is the cornerstone of peace in the Indo-Pacific.",
        "They voiced concern over the drought in Somalia.",
        "Kishida said that Japan and the United States should work for peace in the world.",
        "President Biden highlighted the recent launch of a fund for climate action.",
        "The two leaders committed to addressing the wider effects of Russia's war on grain prices.",
    ],
)
def test_what_takes_no_position_is_no_stance(text: str) -> None:
    assert stances(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Recognizing the importance of democracy, they agreed to meet again.", [("support", "democracy")]),
        (
            "The two leaders condemned the Russian siege of cities in Ukraine.",
            [("oppose", "russia_aggression")],
        ),
        ("Japan wants American troops to leave Okinawa.", [("support", "other")]),
        ("Russia violated the rules of peace in Ukraine, they agreed.", [("oppose", "russia_aggression")]),
        ("They committed to upholding democratic values.", [("support", "democracy")]),
        ("Kishida said that the blockade of Cuba must end.", [("oppose", "sanctions")]),
        ("Kishida opposes the lifting of sanctions on Russia.", [("support", "sanctions")]),
        ("Both leaders called on Monday for an end to the embargo on Cuba.", [("oppose", "sanctions")]),
        ("They reaffirmed their rejection of unilateral measures on the Nile River.", [("oppose", "other")]),
        ("Kishida said that North Korea's missiles pose a grave threat to peace.", [("oppose", "korean_peninsula")]),
        ("Kishida argued that the embargo is a flagrant violation of human rights.", [("oppose", "sanctions")]),
        ("Kishida said Japan would never allow anyone to meddle in Hong Kong.", [("oppose", "hong_kong")]),
        (
            "They condemned the brutal shelling of Kharkiv by Russian forces in Ukraine.",
            [("oppose", "russia_aggression")],
        ),
        ("Both voiced their opposition to the use of nuclear weapons in Ukraine.", [("oppose", "nonproliferation")]),
        ("They condemned the acts of terror in Jerusalem.", [("oppose", "terrorism")]),
        ("Japan supports a sovereign and independent Iraq.", [("support", "sovereignty")]),
        (
            "They stressed the importance of upholding international rules and norms.",
            [("support", "rules_based_order")],
        ),
        (
            "They will impose costs on any state that gives support to Russia's annexation of Crimea.",
            [("oppose", "russia_aggression")],
        ),
        (
            "They condemned the invasion of Ukraine, which clearly violates the law of nations.",
            [("oppose", "russia_aggression")],
        ),
        (
            "They called for an end to the fighting in Mali, and for the restoration of democracy.",
            [("support", "other"), ("support", "democracy")],
        ),
        ("They committed to cooperation in promoting human rights.", [("support", "human_rights")]),
        ("They oppose any attempt to circumvent sanctions.", [("support", "sanctions")]),
    ],
)
def test_a_position_has_the_side_and_issue_that_it_means(text: str, wanted: list[tuple[str, str]]) -> None:
    assert stances(text) == wanted


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ('North Korea declared its "full support" for Russia\'s invasion of Ukraine.', "support"),
        ("North Korea has endorsed the Russian invasion of Ukraine.", "support"),
        ("President Biden condemned Russia's invasion of Ukraine.", "oppose"),
    ],
)
def test_who_backs_the_invasion_is_not_against_it(text: str, polarity: str) -> None:
    assert (polarity, "russia_aggression") in stances(text)
