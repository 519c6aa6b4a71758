"""What changed between two visits: acts, positions, labels and protocol, by ladders and wording."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_visits import commitment, protocol, relationship, stance, visit

from communique.analysis import acts, change, labels, positions
from communique.analysis.acts import SAME_ACT, gist, likeness
from communique.analysis.change import align

PAIRS = tomllib.loads((Path(__file__).parent / "act_pairs.toml").read_text(encoding="utf-8"))
EARLIER = visit("2023-02-28", "2023-03-02", kind="state", signals={"banquet": "yes", "honour_guard": "yes"})
LATER = visit("2023-12-03", kind="working", signals={"banquet": "no", "red_carpet": "yes"})


@pytest.mark.parametrize("pair", PAIRS["same"], ids=lambda pair: pair[0][:40])
def test_one_promise_in_two_wordings_is_one(pair: list[str]) -> None:
    assert likeness(*pair) >= SAME_ACT


@pytest.mark.parametrize("pair", PAIRS["other"], ids=lambda pair: pair[0][:40])
def test_two_promises_in_like_wordings_are_two(pair: list[str]) -> None:
    assert likeness(*pair) < SAME_ACT


def test_the_threshold_is_not_on_edge() -> None:
    same = min(likeness(*pair) for pair in PAIRS["same"])
    other = max(likeness(*pair) for pair in PAIRS["other"])
    assert other < 71 and same > 77


@given(st.text(), st.text())
def test_likeness_is_as_great_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 100.0001
    if gist(one):
        assert likeness(one, one) == pytest.approx(100)


def test_a_promise_that_three_texts_repeat_is_one_with_its_strongest_wording() -> None:
    found = acts(
        [
            commitment("expand imports of farm products", 3),
            commitment("continue to expand imports of farm products", 5, ("trade", "agriculture")),
            commitment("expand imports of farm products", 4, parties=(), id="x"),
            commitment("build a railway", 4, ("transport",)),
        ]
    )
    assert [(act.strength, len(act.facts)) for act in found] == [(5, 3), (4, 1)]
    assert found[0].fields == ("agriculture", "trade")
    assert found[0].parties == ("BLR", "CHN")


def test_the_same_words_by_other_parties_are_another_promise() -> None:
    words = "expand imports of farm products"
    assert len(acts([commitment(words, parties=("CHN",)), commitment(words, parties=("BLR",), id="y")])) == 2


def test_acts_are_new_stronger_weaker_repeated_or_not_mentioned() -> None:
    before = [
        commitment("expand imports of farm products", 3),
        commitment("build a railway to Minsk", 5, ("transport",)),
        commitment("open a cultural centre", 4, ("culture",)),
        commitment("exchange students", 4, ("education",)),
    ]
    after = [
        commitment("expand imports of farm products", 5, id="a"),
        commitment("build the railway to Minsk", 3, ("transport",)),
        commitment("open a cultural centre", 4, ("culture",), id="b"),
        commitment("launch a satellite", 4, ("space",)),
    ]
    moves = {one.move: one for one in align(acts(before), acts(after))}
    assert set(moves) == {"stronger", "weaker", "repeated", "new", "not_mentioned"}
    assert moves["new"].later is not None and moves["new"].later.action == "launch a satellite"
    assert moves["not_mentioned"].earlier is not None and moves["not_mentioned"].earlier.action == "exchange students"


ACTS = st.lists(
    st.builds(commitment, st.text(min_size=1, max_size=30), st.integers(1, 6), st.sampled_from([("trade",), ()])),
    max_size=6,
)


@given(ACTS, ACTS)
def test_every_act_is_in_the_change_once(one: list, other: list) -> None:
    before, after = acts(one), acts(other)
    found = align(before, after)
    assert sorted(id(act.earlier) for act in found if act.earlier) == sorted(map(id, before))
    assert sorted(id(act.later) for act in found if act.later) == sorted(map(id, after))


@pytest.mark.parametrize(
    ("formula", "rung"),
    [
        ("acknowledges that Chinese on both sides maintain one China and does not challenge that position", 1),
        ("follows its one-China policy", 2),
        ("agreed to honor our “one China” policy", 3),
        ("reaffirmed its adherence to the one-China principle", 4),
        ("Taiwan is an inalienable part of China's territory", 5),
        ("opposes any form of Taiwan independence", 6),
        ("support for all efforts made by the Chinese side to achieve national reunification", 7),
        ("exchanged views on Taiwan", None),
    ],
)
def test_a_formula_stands_on_its_rung(formula: str, rung: int | None) -> None:
    assert positions([stance(formula)])[0].rung == rung


def test_the_rung_that_the_reader_gave_counts_before_the_words() -> None:
    fact = msgspec.structs.replace(stance("follows its one-China policy"), rung=6)
    assert positions([fact])[0].rung == 6


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (stance("follows its one-China policy"), stance("adheres to the one-China principle"), "further"),
        (stance("adheres to the one-China principle"), stance("follows its one-China policy"), "back"),
        (stance("adheres to the one-China principle"), stance("the one-China principle"), "same"),
        (stance("the one-China principle"), stance("the one-China principle", "oppose"), "reversed"),
        (stance("peace", issue="ukraine"), stance("peace now", issue="ukraine"), "same"),
    ],
)
def test_a_position_moves_on_its_ladder(before, after, move: str) -> None:
    assert [one.move for one in change(EARLIER, [before], LATER, [after]).positions] == [move]


def test_a_position_that_texts_contradict_is_unclear() -> None:
    found = change(EARLIER, [stance("a")], LATER, [stance("a"), stance("b", "oppose")])
    assert [one.move for one in found.positions] == ["unclear"]


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        ("comprehensive strategic partnership", "all-weather comprehensive strategic partnership", "higher"),
        ("all-weather partnership", "strategic partnership", "lower"),
        ("strategic partnership", "Strategic Partnership", "same"),
        ("good neighbours", "friends for ever", "reworded"),
    ],
)
def test_a_label_moves_on_the_ladder_of_the_party_that_has_one(before: str, after: str, move: str) -> None:
    found = change(EARLIER, [relationship(before)], LATER, [relationship(after)]).labels
    assert [one.move for one in found] == [move]


def test_tiers_are_each_countrys_own() -> None:
    found = labels([relationship("comprehensive strategic partnership", "CHN", "VNM")])[0]
    assert dict(found.tiers) == {"CHN": 6, "VNM": 3}


def test_protocol_compares_only_what_both_visits_tell() -> None:
    found = change(EARLIER, [], LATER, [])
    assert [(one.move, one.later.signal) for one in found.protocol] == [("down", "banquet")]
    assert [part.signal for part in found.only_earlier] == ["honour_guard"]
    assert [part.signal for part in found.only_later] == ["red_carpet"]
    assert found.kind == "down"
    assert found.interval is not None and found.interval.least == 276


def test_a_greeter_of_higher_rank_is_up() -> None:
    signals = {"airport_greeting": "yes"}
    one, two = visit("2022-01-01", signals=signals), visit("2023-01-01", signals=signals)
    greeted = [protocol("airport_greeting", rank=rank) for rank in (2, 5)]
    assert [one.move for one in change(one, [greeted[0]], two, [greeted[1]]).protocol] == ["up"]


def test_visits_of_opposite_ways_have_no_protocol_in_common() -> None:
    found = change(visit("2020-01-01", way="CHN-BLR", kind="state"), [], LATER, [])
    assert (found.protocol, found.only_later, found.kind) == ((), (), None)
