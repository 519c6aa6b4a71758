"""The commands on the record, as a user gives them: what they print, keep and write."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from communique.cli import app
from communique.publish.listing import visits_table
from communique.store import Filter, open_store

REPORTS = Path(__file__).parent / "visits" / "reports"
FEBRUARY, DECEMBER = "BLR-CHN-2023-02-28", "BLR-CHN-2023-12-03"
Run = Callable[..., Result]


def given(db: Path, *words: object, answers: str | None = None) -> Result:
    """What a command does, given on the record at `db`."""
    return CliRunner().invoke(app, [str(word) for word in words], input=answers, env={"COMMUNIQUE_DB": str(db)})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the ten reports."""
    db = tmp_path_factory.mktemp("record") / "visits.db"
    done = given(db, "ingest", REPORTS, "--sources", REPORTS / "sources.csv")
    assert done.exit_code == 0, done.output
    assert "10 new texts" in done.output  # the file of sources is none
    return db


@pytest.fixture
def run(made: Path) -> Run:
    """Asks the record of the ten reports."""
    return lambda *words, **more: given(made, *words, **more)


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Run:
    """The same for a copy, which a test may change."""
    db = tmp_path / "own.db"
    with open_store(str(made)):  # folds the write-ahead log in
        pass
    db.write_bytes(made.read_bytes())
    return lambda *words, **more: given(db, *words, **more)


def test_a_second_ingest_reads_nothing_again(own: Run) -> None:
    done = own("ingest", REPORTS, "--sources", REPORTS / "sources.csv")
    assert "0 new texts, 10 known, 0 new facts" in done.output


def test_several_processes_make_the_same_record(made: Path, tmp_path: Path) -> None:
    db = tmp_path / "two.db"
    assert given(db, "ingest", REPORTS, "--sources", REPORTS / "sources.csv", "--jobs", 2).exit_code == 0
    everything = Filter(status="any")
    with open_store(str(made)) as one, open_store(str(db)) as two:
        assert one.visits(everything) == two.visits(everything)
        assert list(one.readings()) == list(two.readings())


def test_a_text_that_cannot_be_read_is_listed(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"nothing": 1}\n', encoding="utf-8")
    done = given(tmp_path / "new.db", "ingest", tmp_path / "bad.jsonl")
    assert done.exit_code == 1
    assert "1 failed" in done.output
    assert "bad.jsonl" in given(tmp_path / "new.db", "failures").output


