from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import load
from communique.knowledge.days import bounds, in_office

KNOWN = load()


def names(holders):
    return [holder.name for holder in holders]


@pytest.mark.parametrize(
    ("country", "on", "name"),
    [
        ("CHN", "2023-12-04", "Xi Jinping"),
        ("GBR", "2022-08", "Boris Johnson"),
        ("JPN", "2022-05-01", "Fumio Kishida"),
        ("IRN", "2023-02-14", "Ebrahim Raisi"),
        ("JOR", "2021-07-19", "Abdullah II"),
        ("QAT", "2022-01-31", "Tamim bin Hamad Al Thani"),
        ("IRL", "2022-03-17", "Micheál Martin"),
        ("PSE", "2022-07-15", "Mahmoud Abbas"),
        ("SAU", "2023-01-15", "Mohammed bin Salman"),
        ("SDN", "2022-06-01", "Abdel Fattah al-Burhan"),
        ("VEN", "2022-06-01", "Nicolás Maduro"),
        ("VAT", "2021-10-29", "Pope Francis"),
    ],
)
def test_the_leader_of_a_country_is_who_leads_on_that_day(country, on, name):
    assert KNOWN.leader(country, on).name == name


def test_a_hand_over_day_has_two_holders():
    assert names(KNOWN.holders("GBR", "head_of_government", "2022-09-06")) == ["Boris Johnson", "Liz Truss"]


def test_a_month_or_year_has_all_who_held_the_office_in_it():
    assert names(KNOWN.holders("GBR", "prime_minister", "2022")) == ["Boris Johnson", "Liz Truss", "Rishi Sunak"]
    assert names(KNOWN.holders("GBR", "prime_minister", "2022-08")) == ["Boris Johnson"]


def test_an_election_day_is_no_first_day_in_office():
    assert names(KNOWN.holders("CYP", "president", "2023-02-20")) == ["Nikos Anastasiades"]


@pytest.mark.parametrize("on", ["2021-06-01", "2022-06-01", "2023-06-01"])
def test_every_member_of_the_united_nations_has_a_leader(on):
    members = [country.iso3 for country in KNOWN.tables.countries if country.status == "UN member"]
    assert len(members) == 193
    assert [iso3 for iso3 in members if KNOWN.leader(iso3, on) is None] == []


def test_who_is_in_office_comes_before_who_was():
    assert KNOWN.persons_named("Biden", "2016-01-01")[0].office == "vice_president"
    assert KNOWN.persons_named("Biden", "2022-01-01")[0].office == "president"


def test_a_former_president_is_still_known_by_name():
    assert KNOWN.persons_named("Obama", "2022-04-05")[0].name == "Barack Obama"


DAYS = st.dates().map(str)


@given(DAYS, DAYS, DAYS)
def test_a_term_covers_a_day_if_and_only_if_it_lies_between_its_ends(start, last, day):
    assert in_office(start, last, *bounds(day)) == (start <= day <= last)


@given(DAYS, DAYS, DAYS)
def test_a_month_is_covered_wherever_one_of_its_days_is(start, last, day):
    if in_office(start, last, *bounds(day)):
        assert in_office(start, last, *bounds(day[:7]))
        assert in_office(start, last, *bounds(day[:4]))
