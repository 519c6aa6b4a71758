"""Dates of any precision (`2023`, `2023-12`, `2023-12-04`, `2023-02-28/2023-03-02`) into a test of overlap.

ISO dates compare as text: a year or month is smaller than each day in it, and with `~` appended larger
than each day in it. So no calendar is needed to ask whether two dates can meet.
"""

from __future__ import annotations

from communique.knowledge.tables import Holder

AFTER = "~"


def bounds(on: str) -> tuple[str, str]:
    """The smallest and largest text that a day within `on` can have; an open side of a range has no bound."""
    first, _, last = on.partition("/")
    first = first.strip("~?%.")
    last = last.strip("~?%.") if "/" in on else first
    return first, (last or AFTER) + AFTER


def in_office(start: str, last: str | None, first: str, final: str) -> bool:
    """Whether a term from `start` to `last` (inclusive; None: open) can share a day with the `bounds` first, final."""
    return start <= final and (last is None or last + AFTER >= first)


def fitness(term: Holder, on: str | None, office: str | None) -> tuple[object, ...]:
    """A sort key: terms held within `on` first, then those that ended last before it, then the later ones.

    Of one person's offices of a like rank at one time, those beside the chief one come last: a king's in his other
    realms, or the lead of a party.
    """
    wanted = office is None or term.office == office
    first, final = bounds(on) if on else ("~", "~")
    if in_office(term.start, term.last, first, final):
        tier, distance = 0, ""
    elif term.start <= final:
        tier, distance = 1, _descending(term.last or "~")
    else:
        tier, distance = 2, term.start
    beside = term.country != term.person.rpartition("|")[2], term.role == "party_leader"
    return tier, not wanted, -(term.rank or 0) if tier == 0 else 0, distance, -(term.rank or 0), beside


def _descending(date: str) -> str:
    return "".join(chr(ord("9") - int(c) + ord("0")) if c.isdigit() else c for c in date)
