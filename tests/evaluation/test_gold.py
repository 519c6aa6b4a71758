"""Gold folders: which text belongs to which gold, how answers find it, what a difference says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from communique.errors import DocumentError
from communique.evaluation.gold import (
    differences,
    load_answers,
    load_cases,
    read_cases,
    score_cases,
    tally_kinds,
)
from communique.records import Document, DocumentInfo, Evidence, ProtocolFact, Reading

TEXT = "There was no banquet. A red carpet was rolled out."


def protocol(signal: str, words: str, reported: str = "yes") -> dict[str, Any]:
    start = TEXT.index(words)
    evidence = [{"start": start, "end": start + len(words), "quote": words}]
    return {"kind": "protocol", "signal": signal, "reported": reported, "evidence": evidence}


BANQUET = protocol("banquet", "no banquet", "no")
CARPET = protocol("red_carpet", "red carpet")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = {
        "document": "one.txt",
        "contract": 1,
        "published": "2023-12-05",
        "facts": [BANQUET, CARPET],
        "flaws": [],
    }
    (tmp_path / "one.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def reader(document: Document) -> Reading:
    assert document.published == "2023-12-05"
    start = document.text.index("banquet")
    fact = ProtocolFact(
        evidence=(Evidence(start, start + 7, "banquet"),), rule="en.test", signal="banquet", reported="yes"
    )
    return Reading(document=DocumentInfo(id="a", source=document.source), facts=(fact,))


def test_a_case_is_a_text_with_the_gold_that_names_it(folder: Path) -> None:
    (case,) = load_cases(folder)
    assert (case.name, case.document.text, case.document.published) == ("one", TEXT, "2023-12-05")
    assert [fact.signal for fact in case.facts] == ["banquet", "red_carpet"]


def test_texts_may_stand_in_another_folder_under_the_name_of_the_document(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "texts"
    other.mkdir()
    (folder / "one.txt").rename(other / "one.txt")
    (folder / "one.gold.json").rename(folder / "seed.gold.json")
    assert [case.name for case in load_cases(folder, texts=other)] == ["one"]


def test_a_gold_without_its_text_is_an_error_that_says_what_is_wanted(folder: Path) -> None:
    (folder / "one.txt").unlink()
    with pytest.raises(DocumentError, match=r"one\.gold\.json: no text found in .*; want one\.txt"):
        load_cases(folder)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no gold found"):
        load_cases(tmp_path)


def test_a_broken_gold_names_file_and_field(folder: Path) -> None:
    (folder / "one.gold.json").write_text('{"facts": [{"signal": "banquet"}]}', encoding="utf-8")
    with pytest.raises(DocumentError, match=r"one\.gold\.json: .*kind"):
        load_cases(folder)


def test_the_texts_are_read_where_no_answers_are_given(folder: Path) -> None:
    cases = load_cases(folder)
    counts = tally_kinds(score_cases(cases, read_cases(cases, reader)))["protocol"]
    assert counts == (1, 0, 1, 2)
    assert (counts.precision(counts.loose), counts.recall(counts.loose)) == (1.0, 0.5)
    assert counts.f1(counts.loose) == pytest.approx(2 / 3)


def test_answers_find_their_case_by_the_stem_of_their_source(folder: Path, tmp_path: Path) -> None:
    line = {
        "document": {"id": "a", "source": "elsewhere/one.txt"},
        "facts": [CARPET],
        "flaws": [],
        "gaps": [],
    }
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert tally_kinds(score_cases(load_cases(folder), load_answers(answers)))["all"] == (1, 1, 1, 2)


def test_a_line_that_is_no_reading_is_named(tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    answers.write_text('{"document": {}}\n[]\n', encoding="utf-8")
    with pytest.raises(DocumentError, match=r"answers\.jsonl:2: "):
        load_answers(answers)


def test_differences_show_what_was_missed_with_its_words(folder: Path) -> None:
    cases = load_cases(folder)
    lines = list(differences(score_cases(cases, read_cases(cases, reader))))
    assert lines == [
        "one: protocol missed: [signal=red_carpet reported=yes] “red carpet”",
        "one: protocol differs: read [signal=banquet reported=yes] “banquet” "
        "for [signal=banquet reported=no] “no banquet”",
    ]
    assert not list(differences(score_cases(cases, read_cases(cases, reader)), ["visit"]))
