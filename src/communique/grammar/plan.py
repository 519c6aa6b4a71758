"""Turns what a pattern says, plain data that can be kept, into an expression that can be tried on shadows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.grammar.lazy import lazy
from communique.grammar.lists import hits, unguarded


class PatternError(ValueError):
    """A pattern that cannot be read: says where and what was wanted."""


class Compiled(NamedTuple):
    """A pattern ready for use, and what must be there for it to match.

    `needs`: the types of each slot that must be filled. `words`: of each of these groups one word must stand in the
    shadow; `counts`: so many characters of each of these groups. Looking for them costs a small part of a try of the
    pattern. `anywhere`: of a pattern that begins with a list, the expression that also tries from within it.
    """

    regex: re.Pattern[str]
    needs: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]
    counts: tuple[tuple[str, int], ...]
    anywhere: re.Pattern[str] | None = None

    def hits(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a shadow, in order, not overlapping."""
        return hits(self.regex, self.anywhere, text)

    def checked(self) -> Compiled:
        """Itself, compiled now. Raises PatternError where it makes no regular expression."""
        try:
            _ = self.regex.groups
        except (re.error, OverflowError, RecursionError) as fault:
            raise PatternError(f"makes no regular expression: {fault}") from fault
        return self


class Plan(NamedTuple):
    """What a pattern says, as plain data: the source of its expression, and what must be there for it to match."""

    body: str
    needs: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]
    counts: tuple[tuple[str, int], ...]

    def compiled(self) -> Compiled:
        """The pattern ready for use; its expression is made when first tried."""
        regex, anywhere = (lazy(rf"{source}(?!\w)") for source in (self.body, unguarded(self.body)))
        return Compiled(
            regex, self.needs, self.words, self.counts, anywhere if anywhere.pattern != regex.pattern else None
        )
