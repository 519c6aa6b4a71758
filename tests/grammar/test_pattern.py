"""Patterns as coders write them, against shadows with one letter an item."""

import pytest

from communique.grammar import Alphabet, Item, Rule, RuleSet, Shadow, shade
from communique.grammar.pattern import plan_pattern
from communique.grammar.plan import PatternError
from communique.grammar.rule import Vocabulary

LETTERS = Alphabet(("person", "place", "date"), passable=("date",))
SLOTS = {"guest": ("person",), "dest": ("place",), "when": ("date",)}
MACROS = {"aside": "[, ...,]"}


def forms(word: str) -> tuple[str, ...]:
    return (word, f"{word}s", f"{word}ed", f"{word}ing")


def shadow(words: str) -> Shadow:
    """A shadow in which `P1` to `P9` are persons, `L1` to `L9` places and `D1` to `D9` dates."""
    types = {"P": "person", "L": "place", "D": "date"}
    items = [
        Item(at, at + 2, types[char])
        for at, char in enumerate(words)
        if char in types and words[at + 1 : at + 2].isdigit()
    ]
    return shade(words, 0, len(words), items, LETTERS)


def matched(pattern: str, words: str) -> str | None:
    """The words that a pattern takes, None where it takes none."""
    seen = shadow(words)
    hit = plan_pattern(pattern, LETTERS, SLOTS, forms, MACROS).compiled().regex.search(seen.text)
    if hit is None:
        return None
    start, end = seen.span(hit.start(), hit.end())
    return words[start:end]


@pytest.mark.parametrize(
    ("pattern", "words", "taken"),
    [
        ("{guest} <visit> {dest}", "P1 visited L1 again", "P1 visited L1"),
        ("{guest} <visit> {dest}", "P1 soon visited L1", None),
        ("{guest} ~ <visit> {dest}", "P1 soon visited L1", "P1 soon visited L1"),
        ("{guest} ~ <visit> {dest}", "P1 and P2 visited L1", "P2 visited L1"),
        ("{guest} ~ <visit> {dest}", "P1 on D1 visited L1", "P1 on D1 visited L1"),
        ("{guest} .. <visit> {dest}", "P1 and P2 visited L1", "P1 and P2 visited L1"),
        ("{guest} .. <visit> {dest}", "P1, it seems, visited L1", None),
        ("{guest} ... <visit> {dest}", "P1, it seems, visited L1", "P1, it seems, visited L1"),
        ("{guest} ... <visit> {dest}", "P1 slept; nobody visited L1", None),
        ("{guest}%aside <visit> {dest}", "P1, a man of L2, visited L1", "P1, a man of L2, visited L1"),
        ("{guest} <visit> [the] {dest}", "P1 visits the L1", "P1 visits the L1"),
        ("{guest} (will|may) <visit> {dest}", "P1 may visit L1", "P1 may visit L1"),
        ("{guest} <visit> {dest+}", "P1 visited L1, L2 and L3 at last", "P1 visited L1, L2 and L3"),
        ("<visit> _2 by {guest}", "the visit long ago by P1", "visit long ago by P1"),
        ("{guest}'s <visit>", "P1's visit", "P1's visit"),
        ("{guest} <visit> {dest}", "P1 revisited L1", None),
    ],
)
def test_pattern_takes(pattern: str, words: str, taken: str | None) -> None:
    assert matched(pattern, words) == taken


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("{guest} {guest}", "stands twice"),
        ("{stranger} <visit>", "has no types"),
        ("{guest:planet} <visit>", "unknown type 'planet'"),
        ("[{guest} <visit>", "wanted ']'"),
        ("{guest}) <visit>", "wanted 'no bracket'"),
        ("%nothing <visit>", "%nothing is not defined"),
    ],
)
def test_broken_pattern_names_its_fault(pattern: str, fault: str) -> None:
    with pytest.raises(PatternError, match=fault.replace("(", r"\(").replace("]", r"\]").replace("%", "%")):
        plan_pattern(pattern, LETTERS, SLOTS, forms, MACROS)


def test_rule_is_tried_only_where_its_slots_can_be_filled() -> None:
    vocabulary = Vocabulary(letters=LETTERS, slots=SLOTS, forms=forms, macros={}, stamp="test")
    rule = Rule(id="a", family="v", triggers=("visit",), pattern="{guest} <visit> {dest}", vocabulary=vocabulary)
    rules = RuleSet([rule])
    visit = frozenset({"visit"})
    assert rules.plan(visit, frozenset({"person", "place"})) == (rule,)
    assert rules.plan(visit, frozenset({"person"})) == ()
    assert rules.plan(frozenset({"meet"}), frozenset({"person", "place"})) == ()
