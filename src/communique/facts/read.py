"""Turns a page into its facts: the families in order, each with what the ones before it found."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from communique.codebook import Codebook
from communique.facts.content import content
from communique.facts.journeys import journeys, visit_fact
from communique.facts.telling import Telling, tellings
from communique.facts.transcript import transcript
from communique.grammar import RuleSet
from communique.mentions import Page
from communique.records import AnyFact, DocumentInfo, Evidence, Gap, VisitFact

AROUND = 400  # characters on either side of a trigger that are looked at before sentences are split
NEAR_PARTY = 150  # characters; a trigger with no foreign name this near before it is not about a visit


def read_facts(page: Page, codebook: Codebook, info: DocumentInfo) -> tuple[tuple[AnyFact, ...], tuple[Gap, ...]]:
    """All facts of a page with their ids, and the gaps that a reader would notice."""
    found: list[Telling] = list(transcript(page))
    for index in worth_reading(page, codebook.family("visit")):
        found.extend(tellings(page, page.sentence(index), codebook))
    visits = [with_id(visit_fact(group, page, page.text.span), info) for group in journeys(found, page)]
    said = [with_id(fact, info) for fact in content(page, [v for v in visits if isinstance(v, VisitFact)])]
    return (*visits, *said), tuple(_gaps(visits, page))


def worth_reading(page: Page, rules: RuleSet) -> Iterator[int]:
    """The numbers of the sentences on which some rule is worth trying, with the name of a party near.

    A cheap look at the names around each trigger comes first: most texts are never split into sentences.
    """
    parties, triggers = page.party_starts, rules.triggers
    last = -1
    for atom in page.scan.triggers:
        here = atom.entry.triggers & triggers
        if not here:
            continue
        at = bisect_left(parties, atom.start - AROUND)
        if at == len(parties) or parties[at] > atom.end + AROUND:
            continue
        if not rules.plan(here, page.types_in(atom.start - AROUND, atom.end + AROUND)):
            continue
        index = page.index_at(atom.start)
        if index == last:
            continue
        start, end = page.spans[index]
        at = bisect_left(parties, start - NEAR_PARTY)
        if at < len(parties) and parties[at] < end and rules.plan(here, page.types_in(start, end)):
            last = index
            yield index


def with_id(fact: AnyFact, info: DocumentInfo) -> AnyFact:
    """The fact with its id: 16 hex digits of blake2b over document, kind, evidence and key fields."""
    body = msgspec.to_builtins(fact)
    for name in ("id", "rule", "visit", "said_by"):
        body.pop(name, None)
    key = msgspec.json.encode([info.id, body], order="sorted")
    return msgspec.structs.replace(fact, id=hashlib.blake2b(key, digest_size=8).hexdigest())


def _gaps(visits: Iterable[AnyFact], page: Page) -> Iterator[Gap]:
    """What the text does not tell of its main visits."""
    if page.day is None:
        reason = (
            f"no publication date; the year {page.year} is taken from the text's own words" if page.year
            else "no publication date, and the text's own words give none"
        )  # fmt: skip
        yield Gap(None, "published", reason)
    for visit in visits:
        if not isinstance(visit, VisitFact) or visit.mention != "main":
            continue
        if visit.start is None:
            yield Gap(visit.id, "start", "the text gives no date for it")
        elif len(visit.start) < 10:
            yield Gap(visit.id, "start", f"the text's words give no more than {visit.start}")
        if visit.guest is None or visit.guest.name is None:
            yield Gap(visit.id, "guest", "the text does not name the guest")
        if visit.visit_kind is None:
            yield Gap(visit.id, "visit_kind", "no type of visit is declared")


def evidence_of(page: Page, start: int, end: int) -> Evidence:
    """The original words behind a span of the repaired text."""
    return page.text.span(start, end)
