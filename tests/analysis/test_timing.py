"""A visit's place in time: gaps with their precision, number in the year, notice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_visits import visit

from communique.analysis import days_between, dyad_rhythm, leader_rhythm, timing

FEBRUARY = visit("2023-02-28", "2023-03-02", kind="state")
DECEMBER = visit("2023-12-03", "2023-12-04", kind="working", notice="unannounced", count_in_year=2)
XI = visit("2015-05-10", "2015-05-12", way="CHN-BLR", who="Xi Jinping")
DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: f"{day}~"),
    st.dates().map(lambda day: str(day)[:4]),
)


def test_the_december_visit_is_the_second_of_the_year_276_days_after_the_last() -> None:
    found = timing(DECEMBER, [FEBRUARY, DECEMBER, XI])
    assert found.number_in_year == found.stated_number == 2
    assert found.since_guest is not None and found.since_guest.is_exact
    assert (found.since_guest.visit, found.since_guest.least) == (FEBRUARY.id, 276)
    assert found.since_same_way == found.since_guest
    assert found.since_other_way is not None and found.since_other_way.visit == XI.id
    assert found.is_sudden is True


def test_a_month_keeps_its_vagueness() -> None:
    found = days_between(visit("2023-02"), DECEMBER)
    assert found is not None
    assert (found.least, found.most, found.precision) == (278, 305, "month")


def test_what_did_not_happen_and_who_is_another_do_not_count() -> None:
    cancelled = visit("2023-06-01", status="cancelled")
    planned = visit("2023-07-01", status="planned")
    minister = visit("2023-08-01", who="Sergei Aleinik", office="foreign minister")
    found = timing(DECEMBER, [cancelled, planned, minister, FEBRUARY])
    assert found.number_in_year == 2
    assert found.since_guest is not None and found.since_guest.visit == FEBRUARY.id
    assert found.since_same_way is not None and found.since_same_way.visit == minister.id


def test_without_a_date_there_is_no_gap_and_no_number() -> None:
    found = timing(visit(None), [FEBRUARY])
    assert (found.since_guest, found.number_in_year) == (None, None)
    assert timing(FEBRUARY, [visit(None)]).since_guest is None


@pytest.mark.parametrize(("within", "is_sudden"), [(3, False), (4, True)])
def test_sudden_is_what_the_user_calls_sudden(within: int, is_sudden: bool) -> None:
    announced = visit("2023-02-28", announced_on="2023-02-25", lead_days=3)
    assert timing(announced, [], sudden_within=within).is_sudden is is_sudden


@given(DATES, DATES)
def test_a_gap_is_as_long_both_ways(one: str, other: str) -> None:
    there, back = days_between(visit(one), visit(other)), days_between(visit(other), visit(one))
    assert there is not None and back is not None
    assert (there.least, there.most) == (back.least, back.most)
    assert 0 <= there.least <= there.most


def test_a_visit_touching_another_has_no_days_between() -> None:
    found = days_between(FEBRUARY, visit("2023-03-02", way="CHN-BLR"))
    assert found is not None and found.most == 0


def test_the_rhythm_of_a_dyad_shows_empty_years_too() -> None:
    found = dyad_rhythm([XI, visit("2018"), FEBRUARY, DECEMBER, visit(None)], "BLR", "CHN")
    assert [(year.year, year.visits) for year in found.years][-2:] == [(2022, 0), (2023, 2)]
    assert found.years[0].by_way == (("CHN-BLR", 1),)
    assert found.undated == 1
    assert found.longest == (visit("2018").id, FEBRUARY.id)
    assert found.median_gap == 965  # 2018 begins 965 days after 12 May 2015


def test_the_rhythm_of_a_leader_goes_by_host() -> None:
    found = leader_rhythm([FEBRUARY, visit("2023-04-05", way="BLR-RUS"), XI], "Aleksandr Lukashenko")
    assert found.years[0].by_way == (("CHN", 1), ("RUS", 1))


def test_no_visits_have_no_rhythm() -> None:
    found = dyad_rhythm([], "BLR", "CHN")
    assert (found.visits, found.years, found.median_gap, found.longest) == (0, (), None, None)
