"""The words of a text become a sketch; texts with like sketches become one group of reprints."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Mapping

from rensa import RMinHash

HASHES = 64
BANDS = 16  # of 4 hashes: two texts of likeness 0.8 share one with a chance of 0.9998
LIKE = 0.7  # share of equal hashes; a cut or a new headline leaves more, a rewrite less
SHINGLE = 4  # words
FEWEST = 12  # words: a shorter text is never called a reprint, except of the very same words
LONG_WORD = 12  # letters on average: the script writes no spaces
_SEED = 20260101
_HEAD = re.compile(r"\A(?:\s*\w{3,12}:[^\n]*\n)+")  # "DATE: …", "URL: …": each copy has its own
_WORD = re.compile(r"\w+")
_BAND = HASHES // BANDS * 4


def sketch(text: str) -> bytes:
    """64 hashes of the text's word shingles as 256 bytes; empty for a text of fewer than twelve words.

    A text without spaces between its words is taken by its characters.
    """
    words = _WORD.findall(_HEAD.sub("", text).casefold())
    if sum(map(len, words)) > LONG_WORD * len(words):
        words = list("".join(words))
    if len(words) < FEWEST:
        return b""
    hashes = RMinHash(num_perm=HASHES, seed=_SEED)
    hashes.update([" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)])
    return struct.pack(f"<{HASHES}I", *hashes.digest())


def likeness(left: bytes, right: bytes) -> float:
    """Estimated share of shingles that two texts have in common, 0 to 1; 0 if one has no sketch."""
    if not left or not right:
        return 0.0
    return sum(left[at : at + 4] == right[at : at + 4] for at in range(0, HASHES * 4, 4)) / HASHES


def groups(sketches: Mapping[str, bytes], equal: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """For each text its group of reprints: the smallest id in it. `equal` pairs have the same words.

    Texts are in one group when a chain of likeness joins them, so that the result does not depend on order.
    """
    root = {name: name for name in sketches}

    def top(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    def join(one: str, two: str) -> None:
        left, right = sorted((top(one), top(two)))
        root[right] = left

    for one, two in equal:
        join(one, two)
    for at in range(0, HASHES * 4, _BAND):  # band by band: no more than one is held
        alike: dict[bytes, dict[str, dict[bytes, None]]] = {}
        for name in sorted(sketches):
            if band := sketches[name][at : at + _BAND]:
                _meet(name, sketches[name], alike.setdefault(band, {}), top, join)
    return {name: top(name) for name in sketches}


def _meet(
    name: str,
    own: bytes,
    seen: dict[str, dict[bytes, None]],
    top: Callable[[str], str],
    join: Callable[[str, str], None],
) -> None:
    """Compares a text with those that share a band with it: with the sketches of each group, each sketch once. A group
    that the text is in already is passed over, so that a thousand copies cost a thousand steps, not a million.
    """
    for head, others in seen.items():
        if top(head) != top(name) and any(likeness(own, other) >= LIKE for other in others):
            join(name, head)
    together = {own: None}
    for head in [head for head in seen if top(head) == top(name)]:
        others = seen.pop(head)
        small, large = sorted((together, others), key=len)
        large.update(small)
        together = large
    seen[top(name)] = together
