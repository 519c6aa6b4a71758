"""Turns a page into its facts: the families in order, each with what the ones before it found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from communique.codebook import Codebook
from communique.facts.content import content
from communique.facts.meeting.greetings import without_greetings
from communique.facts.meeting.meetings import read_meetings
from communique.facts.protocol.by_host import by_hosts
from communique.facts.protocol.read import read_protocol
from communique.facts.relationship.relations import read_relations
from communique.facts.repeats import tied
from communique.facts.visit.came_and_left import came_and_left
from communique.facts.visit.hosts import with_hosts, with_words_of_host
from communique.facts.visit.implied import all_tellings, headline
from communique.facts.visit.journey_told import Telling
from communique.facts.visit.journeys import journeys, visit_fact
from communique.facts.visit.placed import placed
from communique.facts.visit.shown import shown
from communique.facts.visit.spoken_of import spoken_of
from communique.facts.visit.transcript import transcript
from communique.facts.visit.visit_itself import visit_itself
from communique.facts.visit.words_of import with_words
from communique.facts.worth import FAR_FROM_PARTY, worth_reading
from communique.mentions import Page
from communique.records import AnyFact, DocumentInfo, Gap, VisitFact, to_json

F = TypeVar("F", bound=AnyFact)
LEVEL = (read_protocol, read_meetings, read_relations)


def read_facts(page: Page, codebook: Codebook, info: DocumentInfo) -> tuple[tuple[AnyFact, ...], tuple[Gap, ...]]:
    """All facts of a page with their ids, and the gaps that a reader would notice."""
    found: list[Telling] = [*transcript(page), *headline(page)]
    for index in worth_reading(page, codebook.family("visit", "comparison"), near=FAR_FROM_PARTY):
        found.extend(all_tellings(page, page.sentence(index), codebook))
    found.extend(visit_itself(page, found))
    heard = spoken_of(page)
    found.extend(shown(page, heard, found))
    found.extend(placed(page, heard, found))
    found.extend(came_and_left(page, found))
    groups = journeys(found, page)
    known = [with_id(visit_fact(group, page, page.text.span, found), info) for group in groups]
    read_of = [fact for read in LEVEL for fact in read(page, codebook, known)]
    level: list[AnyFact] = [with_id(fact, info) for fact in without_greetings(read_of)]
    known, level = _hosted(known, level, page, info)
    once = {one.id: one for one in (with_id(fact, info) for fact in content(page, known, level))}
    retold = {visit.id: _retold(visit, info) for visit, group in zip(known, groups, strict=True) if group.by_the_way}
    known = [retold.get(visit.id, visit) for visit in known]
    facts = [_of(fact, retold) for fact in (*level, *tied(once.values()))]
    known = [
        with_words_of_host(with_words(visit, group, page.text.span), facts, page)
        for visit, group in zip(known, groups, strict=True)
    ]
    return (*known, *facts), tuple(_gaps(known, page, info.published))


def _retold(visit: VisitFact, info: DocumentInfo) -> VisitFact:
    """The chief visit of a text that tells even of it by the way: facts are tied to it, and it is no main one."""
    return with_id(msgspec.structs.replace(visit, mention="background"), info)


def _of(fact: AnyFact, visits: Mapping[str, VisitFact]) -> AnyFact:
    """A fact, of the visit that its own has become."""
    visit = visits.get(fact.visit or "")
    return msgspec.structs.replace(fact, visit=visit.id) if visit is not None else fact


def _hosted(
    visits: Sequence[VisitFact], level: Sequence[AnyFact], page: Page, info: DocumentInfo
) -> tuple[list[VisitFact], list[AnyFact]]:
    """The visits with the hosts that their talks and courtesies name, and these with what that gives them."""
    hosted = [with_id(visit, info) for visit in with_hosts(visits, level, page)]
    ids = {old.id: new.id for old, new in zip(visits, hosted, strict=True)}
    level = [msgspec.structs.replace(fact, visit=ids[fact.visit]) if fact.visit else fact for fact in level]
    given = zip(by_hosts(page, hosted, level), level, strict=True)
    return hosted, [fact if fact is old else with_id(fact, info) for fact, old in given]


def with_id(fact: F, info: DocumentInfo) -> F:
    """The fact with its id: 16 hex digits of blake2b over document, kind, evidence and key fields."""
    body = msgspec.to_builtins(fact)
    for name in ("id", "rule", "visit", "said_by"):
        body.pop(name, None)
    if body.get("under_way", "") is None:  # a field that came later: the ids of facts without it stay
        del body["under_way"]
    key = to_json([info.id, body], order="sorted")
    return msgspec.structs.replace(fact, id=hashlib.blake2b(key, digest_size=8).hexdigest())


def _gaps(visits: Iterable[AnyFact], page: Page, published: str | None) -> Iterator[Gap]:
    """What the text does not tell of its main visits."""
    if published is None:
        reason = (
            f"no publication date; the day {page.day} is taken from the text's date line" if page.day
            else f"no publication date; the year {page.year} is taken from the text's own words" if page.year
            else "no publication date, and the text's own words give none"
        )  # fmt: skip
        yield Gap(None, "published", reason)
    for visit in visits:
        if not isinstance(visit, VisitFact) or visit.mention != "main":
            continue
        if visit.start is None:
            scene = f"no first day; it was under way on {visit.under_way}" if visit.under_way else "no date for it"
            yield Gap(visit.id, "start", f"the text gives {scene}")
        elif len(visit.start) < 10:
            yield Gap(visit.id, "start", f"the text's words give no more than {visit.start}")
        if visit.guest is None or visit.guest.name is None:
            yield Gap(visit.id, "guest", "the text does not name the guest")
        if visit.visit_kind is None:
            yield Gap(visit.id, "visit_kind", "no type of visit is declared")
