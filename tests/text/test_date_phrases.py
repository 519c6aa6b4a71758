"""Date phrases, resolved as a text of Tuesday 5 December 2023 means them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text import DateMention, find_dates, resolve

PUBLISHED = "2023-12-05"
ANCHOR = "2023-11-20"  # the day that the text spoke of last

# sentence | tense | the dates in it; "a..b" is a range, "?" a date that cannot be told
CASES = """
The envoy landed on December 4, 2023. | past | 2023-12-04
The envoy landed on 4 December 2023. | past | 2023-12-04
The envoy landed on 4th December, 2023. | past | 2023-12-04
The envoy landed Dec. 4. | past | 2023-12-04
The envoy landed 4 Dec with a small staff. | past | 2023-12-04
The envoy landed on the 4th of December. | past | 2023-12-04
The envoy landed on December the 4th. | past | 2023-12-04
The envoy landed on DECEMBER 4. | past | 2023-12-04
Vienna (2023-12-04) | | 2023-12-04
Vienna, 2023/12/04 | | 2023-12-04
Vienna, 04.12.2023, the envoy | | 2023-12-04
Vienna, 4.12.2023 | | 2023-12-04
He came on Sunday, December 3. | past | 2023-12-03
He will land on December 14 (a Thursday) to meet her. | future | 2023-12-14
He will land on Thursday (December 14) to meet her. | future | 2023-12-14
He came on Sunday, 3 December. | past | 2023-12-03
He came on Sunday the 3rd of December. | past | 2023-12-03
He came on Thursday, May 19th. | past | 2023-05-19
He came on Wed., Oct. 5, 2022, by train. | past | 2022-10-05
He came on May 9 this year. | past | 2023-05-09
He came on May 9 of last year. | past | 2022-05-09
He comes on January 8. | future | 2024-01-08
He comes on 8 January. | future | 2024-01-08
He came on January 8. | past | 2023-01-08
He came on December 6. | past | 2023-12-06
He came on December 7. | past | 2022-12-07
The talks of November 28 | | 2023-11-28
The talks of January 8 | | 2024-01-08
From December 3 to 4 he stayed. | past | 2023-12-03..2023-12-04
Dec. 3-4, 2023 | | 2023-12-03..2023-12-04
Dec. 3–4 | past | 2023-12-03..2023-12-04
Feb. 28 to March 2 | past | 2023-02-28..2023-03-02
July 13-16 | past | 2023-07-13..2023-07-16
July 8th through the 10th | past | 2023-07-08..2023-07-10
between 3 and 5 May | past | 2023-05-03..2023-05-05
between May 3 and 5 | past | 2023-05-03..2023-05-05
between May 30 and June 2 | past | 2023-05-30..2023-06-02
May 20 – 24 | past | 2023-05-20..2023-05-24
on March 21 and 22 | past | 2023-03-21..2023-03-22
on 21 and 22 March | past | 2023-03-21..2023-03-22
8-10 July 2021 | | 2021-07-08..2021-07-10
28 February to 2 March 2023 | | 2023-02-28..2023-03-02
28 February 2023 to 2 March 2023 | | 2023-02-28..2023-03-02
December 30, 2022 to January 2, 2023 | | 2022-12-30..2023-01-02
Dec. 30 - Jan. 2, 2023 | | 2022-12-30..2023-01-02
Sunday, July 9 to Tuesday, July 11 | past | 2023-07-09..2023-07-11
March 2 and 9 | past | 2023-03-02
April 3 and May 5 | past | 2023-04-03; 2023-05-05
at the end of February this year | past | 2023-02~
early March | past | 2023-03~
in mid-March | past | 2023-03~
late March 2022 | | 2022-03~
at the beginning of May | past | 2023-05~
in the first half of June 2021 | | 2021-06~
in the middle of January | future | 2024-01~
in the last days of August | past | 2023-08~
late last month | | 2023-11~
early next month | | 2024-01~
in February | past | 2023-02
in February | future | 2024-02
in February 2023 | | 2023-02
in Feb. 2023 | | 2023-02
in February, 2023 | | 2023-02
last February | | 2023-02
last December | | 2022-12
this December | | 2023-12
next March | | 2024-03
September of last year | | 2022-09
in June next year | | 2024-06
his February visit | past | 2023-02
Kishida's February visit | past | 2023-02
President Salo's March 2013 visit | | 2013-03
between March and May 2022 | | 2022-03..2022-05
from November 2022 to January 2023 | | 2022-11..2023-01
in March 2022 and April 2023 | | 2022-03; 2023-04
In May he flew home. | past | 2023-05
in 2014 | | 2014
since 1949 | | 1949
the end of 2021 | | 2021~
mid-2023 | | 2023~
early in 2022 | | 2022~
from 2014 to 2018 | | 2014..2018
between 2014 and 2018 | | 2014..2018
the plan for 2021-2025 | | 2021..2025
in 2014 and 2016 | | 2014; 2016
in 2012, 2014 and 2016 | | 2012; 2014; 2016
his 2014 visit | | 2014
Xi Jinping's 2014 visit | | 2014
the accord (2008) | | 2008
spring 2022 | | 2022-21
in the spring of 2022 | | 2022-21
last summer | | 2023-22
next spring | | 2024-21
in the autumn of last year | | 2022-23
He spoke today. | past | 2023-12-05
He spoke this morning. | past | 2023-12-05
He spoke last night. | past | 2023-12-04
He spoke yesterday. | past | 2023-12-04
the day before yesterday | | 2023-12-03
He speaks tomorrow. | future | 2023-12-06
the day after tomorrow | | 2023-12-07
this week | | 2023-12~
last week | | 2023-11~
next weekend | | 2023-12~
this month | | 2023-12
last month | | 2023-11
next month | | 2024-01
earlier this month | | 2023-12
this year | | 2023
last year | | 2022
later this year | | 2023
at the end of last year | | 2022~
He left on Monday. | past | 2023-12-04
He leaves on Monday. | future | 2023-12-11
He left on Tuesday. | past | 2023-12-05
last Friday | | 2023-12-01
last Tuesday | | 2023-11-28
this Friday | | 2023-12-08
next Thursday | | 2023-12-07
on Wednesday this week | | 2023-12-06
on Monday of last week | | 2023-11-27
from Sunday to Tuesday | past | 2023-12-03..2023-12-05
Monday and Tuesday | past | 2023-12-04..2023-12-05
Monday's talks | past | 2023-12-04
three days ago | | 2023-12-02
two weeks ago | | 2023-11~
five months ago | | 2023-07~
A year ago | | 2022~
in three days | future | 2023-12-08
in three days | past | ?
three days later | | 2023-11-23
two days earlier | | 2023-11-18
the next day | | 2023-11-21
the following morning | | 2023-11-21
the previous day | | 2023-11-19
the same day | | 2023-11-20
the following year | | 2024~
on the 25th, | past | 2023-11-25
from the 4th to the 6th, | | 2023-11-04..2023-11-06
on the 4th of this month | | 2023-12-04
November 31 | past | ?
"""
NO_DATES = """
We may march on, and march we may.
The march on the capital began at 3:09 P.M. EDT.
Prime Minister May thanked Jan and June for the April prize.
The hosts fired 21 guns.
The 2030 Agenda guides both sides.
Resolution 2231 was quoted twice.
They pledged $2023 and 1,950 tons.
It was her second trip and his third.
He is 45 years old and has 20 grandchildren.
In the 1990s and the 2020s relations grew.
The museum covers the nineteenth century.
Room 2014b lies on the 4th floor.
Black Friday sales, Good Friday prayers and the Sunday Times.
He plays golf on Sundays.
A day is long, a week is longer.
Over the past three years much was built.
Turnout rose by 20.5 percent to 18,000 voters.
Call 202-456-2020 for tickets.
No. 10 said nothing.
""".strip().splitlines()


def rows() -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in CASES.strip().splitlines()]


def told(mention: DateMention, tense: str) -> str:
    span = resolve(mention, published=PUBLISHED, tense=tense or None, anchor=ANCHOR, year=None)  # type: ignore[arg-type]
    if span is None:
        return "?"
    return f"{span.edtf}..{span.end}" if span.end else span.edtf


@pytest.mark.parametrize(("sentence", "tense", "wanted"), rows())
def test_phrase_means_its_days(sentence: str, tense: str, wanted: str) -> None:
    mentions = find_dates(sentence)
    assert "; ".join(told(mention, tense) for mention in mentions) == wanted
    assert all(sentence[m.start : m.end] == m.quote for m in mentions)


@pytest.mark.parametrize("sentence", NO_DATES)
def test_sentence_without_a_date(sentence: str) -> None:
    assert find_dates(sentence) == []


def test_quote_leaves_the_preposition_out() -> None:
    assert [m.quote for m in find_dates("in 2014, and in May 2016")] == ["2014", "May 2016"]


@given(st.text(alphabet="DecmbrMay 0123456789,.-–tohefisdyn'\"(", max_size=60))
def test_mentions_quote_the_sentence_in_order(sentence: str) -> None:
    done = 0
    for mention in find_dates(sentence):
        assert done <= mention.start < mention.end
        assert sentence[mention.start : mention.end] == mention.quote
        done = mention.end


SHAPES = ("{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}", "{d:%A}, {d:%b}. {d.day}, {d.year}", "{d:%Y-%m-%d}",
          "{d:%d.%m.%Y}", "the {d.day}th of {d:%B} {d.year}")  # fmt: skip


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_written_dates_are_read_back(day: date) -> None:
    for shape in SHAPES:
        written = shape.format(d=day).replace("May.", "May")
        (mention,) = find_dates(f"She arrived on {written} with two ministers.")
        span = resolve(mention, published=None, tense=None, anchor=None, year=None)
        assert span is not None and (span.first, span.last, span.edtf) == (day, day, str(day)), written
