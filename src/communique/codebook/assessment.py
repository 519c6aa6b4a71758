"""Turns `assessment.toml` into compiled patterns: the wordings of claims about a visit."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import ahocorasick_rs
import msgspec

from communique.codebook.files import read_file
from communique.codebook.load import LETTERS
from communique.grammar import lazy

WHO = ("country", "person", "pronoun", "body", "city", "demonym")


class ClaimRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One wording of a claim; `own`: read only where the author speaks for no government.

    `near`: it fits other matters too, and is read only where a party or the visit stands in the sentence.
    """

    claim: Literal["motive", "pressure", "significance", "level", "change", "outlook"]
    triggers: tuple[str, ...]
    words: str
    own: bool = False
    near: bool = False

    @property
    def id(self) -> str:
        """By what name its points are kept."""
        return f"{self.claim} {self.triggers[0]}"


class ClaimWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands for the visit, a side, a matter between sides; what weakens a claim; who may make one unnamed."""

    visit: str
    side: str
    matter: str
    hedges: tuple[str, ...]
    voices: str


class ClaimFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`assessment.toml`."""

    words: ClaimWords
    row: tuple[ClaimRow, ...]


class ClaimBook:
    """All wordings of claims of a language."""

    def __init__(self, file: ClaimFile) -> None:
        who = "[" + "".join(LETTERS[t] for t in WHO) + "]"
        self._stands = {
            "{visit}": file.words.visit, "{side}": file.words.side, "{matter}": file.words.matter, "{who}": who,
        }  # fmt: skip
        self.near = lazy(rf"{who}|\b(?:{file.words.visit}|{file.words.matter}|{file.words.side})\b")
        self.rows = [(row, lazy(rf"(?<![\w-])(?:{self.filled(row.words)})")) for row in file.row]
        self.hedge = lazy(rf"\b(?:{'|'.join(file.words.hedges)})\b")
        self.voices = file.words.voices
        self.voice = lazy(rf"\b(?P<voice>(?:{file.words.voices})(?: in \S+)?)\b")
        words = [(trigger, number) for number, row in enumerate(file.row) for trigger in row.triggers]
        self._numbers = [(number, word.endswith("*")) for word, number in words]
        self._automaton = ahocorasick_rs.AhoCorasick([word.rstrip("*") for word, _ in words])

    def filled(self, words: str) -> str:
        """An expression with what stands for a party, a visit, a side and a matter between sides put in."""
        return re.sub(r"\{[a-z]+\}", lambda m: self._stands[m[0]], words)

    def find(self, low: str) -> list[tuple[int, int]]:
        """Where the triggers of which row stand in a text in lower case: (offset, number of the row)."""
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            number, is_open = self._numbers[index]
            if (start and low[start - 1].isalnum()) or (not is_open and end < len(low) and low[end].isalnum()):
                continue
            found.append((start, number))
        return found


@cache
def load_assessment(language: str = "en") -> ClaimBook:
    """The wordings of claims of a language. Raises CodebookError where the file is broken."""
    return ClaimBook(read_file("assessment.toml", ClaimFile, language))
