"""A sentence → the phrases in it that name a day, a month or a year, or a stretch of them.

Nothing is resolved here: a mention keeps what its words say, and `resolve` in `spans` makes days of it.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import msgspec

Form: TypeAlias = Literal["days", "month", "year", "weekday", "relative", "day_after", "ago"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14,
}  # fmt: skip


class DateMention(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date phrase: `quote == sentence[start:end]`; what the words leave out is None.

    `month` and `day` with `last_month`, `last_day` for the end of a range, both ends included; `part` of a month or
    year: early, mid, late; `shift` counts days, weeks, months or years (`unit`) from the day that the phrase leans on;
    `year_shift` is -1 for "last year", 0 for "this year".
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
    part: Literal["early", "mid", "late"] | None = None
    unit: Literal["day", "week", "weekend", "month", "year"] | None = None
    shift: int | None = None
    year_shift: int | None = None


_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:(?:{_FULL}|{_FULL.upper()})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_TO = r"(?: ?[-–—] ?| (?:to|through|until|till|and) (?:the )?)"
_YEAR = r"(?:1[89]|20)\d\d\b(?![-.,:/]\d|%)"
_WD = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LEAD = rf"(?:{_WD},? (?:the )?)?"
_NOT = r"(?![:%]|[.,/-]\d|-\w| ?(?:percent|per cent|per|million|billion|years?|days?|people|countries|[ap]\.?m\b))"
_SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "same": 0, "next": 1, "coming": 1, "following": 1}
_OF_YEAR = r"(?:,? (?:of )?(?P<oy>last|this|next|the same|the current|the following|the previous) year|,? (?:of )?(?P<y{n}>" + _YEAR + "))"
_PART = (
    r"(?P<part>[Ee]arly(?: in)?|[Mm]id|[Ll]ate(?: in)?|(?:[Tt]he )?(?:very )?(?:beginning|start|first days|first half|middle|end|last days|close|second half) of"
    r"|[Ee]arlier|[Ll]ater)[ -](?:the )?"
)


def _of_year(number: int) -> str:
    return _OF_YEAR.replace("{n}", str(number)).replace("<oy>", f"<oy{number}>")


_PATTERNS = (
    r"(?P<iso>(?P<y1>\d{4})-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01]))(?!\d)",
    r"(?P<dotted>(?P<d2>3[01]|[12]\d|0?[1-9])\.(?P<m2>0?[1-9]|1[0-2])\.(?P<y2>(?:19|20)\d\d))(?!\d)",
    rf"(?P<mdmd>{_LEAD}(?P<m3>{_MONTH}) (?:the )?(?P<d3>{_DAY})(?:,? (?P<ya3>{_YEAR}))?,?{_TO}{_LEAD}"
    rf"(?:(?P<n3>{_MONTH}) )?(?P<e3>{_DAY})(?! {_MONTH}){_NOT}(?:{_of_year(3)})?)",
    rf"(?P<md>{_LEAD}(?P<m4>{_MONTH}) (?:the )?(?P<d4>{_DAY}){_NOT}(?:{_of_year(4)})?)",
    rf"(?P<dmdm>{_LEAD}(?:the )?(?P<d5>{_DAY})(?: of)?(?: (?P<m5>{_MONTH}))?(?: (?P<ya5>{_YEAR}))?{_TO}{_LEAD}"
    rf"(?P<e5>{_DAY})(?: of)? (?P<n5>{_MONTH})(?:{_of_year(5)})?)",
    rf"(?P<dm>{_LEAD}(?:the )?(?P<d6>{_DAY})(?: of)? (?P<m6>{_MONTH})(?:{_of_year(6)})?)",
    rf"(?P<partmonth>{_PART}(?P<m7>{_MONTH})(?:{_of_year(7)})?)",
    rf"(?P<month>(?P<w8>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his past) (?P<m8>{_FULL})\b)",
    rf"(?P<monthyear>(?P<m9>{_MONTH})(?:{_of_year(9)}))",
    rf"(?P<inmonth>(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Dd]uring )|(?<=\bby )|(?<=\b[Ff]rom )|(?<=\bback in )|(?<=\bof )|(?<=\b[Tt]he )|(?<=\b[Hh]is )|(?<='s ))(?P<m10>{_FULL})\b(?! \d|'s? [A-Z]))",
    r"(?P<today>(?:[Ee]arlier |[Ll]ater )?[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening))\b",
    r"(?P<yesterday>[Yy]esterday|[Ll]ast (?:night|evening))\b",
    r"(?P<tomorrow>[Tt]omorrow)\b",
    rf"(?P<unit>(?:{_PART.replace('<part>', '<upart>')})?(?P<us>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he (?:coming|past|following|previous)|[Cc]oming) (?P<uu>weekend|week|month|year)\b)",
    rf"(?P<weekday>(?<!Good )(?<!Black )(?<!Super )(?:(?P<ws>[Tt]his(?: past| coming)?|[Ll]ast|[Nn]ext) )?(?P<wd>{_WD})\b(?!s|'s))",
    r"(?P<after>[Tt]he (?P<as>next|following|same|previous) (?:day|morning|evening)|(?P<an>a|one|two|three) days? (?P<al>later|earlier))\b",
    rf"(?P<ago>(?P<gn>{'|'.join(WORDS)}|\d{{1,2}}) (?P<gu>day|week|month|year)s? ago)\b",
    rf"(?P<partyear>{_PART.replace('<part>', '<ypart>')}(?P<y11>{_YEAR}))",
    r"(?P<year>(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Dd]uring )|(?<=\b[Ff]rom )|(?<=\b[Uu]ntil )|(?<=\b[Oo]f )|(?<=\b[Bb]y )|(?<=\b[Aa]fter )|(?<=\b[Bb]efore )|(?<=\b[Tt]he )|(?<=\b[Hh]is )|(?<='s )|(?<=\())"
    rf"(?P<y12>{_YEAR})(?!'s|s\b| (?:Agenda|people|troops|km|dollars|[A-Z])))",
)  # fmt: skip
_DATE = re.compile(r"(?<![\w$€£.])(?:" + "|".join(_PATTERNS) + ")")
_GUARD = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"|[tT]oday|[tT]onight|esterday|omorrow|(?:his|ast|ext|oming|llowing|same|vious) (?:week|month|year|day|morning|evening|afternoon|night)"
    r"|days? (?:later|earlier)| ago\b|\b(?:1[89]|20)\d\d\b|\d\.\d"
)


def find_dates(sentence: str) -> list[DateMention]:
    """The date phrases of one sentence, in order, not overlapping. Clock times, ages and counted things are none."""
    if not _GUARD.search(sentence):
        return []
    return [mention for hit in _DATE.finditer(sentence) if (mention := _mention(hit)) is not None]


def _mention(hit: re.Match[str]) -> DateMention | None:
    kind = next(name for name in _KINDS if hit[name])
    fields = _KINDS[kind](hit.groupdict())
    return None if fields is None else DateMention(hit.start(), hit.end(), hit[0], **fields)  # type: ignore[arg-type]


Groups: TypeAlias = dict[str, str | None]
Fields: TypeAlias = dict[str, object]


def _month(word: str | None) -> int | None:
    return MONTHS.index(word[:3].lower()) + 1 if word else None


def _number(word: str | None) -> int | None:
    return int(re.sub(r"\D", "", word)) if word else None


def _year(g: Groups, n: int) -> Fields:
    if g.get(f"oy{n}"):
        return {"year_shift": _SHIFT[str(g[f"oy{n}"]).split()[-1]]}
    year = g.get(f"y{n}")
    return {"year": int(year)} if year else {}


def _days(day: str, month: str, n: int, last_day: str = "", last_month: str = "") -> object:
    def made(g: Groups) -> Fields:
        first, last = _month(g[month]), _month(g.get(last_month)) if last_month else None
        fields: Fields = {"form": "days", "month": first or last, "day": _number(g[day]), **_year(g, n)}
        if last_day:
            fields |= {"last_month": last or first, "last_day": _number(g[last_day])}
            if g.get(f"ya{n}"):
                fields |= {"last_year": fields.get("year"), "year": int(str(g[f"ya{n}"]))}
        return fields

    return made


def _part(word: str | None) -> str | None:
    low = (word or "").lower()
    if not low:
        return None
    if any(w in low for w in ("early", "earl", "beginning", "start", "first")):
        return "early"
    return "mid" if "mid" in low else "late"


def _numeric(g: Groups, n: int) -> Fields:
    return {"form": "days", "year": _number(g[f"y{n}"]), "month": _number(g[f"m{n}"]), "day": _number(g[f"d{n}"])}


def _unit(g: Groups) -> Fields:
    shift = _SHIFT[str(g["us"]).lower().split()[-1]]
    part = _part(g["upart"]) if g["uu"] in ("month", "year") and "arlier" not in str(g["upart"]) else None
    return {"form": "relative", "unit": g["uu"], "shift": shift, "part": part}


def _after(g: Groups) -> Fields:
    if g["as"]:
        return {"form": "day_after", "shift": {"same": 0, "previous": -1}.get(g["as"], 1)}
    return {"form": "day_after", "shift": WORDS[str(g["an"])] * (1 if g["al"] == "later" else -1)}


def _ago(g: Groups) -> Fields:
    word = str(g["gn"])
    return {"form": "ago", "unit": g["gu"], "shift": -(WORDS.get(word) or int(word))}


def _weekday(g: Groups) -> Fields:
    word = str(g["ws"] or "").lower()
    shift = {"last": -1, "next": 1, "this past": -1, "this coming": 1, "this": 0}.get(word)
    return {"form": "weekday", "weekday": WEEKDAYS.index(str(g["wd"])[:3].lower()), "shift": shift}


_KINDS = {
    "iso": lambda g: _numeric(g, 1),
    "dotted": lambda g: _numeric(g, 2),
    "mdmd": _days("d3", "m3", 3, "e3", "n3"),
    "md": _days("d4", "m4", 4),
    "dmdm": _days("d5", "m5", 5, "e5", "n5"),
    "dm": _days("d6", "m6", 6),
    "partmonth": lambda g: {"form": "month", "month": _month(g["m7"]), "part": _part(g["part"]), **_year(g, 7)},
    "month": lambda g: {"form": "month", "month": _month(g["m8"]), "shift": _SHIFT[str(g["w8"]).lower().split()[-1]]},
    "monthyear": lambda g: {"form": "month", "month": _month(g["m9"]), **_year(g, 9)},
    "inmonth": lambda g: {"form": "month", "month": _month(g["m10"])},
    "today": lambda g: {"form": "relative", "unit": "day", "shift": 0},
    "yesterday": lambda g: {"form": "relative", "unit": "day", "shift": -1},
    "tomorrow": lambda g: {"form": "relative", "unit": "day", "shift": 1},
    "unit": _unit,
    "weekday": _weekday,
    "after": _after,
    "ago": _ago,
    "partyear": lambda g: {"form": "year", "year": _number(g["y11"]), "part": _part(g["ypart"])},
    "year": lambda g: {"form": "year", "year": _number(g["y12"])},
}
