"""Linking: what belongs together is joined, what contradicts stays apart, what may be either is asked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_tellings import TELLINGS, telling

from communique.visits.groups import Rulings
from communique.visits.link import Linked, link
from communique.visits.score import SAME, UNSURE, link_score
from communique.visits.telling import Telling


def sizes(linked: Linked) -> list[int]:
    return sorted(len(cluster) for cluster in linked.clusters)


def together(linked: Linked, one: Telling, two: Telling) -> bool:
    return any(one in cluster and two in cluster for cluster in linked.clusters)


def test_arrival_and_talks_are_one_visit() -> None:
    assert sizes(link([telling(start="2023-12-03"), telling(start="2023-12-04"), telling(start="2023-12-05")])) == [3]


def test_weeks_apart_are_two_visits() -> None:
    linked = link([telling(start="2023-12-03"), telling(start="2023-12-20")])
    assert sizes(linked) == [1, 1] and not linked.unsure


def test_some_days_apart_are_asked() -> None:
    linked = link([telling(start="2023-12-03"), telling(start="2023-12-07")])
    assert sizes(linked) == [1, 1]
    assert [score.verdict for score in linked.unsure] == ["unsure"]


def test_two_persons_on_the_same_days_are_two_visits() -> None:
    linked = link([telling(start="2023-12-03"), telling(start="2023-12-03", who="Sergei Aleinik")])
    assert sizes(linked) == [1, 1] and not linked.unsure


def test_spellings_of_a_name_are_one_person() -> None:
    names = ("Alexander Lukashenko", "Lukashenko", "Aleksandr Lukashenko", "Alyaksandr Lukashenka", "A. Lukashenko")
    assert sizes(link([telling(start="2023-12-03", who=name) for name in names])) == [5]


def test_chains_do_not_join_what_is_far_apart() -> None:
    linked = link([telling(start=f"2023-12-{day:02}") for day in (1, 3, 5, 7, 9, 11)])
    assert all(max(one.until for one in c) - min(one.first for one in c) <= 7 for c in linked.clusters)
    assert len(linked.clusters) > 1


def test_a_month_goes_to_the_only_visit_in_it() -> None:
    back = telling("later", start="2023-02", mention="background")
    first, second = telling(start="2023-02-28"), telling(start="2023-12-03")
    linked = link([back, first, second])
    assert together(linked, back, first) and sizes(linked) == [1, 2]


def test_a_month_with_two_visits_is_left_open_and_asked() -> None:
    back = telling("later", start="2023-02", mention="background")
    linked = link([back, telling(start="2023-02-03"), telling(start="2023-02-20")])
    assert linked.open == (back,) and sizes(linked) == [1, 1]
    assert len(linked.unsure) == 2


def test_the_kind_tells_which_visit_of_the_month() -> None:
    back = telling("later", start="2023-02", mention="background", visit_kind="state")
    state = telling(start="2023-02-20", visit_kind="state")
    linked = link([back, telling(start="2023-02-03", visit_kind="private"), state])
    assert together(linked, back, state) and not linked.unsure


def test_the_second_of_the_year_is_the_second() -> None:
    only_year = telling("essay", start="2023", count_in_year=2)
    first, second = telling(start="2023-02-28"), telling(start="2023-12-03")
    linked = link([only_year, first, second])
    assert together(linked, only_year, second)


def test_one_text_that_tells_of_two_does_not_tell_of_one() -> None:
    main = telling("essay", start="2023", visit_kind="working")
    back = telling("essay", start="2023-02", mention="background", visit_kind="state")
    february, december = telling("a", start="2023-02-28"), telling("b", start="2023-12-03")
    linked = link([main, back, february, december])
    assert together(linked, back, february) and together(linked, main, december)


def test_an_undated_report_goes_by_the_day_it_came_out() -> None:
    report = telling("late", published="2023-12-05")
    visit = telling(start="2023-12-03")
    assert together(link([report, visit]), report, visit)


def test_an_undated_plan_goes_to_the_visit_that_follows() -> None:
    plan = telling("plan", published="2023-11-20", status="planned")
    visit = telling(start="2023-12-03")
    assert together(link([plan, visit]), plan, visit)


def test_an_undated_mention_in_passing_makes_no_visit() -> None:
    assert link([telling(mention="background")]).clusters == ()
    assert sizes(link([telling(mention="main")])) == [1]


def test_cancelled_and_completed_are_not_joined_lightly() -> None:
    linked = link([telling(start="2023-12", status="cancelled"), telling(start="2023-12-03")])
    assert sizes(linked) == [1] and len(linked.open) == 1 and len(linked.unsure) == 1


def test_a_score_adds_up_its_reasons() -> None:
    score = link_score(telling(start="2023-12-03", place="Beijing"), telling("b", start="2023-12-03", place="Beijing"))
    assert score.points == sum(reason.points for reason in score.reasons) >= SAME
    assert score.verdict == "same" and {reason.code for reason in score.reasons} == {"dates", "guest", "place"}


@given(TELLINGS, st.randoms())
@settings(max_examples=150)
def test_order_changes_nothing(tellings: list[Telling], chance: object) -> None:
    shuffled = list(tellings)
    chance.shuffle(shuffled)
    assert link(shuffled) == link(tellings)


@given(TELLINGS)
@settings(max_examples=100)
def test_every_telling_has_one_place(tellings: list[Telling]) -> None:
    linked = link(tellings)
    placed = [one.fact for cluster in linked.clusters for one in cluster] + [one.fact for one in linked.open]
    assert sorted(placed) == sorted(one.fact for one in tellings)


@given(TELLINGS)
@settings(max_examples=100)
def test_a_text_that_comes_twice_joins_its_copy(tellings: list[Telling]) -> None:
    copies = [one._replace(fact=one.fact + "'", document=one.document + "'") for one in tellings]
    both = link([*tellings, *copies])
    for one, copy in zip(tellings, copies, strict=True):
        if any(one in cluster for cluster in both.clusters):
            assert together(both, one, copy)


@given(TELLINGS, st.data())
@settings(max_examples=100)
def test_an_editor_has_the_last_word(tellings: list[Telling], data: st.DataObject) -> None:
    if len(tellings) < 2:
        return
    one, two = data.draw(st.lists(st.sampled_from(tellings), min_size=2, max_size=2, unique_by=lambda t: t.fact))
    pair = (min(one.fact, two.fact), max(one.fact, two.fact))
    assert not together(link(tellings, Rulings(apart=frozenset([pair]))), one, two)
    joined = link(tellings, Rulings(same=frozenset([pair])))
    assert together(joined, one, two) or {one, two} <= set(joined.open)
    assert sum(map(len, joined.clusters)) + len(joined.open) == len(tellings)


def test_unsure_lies_below_same() -> None:
    assert 0 < UNSURE < SAME


def test_an_undated_visit_of_a_former_leader_is_not_of_the_days_of_its_text() -> None:
    now = telling(published="1989-06-26", office="president", mention="main")
    then = telling(published="1989-06-26", office="former president", mention="main")
    assert (now.grain, then.grain) == ("published", "none")
