"""A sentence that only tells when "the visit" is → the visit told before it, once more, with those days."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.facts.visit.beside import TENSES
from communique.facts.visit.dated import days_of
from communique.facts.visit.journey_told import Telling
from communique.grammar import lazy
from communique.mentions import Page
from communique.text import durations

ITSELF = lazy(
    r"(?:the|this|his|her) (?:\w+ )?(?:[\w-]+-day )?(?:visit|trip|stay)"
    r"(?: (?:will|is (?:due|scheduled|set|planned|expected) to) (?:take place|last|run|begin|start|be held)\b"
    r"| is (?:due|scheduled|set|planned|slated) for | (?:takes|took) place\b| lasts\b| lasted\b| runs\b| ran\b)"
)
BEGINS = lazy(r"\b(?:begin|start)\b")
NEAR = 2  # sentences after which "the visit" may be another


def visit_itself(page: Page, found: Sequence[Telling]) -> list[Telling]:
    """The visits of a page told again with the days that a sentence behind them gives.

    Args:
        page: the page.
        found: the visits that its sentences tell of.
    """
    again = []
    for hit in ITSELF.finditer(page.low):
        index = page.index_at(hit.start())
        before = [t for t in found if index - NEAR <= t.sentence < index and t.host_country is not None]
        if hit.start() == page.spans[index][0] and before and not any(t.sentence == index for t in found):
            again += _dated(page, hit, index, max(before, key=lambda t: (t.sentence, t.start)))
    return again


def _dated(page: Page, hit: re.Match[str], index: int, told: Telling) -> list[Telling]:
    """A visit with the first date of the sentence that begins with "the visit will take place"."""
    if told.status == "cancelled" or told.background:
        return []
    sentence = page.sentence(index)
    tense = TENSES.get(told.status or "")
    dates = [(item, days_of(page, item, tense)) for item in sentence.of("date") if item.start >= hit.end() - 1]
    item, when = next(((item, when) for item, when in dates if when is not None), (None, None))
    if item is None or when is None:
        return []
    lengths = durations(page.clean[sentence.start : sentence.end])
    begins = BEGINS.search(hit[0]) is not None or (bool(lengths) and not when.end)
    return [
        msgspec.structs.replace(
            told,
            sentence=index,
            start=hit.start(),
            end=item.end,
            when=when,
            days=lengths[0].days if lengths else None,
            phase="begin" if begins else None,
            title=False,
            tour=False,
        )
    ]
