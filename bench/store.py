"""How fast a record of 100,000 visits and a million facts is filled and asked.

python bench/store.py [--visits 100000] [--db /tmp/bench.db | postgresql://…]

Visits are drawn by a fixed seed: countries as often as in the packaged register (its partners, both ways), days,
lengths and declared kinds from its rows; the kinds of facts in a text from the gold of `examples/`. One visit in four
has a second report. Only the record's own time counts, not the making of the texts.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from communique.publish.brief import brief, comparison
from communique.publish.html import render_html
from communique.records import (
    AgreementFact,
    AnyFact,
    AssessmentFact,
    CommitmentFact,
    Document,
    DocumentInfo,
    Evidence,
    MeetingFact,
    Person,
    Place,
    ProtocolFact,
    Reading,
    RelationshipFact,
    StanceFact,
    VisitFact,
)
from communique.store import Entry, Filter, Store, open_store
from communique.store.register import register_entries
from communique.visits.model import Source, SourceKind

EXAMPLES = Path(__file__).parents[1] / "examples"
SIGNALS = ("honour_guard", "banquet", "red_carpet", "airport_greeting", "talks_venue", "flowers")
FIELDS = ("trade", "energy", "defence", "culture", "health", "transport", "digital")
WORDS = (EXAMPLES / "001-belarus-china-agency.txt").read_text("utf-8").split()
PORTION = 1000
OTHERS = (4, 10)  # facts of a text beside its visit


class World:
    """What visits are drawn from."""

    def __init__(self, seed: int) -> None:
        self.seed, self.chance = seed, random.Random(seed)
        rows = [entry.reading.facts[0] for entry in register_entries()]
        partners = collections.Counter(
            code for row in rows for code in (row.guest_country, row.host_country) if code != "USA"
        )
        partners["USA"] = partners.most_common(1)[0][1]
        self.countries, self.weights = list(partners), list(partners.values())
        self.kinds = [row.visit_kind for row in rows]
        self.lengths = [_length(row) for row in rows]
        self.seasons = [row.start[5:] for row in rows if row.start[5:] != "02-29"]
        self.outlets = [Source(f"outlet{n}.example.org", f"Outlet {n}", _kind(n)) for n in range(200)]
        golds = [json.loads(path.read_text("utf-8"))["facts"] for path in sorted(EXAMPLES.glob("*.gold.json"))]
        self.others = [[f["kind"] for f in gold if f["kind"] != "visit"] for gold in golds]

    def texts(self, visits: int) -> Iterator[Entry]:
        """Entries for so many visits, each with one report or two."""
        for number in range(visits):
            guest, host = self.parties()
            start = date.fromisoformat(f"{self.chance.randint(1995, 2024)}-{self.chance.choice(self.seasons)}")
            end = start + timedelta(days=self.chance.choice(self.lengths))
            kind = self.chance.choice(self.kinds)
            for report in range(1 + (self.chance.random() < 0.25)):
                yield self.text(f"{self.seed}-{number}-{report}", guest, host, (start, end, kind))

    def parties(self) -> tuple[str, str]:
        guest, host = self.chance.choices(self.countries, self.weights, k=2)
        return (guest, host) if guest != host else self.parties()

    def text(self, name: str, guest: str, host: str, when: tuple[date, date, Any]) -> Entry:
        start, end, kind = when
        words = " ".join(self.chance.choices(WORDS, k=150)) + f" {guest} {host} {start:%B %Y}"
        digest = hashlib.blake2b(name.encode(), digest_size=8).hexdigest()
        person = Person(f"Leader {guest} {start.year // 5}", guest, "president")
        visit = VisitFact(
            **_base(digest, 0, words),
            guest=person,
            guest_country=guest,
            host_country=host,
            host=Person(f"Leader {host} {start.year // 5}", host, "president"),
            place=Place(f"Capital {host}", host),
            start=start.isoformat(),
            end=end.isoformat(),
            visit_kind=kind,
            status="completed",
        )
        kinds = self.chance.choice(self.others)
        kinds = self.chance.sample(kinds, min(len(kinds), self.chance.randint(*OTHERS)))
        facts = (visit, *(self.fact(k, _base(digest, at, words), visit) for at, k in enumerate(kinds, 1)))
        sha256 = hashlib.sha256(words.encode()).hexdigest()
        day, title = (end + timedelta(days=1)).isoformat(), f"{guest} in {host}"
        info = DocumentInfo(id=digest, source=name, title=title, published=day, language="en", sha256=sha256)
        document = Document(source=name, text=words, title=title, published=day)
        return Entry(Reading(document=info, facts=facts), self.chance.choice(self.outlets), document)

    def fact(self, kind: str, base: dict[str, Any], visit: VisitFact) -> AnyFact:
        both, chance = (visit.guest_country or "", visit.host_country or ""), self.chance
        match kind:
            case "protocol":
                return ProtocolFact(**base, visit=visit.id, signal=chance.choice(SIGNALS), reported="yes")
            case "meeting":
                return MeetingFact(**base, visit=visit.id, countries=both, date=visit.start, venue="Palace")
            case "agreement":
                return AgreementFact(**base, visit=visit.id, parties=both, instrument="mou", status="signed")
            case "relationship":
                return RelationshipFact(**base, parties=both, label="strategic partnership")
            case "stance":
                return StanceFact(**base, holder=both, polarity="support", issue="ukraine")
            case "assessment":
                return AssessmentFact(**base, claim="significance", about=both[0])
            case _:
                fields = (chance.choice(FIELDS),)
                return CommitmentFact(**base, parties=both, strength=4, fields=fields, action="will build a plant")


def _base(digest: str, at: int, words: str) -> dict[str, Any]:
    start = 7 * at
    evidence = (Evidence(start, start + 60, words[start : start + 60]),)
    return {"id": f"{digest}{at:04}", "evidence": evidence, "rule": "synthetic"}


def _length(row: VisitFact) -> int:
    return min(20, (date.fromisoformat(row.end) - date.fromisoformat(row.start)).days) if row.end and row.start else 0


def _kind(number: int) -> SourceKind:
    return ("official", "agency", "press", "press", "commentary")[number % 5]


def fill(store: Store, world: World, visits: int) -> tuple[int, float, float]:
    """Facts saved, and the seconds that saving and linking took."""
    facts, saving, batch = 0, 0.0, []
    for entry in world.texts(visits):
        batch.append(entry)
        if len(batch) == PORTION:
            facts, saving, batch = *_save(store, batch, facts, saving), []
    facts, saving = _save(store, batch, facts, saving)
    started = time.perf_counter()
    store.settle()
    return facts, saving, time.perf_counter() - started


def _save(store: Store, batch: list[Entry], facts: int, saving: float) -> tuple[int, float]:
    started = time.perf_counter()
    saved = store.save(batch, "1")
    return facts + saved.facts, saving + time.perf_counter() - started


def median(ask: Callable[[], Any], times: int = 5) -> tuple[float, int]:
    """Median milliseconds, and the length of the answer."""
    taken, answer = [], None
    for _ in range(times):
        started = time.perf_counter()
        answer = ask()
        taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(taken), len(answer) if isinstance(answer, list) else 1


def questions(store: Store) -> dict[str, Callable[[], Any]]:
    busiest = collections.Counter(
        (one.guest_country, one.host_country) for one in store.visits(Filter(since="2020", limit=5000))
    ).most_common(1)[0][0]
    dyad = store.visits(Filter(between=busiest, status="any"))
    one = dyad[-1]
    return {
        "visits of the busiest dyad": lambda: store.visits(Filter(between=busiest)),
        "visits to a host since a year, of a kind": lambda: store.visits(
            Filter(host=busiest[1], since="2020-01", kind="state")
        ),
        "all visits to a host": lambda: store.visits(Filter(host=busiest[1])),
        "visits of a month": lambda: store.visits(Filter(since="2019-05-01", until="2019-05-31")),
        "visits by a person's name": lambda: store.visits(Filter(person=one.guest.name, limit=100)),
        "first 100 visits": lambda: store.visits(Filter(limit=100)),
        "one visit": lambda: store.visit(one.id),
        "facts of one visit": lambda: store.facts(one.id),
        "facts of a dyad's last twenty visits": lambda: store.facts([visit.id for visit in dyad[-20:]]),
        "links of one visit": lambda: store.links(one.id),
        "tour of one visit": lambda: store.tour(one.id),
        "a rare word": lambda: store.search(f"{one.guest_country} {one.host_country} plant"),
        "a common word": lambda: store.search("Beijing"),
        "meetings apart": lambda: store.meetings(busiest),
        "review": store.review,
        "a text": lambda: store.document(one.reports[0].document),
        "brief of a visit, as HTML": lambda: render_html(brief(store, one.id)),
        "comparison of two visits": lambda: render_html(comparison(store, dyad[-2].id, one.id)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=100_000)
    parser.add_argument("--db")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(asked.db or str(Path(folder) / "bench.db")) as store:
        facts, saving, settling = fill(store, World(1), asked.visits)
        print(f"{asked.visits} visits drawn, {len(store.visits(Filter(status='any')))} linked, {facts} facts")
        print(f"saving {saving:.1f} s, linking {settling:.1f} s: {facts / (saving + settling):.0f} facts/s")
        for name, ask in questions(store).items():
            taken, length = median(ask)
            print(f"{name:42} {taken:8.1f} ms {length:7} found")
        newest = next(iter(World(2).texts(1)))
        started = time.perf_counter()
        store.save([newest], "1")
        store.settle()
        print(f"{'one more text, saved and linked':42} {1000 * (time.perf_counter() - started):8.1f} ms")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
