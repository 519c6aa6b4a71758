"""The codebook's words for naming persons, sides and places, as one record."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib import resources

import msgspec

from communique.errors import CodebookError


class MentionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`mentions.toml` of one language."""

    former: tuple[str, ...]
    before: tuple[str, ...]
    determiners: tuple[str, ...]
    honorifics: tuple[str, ...]
    particles: tuple[str, ...]
    female: tuple[str, ...]
    buildings: tuple[str, ...]
    no_buildings: tuple[str, ...]
    many_buildings: tuple[str, ...]
    there: tuple[str, ...]
    offices: dict[str, tuple[str, ...]]
    people: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    pronouns: dict[str, tuple[str, ...]]
    capitalised: dict[str, tuple[str, ...]]

    @cached_property
    def anywhere(self) -> re.Pattern[str]:
        """The names of buildings of which many countries have one: "the National Palace"."""
        return re.compile(rf"^(?:{'|'.join(self.many_buildings)}) (?:{'|'.join(self.buildings)})$")


@cache
def mention_words(language: str = "en") -> MentionWords:
    """The words of a language. Raises CodebookError where the file is missing or broken."""
    file = resources.files("communique.codebook") / language / "mentions.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), MentionWords)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise CodebookError(f"mentions.toml: {fault}") from fault
