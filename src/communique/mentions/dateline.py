"""The first words of a text → the country in which it was written."""

from __future__ import annotations

import re

from communique.grammar import lazy
from communique.mentions.scan import scan

DATELINE = lazy(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,30}(?:[.,] \w+\.? \d{1,2}| \(|:| ?[-–—])")
DATED = lazy(
    r"\n(?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}, (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})\b"
)  # "Amman, 23 April"
HEAD = 400  # characters in which a text says where it was written


def dateline(text: str, start: int) -> str | None:
    """The country of a dateline in capitals at `start`: "HANOI, Dec. 12 --"; None without one."""
    return _land_of(DATELINE.match(text, start))


def dated_line(text: str) -> str | None:
    """The country of a line near the beginning such as "Amman, 23 April 2024"; None without one."""
    return _land_of(DATED.search(f"\n{text[:HEAD]}"))


def _land_of(line: re.Match[str] | None) -> str | None:
    """The country of the city that a dateline begins with."""
    name = re.split(r"[/,.(:–—-]", line[0])[0].strip() if line else ""
    cities = [atom for atom in scan(name.title()).atoms if "city" in atom.entry.refs] if name else []
    return cities[0].entry.refs["city"][0].partition("|")[2] if cities else None
