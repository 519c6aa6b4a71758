"""Turns a shadow's text into its plain text, without what only stands aside in it, so that a rule reads past it.

"Penn has today, for his part, been received by Moor" is read as "Penn has been received by Moor".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from communique.grammar.lazy import lazy

FEW = 256  # sentences whose plain text is kept


class Plain(msgspec.Struct, gc=False):
    """A shadow's text without its asides; `places[i]` is where `text[i]` stands in the shadow, one more for the end."""

    text: str
    places: list[int]


class Asides:
    """What a language puts aside, and how to leave it out."""

    def __init__(self, expressions: Iterable[str]) -> None:
        """`expressions`: what one of them takes is left out, each after the one before it."""
        self._expressions = tuple(expressions)
        self._kinds = tuple(lazy(words) for words in self._expressions)
        self.without = lru_cache(FEW)(self._without)  # every family of rules asks for the same sentence

    def joined(self, expressions: Iterable[str]) -> Asides:
        """These, and after them what more expressions take."""
        return Asides((*self._expressions, *expressions))

    def _without(self, text: str) -> Plain | None:
        """The text without its asides; None where there are none."""
        places: list[int] | None = None
        for kind in self._kinds:
            hits = list(kind.finditer(text))
            if not hits:
                continue
            places = places or list(range(len(text) + 1))
            text, places = _cut(text, places, hits)
        return Plain(text, places) if places else None


def _cut(text: str, places: list[int], hits: list[re.Match[str]]) -> tuple[str, list[int]]:
    """A text and its places without what these hits take."""
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    for hit in hits:
        parts.append(text[at : hit.start()])
        kept += places[at : hit.start()]
        at = hit.end()
    parts.append(text[at:])
    return "".join(parts), kept + places[at:]
