"""The documents for people say what the code does: contract, commands, decisions, links."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import click
import pytest

from communique import codebook
from communique.cli import app
from communique.records import (
    AgreementFact,
    AnyFact,
    AssessmentFact,
    CommitmentFact,
    DocumentInfo,
    Fact,
    Flaw,
    Gap,
    MeetingFact,
    ProtocolFact,
    RelationshipFact,
    StanceFact,
    VisitFact,
)

ROOT = Path(__file__).parents[1]
CONTRACT = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
KINDS: dict[str, type[Fact]] = {
    "visit": VisitFact,
    "protocol": ProtocolFact,
    "meeting": MeetingFact,
    "agreement": AgreementFact,
    "relationship": RelationshipFact,
    "stance": StanceFact,
    "commitment": CommitmentFact,
    "assessment": AssessmentFact,
}
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*.md")])


def section(title: str) -> str:
    """The part of the contract under a heading."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", CONTRACT, re.DOTALL | re.MULTILINE)
    assert found, f"docs/facts.md has no part on {title}"
    return found[1]


def codes(text: str) -> set[str]:
    """What stands between backquotes."""
    return set(re.findall(r"`([^`\n]+)`", text))


def listed(title: str) -> set[str]:
    """The codes of a list such as **Signals**."""
    found = re.search(rf"\*\*{title}\*\*: (.*?)(?=\n\n|\. [A-Z])", CONTRACT, re.DOTALL)
    assert found, f"docs/facts.md has no list of {title}"
    return codes(found[1])


def literals(hint: Any) -> set[str]:
    """The words that a type allows."""
    if get_origin(hint) is Literal:
        return {value for value in get_args(hint) if isinstance(value, str)}
    return {word for part in get_args(hint) for word in literals(part)}


def test_the_contract_names_every_kind() -> None:
    assert {fact.__struct_config__.tag for fact in get_args(AnyFact)} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_contract_names_every_field_of_a_kind_and_every_word_that_it_can_hold(kind: str) -> None:
    said = codes(section(kind))
    own = set(KINDS[kind].__struct_fields__) - set(Fact.__struct_fields__)
    assert own - said == set()
    hints = get_type_hints(KINDS[kind])
    words = {word for name in own for word in literals(hints[name])}
    if kind == "meeting":
        words -= literals(get_type_hints(VisitFact)["status"])  # told of under visit
    assert words - said == set()


def test_the_contract_names_every_field_of_a_document_and_of_every_fact() -> None:
    assert set(DocumentInfo.__struct_fields__) - codes(section("The document")) == set()
    assert set(Fact.__struct_fields__) - codes(section("Every fact")) == set()


def test_the_contract_names_flaws_and_gaps() -> None:
    said = section("Flaws and gaps")
    assert literals(get_type_hints(Flaw)["flaw"]) - codes(said) == set()
    assert all(f'"{name}"' in said for name in Gap.__struct_fields__)


@pytest.mark.parametrize(("title", "field"), [("Signals", "signal"), ("Issues", "issue"), ("Fields", "fields")])
def test_rules_give_only_codes_that_the_contract_lists(title: str, field: str) -> None:
    given = {
        word.strip() for rule in codebook.load().rules if (value := rule.gives.get(field)) for word in value.split(",")
    }
    assert given - listed(title) == set()


def test_the_contract_lists_as_many_codes_as_were_agreed() -> None:
    assert [len(listed(title)) for title in ("Signals", "Issues", "Fields")] == [32, 38, 31]


def test_decisions_are_numbered_without_a_gap_and_open_with_their_number() -> None:
    notes = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [note.name[:4] for note in notes] == [f"{number:04}" for number in range(1, len(notes) + 1)]
    for number, note in enumerate(notes, start=1):
        assert note.read_text(encoding="utf-8").startswith(f"# {number}. "), note.name


def test_the_command_reference_is_what_the_commands_say() -> None:
    pytest.importorskip("communique.cli", reason="there is no command line yet")
    made = subprocess.run(
        [sys.executable, ROOT / "docs" / "make_commands.py"], check=True, capture_output=True, text=True
    )
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == made.stdout, "run: make docs"


def is_made(page: Path) -> bool:
    """Whether the site makes the page when it is built; tests/pages holds that these links lead somewhere."""
    address = page.resolve().relative_to(ROOT).as_posix()
    return address == "docs/schema.md" or re.fullmatch(r"docs/codebook/[a-z]+\.md", address) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_and_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = {link.split("#")[0] for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text)} - {""}
    assert {link for link in links if not (page.parent / link).exists() and not is_made(page.parent / link)} == set()
    named = set(re.findall(r"`((?:src|tests|docs|bench|examples)/[\w./-]+)`", text))
    assert {path for path in named if not (ROOT / path).exists()} == set()


def commands(page: Path) -> set[str]:
    """Every call of the program that a page shows in a block of shell, or as what was typed; without its comment."""
    text = page.read_text(encoding="utf-8")
    typed = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    typed += re.findall(r"^\$ (communique .+)$", text, re.MULTILINE)
    parts = (part.split(" #")[0].strip() for line in typed for part in line.split(" | "))
    return {part.removeprefix(".venv/bin/") for part in parts if re.match(r"(?:\.venv/bin/)?communique ", part)}


SHOWN = sorted((page.relative_to(ROOT).as_posix(), line) for page in PAGES for line in commands(page))


@pytest.mark.parametrize(("page", "line"), SHOWN)
def test_a_command_that_a_page_shows_exists_with_its_options(page: str, line: str) -> None:
    words = shlex.split(line.partition(" > ")[0])[1:]
    command: click.Command | None = app
    name: str | None = "communique"
    while words and isinstance(command, click.Group):
        context = command.make_context(name, [], resilient_parsing=True)
        assert words[0].startswith("-") or command.get_command(context, words[0]), f"{page}: {name} has no {words[0]}"
        if words[0].startswith("-"):
            break
        name, command, words = command.resolve_command(context, words)
    known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)} | {"--help", "-h"}
    given = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert given - known == set(), f"{page}: {line}"
