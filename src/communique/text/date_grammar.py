"""A sentence → the phrases in it that name a day, a month, a season, a year or a stretch of them.

Nothing is resolved here: a mention keeps what its words say (fields left out are None), and `resolve` in
`date_spans` makes days of it. Clock times, decades, centuries, ages and counted things are no dates.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import ahocorasick_rs
import msgspec

Form: TypeAlias = Literal["day", "month", "season", "year", "weekday", "relative", "later", "of_month"]
Part: TypeAlias = Literal["early", "mid", "late", "before", "after"]
Unit: TypeAlias = Literal["day", "week", "weekend", "month", "year", "season"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # EDTF codes


class DateMention(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date phrase: `quote == sentence[start:end]`.

    form: day (month and day), month, season, year, weekday, relative (`offset` units from the publication),
    later (`offset` units from the anchor), of_month ("on the 4th"). `offset` on a weekday, month or season is
    -1 for "last", 0 for "this", 1 for "next". `last_*` is the end of a range, both ends included. `part`: early,
    mid or late in it, or "before"/"after" for "earlier this month" and "later this month". `future_only`: "in
    three days" is a date only of what is to come.
    """

    start: int
    end: int
    quote: str
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    last_weekday: int | None = None
    season: int | None = None
    part: Part | None = None
    unit: Unit | None = None
    offset: int | None = None
    year_offset: int | None = None
    about: bool = False
    future_only: bool = False


NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20,
    "thirty": 30, "couple": 2,
}  # fmt: skip
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_FULL = rf"(?:{_FULL}|{_FULL.upper()})"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?:{_FULL}\b|{_SHORT})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_NO_COUNT = r"(?![:%]|[.,/]\d|-\w| (?:percent|per|million|billion|trillion|years?|days?|people|countries|[ap]\.?m\b))"
_YEAR = r"(?:1[89]\d\d|20\d\d)\b(?!-\d\d-|[.,:]\d|%)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_TO = r"(?: ?[-–—] ?| (?:to|through|thru|until|till|and) )"
_WHICH_YEAR = rf"(?:(?:,? | of |, of ){_YEAR}|,? (?:of )?(?:this|last|next|the same|that) year\b)"
_PART = (
    r"(?:[Ee]arly|[Mm]id|[Ll]ate)[- ](?:in )?|(?:[Tt]he )?(?:very )?"
    r"(?:beginning|start|middle|end|first half|second half|first days|last days|final days|close) of (?:the )?"
)
_WHEN = r"(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]he (?:coming|past|previous|following)|[Tt]hat)"


def _day(number: str, *, led: bool = True) -> str:
    """The pattern of one day, its groups ending in `number`; `led` where a weekday may stand before it."""
    weekday = rf"(?:(?P<weekday{number}>{_ANY_WEEKDAY}),? (?:the )?)?" if led else ""
    return weekday


