"""The first words of a text → the country in which it was written, and where those words end."""

from __future__ import annotations

import re

from communique.grammar import lazy
from communique.mentions.scan import scan

DATELINE = lazy(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,30}(?:[.,] \w+\.? \d{1,2}| \(|:| ?[-–—])")
MIXED = lazy(  # "Delhi, May 05 : ", "Baghdad, Sep 12 (Agency): ", "Hanoi: The prime minister"
    r"(?m)^[ \t]*((?:[A-ZÀ-Þ][\w'’-]+ ?){1,3})(?:, (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?"
    r"(?: ?\([A-Z][^()\n]{1,20}\))? ?(?::|[-–—]{1,2}) (?=[A-ZÀ-Þ])"
)
DATED = lazy(
    r"\n(?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}, (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})\b"
)  # "Amman, 23 April"
HEAD = 400  # characters in which a text says where it was written


def dateline(text: str, start: int) -> tuple[str, int] | None:
    """The country of a dateline at the head of a text, "HANOI, Dec. 12 --", and where it ends; None without one."""
    line = DATELINE.match(text, start)
    land = _land_of(line)
    if line is not None and land is not None:
        return land, line.end()
    for hit in MIXED.finditer(text, start, min(len(text), start + HEAD)):
        city = _city(hit[1].strip())
        if city is not None:
            return city, hit.end()
    return None


def dated_line(text: str) -> str | None:
    """The country of a line near the beginning such as "Amman, 23 April 2024"; None without one."""
    return _land_of(DATED.search(f"\n{text[:HEAD]}"))


def _land_of(line: re.Match[str] | None) -> str | None:
    """The country of the city that a dateline begins with."""
    name = re.split(r"[/,.(:–—-]", line[0])[0].strip() if line else ""
    return _city(name, whole=False)


def _city(name: str, *, whole: bool = True) -> str | None:
    """The country of the city of that name; `whole`: the name holds nothing else."""
    atoms = scan(name.title()).atoms if name else ()
    cities = [a for a in atoms if "city" in a.entry.refs and (not whole or a.end - a.start == len(name))]
    return cities[0].entry.refs["city"][0].partition("|")[2] if cities else None
