"""Turns a dictionary form into every form that a text may write."""

from __future__ import annotations

from collections.abc import Mapping

VOWELS = "aeiou"


class Words:
    """The forms of a language's words: the irregular ones as given, the rest by rule.

    >>> Words({"meet": ("met",)}).forms("meet")
    ('meet', 'meets', 'meeting', 'met')
    """

    def __init__(self, irregular: Mapping[str, tuple[str, ...]]) -> None:
        """`irregular`: forms beside the -s and -ing forms; they stand instead of a past in -ed."""
        self._irregular = irregular
        self._known: dict[str, tuple[str, ...]] = {}

    def forms(self, word: str) -> tuple[str, ...]:
        """All forms of a word, lower case, the word itself first; of a phrase, the forms of its first word."""
        known = self._known.get(word)
        if known is None:
            if word.endswith("="):  # as it stands: no other form
                return self._known.setdefault(word, (word[:-1],))
            first, _, rest = word.partition(" ")
            tail = f" {rest}" if rest else ""
            known = self._known[word] = tuple(dict.fromkeys(form + tail for form in self._single(first)))
        return known

    def _single(self, word: str) -> list[str]:
        stem = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
        if word.endswith(("s", "x", "ch", "sh", "z")):
            plural = word + "es"
        elif word.endswith("y") and word[-2:-1] not in VOWELS:
            plural = word[:-1] + "ies"
        else:
            plural = word + "s"
        forms = [word, plural, stem + "ing"]
        given = self._irregular.get(word)
        if given is not None:
            return [*forms, *given]
        past = word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in VOWELS else stem + "ed"
        return [*forms, past]
