"""The house: modules import only from earlier ones, two wings apart, small modules that say what for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "communique"
ORDER = (
    *("errors", "records", "grammar", "codebook", "knowledge", "documents", "text", "mentions", "facts"),
    *("pipeline", "visits", "analysis", "store", "publish", "web", "runs", "evaluation", "cli"),
)
READING = frozenset(ORDER[ORDER.index("grammar") : ORDER.index("visits")])
RECORD = frozenset(ORDER[ORDER.index("visits") : ORDER.index("runs")])
SHARED = frozenset({"errors", "records", "knowledge"})
EVERYWHERE = frozenset({"__init__", "__main__"})

WIDEST = 120  # characters of a line of the codebook, so that a change of one word shows as one
MOST_LINES = 260
LONGER: dict[str, str] = {}  # module → why it may be longer

MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The part of the house that a module stands in: its folder, or its own name."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported_parts(source: str) -> Iterator[tuple[int, str]]:
    """(line, part) of every import from the package, also those within functions."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(module=module, names=names, level=0) if module:
                modules = [f"{module}.{name.name}" if module == "communique" else module for name in names]
            case ast.ImportFrom(level=level) if level:
                yield node.lineno, "a relative import"
                continue
            case _:
                continue
        for name in modules:
            root, _, rest = name.partition(".")
            if root == "communique" and rest:
                yield node.lineno, rest.split(".")[0]


def faults(part: str, source: str) -> list[str]:
    """What a module of this part imports that it must not."""
    found = []
    for line, other in imported_parts(source):
        if other == part or other.startswith("_"):
            continue
        if other not in ORDER:
            found.append(f"line {line}: {other} has no place in the order")
        elif part in ORDER and ORDER.index(other) > ORDER.index(part):
            found.append(f"line {line}: {part} stands before {other}")
        elif part in RECORD and other in READING - SHARED:
            found.append(f"line {line}: {part} keeps the record and must not know how {other} reads")
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    part = part_of(path)
    assert part in ORDER or part in EVERYWHERE, f"{name_of(path)}: {part} has no place in the order"
    assert faults(part, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_with_one_line_that_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{name_of(path)} does not open with a docstring"
    first, *rest = docstring.splitlines()
    assert first.strip()
    assert not rest or not rest[0].strip(), f"{name_of(path)}: the first line of its docstring runs on"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_stays_small(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES or name_of(path) in LONGER, f"{lines} lines; want at most {MOST_LINES}"


def test_only_long_modules_are_excused() -> None:
    excused = {name: len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) for name in LONGER}
    assert {name for name, lines in excused.items() if lines <= MOST_LINES} == set()


@pytest.mark.parametrize(
    ("part", "source", "count"),
    [
        ("text", "from communique.records import Document", 0),
        ("text", "from communique import facts", 1),
        ("text", "def read():\n    from communique.facts import visits", 1),
        ("text", "import communique.web.page", 1),
        ("store", "from communique.pipeline import read_document", 1),
        ("store", "from communique.knowledge import countries", 0),
        ("runs", "from communique.pipeline import read_document\nfrom communique.store import save", 0),
        ("facts", "from . import visits", 1),
        ("facts", "from communique.helpers import tidy", 1),
        ("errors", "from communique import __version__", 0),
    ],
)
def test_the_check_itself_sees_a_wrong_import(part: str, source: str, count: int) -> None:
    assert len(faults(part, source)) == count


def test_no_two_modules_of_tests_have_one_name() -> None:
    tests = Path(__file__).parent
    names = [path.name for path in tests.rglob("*.py") if path.name != "conftest.py"]
    assert sorted({name for name in names if names.count(name) > 1}) == [], "pytest imports the first for both"


@pytest.mark.parametrize("path", sorted((PACKAGE / "codebook" / "en").glob("*.toml")), ids=lambda path: path.name)
def test_a_line_of_the_codebook_stays_short(path: Path) -> None:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    long = [number for number, line in lines if len(line) > WIDEST]
    assert not long, f"{path.name}: lines {long} are over {WIDEST} characters; a string goes on behind a backslash"
