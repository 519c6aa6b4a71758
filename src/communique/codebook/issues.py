"""Turns `issues.toml` into a finder of what positions are about."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import ahocorasick_rs
import msgspec

from communique.codebook.files import read_file
from communique.errors import CodebookError
from communique.grammar import expression


class Issue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row: the phrases of an issue, and what else must or must not stand in the sentence."""

    code: str
    words: tuple[str, ...]
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    always: Literal["support", "oppose"] | None = None
    flips: tuple[str, ...] = ()
    general: bool = False
    good: bool = False
    many: bool = False
    welcomed: bool = False
    beside: tuple[str, ...] = ()
    about: str | None = None


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds of a code, whichever words name it; the attributes are told at the top of `issues.toml`."""

    of: str | None = None
    directed: Literal["always", "oppose"] | None = None
    side: Literal["support", "oppose"] | None = None
    named: bool = False
    world: bool = False
    agreed: bool = False
    deeds: bool = False
    field: bool = False
    ladder: bool = False
    strife: bool = False
    harmless: bool = False


PLAIN = Matter()  # a code of which nothing else holds


class IssueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`issues.toml`."""

    matter: dict[str, Matter]
    issue: tuple[Issue, ...]


class Topic(msgspec.Struct, gc=False):
    """An issue where its words stand, half-open."""

    issue: Issue
    start: int
    end: int


class Issues:
    """All issues of a language."""

    def __init__(self, rows: tuple[Issue, ...]) -> None:
        phrases = [(word, row) for row in rows for word in row.words]
        self._rows = [row for _, row in phrases]
        self._open = [word.endswith("*") for word, _ in phrases]
        self._automaton = ahocorasick_rs.AhoCorasick(
            [word.rstrip("*") for word, _ in phrases], matchkind=ahocorasick_rs.MatchKind.Standard
        )
        needed = {words for row in rows for words in (row.near, row.unless) if words}
        self._near = {words: expression(_any_of(words)) for words in needed}
        self._twice = lru_cache(64)(self._stand_twice)  # a text is asked once, not for each of its sentences

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all issues, in the order of the file."""
        return tuple(dict.fromkeys(row.code for row in self._rows))

    def find(self, low: str) -> list[Topic]:
        """Every issue of a text in lower case, in order; of overlapping phrases the longest, and all issues that share
        it: what they ask of the sentence tells which is meant.
        """
        found: list[Topic] = []
        hits = self._automaton.find_matches_as_indexes(low, overlapping=True)
        for index, start, end in sorted(hits, key=lambda h: (h[1], -h[2])):
            inside = not self._open[index] and end < len(low) and low[end].isalnum()
            if inside or (start and (low[start - 1].isalnum() or low[start - 1] == "-")):
                continue
            if found and start < found[-1].end and (start, end) != (found[-1].start, found[-1].end):
                continue
            found.append(Topic(self._rows[index], start, end))
        return found

    def fits(self, issue: Issue, low: str) -> bool:
        """Whether what an issue asks of its sentence, in lower case, is there."""
        if issue.near and not self._near[issue.near].search(low):
            return False
        return not (issue.unless and self._near[issue.unless].search(low))

    def often(self, issue: Issue, low: str) -> bool:
        """Whether what an issue asks for stands more than once in a text in lower case."""
        return bool(issue.near) and self._twice(issue.near, low)

    def _stand_twice(self, near: tuple[str, ...], low: str) -> bool:
        found = self._near[near].finditer(low)
        return next(found, None) is not None and next(found, None) is not None


@cache
def load_issues(language: str = "en") -> Issues:
    """The issues of a language. Raises CodebookError where the file is broken."""
    return Issues(read_file("issues.toml", IssueFile, language).issue)


@cache
def load_matters(language: str = "en") -> dict[str, Matter]:
    """What holds of the codes of a language, by code. Raises CodebookError where the file is broken."""
    file = read_file("issues.toml", IssueFile, language)
    for code in file.matter.keys() - {row.code for row in file.issue}:
        raise CodebookError(f"issues.toml: matter {code}: found no issue of this code, wanted at least one")
    return file.matter


def matter_of(code: str) -> Matter:
    """What holds of a code."""
    return load_matters().get(code, PLAIN)


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(rf"(?<!\w){re.escape(w.rstrip('*'))}" + ("" if w.endswith("*") else r"(?!\w)") for w in words)
