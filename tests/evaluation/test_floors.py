"""Quality floors: they hold on what they were measured on, rise freely, and fall only by a flag."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import DocumentError
from communique.evaluation.floors import (
    F1,
    Floors,
    Measured,
    complaints,
    hash_of,
    load_floors,
    measure,
    save_floors,
    updated,
)
from communique.pipeline import read_document

ROOT = Path(__file__).parents[2]
KEPT = Floors("examples", "aa", {"visit": F1(0.9, 0.8)})


def measured(loose: float, strict: float, hash_: str = "aa") -> Measured:
    return Measured("examples", hash_, {"visit": F1(loose, strict)})


def test_floors_hold_where_nothing_fell() -> None:
    assert not list(complaints(KEPT, measured(0.9, 0.85)))


def test_a_fall_is_named_by_set_kind_and_sense() -> None:
    assert list(complaints(KEPT, measured(0.95, 0.79))) == ["examples: visit strict F1 is 0.79; want at least 0.8"]
    assert len(list(complaints(KEPT, Measured("examples", "aa", {})))) == 2


def test_a_changed_set_asks_for_new_floors() -> None:
    (line,) = complaints(KEPT, measured(1.0, 1.0, "bb"))
    assert "--update" in line


def test_raising_is_free_and_lowering_asks_for_the_flag() -> None:
    assert updated(KEPT, measured(1.0, 0.9)).kinds["visit"] == F1(1.0, 0.9)
    with pytest.raises(DocumentError, match="--allow-lower"):
        updated(KEPT, measured(0.9, 0.7, "bb"))
    assert updated(KEPT, measured(0.9, 0.7, "bb"), may_lower=True) == Floors("examples", "bb", {"visit": F1(0.9, 0.7)})


def test_floors_come_back_as_they_were_saved(tmp_path: Path) -> None:
    save_floors({"examples": KEPT}, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == {"examples": KEPT}


def test_the_hash_tells_of_any_change_of_text_or_gold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    first = hash_of(tmp_path)
    (tmp_path / "notes.md").write_text("no part of it", encoding="utf-8")
    assert hash_of(tmp_path) == first
    (tmp_path / "a.gold.json").write_text("{}", encoding="utf-8")
    assert hash_of(tmp_path) != first


def test_the_reader_holds_its_floors() -> None:
    kept = load_floors()
    if not kept:
        pytest.skip("no floors have been measured yet: communique evaluate floors examples --update")
    fallen = []
    for name, floors in kept.items():
        fallen += complaints(floors, measure(ROOT / name, read_document, name=name))
    assert fallen == []
