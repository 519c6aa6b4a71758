"""The `evaluate` commands: what they print, and that faults are one line for the user."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique.cli import app
from communique.evaluation import floors
from communique.evaluation.floors import F1, Floors, save_floors

VISIT: dict[str, Any] = {
    "kind": "visit",
    "guest_country": "ITA",
    "host_country": "USA",
    "guest": {"name": "Mario Draghi", "country": "ITA", "office": "prime minister"},
    "start": "2022-05-10",
    "status": "completed",
    "visit_kind": "working",
    "evidence": [{"start": 0, "end": 28, "quote": "Prime Minister Mario Draghi"}],
}
TEXT = "Prime Minister Mario Draghi of Italy met President Biden at the White House on a working visit."


def reading(*facts: dict[str, Any]) -> str:
    return json.dumps({"document": {"source": "one.txt", "published": "2022-05-11"}, "facts": facts}) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "one.txt").write_text(TEXT, encoding="utf-8")
    (gold / "one.gold.json").write_text(json.dumps({"document": "one.txt", "facts": [VISIT]}), encoding="utf-8")
    (tmp_path / "facts.jsonl").write_text(reading(VISIT), encoding="utf-8")
    (tmp_path / "visits.csv").write_text(
        "id,start,end,visitor,from_id,from,description\n"
        "1,2022-05-10,2022-05-10,Prime Minister Mario Draghi,italy,Italy,Working Visit.\n"
        "2,2022-06-10,2022-06-10,President Ida Moor,vesta,Vesta,Working Visit.\n"
        "3,2022-07-10,2022-07-10,Chancellor Olaf Scholz,germany,Germany,Working Visit.\n",
        encoding="utf-8",
    )
    (tmp_path / "travels.csv").write_text(
        "id,start,end,role,name,country_id,country,locale,remarks\n", encoding="utf-8"
    )
    return tmp_path


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["evaluate", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result.output


def test_gold_prints_a_line_for_each_kind(folder: Path) -> None:
    lines = run("gold", folder / "gold", "--pred", folder / "facts.jsonl").splitlines()
    assert lines[0] == "1 texts"
    assert lines[2].split() == ["visit", "1", "1", *["1.00"] * 6]


def test_gold_shows_what_was_missed_of_the_kinds_asked_for(folder: Path) -> None:
    (folder / "facts.jsonl").write_text(reading(), encoding="utf-8")
    arguments = ("gold", folder / "gold", "--pred", folder / "facts.jsonl", "--show", "--kind")
    assert "one: visit missed: " in run(*arguments, "visit")
    assert "missed" not in run(*arguments, "stance")


def test_gold_names_the_texts_without_an_answer(folder: Path) -> None:
    (folder / "facts.jsonl").write_text("", encoding="utf-8")
    output = run("gold", folder / "gold", "--pred", folder / "facts.jsonl")
    assert output.startswith("1 texts, 1 without an answer: one\n")


def test_an_unknown_kind_is_refused_with_those_there_are(folder: Path) -> None:
    assert "want one of visit, protocol" in run("gold", folder / "gold", "--kind", "party", code=1)


def register(folder: Path, *more: object) -> str:
    tables = ("--visits", folder / "visits.csv", "--travels", folder / "travels.csv")
    return run("register", folder / "facts.jsonl", *tables, "--from", 2022, "--to", 2022, *more)


def test_the_register_prints_recall_precision_and_causes(folder: Path) -> None:
    output = register(folder)
    assert "typed rows: found 1 of 2 = 0.500" in output
    assert "precision: 1 of 1 dated leader visits" in output
    assert "| typed rows | 2 | 1 | 0.500 | 0 | 1 | 0 |" in output
    assert "names without a code: Vesta" in output


def test_the_register_tells_causes_apart_where_it_has_the_texts(folder: Path) -> None:
    texts = folder / "texts.jsonl"
    texts.write_text(json.dumps({"id": "1", "published": "2022-07-09", "text": "Of gardens."}), encoding="utf-8")
    output = register(folder, texts, "--show")
    assert "| typed rows | 2 | 1 | 0.500 | 1 | 0 | 0 |" in output
    assert "missed: 2022-07-10 Germany: Chancellor Olaf Scholz" in output


def test_floors_fail_on_a_fall_and_rise_by_update(folder: Path) -> None:
    kept = folder / "floors.json"
    name = (folder / "gold").as_posix()
    hash_ = floors.hash_of(folder / "gold")
    save_floors({name: Floors(name, hash_, {"visit": F1(1.1, 1.1)})}, kept)
    assert "want at least 1.1" in run("floors", "--file", kept, code=1)
    assert "--allow-lower" in run("floors", "--file", kept, "--update", code=1)
    assert "kept" in run("floors", "--file", kept, "--update", "--allow-lower")
    assert "held" in run("floors", "--file", kept)
