"""A sentence → the same without what stands aside, "will, it was announced, build" as "will build"; or a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from communique.codebook import LETTERS, load
from communique.codebook.commitment import load_commitments
from communique.grammar import Asides
from communique.mentions import Sentence


def past_asides(sentence: Sentence) -> Sentence | None:
    """The sentence as it reads without its asides, each letter where it stands in the page; None where it has none."""
    text = sentence.shadow.text
    if ", " not in text and "(" not in text and "–" not in text and " - " not in text:
        return None
    plain = _asides().without(text)
    return _at(sentence, plain.places) if plain is not None and plain.text.strip() else None


def part_of(sentence: Sentence, start: int, end: int) -> Sentence:
    """A sentence that holds no more than a stretch of another's shadow."""
    return _at(sentence, range(start, end + 1))


def _at(sentence: Sentence, places: Sequence[int]) -> Sentence:
    shadow = sentence.shadow.at(places)
    return msgspec.structs.replace(sentence, shadow=shadow, items=list(shadow.items.values()))


@cache
def _asides(language: str = "en") -> Asides:
    """What stands aside in any clause, and what stands between "will" or "agreed" and the act."""
    named = "".join(LETTERS[name] for name in ("person", "pronoun", "country", "group"))
    own = (words.replace("[NAMED]", f"[{named}]") for words in load_commitments(language).words.asides)
    return load(language).asides.joined(own)
