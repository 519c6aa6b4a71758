"""Days, names and sketches: the small comparisons that linking rests on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_tellings import TELLINGS

from communique.visits.days import iso, span_of
from communique.visits.reprints import groups, likeness, sketch
from communique.visits.score import days_apart
from communique.visits.telling import fold, names_agree


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision", "about"),
    [
        ("2023-12-04", "2023-12-04", "2023-12-04", "day", False),
        ("2023-12-03~", "2023-12-03", "2023-12-03", "day", True),
        ("2024-02", "2024-02-01", "2024-02-29", "month", False),
        ("2023", "2023-01-01", "2023-12-31", "year", False),
        ("2023-12-XX", "2023-12-01", "2023-12-31", "month", False),
        ("2023-02-28/2023-03-02", "2023-02-28", "2023-03-02", "day", False),
        ("2023-12/2024", "2023-12-01", "2024-12-31", "year", False),
        ("2023-12-04/..", "2023-12-04", "2023-12-04", "day", False),
        ("2023-12-04/2023-12-01", "2023-12-04", "2023-12-04", "day", False),
    ],
)
def test_a_date_is_a_span(edtf: str, first: str, last: str, precision: str, about: bool) -> None:
    span = span_of(edtf)
    assert (iso(span.first), iso(span.last), span.precision, span.approximate) == (first, last, precision, about)


@pytest.mark.parametrize("edtf", [None, "", "soon", "2023-13", "2023-02-30", "0000", "23-12-04", "/", "2023-1-4"])
def test_what_is_no_date_is_none(edtf: str | None) -> None:
    assert span_of(edtf) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_itself(day: date) -> None:
    assert span_of(day.isoformat())[:2] == (day.toordinal(), day.toordinal())


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("Xi Jinping", "Xi", True),
        ("President Xi Jinping", "XI Jinping", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Antony Blinken", "Antony John Blinken", True),
        ("Luiz Inácio Lula da Silva", "Lula da Silva", True),
        ("Alexander Lukashenko", "Alyaksandr Lukashenka", True),
        ("Joe Biden", "Kamala Harris", False),
        ("Li Qiang", "Xi Jinping", False),
        ("Wang Yi", "Wang Wentao", False),
        ("A. Lukashenko", "Alexander Lukashenko", True),
        ("Joe Biden", "Joseph R. Biden", True),
        ("Mohammed bin Salman", "Mohammed bin Zayed", False),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Bill Clinton", "William J. Clinton", None),
        ("", "Xi Jinping", None),
    ],
)
def test_names_are_of_one_person(left: str, right: str, agree: bool | None) -> None:
    assert names_agree(fold(left), fold(right)) is agree
    assert names_agree(fold(right), fold(left)) is agree


@given(TELLINGS)
def test_days_apart_are_symmetric_and_none_for_oneself(tellings: list) -> None:
    for one in tellings:
        assert days_apart(one, one) == 0
        assert all(days_apart(one, two) == days_apart(two, one) >= 0 for two in tellings)


ARTICLE = " ".join(f"word{number}" for number in range(120))


def test_a_reprint_is_like_its_original() -> None:
    copy = f"(Agency) {ARTICLE} Copyright."
    assert likeness(sketch(ARTICLE), sketch(copy)) > 0.9
    assert likeness(sketch(ARTICLE), sketch(ARTICLE.replace("word1", "other"))) < 0.7
    found = groups({"b": sketch(copy), "a": sketch(ARTICLE), "c": sketch(ARTICLE[::-1])})
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_header_lines_of_a_copy_are_its_own() -> None:
    left = "TITLE: One\nDATE: 2023-01-01\n\n" + ARTICLE
    right = "TITLE: Quite another headline of many words here\nURL: https://example.org/1\n\n" + ARTICLE
    assert sketch(left) == sketch(right)


def test_texts_without_spaces_have_a_sketch() -> None:
    chinese = "中国国家主席习近平在北京会见白俄罗斯总统卢卡申科，双方就两国关系和共同关心的问题交换意见。" * 3
    assert likeness(sketch(chinese), sketch(chinese + "新华社")) > 0.8


def test_a_short_text_is_no_reprint_but_of_the_same_words() -> None:
    assert sketch("He left.") == b"" and likeness(b"", b"") == 0
    assert groups({"a": b"", "b": b"", "c": b""}, [("a", "b")]) == {"a": "a", "b": "a", "c": "c"}


@given(st.permutations(["a", "b", "c", "d", "e"]))
def test_groups_do_not_depend_on_order(names: list[str]) -> None:
    texts = {"a": ARTICLE, "b": ARTICLE + " end", "c": "start " + ARTICLE, "d": ARTICLE[::-1], "e": "short"}
    assert groups({name: sketch(texts[name]) for name in names}) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}


def test_a_season_is_somewhere_in_its_year() -> None:
    assert span_of("2022-21") == span_of("2022") != span_of("2022-12")
