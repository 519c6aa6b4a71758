"""Turns the words around a match's head into its scope: negated, planned, cancelled, conditional, reported."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.grammar.kept import expression
from communique.grammar.lazy import lazy
from communique.grammar.shadow import Shadow


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """Words that change what a head says.

    Attributes:
        id: name of the cue.
        effect: what it does to the head: negated, planned, cancelled, conditional, wished, reported, past …
        words: alternatives, as a regular expression without groups.
        side: `before` or `after` the head.
        reach: how many characters may lie between; never across the end of a clause.
        blocks: words that, standing at the cue, make it mean nothing ("not only").
    """

    id: str
    effect: str
    words: str
    side: str = "before"
    reach: int = 60
    blocks: str = ""


class ScopeReader:
    """Reads all cues of a language around a head."""

    def __init__(self, cues: Iterable[Cue], stops: str) -> None:
        """`stops`: a regular expression for what ends a scope, such as a semicolon or ", but "."""
        self.stop = expression(stops)
        self.cues = tuple(
            (cue, lazy(rf"(?<!\w)(?:{cue.words})(?!\w)"), expression(cue.blocks) if cue.blocks else None)
            for cue in cues
        )
        before = "|".join(cue.words for cue, _, _ in self.cues if cue.side == "before")
        after = "|".join(cue.words for cue, _, _ in self.cues if cue.side == "after")
        self.any_before = expression(rf"(?<!\w)(?:{before})(?!\w)" if before else r"(?!)")
        self.any_after = expression(rf"(?<!\w)(?:{after})(?!\w)" if after else r"(?!)")

    def read(self, shadow: Shadow, start: int, end: int) -> dict[str, Cue]:
        """The effects on the head at `[start, end)` of the shadow, each with the cue that says so; the nearest wins."""
        text = shadow.text
        effects: dict[str, Cue] = {}
        near_before = self.any_before.search(text, max(0, start - 120), start) is not None
        if not near_before and self.any_after.search(text, end, end + 120) is None:
            return effects  # most heads; no need to see where their clause ends
        before = text[max(0, start - 120) : start]
        stops = list(self.stop.finditer(before))
        left = start - len(before) + (stops[-1].end() if stops else 0)
        if stops and stops[-1][0].startswith(", wh"):  # a clause put in, closed by a comma before the head: ", who …,"
            left = max(left, text.find(", ", left, start) + 1)
        stop = self.stop.search(text, end, end + 120)
        right = stop.start() if stop else min(len(text), end + 120)
        has_before = near_before and self.any_before.search(text, left, start) is not None
        has_after = self.any_after.search(text, end, right) is not None
        if not has_before and not has_after:
            return effects
        for cue, regex, blocks in self.cues:
            if cue.side == "before":
                if not has_before:
                    continue
                hits = list(regex.finditer(text, max(left, start - cue.reach), start))
                hit = hits[-1] if hits else None
            else:
                hit = regex.search(text, end, min(right, end + cue.reach)) if has_after else None
            if hit is None or (blocks is not None and blocks.search(text, max(0, hit.start() - 12), hit.end() + 12)):
                continue
            effects.setdefault(cue.effect, cue)
        return effects
