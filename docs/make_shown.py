"""Commands that stand in the pages → the pages with what the commands print now (`make docs` runs it).

A block between `<!-- shown … -->` and `<!-- end -->` opens with a command after `$`. Of its output stay the lines from
the first that begins with `from` up to the one before the first that begins with `until`; `holds` lists, with bars
between them, the words that the prose around relies on. The commands of a page run in their order, in one new folder
that has `examples` and `docs` in it. `--check` writes nothing and fails if a page would change.
"""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from communique.cli import app

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/tutorial/index.md", "docs/how-to/*.md")
ENVIRONMENT = {"COLUMNS": "96", "NO_COLOR": "1", "COMMUNIQUE_DB": None}  # so many columns fit a page
BLOCK = re.compile(
    r"(?P<head><!-- shown(?P<asked>(?: \w+=\"[^\"]*\")*) -->\n```\n\$ (?P<command>communique [^\n]+)\n)"
    r".*?(?P<tail>```\n<!-- end -->)",
    re.DOTALL,
)


def pages() -> list[Path]:
    """The pages that show commands."""
    return sorted(path for pattern in PAGES for path in ROOT.glob(pattern) if "<!-- shown" in path.read_text("utf-8"))


def shown(page: Path) -> str:
    """The page with every command's output put in.

    Raises SystemExit: a command fails, or words that the prose relies on are printed no more.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name in ("examples", "docs"):
            (Path(folder) / name).symlink_to(ROOT / name)
        return BLOCK.sub(lambda block: _filled(block, page, Path(folder)), page.read_text("utf-8"))


def _filled(block: re.Match[str], page: Path, folder: Path) -> str:
    asked = dict(re.findall(r"(\w+)=\"([^\"]*)\"", block["asked"]))
    lines = [line.rstrip() for line in _printed(block["command"], folder).strip("\n").splitlines()]
    begin = _first(lines, asked.get("from"), 0)
    end = _first(lines, asked.get("until"), begin + 1) if "until" in asked else len(lines)
    kept = "\n".join([*(["…"] if begin else []), *lines[begin:end]]).rstrip() + ("\n…" if end < len(lines) else "")
    flat = " ".join(kept.split())
    if gone := [words for words in asked.get("holds", "").split("|") if words not in flat]:
        sys.exit(f"{page}: `{block['command']}` prints no more {gone}; want the prose around it mended")
    return f"{block['head']}{kept}\n{block['tail']}"


def _printed(command: str, folder: Path) -> str:
    with chdir(folder):
        done = CliRunner().invoke(app, shlex.split(command)[1:], env=ENVIRONMENT, prog_name="communique")
    if done.exit_code:
        sys.exit(f"`{command}` ends with {done.exit_code}: {done.output}")
    return done.output


def _first(lines: list[str], begins: str | None, start: int) -> int:
    if begins is None:
        return 0
    found = (at for at in range(start, len(lines)) if lines[at].lstrip().startswith(begins))
    return next(found, len(lines))


def main() -> None:
    """Writes the pages anew, or says which of them are out of date."""
    stale = []
    for page in pages():
        new = shown(page)
        if new != page.read_text("utf-8"):
            stale.append(page.relative_to(ROOT).as_posix())
            if "--check" not in sys.argv:
                page.write_text(new, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"not what the program prints now: {', '.join(stale)}; want: python docs/make_shown.py")


if __name__ == "__main__":
    main()
