"""A match of a salute or a meal → how many guns or guests."""

from __future__ import annotations

import re

from communique.grammar import Match, lazy

SALUTES = {"seventeen": 17, "nineteen": 19, "twenty-one": 21, "forty-one": 41}
GUNS = lazy(rf"\b(\d{{1,3}}|{'|'.join(SALUTES)})\b")
TIMES = lazy(rf" (\d{{1,3}}|{'|'.join(SALUTES)}) times\b")  # "the guns sounded 21 times"
UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TENS = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
MANY = (
    rf"\d{{1,3}},\d{{3}}|\d{{1,4}}|(?:an?|{'|'.join(UNITS)}) (?:hundred|thousand)(?: and (?:{'|'.join(TENS)}))?"
    rf"|(?!ten\b)(?:{'|'.join(TENS)})"
)
GUESTS = lazy(rf"\b({MANY}) (?:[a-z-]+ )?(?:guests|people|persons|diners)\b")
PLACES = lazy(rf" for (?:some |about |more than |over |nearly )?({MANY})(?= (?:at|in|on|under)\b|[,.;])")
REACH = 60  # characters around a meal in which the number of its guests stands
MEALS = ("banquet", "dinner", "lunch")
OTHER = lazy(r"[.;:]|, (?:where|while|before|after) ")  # what parts a meal from the guests before it


def count_of(signal: str, match: Match) -> int | None:
    """Guns of a salute, guests of a meal."""
    text = match.shadow.text
    if signal == "gun_salute":
        guns = GUNS.search(text, match.start, match.end) or TIMES.match(text, match.end)
        return _number(guns[1]) if guns else None
    if signal not in MEALS:
        return None
    told = GUESTS.search(text, match.start, match.end + REACH) or PLACES.match(text, match.end)
    told = told or _guests_before(text, match)
    return _number(told[1]) if told else None


def _guests_before(text: str, match: Match) -> re.Match[str] | None:
    """Guests who are told before their meal in its clause: "140 guests sat down to a state banquet"."""
    found = list(GUESTS.finditer(text, max(0, match.start - REACH), match.start))
    return found[-1] if found and not OTHER.search(text, found[-1].end(), match.start) else None


def _number(words: str) -> int:
    """What digits or words say: "1,000", "a hundred and fifty"."""
    if words in SALUTES:
        return SALUTES[words]
    if words[0].isdigit():
        return int(words.replace(",", ""))
    first, *rest = words.split()
    if not rest:
        return TENS[first]
    return UNITS.get(first, 1) * (1000 if rest[0] == "thousand" else 100) + TENS.get(rest[-1], 0)
