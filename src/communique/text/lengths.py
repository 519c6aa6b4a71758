"""A sentence → how long something lasted, and how many times in a year it happened."""

from __future__ import annotations

import re

import msgspec

from communique.grammar import lazy
from communique.text.date_phrases import NUMBERS

TIMES = {"once": 1, "twice": 2, "thrice": 3}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_NUMBER = rf"(?:{'|'.join(NUMBERS)}|\d{{1,2}})"
_PLURAL = "|".join(word for word, number in NUMBERS.items() if number > 1)
_MANY = rf"(?:{_PLURAL}|\d{{1,2}})"
_TRIP = r"(?:visit|trip|tour|stay|journey|summit|meeting|talks|stop|stopover)"
_DURATION = lazy(
    rf"\b(?P<number>{_NUMBER})-(?P<unit>day|week)s?\b(?!-)"  # a two-day visit
    rf"|\b(?P<number2>{_NUMBER}) (?P<unit2>day|week) (?=(?:[a-z]+ )?{_TRIP}\b)"  # a three day visit
    r"|\b(?P<long>day|week)-?long\b"
    rf"|\b(?P<number3>{_NUMBER}) (?P<unit3>day)s and {_NUMBER} nights?\b"
    rf"|\b(?:for|lasts|lasting|lasted|to last|spend|spending|spent|stay|stayed)"
    rf" (?:about |nearly |some )?(?P<number4>{_NUMBER}) (?P<unit4>day|week)s?\b(?! (?:ago|later|earlier|before))"
    rf"|\b(?:over|of|total|his|her|their|after|during) (?:the )?(?P<number6>{_MANY}) (?P<unit6>day|week)s\b"
    r"(?! (?:ago|later))"
    rf"|\b(?P<number5>{_NUMBER}) (?P<unit5>day)s of (?:[a-z]+ )?(?:{_TRIP}|meeting)s?\b"
    rf"|\b{_TRIP} of (?P<number7>{_NUMBER}) (?P<unit7>day|week)s?\b",
    re.I,
)
_YEAR = (
    r"(?P<year{0}>this year|last year|(?:in|during) (?:19|20)\d\d|of the year"
    r"|within (?:a|the|one) year|in (?:a|one) year)\b"
)
_COUNT = lazy(
    rf"\b(?P<times>{'|'.join(TIMES)}|{_NUMBER} times) (?:already )?{_YEAR.format(1)}(?!,? (?:and )?\d)"
    rf"|\b(?!first time in (?:19|20))(?P<nth>{'|'.join(ORDINALS)}) (?:(?:[a-z]+ ){{0,2}}(?:time|{_TRIP})\b"
    r"(?:(?!\b(?:since|as|came|comes|was|is)\b)[^,.;]){0,40}? )?"
    rf"{_YEAR.format(2)}",
    re.I,
)
_FIGURES = lazy(r"(?:19|20)\d\d")


class Duration(msgspec.Struct, frozen=True):
    """How long, in days, and where the words stand, half-open."""

    start: int
    end: int
    days: int


class Count(msgspec.Struct, frozen=True):
    """How many times in a year; `year` as written where it is a number, else None for the year of the text."""

    start: int
    end: int
    number: int
    year: str | None


def durations(sentence: str) -> list[Duration]:
    """The lengths of a stay, in order: "two-day" is 2 days, "three days and two nights" 3, "week-long" 7.

    Days that lie between two events ("three days ago", "within ten days") are none.
    """
    if not any(sign in sentence for sign in ("day", "week", "Day")):
        return []
    return [Duration(hit.start(), hit.end(), _days(hit)) for hit in _DURATION.finditer(sentence) if _days(hit)]


def _days(hit: re.Match[str]) -> int:
    groups = {name.rstrip("234567"): word.lower() for name, word in hit.groupdict().items() if word}
    if "long" in groups:
        return 7 if groups["long"] == "week" else 1
    return _number(groups["number"]) * (7 if groups["unit"] == "week" else 1)


def _number(word: str) -> int:
    return NUMBERS.get(word) or int(word)


def counts(sentence: str) -> list[Count]:
    """The counts in a year that a sentence gives, in order: "twice in 2023", "the third visit this year"."""
    if "year" not in sentence and not _FIGURES.search(sentence):
        return []
    found = []
    for hit in _COUNT.finditer(sentence):
        times, nth = (hit["times"] or "").lower(), (hit["nth"] or "").lower()
        number = ORDINALS.index(nth) + 1 if nth else TIMES.get(times) or _number(times.split()[0])
        year = _FIGURES.search(hit["year1"] or hit["year2"])
        found.append(Count(hit.start(), hit.end(), number, year[0] if year else None))
    return found
