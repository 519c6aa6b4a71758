"""Women by their first names, whoever is his land's minister, where a text was written, and words within words."""

from __future__ import annotations

import pytest

import communique
from communique.mentions.dateline import dateline, written_from
from communique.mentions.scan import scan
from communique.records import VisitFact


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        ("Prime Minister Sanae Takaichi spoke on Friday. She flew to Beijing on Sunday.", "Sanae Takaichi"),
        ("Anatoly Brodt, the Latvian foreign minister, spoke. He flew to Beijing on Sunday.", "Anatoly Brodt"),
        ("Jana Brodtkorb is Germany's economy minister. She flew to Beijing on Sunday.", "Jana Brodtkorb"),
        ("Milos Vystrcil, 60, is speaker of the Czech Senate. He flew to Beijing on Sunday.", "Milos Vystrcil"),
    ],
)
def test_he_and_she(text: str, guest: str) -> None:
    found = communique.read(text, published="2026-01-30").facts
    assert [fact.guest and fact.guest.name for fact in found if isinstance(fact, VisitFact)] == [guest]


def test_a_phrase_that_begins_within_one_that_is_none() -> None:
    words = {trigger for atom in scan("His plane touched down at Haneda.").triggers for trigger in atom.entry.triggers}
    assert "touch down" in words


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Letter from Tokyo: Mr Teng rides the fast train\n\nHe is", "JPN"),
        ("From Our Special Correspondent, Warsaw, Monday night\n\nTwenty", "POL"),
        ("A deal\nBy Ada Penn in Nairobi\nThe president", "KEN"),
        ("Macron Arrives in Beijing\nThe president", None),
        ("Report from Iran: nothing", None),
    ],
)
def test_where_somebody_says_that_he_writes(text: str, land: str | None) -> None:
    assert written_from(text) == land


def test_a_dateline_that_names_its_country() -> None:
    assert dateline("LINKOPING, Sweden, 22 October 2025 - Ukraine could buy", 0) == ("SWE", 29)
