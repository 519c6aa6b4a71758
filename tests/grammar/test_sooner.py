"""Expressions that give up sooner find what `re` finds: the same matches, with the same groups."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique import codebook
from communique.codebook.stance import load_stance
from communique.grammar import expression

LETTERS = "abcdeAB1 -,é“\ue000\ue001"
TEXTS = st.text(alphabet=LETTERS + "ſKİ\n", max_size=10)
SENTENCE = (
    "\ue000 and \ue000 met in \ue003 on \ue004, where both sides reaffirmed their opposition to threats and called "
    "for restraint; they will visit the museum, she said, and the importance of trade was welcomed by \ue000."
)

words = st.text(alphabet="abcdeAB é\ue000", min_size=1, max_size=3).map(re.escape)
single = st.sampled_from(
    [r"\w", r"\W", r"\d", r"\S", ".", "[a-c]", "[^a-c]", "[^\\W\\d]", "[\ue000-\ue001é]", "[^,]", "ſ"]
)
looks = st.sampled_from([r"\b", r"\B", "^", "$", "(?<!a)", "(?<=[ab])", "(?=[a-d])", "(?!b)", "(?=a?)", "(?<![\\w-])"])

simple = st.one_of(words, single, st.tuples(words, words).map("|".join))


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Sequences, alternatives, groups, looks and repeats of expressions."""
    return st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=12).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        inner.map(lambda given: f"(?:{given})?"),
        st.tuples(simple, st.sampled_from(["*", "+", "??", "*?", "{2}", "{0,2}", "?+", "*+"])).map(
            lambda given: f"(?:{given[0]}){given[1]}"
        ),
        st.tuples(st.sampled_from(["(?=", "(?!", "(?>", "(?i:"]), inner).map(lambda given: f"{given[0]}{given[1]})"),
    )


expressions = st.recursive(st.one_of(words, words, single, looks), _wider, max_leaves=16)


def _found(made: re.Pattern[str], text: str) -> list[object]:
    hits = [*made.finditer(text), *(made.match(text, at) for at in range(len(text) + 1)), made.fullmatch(text)]
    return [hit and (hit.regs, hit.lastindex, hit.lastgroup) for hit in hits]


@settings(max_examples=400, deadline=None)
@given(source=expressions, texts=st.lists(TEXTS, min_size=1, max_size=4), flags=st.sampled_from([0, re.I, re.A, re.M]))
@example("(?:a)?(?=b)(?:b|c|d|e|A|B|ab)", ["ab", "bb", "b"], 0)
@example("(?:(?:a )?(?:b )?(?:ac|bc|cc|dc)|ab|bb|cb|db|eb)c?", ["a b bb", "a ac", "b dcc"], 0)
@example("(?:aa|b|.a|ab|c|d|e)", ["ab", "aa"], 0)
@example("(?:kb|sb|ib|ab|bb|cb|db)", ["\u212ab", "ſB", "İb", "IB"], re.I)
@example("(?:\\Wa|a|b|c|d|e|-)", ["éa"], re.A)
def test_it_finds_what_re_finds(source: str, texts: list[str], flags: int) -> None:
    try:
        plain = re.compile(source, flags)
    except re.error:
        with pytest.raises(re.error):
            expression(source, flags)
        return
    made = expression(source, flags)
    for text in texts:
        assert _found(made, text) == _found(plain, text)


def test_rules_find_what_re_finds() -> None:
    for rule in codebook.load().rules[::5]:
        source = rule.compiled.regex.pattern
        shown = expression(source), re.compile(source)
        for text in (SENTENCE, SENTENCE.replace("\ue003", "\ue000"), *rule.yes):
            assert _found(shown[0], text) == _found(shown[1], text)


def test_positions_are_found_where_re_finds_them() -> None:
    taking = load_stance().taking
    plain = re.compile(taking.pattern)
    assert taking != plain
    assert [hit.span() for hit in taking.finditer(SENTENCE)] == [hit.span() for hit in plain.finditer(SENTENCE)] != []
