"""Turns the first lines of a text into the day on which it says it was written: a date line, or a line that is a date.

For texts that come without a date of their own. A date inside a sentence or headline is an event's and is not taken.
"""

from __future__ import annotations

import re
from itertools import islice

from communique.documents.dates import published_date

_DATE = r"(?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2},? |\d{1,2} [A-Z][a-z]{2,8}\.?,? )\d{4})"
_PLACE = r"[A-ZÀ-Þ](?=[\w'’.-])[\w.]*+(?:['’-]\w++)*+"
_AGENCY = r"(?: ?\([^()]{2,40}\))?"
_DATE_LINE = re.compile(  # "BELGRADE, May 8, 2024 - ", "New Delhi (Agency), 8 May 2024: ", "Amman, 23 April 2024"
    rf"\(?{_PLACE}(?:[ /]{_PLACE}){{0,3}}(?:, {_PLACE}(?: {_PLACE})?)?{_AGENCY},? "
    rf"(?:[A-Z][a-z]+day,? )?{_DATE}{_AGENCY}\)?(?: ?[-–—]{{1,2}}|:| ?$)"
)
_SAID = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified|issued|released|dated?)(?: on| at)? ?:? ?)?",
    re.IGNORECASE,
)
_STAMP = re.compile(  # behind other words of its line: "Talks in Paris (Agency)Updated: 2024-05-06 07:03"
    r"(?<![A-Za-z])(?:Published|Posted|Updated|Modified)(?: on)? ?: ?(?:[A-Z][a-z]{2,8},? )?"
    rf"(?:{_DATE}|(?P<day>\d{{4}}-\d\d-\d\d))\b"
)
_PARTS = re.compile(r" [|·•–—-] ")  # "By our correspondent | 8 May 2024 | Belgrade"
LINES = 8  # that are not empty, in which a text says when it was written
LONGEST = 120  # characters of a line that says nothing else


def dated(text: str) -> str | None:
    """The day, as YYYY-MM-DD, in the first date line or line of a date; None where none of the first lines is one."""
    lines = (line.strip() for line in text[:8_000].split("\n"))
    for line in islice(filter(None, lines), LINES):
        if found := _DATE_LINE.match(line):
            day = published_date(found["date"])
        elif len(line) <= LONGEST:
            day = next(filter(None, map(_day_of, _PARTS.split(line))), None) or _stamped(line)
        else:
            continue
        if day and len(day) == len("2024-05-08"):
            return day
    return None


def _day_of(words: str) -> str | None:
    said = _SAID.match(words)
    return published_date(words[said.end() :] if said else words)


def _stamped(line: str) -> str | None:
    """The day of a line that ends with one, said to be that of its publication."""
    found = _STAMP.search(line)
    return published_date(found["date"] or found["day"]) if found else None
