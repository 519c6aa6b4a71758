"""Turns an expression into words for the engine of `re` that find what `re.compile` would find, and give up sooner.

Most searches find nothing. The engine then tries every alternative at every letter. Here it is told with which letters
a match can begin, alternatives are parted by their first letter where they are many, and those that begin with the same
letters read these once; each text still meets the alternatives that can match it in the order in which they are
written, so that the first to match stays the first (docs/decisions/0019-expressions-give-up-sooner.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from communique.grammar.beginnings import (
    ALL,
    ASSERT,
    ASSERT_NOT,
    ATOMIC,
    BRANCH,
    IN,
    LITERAL,
    LOW,
    OTHER,
    PAGE,
    RANGE,
    REPEATS,
    STANDING,
    SUBPATTERN,
    Beginnings,
    Node,
    letters_in,
)

_OPS: Any = re._constants  # type: ignore[attr-defined]
_parser: Any = re._parser  # type: ignore[attr-defined]
_compiler: Any = re._compiler  # type: ignore[attr-defined]

MANY = 6  # alternatives that are worth parting
CASES = 80  # into no more than so many
ROW = 7  # cases that are told apart at once
GROWS, SPARE = 1.5, 100  # by how much an expression may grow thereby: a factor, and words


def engine_words(parsed: Any, flags: int) -> list[int]:
    """Words for the engine that match as those which `re` makes of this parsed expression, and give up sooner."""
    flags |= parsed.state.flags
    beginnings = Beginnings(flags)
    words: list[int] = []
    _compiler._compile_info(words, parsed, flags)
    mask, empty = beginnings.of(parsed)
    _, _, marks, least, most, *_ = words
    if not marks and not empty and mask & LOW != LOW:
        rest = [_OPS.SRE_INFO_CHARSET, least, most, *_set_words(mask)]
        words = [_OPS.INFO, len(rest) + 1, *rest]
    _compiler._compile(words, _Order(parsed.state, beginnings).of(parsed).data, flags)
    return [*words, _OPS.SUCCESS]


def _set_words(mask: int) -> list[int]:
    words: list[int] = [_OPS.CHARSET, *((mask & LOW) >> 32 * at & 0xFFFFFFFF for at in range(PAGE // 32))]
    for op, given in letters_in(mask & ~LOW):
        words += [op, *given] if op is RANGE else [op, given]
    return [*words, _OPS.FAILURE]


class _Order:
    """Puts the alternatives that an expression begins with in order; what follows stays as it is."""

    def __init__(self, state: Any, beginnings: Beginnings) -> None:
        self._state = state
        self._beginnings = beginnings
        self._sizes: dict[int, tuple[int, Any]] = {}

    def of(self, part: Any, letters: int = ALL) -> Any:
        """A sequence that matches the same, given that one of these letters comes next."""
        made: list[Node] = []
        for at, (op, given) in enumerate(part.data):
            nodes = self._node(op, given, letters)
            made += nodes
            if not self._beginnings.of_node(op, given)[1]:
                made += part.data[at + 1 :]
                break
            if nodes and op not in STANDING:
                letters = ALL  # it may have taken the letter
        return self._part(made)

    def _node(self, op: Any, given: Any, letters: int) -> list[Node]:
        if op is BRANCH:
            return self._any(given[1], letters)
        if op is SUBPATTERN and not (given[1] or given[2]):
            return [(op, (*given[:3], self.of(given[3], letters)))]
        if op in REPEATS:
            least, most, part = given
            mask, empty = self._beginnings.of(part)
            if least == 0 and not empty and not mask & letters:
                return []
            return [(op, (least, most, self.of(part, letters if most == 1 else ALL)))]
        if op is ATOMIC:
            return [(op, self.of(given, letters))]
        if op in (ASSERT, ASSERT_NOT) and given[0] > 0:
            return [(op, (given[0], self.of(given[1], letters)))]
        return [(op, given)]

    def _any(self, parts: list[Any], letters: int) -> list[Node]:
        """Alternatives: those that can match here, parted by letters where that is worth it."""
        able = [part for part in parts if self._can_begin(part, letters)] or parts[:1]
        mask, empty = self._beginnings.of_any(able)
        cases = [] if empty else self._cases(able, mask & letters)
        if len(cases) > 1:
            return self._parted(able, cases)
        return self._joined(self.of(part, letters) for part in able)

    def _can_begin(self, part: Any, letters: int) -> bool:
        mask, empty = self._beginnings.of(part)
        return empty or bool(mask & letters)

    def _cases(self, parts: list[Any], letters: int) -> list[int]:
        """The letters in groups: of one group each is met by the same alternatives. None where it is not worth it."""
        masks = [mask for part in parts for mask in self._first_masks(part, letters)]
        cases = [letters] if len(masks) >= MANY else []
        for mask in set(masks):
            cases = [one for case in cases for one in (case & mask, case & ~mask) if one]
            if len(cases) > CASES:
                return []
        size = sum(self._size_at(part, case) for case in cases for part in parts if self._can_begin(part, case))
        return cases if size <= GROWS * sum(map(self._size, parts)) + SPARE else []

    def _first_masks(self, part: Any, letters: int) -> list[int]:
        """The beginnings of the alternatives that a sequence begins with."""
        mask = self._beginnings.of(part)[0]
        if not mask & letters:
            return []
        first = _first_parts(part)
        return [found for one in first for found in self._first_masks(one, letters)] if first else [mask]

    def _parted(self, parts: list[Any], cases: list[int]) -> list[Node]:
        """The alternatives of each group of letters behind a look at the next letter, in rows behind another."""
        looks: list[tuple[int, list[Node]]] = []
        rest: list[Any] = []
        for case in sorted(cases, reverse=True):
            nodes = self._joined(self.of(part, case) for part in parts if self._can_begin(part, case))
            if case & OTHER:
                rest = [self._part(nodes)]  # a set of all letters costs more to make than it spares
            else:
                looks.append((case, nodes))
        rows = [self._behind(case, nodes) for case, nodes in looks]
        if len(rows) > ROW + 3:
            rows = [
                self._behind(sum(case for case, _ in looks[at : at + ROW]), _branch(rows[at : at + ROW]))
                for at in range(0, len(rows), ROW)
            ]
        return _branch(rows + rest)

    def _behind(self, case: int, nodes: list[Node]) -> Any:
        """Nodes behind a look whether one of these letters comes next; at a first letter the engine looks itself."""
        if nodes[0][0] in (LITERAL, IN):
            return self._part(nodes)
        letters = letters_in(case)
        look = letters if len(letters) == 1 and letters[0][0] is LITERAL else [(IN, letters)]
        return self._part([(ASSERT, (1, self._part(look))), *nodes])

    def _joined(self, parts: Iterable[Any]) -> list[Node]:
        """Alternatives, where those that begin with the same letter read it once; none overtakes one it can meet."""
        groups: list[tuple[int | None, list[Any]]] = []
        for part in (one for given in parts for one in _flat(given)):
            first = part.data[0][1] if part.data and part.data[0][0] is LITERAL else None
            group = None if first is None else self._group_of(first, part, groups)
            if group is None:
                groups.append((first, [part]))
            else:
                group.append(part)
        return _branch([one[0] if len(one) == 1 else self._led(first, one) for first, one in groups])

    def _group_of(self, first: int, part: Any, groups: list[tuple[int | None, list[Any]]]) -> list[Any] | None:
        """The alternatives with this first letter, unless one behind them can begin with it, too."""
        mask = self._beginnings.of(part)[0]
        for letter, group in reversed(groups):
            if letter == first or self._can_begin(group[0], mask):
                return group if letter == first else None
        return None

    def _led(self, first: int | None, parts: list[Any]) -> Any:
        return self._part([(LITERAL, first), *self._joined(self._part(part.data[1:]) for part in parts)])

    def _size(self, part: Any) -> int:
        """About how many words a sequence makes."""
        known = self._sizes.get(id(part))
        if known is None:
            known = self._sizes[id(part)] = (sum(2 + self._size_of(*node) for node in part.data), part)
        return known[0]

    def _size_of(self, op: Any, given: Any) -> int:
        if op is BRANCH:
            return sum(3 + self._size(part) for part in given[1])
        if op is SUBPATTERN:
            return self._size(given[3])
        if op in REPEATS:
            return self._size(given[2])
        if op in (ASSERT, ASSERT_NOT):
            return self._size(given[1])
        if op is IN:
            return 150 if any(_last(*item) >= PAGE for item in given) else min(12, 5 + len(given))
        return 0

    def _size_at(self, part: Any, letters: int) -> int:
        """The same, where one of these letters comes next."""
        first = _first_parts(part)
        here = sum(self._size_at(one, letters) for one in first if self._can_begin(one, letters))
        return self._size(part) - sum(map(self._size, first)) + here

    def _part(self, nodes: list[Node]) -> Any:
        return _parser.SubPattern(self._state, nodes)


def _first_parts(part: Any) -> list[Any]:
    """The alternatives, or the one group, that a sequence begins with."""
    for op, given in part.data:
        if op is BRANCH:
            return list(given[1])
        if op is SUBPATTERN and not (given[1] or given[2]):
            return [given[3]]
        if op not in STANDING:
            break
    return []


def _branch(parts: list[Any]) -> list[Node]:
    return [(BRANCH, (None, parts))] if len(parts) > 1 else list(parts[0].data)


def _flat(part: Any) -> list[Any]:
    """The alternatives of a sequence that has nothing else."""
    return list(part.data[0][1][1]) if len(part.data) == 1 and part.data[0][0] is BRANCH else [part]


def _last(op: Any, given: Any) -> int:
    return int(given if op is LITERAL else given[1] if op is RANGE else 0)
