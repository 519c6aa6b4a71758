"""An id hangs on url, title and text, and on nothing else."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from communique.documents import identify
from communique.records import Document

any_text = st.text(st.characters())  # lone surrogates among them
parts = st.tuples(st.none() | any_text, st.none() | any_text, any_text)


def document(url: str | None, title: str | None, text: str, **others: str) -> Document:
    return Document(**{"source": "a.txt"} | others, url=url, title=title, text=text)


@given(parts, parts)
def test_ids_are_equal_only_for_equal_parts(left, right) -> None:
    assert (identify(document(*left)).id == identify(document(*right)).id) == (left == right)


def test_the_id_of_a_known_document_never_changes() -> None:
    info = identify(document("https://vesta.example", "A call", "The President came.", language="en"))
    assert info.id == "7e3508d8521c0be5"
    assert info.sha256 == hashlib.sha256(b"The President came.").hexdigest()
    assert info.language == "en"


def test_parts_do_not_run_together() -> None:
    assert identify(document("ab", "c", "d")).id != identify(document("a", "bc", "d")).id
    assert identify(document(None, "", "d")).id != identify(document("", None, "d")).id


def test_where_and_when_are_no_part_of_it() -> None:
    one = identify(document(None, None, "x", source="a", published="2023"))
    other = identify(document(None, None, "x", source="b", published="2024"))
    assert one.id == other.id
