"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import inspect
import json
import os
import re
import signal
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import communique
from communique import __version__
from communique.cli import COMMANDS, app, main
from communique.cli.layout import Format, Layout
from communique.cli.workers import CHUNK_TEXTS, print_readings
from communique.documents import identify
from communique.documents.identity import failed
from communique.errors import DocumentError
from communique.records import Document, Evidence, Reading, VisitFact

STORY = "The President of Vesta arrived."
JSON = Layout(Format.JSON)


# Readers that other processes can import.


def read_plainly(document: Document) -> Reading:
    """A visit told by the first word."""
    words = document.text.split()[0]
    fact = VisitFact(id="f00d", evidence=(Evidence(0, len(words), words),), rule="en.test", guest_country="FRA")
    return Reading(document=identify(document), facts=(fact,))


def read_or_raise(document: Document) -> Reading:
    if "raise" in document.text:
        raise ZeroDivisionError("nobody came")
    return read_plainly(document)


def read_or_die(document: Document) -> Reading:
    if "die" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_plainly(document)


def documents(count: int, **special: str) -> list[Document]:
    return [Document(source=f"{at}.txt", text=special.get(f"at_{at}", f"Text {at}")) for at in range(count)]


def derivation(document: Document, fact_id: str) -> str:
    return f"{fact_id} read by en.test\n"


def stub_pipeline() -> types.ModuleType:
    """A pipeline over the plain reader."""
    stub = types.ModuleType("communique.pipeline")
    stub.read_document = read_or_raise  # type: ignore[attr-defined]
    stub.why = derivation  # type: ignore[attr-defined]
    return stub


def main_over_stub() -> None:
    """The program, over the plain reader."""
    sys.modules["communique.pipeline"] = stub_pipeline()
    main()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch):
    """Runs the command line in this process over the plain reader."""
    stub = stub_pipeline()
    monkeypatch.setitem(sys.modules, "communique.pipeline", stub)
    monkeypatch.setattr(communique, "pipeline", stub, raising=False)
    return lambda *arguments, **options: CliRunner().invoke(
        app, [str(one) for one in arguments], prog_name="communique", **options
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


# read


def test_json_is_one_line_for_each_text_in_order(run, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"text": f"Text {at}", "id": at}) + "\n" for at in range(5)))
    result = run("read", path, "--format", "json")
    assert result.exit_code == 0
    assert [json.loads(line)["document"]["source"] for line in result.stdout.splitlines()] == [
        f"{path}#{at}" for at in range(5)
    ]


def test_a_failure_is_a_row_a_line_on_stderr_and_exit_1(run, story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "raise.txt").write_text("raise it")
    result = run("read", tmp_path, "--format", "json")
    assert result.exit_code == 1
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [set(row) - {"document"} for row in rows] == [{"error"}, {"error"}, {"facts", "flaws", "gaps"}]
    assert "ZeroDivisionError: nobody came" in rows[1]["error"]
    assert rows[1]["document"]["id"]
    assert result.stderr == "communique: 2 of 3 texts were not read; their rows say why\n"


def test_the_brief_is_the_default_and_plain_in_a_pipe(run, story: Path) -> None:
    result = run("read", story)
    assert result.exit_code == 0
    assert result.stdout.startswith("France → ?\n")
    assert "“The”" in result.stdout
    assert "\x1b" not in result.stdout


def test_who_reads_a_brief_is_told_how_to_give_the_date_that_a_text_lacks(run, story: Path) -> None:
    assert run("read", story).stderr == "communique: 1 of 1 texts come without a date; --published gives one\n"
    assert run("read", story, "--published", "2024").stderr == ""
    assert run("read", story, "--format", "json").stderr == ""


def test_the_table_has_a_line_for_each_fact(run, story: Path) -> None:
    first, second = run("read", story, "--format", "table").stdout.splitlines()
    assert first.startswith(str(story))
    assert second.split()[0] == "visit"


def test_options_reach_the_documents(run, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"body": "Text"}\n')
    result = run("read", path, "--field", "text=body", "--published", "6 Dec 2023", "--format", "json")
    assert json.loads(result.stdout)["document"]["published"] == "2023-12-06"


