"""Turns `adjuncts.toml` into a reader of what stands beside a visit: its declared type, notice, occasion."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from communique.codebook.files import read_file
from communique.codebook.load import LETTERS
from communique.grammar import lazy

SLOT = lazy(r"\{(\w+)\}")
SLOTS = ("event", "body", "city", "country", "person", "demonym", "date", "pronoun")
DENIED = lazy(
    r"(?:\bnot|n't|\bnever|\brather than|\binstead of|\bno|\bwithout) (?:\w+ ){0,2}$"
    r"|\b(?:neither|nobody|no one|none)\b(?: of)? (?:\S+ ){0,3}(?:ha(?:s|ve|d) (?:\w+ )?)?$"
)


class Adjunct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that give a field of a visit a value."""

    field: str
    value: str
    words: str


class AdjunctFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`adjuncts.toml`."""

    adjunct: tuple[Adjunct, ...]


class Found(msgspec.Struct, gc=False):
    """An adjunct where it stands in a shadow, half-open; `denied`: the words say that it is not so."""

    field: str
    value: str
    start: int
    end: int
    denied: bool


class Adjuncts:
    """All adjuncts of a language."""

    def __init__(self, rows: tuple[Adjunct, ...]) -> None:
        named = {name: re.escape(LETTERS[name]) for name in SLOTS}

        def compiled(words: str) -> re.Pattern[str]:
            return lazy(rf"(?<!\w)(?:{SLOT.sub(lambda m: named[m[1]], words)})(?!\w)")

        self._some = compiled("|".join(row.words for row in rows))
        self._rows = tuple((row, compiled(row.words)) for row in rows)

    def read(self, shadow: str, field: str | None = None) -> list[Found]:
        """Every adjunct of a sentence's shadow, or those of one field; the more special come first, as in the file."""
        found: list[Found] = []
        if not self._some.search(shadow):
            return found
        for row, regex in self._rows:
            for hit in regex.finditer(shadow) if field in (None, row.field) else ():
                if row.field == "visit_kind" and any(
                    f.field == row.field and f.start <= hit.start() < f.end for f in found
                ):
                    continue
                denied = DENIED.search(shadow, max(0, hit.start() - 30), hit.start()) is not None
                found.append(Found(row.field, row.value, hit.start(), hit.end(), denied))
        return found


@cache
def load_adjuncts(language: str = "en") -> Adjuncts:
    """The adjuncts of a language. Raises CodebookError where the file is broken."""
    return Adjuncts(read_file("adjuncts.toml", AdjunctFile, language).adjunct)
