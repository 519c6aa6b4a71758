"""The facts of a text and its claims → the facts without acts that somebody only guesses: what a side is after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook.commitment import load_commitments
from communique.records import AnyFact, AssessmentFact, CommitmentFact

GUESSED = ("motive", "outlook", "pressure")
WEIGHED = "weighed"  # of acts that no rule reads
MOST = 0.5  # of the words of an act


def promised(facts: Sequence[AnyFact], claims: Sequence[AssessmentFact]) -> Iterator[AnyFact]:
    """The facts but for acts most of whose words are an outsider's claim about motives, pressures or prospects."""
    places = [
        (words.start, words.end)
        for claim in claims if claim.claim in GUESSED and claim.said_by == "author"
        for words in claim.evidence
    ]  # fmt: skip
    for fact in facts:
        if not (isinstance(fact, CommitmentFact) and fact.rule in _guessed() and _lies_in(fact, places)):
            yield fact


@cache
def _guessed() -> frozenset[str]:
    """The rules of acts whose words may as well tell what somebody will do in another's opinion."""
    return frozenset(f"commitment.{word}" for word in (*load_commitments().guessed, WEIGHED))


def _lies_in(fact: CommitmentFact, places: Sequence[tuple[int, int]]) -> bool:
    words = fact.evidence[0]
    shared = sum(max(0, min(words.end, end) - max(words.start, start)) for start, end in places)
    return shared > MOST * (words.end - words.start)
