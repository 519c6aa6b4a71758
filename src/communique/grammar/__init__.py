"""The rule engine: turns a sentence's shadow into matches; knows no word of any language."""

from communique.grammar.asides import Asides
from communique.grammar.choice import any_of
from communique.grammar.kept import expression, keep, save
from communique.grammar.lazy import lazy
from communique.grammar.match import Match, RuleSet, Slot, best_by_head
from communique.grammar.pattern import plan_pattern
from communique.grammar.rule import Rule
from communique.grammar.scope import Cue, ScopeReader
from communique.grammar.shadow import Alphabet, Item, Shadow, lower, shade

__all__ = [
    "Alphabet",
    "Asides",
    "Cue",
    "Item",
    "Match",
    "Rule",
    "RuleSet",
    "ScopeReader",
    "Shadow",
    "Slot",
    "any_of",
    "best_by_head",
    "expression",
    "keep",
    "lazy",
    "lower",
    "plan_pattern",
    "save",
    "shade",
]
