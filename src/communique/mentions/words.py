"""The codebook's words for naming persons, sides and places, as one record."""

from __future__ import annotations

import re
from functools import cache, cached_property

import msgspec

from communique.codebook.files import read_file
from communique.grammar import expression


class MentionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`mentions.toml` of one language."""

    former: tuple[str, ...]
    before: tuple[str, ...]
    determiners: tuple[str, ...]
    honorifics: tuple[str, ...]
    particles: tuple[str, ...]
    female: tuple[str, ...]
    portfolios: tuple[str, ...]
    buildings: tuple[str, ...]
    no_buildings: tuple[str, ...]
    many_buildings: tuple[str, ...]
    there: tuple[str, ...]
    regions: tuple[str, ...]
    offices: dict[str, tuple[str, ...]]
    people: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    pronouns: dict[str, tuple[str, ...]]
    capitalised: dict[str, tuple[str, ...]]

    @cached_property
    def anywhere(self) -> re.Pattern[str]:
        """The names of buildings of which many countries have one: "the National Palace"."""
        return expression(rf"^(?:{'|'.join(self.many_buildings)}) (?:{'|'.join(self.buildings)})$")


@cache
def mention_words(language: str = "en") -> MentionWords:
    """The words of a language. Raises CodebookError where the file is missing or broken."""
    return read_file("mentions.toml", MentionWords, language)
