"""Receptions as they are told: what is another courtesy, somebody else's, or none."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import ProtocolFact

STATE = "President William Ruto of Kenya arrived in The Hague on Monday for a state visit to the Netherlands. "


def told(words: str, signal: str, published: str = "2025-03-20") -> list[ProtocolFact]:
    facts = read(words, published=published).facts
    return [f for f in facts if isinstance(f, ProtocolFact) and f.signal == signal]


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Ruto went for a walk in the old town on Sunday.", "tea_or_walk"),
        ("The two leaders walked side by side on a red carpet.", "tea_or_walk"),
        ("King Willem-Alexander and his wife hosted a lunch.", "spouse_programme"),
        ("He travelled to Rotterdam with a delegation of forty.", "expanded_talks"),
        ("He received bouquets from pupils gathered at the airport.", "airport_greeting"),
        ("When arriving at the plaza in front of the palace he was greeted by the King.", "airport_greeting"),
        ("One is reminded of the days when Queen Juliana met President Kenyatta at the airport.", "airport_greeting"),
        ("They met before they were greeted by the King at the Royal Pavilion.", "talks_venue"),
        ("The Prime Minister received him at the VVIP terminal of Schiphol Airport.", "talks_venue"),
        ("He was accorded a state reception with a band.", "banquet"),
        ("This is a key aim for the president.", "order_or_medal"),
        ("From here he will travel to Europe.", "second_city"),
        ("From the airport the President headed to Kurhaus Grand Hotel.", "second_city"),
        ("Five girls offered him wreaths at the lounge.", "wreath"),
        ("He brought the delegation accompanying him on board.", "tour_with_host"),
    ],
)
def test_no_such_courtesy(words: str, signal: str) -> None:
    assert told(STATE + words, signal) == []


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("The two leaders went for a walk in the garden.", "tea_or_walk"),
        ("Talks in private were followed by a meeting with the delegations.", "expanded_talks"),
        ("In the evening a state reception was given for him.", "banquet"),
        ("He and Prime Minister Dick Schoof toured the harbour.", "tour_with_host"),
        ("King Willem-Alexander himself gave the Rutos a tour of the palace.", "tour_with_host"),
        ("His aircraft was met with an escort of military jets.", "flypast"),
        ("The King was at the forefront of those who received him at Schiphol Airport.", "airport_greeting"),
        ("The two leaders faced the cameras together.", "joint_press"),
        ("Six papers were signed in the leaders' presence.", "signing_ceremony"),
        ("Several thousand people packed the square.", "crowds"),
        ("At Schiphol Airport officials greeted President Ruto.", "airport_greeting"),
        ("He drove to the hotel where he will be staying.", "residence"),
    ],
)
def test_a_courtesy_in_other_words(words: str, signal: str) -> None:
    assert [fact.reported for fact in told(STATE + words, signal)] == ["yes"]


def test_the_dinner_is_the_banquet_told_before() -> None:
    words = STATE + "The King gave a state dinner. The dinner was attended by ministers."
    assert told(words, "dinner") == []
    assert len(told(words, "banquet")) == 1


def test_a_welcome_behind_the_landing_is_one_at_the_airport() -> None:
    words = STATE + "His plane touched down at Vliet Airport. The president was received by King Willem-Alexander."
    [greeting] = told(words, "airport_greeting")
    assert (greeting.rank, greeting.venue) == (6, "Vliet Airport")


def test_a_stop_in_a_town_that_no_table_lists_is_named() -> None:
    words = STATE + "On Thursday he travels to Giethoorn, where he opens a school."
    assert [fact.venue for fact in told(words, "second_city")] == ["Giethoorn"]


def test_a_house_of_the_capital_tells_that_a_town_is_a_second_one() -> None:
    words = "President William Ruto of Kenya is in the United States for a state visit. "
    words += "He met President Joe Biden at the White House. President Ruto began his trip in Atlanta."
    assert [fact.venue for fact in told(words, "second_city", "2024-05-23")] == ["Atlanta"]
