"""Turns `fields.toml` into a finder of the fields of cooperation that words speak of."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs
import msgspec

from communique.codebook.files import read_file


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field: its words, those that count where no other does, near misses, and its codes in other systems.

    Attributes:
        code: as in docs/facts.md.
        words: words and phrases, lower case; "*" at the end stands for any ending.
        weak: words that count only where no field's `words` stand.
        near_misses: longer phrases that hold one of the field's words and do not show it.
        wti: topics of the World Treaty Index.
        dac: purpose categories and codes of the OECD's Development Assistance Committee.
        plover: contexts of the PLOVER event ontology.
    """

    code: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = msgspec.field(default=(), name="not")
    wti: tuple[str, ...] = ()
    dac: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()


class FieldFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`fields.toml`."""

    field: tuple[Field, ...]


class Fields:
    """All fields of a language."""

    def __init__(self, rows: tuple[Field, ...]) -> None:
        self.rows = rows
        self._words: list[str] = []
        self._shows: list[tuple[str, str]] = []  # the field of each word, and whether it is of words, weak or not
        for row in rows:
            for kind, words in (("words", row.words), ("weak", row.weak), ("not", row.near_misses)):
                self._words.extend(words)
                self._shows.extend((row.code, kind) for _ in words)
        self._automaton = ahocorasick_rs.AhoCorasick(
            [word.rstrip("*") for word in self._words], matchkind=ahocorasick_rs.MatchKind.Standard
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all fields, in the order of the file."""
        return tuple(row.code for row in self.rows)

    def find(self, words: str) -> tuple[str, ...]:
        """The fields that some words speak of, in the order they are named, each once; none where nothing shows one."""
        strong, weak = self._shown(words)
        return strong or weak

    def strong(self, words: str) -> tuple[str, ...]:
        """The same without the words that are weak."""
        return self._shown(words)[0]

    def _shown(self, words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        hits = self._hits(words.lower().replace("’", "'"))
        misses = [(code, start, end) for start, end, code, kind in hits if kind == "not"]
        shown: dict[str, dict[str, None]] = {"words": {}, "weak": {}}
        for start, end, code, kind in hits:
            if kind != "not" and not any(c == code and a <= start and end <= b for c, a, b in misses):
                shown[kind][code] = None
        return tuple(shown["words"]), tuple(shown["weak"])

    def _hits(self, low: str) -> list[tuple[int, int, str, str]]:
        """Every word and phrase where it stands alone, with its field and kind, in order."""
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if start and (low[start - 1].isalnum() or low[start - 1] == "-"):
                continue
            last = end
            while last < len(low) and low[last].isalpha():
                last += 1
            if (last > end and not self._words[index].endswith("*")) or low[end : end + 1].isdigit():
                continue
            found.append((start, last, *self._shows[index]))
        return sorted(found)


@cache
def load_fields(language: str = "en") -> Fields:
    """The fields of a language. Raises CodebookError where the file is broken."""
    return Fields(read_file("fields.toml", FieldFile, language).field)
