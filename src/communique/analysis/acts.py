"""The words of two acts become a likeness from 0 to 100: whether they promise the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

SAME_ACT = 74.0
"""Likeness from which two acts that share a field are the same.

Set on the pairs of tests/analysis/act_pairs.toml: all same pairs lie above it and all others below, as they do for
any threshold from 71 to 77.
"""
SAME_WORDS = 88.0
"""Likeness from which two acts are the same where the field of either is unknown, or their fields differ."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL_WORDS = """
the a an of to in on for with and or by at as their its his her our two both sides side parties party countries country
will shall would continue continues continued continuing further actively jointly together work make made take be is
are was were that this these those other each mutual more new all fully firmly pragmatically well strongly closely also
field fields area areas agreed agree agrees ready willing intend intends plan plans between
"""
_IDLE = frozenset(_SMALL_WORDS.split())
_COMMON = frozenset(
    {"cooper", "deepen", "expand", "promot", "develop", "support", "strengthen", "provid", "open", "enhanc"}
    | {"exchang", "carr", "out", "encourag", "establish", "sign", "use", "into", "hold", "relation", "advanc"}
)
_COMMON_WEIGHT = 0.3  # what a stem counts that stands in every communiqué, beside 1 for others
_ENDINGS = re.compile(
    r"(?:isations?|izations?|ations?|ating|ated|ates|ate|atives?|itions?|ments?|ings?|ions?|ities|ity|ies|ed|es|s|e|y|al)$"
)
_SHORTEST = 4  # letters that stay of a word
_SAME_STEM = 85.0  # ratio of letters from which two stems are one: "industr", "industri"


def likeness(one: str, other: str) -> float:
    """How much two acts are the same, 0 to 100, whatever the order of their words and their small words.

    It is the share of the stems of both that the other has too, the words of every communiqué counting less. The
    numbers are the same whichever act is given first.
    """
    left, right = sorted((gist(one), gist(other)), key=lambda stems: (len(stems), stems))
    total = sum(map(_weight, left)) + sum(map(_weight, right))
    if not left or not right:
        return 0.0
    free = list(right)
    shared = 0.0
    for stem in left:
        match = stem if stem in free else next((word for word in free if fuzz.ratio(stem, word) >= _SAME_STEM), None)
        if match is not None:
            free.remove(match)
            shared += _weight(stem) + _weight(match)
    return 100 * shared / total


def is_same_act(one: str, fields: Sequence[str], other: str, other_fields: Sequence[str]) -> bool:
    """The acts are alike enough, given the fields they are in."""
    return likeness(one, other) >= (SAME_ACT if set(fields) & set(other_fields) else SAME_WORDS)


@lru_cache(maxsize=65536)
def gist(action: str) -> tuple[str, ...]:
    """The stems of the words that carry the act, once each, in the order of the alphabet.

    >>> gist("will expand cooperation in education")
    ('cooper', 'educ', 'expand')
    """
    words = [word for word in _WORD.findall(action.casefold()) if word not in _IDLE]
    return tuple(sorted({_stem(word) for word in words}))


def _weight(stem: str) -> float:
    return _COMMON_WEIGHT if stem in _COMMON else 1.0


def _stem(word: str) -> str:
    for _ in range(2):  # "educational" loses -al, then -ation
        short = _ENDINGS.sub("", word)
        word = short if len(short) >= _SHORTEST else word
    return word
