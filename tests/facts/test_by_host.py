"""Courtesies for which nobody stands: the host's, where their sentence speaks of him or of both leaders."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import ProtocolFact

CAME = "President Emmanuel Macron arrived in Rabat on Monday for a state visit at the invitation of King Mohammed VI. "


def officials(words: str, signal: str) -> list[tuple[str | None, int | None]]:
    """Who did it and his rank, of each courtesy of that kind."""
    facts = read(CAME + words, published="2024-10-29").facts
    found = [fact for fact in facts if isinstance(fact, ProtocolFact) and fact.signal == signal]
    return [(fact.official.name if fact.official else None, fact.rank) for fact in found]


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("The two leaders had dinner on the terrace.", "dinner"),
        ("The King, Mohammed VI, and his guest sat down to a state banquet.", "banquet"),
    ],
)
def test_the_host_pays_what_he_is_named_with(words: str, signal: str) -> None:
    assert officials(words, signal) == [("Mohammed VI", 6)]


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("A state banquet was held in the evening.", "banquet"),
        ("Prime Minister Aziz Akhannouch and King Mohammed VI were at the state banquet.", "banquet"),
        ("The two leaders stood for the anthems of both countries.", "anthems"),
        ("The two leaders talked one-on-one for an hour.", "restricted_talks"),
        ("Later the two heads of state witnessed the signing of 22 agreements.", "signing_ceremony"),
    ],
)
def test_nobody_pays_what_another_may_have_paid(words: str, signal: str) -> None:
    assert [name for name, _ in officials(words, signal) if name == "Mohammed VI"] == []
