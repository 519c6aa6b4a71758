"""Turns a page with diplomatic context into its stances, commitments, agreements and assessments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.facts.agreement.agreements import agreements
from communique.facts.assessment.assessments import assessments
from communique.facts.assessment.guessed import promised
from communique.facts.commitment.commitments import commitments
from communique.facts.speech.clauses import Circle
from communique.facts.speech.parties import Parties, main_visit, parties_of, party_of
from communique.facts.stance.stances import stances
from communique.facts.weighed import weighed
from communique.grammar import lazy
from communique.mentions import Page
from communique.records import AnyFact, MeetingFact, VisitFact

BRIEFING = lazy(
    r"(?i)\b(?:press (?:briefing|gaggle|call|conference call)|gaggle|background|press call|disaster"
    r"|proclamation|interview|remarks)\b"
)
MATTER = lazy(r" (?:on|regarding|concerning|about|against) ")  # what follows it in a title is spoken of
LEAD = 600  # characters in which a text says who meets
GROUPS = frozenset(("G7", "G20", "QUAD", "AUKUS", "NATO"))  # bodies that speak for their members


def content(page: Page, visits: Sequence[VisitFact], level: Sequence[AnyFact]) -> Iterator[AnyFact]:
    """The stances, commitments, agreements and assessments of a page; none where no two parties meet in it.

    `visits`: those of the page, with their ids; what is read belongs to the main one. `level`: what else was read of
    them before.
    """
    title = page.clean[: page.text.body_start]
    parties = None if page.is_transcript or BRIEFING.search(title) else parties_of(page, visits, _met(level))
    if parties is None:
        return
    main = main_visit(visits, parties.codes)
    visit = main.id if main else None
    circle = Circle(_speakers(page, parties), parties.joint)
    said: list[AnyFact] = [
        *stances(page, circle, visit),
        *commitments(page, Parties(circle.parties, parties.joint), visits),
        *agreements(page, circle, visit, visits),
    ]
    said = list(weighed(page, circle, main, said))
    claims = list(assessments(page, circle, main, [*visits, *level, *said]))
    yield from promised(said, claims)
    yield from claims


def _met(level: Sequence[AnyFact]) -> tuple[str, ...]:
    """The countries of two whose meeting or call a page begins with."""
    meetings = (fact for fact in level if isinstance(fact, MeetingFact) and fact.status != "cancelled")
    begins = (meeting for meeting in meetings if meeting.evidence[0].start < LEAD)
    return next((meeting.countries for meeting in begins if len(meeting.countries) == 2), ())


def _speakers(page: Page, parties: Parties) -> tuple[str, ...]:
    """The parties without those whom a joint statement's title only speaks of; a group stands for its members."""
    if not parties.joint:
        return tuple(code for code in parties.codes if code != "UNSC") if page.home else parties.codes
    groups = tuple(code for code in parties.codes if code in GROUPS)
    matter = MATTER.search(page.clean, 0, page.text.body_start)
    if groups or matter is None:
        return groups or parties.codes
    title = page.sentence(0)
    beyond = {party_of(page, item) for item in title.items if item.start >= matter.start()}
    before = {party_of(page, item) for item in title.items if item.start < matter.start()}
    return tuple(c for c in parties.codes if c in before or c not in beyond) or parties.codes
