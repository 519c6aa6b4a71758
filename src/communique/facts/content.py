"""Turns a page with diplomatic context into its stances, agreements and assessments; other pages give none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.facts.agreements import agreements
from communique.facts.assessments import assessments
from communique.facts.clauses import Circle
from communique.facts.parties import parties_of
from communique.facts.stances import stances
from communique.mentions import Page
from communique.records import AnyFact, VisitFact


def content(page: Page, visits: Sequence[VisitFact]) -> Iterator[AnyFact]:
    """The stances, agreements and assessments of a page; none where no two parties meet in it.

    `visits`: those of the page, with their ids; what is read belongs to the main one.
    """
    parties = parties_of(page, visits)
    if parties is None:
        return
    main = next((v for v in visits if v.mention == "main"), None)
    visit = main.id if main else None
    yield from stances(page, Circle(parties.codes, parties.joint), visit)
    yield from agreements(page, Circle(parties.codes, parties.joint), visit)
    yield from assessments(page, Circle(parties.codes, parties.joint), main)
