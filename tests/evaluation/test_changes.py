"""Two versions of the reader on the same texts: what was gained, lost and changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

import communique
from communique.cli.evaluate import app
from communique.errors import DocumentError
from communique.evaluation.changes import (
    Count,
    change_line,
    compare_files,
    compare_readings,
    match,
    report_table,
    sample,
)
from communique.records import Reading, VisitFact, to_json

TEXT = (
    "President Emmanuel Macron visited Berlin on Monday for a state visit. He was welcomed with military honours. "
    "France and Germany agreed to expand trade. The two sides will build a railway."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    found = communique.read(TEXT, published="2023-12-06", source="a.txt")
    assert len(found.facts) >= 4
    return found


def without(reading: Reading, kind: str) -> Reading:
    kept = tuple(fact for fact in reading.facts if fact.__struct_config__.tag != kind)
    return msgspec.structs.replace(reading, facts=kept)


def otherwise(reading: Reading) -> Reading:
    """Another day and another rule of the visit, and so another id, to which the other facts refer."""
    facts = [
        msgspec.structs.replace(fact, id="other", start="2023-11-27", rule="visit.other")
        if isinstance(fact, VisitFact)
        else msgspec.structs.replace(fact, visit="other" if fact.visit else None)
        for fact in reading.facts
    ]
    return msgspec.structs.replace(reading, facts=tuple(facts))


def compared(old: Reading, new: Reading) -> object:
    return compare_readings({old.document.id: old}, [new])


def test_the_same_readings_have_no_change(reading: Reading) -> None:
    report = compare_readings({reading.document.id: reading}, [reading])
    assert (report.texts, report.texts_changed, report.changes) == (1, 0, ())
    assert report.kinds["visit"] == Count(old=1, new=1, same=1)


def test_a_fact_that_only_one_version_reads_is_gained_or_lost(reading: Reading) -> None:
    fewer = without(reading, "protocol")
    for old, new, what in ((fewer, reading, "gained"), (reading, fewer, "lost")):
        report = compare_readings({old.document.id: old}, [new])
        assert {(change.what, change.kind) for change in report.changes} == {(what, "protocol")}
        assert getattr(report.kinds["protocol"], what) == len(report.changes)
        rule = report.changes[0].rule
        assert getattr(report.rules[rule], what) >= 1
        assert "military honours" in report.changes[0].quote


def test_a_changed_fact_says_which_fields_and_its_new_id_changes_nothing_else(reading: Reading) -> None:
    report = compare_readings({reading.document.id: reading}, [otherwise(reading)])
    (change,) = report.changes
    was = next(fact for fact in reading.facts if isinstance(fact, VisitFact))
    assert change.what == "changed"
    assert change.fields == {"start": (was.start, "2023-11-27"), "rule": (was.rule, "visit.other")}
    assert report.kinds["visit"] == Count(old=1, new=1, changed=1)
    assert (report.rules[was.rule].old, report.rules["visit.other"].new) == (1, 1)
    assert f"start: {was.start} → 2023-11-27" in change_line(change)


def test_every_fact_of_both_versions_is_counted_once(reading: Reading) -> None:
    for old in (reading, without(reading, "commitment"), without(reading, "visit")):
        for new in (otherwise(reading), without(reading, "protocol")):
            found = match(old.facts, new.facts)
            assert len(found.same) + len(found.changed) + len(found.lost) == len(old.facts)
            assert len(found.same) + len(found.changed) + len(found.gained) == len(new.facts)


def test_texts_of_one_file_only_are_counted_not_compared(reading: Reading) -> None:
    other = msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, id="f" * 16))
    report = compare_readings({reading.document.id: reading}, [other])
    assert (report.texts, report.only_old, report.only_new, report.changes) == (0, 1, 1, ())


def test_the_sample_is_the_same_for_a_seed_and_holds_each_sort(reading: Reading) -> None:
    empty = msgspec.structs.replace(reading, facts=())
    changes = compare_readings({reading.document.id: reading}, [empty]).changes
    drawn = sample(changes, 1, seed=7)
    assert drawn == sample(changes, 1, seed=7)
    assert {change.kind for change in drawn} == {change.kind for change in changes}
    assert len(drawn) == len({change.kind for change in changes})
    assert sample(changes, 0) == ()


def test_the_table_and_the_json_of_the_command_tell_the_same(tmp_path: Path, reading: Reading) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_bytes(
        to_json(without(reading, "protocol")) + b"\n" + b'{"document":{"id":"","source":"x"},"error":"e"}\n'
    )
    new.write_bytes(to_json(otherwise(reading)) + b"\n")
    table = CliRunner().invoke(app, ["changes", str(old), str(new)])
    told = CliRunner().invoke(app, ["changes", str(old), str(new), "--json", "--kind", "protocol"])
    assert table.exit_code == told.exit_code == 0
    found = json.loads(told.stdout)
    assert found["kinds"]["protocol"]["gained"] == 1
    assert [change["kind"] for change in found["changes"]] == ["protocol"]
    assert "1 texts in both, 1 of them read otherwise; 1 only in the old file, 0 only in the new" in table.stdout
    assert "gained protocol" in table.stdout
    assert "changed visit visit.other a.txt [" in table.stdout
    assert report_table(compare_files(old, new), ()) in table.stdout


def test_a_file_that_holds_no_readings_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n", "utf-8")
    with pytest.raises(DocumentError, match=r"a\.jsonl:1: .*want a reading"):
        compare_files(path, path)
    with pytest.raises(DocumentError, match="want a file of readings"):
        compare_files(tmp_path / "none.jsonl", path)


def test_one_command_reads_with_a_revision_and_with_the_working_tree(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    if subprocess.run(["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, check=False).returncode:
        pytest.skip("no git repository here: an unpacked source distribution has no revisions")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    command = [str(root / "tools" / "changes"), "HEAD", str(tmp_path)]
    known = {"PYTHON": sys.executable, "PATH": os.environ["PATH"]}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root, timeout=300, env=known)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 texts in both")
