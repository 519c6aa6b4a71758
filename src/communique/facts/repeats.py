"""Facts of one text → the same, with a promise that another voice makes again tied to its first telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from communique.grammar import lazy
from communique.records import AnyFact, CommitmentFact

ALIKE = 75.0  # of 100: how much of the words of two acts must be shared, where a field is
SURE = 90.0  # and where none is
SMALL = lazy(r"\b(?:the|a|an|of|to|in|on|for|and|with|its|their|his|her|our|by|at|more|further|will|continue|also)\b")


def tied(facts: Iterable[AnyFact]) -> Iterator[AnyFact]:
    """The facts in their order; a commitment that repeats one by another voice has that one's id as `same_as`.

    Two are the same promise where a party is shared and the words of the acts are alike, the more so without a field.
    """
    known: list[tuple[CommitmentFact, str]] = []
    for fact in facts:
        if not isinstance(fact, CommitmentFact):
            yield fact
            continue
        words = " ".join(SMALL.sub(" ", fact.action.lower()).split())
        first = next((one for one, said in known if _same(fact, words, one, said)), None)
        known.append((fact, words))
        yield fact if first is None else msgspec.structs.replace(fact, same_as=first.same_as or first.id)


def _same(fact: CommitmentFact, words: str, one: CommitmentFact, said: str) -> bool:
    if fact.said_by == one.said_by or set(fact.parties).isdisjoint(one.parties):
        return False
    if min(len(words), len(said)) < 0.4 * max(len(words), len(said)):
        return False
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - few texts say anything twice

    return token_set_ratio(words, said) >= (SURE if set(fact.fields).isdisjoint(one.fields) else ALIKE)
