"""Texts that a stream passes over become counts by reason, so that nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

import msgspec

Reason: TypeAlias = Literal[
    "not_200", "not_html", "no_words", "other_language", "no_trigger", "one_party", "no_main_text", "nothing_stated"
]
Gate: TypeAlias = Callable[[str, str], Reason | None]
"""The reason to pass over a page, from its markup and address; None for one whose main text is worth taking out."""


class PassedOver(msgspec.Struct, frozen=True):
    """How many texts of a stream were not read, or kept no row, and why.

    Of an archive: answers other than 200 (`not_200`), of other types than HTML (`not_html`), pages without words
    outside their tags (`no_words`), in a language without a codebook (`other_language`), without a trigger word of the
    codebook (`no_trigger`), without two countries or bodies (`one_party`), without a main text (`no_main_text`).
    Of a run: texts that were read and state nothing (`nothing_stated`).
    """

    not_200: int = 0
    not_html: int = 0
    no_words: int = 0
    other_language: int = 0
    no_trigger: int = 0
    one_party: int = 0
    no_main_text: int = 0
    nothing_stated: int = 0

    @classmethod
    def of(cls, counts: Mapping[Reason, int]) -> PassedOver:
        """The record of counts by reason."""
        return msgspec.convert(dict(counts), cls)

    def __add__(self, other: PassedOver) -> PassedOver:
        return PassedOver(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))

    @property
    def total(self) -> int:
        """All of them."""
        return sum(getattr(self, name) for name in self.__struct_fields__)

    def __str__(self) -> str:
        named = ((getattr(self, name), name.replace("_", " ")) for name in self.__struct_fields__)
        return ", ".join(f"{count:,} {name}" for count, name in named if count) or "none"