@pytest.mark.parametrize("words", [("failures",), ("judge", "list"), ("account", "list")])
def test_a_list_of_nothing_says_so(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("no ")


def test_a_period_may_end_in_the_month_or_year_in_which_it_begins(run: Run) -> None:
    assert "1 visit" in run("visits", "--from", "2023-12-01", "--to", "2023").output


def test_reading_anew_with_the_same_reader_changes_nothing(own: Run) -> None:
    assert "10 known" in own("reread").output


def test_visits_are_listed_and_filtered(run: Run) -> None:
    listed = run("visits").output
    assert FEBRUARY in listed and DECEMBER in listed and "2 visits" in listed
    assert FEBRUARY not in run("visits", "--host", "china", "--from", "2023-06", "--kind", "working").output
    assert "0 visits" in run("visits", "--guest", "CHN").output
    assert "0 visits" in run("visits", "--person", "macron").output
    assert "2 visits" in run("visits", "--between", "CHN", "Belarus", "--to", "2023").output


def test_the_id_of_a_visit_is_whole_in_a_narrow_terminal(made: Path) -> None:
    with open_store(str(made), read_only=True) as store:
        found = store.visits(Filter())
    page = Console(width=60, file=io.StringIO())
    page.print(visits_table(found, is_narrow=True))
    assert DECEMBER in page.file.getvalue()  # type: ignore[attr-defined]


def test_visits_become_files(run: Run, tmp_path: Path) -> None:
    lines = run("visits", "--format", "csv").output.splitlines()
    assert lines[0].startswith("id,guest_name") and lines[1].startswith(FEBRUARY)
    whole = [json.loads(line) for line in run("visits", "--format", "jsonl").output.splitlines()]
    assert [one["id"] for one in whole] == [FEBRUARY, DECEMBER]
    assert run("visits", "-o", tmp_path / "v.csv").exit_code == 0
    assert (tmp_path / "v.csv").read_text("utf-8").splitlines() == lines
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    assert run("visits", "--format", "parquet", "-o", tmp_path / "v.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "v.parquet").num_rows == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("visits", "--host", "Vesta"), "no country known by it; want a code such as CHN, or a name"),
        (("brief", "BLR", "Chian"), "'Chian': no country known by it; did you mean China?"),
        (("visits", "--between", "BLR", "Korea"), "'Korea': may be KOR or PRK; want one of these codes"),
        (("visits", "--from", "2023-02", "--to", "2022"), "--from 2023-02 --to 2022: ends before it begins"),
        (("import", "jsonl", "none.jsonl"), "does not exist"),
        (("merge", "none"), "does not exist"),
        (("visits", "--from", "soon"), "no date"),
        (("visits", "--format", "parquet"), "want --output FILE"),
        (("brief", "BLR"), "want two countries"),
        (("facts", DECEMBER, "--kind", "rumour"), "unknown"),
        (("plot", "timeline", "BLR", "CHN", "-o", "a.gif"), ".svg or .png"),
        (("plot", "protocol", "BLR", "CHN", "-o", "a.svg"), "the id of a visit"),
    ],
)
def test_a_wrong_command_says_what_is_wanted(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in " ".join(done.output.replace("│", " ").split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("brief", "BLR", "FRA"), "BLR FRA: found no visit"),
        (("brief", "--visit", "BLR-CHN-1999"), "found none; want an id"),
        (("compare", FEBRUARY, FEBRUARY), "found one visit; want another one"),
        (("merge", REPORTS), "found no manifest.json; want the folder of a finished run"),
        (("undo", "99"), "judgement 99: found none"),
        (("judge", "reject", "nothing"), "want one of the record"),
    ],
)
def test_what_the_record_lacks_is_one_line(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 1
    assert said in done.output
    assert done.output.startswith("communique: ") and done.output.count("\n") == 1


def test_a_record_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    done = given(tmp_path / "none.db", "visits")
    assert (done.exit_code, "found no such file" in done.output) == (1, True)
    assert not (tmp_path / "none.db").exists()


def test_the_brief_of_the_last_visit(run: Run) -> None:
    page = " ".join(run("brief", "BLR", "CHN").output.split())
    for heading in ("Time", "Level", "Content", "Conclusion", "Change", "Contested", "Sources"):
        assert heading in page
    assert "second visit to China in 2023" in page
    assert "276 days after" in page
    assert "unannounced" in page


def test_a_brief_becomes_a_page_by_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    assert run("brief", "--visit", FEBRUARY, "--no-plots", "-o", tmp_path / "b.html").exit_code == 0
    assert (tmp_path / "b.html").read_text("utf-8").startswith("<!doctype html>")
    assert run("brief", "--visit", FEBRUARY, "-o", tmp_path / "b.md").exit_code == 0
    assert (tmp_path / "b.md").read_text("utf-8").startswith("# Alexander Lukashenko in China")


def test_two_visits_are_compared_the_earlier_first(run: Run) -> None:
    assert run("compare", DECEMBER, FEBRUARY).output == run("compare", FEBRUARY, DECEMBER).output
    assert "Side by side" in run("compare", DECEMBER, FEBRUARY).output


def test_texts_are_found_by_words(run: Run) -> None:
    assert "[honour guard]" in run("search", "honour guard").output
    nothing = run("search", "zeppelin")
    assert (nothing.exit_code, "no text holds all of: zeppelin" in nothing.output) == (1, True)


def test_the_facts_of_a_visit_have_ids_sources_and_words(run: Run) -> None:
    told = run("facts", DECEMBER, "--kind", "visit").output
    assert "Minsk Wire, 2023-12-04: “" in told
    assert "protocol:" not in told
    assert "both name alexander lukashenko" in run("facts", DECEMBER, "--links").output


def test_answers_piped_into_the_review_are_kept_and_undone(own: Run) -> None:
    done = own("review", "--user", "ada", answers="9\n1: two agencies say so\nu\nq\n")
    assert done.output.startswith("links 0 · contested values ")
    assert "want 1 to" in done.output
    assert "kept as judgement 1" in done.output and "judgement 1 withdrawn" in done.output
    assert "0 decided" in done.output
    listed = own("judge", "list", "--withdrawn").output
    assert "(two agencies say so); withdrawn by ada" in listed
    assert own("judge", "list").stdout == ""


def test_a_skipped_question_is_not_asked_again(own: Run) -> None:
    asked = own("review", "--user", "ada", answers="k\n" * 20)
    assert "nothing is left to review" in asked.output
    assert asked.output.count("what is right for kind?") == 1


def test_a_visit_on_one_weak_voice_is_asked_about_until_believed(tmp_path: Path) -> None:
    text = tmp_path / "column.txt"
    text.write_text("President Emmanuel Macron paid a state visit to China in April 2023.", encoding="utf-8")
    db = tmp_path / "thin.db"
    assert given(db, "ingest", text).exit_code == 0
    asked = given(db, "review", "--user", "ada", answers="s\nb: I was there\n")
    assert "only one source tells of it" in asked.output and "want one of b, r, k, u, q" in asked.output
    assert "paid a state visit to China" in asked.output
    assert "kept as judgement 1" in asked.output and "nothing is left to review" in asked.output
    assert "is accepted: ada" in given(db, "judge", "list").output


def test_a_rejected_fact_is_left_out_until_the_judgement_is_undone(own: Run) -> None:
    fact = own("facts", DECEMBER, "--kind", "visit").output.split()[0]
    assert "kept as judgement 1" in own("judge", "reject", fact, "--user", "ada").output
    assert fact not in own("facts", DECEMBER).output
    assert own("undo", 1, "--user", "ben").exit_code == 0
    assert fact in own("facts", DECEMBER).output


def test_a_value_set_by_hand_is_the_visits_value(own: Run) -> None:
    assert own("judge", "value", DECEMBER, "kind", "official", "--user", "ada").exit_code == 0
    assert DECEMBER in own("visits", "--kind", "official").output
    refused = own("judge", "value", DECEMBER, "kind", "splendid", "--user", "ada")
    assert (refused.exit_code, "want one of event_only" in refused.output) == (1, True)


def test_an_export_imports_to_an_equal_record(own: Run, tmp_path: Path) -> None:
    own("judge", "value", DECEMBER, "kind", "official", "--user", "ada", "--why", "as the ministry says")
    own("judge", "value", FEBRUARY, "venue", "Zhongnanhai", "--user", "ada")
    own("undo", 2, "--user", "ben")
    assert own("export", "jsonl", tmp_path / "out").exit_code == 0
    copy, wanted = tmp_path / "copy.db", Filter(status="any")
    done = given(copy, "import", "jsonl", tmp_path / "out" / "record.jsonl")
    assert "10 new texts" in done.output and "2 judgements" in done.output
    with open_store(str(tmp_path / "own.db")) as one, open_store(str(copy)) as two:
        assert one.visits(wanted) == two.visits(wanted)
        assert list(one.readings()) == list(two.readings())
        assert one.documents() == two.documents()
        assert [one.document(each.id) for each in one.documents()] == [
            two.document(each.id) for each in two.documents()
        ]
        assert one.judgements(active_only=False) == two.judgements(active_only=False)
        assert one.sources() == two.sources() and one.meetings() == two.meetings() and one.review() == two.review()
    assert "10 known" in given(copy, "import", "jsonl", tmp_path / "out" / "record.jsonl").output


def test_what_read_prints_can_be_imported(tmp_path: Path) -> None:
    lines = tmp_path / "facts.jsonl"
    CliRunner().invoke(app, ["read", str(REPORTS), "--format", "json", "--output", str(lines)])
    with lines.open("a", encoding="utf-8") as file:
        file.write('{"document": {"id": "x", "source": "lost.txt"}, "error": "lost.txt: found nothing"}\n')
    db = tmp_path / "new.db"
    assert given(db, "import", "jsonl", lines).exit_code == 0
    assert DECEMBER in given(db, "visits").output
    lines.write_text('{"facts": []}\n', encoding="utf-8")
    broken = given(db, "import", "jsonl", lines)
    assert (broken.exit_code, "facts.jsonl:1:" in broken.output) == (1, True)


@pytest.mark.parametrize(
    ("form", "name"),
    [("plover", "events.plover.jsonl"), ("ftm", "entities.ftm.jsonl"), ("graphml", "visits.graphml")],
)
def test_a_record_leaves_in_forms_of_others(run: Run, tmp_path: Path, form: str, name: str) -> None:
    assert run("export", form, tmp_path).output.strip() == str(tmp_path / name)
    assert "BLR" in (tmp_path / name).read_text("utf-8")


def test_tables_leave_with_their_codebook(run: Run, tmp_path: Path) -> None:
    written = run("export", "csv", tmp_path).output.splitlines()
    assert {Path(path).name for path in written} >= {"visits.csv", "claims.csv", "codebook.md"}


def test_plots_are_written(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("altair", reason="the extra plots is not installed")
    pytest.importorskip("vl_convert", reason="the extra plots is not installed")
    assert run("plot", "timeline", "BLR", "CHN", "-o", tmp_path / "t.svg").exit_code == 0
    assert (tmp_path / "t.svg").read_text("utf-8").startswith("<svg")
    assert run("plot", "protocol", DECEMBER, "-o", tmp_path / "p.png").exit_code == 0
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
