"""What a host gave before is read from columns alone, and comes to the same as from all visits and their facts."""

from __future__ import annotations

import random

from communique.analysis import level
from communique.publish.dossier import measured
from communique.records import DocumentInfo, Evidence, Person, ProtocolFact, Reading, VisitFact
from communique.store import Entry, Filter, Store
from communique.visits.model import Judgement, Source

GUESTS = {"BLR": "president", "FRA": "president", "DEU": "chancellor", "ITA": "foreign_minister", "ESP": None}
SIGNALS = ("banquet", "red_carpet", "airport_greeting", "honour_guard")


def entries(seed: int = 5, visits: int = 160) -> list[Entry]:
    """Visits of five countries to China, of three kinds, with courtesies given or said to be absent; some cancelled."""
    chance = random.Random(seed)
    return [_entry(number, chance) for number in range(visits)]


def _entry(number: int, chance: random.Random) -> Entry:
    guest = chance.choice(list(GUESTS))
    name, words = f"{number:016x}", (Evidence(0, 4, "came"),)
    visit = VisitFact(
        id=f"{name}v",
        evidence=words,
        rule="made",
        guest=Person(f"Leader {guest}", guest, GUESTS[guest]),
        guest_country=guest,
        host_country="CHN",
        start=f"{2000 + number // 8}-{1 + number % 8:02}-10",
        visit_kind=chance.choice(["state", "working", None]),
        status=chance.choice(["completed", "completed", "completed", "cancelled"]),
    )
    told = [
        ProtocolFact(
            id=f"{name}{signal}",
            evidence=words,
            rule="made",
            visit=visit.id,
            signal=signal,
            reported=chance.choice(["yes", "yes", "no"]),
            rank=chance.choice([None, 2, 4]) if signal == "airport_greeting" else None,
        )
        for signal in chance.sample(SIGNALS, chance.randint(0, 4))
    ]
    info = DocumentInfo(id=name, source=name, published=f"{2000 + number // 8}-12-31", sha256=name)
    return Entry(Reading(document=info, facts=(visit, *told)), Source(f"{number}.example", "Outlet", "press"))


def test_a_level_comes_to_the_same_from_columns_as_from_all_visits(store: Store) -> None:
    store.save(entries(), "1")
    store.settle()
    visits = store.visits(Filter(status="any"))
    facts = store.facts([one.id for one in visits], ["protocol"])
    told = {one.id: [fact.fact for fact in facts if fact.visit == one.id] for one in visits}
    held = [one for one in visits if one.status != "cancelled"]
    levels = [measured(store, one, store.facts(one.id)) for one in visits]
    assert levels == [level(one, told, held) for one in visits]
    assert sum(one.baseline is not None for one in levels) > 5
    assert any(part.usual is not None for one in levels for part in one.parts)


def test_a_rejected_courtesy_no_longer_counts(store: Store) -> None:
    store.save(entries(), "1")
    store.settle()
    visit = next(one for one in reversed(store.visits()) if store.courtesies_before(one))
    before = store.courtesies_before(visit)
    earlier = next(
        one
        for one in store.visits(Filter(until=visit.first_day))
        if one.id != visit.id
        and one.kind == visit.kind
        and one.guest.office == visit.guest.office
        and _told(store, one.id)
    )
    for fact in _told(store, earlier.id):
        store.judge(Judgement(verdict="reject", fact=fact, who="ada", when="2030-01-01T00:00:00Z"))
    after = store.courtesies_before(visit)
    assert sum(after.values()) == sum(before.values()) - 1


def _told(store: Store, visit_id: str) -> list[str]:
    return [one.fact.id for one in store.facts(visit_id, ["protocol"])]
