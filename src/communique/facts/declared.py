"""A page and its main visit → what the text says of that visit where no telling does: declared kind, length, status."""

from __future__ import annotations

from collections.abc import Iterator

from communique.codebook.adjuncts import load_adjuncts
from communique.facts.journey_told import Telling
from communique.facts.ties import countries_in
from communique.grammar import lazy
from communique.mentions import Page
from communique.text import durations

KIND = lazy(r"\b(?:state|official|working|private|friendly)[\"'”’]? (?:\w+ )?(?:visit|trip)|\bvisit of state\b")
LENGTH = lazy(r"\b(?:one|two|three|four|five|six|\d)[- ](?:day|week)s?\b")
STAY = lazy(r"(?:day|week)s?(?:-long)?[- ](?:\w+ ){0,3}(?:visit|trip|tour|stay)\b")
OTHERS = lazy(
    r"\b(?:last|previous|earlier|former|ago|next|return|another|again|since|later this year|invit\w+|will pay"
    r"|years?|never|rank|usual\w*|(?:19|20)\d\d)\b"
)  # of what another visit was, or what visits are
ENDED = lazy(
    r"\b(?:visit|trip|tour|stay)(?:,? which|,? that)? (?:has |had )?(?:just )?"
    r"(?:ended|concluded|wrapped up|lasted|finished|came to an end)\b"
    r"|\b(?:wrapped up|wraps up|wound up|winds up|rounded off|cut short) (?:an?|his|her|the|today)\b"
    r"|\b(?:flew|left|returned|departed|headed|fly) (?:for |back )?home\b|\btook off (?:from|for)\b"
)


def kind_at_hand(page: Page, tellings: list[Telling], others: list[Telling]) -> str | None:
    """The type that a sentence declares which tells of no other visit and names no third country."""
    if page.is_transcript or KIND.search(page.low) is None:
        return None
    sides = {tellings[0].guest_country, next((t.host_country for t in tellings if t.host_country), None)}
    elsewhere = {t.sentence for t in others}
    for index in _sentences(page, KIND):
        start, end = page.spans[index]
        if index in elsewhere or OTHERS.search(page.low, start, end):
            continue
        sentence = page.sentence(index)
        if countries_in(sentence) - sides:
            continue
        found = [f for f in load_adjuncts().read(sentence.shadow.text) if f.field == "visit_kind" and not f.denied]
        if found:
            return found[0].value
    return None


def days_at_hand(page: Page, others: list[Telling]) -> int | None:
    """The length of a stay that the first such sentence gives which tells of no other visit."""
    elsewhere = {t.sentence for t in others}
    for index in _sentences(page, LENGTH):
        start, end = page.spans[index]
        words = page.clean[start:end]
        if index not in elsewhere and STAY.search(words) and (found := durations(words)):
            return found[0].days
    return None


def has_ended(page: Page) -> bool:
    """Whether the text tells of the end of the visit that it is about."""
    return ENDED.search(page.low) is not None


def _sentences(page: Page, words: object) -> Iterator[int]:
    last = -1
    for hit in words.finditer(page.low, page.text.body_start):  # type: ignore[attr-defined]
        index = page.index_at(hit.start())
        if index != last:
            last = index
            yield index
