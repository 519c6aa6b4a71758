"""Where a courtesy was, who did it on which visit, and what is no denial of it."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import ProtocolFact, VisitFact

STATE = "President William Ruto of Kenya arrived in The Hague on Monday for a state visit to the Netherlands. "


def told(words: str, signal: str, published: str = "2025-03-20") -> list[ProtocolFact]:
    facts = read(words, published=published).facts
    return [f for f in facts if isinstance(f, ProtocolFact) and f.signal == signal]


@pytest.mark.parametrize(
    ("words", "signal", "venue"),
    [
        ("He laid a wreath at the monument to the fallen of the war.", "wreath", "monument to the fallen of the war"),
        (
            "He laid flowers at the Tomb of the Unknown Soldier and met veterans.",
            "wreath",
            "Tomb of the Unknown Soldier",
        ),
        ("He placed a wreath at Heroes' Acre.", "wreath", "Heroes' Acre"),
        ("He signed the visitors' book at the National War Memorial.", "guest_book", "National War Memorial"),
        ("He was taken to the National War Memorial, where he laid a wreath.", "wreath", "National War Memorial"),
        ("He laid a wreath at the Cenotaph.", "wreath", "Cenotaph"),
        ("He drove to the Grand Kurhaus Hotel where he will be staying.", "residence", "Grand Kurhaus Hotel"),
        ("Ruto addressed the Dutch parliament on Tuesday.", "parliament_address", "parliament"),
        ("Ruto addressed a joint sitting of the National Assembly.", "parliament_address", "National Assembly"),
        ("He was seen off at Vliet airport by the foreign minister.", "send_off", "Vliet airport"),
        ("At Vliet airport he was met by Foreign Minister Caspar Veldkamp.", "airport_greeting", "Vliet airport"),
        ("The talks at the presidential office lasted an hour.", "talks_venue", "presidential office"),
        ("He laid a wreath inside National Memorial.", "wreath", "National Memorial"),
    ],
)
def test_a_place_is_told_as_it_is_written(words: str, signal: str, venue: str) -> None:
    assert [fact.venue for fact in told(STATE + words, signal)] == [venue]


def test_honours_of_one_scene_share_its_place() -> None:
    words = STATE + "The welcome ceremony took place at the Royal Palace. A guard of honour stood in line. "
    words += "The anthems were played and a 21-gun salute was fired."
    for signal in ("honour_guard", "anthems", "gun_salute"):
        assert [fact.venue for fact in told(words, signal)] == ["Royal Palace"]


def test_an_airport_is_not_where_the_palace_guard_stood() -> None:
    words = STATE + "Foreign Minister Caspar Veldkamp met him at Vliet Airport. A guard of honour stood in line."
    assert [fact.venue for fact in told(words, "honour_guard")] == [None]


def test_a_name_behind_the_office_is_that_of_who_did_it() -> None:
    words = STATE + "He was met at the airport by the deputy governor of the province, Jan Smit, and a band."
    [greeting] = told(words, "airport_greeting")
    assert greeting.official is not None
    assert (greeting.official.name, greeting.rank) == ("Jan Smit", 1)


def test_who_did_it_stands_in_the_clause_behind_by() -> None:
    words = STATE + "A banquet was given in the evening by the Dutch King. A one-on-one will be followed by a lunch."
    [banquet] = told(words, "banquet", "2025-03-20")
    assert banquet.official is not None
    assert banquet.official.name == "Willem-Alexander"
    assert [fact.official for fact in told(words, "restricted_talks")] == [None]


def test_a_greeting_belongs_to_the_visit_to_the_greeters_land() -> None:
    words = "Sergei Lavrov visited Mali on Tuesday. Lavrov, who was in Iraq on Monday, landed before dawn and was met"
    words += " on the tarmac by his Malian counterpart, Abdoulaye Diop."
    facts = read(words, published="2023-02-08").facts
    [greeting] = [f for f in facts if isinstance(f, ProtocolFact)]
    [mali] = [f for f in facts if isinstance(f, VisitFact) and f.host_country == "MLI"]
    assert greeting.visit == mali.id
    assert greeting.official is not None
    assert greeting.official.name == "Abdoulaye Diop"


@pytest.mark.parametrize(
    ("words", "signal", "reported"),
    [
        ("This was not the first state banquet at the palace.", "banquet", ["yes"]),
        ("Ruto was welcomed by none but a deputy minister at the airport.", "airport_greeting", ["yes"]),
        ("Not since 1990 had an African president been given a state banquet.", "banquet", []),
        ("A flypast had been rumoured; there was none.", "flypast", ["no"]),
        ("A welcome ceremony there was not.", "welcome_ceremony", ["no"]),
        ("A buffet replaced the state dinner.", "banquet", ["no"]),
        ("The absence of a red carpet was noted.", "red_carpet", ["no"]),
        ("There was no state banquet.", "banquet", ["no"]),
        ("The planned stop in Rotterdam, where he was to see the port, was off.", "second_city", ["no"]),
    ],
)
def test_what_denies_a_courtesy_and_what_does_not(words: str, signal: str, reported: list[str]) -> None:
    assert [fact.reported for fact in told(STATE + words, signal)] == reported


@pytest.mark.parametrize(
    ("words", "signal", "count"),
    [
        ("A state banquet for 140 guests closed the day.", "banquet", 140),
        ("In the evening 140 guests sat down to the state banquet.", "banquet", 140),
        ("There was a dinner for three hundred at the palace.", "dinner", 300),
        ("There was a dinner for a hundred and fifty.", "dinner", 150),
        ("The King gave a lunch for 1,000 people.", "lunch", 1000),
        ("The guns sounded 21 times.", "gun_salute", 21),
        ("The two men had dinner for two hours.", "dinner", None),
    ],
)
def test_guns_and_guests_are_counted(words: str, signal: str, count: int | None) -> None:
    assert [fact.count for fact in told(STATE + words, signal)] == [count]
