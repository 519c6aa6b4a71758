"""Turns a clause of a sentence's shadow into the words and pairs of words by which it is weighed as act or position."""

from __future__ import annotations

from itertools import pairwise

from communique.facts.assessment.forms import NAMES, TOKEN, named_forms

LONG = 40  # words of a clause


def clause_forms(text: str, start: int, end: int) -> dict[str, float]:
    """The forms of a clause of a shadow, with how much of each there is: 0 to 1."""
    words = [_plain(word) for word in TOKEN.findall(text, start, end)]
    seen: dict[str, float] = {"length": min(len(words), LONG) / LONG}
    for word in words:
        own, kin = named_forms(word)
        seen[own] = 1.0
        if kin:
            seen[kin] = 1.0
    seen.update((f"pair {one} {two}", 1.0) for one, two in pairwise(["^", *words]))
    if '"' in text or "“" in text:
        seen["quoted"] = 1.0
    return seen


def _plain(word: str) -> str:
    return "#" if word.isdigit() else NAMES.get(word, word)
