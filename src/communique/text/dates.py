"""A sentence → the phrases in it that name a day, a month, a season or a year, or a stretch of them.

Nothing is resolved here: a mention keeps what its words say, and `resolve` makes days of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, Literal

import ahocorasick_rs
import msgspec

from communique.grammar import lazy
from communique.text.date_phrases import MONTH, MONTHS, NUMBERS, PHRASES, SIGNS, WEEKDAYS, Form, Sign

BEFORE = 40  # characters that a phrase may have before its sign: "Wednesday, the 28th to Friday, the 30th of June"
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # as EDTF numbers them


class DateMention(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date phrase: `quote == sentence[start:end]`; what the words leave out is None.

    A range has `last_*`, both ends included. `part` is that of a month, season or year; "before" and "after" are
    "earlier this month" and "later this month". `shift` counts units from the day that the phrase leans on: the
    text's own day, or for `later` the day that was spoken of last; on a weekday, month or season -1 is "last", 0
    "this", 1 "next". `year_shift` is -1 for "of last year". `ahead` ("in three days") is a date in the future only.
    """

    start: int
    end: int
    quote: str
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    last_weekday: int | None = None
    season: int | None = None
    part: Literal["early", "mid", "late", "before", "after"] | None = None
    unit: Literal["day", "week", "weekend", "month", "year"] | None = None
    shift: int | None = None
    year_shift: int | None = None
    told: bool = False


_SIGN_OF: list[Sign] = [sign for sign, words in SIGNS.items() for _ in words]
_SCAN = ahocorasick_rs.AhoCorasick(
    [word for words in SIGNS.values() for word in words], implementation=ahocorasick_rs.Implementation.DFA
)
_AND = lazy(r",? (?:and|or|then)(?: again)?(?: in| on)? |, ")
_OPENS = lazy(r" \((?:an? |on (?:a )?)?")
_WORD_START = lazy(r"(?<![^\s(\[\"'—])\w")
_WHICH = {
    "this": 0,
    "same": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "that": 0,
}
_TOLD = ("that", "same", "following", "previous")  # of a year: of the one spoken of, and not of the text's
_ORDER = {
    "same": 0, "that": 0, "previous": -1, "preceding": -1, "next": 1, "following": 1, "before": -1, "after": 1,
}  # fmt: skip
_DAY_WORDS = {"yesterday": -1, "last": -1, "tomorrow": 1}
_EARLY, _MID, _LATE = (
    ("early", "beginning", "start", "first"),
    ("mid", "middle", "second week", "third week"),
    ("late", "end"),
)


def find_dates(sentence: str) -> list[DateMention]:
    """The date phrases of one sentence, in order, not overlapping. Clock times, decades, ages and counts are none."""
    found: list[DateMention] = []
    done = 0
    for word, at, past in _SCAN.find_matches_as_indexes(sentence):
        sign = _SIGN_OF[word]
        if at < done or (sign == "year" and not sentence[at : at + 4].isdigit()):
            continue
        if sign == "month" and MONTH.match(sentence, at) is None:
            continue
        mention = _longest(sentence, sign, at, past, done)
        if mention is not None:
            found.append(mention)
            done = mention.end
    found = [
        one
        for at, one in enumerate(found)
        if not _is_doubled(sentence, one, found[at - 1 : at] + found[at + 1 : at + 2])
    ]
    return [_of_next(sentence, one, two) for one, two in zip_longest(found, found[1:])]


def _is_doubled(sentence: str, one: DateMention, beside: Sequence[DateMention]) -> bool:
    """Whether a weekday only names again the written day beside it: "September 25 (a Thursday)", "Sunday (May 3)"."""
    return one.form == "weekday" and any(
        two.form == "days"
        and (
            (
                two.end < one.start
                and _OPENS.fullmatch(sentence, two.end, one.start)
                and sentence.startswith(")", one.end)
            )
            or (one.end < two.start and sentence[one.end : two.start] == " (")
        )
        for two in beside
    )


