"""A sentence → how long something lasted, and how many times in a year it happened."""

from __future__ import annotations

import re

import msgspec

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
TIMES = {"once": 1, "twice": 2, "thrice": 3, "three times": 3, "four times": 4, "five times": 5, "six times": 6}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}

_NUMBER = rf"(?:{'|'.join(NUMBERS)}|\d{{1,2}})"
_DURATION = re.compile(
    rf"\b(?P<n>{_NUMBER})[- ]days?\b(?! (?:ago|later|earlier|before|after|of (?:mourning|talks at)))"
    rf"|\b(?P<week>week|day)-?long\b|\b(?:for|lasting|lasted|spend|spent|over|of) (?P<m>{_NUMBER}) days\b"
    rf"|\b(?P<d>{_NUMBER}) days and (?:{_NUMBER}) nights\b",
    re.I,
)
_COUNT = re.compile(
    rf"\b(?P<times>{'|'.join(TIMES)}) (?:already )?(?:in|during) (?P<y>(?:19|20)\d\d|(?:the )?(?:past|this|last) year)\b"
    rf"|\b(?P<times2>{'|'.join(TIMES)}) (?P<y2>this year|last year)\b"
    rf"|\b(?P<nth>{'|'.join(ORDINALS)}) (?:time |visit |trip |such visit |state visit |official visit |working visit )"
    r"(?:[^,.;]{0,40}? )?(?P<y3>this year|in (?:19|20)\d\d|of the year|within (?:a|the) year)\b",
    re.I,
)


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
    """The lengths of time in a sentence, in order: "two-day" is 2 days, "three days and two nights" 3, "week-long" 7."""
    if "day" not in sentence and "long" not in sentence and "Day" not in sentence:
        return []
    found = []
    for hit in _DURATION.finditer(sentence):
        word = (hit["n"] or hit["m"] or hit["d"] or "").lower()
        days = (7 if hit["week"].lower() == "week" else 1) if hit["week"] else NUMBERS.get(word) or int(word)
        if days:
            found.append(Duration(hit.start(), hit.end(), days))
    return found


def counts(sentence: str) -> list[Count]:
    """The counts in a year that a sentence gives, in order: "twice in 2023", "the third visit this year"."""
    found = []
    for hit in _COUNT.finditer(sentence):
        times = (hit["times"] or hit["times2"] or "").lower()
        number = TIMES.get(times) or ORDINALS[(hit["nth"] or "first").lower()]
        year = re.search(r"(?:19|20)\d\d", hit["y"] or hit["y2"] or hit["y3"] or "")
        found.append(Count(hit.start(), hit.end(), number, year[0] if year else None))
    return found
