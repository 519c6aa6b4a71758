from __future__ import annotations

import pytest

from communique.knowledge import load
from communique.knowledge.names import full_names, surnames

KNOWN = load()


def refs(text, kind):
    return {surface.ref for surface in KNOWN.meanings(text) if surface.type == kind}


@pytest.mark.parametrize(
    "written",
    ["Alexander Lukashenko", "Alyaksandr Lukashenka", "Lukashenko", "Lukashenka", "Aleksandr Lukashenko"],
)
def test_spellings_of_one_name_lead_to_one_person(written):
    assert refs(written, "person") == {"Alexander Lukashenko|BLR"}


def test_both_name_orders_are_found():
    assert "Fumio Kishida|JPN" in refs("Kishida Fumio", "person") & refs("Fumio Kishida", "person")


def test_rulers_are_found_by_title_and_name():
    assert refs("King Abdullah II", "person") == {"Abdullah II|JOR"}
    assert refs("Queen Elizabeth II", "person") == {"Elizabeth II|GBR"}


def test_a_bare_surname_is_weak_and_a_full_name_is_not():
    assert all(surface.weak for surface in KNOWN.meanings("Kishida") if surface.type == "person")
    assert not any(surface.weak for surface in KNOWN.meanings("Fumio Kishida"))


def test_surnames_keep_their_particles_and_the_family_name_stands_first_in_chinese():
    assert surnames("Alexander Van der Bellen", "AUT")[0] == "Van der Bellen"
    assert surnames("Xi Jinping", "CHN") == ("Xi",)
    assert "Orban" in surnames("Viktor Orbán", "HUN")


def test_a_name_is_found_without_its_diacritics():
    assert "Recep Tayyip Erdogan" in set(full_names("Recep Tayyip Erdoğan", "TUR"))


@pytest.mark.parametrize(
    ("text", "countries"),
    [("Korea", {"KOR", "PRK"}), ("Congo", {"COG", "COD"}), ("Georgia", {"GEO"}), ("Türkiye", {"TUR"})],
)
def test_a_shared_country_name_keeps_all_its_meanings(text, countries):
    assert refs(text, "country") == countries


def test_a_place_that_is_no_country_alone_has_its_other_meaning_too():
    assert refs("Georgia", "city") == {"Georgia|USA"}
    assert refs("Dominican", "demonym") == {"DMA", "DOM"}


def test_capitals_and_seats_of_government_speak_for_their_country():
    found = [KNOWN.metonym(name) for name in ("Beijing", "the Kremlin", "White House", "Brussels", "Osaka")]
    assert found == ["CHN", "RUS", "USA", "EU", None]


@pytest.mark.parametrize(
    ("office", "rank"),
    [
        ("Vice Minister of Foreign Affairs", 2),
        ("chief of protocol", 1),
        ("governor", 3),
        ("Politburo member", 4),
        ("deputy prime minister", 4),
        ("vice president", 5),
        ("Prime Minister", 5),
        ("king", 6),
        ("ambassador", 0),
        ("minister of fisheries", 3),
        ("first lady", None),
    ],
)
def test_the_rank_of_an_office_as_written(office, rank):
    assert KNOWN.rank_of(office) == rank


def test_a_web_address_is_traced_to_who_speaks_there():
    assert KNOWN.source_of("https://www.mfa.gov.cn/eng/x.html").country == "CHN"
    assert KNOWN.source_of("https://bidenwhitehouse.archives.gov/briefing-room/").country == "USA"
    assert KNOWN.source_of("https://example.org") is None


@pytest.mark.parametrize(
    ("phrase", "on", "name"),
    [
        ("the Chinese leader", "2023-12-04", "Xi Jinping"),
        ("Prime Minister Kishida", "2022-05-01", "Fumio Kishida"),
        ("President of the Republic of Korea", "2022-06-01", "Yoon Suk-yeol"),
        ("the German chancellor", "2021-10-01", "Angela Merkel"),
        ("Russian foreign minister", "2022-01-01", "Sergei Lavrov"),
        ("former President Obama", "2022-04-05", "Barack Obama"),
        ("King Charles", "2023-05-06", "Charles III"),
        ("the Secretary-General of NATO", "2022-06-01", "Jens Stoltenberg"),
        ("First Lady Jill Biden", "2022-01-01", "Jill Biden"),
    ],
)
def test_a_phrase_leads_to_a_person(phrase, on, name):
    answer = KNOWN.who(phrase, on)[0]
    assert answer.person == name
    assert answer.source
    assert answer.why
