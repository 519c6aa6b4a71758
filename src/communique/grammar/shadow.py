"""Turns a stretch of text and the items found in it into its shadow: one character an item, the rest in lower case."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

FIRST = 0xE000  # Unicode's private use area: no text that means anything holds these characters.
LAST = 0xF8FF


class Alphabet:
    """The private-use character that stands for each type of item.

    >>> letters = Alphabet(("person", "country"))
    >>> letters["country"] == chr(0xE001), letters.type_of(chr(0xE000))
    (True, 'person')
    """

    def __init__(self, types: Sequence[str], passable: Sequence[str] = ()) -> None:
        """`passable`: types that may stand within a tight gap, such as dates."""
        self.types = tuple(types)
        self.passable = tuple(passable)
        self._char = {name: chr(FIRST + i) for i, name in enumerate(self.types)}

    def __getitem__(self, type_: str) -> str:
        return self._char[type_]

    def __contains__(self, type_: str) -> bool:
        return type_ in self._char

    def type_of(self, char: str) -> str:
        """The type that a character stands for. Raises IndexError for any other character."""
        return self.types[ord(char) - FIRST]


class Item(msgspec.Struct, gc=False):
    """A thing found in the text: its half-open span, its type, and what the finder knows of it."""

    start: int
    end: int
    type: str
    value: Any = None


class Shadow(msgspec.Struct):
    """A sentence as rules see it.

    `text` has one character for each item and lower case elsewhere; `offsets[i]` is where `text[i]` starts in the
    text, with one offset more for the end; `items` maps a position in `text` to the item that stands there.
    """

    text: str
    offsets: list[int]
    items: dict[int, Item]
    start: int
    end: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a half-open span of the shadow lies in the text, half-open; an item counts whole."""
        if end <= start:
            at = self.offsets[start]
            return at, at
        last = self.items.get(end - 1)
        return self.offsets[start], last.end if last is not None else self.offsets[end - 1] + 1

    def items_in(self, start: int, end: int) -> list[Item]:
        """The items that stand in a half-open span of the shadow, in order."""
        return [item for at, item in self.items.items() if start <= at < end]

    def at(self, places: Sequence[int]) -> Shadow:
        """The shadow of what stands at some positions of this one, in order; the last of them only ends it."""
        items = {new: self.items[old] for new, old in enumerate(places[:-1]) if old in self.items}
        offsets = [self.offsets[place] for place in places]
        return Shadow("".join([self.text[place] for place in places[:-1]]), offsets, items, offsets[0], offsets[-1])

    def place_of(self, offset: int) -> int:
        """The position in the shadow of an offset of the text; that of the item which covers it."""
        return max(0, bisect_right(self.offsets, offset) - 1)


def shade(text: str, start: int, end: int, items: Iterable[Item], letters: Alphabet, *, fold: bool = True) -> Shadow:
    """The shadow of `text[start:end]`.

    Args:
        text: the whole text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
        items: what was found in it, in order, not overlapping; what lies outside is left out.
        letters: the character of each type.
        fold: put the rest in lower case.

    Returns: the shadow; runs of spaces count as one.
    """
    parts: list[str] = []
    offsets: list[int] = []
    placed: dict[int, Item] = {}
    at = start
    stretch = lower(text[start:end]) if fold else text[start:end]
    for item in items:
        if item.start < at or item.end > end:
            continue
        if item.start > at:
            parts.append(stretch[at - start : item.start - start])
            offsets.extend(range(at, item.start))
        placed[len(offsets)] = item
        parts.append(letters[item.type])
        offsets.append(item.start)
        at = item.end
    if at < end:
        parts.append(stretch[at - start :])
        offsets.extend(range(at, end))
    offsets.append(end)
    shadow = Shadow("".join(parts), offsets, placed, start, end)
    return _single_spaced(shadow) if "  " in shadow.text else shadow


def lower(text: str) -> str:
    """Lower case that never changes the length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _single_spaced(shadow: Shadow) -> Shadow:
    chars: list[str] = []
    offsets: list[int] = []
    items: dict[int, Item] = {}
    for at, char in enumerate(shadow.text):
        if char == " " and chars and chars[-1] == " ":
            continue
        if at in shadow.items:
            items[len(chars)] = shadow.items[at]
        chars.append(char)
        offsets.append(shadow.offsets[at])
    offsets.append(shadow.end)
    return Shadow("".join(chars), offsets, items, shadow.start, shadow.end)
