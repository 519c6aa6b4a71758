"""A page and rules, or some words → the sentences on which a rule is worth trying, or in which the words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from communique.grammar import RuleSet
from communique.mentions import Page

AROUND = 400  # characters on either side of a trigger that are looked at before sentences are split
NEAR_PARTY = 150  # characters; a trigger with no foreign name this near before it is not about a visit
FAR_FROM_PARTY = 300  # the same for journeys and meetings, which may be told further behind the last foreign name


def worth_reading(page: Page, rules: RuleSet, *, near: int = NEAR_PARTY) -> Iterator[int]:
    """The numbers of the sentences on which some rule is worth trying, with the name of a party near.

    A cheap look at the names around each trigger comes first: most texts are never split into sentences.
    """
    parties, shared = page.party_starts, rules.shared
    last = -1
    for atom, types in page.triggers_near(max(AROUND, near)):
        here = shared(atom.entry.triggers)
        if not here or not rules.plan(here, types):
            continue
        index = page.index_at(atom.start)
        if index == last:
            continue
        start, end = page.spans[index]
        at = bisect_left(parties, start - near)
        if at < len(parties) and parties[at] < end and rules.plan(here, page.types_in(start, end)):
            last = index
            yield index


def sentences_with(page: Page, words: re.Pattern[str], since: int) -> Iterator[int]:
    """The numbers of the sentences in which some words stand from an offset on, in order."""
    last = -1
    for hit in words.finditer(page.low, since):
        index = page.index_at(hit.start())
        if index != last:
            last = index
            yield index
