"""One rule of the codebook, checked and compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule: where one of its triggers stands in a sentence, its pattern is tried on the sentence's shadow.

    Attributes:
        id: family and name, as in `visit.active`.
        family: the file it stands in.
        triggers: the words whose presence makes it worth trying (any form).
        regex: the compiled pattern.
        pattern: as written.
        gives: what it states, by field.
        weight: of two rules with the same head, the heavier is believed.
        yes: sentences that it must read.
        no: near misses that it must not read.
        source: where the rule comes from.
    """

    id: str
    family: str
    triggers: tuple[str, ...]
    regex: re.Pattern[str]
    pattern: str
    gives: Mapping[str, str] = {}
    weight: int = 0
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    source: str = ""
