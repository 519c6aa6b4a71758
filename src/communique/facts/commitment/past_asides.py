"""A sentence → the same without what stands aside, "will, it was announced, build" as "will build"; or a part of it."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.codebook import LETTERS, load
from communique.codebook.commitment import load_commitments
from communique.grammar import Asides, Shadow
from communique.mentions import Sentence


def past_asides(sentence: Sentence) -> Sentence | None:
    """The sentence as it reads without its asides, each letter where it stands in the page; None where it has none."""
    text, shadow = sentence.shadow.text, sentence.shadow
    if ", " not in text and "(" not in text and "–" not in text and " - " not in text:
        return None
    plain = _asides().without(text)
    if plain is None or not plain.text.strip():
        return None
    offsets = [shadow.offsets[place] for place in plain.places]
    items = {at: shadow.items[place] for at, place in enumerate(plain.places) if place in shadow.items}
    read = Shadow(plain.text, offsets, items, shadow.start, shadow.end)
    return msgspec.structs.replace(sentence, shadow=read, items=list(items.values()))


def part_of(sentence: Sentence, start: int, end: int) -> Sentence:
    """A sentence that holds no more than a stretch of another's shadow."""
    shadow = sentence.shadow
    items = {at - start: item for at, item in shadow.items.items() if start <= at < end}
    offsets = [*shadow.offsets[start:end], shadow.offsets[end]]
    part = Shadow(shadow.text[start:end], offsets, items, offsets[0], offsets[-1])
    return msgspec.structs.replace(sentence, shadow=part, items=list(items.values()))


@cache
def _asides(language: str = "en") -> Asides:
    """What stands aside in any clause, and what stands between "will" or "agreed" and the act."""
    named = "".join(LETTERS[name] for name in ("person", "pronoun", "country", "group"))
    own = (words.replace("[NAMED]", f"[{named}]") for words in load_commitments(language).words.asides)
    return load(language).asides.joined(own)
