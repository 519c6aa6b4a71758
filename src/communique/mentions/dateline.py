"""The first words of a text → the country in which it was written, and where those words end."""

from __future__ import annotations

import re

from communique.grammar import lazy
from communique.mentions.scan import scan

NAME = r"(?:[A-ZÀ-Þ](?=[\w'’-])\w*+(?:['’-]\w++)*+ ?)"  # of one word; it is not cut in two
DATELINE = lazy(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,30}(?:, (?P<land>[A-Z][a-z]+))?"
    r"(?:[.,] (?:\w+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)| \(|:| ?[-–—])"
)
MIXED = lazy(  # "Delhi, May 05 : ", "Baghdad, Sep 12 (Agency): ", "Hanoi: The prime minister"
    rf"(?m)^[ \t]*({NAME}{{1,3}})(?:, (?:\d{{1,2}} )?[A-Z][a-z]{{2,8}}\.?(?: \d{{1,2}})?)?"
    r"(?: ?\([A-Z][^()\n]{1,20}\))? ?(?::|[-–—]{1,2}) (?=[A-ZÀ-Þ])"
)
AGENCY = lazy(  # "Minsk, Jan 25 (Agency) The president"
    rf"(?m)^[ \t]*({NAME}{{1,3}}),? [A-Z][a-z]{{2,8}}\.? \d{{1,2}} ?\([A-Z][^()\n]{{1,20}}\),? (?=[A-ZÀ-Þ])"
)
DAY = r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})"
DATED = lazy(rf"\n\(?(?P<city>{NAME}{{1,3}}), {DAY}\b")  # "Amman, 23 April"
AFTER_DAY = lazy(rf"\n{DAY},? \d{{4}}(?:, \d\d?[:.]\d\d)?, (?P<city>{NAME}{{1,3}})\n")
DONE_AT = lazy(rf"\n(?:Done|Issued|Adopted|Signed) (?:at|in) (?P<city>{NAME}{{1,3}})(?:,| on )")
WROTE_FROM = lazy(  # "Letter from Tokyo: …", "From Our Special Correspondent, Warsaw", "By Ada Penn in Nairobi"
    r"\n(?:[^\n:]{0,20}: )?"
    rf"(?:(?:Letter|Postcard|Dispatch|Notebook|Diary|Report|Reportage) from (?P<there>{NAME}{{1,3}})"
    rf"|[Ff]rom (?:[Oo]ur|[Aa]) (?:[A-Z]?[a-z]+ )?[Cc]orrespondent(?:,| in) (?P<city>{NAME}{{1,3}})"
    rf"|(?:By |(?<!^\n)){NAME}{{2,4}}(?:and {NAME}{{2,4}})?in (?P<by>{NAME}{{1,3}})(?=\n))"
)
HEAD = 400  # characters in which a text says where it was written


def dateline(text: str, start: int) -> tuple[str, int] | None:
    """The country of a dateline, "HANOI, Dec. 12 --", at `start` or at the head of a line soon after, and its end."""
    at = start
    while 0 <= at < start + HEAD:
        line = DATELINE.match(text, at)
        land = _land_of(line)
        if line is not None and land is not None:
            return land, line.end()
        at = text.find("\n", at) + 1 or -1
    end = min(len(text), start + HEAD)
    for hit in (*MIXED.finditer(text, start, end), *AGENCY.finditer(text, start, end)):
        city = _city(hit[1].strip())
        if city is not None:
            return city, hit.end()
    return None


def dated_line(text: str) -> str | None:
    """The country of a line such as "Amman, 23 April 2024" near the beginning, or "Done at Amman" at the end."""
    head = f"\n{text[:HEAD]}"
    return _land_of(DATED.search(head) or AFTER_DAY.search(head)) or _land_of(DONE_AT.search(text, len(text) - HEAD))


def written_from(text: str) -> str | None:
    """The country from which somebody says that he writes: "Letter from Tokyo", "By Ada Penn in Nairobi"."""
    hits = WROTE_FROM.finditer(f"\n{text[:HEAD]}")
    cities = (_city((hit["there"] or hit["city"] or hit["by"]).strip()) for hit in hits)
    return next((city for city in cities if city is not None), None)


def _land_of(line: re.Match[str] | None) -> str | None:
    """The country of the city that a dateline begins with, or that it names itself: "LINKÖPING, Sweden, …"."""
    named = line.groupdict() if line else {}
    words = (named.get("city") or line[0]) if line else ""
    land = named.get("land")
    return _city(re.split(r"[/,.(:–—-]", words)[0].strip(), whole=False) or (_country(land) if land else None)


def _country(name: str) -> str | None:
    """The country of that name."""
    atoms = [a for a in scan(name).atoms if "country" in a.entry.refs and a.end - a.start == len(name)]
    return atoms[0].entry.refs["country"][0] if atoms else None


def _city(name: str, *, whole: bool = True) -> str | None:
    """The country of the city of that name; `whole`: the name holds nothing else."""
    atoms = scan(name.title()).atoms if name else ()
    cities = [a for a in atoms if "city" in a.entry.refs and (not whole or a.end - a.start == len(name))]
    return cities[0].entry.refs["city"][0].partition("|")[2] if cities else None
