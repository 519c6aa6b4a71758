"""What pages show as printed is what the commands print, and Python that they show runs."""

from __future__ import annotations

import re
from pathlib import Path

import make_shown
import pytest

from communique.store import open_store

ROOT = Path(__file__).parents[2]
PYTHON = re.compile(r"^( *)```python\n(.*?)^\1```", re.DOTALL | re.MULTILINE)
NOT_OURS = ("pandas",)  # a block that needs what the program does not


@pytest.mark.parametrize("page", make_shown.pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_what_its_commands_print(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == make_shown.shown(page), "run: python docs/make_shown.py"


def test_output_that_the_prose_relies_on_and_that_is_gone_is_named(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        '<!-- shown holds="no such words" -->\n```\n$ communique --version\n```\n<!-- end -->\n', encoding="utf-8"
    )
    with pytest.raises(SystemExit, match="no such words"):
        make_shown.shown(page)


def blocks() -> list[tuple[str, str]]:
    """Every block of Python that a page shows, with where it stands."""
    found = []
    for page in (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))):
        for number, hit in enumerate(PYTHON.finditer(page.read_text(encoding="utf-8"))):
            block = "\n".join(line.removeprefix(hit[1]) for line in hit[2].splitlines())
            if not any(f"import {name}" in block for name in NOT_OURS):
                found.append((f"{page.relative_to(ROOT).as_posix()}#{number}", block))
    return found


@pytest.mark.parametrize(("where", "block"), blocks(), ids=lambda value: value if "#" in value else "")
def test_python_that_a_page_shows_runs(
    where: str, block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("visits.db"):
        pass
    exec(compile(block, where, "exec"), {"__name__": "shown"})
