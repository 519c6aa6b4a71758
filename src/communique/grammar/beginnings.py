"""Turns a parsed expression into the letters that a match of it can begin with: a number with one bit for each.

Letters up to ÿ and those of shadows have bits of their own, all others share one. What cannot be told counts as every
letter, so that there may be too many bits and never too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from communique.grammar.shadow import FIRST

Node: TypeAlias = tuple[Any, Any]

_OPS: Any = re._constants  # type: ignore[attr-defined]
LITERAL, IN, BRANCH, SUBPATTERN = _OPS.LITERAL, _OPS.IN, _OPS.BRANCH, _OPS.SUBPATTERN
RANGE, ASSERT, ASSERT_NOT, ATOMIC = _OPS.RANGE, _OPS.ASSERT, _OPS.ASSERT_NOT, _OPS.ATOMIC_GROUP
REPEATS = (_OPS.MAX_REPEAT, _OPS.MIN_REPEAT, _OPS.POSSESSIVE_REPEAT)
STANDING = (_OPS.AT, ASSERT, ASSERT_NOT)  # they take no letter
TAKING = (_OPS.ANY, _OPS.NOT_LITERAL)

PAGE = 256  # letters with a bit of their own, from NUL on and from the first of shadows on
LOW = (1 << PAGE) - 1
OTHER = 1 << 2 * PAGE  # the bit of all letters that have none
ALL = OTHER * 2 - 1
_ASCII = (1 << 128) - 1
_BEYOND_ASCII = {"i", "k", "s"}  # without case they equal letters that have no bit of their own


def letters_in(mask: int) -> list[Node]:
    """The letters of a mask, as an expression's set has them."""
    found = [*_runs(mask & LOW, 0), *_runs(mask >> PAGE & LOW, FIRST)]
    if mask & OTHER:
        found += [(RANGE, (PAGE, FIRST - 1)), (RANGE, (FIRST + PAGE, 0x10FFFF))]
    return found


def _runs(bits: int, base: int) -> Iterator[Node]:
    at = 0
    while bits >> at:
        if bits >> at & 1:
            end = at
            while bits >> end + 1 & 1:
                end += 1
            yield (RANGE, (base + at, base + end)) if end > at else (LITERAL, base + at)
            at = end
        at += 1


class Beginnings:
    """The beginnings of the parts of one expression, each found once."""

    def __init__(self, flags: int) -> None:
        self._caseless = bool(flags & re.IGNORECASE)
        self._ascii = bool(flags & re.ASCII)
        self._known: dict[int, tuple[int, bool, Any]] = {}  # with the part, so that its id stays its own

    def of(self, part: Any) -> tuple[int, bool]:
        """The letters that a sequence can begin with, and whether it can match without taking any."""
        known = self._known.get(id(part))
        if known is None:
            mask, empty, among = 0, True, ALL
            for op, given in part.data:
                if op is ASSERT and given[0] > 0:
                    ahead, nothing = self.of(given[1])
                    among &= ALL if nothing else ahead
                    continue
                taken, empty = self.of_node(op, given)
                mask |= taken & among
                if not empty:
                    break
                among = ALL if taken else among
            known = self._known[id(part)] = (mask, empty, part)
        return known[0], known[1]

    def of_node(self, op: Any, given: Any) -> tuple[int, bool]:
        """The same of one node."""
        if op is LITERAL:
            return self._cased(_bit(given)), False
        if op is IN:
            return self._cased(self._of_set(given)), False
        if op in STANDING:
            return 0, True
        if op is SUBPATTERN and not (given[1] or given[2]):
            return self.of(given[3])
        if op is BRANCH:
            return self.of_any(given[1])
        if op in REPEATS:
            mask, empty = self.of(given[2])
            return mask, empty or given[0] == 0
        return ALL, op not in TAKING

    def of_any(self, parts: Iterable[Any]) -> tuple[int, bool]:
        """The same of alternatives."""
        found = [self.of(part) for part in parts]
        mask = 0
        for one, _ in found:
            mask |= one
        return mask, any(empty for _, empty in found)

    def _of_set(self, items: Sequence[Node]) -> int:
        mask, turned = 0, False
        for op, given in items:
            if op is LITERAL:
                mask |= _bit(given)
            elif op is RANGE:
                mask |= _range(*given)
            elif op is _OPS.NEGATE:
                turned = True
            else:
                kind = _KINDS.get(given)
                if kind is None or self._ascii:
                    return ALL
                mask |= kind
        return ALL & ~mask | OTHER if turned else mask

    def _cased(self, mask: int) -> int:
        """With the letters that are the same without case."""
        if not self._caseless:
            return mask
        if mask & ~_ASCII:
            mask |= ALL & ~_ASCII
        for at in range(128):
            letter = chr(at)
            if mask >> at & 1 and letter.isalpha():
                mask |= _bit(ord(letter.swapcase())) | (OTHER if letter.lower() in _BEYOND_ASCII else 0)
        return mask


def _bit(code: int) -> int:
    if code < PAGE:
        return 1 << code
    return 1 << code - FIRST + PAGE if FIRST <= code < FIRST + PAGE else OTHER


def _range(first: int, last: int) -> int:
    """The bits of the letters from one to another."""
    mask = (1 << min(last, PAGE - 1) + 1) - (1 << first) if first < PAGE else 0
    low, high = max(first, FIRST), min(last, FIRST + PAGE - 1)
    if low <= high:
        mask |= (1 << high - FIRST + 1) - (1 << low - FIRST) << PAGE
    has_other = (last >= PAGE and first < FIRST) or last >= FIRST + PAGE
    return mask | OTHER if has_other else mask


def _kinds() -> dict[Any, int]:
    """The letters of words, numbers and spaces, and of all but these."""
    found = {}
    for name, holds in (
        ("WORD", lambda letter: letter.isalnum() or letter == "_"),
        ("DIGIT", str.isdecimal),
        ("SPACE", str.isspace),
    ):
        mask = sum(1 << at for at in range(PAGE) if holds(chr(at)))
        found[getattr(_OPS, f"CATEGORY_{name}")] = mask | OTHER
        found[getattr(_OPS, f"CATEGORY_NOT_{name}")] = ALL & ~mask
    return found


_KINDS = _kinds()
