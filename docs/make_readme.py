"""The commands that stand in README.md → README.md with what they print now (`make docs` runs it)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
WIDTH = "96"  # columns of a brief that fits a page
BLOCK = re.compile(r"(<!-- shown -->\n```\n\$ (communique [^\n]+)\n).*?(```\n<!-- end -->)", re.DOTALL)


def shown(block: re.Match[str]) -> str:
    """A block with its command's output put in."""
    program = Path(sys.executable).with_name("communique")
    printed = subprocess.run(
        [program, *block[2].split()[1:]],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    return f"{block[1]}\n{printed.stdout.strip()}\n{block[3]}"


if __name__ == "__main__":
    page = ROOT / "README.md"
    page.write_text(BLOCK.sub(shown, page.read_text(encoding="utf-8")), encoding="utf-8")
