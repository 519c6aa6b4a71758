"""The facts of a page that were read before its claims → which kinds of them stand in a clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from communique.mentions import Page
from communique.records import AnyFact, CommitmentFact

MOST_OF_IT = 0.3  # share of a clause from which a fact's words fill it
MOST_OF_FACT, SOME = 0.5, 0.15  # or of the fact's words, if they are some of the clause
Place: TypeAlias = tuple[int, int, str]  # half-open, of a fact of this name
ACT = 2  # strength of a commitment from which it is an act


class Already:
    """The facts that were read before the claims, by their places in the body."""

    def __init__(self, page: Page, facts: Iterable[AnyFact]) -> None:
        self._page = page
        self._places = sorted(
            (words.start, words.end, _name(fact)) for fact in facts for words in fact.evidence if words.where is None
        )

    def near(self, start: int, end: int) -> list[Place]:
        """The places that share some of `[start, end)` of the repaired text."""
        if not self._places or start < self._page.text.body_start:
            return []
        first, last = self._original(start, end)
        return [place for place in self._places if place[0] < last and place[1] > first]

    def _original(self, start: int, end: int) -> tuple[int, int]:
        text = self._page.text
        return text.body.original_span(start - text.body_start, end - text.body_start)

    def forms(self, places: Iterable[Place], start: int, end: int) -> dict[str, float]:
        """What is known of the clause at `[start, end)`, near these places: a fact fills it, or touches it."""
        first, last = self._original(start, end)
        forms: dict[str, float] = {}
        for since, until, name in places:
            shared = min(until, last) - max(since, first)
            if shared <= 0:
                continue
            of_clause = shared / max(1, last - first)
            if of_clause >= MOST_OF_IT or (of_clause > SOME and shared >= MOST_OF_FACT * (until - since)):
                forms[f"fact {name}"] = 1.0
            else:
                forms[f"touches {name}"] = 0.5
            forms["fact"] = 1.0
        return forms


def _name(fact: AnyFact) -> str:
    """The kind of a fact, as it is weighed."""
    kind = str(type(fact).__struct_config__.tag)
    return f"{kind} of {'acts' if fact.strength >= ACT else 'words'}" if isinstance(fact, CommitmentFact) else kind
