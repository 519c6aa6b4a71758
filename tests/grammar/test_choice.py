"""Words → one expression: the longest that fits, special characters as themselves, nothing beside the words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.grammar import any_of


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["visit", "visits", "visited"], "visited", "visited"),
        (["visit", "visits", "visited"], "visitor", "visit"),
        (["H.E.", "H"], "H.E. Arlo Penn", "H.E."),
        (["H.E."], "HxEx", None),
        (["new", "newly elected"], "newly chosen", "new"),
    ],
)
def test_the_longest_that_fits_is_found(words: list[str], text: str, found: str | None) -> None:
    hit = re.match(any_of(words), text)
    assert (hit and hit[0]) == found


@given(st.sets(st.text(min_size=1, max_size=8), min_size=1, max_size=12))
def test_it_matches_the_words_and_nothing_else(words: set[str]) -> None:
    expression = re.compile(any_of(words))
    assert all(expression.fullmatch(word) for word in words)
    assert not any(expression.fullmatch(word[:-1]) for word in words if word[:-1] not in words)
