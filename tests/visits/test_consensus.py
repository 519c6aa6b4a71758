"""Consensus: the value of most independent sources, its support, and the dissent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.visits.consensus import Ruled, Stated, decide
from communique.visits.model import SourceKind, Support


def said(value: str | int, by: str, kind: SourceKind = "press", independent: str | None = None) -> Stated:
    return Stated(value, Support(f"{by}:{value}", f"text of {by}", by, kind, independent or by))


def test_most_independent_sources_win() -> None:
    made = decide("kind", [said("state", "a"), said("working", "b"), said("working", "c")])
    assert (made.value, made.sources) == ("working", 2)
    assert [(claim.value, claim.sources) for claim in made.dissent] == [("state", 1)]
    assert made.is_contested


def test_reprints_count_once() -> None:
    copies = [said("working", name, independent="wire") for name in ("wire", "b", "c")]
    made = decide("kind", [*copies, said("state", "d"), said("state", "e")])
    assert (made.value, made.sources) == ("state", 2)
    assert made.dissent[0].sources == 1 and len(made.dissent[0].support) == 3


def test_between_equals_the_official_word_counts() -> None:
    made = decide("kind", [said("working", "a", "commentary"), said("state", "b", "official")])
    assert made.value == "state"


def test_a_month_does_not_deny_a_day_in_it() -> None:
    dates = [said("2023-12", "a"), said("2023-12", "b"), said("2023-12-03", "c"), said("2023-12-05~", "d")]
    made = decide("start", dates)
    assert (made.value, made.sources, made.dissent) == ("2023-12-03", 4, ())


def test_another_day_denies_it() -> None:
    made = decide("start", [said("2023-12-03", "a"), said("2023-12-03", "b"), said("2023-12-04", "c")])
    assert [claim.value for claim in made.dissent] == ["2023-12-04"]


def test_a_plan_does_not_deny_that_it_took_place() -> None:
    made = decide("status", [said("planned", "a"), said("planned", "b"), said("ongoing", "c"), said("completed", "d")])
    assert (made.value, made.dissent) == ("completed", ())


def test_cancelled_needs_more_than_took_place() -> None:
    assert decide("status", [said("planned", "a"), said("cancelled", "b")]).value == "cancelled"
    contested = decide("status", [said("completed", "a"), said("cancelled", "b")])
    assert (contested.value, [claim.value for claim in contested.dissent]) == ("completed", ["cancelled"])


def test_spellings_of_a_name_are_one_value_in_its_full_form() -> None:
    made = decide("guest", [said("Lukashenko", "a"), said("Lukashenko", "b"), said("Alexander Lukashenko", "c")])
    assert (made.value, made.sources, made.dissent) == ("Alexander Lukashenko", 3, ())


def test_who_names_two_venues_denies_neither() -> None:
    both = [said("Great Hall", "a"), said("Villa", "a"), said("Great Hall", "b")]
    assert decide("venue", both).dissent == ()
    assert decide("venue", [*both, said("Villa", "c")]).dissent != ()


def test_an_editor_decides() -> None:
    made = decide("kind", [said("state", "a"), said("working", "b")], Ruled("private", 7))
    assert (made.value, made.judgement, made.is_contested, len(made.dissent)) == ("private", 7, False, 2)
    assert decide("kind", [], Ruled("private", 7)).value == "private"
    assert decide("kind", []) is None


VALUES = {
    "kind": ["state", "working", "official"],
    "start": ["2023-12-03", "2023-12-04", "2023-12", "2023", "2023-12-03~", "soon"],
    "status": ["planned", "ongoing", "completed", "cancelled"],
    "guest": ["Xi Jinping", "Xi", "Li Qiang"],
    "days": [1, 2, 3],
}


@pytest.mark.parametrize("name", VALUES)
@given(data=st.data())
def test_order_changes_nothing_and_nobody_is_lost(name: str, data: st.DataObject) -> None:
    words = st.builds(
        said, st.sampled_from(VALUES[name]), st.sampled_from("abcdef"), st.sampled_from(["press", "official"])
    )
    stated = data.draw(st.lists(words, min_size=1, max_size=8))
    made = decide(name, stated)
    assert decide(name, data.draw(st.permutations(stated))) == made
    heard = set(made.support) | {one for claim in made.dissent for one in claim.support}
    if name not in {"status", "start"}:  # a plan denies nothing, nor does a second leg
        assert heard == {one.by for one in stated}
    assert made.sources >= 1 and made.value in VALUES[name]
