"""Header lines are read, never cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.documents.headers import Headers, read_headers

values = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=60).map(str.strip)
plain_values = values.filter(lambda value: value and value[0] not in "\"'")


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    assert isinstance(read_headers(text), Headers)


@given(plain_values, st.dates(), st.sampled_from(["\n", "\r\n", "\n\n"]), st.sampled_from([str.upper, str.title]))
def test_what_is_written_is_read(title, day, newline, case) -> None:
    text = newline.join([f"{case('title')}: {title}", f"{case('date')}:{day}", "Then the story. URL: none"])
    published = day.isoformat() if 1500 <= day.year < 2100 else None
    assert read_headers(text) == Headers(text.rindex("Then") - newline.count("\n") + 1, title, published)


@given(plain_values)
def test_front_matter_is_read_by_key(title: str) -> None:
    text = f"---\nlayout: post\ntitle: {title}\nnested:\n  - x\nlang: en\n---\nDATE: 2024-01-01\n"
    assert read_headers(text) == Headers(text.index("DATE"), title, language="en")


@given(st.text(st.characters(blacklist_characters=":\ufeff"), min_size=1).filter(str.strip))
def test_a_line_that_is_no_header_ends_the_head(first: str) -> None:
    assert read_headers(f"{first}\nDATE: 2024-01-01\n").published is None or first.strip() == "---"


def test_words_with_colons_are_no_headers() -> None:
    assert read_headers("Time of visit: Sudden\nDATE: 2024-01-01") == Headers()
    assert read_headers("Update: the title: none") == Headers()


def test_published_and_source_lines_belong_to_the_head() -> None:
    text = "SOURCE: The Harbour Post\nPublished: Tue, 5 Mar 2024 10:00 GMT\nURL: https://vesta.example\nText"
    assert read_headers(text) == Headers(text.index("Text"), published="2024-03-05", url="https://vesta.example")


def test_the_first_that_says_something_holds() -> None:
    assert read_headers("DATE: soon\nDATE: 2024-03-05\nDATE: 2024-03-06\n").published == "2024-03-05"


def test_unclosed_front_matter_is_text() -> None:
    assert read_headers("---\ntitle: x\n") == Headers()
