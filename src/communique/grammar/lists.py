"""Turns a list of items ("A, B and C") into an expression that is tried once, and not from each of its names again.

A pattern that begins with a list cannot match from within a list where it does not match from the list's start: the
longer list could have ended in the same place. So a list of n names costs n steps and not n times n.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from communique.grammar.lazy import lazy

SEPARATOR = "(?:, |(?:, | )(?:and|&) (?:with )?)(?:the )?"
_SEPARATOR = lazy(SEPARATOR)
_JOINTS = (", and ", ", & ", " and ", " & ")
_BETWEEN = [", ", ", the ", *(joint + word for joint in _JOINTS for word in ("", "with ", "the ", "with the "))]

_GUARD = lazy(r"\(\?:\(\?<!\[,d&he\] \[[^\]]*\]\)\|(?:\(\?<!\[[^\]]*\]\(\?:[ ,&a-z|]+\)\[[^\]]*\]\))+\)")


def guard(one: str) -> str:
    """What stands behind the first name of a list that begins a pattern: no name of the same kinds is joined to it.

    `one` is the expression of an item, one character long.
    """
    by_size = groupby(sorted(_BETWEEN, key=len), key=len)  # a look back wants to know how far
    looks = (f"(?<!{one}(?:{'|'.join(words)}){one})" for _, words in by_size)
    return f"(?:(?<![,d&he] {one})|{''.join(looks)})"


def unguarded(source: str) -> str:
    """An expression without what `guard` gave."""
    return _GUARD.sub("", source)


def hits(regex: re.Pattern[str], anywhere: re.Pattern[str] | None, text: str) -> Iterator[re.Match[str]]:
    """All matches of `regex`; with `anywhere`, the same expression without its guards, as that one would give them."""
    return _whole(regex, text) if anywhere is None else _by_lists(regex, anywhere, text)


def _whole(regex: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches that begin with a word: what begins within one ("vi-sit") does not hide the next."""
    at = 0
    while hit := regex.search(text, at):
        if _within_word(text, hit.start()):
            at = hit.start() + 1
            continue
        yield hit
        at = max(hit.end(), hit.start() + 1)


def _within_word(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isalnum() and text[at].isalnum()


def _by_lists(regex: re.Pattern[str], anywhere: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """When a match has taken the first names of a list, the rest of it counts as one."""
    at = 0
    while True:
        rest = _SEPARATOR.match(text, at) if at else None
        hit = (rest and anywhere.match(text, rest.end())) or regex.search(text, at)
        if hit is None:
            return
        if _within_word(text, hit.start()):
            at = hit.start() + 1
            continue
        yield hit
        at = max(hit.end(), at + 1)
