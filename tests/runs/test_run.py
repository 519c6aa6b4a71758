"""A run over many files: the same bytes for any number of processes, a row for each fault, one merge."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("daft", reason="run tests: want: pip install 'communique[scale]'")

from made_inputs import COMMAND, PART, ROOT, files_of, fill, run

from communique.documents import open_documents
from communique.errors import RunError
from communique.pipeline import read_document
from communique.records import Document, Failure
from communique.runs.gates import page_gate
from communique.runs.gathering import gather, save_plan
from communique.runs.merging import manifest_of, merge, rows
from communique.runs.parts import _tries, read_part
from communique.runs.plan import PIECES, Piece, Plan, make_plan
from communique.store import open_store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("input") / "texts")


@pytest.fixture(scope="module")
def done(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run by two processes."""
    out = tmp_path_factory.mktemp("runs") / "out"
    ended = run(folder, "--out", out, "--part", PART, "--jobs", "2")
    assert ended.returncode == 1, ended.stderr  # one row is broken
    assert "1 texts were not read; their rows say why" in ended.stderr
    return out


def serially(plan: Plan, out: Path) -> None:
    save_plan(plan, out)
    for part in reversed(plan.parts):
        read_part(part, plan, out)
    gather(plan, out)


def test_any_order_and_number_of_processes_gives_the_same_bytes(folder: Path, done: Path, tmp_path: Path) -> None:
    serially(make_plan([str(folder)], part=8_000), tmp_path / "out")
    assert len(list((done / "parts").glob("*.parquet"))) > 8
    assert files_of(tmp_path / "out") == files_of(done)


def test_parts_hold_what_a_reader_of_the_whole_reads(folder: Path, done: Path) -> None:
    manifest = manifest_of(done)
    found = list(rows(done, manifest))
    texts = list(open_documents([str(folder)], gate=page_gate))
    wanted = [read_document(one) if isinstance(one, Document) else one for one in texts]
    stated = [one for one in wanted if isinstance(one, Failure) or one.facts]
    assert [row["source"] for row in found] == [one.document.source for one in stated]
    assert [row["error"] for row in found if row["error"]] == [one.error for one in stated if isinstance(one, Failure)]
    counts = manifest.counts
    assert (counts.texts, counts.failures) == (sum(isinstance(one, Document) for one in texts), 1)
    assert counts.stated == len(stated) - 1
    assert counts.facts == sum(len(one.facts) for one in stated if not isinstance(one, Failure))
    assert counts.repeated == 4  # the same rows again
    assert counts.reprints == 6  # the table tells the first six again, with a word more
    assert manifest.passed_over.nothing_stated == counts.texts - counts.stated
    assert manifest.passed_over.other_language > 5


def test_a_manifest_names_every_input_with_its_hash_and_has_no_clock(folder: Path, done: Path) -> None:
    manifest = manifest_of(done)
    assert {Path(one.path).name for one in manifest.inputs} == {path.name for path in folder.iterdir()}
    assert all(one.sha256 for one in manifest.inputs if not one.path.endswith(".parquet"))
    lines = [one for one in manifest.inputs if one.path.endswith(".jsonl")]
    assert len(lines) > 5 and [one.start for one in lines[1:]] == [one.end for one in lines[:-1]]
    assert manifest.edition.startswith(manifest.communique)
    assert "time" not in (done / "manifest.json").read_text()


