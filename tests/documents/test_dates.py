"""Publication dates in the forms that sources use; what is not sure is None."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.documents import published_date

DAYS = st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31))
FORMS = [
    "{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%Y%m%d}", "{0.day}.{0.month}.{0.year}", "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%b} {0.year}", "{0:%a}, {0.day} {0:%b} {0.year} 10:00:00 GMT", "{0.year}年{0.month}月{0.day}日",
    "{0:%Y-%m-%d}T23:59:59+08:00", " {0:%Y-%m-%d} 08:00 ",
]  # fmt: skip


@given(DAYS, st.sampled_from(FORMS))
def test_every_form_gives_the_day_as_written(day: datetime.date, form: str) -> None:
    assert published_date(form.format(day)) == day.isoformat()


@given(st.one_of(st.text(), st.integers(), st.none(), st.floats(), st.lists(st.integers())))
def test_anything_gives_a_date_or_none(written: object) -> None:
    found = published_date(written)
    assert found is None or published_date(found) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2023", "2023"),
        (2023, "2023"),
        ("2023-12", "2023-12"),
        ("December 2023", "2023-12"),
        ("Sept. 3rd, 2021", "2021-09-03"),
        ("the 5th of March", None),
        ("5/12/2023", None),
        ("2023-02-29", None),
        ("2023-13", None),
        ("2023-00-01", None),
        ("0001-01-01", None),
        ("1701777600", None),
        ("Movember 5, 2023", None),
        (datetime.date(2023, 12, 5), "2023-12-05"),
        (True, None),
        ("", None),
        ("2023-12-05" * 40, None),
    ],
)
def test_cases(written: object, found: str | None) -> None:
    assert published_date(written) == found