def _of_next(sentence: str, one: DateMention, two: DateMention | None) -> DateMention:
    """Of "in March and September 2023" the first with the year of the second."""
    if two is None or one.month is None or one.year is not None or one.year_shift is not None:
        return one
    if (two.year is None and not two.told) or two.month is None or not _AND.fullmatch(sentence, one.end, two.start):
        return one
    return msgspec.structs.replace(one, year=two.year, year_shift=two.year_shift, told=two.told)


def _longest(sentence: str, sign: Sign, at: int, past: int, done: int) -> DateMention | None:
    """The longest date phrase over the sign at `at:past` that begins at `done` or after."""
    starts = [word.start() for word in _WORD_START.finditer(sentence, max(done, at - BEFORE), at + 1)]
    longest: tuple[int, re.Match[str], Form] | None = None
    for form, reach, pattern in PHRASES[sign]:
        for start in starts[-reach - 1 :]:
            match = pattern.match(sentence, start)
            if match is None or match.end() < past or not _holds(match):
                continue
            length = match.end() - _start(match)
            if longest is None or length > longest[0]:
                longest = length, match, form
            break
    if longest is None:
        return None
    length, match, form = longest
    end = match.end()
    return DateMention(end - length, end, sentence[end - length : end], form, **dict(_fields(form, match)))


def _start(match: re.Match[str]) -> int:
    lead = match.end("lead") if "lead" in match.re.groupindex else -1
    return max(lead, match.start())


def _holds(match: re.Match[str]) -> bool:
    """Whether a range is one: "3 and 4 May" is, "3 and 9 May" are two days unless "between" stands before."""
    groups = match.groupdict()
    if (groups.get("to") or "-").strip(" ,") not in ("and", "or") or "last_month" not in groups:
        return True
    if "between " in (match.string[max(0, match.start() - 8) : match.start()] + (groups.get("lead") or "")).lower():
        return True
    first, last = groups["month"], groups["last_month"]
    if groups.get("day"):
        return (None in (first, last) or first == last) and _digits(groups["last_day"]) == _digits(groups["day"]) + 1
    return (_month(last) - _month(first)) % 12 == 1 and not groups.get("year")


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.index(word[:3].lower()) + 1


def _digits(word: str) -> int:
    return int("".join(filter(str.isdigit, word)))


def _fields(form: Form, match: re.Match[str]) -> Iterator[tuple[str, Any]]:
    """The fields of a mention that the named groups of its phrase fill."""
    groups = {name: word for name, word in match.groupdict().items() if word}
    number = groups.get("number", "").lower()
    amount = NUMBERS.get(number) or int(number or 0)
    for name, word in groups.items():
        if name in ("year", "day", "last_year", "last_day"):
            yield name, _digits(word)
        elif name in ("month", "last_month"):
            yield name, _month(word)
        elif name in ("weekday", "last_weekday"):
            yield name, WEEKDAYS.index(word[:3].lower())
        elif name == "season":
            yield name, SEASONS[word.lower()]
        elif name == "part":
            yield name, _part(word.lower())
        elif name == "unit":
            yield name, word
        elif name == "which":
            yield "shift", _WHICH[word.split()[-1].lower()]
        elif name == "whose":
            yield from (("year_shift", _WHICH[word.split()[-1]]), ("told", word.split()[-1] in _TOLD))
        elif name == "word":
            yield from (("unit", "day"), ("shift", _day_word(word.lower())))
        elif name == "order":
            last = word.split()[-1].lower()
            yield "shift", _ORDER.get(last, -amount if last == "earlier" else amount)
    if form in ("ago", "ahead"):
        yield "shift", -amount if form == "ago" else amount


def _part(word: str) -> str:
    if word.startswith(("earlier", "later")):
        return "before" if word.startswith("earlier") else "after"
    if any(sign in word for sign in _MID):
        return "mid"
    return "early" if any(sign in word for sign in _EARLY) else "late"


def _day_word(word: str) -> int:
    if word.startswith("the day"):
        return 2 if "after" in word else -2
    return _DAY_WORDS.get(word.split(maxsplit=1)[0], 0)