def test_a_run_is_taken_into_the_record_once(done: Path, folder: Path, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.db")) as store:
        first = merge(store, done)
        counts = manifest_of(done).counts
        assert (first.failed, first.new) == (1, counts.stated - counts.repeated)
        before = store.visits()
        again = merge(store, done)
        assert (again.new, again.facts, again.linked) == (0, 0, 0)
        assert store.visits() == before and before
        assert [failure.error.partition(":")[0] for failure in store.failures()] == [str(folder / "stream.jsonl")]
        text = store.document(before[0].reports[0].document)
        assert text.text and text.codebook == manifest_of(done).edition


def test_the_command_merges(done: Path, tmp_path: Path) -> None:
    command = [*COMMAND, "merge", str(done), "--db", str(tmp_path / "b.db")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and "1 failed" in ended.stdout, ended.stderr
    (done / "manifest.json").rename(done / "held")
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    (done / "held").rename(done / "manifest.json")
    assert ended.returncode == 1 and "want the folder of a finished run" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_changed_part_is_not_merged(done: Path, tmp_path: Path) -> None:
    shutil.copytree(done, tmp_path / "out")
    path = tmp_path / "out" / manifest_of(done).parts[2].file
    path.write_bytes(path.read_bytes() + b"x")
    with open_store(str(tmp_path / "a.db")) as store, pytest.raises(RunError, match="other bytes than the run wrote"):
        merge(store, tmp_path / "out")


def test_another_run_does_not_go_into_the_same_folder(folder: Path, done: Path, tmp_path: Path) -> None:
    before = files_of(done)
    with pytest.raises(RunError, match="a run of other inputs, options or edition"):
        save_plan(make_plan([str(folder)], part=40_000), done)
    assert files_of(done) == before
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(RunError, match="found other files"):
        save_plan(make_plan([str(folder)]), tmp_path)


def test_a_plan_cuts_files_between_lines_and_keeps_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": "x" * size}) + "\n" for size in (5, 5000, 1, 1, 30_000, 2, *[700] * 40)]
    path.write_text("".join(lines))
    for part in (1, 800, 5_000, 100_000):
        stretches = [piece.stretch for one in make_plan([str(tmp_path)], part=part).parts for piece in one.pieces]
        if part == 100_000:
            assert stretches == [None]
            continue
        whole = path.read_bytes()
        pieces = [whole[one.start : one.end] for one in stretches if one]
        assert b"".join(pieces) == whole and all(piece.endswith(b"\n") for piece in pieces)
        assert [one.line for one in stretches if one] == [
            1 + sum(piece.count(b"\n") for piece in pieces[:at]) for at in range(len(pieces))
        ]


def test_small_files_are_put_together(tmp_path: Path) -> None:
    for at in range(30):
        (tmp_path / f"{at:02}.txt").write_text("x" * 100)
    parts = make_plan([str(tmp_path)], part=1000).parts
    assert [len(part.pieces) for part in parts] == [10, 10, 10]
    assert PIECES > 1000


def test_what_cannot_be_read_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="standard input cannot be read again"):
        make_plan(["-"])
    os.mkfifo(tmp_path / "pipe")
    plan = make_plan([str(tmp_path / "pipe"), str(tmp_path / "absent")])
    assert len(plan.failures) == 2 and plan.parts == ()


def test_an_input_that_changed_after_the_plan_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("He came.")
    (tmp_path / "in" / "b.txt").write_text("He left.")
    plan = make_plan([str(tmp_path / "in")])
    (tmp_path / "in" / "a.txt").write_text("He came again.")
    (tmp_path / "in" / "b.txt").unlink()
    serially(plan, tmp_path / "out")
    errors = [row["error"] for row in rows(tmp_path / "out", manifest_of(tmp_path / "out"))]
    assert "14 bytes; want the 8 that were planned" in errors[0]
    assert "want the file that was planned" in errors[1]


def test_another_edition_is_refused_by_the_process_that_reads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He came.")
    plan = make_plan([str(tmp_path / "a.txt")])
    other = Plan(plan.communique, "0.0.0+00000000", None, {}, None, plan.parts)
    with pytest.raises(RunError, match=r"want 0\.0\.0\+00000000, with which the run was planned"):
        read_part(plan.parts[0], other, tmp_path / "out")


def test_a_text_that_kills_its_process_is_a_row_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for at in range(6):
        word = "DOOM" if at == 3 else "talks"
        text = (
            f"President Emmanuel Macron arrived in Berlin on {at + 2} May 2023 for {word} with Chancellor Olaf Scholz."
        )
        (tmp_path / "in" / f"{at}.txt").write_text(text)
    deadly = os.pathsep.join([str(Path(__file__).parent / "deadly"), str(ROOT / "src")])
    ended = run(tmp_path / "in", "--out", tmp_path / "out", "--jobs", "1", env={"PYTHONPATH": deadly})
    assert ended.returncode == 1, ended.stderr
    found = list(rows(tmp_path / "out", manifest_of(tmp_path / "out")))
    assert [bool(row["error"]) for row in found] == [False, False, False, True, False, False]
    assert found[3]["error"].endswith("its reading killed the process; want less memory")
    assert not list((tmp_path / "out" / "parts").glob(".*"))


def test_tries_are_forgotten_when_a_part_is_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He came.")
    plan = make_plan([str(tmp_path / "a.txt")])
    first = read_part(plan.parts[0], plan, tmp_path / "out")
    assert not _tries(plan.parts[0], tmp_path / "out").exists()
    assert read_part(plan.parts[0], plan, tmp_path / "out") == first
    assert plan.parts[0].pieces == (Piece(str(tmp_path / "a.txt"), 8),)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--published", "5/12/2023"), 2, "no date"),
        (("--field", "texts=body"), 2, "no such field"),
        (("--engine", "127.0.0.1:1"), 1, "want local, or the address of a Ray cluster"),
        (("--engine", "cluster"), 1, "no address; want local"),
    ],
)
def test_a_wrong_command_is_one_line(tmp_path: Path, words: tuple[str, ...], code: int, message: str) -> None:
    (tmp_path / "a.txt").write_text("He came.")
    ended = run(tmp_path / "a.txt", "--out", tmp_path / "out", *words)
    assert (ended.returncode, message in ended.stderr) == (code, True), ended.stderr
    assert "Traceback" not in ended.stderr