def test_standard_input(run) -> None:
    assert run("read", "-", "--format", "json", input='{"text": "Text", "id": 7}\n').stdout.count('"source":"-#7"') == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "x.txt", "--format", "xml"),
        ("read", "x.txt", "--published", "2023-02-31"),
        ("read", "x.txt", "--field", "text"),
        ("read", "x.txt", "--field", "words=body"),
        ("read", "x.txt", "--encoding", "klingon"),
        ("read", "x.txt", "--jobs", "-1"),
        ("reed",),
        ("who", "the Chinese leader", "--on", "someday"),
    ],
)
def test_a_wrong_command_ends_with_2(run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_output_goes_to_a_file_but_never_into_the_input(run, story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "all.jsonl"
    assert run("read", story, "--output", target).exit_code == 1  # no such folder
    target.parent.mkdir()
    assert run("read", story, "--output", target).exit_code == 0  # in the form that its name asks for
    assert json.loads(target.read_text())["facts"]
    assert run("read", tmp_path, "--output", target).exit_code == 2
    assert run("read", story, "--output", story).exit_code == 2
    assert story.read_text() == STORY


# why, schema, and the group


def test_why_prints_each_derivation_or_those_asked_for(run, story: Path) -> None:
    assert run("why", story).stdout == "f00d read by en.test\n\n"
    assert run("why", story, "f0").stdout == "f00d read by en.test\n\n"
    result = run("why", story, "beef")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("communique: ")


def test_schema_is_that_of_the_records(run) -> None:
    schema = json.loads(run("schema").stdout)
    assert {"Reading", "Failure", "VisitFact", "Evidence"} <= set(schema["$defs"])


def test_the_version_and_the_commands_are_shown(run) -> None:
    assert run("--version").stdout == f"communique {__version__}\n"
    shown = run("--help").stdout
    assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize(
    ("words", "names"),
    [((), list(COMMANDS)), (("judge",), ["same", "not-same", "value", "reject", "accept", "list"])],
)
def test_commands_are_listed_in_the_order_of_their_table(run, words: tuple[str, ...], names: list[str]) -> None:
    shown = run(*words, "--help").stdout.partition("Commands:\n")[2]
    assert re.findall(r"^  (\S+)", shown, re.MULTILINE) == names


def commands_below(command: click.Command) -> Iterator[click.Command]:
    """The command, or those of a group, each with its module imported."""
    if not isinstance(command, click.Group):
        yield command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.resolve_command(context, [name])[1]
        assert found is not None
        yield from commands_below(found)


def test_every_function_takes_what_its_options_give() -> None:
    taken = {command.callback: {param.name for param in command.params} for command in commands_below(app)}
    assert len(taken) > len(COMMANDS)
    assert taken == {function: set(inspect.signature(function).parameters) for function in taken if function}


def test_the_help_of_a_command_tells_of_its_arguments_options_and_defaults(run) -> None:
    shown = run("read", "-h").stdout
    assert "Usage: communique read [OPTIONS] PATHS...\n" in shown
    assert "PATHS...  Files, folders and addresses" in shown
    assert "--format [brief|json|table]  How to print; without it, by the name of the" in shown
    assert "[default: 1; 0 or more]" in shown


def test_a_choice_is_taken_in_capitals_too(run, story: Path) -> None:
    assert run("read", story, "--format", "JSON").stdout == run("read", story, "--format", "json").stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("communique fac", {"facts"}),
        ("communique judge re", {"reject"}),
        ("communique read --f", {"--format", "--field"}),
    ],
)
def test_a_shell_completes_commands_and_options(run, typed: str, offered: set[str]) -> None:
    asked = {"_COMMUNIQUE_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    assert {line.partition(",")[2] for line in run(env=asked).stdout.splitlines()} == offered


def test_an_interrupt_of_any_command_ends_it_with_130(run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(document: Document, fact_id: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["communique.pipeline"], "why", stopped)
    result = run("why", story)
    assert (result.exit_code, result.output) == (130, "")


def test_what_a_user_can_mend_is_one_line(run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, fact_id: str) -> str:
        raise DocumentError("two\nlines")

    monkeypatch.setattr(sys.modules["communique.pipeline"], "why", broken)
    result = run("why", story)
    assert (result.exit_code, result.stderr) == (1, "communique: two lines\n")


# Several processes


def test_one_process_and_many_print_the_same() -> None:
    texts = documents(3 * CHUNK_TEXTS + 5, at_9="please raise", at_150="raise again")
    mixed = [*texts, failed("gone.txt", "no such file"), *documents(2)]
    alone = list(print_readings(mixed, read_or_raise, JSON))
    assert list(print_readings(mixed, read_or_raise, JSON, jobs=3)) == alone
    assert [printed.is_failure for printed in alone].count(True) == 3


def test_a_text_that_kills_its_process_is_a_failure_and_the_others_are_read() -> None:
    texts = documents(2 * CHUNK_TEXTS, at_3="now die")
    expected = list(print_readings(texts, read_plainly, JSON))
    found = list(print_readings(texts, read_or_die, JSON, jobs=2))
    assert [at for at, printed in enumerate(found) if printed.is_failure] == [3]
    assert b"killed the process" in found[3].text
    assert found[:3] + found[4:] == expected[:3] + expected[4:]


def test_texts_are_taken_no_faster_than_they_are_printed() -> None:
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield Document(source="a.txt", text="Text")

    stream = print_readings(endless(), read_plainly, JSON, jobs=1)
    next(stream)
    assert taken == 1


# As a program


PROGRAM = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import test_cli; test_cli.main_over_stub()",
]


def test_as_a_program_it_reads_and_ends_with_its_code(story: Path) -> None:
    done = subprocess.run([*PROGRAM, "read", str(story), "--format", "json"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["document"]["source"] == str(story)
    done = subprocess.run([*PROGRAM, "read", f"{story}.gone", "--format", "json"], capture_output=True, check=False)
    assert done.returncode == 1
    assert "no such file" in json.loads(done.stdout)["error"]
    assert subprocess.run([*PROGRAM, "read"], capture_output=True, check=False).returncode == 2


def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "Nothing of note."}\n' * 5000)
    command = [*PROGRAM, "read", str(path), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()


def _interrupted(running: subprocess.Popen[bytes]) -> bytes:
    """What it says when it is interrupted; asked again where the first fell into the start of Python itself."""
    for _ in range(6):
        running.send_signal(signal.SIGINT)
        try:
            return running.communicate(timeout=10)[1]
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("it went on after six interrupts")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_with_one_line(tmp_path: Path, jobs: str) -> None:
    pipe = tmp_path / "endless"
    os.mkfifo(pipe)
    command = [*PROGRAM, "read", str(pipe), "--format", "json", "--jobs", jobs]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is deaf to it, and its children
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running,
        pipe.open("w") as stream,  # opens once the program does
    ):
        stream.write('{"text": "Nothing of note."}\n' * CHUNK_TEXTS)
        stream.flush()
        errors = _interrupted(running)
    assert running.returncode == 130
    assert b"Traceback" not in errors
    assert b"interrupted" in errors


def test_only_the_command_that_is_called_is_imported() -> None:
    probe = (
        "import sys, communique.cli as cli; cli.app(['--help'], standalone_mode=False);"
        "commands = {place.partition(':')[0] for place, _ in cli.COMMANDS.values()};"
        "print(sorted((commands | {'communique.pipeline', 'trafilatura', 'sqlalchemy', 'rich.console', 'pydantic'})"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_reader_itself_gives_the_same_bytes_with_one_process_and_two() -> None:
    examples = Path(__file__).parents[1] / "examples"
    command = [
        sys.executable,
        "-c",
        "from communique.cli import main; main()",
        "read",
        str(examples),
        "--format",
        "json",
    ]
    alone = subprocess.run(command, capture_output=True, check=True).stdout
    assert alone.count(b"\n") == len([*examples.glob("*.txt"), *examples.glob("*.md")])
    assert subprocess.run([*command, "--jobs", "2"], capture_output=True, check=True).stdout == alone
