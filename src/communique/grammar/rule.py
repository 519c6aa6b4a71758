"""One rule of the codebook; its pattern is compiled when it is first tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from functools import cached_property

import msgspec

from communique.grammar.kept import value
from communique.grammar.pattern import plan_pattern
from communique.grammar.plan import Compiled, Plan
from communique.grammar.shadow import Alphabet


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """What patterns of one family may say: item types, the types of each slot, word forms and macros.

    `stamp` differs where any of these do; what a pattern says is kept under it for the next start.
    """

    letters: Alphabet
    slots: Mapping[str, tuple[str, ...]]
    forms: Callable[[str], tuple[str, ...]]
    macros: Mapping[str, str]
    stamp: str

    def plan(self, pattern: str) -> Plan:
        """What a pattern says. Raises PatternError: unreadable."""
        return value(
            f"{self.stamp} {pattern}",
            Plan,
            lambda: plan_pattern(pattern, self.letters, self.slots, self.forms, self.macros),
        )


class Rule(msgspec.Struct, frozen=True, kw_only=True, dict=True, eq=False):
    """A rule: where one of its triggers stands in a sentence, its pattern is tried on the sentence's shadow.

    Attributes:
        id: family and name, as in `visit.active`.
        family: the file it stands in.
        triggers: the words whose presence makes it worth trying (any form).
        pattern: as a coder writes it (grammar/pattern.py).
        vocabulary: what the pattern may say.
        gives: what it states, by field.
        weight: of two rules with the same head, the heavier is believed.
        yes: sentences that it must read.
        no: near misses that it must not read.
        source: where the rule comes from.
    """

    id: str
    family: str
    triggers: tuple[str, ...]
    pattern: str
    vocabulary: Vocabulary
    gives: Mapping[str, str] = {}
    weight: int = 0
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    source: str = ""

    @cached_property
    def compiled(self) -> Compiled:
        """The pattern with what it needs; its expression is made at the first try. Raises PatternError: unreadable."""
        return self.vocabulary.plan(self.pattern).compiled()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern. Raises PatternError where it cannot be read, or makes no regular expression."""
        return self.compiled.checked().regex

    def fits(self, shadow: str) -> bool:
        """Whether a shadow holds the words and as many items as the pattern needs; a cheap look before it is tried."""
        _, _, words, counts, _ = self.compiled
        for group in words:  # plain loops: this is asked of every rule on every sentence
            for word in group:
                if word in shadow:
                    break
            else:
                return False
        return not counts or all(sum(map(shadow.count, letters)) >= count for letters, count in counts)

    def can_match(self, types: Set[str]) -> bool:
        """Whether every slot that must be filled finds one of its types among these."""
        return all(not types.isdisjoint(need) for need in self.compiled.needs)
