"""A visit of the store becomes its dossier: its facts, and the analyses against the visits before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.analysis import Change, Level, Rhythm, Timing, change, dyad_rhythm, timing
from communique.analysis.level import level_against
from communique.analysis.rubric import Rubric
from communique.analysis.timing import is_same_guest
from communique.errors import StoreError
from communique.records import AnyFact, MeetingFact, ProtocolFact
from communique.store import Filter, Store, StoredFact
from communique.visits.build import SUDDEN
from communique.visits.model import Visit


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """A visit with all that its brief needs; `before` is what it is compared with, None if it is the first.

    `elsewhere` are meetings of the two countries' people before it that were on no visit between them; `row_facts` are
    the tellings of the visits that its gaps are counted from.
    """

    visit: Visit
    facts: tuple[StoredFact, ...]
    dyad: tuple[Visit, ...]
    timing: Timing
    level: Level
    rhythm: Rhythm
    tour: tuple[Visit, ...]
    elsewhere: tuple[StoredFact, ...] = ()
    row_facts: tuple[StoredFact, ...] = ()
    before: Visit | None = None
    before_facts: tuple[StoredFact, ...] = ()
    change: Change | None = None

    def of(self, visit_id: str) -> Visit | None:
        """A visit of the dyad by its id."""
        return next((one for one in self.dyad if one.id == visit_id), None)


def dossier(
    store: Store,
    visit_id: str,
    *,
    against: str | None = None,
    sudden_within: int = SUDDEN,
    rubric: Rubric | None = None,
) -> Dossier:
    """The dossier of a visit; it is compared with the visit `against`, or else with the one before it.

    The one before is the guest's last visit to the same host country, else the last of the dyad either way.
    Raises: StoreError: no visit has that id, or `against` is between other countries.
    """
    visit = store.visit(visit_id)
    dyad = store.visits(Filter(between=(visit.guest_country, visit.host_country)))
    before = _against(store, against, visit) if against else _before(dyad, visit)
    facts = store.facts(visit.id)
    before_facts = store.facts(before.id) if before else []
    when = timing(visit, dyad, sudden_within=sudden_within)
    row = {one.visit for one in (when.since_guest, when.since_same_way, when.since_other_way) if one}
    return Dossier(
        visit=visit,
        facts=tuple(facts),
        dyad=tuple(dyad if visit in dyad else [*dyad, visit]),
        timing=when,
        level=measured(store, visit, facts, rubric=rubric),
        rhythm=dyad_rhythm(dyad, visit.guest_country, visit.host_country),
        tour=tuple(store.tour(visit.id)),
        elsewhere=tuple(_elsewhere(store, visit)),
        row_facts=tuple(store.facts(row, kinds=["visit"])) if row else (),
        before=before,
        before_facts=tuple(before_facts),
        change=changed(before, before_facts, visit, facts, rubric=rubric) if before else None,
    )


def changed(
    before: Visit,
    before_facts: Iterable[StoredFact],
    after: Visit,
    after_facts: Iterable[StoredFact],
    *,
    rubric: Rubric | None = None,
) -> Change:
    """What changed from one visit to another, by the facts that the store has of each."""
    return change(before, map(_fact, before_facts), after, map(_fact, after_facts), rubric=rubric)


def measured(store: Store, visit: Visit, facts: Iterable[StoredFact], *, rubric: Rubric | None = None) -> Level:
    """The level of a visit against the host's earlier visits in the store."""
    told = [one.fact for one in facts if isinstance(one.fact, ProtocolFact) and one.visit == visit.id]
    return level_against(visit, told, store.courtesies_before(visit), rubric=rubric)


def latest(store: Store, between: tuple[str, str], *, since: str | None = None) -> Visit:
    """The last visit between two countries, either way, that is not merely planned; a planned one if there is no other.

    Raises: StoreError: the record has none.
    """
    found = store.visits(Filter(between=between, since=since))
    held = [one for one in found if one.status != "planned" and one.precision != "unknown"]
    if not found:
        since_words = f" since {since}" if since else ""
        raise StoreError(
            f"{between[0]} {between[1]}: found no visit between them{since_words}; want two countries of the record"
        )
    return max(held or found, key=lambda one: (one.first_day or "", one.id))


def _elsewhere(store: Store, visit: Visit) -> list[StoredFact]:
    """Dated meetings of the two countries on no visit, up to the first day of this one."""
    met = store.meetings((visit.guest_country, visit.host_country))
    return [
        one for one in met if isinstance(one.fact, MeetingFact) and "" < (one.fact.date or "") < (visit.first_day or "")
    ]


def _fact(stored: StoredFact) -> AnyFact:
    return stored.fact


def _against(store: Store, visit_id: str, visit: Visit) -> Visit:
    other = store.visit(visit_id)
    if {other.guest_country, other.host_country} != {visit.guest_country, visit.host_country}:
        raise StoreError(f"{visit_id}: found a visit between other countries; want one of {visit.id}'s two")
    return other


def _before(dyad: Sequence[Visit], visit: Visit) -> Visit | None:
    held = [
        one
        for one in dyad
        if one.id != visit.id
        and one.status != "planned"
        and one.precision != "unknown"
        and one.last_day
        and visit.first_day
        and one.last_day <= visit.first_day
    ]
    same = [one for one in held if one.host_country == visit.host_country and is_same_guest(one, visit)]
    return max(same or held, key=lambda one: (one.last_day or "", one.id), default=None)
