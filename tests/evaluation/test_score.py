"""Scoring: what counts as the same fact, and that figures equal those of the project's first yardstick."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation.gold import CaseScore, score_table, tally_kinds
from communique.evaluation.score import best_pairs, compare, dates_agree, shared_words, tally
from communique.evaluation.told import KINDS, Told

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "Arlo Penn arrived in Vesta on 4 May 2023. The two sides will expand trade and will build a bridge."


def told(kind: str, **fields: Any) -> Told:
    return msgspec.convert({"kind": kind, **fields}, type=Told)


def quoted(words: str) -> list[dict[str, Any]]:
    start = TEXT.index(words)
    return [{"start": start, "end": start + len(words), "quote": words}]


def counts(kind: str, read: list[Told], gold: list[Told]) -> tuple[int, int, int, int]:
    return tuple(tally(compare(kind, read, gold, TEXT)))  # type: ignore[return-value]


def test_a_visit_matches_by_its_countries_and_strictly_by_status_and_declared_kind() -> None:
    gold = told("visit", guest_country="ARL", host_country="VST", status="completed", visit_kind="state")
    same = told("visit", guest_country="ARL", host_country="VST", status="completed", visit_kind="state")
    planned = told("visit", guest_country="ARL", host_country="VST", status="planned", visit_kind="state")
    reverse = told("visit", guest_country="VST", host_country="ARL", status="completed", visit_kind="state")
    assert counts("visit", [same], [gold]) == (1, 1, 1, 1)
    assert counts("visit", [planned], [gold]) == (1, 0, 1, 1)
    assert counts("visit", [reverse], [gold]) == (0, 0, 1, 1)


def test_a_visit_on_another_day_or_by_another_guest_is_another_visit() -> None:
    parties = {"guest_country": "ARL", "host_country": "VST"}
    gold = told("visit", start="2023-05-04", guest={"name": "Arlo Penn"}, **parties)
    assert counts("visit", [told("visit", start="2023-05-05", **parties)], [gold])[0] == 0
    assert counts("visit", [told("visit", start="2023-05", **parties)], [gold])[0] == 1
    assert counts("visit", [told("visit", guest={"name": "Ida Moor"}, **parties)], [gold])[0] == 0
    assert counts("visit", [told("visit", guest={"name": "President Penn"}, **parties)], [gold])[0] == 1


def test_a_fact_matches_one_other_at_most() -> None:
    gold = told("protocol", signal="banquet", reported="yes", evidence=quoted("Arlo Penn"))
    assert counts("protocol", [gold, gold, gold], [gold]) == (1, 1, 3, 1)


def test_the_best_pair_is_taken_before_an_earlier_one() -> None:
    trade = told("agreement", status="signed", evidence=quoted("will expand trade"))
    both = told("agreement", status="planned", evidence=quoted("will expand trade and will build a bridge"))
    bridge = told("agreement", status="signed", evidence=quoted("will build a bridge"))
    assert counts("agreement", [both, trade], [trade, bridge]) == (2, 1, 2, 2)


def test_half_of_the_shorter_evidence_must_be_shared() -> None:
    gold = told("assessment", claim="motive", evidence=quoted("will expand trade"))
    near = told("assessment", claim="motive", evidence=quoted("sides will expand"))
    far = told("assessment", claim="motive", evidence=quoted("The two sides will"))
    assert counts("assessment", [near], [gold])[0] == 1
    assert counts("assessment", [far], [gold])[0] == 0


def test_evidence_without_offsets_is_found_by_its_quote() -> None:
    gold = told("assessment", claim="motive", evidence=["will expand trade"])
    assert counts("assessment", [told("assessment", claim="motive", quote="expand trade")], [gold])[0] == 1


def test_a_commitment_is_strict_by_field_party_and_strength_within_one() -> None:
    words = quoted("will expand trade")
    gold = told("commitment", strength=4, parties=["ARL", "VST"], fields=["trade"], evidence=words)
    near = told("commitment", strength=3, parties=["VST"], fields=["trade", "digital"], evidence=words)
    weak = told("commitment", strength=2, parties=["VST"], fields=["trade"], evidence=words)
    assert counts("commitment", [near], [gold])[:2] == (1, 1)
    assert counts("commitment", [weak], [gold])[:2] == (1, 0)


def test_endorsements_are_not_counted() -> None:
    endorsed = told("commitment", strength=1, evidence=quoted("will expand trade"))
    assert counts("commitment", [endorsed], [endorsed]) == (0, 0, 0, 0)


def test_optional_gold_is_neither_asked_for_nor_held_against_the_answer() -> None:
    spare = told("agreement", status="signed", optional=True, evidence=quoted("will expand trade"))
    answer = told("agreement", status="signed", evidence=quoted("will expand trade"))
    stray = told("agreement", status="signed", evidence=quoted("Arlo Penn arrived"))
    assert counts("agreement", [answer], [spare]) == (0, 0, 0, 0)
    assert counts("agreement", [answer, stray], [spare]) == (0, 0, 1, 0)
    assert counts("agreement", [], [spare]) == (0, 0, 0, 0)


def test_dates_agree_where_one_begins_the_other_or_is_unknown() -> None:
    assert dates_agree("2023-02~", "2023-02-28/2023-03-02")
    assert dates_agree(None, "2023")
    assert not dates_agree("2023-02-27", "2023-02-28")


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=4))
def test_evidence_shares_all_of_itself_and_no_more(pieces: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in pieces]
    assert shared_words(spans, spans) == (1.0 if spans else 0.0)


@given(st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.floats(0, 2), max_size=30))
def test_pairs_use_each_side_once_and_leave_no_pair_that_could_be_added(
    weights: dict[tuple[int, int], float],
) -> None:
    pairs = best_pairs(weights)
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    assert len(left) == len(right) == len(pairs)
    assert all(i in left or j in right for (i, j), weight in weights.items() if weight)


@pytest.fixture
def yardstick() -> ModuleType:
    path = SHARED / "tools" / "score.py"
    if not path.exists():
        pytest.skip("the first yardstick is not beside this checkout")
    spec = importlib.util.spec_from_file_location("yardstick_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def disturbed(facts: list[dict[str, Any]], seed: int) -> Iterator[dict[str, Any]]:
    """The facts as a poor reader might give them: some lost, doubled, moved or with another value."""
    chance = random.Random(seed)
    for fact in facts:
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            words = dict(fact["evidence"][0])
            words["start"] = max(0, words["start"] + chance.randint(-40, 40))
            words["end"] = max(words["start"] + 1, words["end"] + chance.randint(-40, 40))
            changed = {**fact, "evidence": [words], "visit": None}
            if chance.random() < 0.3:
                changed[chance.choice(("status", "claim", "polarity", "reported", "guest_country"))] = "XXX"
            if chance.random() < 0.3 and "strength" in changed:
                changed["strength"] = chance.randint(1, 6)
            if chance.random() < 0.2 and "label" in changed:
                changed["label"] = changed["label"].rsplit(" ", 1)[0]
            yield changed


@pytest.mark.parametrize("seed", range(12))
def test_figures_equal_those_of_the_first_yardstick(
    yardstick: ModuleType, seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = json.loads((SHARED / "gold" / "seed.gold.json").read_text(encoding="utf-8"))
    facts = [{**fact, "optional": True} if n % 11 == seed else fact for n, fact in enumerate(gold["facts"])]
    answers = list(disturbed(facts, seed))
    text = (SHARED / "corpus" / gold["document"]).read_text(encoding="utf-8")
    for name, told_facts in (("pred", answers), ("gold", facts)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.json").write_text(json.dumps({"facts": told_facts}), encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    yardstick.main(str(tmp_path / "pred"), str(tmp_path / "gold"), str(tmp_path))
    expected = capsys.readouterr().out.split("\n", 1)[1].rstrip()

    read, asked = ([told(**fact) for fact in side] for side in (answers, facts))
    score = CaseScore("a", {kind: compare(kind, read, asked, text) for kind in KINDS})
    assert score_table(tally_kinds([score])) == expected
