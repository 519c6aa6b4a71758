"""Courtesies of a text → each once, with its place where another of the same scene tells it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.facts.protocol.sign import Sign
from communique.mentions import Page

HONOURS = ("welcome_ceremony", "honour_guard", "gun_salute", "anthems")
NEAR = 200  # characters between two honours of one scene
BEFORE = 4  # characters before a dinner, for its article
UNNAMED = "airport"


def placed(page: Page, signs: Sequence[Sign]) -> list[Sign]:
    """The signs in their order; an honour without a place is where the nearest of its scene was."""
    return [_beside(page, sign, signs) if _is_wanting(sign) else sign for sign in signs]


def without_repeats(page: Page, signs: Sequence[Sign]) -> list[Sign]:
    """The signs without "the dinner" that is the banquet told before it."""
    banquets = {sign.visit.id for sign in signs if sign.signal == "banquet" and sign.reported == "yes"}
    return [s for s in signs if s.visit.id not in banquets or s.signal != "dinner" or not _is_the_dinner(page, s)]


def _is_the_dinner(page: Page, sign: Sign) -> bool:
    return sign.official is None and page.low.endswith("the dinner", max(0, sign.start - BEFORE), sign.end)


def _is_wanting(sign: Sign) -> bool:
    return sign.venue is None and sign.reported == "yes" and sign.signal in HONOURS


def _beside(page: Page, sign: Sign, signs: Sequence[Sign]) -> Sign:
    """The sign at the place of the nearest other that tells one."""
    near = [(_between(sign, other), other.venue) for other in signs if _tells_place(page, sign, other)]
    apart, venue = min(near, default=(NEAR, None), key=lambda pair: pair[0])
    return msgspec.structs.replace(sign, venue=venue) if apart < NEAR else sign


def _tells_place(page: Page, sign: Sign, other: Sign) -> bool:
    """Whether another sign tells where it was: an honour, or a greeting in the same sentence."""
    if other.venue in (None, UNNAMED) or other.reported != "yes" or other.visit is not sign.visit:
        return False
    if other.signal == "airport_greeting":
        return page.index_at(other.start) == page.index_at(sign.start)
    return other.signal in HONOURS


def _between(one: Sign, two: Sign) -> int:
    return max(one.start, two.start) - min(one.end, two.end)
