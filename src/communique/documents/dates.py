"""Turns a publication date as sources write it into YYYY-MM-DD, YYYY-MM or YYYY."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_MONTH = r"(?P<month>\d{1,2})"
_DAY = r"(?P<day>\d{1,2})"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_WEEKDAY = r"(?:[A-Za-z]{3,9}\.?,?\s+)?"
_CLOCK = r"(?:[T,]?\s*(?:at\s+)?\d{1,2}:\d\d.*)?"  # a time of day says nothing about the day as it is written
_FORMS = [
    re.compile(form + _CLOCK, re.ASCII)
    for form in (
        rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?",
        rf"{_YEAR}[/.]{_MONTH}(?:[/.]{_DAY})?",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_DAY}\.{_MONTH}\.{_YEAR}",
        rf"{_WEEKDAY}{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAME},?\s+{_YEAR}",
        rf"{_DAY}-{_NAME}-{_YEAR}",
        rf"{_NAME},?\s+{_YEAR}",
        rf"{_YEAR}\s*年(?:\s*{_MONTH}\s*月(?:\s*{_DAY}\s*日)?)?",
    )
]


def published_date(written: object) -> str | None:
    """The day, month or year that `written` names, as YYYY-MM-DD, YYYY-MM or YYYY; None where it names none
    for sure.

    Read: ISO 8601 (a time of day is left out, its zone not reckoned with: the day is the one written),
    2023/12/05, 20231205, 5.12.2023 (day first), "December 5, 2023", "Tue, 5 Dec 2023 10:00 GMT", "December
    2023", 2023年12月5日. None for a day no calendar has, for years before 1500 or after 2099, and for
    5/12/2023, which two habits read as two different days.
    """
    if isinstance(written, datetime.date):
        written = written.isoformat()
    if isinstance(written, int):
        written = str(written)
    if not isinstance(written, str) or len(written) > 80:  # longer than any date: a sentence
        return None
    written = written.strip().strip("\"'")
    for form in _FORMS:
        if found := form.fullmatch(written):
            return _calendar(found.groupdict())
    return None


def _calendar(parts: dict[str, str | None]) -> str | None:
    """The parts in ISO order; None if together they are no day of the calendar."""
    year, day = int(parts["year"] or 0), int(parts.get("day") or 1)
    name = parts.get("name")
    month = _MONTHS.get(name.lower(), 0) if name else int(parts.get("month") or 1)
    try:
        whole = datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
    if parts.get("day"):
        return whole
    return whole[:7] if name or parts.get("month") else whole[:4]
