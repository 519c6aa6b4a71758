"""The level of a visit: three-valued parts, the host's own baseline, no baseline under five."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_visits import protocol, visit

from communique.analysis import level
from communique.analysis.ladders import load_ladders, read_ladders
from communique.analysis.level import RANKS
from communique.analysis.rubric import load_rubric, read_rubric
from communique.errors import CodebookError
from communique.visits.model import Attribute, Support

RUBRIC = load_rubric()
SIGNALS = [one.signal for one in RUBRIC.elements]
FACTS_PAGE = Path(__file__).parents[2] / "docs" / "facts.md"


def past(number: int, **signals: str) -> list:
    return [
        visit(f"20{year}-05-01", way=f"KA{chr(65 + year)}-CHN", kind="working", signals=signals)
        for year in range(10, 10 + number)
    ]


def test_the_rubric_weighs_every_signal_of_the_contract() -> None:
    listed = re.search(r"\*\*Signals\*\*: (.*?)\n\n", FACTS_PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    assert set(re.findall(r"[a-z]+(?:_[a-z]+)*", listed[1])) >= set(SIGNALS)
    assert len(SIGNALS) == 32


def test_absent_is_not_the_same_as_not_mentioned() -> None:
    found = level(visit("2023-12-03", kind="working", signals={"red_carpet": "yes", "banquet": "no"}), {})
    parts = {part.signal: part for part in found.parts}
    assert (parts["red_carpet"].least, parts["red_carpet"].most) == (1, 1)
    assert (parts["banquet"].least, parts["banquet"].most) == (0, 0)
    assert (parts["lunch"].reported, parts["lunch"].least, parts["lunch"].most) == (None, 0, 2)
    assert [part.signal for part in found.stated] == ["red_carpet", "banquet"]
    assert found.rank == 4


@pytest.mark.parametrize(("rank", "points"), [(0, (0, 0)), (2, (2, 2)), (6, (6, 6)), (None, (0, 6))])
def test_a_greeting_counts_by_the_rank_of_who_gave_it(rank: int | None, points: tuple[float, float]) -> None:
    one = visit("2023-12-03", kind="working", signals={"airport_greeting": "yes"})
    found = level(one, {one.id: [protocol("airport_greeting", rank=rank)]})
    assert (found.parts[0].least, found.parts[0].most) == points


def test_who_is_told_first_is_of_the_rank_that_is_told() -> None:
    one = visit("2023-12-03", kind="working")
    support = tuple(Support(fact, "d", "s", "press", "s") for fact in ("a", "b", "c"))
    one = msgspec.structs.replace(one, attributes=(Attribute("protocol:welcome_ceremony", "yes", 1, support),))
    ranks = {"a": 5, "b": 6, "c": None}
    told = [msgspec.structs.replace(protocol("welcome_ceremony", rank=rank), id=fact) for fact, rank in ranks.items()]
    [part] = level(one, {one.id: told}).stated
    assert (part.rank, part.facts) == (6, ("b", "a", "c"))


def test_under_five_earlier_visits_there_is_no_baseline() -> None:
    one = visit("2023-12-03", kind="working", signals={"banquet": "no"})
    found = level(one, {}, past(4, banquet="yes"))
    assert (found.baseline, found.comparable) == (None, 4)
    assert found.missing == "no baseline yet: 4 of 5 comparable earlier visits"


def test_a_banquet_left_out_stands_below_this_hosts_usual() -> None:
    one = visit("2023-12-03", kind="working", signals={"banquet": "no", "lunch": "yes"})
    found = level(one, {}, past(5, banquet="yes"))
    assert found.baseline is not None
    assert (found.baseline.visits, found.baseline.median, found.baseline.deviation) == (5, 5.0, -3.0)
    assert found.baseline.verdict == "below"
    parts = {part.signal: part for part in found.parts}
    assert (parts["banquet"].usual, parts["banquet"].usual_of) == (5.0, 5)
    assert parts["lunch"].usual is None


def test_only_what_is_comparable_makes_the_baseline() -> None:
    one = visit("2023-12-03", kind="working", signals={"banquet": "yes"})
    others = [
        *past(3, banquet="yes"),
        visit("2020-01-01", way="KAZ-RUS", kind="working", signals={"banquet": "yes"}),  # another host
        visit("2020-01-02", way="KAZ-CHN", kind="state", signals={"banquet": "yes"}),  # another kind
        visit("2020-01-03", way="KAZ-CHN", kind="working", office="foreign minister", signals={"banquet": "yes"}),
        visit("2024-01-03", way="KAZ-CHN", kind="working", signals={"banquet": "yes"}),  # later
        visit("2020-01-04", way="KAZ-CHN", kind="working"),  # nothing told of its protocol
    ]
    assert level(one, {}, others).comparable == 3


def test_without_a_kind_or_an_office_it_says_why_there_is_no_baseline() -> None:
    assert level(visit("2023"), {}, past(9, banquet="yes")).missing == "no kind is declared"
    assert level(visit("2023", kind="state", office=None), {}).missing == "the guest's office is unknown"


def test_a_visit_for_an_event_has_no_rank() -> None:
    assert RANKS["event_only"] is None
    assert level(visit("2023", kind="event_only"), {}).rank is None


@given(st.dictionaries(st.sampled_from(SIGNALS), st.sampled_from(["yes", "no"])))
def test_points_stay_within_what_the_rubric_gives(signals: dict[str, str]) -> None:
    found = level(visit("2023-12-03", kind="state", signals=signals), {})
    assert 0 <= found.least <= found.most <= sum(one.weight for one in RUBRIC.elements)
    assert {part.signal for part in found.stated} == set(signals)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("usual_within = 1.0\nelements = []\nmore = 1", "more"),
        ('usual_within = 1.0\n[[elements]]\nsignal = "a"\ngroup = "g"\nwords = "w"\nweight = -1.0', "weight -1.0"),
        (
            "usual_within = 1.0\n" + '[[elements]]\nsignal = "a"\ngroup = "g"\nwords = "w"\nweight = 1.0\n' * 2,
            "2 times",
        ),
        ("usual_within = ", "mine.toml"),
    ],
)
def test_a_broken_rubric_says_what_is_wrong(text: str, fault: str) -> None:
    with pytest.raises(CodebookError, match=fault):
        read_rubric(text, "mine.toml")


def test_a_broken_ladder_says_what_is_wrong() -> None:
    text = '[[ladders]]\nid = "X"\nof = "labels"\nsource = "s"\nrungs = [{ tier = 1, words = "w", says = ["("] }]'
    with pytest.raises(CodebookError, match=r"mine.toml: .*want \[\[ladders\]\]"):
        read_ladders(text, "mine.toml")


def test_every_ladder_says_where_it_is_from() -> None:
    assert all(one.source and one.rungs for one in load_ladders().ladders)
