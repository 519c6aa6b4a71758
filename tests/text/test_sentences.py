"""Sentences: where they end, and that none is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.text import is_heading, sentences


@pytest.mark.parametrize(
    "pieces",
    [
        ["Gen. Arlo met Mr. Penn at 9 a.m. in the U.S. capital.", "He left at noon."],
        ["Joseph R. Biden, Jr. met him on Jan. 5.", "It rained."],
        ["The talks at No. 10 were long.", "No one spoke."],
        ['"We agree!" she said.', '"Go home."'],
        ["They met at 5 p.m.", "The hall was full."],
        ["He landed at 11 a.m. Tuesday for a visit.", "It rained."],
        ["What changed?", "Nothing did."],
        ["Prof. Salo, Dr. Li and Sen. Wu agreed.", "So did Lt. Gov. Roe."],
        ["(1) Dams were built.", "Farms grew."],
        ["He offered $4.5 billion.", "It was declined."],
    ],
)
def test_sentences_end_where_they_end(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert [text[a:b] for a, b in sentences(text)] == pieces


def test_a_country_in_letters_behind_a_hyphen_ends_no_sentence() -> None:
    text = "They want EU-U.S. trade to grow. It will."
    assert [text[a:b] for a, b in sentences(text)] == ["They want EU-U.S. trade to grow.", "It will."]


def test_line_break_ends_a_sentence() -> None:
    text = "Level of visit: low\n\n  The envoy came. He left.  \n- Trade\n- Sport; culture.\n"
    assert [text[a:b] for a, b in sentences(text)] == [
        "Level of visit: low", "The envoy came.", "He left.", "- Trade", "- Sport; culture.",
    ]  # fmt: skip


def test_text_without_words_has_no_sentence() -> None:
    assert sentences("") == sentences(" \n \n") == []


@given(st.text(alphabet="abA.!? \n\"')(:;-[*é—…。習1", max_size=80))
def test_sentences_keep_every_letter_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all("\n" not in text[a:b] and text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize("line", ["Conclusion", "Level of visit: low-key", "What was signed:", "ARRIVAL IN OSLO."])
def test_heading(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    ["The envoy came.", "", "He asked why?", "One two three four five six seven eight nine ten eleven twelve thirteen"],
)
def test_sentence_is_no_heading(line: str) -> None:
    assert not is_heading(line)


def test_a_list_leaves_the_paragraph_behind_it_in_its_sentences():
    text = "1) build a bridge;\n2) open a school;\nVesta will pay. Norland will build. Both will wait."
    assert [text[start:end] for start, end in sentences(text)][2:] == [
        "Vesta will pay.",
        "Norland will build.",
        "Both will wait.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He will also hold talks with Foreign Minister Dr. A. K. Abdul Momen in Dhaka.",
        "She praised Ms. Alinejad for her work.",
        "They met Mr. A. B. Vajpayee and Prof. X. Y. Singh.",
    ],
)
def test_a_title_before_a_name_ends_no_sentence(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == [text]
