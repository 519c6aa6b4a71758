"""Dates, numbers and names of the record become words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.analysis import Interval
from communique.publish.wording import name, plain
from communique.visits.days import span_of
from communique.visits.model import Visit

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


NO_FIELD = "no field named"


def day(edtf: str | None) -> str:
    """A date in words, as precise as it is: "3 December 2023", "December 2023", "about 4 December 2023"."""
    if edtf and "/" in edtf:
        left, _, right = edtf.partition("/")
        return f"{day(left)} to {day(right)}"
    span = span_of(edtf)
    if span is None:
        return edtf or "an unknown day"
    on = date.fromordinal(span.first)
    about = "about " if span.approximate else ""
    if span.precision == "year":
        return f"{about}{on.year}"
    month = f"{MONTHS[on.month - 1]} {on.year}"
    return f"{about}{on.day} {month}" if span.precision == "day" else f"{about}{month}"


def dates(visit: Visit) -> str:
    """The days of a visit in words, with what they share said once: "3 to 4 December 2023"."""
    if visit.precision == "unknown":
        return "on an unknown day"
    if not visit.until or visit.until == visit.start:
        return day(visit.start)
    start, end = day(visit.start), day(visit.until)
    left, right = start.split(" "), end.split(" ")
    if len(left) == len(right) == 3:
        while len(left) > 1 and left[-1] == right[len(left) - 1]:
            left.pop()
    return f"{' '.join(left)} to {end}"


def span_words(interval: Interval) -> str:
    """A gap in words: "276 days", "275 to 305 days"."""
    if interval.is_exact:
        return counted(interval.least, "day")
    return f"{interval.least} to {interval.most} days"


def counted(number: int, thing: str) -> str:
    """The number with its thing: "1 day", "2 days"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def ordinal(number: int) -> str:
    """The place in a row: "second", "11th"."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    last = number % 10 if number % 100 // 10 != 1 else 0
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def points(least: float, most: float) -> str:
    """Points with one decimal, as a span where they are not known: "4.0 to 9.5"."""
    return f"{least:.1f}" if abs(most - least) < 0.05 else f"{least:.1f} to {most:.1f}"


def guest_words(visit: Visit) -> str:
    """The guest by name, else by office, else by country."""
    if visit.guest.name:
        return visit.guest.name
    country = name(visit.guest_country)
    return f"the {plain(visit.guest.office)} of {country}" if visit.guest.office else f"a guest from {country}"


def kind_words(visit: Visit) -> str:
    """The kind in words: "working visit"; "visit" where none is declared."""
    if visit.kind == "event_only":
        return "visit for an event only"
    return f"{plain(visit.kind)} visit" if visit.kind else "visit"


def visit_line(visit: Visit) -> str:
    """A visit in one line: who, what, where, when."""
    to = name(visit.host_country)
    return f"{guest_words(visit)}, {kind_words(visit)} to {to}, {dates(visit)}"


def listed(words: Iterable[str]) -> str:
    """Several things in a row: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def sentence(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
