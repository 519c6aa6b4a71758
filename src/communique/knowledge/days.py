"""Dates of any precision (`2023`, `2023-12`, `2023-12-04`, `2023-02-28/2023-03-02`) into a test of overlap.

ISO dates compare as text: a year or month is smaller than each day in it, and with `~` appended larger
than each day in it. So no calendar is needed to ask whether two dates can meet.
"""

from __future__ import annotations

AFTER = "~"


def bounds(on: str) -> tuple[str, str]:
    """The smallest and largest text that a day within `on` can have; an open side of a range has no bound."""
    first, _, last = on.partition("/")
    first = first.strip("~?%.")
    last = last.strip("~?%.") if "/" in on else first
    return first, (last or AFTER) + AFTER


def in_office(start: str, last: str | None, first: str, final: str) -> bool:
    """Whether a term from `start` to `last` (inclusive, None: goes on) can share a day with first..final of `bounds`."""
    return start <= final and (last is None or last + AFTER >= first)
