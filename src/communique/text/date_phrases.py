"""The date phrases of English, as data: what a phrase looks like, and which field each of its named groups fills.

A group has the same name and the same meaning in every phrase. Words in a `lead` group ("in" before "2014") must
stand there and are not part of the date. Of several phrases that fit a place the longest is taken.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from communique.grammar import lazy

Form: TypeAlias = Literal["days", "month", "season", "year", "weekday", "relative", "ahead", "ago", "later"]
Sign: TypeAlias = Literal["month", "day", "unit", "year", "season", "ordinal"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip

# Pieces of a text that a date phrase cannot do without; where none stands, nothing else is tried.
SIGNS: dict[Sign, tuple[str, ...]] = {
    "month": tuple(form for name in MONTHS for form in (name.capitalize(), name.upper())),
    "day": (
        "day",
        "DAY",
        "tomorrow",
        "Tomorrow",
        "night",
        "morning",
        "afternoon",
        "evening",
        "hours ago",
        "hour ago",
        "minutes ago",
    ),
    "unit": ("week", "month", "year"),
    "year": ("18", "19", "20"),
    "season": (
        *("spring", "summer", "autumn", "fall ", "winter"),
        *("Spring", "Summer", "Autumn", "Fall ", "Winter"),
    ),
    "ordinal": ("1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10))),
}


class Phrase(NamedTuple):
    """One way to write a date."""

    form: Form
    reach: int  # the most words that it has before the one with its sign
    pattern: re.Pattern[str]


_NAMES = "January February March April May June July August September October November December"
_FULL = f"(?:{'|'.join(_NAMES.split())}|{'|'.join(_NAMES.upper().split())})"
_CLEAR = _FULL.replace("April|May|June|", "").replace("APRIL|MAY|JUNE|", "")  # no one's name
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?:{_FULL}\b|{_SHORT})"
MONTH = lazy(_MONTH)  # a name that begins like a month, such as Marshall or Mayor, is none
_NUMBER = rf"(?:\d{{1,2}}|(?i:{'|'.join(NUMBERS)}))"
_COUNTED = r"years?|months|days?|hours|minutes|people|percent|per cent|million|billion|trillion|countries|guns"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![:%]|[.,/-]\d|-[a-z]| (?:{_COUNTED}|[ap]\.?m)\b)"
_YEAR = r"(?:1[89]|20)\d\d\b(?![.,:/]\d|%|-\d\d-)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
_LEAD_DAY = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?),? (?:the )?"
_TO = r"(?P<to> ?[-–—] ?|,? (?:to|through|thru|until|till|and|or) )"
_WHOSE = r",? (?:of )?(?:the )?(?P<whose>this|last|next|that same|that|same|current|following|previous) year\b"
_END_YEAR = rf"(?:,? (?:of )?(?P<last_year>{_YEAR})|{_WHOSE})"
_OWN_YEAR = rf"(?:,? (?:of |in )?(?P<year>{_YEAR})|{_WHOSE})"
_PART = (
    r"(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)(?: in)?|[Ee]arlier(?: in)?|[Ll]ater(?: in)?|[Ee]nd"
    r"|(?:[Tt]he )?(?:very )?(?:beginning|start|first days|first half|first week|second week|middle|third week"
    r"|second half|last week|last days|final days|end|close) of(?: the)?)[- ]"
)
_WHICH = r"(?P<which>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Nn]ext|[Tt]he coming|[Tt]he current)"
_OWNER = r"(?P<lead>(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]|\w+'s?) )"
_JOURNEY = r"(?='?s? (?:[a-z]+ )?(?:visits?|trips?|tours?|summits?|meetings?|talks|journeys?|calls?)\b)"
_AT = (
    r"(?P<lead>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Tt]hroughout|[Bb]ack in|[Mm]onth of"
    r"|[Aa]s (?:recently|late|early) as) )"
)
_AT_OR_BY = _AT.replace("[Ii]n|", "[Ii]n|[Ff]rom|[Ff]or|[Bb]y|[Bb]efore|[Aa]fter|of|[Bb]etween|")
_SET_FOR = (
    r"(?P<lead>(?:planned|scheduled|set|slated|due|pencilled in|expected|prepared|postponed|moved) (?:for|until|to) )"
)
_NO_NAME = r"(?!'s [A-Z]| \d)"
_NO_YEAR = r"(?!s\b|'s\b| (?:Agenda|people|troops|dollars|km|miles|tons|tonnes|meters|metres|[a-z]+ies)\b)"
_NO_PAPER = r"(?!s|'s [A-Z]| (?:Times|Post|Mail|Telegraph|Herald|Group|Night|sermons?|prayers?)\b)"
_IN_BRACKETS = r"(?: \((?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\))?"  # the day of the month: "today (23)"
_UNIT = r"(?P<unit>weekend|week|month|year)"
_ENDS = r"(?= *[,.;:!?)]| *$| (?:and|when|where|to|for|with|after|before|at|in|amid)\b)"


def _phrases(form: Form, *patterns: tuple[int, str]) -> tuple[Phrase, ...]:
    return tuple(Phrase(form, reach, lazy(pattern)) for reach, pattern in patterns)


_FIRST, _LAST = f"(?:(?P<weekday>{_LEAD_DAY}))?", f"(?:{_LEAD_DAY})?"
_RANGE_DAY = _DAY.replace("[.,/-]", "[.,/]")
_FROM = "(?P<lead>[Oo]n (?:the )?|[Ff]rom the |[Bb]etween the )"
_TH = r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)\b"
_IN_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d)"

PHRASES: dict[Sign, tuple[Phrase, ...]] = {
    "month": (
        *_phrases(
            "days",
            # Sunday, December 3, 2023; Dec. 4; May 19th; March 2 this year
            (2, rf"{_FIRST}(?P<month>{_MONTH}) (?:the )?(?P<day>{_DAY})(?:{_OWN_YEAR})?"),
            # December 3 to 4; Dec. 3-4, 2023; Feb. 28 to March 2; Dec. 30, 2022 - Jan. 2, 2023
            (
                2,
                rf"{_FIRST}(?P<month>{_MONTH}) (?:the )?(?P<day>{_RANGE_DAY})(?:,? (?P<year>{_YEAR}),?)?{_TO}(?:the )?"
                rf"{_LAST}(?:(?P<last_month>{_MONTH}) )?(?P<last_day>{_DAY})(?! {_MONTH}){_END_YEAR}?",
            ),
            # 4 December 2023; the 4th of December
            (4, rf"{_FIRST}(?:the )?(?P<day>{_DAY})(?: of)? (?P<month>{_MONTH})(?:{_OWN_YEAR})?"),
            # 3-4 December 2023; 28 February to 2 March; 3 and 5 May
            (
                7,
                rf"{_FIRST}(?:the )?(?P<day>{_RANGE_DAY})(?: of)?(?: (?P<month>{_MONTH}))?(?:,? (?P<year>{_YEAR}))?"
                rf"{_TO}(?:the )?{_LAST}(?P<last_day>{_DAY})(?: of)? (?P<last_month>{_MONTH}){_END_YEAR}?",
            ),
        ),
        *_phrases(
            "month",
            (5, rf"{_PART}(?P<month>{_MONTH})(?:{_OWN_YEAR})?(?! \d\d?\b)"),  # the end of February this year
            (2, rf"{_WHICH} (?P<month>{_FULL})\b{_NO_NAME}"),  # last February
            (0, rf"(?P<month>{_MONTH}){_OWN_YEAR}"),  # February 2023; September of last year
            (3, rf"{_AT}(?P<month>{_FULL})\b{_NO_NAME}"),  # in February, as recently as May
            (4, rf"{_SET_FOR}(?P<month>{_FULL})\b{_NO_NAME}"),  # planned for April
            (1, rf"(?<!Fourth ){_AT_OR_BY}(?P<month>{_CLEAR})\b{_NO_NAME}"),  # from February
            (2, rf"{_OWNER}(?P<month>{_FULL}){_JOURNEY}"),  # his February visit
            (0, rf"(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?{_TO}(?P<last_month>{_MONTH}){_END_YEAR}"),
            (1, rf"{_AT_OR_BY}(?P<month>{_FULL}){_TO}(?P<last_month>{_FULL})\b{_NO_NAME}"),  # between March and May
        ),
    ),
    "season": _phrases(
        "season",
        (5, rf"(?:{_PART})?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){_OWN_YEAR}"),
        (2, rf"{_WHICH} (?P<season>spring|summer|autumn|fall|winter)\b"),
        (2, r"(?P<lead>[Ii]n the )(?P<season>spring|summer|autumn|fall|winter)\b(?! of)"),
    ),
    "day": (
        *_phrases(
            "weekday",
            (
                2,
                rf"(?<!Good )(?<!Black )(?<!Super )(?<!Bloody )(?<!Palm )(?:{_WHICH} )?(?P<weekday>{_WEEKDAY})"
                rf"{_NO_PAPER}(?!,? (?:the )?{_IN_MONTH}){_IN_BRACKETS}",
            ),
            (0, rf"(?P<weekday>{_WEEKDAY}){_TO}(?P<last_weekday>{_WEEKDAY}){_NO_PAPER}(?!,? (?:the )?{_IN_MONTH})"),
            (0, rf"(?P<weekday>{_WEEKDAY}),?(?: of)? (?P<which>this|last|next) (?P<unit>week)\b"),
        ),
        *_phrases(
            "relative",
            (
                1,
                r"(?P<word>[Tt]he day (?:before yesterday|after tomorrow)|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow"
                r"|[Tt]his (?:morning|afternoon|evening)|[Ll]ast (?:night|evening)(?! of\b))\b(?!'s (?:world|youth))"
                rf"{_IN_BRACKETS}",
            ),
            (
                3,
                r"(?P<word>(?:[Aa] (?:few|couple of)|[Aa]n?|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree)"
                r" (?:hour|minute)s? ago)\b",
            ),
        ),
        *_phrases(
            "later",
            (
                3,
                r"(?P<order>(?:[Tt]he )?(?:very )?(?:next|following)|[Tt]he (?:very )?(?:same|previous|preceding)"
                r"|[Tt]hat(?: same)?) (?:day|morning|afternoon|evening|night)\b",
            ),
            (1, rf"(?P<number>{_NUMBER}) (?P<unit>day)s? (?P<order>later|earlier|afterwards?)\b"),
        ),
        *_phrases("ago", (1, rf"(?P<number>{_NUMBER}) (?P<unit>day)s? ago\b")),
        *_phrases("ahead", (2, rf"(?P<lead>[Ii]n )(?P<number>{_NUMBER}) (?P<unit>day)s?(?:'? time)?{_ENDS}")),
    ),
    "unit": (
        *_phrases("relative", (6, rf"(?:{_PART})?{_WHICH} {_UNIT}\b(?! (?:ago|earlier|later)\b| of [A-Z])")),
        *_phrases("ago", (1, rf"(?P<number>{_NUMBER}) {_UNIT}s? ago(?: (?:today|this (?:week|month)))?\b")),
        *_phrases("ahead", (2, rf"(?P<lead>[Ii]n )(?P<number>{_NUMBER}) (?P<unit>week|month)s?(?:'? time)?{_ENDS}")),
        *_phrases(
            "later",
            (2, r"(?P<order>[Tt]he (?:following|same|previous|preceding)) (?P<unit>week|month|year)\b"),
            (1, rf"(?P<number>{_NUMBER}) {_UNIT}s? (?P<order>later|earlier|afterwards?)\b"),
            (1, rf"(?P<lead>[Tt]he )(?P<unit>month|year) (?P<order>before|after)\b{_ENDS}"),
        ),
    ),
    "year": (
        *_phrases(
            "days",
            (0, r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
            (0, r"(?P<day>3[01]|[12]\d|0?[1-9])\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>(?:19|20)\d\d)(?!\d)"),
        ),
        *_phrases(
            "year",
            (5, rf"{_PART}(?P<year>{_YEAR}){_NO_YEAR}"),  # early 2023
            (
                1,
                rf"(?P<lead>(?:[Ii]n|[Ss]ince|[Dd]uring|[Tt]hroughout|[Uu]ntil|[Tt]ill|[Ff]rom|[Yy]ear) )"
                rf"(?P<year>{_YEAR}){_NO_YEAR}",
            ),
            (1, rf"(?P<lead>(?:[Oo]f|[Bb]y|[Bb]efore|[Aa]fter|[Bb]etween) )(?P<year>{_YEAR}){_NO_YEAR}(?! [A-Z])"),
            (
                0,
                rf"(?:(?<=\d{{4}} and )|(?<=\d{{4}}, and )|(?<=\d{{4}}, ))(?P<year>{_YEAR}){_NO_YEAR}(?! [A-Z])",
            ),
            (0, rf"(?P<year>{_YEAR})(?: ?[-–] ?| (?:to|through) )(?P<last_year>{_YEAR}){_NO_YEAR}"),
            (1, rf"(?P<lead>[Bb]etween )(?P<year>{_YEAR}) and (?P<last_year>{_YEAR}){_NO_YEAR}"),
            (0, rf"(?<=\()(?P<year>{_YEAR})(?=\))"),
            (2, rf"{_OWNER}(?P<year>{_YEAR}){_JOURNEY}"),  # his 2014 visit
        ),
    ),
    "ordinal": _phrases(
        "days",
        (2, rf"(?P<lead>[Oo]n (?:the )?|[Ff]rom the )(?P<day>{_TH}){_ENDS}(?!.{{,16}} of [A-Z])"),
        (
            2,
            rf"{_FROM}(?P<day>{_TH}){_TO}(?:the )?(?P<last_day>{_TH}){_ENDS}",
        ),
        (2, rf"(?P<lead>[Oo]n )?(?:the )?(?P<day>{_TH}) of (?P<which>this|last|next) (?P<unit>month)\b"),
    ),
}
