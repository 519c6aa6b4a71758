"""What a date phrase means when the text's own day is known only in part, and that every answer is EDTF."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text import DateMention, Span, find_dates, resolve

EDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?~?")


def meaning(sentence: str, published: str | None = None, tense: str | None = None, **known: object) -> Span | None:
    (mention,) = find_dates(sentence)
    told = {"anchor": None, "year": None} | known
    return resolve(mention, published=published, tense=tense, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "year", "wanted"),
    [
        ("at the end of February this year", 2023, "2023-02~"),
        ("last February", 2023, "2023-02"),
        ("in September of last year", 2023, "2022-09"),
        ("this year", 2023, "2023"),
        ("on December 3", 2023, "2023-12-03"),
        ("on December 3", None, None),
        ("in February", None, None),
        ("last year", None, None),
        ("yesterday", 2023, None),
        ("on Monday", 2023, None),
        ("next month", 2023, None),
        ("in 2014", None, "2014"),
    ],
)
def test_text_without_a_date_allows_what_its_words_say(sentence: str, year: int | None, wanted: str | None) -> None:
    span = meaning(sentence, year=year)
    assert (span.edtf if span else None) == wanted


def test_published_month_or_year_gives_the_year() -> None:
    for published in ("2023-12", "2023"):
        span = meaning("on May 9", published, "past")
        assert span is not None and span.edtf == "2023-05-09"
        assert meaning("yesterday", published) is None


def test_day_after_needs_a_day_to_count_from() -> None:
    assert meaning("the next day", "2023-12-05") is None
    assert meaning("the next day", "2023-12-05", anchor="2023-11") is None
    span = meaning("the next day", None, anchor="2023-11-30~")
    assert span is not None and span.edtf == "2023-12-01"


def test_ordinal_day_lies_in_the_nearest_month_that_fits_the_tense() -> None:
    past, future = (meaning("on the 28th.", "2023-12-05", tense) for tense in ("past", "future"))
    assert past and past.edtf == "2023-11-28"
    assert future and future.edtf == "2023-12-28"


def test_parts_of_a_month_bound_its_days() -> None:
    span = meaning("the end of February this year", "2024-12-05")
    assert span is not None and (span.first, span.last) == (date(2024, 2, 21), date(2024, 2, 29))
    span = meaning("earlier this month", "2023-12-05")
    assert span is not None and (span.first, span.last) == (date(2023, 12, 1), date(2023, 12, 5))
    span = meaning("later this year", "2023-12-05")
    assert span is not None and (span.first, span.last) == (date(2023, 12, 5), date(2023, 12, 31))


def test_weeks_run_from_monday_to_sunday() -> None:
    span = meaning("last week", "2023-12-05")
    assert span is not None and (span.first, span.last) == (date(2023, 11, 27), date(2023, 12, 3))


def test_day_that_no_calendar_has_is_unknown() -> None:
    for sentence in ("on February 30, 2023", "on 31.11.2023", "on 29 February 2023", "from May 9, 2023 to May 3, 2022"):
        assert meaning(sentence, "2023-12-05") is None


PHRASES = (
    "on Monday", "on {d}", "{d} to {e}", "in {m}", "last {m}", "early {m}", "next week", "three weeks ago",
    "two months later", "last winter", "the day after tomorrow", "on the 30th.", "the 7th of next month",
    "in ten days", "the following year", "this weekend", "mid-{y}",
)  # fmt: skip
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


@given(st.sampled_from(PHRASES), DAYS, DAYS, st.sampled_from(["past", "present", "future", None]))
def test_every_span_is_edtf_and_in_order(phrase: str, day: date, other: date, tense: str | None) -> None:
    sentence = phrase.format(d=f"{day:%B} {day.day}", e=f"{other:%B} {other.day}", m=f"{day:%B}", y=day.year)
    for mention in find_dates(sentence):
        span = resolve(mention, published=str(other), tense=tense, anchor=str(day), year=None)  # type: ignore[arg-type]
        if span is not None:
            assert EDTF.fullmatch(span.edtf)
            assert span.end is None or EDTF.fullmatch(span.end)
            assert span.first <= span.last


@given(DAYS, DAYS)
def test_tense_says_on_which_side_of_the_text_a_day_lies(day: date, published: date) -> None:
    mention = DateMention(0, 1, "x", "days", month=day.month, day=day.day)
    past = resolve(mention, published=str(published), tense="past", anchor=None, year=None)
    if past is not None:
        assert past.first.toordinal() <= published.toordinal() + 1
    future = resolve(mention, published=str(published), tense="future", anchor=None, year=None)
    if future is not None:
        assert future.first.toordinal() >= published.toordinal() - 45
