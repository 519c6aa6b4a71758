"""Expressions that are compiled when first used are all compiled here once, so that a broken one is found here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from communique.codebook import load
from communique.codebook.adjuncts import load_adjuncts
from communique.codebook.agreement import load_agreement
from communique.codebook.assessment import load_assessment
from communique.codebook.commitment import load_commitments
from communique.codebook.stance import load_stance
from communique.grammar import lazy
from communique.mentions.compose import composer
from communique.text.date_phrases import PHRASES


def expressions(holder: Any) -> Iterator[re.Pattern[str]]:
    """Every expression that an object holds, in its fields and in tables and rows of them."""
    if isinstance(getattr(holder, "pattern", None), str) and hasattr(holder, "search"):
        yield holder
    elif isinstance(holder, dict):
        for value in holder.values():
            yield from expressions(value)
    elif isinstance(holder, (list, tuple)):
        for value in holder:
            yield from expressions(value)


@pytest.mark.parametrize(
    "made",
    [load_adjuncts, load_agreement, load_assessment, load_commitments, load_stance, composer, lambda: load().scope],
    ids=["adjuncts", "agreement", "assessment", "commitment", "stance", "composer", "scope"],
)
def test_every_expression_of_a_word_file_compiles(made: Any) -> None:
    found = list(expressions(list(vars(made()).values())))
    assert found
    for expression in found:
        expression.search("")


def test_every_date_phrase_compiles() -> None:
    for phrase in (phrase for phrases in PHRASES.values() for phrase in phrases):
        phrase.pattern.search("")


def test_a_lazy_expression_finds_what_a_compiled_one_finds() -> None:
    source = r"(?P<who>\w+) met (?P<whom>\w+)"
    made = lazy(source, re.IGNORECASE)
    hit = made.search("Penn MET Moor")
    assert hit is not None
    assert hit.groupdict() == {"who": "Penn", "whom": "Moor"}
    assert made.groupindex == re.compile(source).groupindex
    assert made.pattern == source


def test_a_broken_expression_is_told_at_its_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error, match="missing \\)"):
        broken.search("(")