_MONTH_FIRST = (
    rf"(?:(?P<wd1>{_ANY_WEEKDAY}),? )?(?P<m1>{_MONTH}) ?(?:the )?(?P<d1>{_DAY})(?:,? (?P<y1>{_YEAR}))?"
    rf"(?:(?P<to1>{_TO})(?:the )?(?:(?P<wd2>{_ANY_WEEKDAY}),? )?(?:(?P<m2>{_MONTH}) )?(?P<d2>{_DAY})"
    rf"(?! ?{_MONTH}){_NO_COUNT})?{_NO_COUNT}(?P<w1>{_WHICH_YEAR})?"
)
_DAY_FIRST = (
    rf"(?:(?P<wd3>{_ANY_WEEKDAY}),? )?(?:the )?(?P<d3>{_DAY})(?: of)?(?: (?P<m3>{_MONTH}))?(?:,? (?P<y3>{_YEAR}))?"
    rf"(?P<to3>{_TO})(?:the )?(?:(?P<wd4>{_ANY_WEEKDAY}),? )?(?P<d4>{_DAY})(?: of)? (?P<m4>{_MONTH})(?P<w4>{_WHICH_YEAR})?"
)
_ONE_DAY_FIRST = (
    rf"(?:(?P<wd5>{_ANY_WEEKDAY}),? )?(?:the )?(?P<d5>{_DAY})(?: of)? (?P<m5>{_MONTH})(?P<w5>{_WHICH_YEAR})?"
)
_NUMERIC = (
    r"(?P<iso_y>\d{4})-(?P<iso_m>0[1-9]|1[0-2])-(?P<iso_d>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?P<dot_d>3[01]|[12]\d|0?[1-9])\.(?P<dot_m>0?[1-9]|1[0-2])\.(?P<dot_y>(?:19|20)\d\d)(?!\d)"
)
_MONTHS = (
    rf"(?:(?P<mp>{_PART})(?P<pm>{_FULL}|{_SHORT})\b|(?P<mw>{_WHEN}) (?P<wm>{_FULL})\b(?! \d)"
    rf"|(?P<rm1>{_FULL})\b(?:,? (?P<ry1>{_YEAR}))?(?P<mto>{_TO})(?P<rm2>{_FULL})\b(?! \d\d?\b)"
    rf"|(?P<bm>{_FULL}|{_SHORT})(?= of \d|,? \d{{4}}| (?:of )?(?:this|last|next|the same|that) year)"
    rf"|(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Dd]uring )|(?<=[Tt]hroughout )|(?<=by )|(?<=[Ff]rom )"
    rf"|(?<=month of )|(?<=back in ))(?P<im>{_FULL})\b(?!'s| \d| [A-Z])"
    rf"|(?:(?<=[Tt]he )|(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Tt]heir )|(?<='s )|(?<= a ))(?P<am>{_FULL})"
    rf"(?= (?:\w+ )?(?:visit|trip|tour|summit|meeting|talks|call|journey)\b))"
    rf"(?P<mwy>{_WHICH_YEAR})?"
)
_SEASONS = (
    rf"(?:(?P<sw>[Tt]his|[Ll]ast|[Nn]ext) (?P<ws>spring|summer|autumn|fall|winter)\b"
    rf"|(?P<sp>{_PART})?(?P<ss>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?P<swy>{_WHICH_YEAR}))"
)
_UNITS = r"(?:week|weekend|month|year)\b"
_RELATIVE = (
    rf"(?P<rp>{_PART}|(?:[Ee]arlier|[Ll]ater)(?: in)? )?(?P<rw>[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]he )?coming) (?P<ru>{_UNITS})"
    r"|(?P<today>[Tt]he day (?:before yesterday|after tomorrow)|(?:(?:[Ee]arlier|[Ll]ater) )?[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow"
    r"|[Tt]his (?:morning|afternoon|evening)|[Ll]ast (?:night|evening))\b(?!'s (?:world|youth|challenges))"
    rf"|(?P<an>{NUMBER}|several|(?:a )?few|(?:a )?couple of) (?P<au>day|week|month|year)s? ago\b"
    rf"|(?<=[Ii]n )(?P<fn>{NUMBER}) (?P<fu>day|week|month)s?(?: '?time)?(?= *[,.;]|$)"
)
_LATER = (
    r"(?P<same>[Tt]he (?:very )?same|[Tt]hat(?: very| same)?) (?:day|morning|afternoon|evening|night)\b"
    r"|(?P<lw>(?:[Tt]he )?(?:very )?(?:next|following|previous|preceding)) (?P<lu>day|morning|week|month|year)\b"
    rf"|(?P<ln>{NUMBER}) (?P<lnu>day|week|month|year)s? (?P<lnd>later|earlier|afterwards?|before(?= *[,.;]|$))\b"
)
_NO_NAME = r"(?!s|'s| (?:Times|Post|Mail|Telegraph|Night|Group|Herald|Agreement|sermon))"
_WEEKDAYS = (
    rf"(?<!Good )(?<!Black )(?<!Bloody )(?<!Super )(?<!Easter )(?<!Palm )(?:(?P<ww>[Tt]his(?: past| coming)?|[Ll]ast|[Nn]ext) )?"
    rf"(?P<wd6>{_WEEKDAY}){_NO_NAME}(?:(?P<wto>{_TO}|, )(?P<wd7>{_WEEKDAY}){_NO_NAME}(?! ?,? {_MONTH} \d))?"
)
_OF_MONTH = (
    rf"(?<=on the )(?P<od>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?= *[,.;]|$| (?:and|when|where|to|for|after|before|at|in|of (?:this|the) month)\b)"
)
_YEARS = (
    rf"(?P<yp>{_PART})?(?:(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Dd]uring )|(?<=[Ff]rom )|(?<=[Uu]ntil )|(?<=[Tt]hroughout )|(?<=[Oo]f )"
    rf"|(?<=[Bb]y )|(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=[Bb]etween )|(?<=\d\d\d\d and )|(?<=\d\d\d\d, )|(?<=[Ee]arly )|(?<=[Ll]ate )|(?<=[Mm]id-)"
    rf"|(?<=back in )|(?<=[Yy]ear )|(?<=or )|(?<=\())(?P<yy>{_YEAR})(?:(?: ?[-–] ?| (?:to|through|and) )(?P<yy2>{_YEAR}))?(?!'s|s\b| (?:Agenda|dollars|people|troops|meters|metres|km|miles|kilo|US|tons|tonnes|NATO)\b)(?! [a-z]+s (?:of|were|have|had)\b)"
    rf"|(?:(?<=[Tt]he )|(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Tt]heir )|(?<='s )|(?<= a ))(?P<ya>{_YEAR})(?= (?:[a-z]+ )?(?:visit|trip|tour|summit|meeting|talks)\b))"
)

_FORMS = {
    "numeric": _NUMERIC, "month_first": _MONTH_FIRST, "day_first": _DAY_FIRST, "one_day_first": _ONE_DAY_FIRST,
    "months": _MONTHS, "seasons": _SEASONS, "relative": _RELATIVE, "later": _LATER, "weekdays": _WEEKDAYS,
    "of_month": _OF_MONTH, "years": _YEARS,
}  # fmt: skip
