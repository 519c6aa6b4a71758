from __future__ import annotations

import pytest

from communique.codebook.fields import load_fields

FIELDS = [
    "politics",
    "trade",
    "investment",
    "finance",
    "industry",
    "agriculture",
    "science_technology",
    "digital",
    "energy",
    "nuclear",
    "transport",
    "defence",
    "law_enforcement",
    "cyber",
    "education",
    "culture",
    "media_film",
    "tourism",
    "health",
    "labour_social",
    "sport",
    "youth",
    "local",
    "environment",
    "disaster_aid",
    "space",
    "consular_migration",
    "border",
    "peace_security",
    "multilateral",
    "human_rights",
]


def test_every_field_of_the_contract_and_no_other() -> None:
    assert list(load_fields().codes) == FIELDS


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "expand cooperation in the fields of education, culture, tourism and sports",
            {"education", "culture", "tourism", "sport"},
        ),
        ("buy fifty aircraft for the national airline", {"trade", "industry", "transport"}),
        ("use local currencies in trade", {"finance", "trade"}),
        ("work together on small modular reactors", {"nuclear", "energy"}),
        ("fight the gangs that smuggle people", {"law_enforcement", "consular_migration"}),
        ("deepen relations", {"politics"}),
        ("lay a subsea cable and open the airspace", {"digital", "transport"}),
        ("put up housing for nurses and mend the churches", {"labour_social", "culture"}),
        ("meet on matters of common interest", {"politics"}),
        ("paint the fence", set()),
    ],
)
def test_words_show_their_fields(words: str, wanted: set[str]) -> None:
    assert wanted <= set(load_fields().find(words))
    assert wanted or not load_fields().find(words)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("improve the business environment", "environment"),
        ("help those who fled", "health"),
        ("hold consultations on the matter", "consular_migration"),
        ("make the park a satellite city", "space"),
        ("seek a political settlement", "politics"),
        ("send humanitarian goods", "culture"),
        ("ensure food security", "peace_security"),
        ("stress the importance of the matter", "trade"),
        ("on the basis of autonomy and rule of law", "human_rights"),
        ("thank the host for the warm hospitality", "health"),
        ("thank the host for the warm hospitality", "tourism"),
        ("wish for a healthy relationship", "health"),
    ],
)
def test_near_misses_show_nothing(words: str, field: str) -> None:
    assert field not in load_fields().find(words)


def test_weak_words_count_only_alone() -> None:
    assert load_fields().find("deepen cooperation") == ("politics",)
    assert "politics" not in load_fields().find("deepen cooperation in energy")


def test_codes_of_other_systems_look_as_theirs() -> None:
    for row in load_fields().rows:
        assert all(code[0].isdigit() and code[1:].isupper() for code in row.wti), row.code
        assert all(code.isdigit() and len(code) in (3, 5) for code in row.dac), row.code
        assert all(context.islower() for context in row.plover), row.code
