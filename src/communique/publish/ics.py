"""Planned visits become a calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TextIO

from communique.publish.saying import kind_words
from communique.publish.wording import name, printable
from communique.store import Filter, Store
from communique.visits.days import iso
from communique.visits.model import Visit

FOLD = 75  # octets a line may have, its line end not counted (RFC 5545, 3.1)


def export_ics(store: Store, file: TextIO, *, stamp: str) -> int:
    """Writes the planned visits of the record and gives how many; `stamp` is the time of writing, `20231204T120000Z`.

    Plans that are not dated to the day are left out. Open the file with newline="" so that line ends stay CRLF.
    """
    planned = [visit for visit in store.visits(Filter(status="planned")) if _is_dated(visit)]
    file.write(calendar(planned, stamp=stamp))
    return len(planned)


def calendar(visits: Iterable[Visit], *, stamp: str) -> str:
    """The visits as one calendar with CRLF line ends; days are whole days, tentative until they have come."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//communique//visits//EN", "CALSCALE:GREGORIAN"]
    for visit in visits:
        if _is_dated(visit):
            lines += _event(visit, stamp)
    return "".join(folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"])


def folded(line: str) -> str:
    """A line cut into lines of at most 75 octets, each but the first after a CRLF and a blank; no character is split.

    >>> folded("SUMMARY:short")
    'SUMMARY:short'
    """
    parts: list[str] = []
    part, size = "", 0
    for mark in line:
        octets = len(mark.encode())
        if size + octets > FOLD:
            parts.append(part)
            part, size = "", 1  # the blank that begins the next line
        part += mark
        size += octets
    return "\r\n ".join([*parts, part])


def escaped(words: str) -> str:
    """Words as a TEXT value: backslash, comma, semicolon and line end behind a backslash, no control characters."""
    safe = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(printable(line) for line in safe.splitlines())


def _event(visit: Visit, stamp: str) -> list[str]:
    start, end = date.fromisoformat(visit.first_day or ""), date.fromisoformat(visit.last_day or "")
    who = visit.guest.name or name(visit.guest_country)
    place = f"{visit.place.name}, " if visit.place and visit.place.name else ""
    told = ((one.source.name, one.title, one.published, one.url) for one in visit.reports)
    sources = "\n".join(", ".join(" ".join(part.split()) for part in parts if part) for parts in told)
    fields = {
        "UID": f"{escaped(visit.id)}@communique",
        "DTSTAMP": stamp,
        "DTSTART;VALUE=DATE": start.isoformat().replace("-", ""),
        "DTEND;VALUE=DATE": iso(end.toordinal() + 1).replace("-", ""),
        "SUMMARY": escaped(f"{who} in {name(visit.host_country)} ({kind_words(visit)})"),
        "LOCATION": escaped(f"{place}{name(visit.host_country)}"),
        "DESCRIPTION": escaped(sources),
        "STATUS": "TENTATIVE",
        "TRANSP": "TRANSPARENT",
    }
    return ["BEGIN:VEVENT", *(f"{key}:{value}" for key, value in fields.items()), "END:VEVENT"]


def _is_dated(visit: Visit) -> bool:
    return visit.precision == "day" and bool(visit.first_day and visit.last_day)
