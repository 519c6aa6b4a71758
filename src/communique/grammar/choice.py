"""Turns words into one expression that matches any of them, the longest that fits, and reads each letter once.

`a|ab|abc` is tried word by word, and compiled so; `a(?:b(?:c)?)?` is read once, and is shorter where words are many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.grammar.kept import value

MANY = 40  # from so many words on, to keep the expression costs less than to make it


def any_of(words: Iterable[str]) -> str:
    """An expression, in a group of its own, that matches any of these words; the longest that fits comes first."""
    words = sorted(set(words))
    made = _branches(words) if len(words) < MANY else value("\n".join(words), str, lambda: _branches(words))
    return f"(?:{made})"


def _branches(words: Iterable[str]) -> str:
    rests: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            rests.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    if not rests:
        return ""
    inner = "|".join(
        re.escape(letter + rest[0]) if len(rest) == 1 else re.escape(letter) + _branches(rest)
        for letter, rest in sorted(rests.items())
    )
    return f"(?:{inner})?" if ends else (f"(?:{inner})" if len(rests) > 1 else inner)
