"""A rule that begins with a list does not try to match from within it, and yet misses nothing."""

from __future__ import annotations

import random
import time

import pytest

from communique.codebook import LETTERS, load
from communique.grammar import Rule

ITEMS = [LETTERS[name] for name in LETTERS.types]
JOINTS = [", ", ", and ", " and ", " & ", ", & ", " and the ", ", with ", " the ", " ", "; ", ", who "]
BEGIN_WITH_LISTS = [rule for rule in load("en").rules if rule.compiled.anywhere is not None]


def sentences(rule: Rule, chance: random.Random) -> str:
    """Items in lists, the rule's verbs and words of visits in any order."""
    verbs = [form for trigger in rule.triggers for form in load("en").words.forms(trigger)]
    parts = []
    for _ in range(chance.randint(3, 16)):
        parts += [chance.choice([*ITEMS, *ITEMS[:3]]), chance.choice(JOINTS)]
        if chance.random() < 0.35:
            parts.append(chance.choice(verbs) + " ")
        if chance.random() < 0.2:
            parts.append(chance.choice(["on ", "to ", "held ", "talks with ", "paid a ", "in "]))
    return "".join(parts)


def test_some_rules_begin_with_lists() -> None:
    assert len(BEGIN_WITH_LISTS) > 20


@pytest.mark.parametrize("rule", BEGIN_WITH_LISTS, ids=lambda rule: rule.id)
def test_the_matches_are_those_that_trying_everywhere_gives(rule: Rule) -> None:
    anywhere = rule.compiled.anywhere
    assert anywhere is not None
    chance = random.Random(rule.id)
    for _ in range(60):
        text = sentences(rule, chance)
        assert [hit.span() for hit in rule.compiled.hits(text)] == [hit.span() for hit in anywhere.finditer(text)], text


def test_a_long_list_takes_far_less_than_trying_from_each_of_its_names() -> None:
    rule = next(rule for rule in BEGIN_WITH_LISTS if rule.id == "visit.visits")
    anywhere = rule.compiled.anywhere
    assert anywhere is not None
    text = ", and ".join([LETTERS["person"]] * 250)
    times = []
    for hits in (rule.compiled.hits, anywhere.finditer):
        start = time.perf_counter()
        assert list(hits(text)) == []
        times.append(time.perf_counter() - start)
    assert times[0] * 5 < times[1]  # measured: some eighty times less
