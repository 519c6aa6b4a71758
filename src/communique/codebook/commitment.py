"""Turns `commitment.toml` into the patterns by which acts that parties take on are read."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib import resources
from typing import Literal

import msgspec

from communique.codebook.load import LETTERS
from communique.errors import CodebookError

THEIR = f"(?:the|a|an|its|{LETTERS['pronoun']})"  # "their willingness": a pronoun is one letter in a shadow


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that head an act; `strength` is theirs, 1 to 6."""

    id: str
    strength: int
    takes: Literal["verb", "noun", "that"]
    words: str


class CommitmentBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`commitment.toml` of one language."""

    adverbs: str
    head: tuple[Head, ...]
    verbs: tuple[str, ...]
    after_head: tuple[str, ...]
    events: tuple[str, ...]
    weaker: dict[str, tuple[str, ...]]

    @cached_property
    def heads(self) -> re.Pattern[str]:
        """Any head, its id the name of the group that took it; the longer before the shorter, as in the file."""
        heads = ((head.id, head.words.replace("{their}", THEIR)) for head in self.head)
        return re.compile("|".join(rf"(?P<{name}>(?:{words})(?![\w-]))" for name, words in heads))

    @cached_property
    def by_id(self) -> dict[str, Head]:
        """The heads by their id."""
        return {head.id: head for head in self.head}

    @cached_property
    def verb(self) -> str:
        """A pattern for the bare verb of an act."""
        return "(?:" + "|".join(sorted(map(re.escape, self.verbs), key=lambda v: (-len(v), v))) + ")(?![\\w'-])"

    @cached_property
    def first_verb(self) -> str:
        """A pattern for the bare verb right after a head."""
        verbs = (*self.verbs, *self.after_head)
        return "(?:" + "|".join(sorted(map(re.escape, verbs), key=lambda v: (-len(v), v))) + ")(?![\\w'-])"

    @cached_property
    def gerund(self) -> str:
        """A pattern for the verb of an act in -ing."""
        forms = {f"{v[:-1] if v.endswith('e') else v}ing" for v in (*self.verbs, *self.after_head)} | {"cutting", "setting", "planning"}
        return "(?:" + "|".join(sorted(map(re.escape, forms), key=lambda v: (-len(v), v))) + ")(?![\\w'-])"

    def strength(self, head: Head, words: str) -> int:
        """The strength of an act under a head: that of its own verb where it is the weaker one."""
        for strength, verbs in self.weaker.items():
            if words.startswith(verbs):
                weaker = int(strength)
                rest = words.partition(" to ")[2]
                return min(head.strength, weaker, self.strength(head, rest) if words.startswith("continue to") else 6)
        return head.strength


@cache
def load_commitments(language: str = "en") -> CommitmentBook:
    """The commitment book of a language. Raises CodebookError where the file is broken."""
    file = resources.files("communique.codebook") / language / "commitment.toml"
    try:
        book = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), CommitmentBook)
        _ = book.heads
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError, re.error) as fault:
        raise CodebookError(f"commitment.toml: {fault}") from fault
    return book
