"""The record knows when a visit came in and when it became another, and says that something was written."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from made_readings import entry, visit

from communique.store import Filter, Store, open_store, schema
from communique.store.engine import open_engine, reading, writing
from communique.visits.model import Judgement, Source

CAME = visit("came on 3 December", who="Alexander Lukashenko", start="2023-12-03")
STATE = visit("on a state visit", who="Lukashenko", start="2023-12-03", visit_kind="state")
BACK = visit("had been there in March", "FRA", "CHN", who="Emmanuel Macron", start="2023-04", mention="background")
WIRE = Source("wire.example.by", "Wire", "agency")
BLOG = Source("blog.example.org", "Blog", "commentary")
BY = {"who": "ada", "when": "2024-01-01T12:00:00Z"}


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = "2024-01-01T00:00:00Z"

    def __call__(self) -> str:
        return self.time


def test_a_change_has_the_time_of_the_first_and_of_the_last(url: str) -> None:
    clock = Clock()
    with open_store(url, clock=clock) as store:
        store.save([entry("He came.", CAME, source=WIRE), entry("Looking back.", BACK, source=BLOG)], "1")
        store.settle()
        clock.time = "2024-01-02T00:00:00Z"
        store.save([entry("A state visit.", STATE, source=BLOG)], "1")
        store.settle()
        latest, older = store.changes()
        assert (latest.visit.id, latest.made, latest.at) == ("BLR-CHN-2023-12-03", "2024-01-01T00:00:00Z", clock.time)
        assert latest.visit.kind == "state"
        assert (older.made, older.at) == ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z")
        assert [one.visit.id for one in store.changes(after="2024-01-01T00:00:00Z")] == [latest.visit.id]
        assert store.changes(Filter(limit=1)) == [latest]
        assert store.changes(Filter(guest="FRA")) == [older]


def test_settling_the_same_again_is_no_change(url: str) -> None:
    clock = Clock()
    with open_store(url, clock=clock) as store:
        store.save([entry("He came.", CAME, source=WIRE)], "1")
        store.settle()
        clock.time = "2024-01-02T00:00:00Z"
        number = store.judge(Judgement(verdict="accept", fact=CAME.id, **BY))
        store.undo(number, "ada", clock.time)
        assert [one.at for one in store.changes()] == ["2024-01-01T00:00:00Z"]


def test_a_visit_that_goes_is_no_longer_listed(store: Store) -> None:
    store.save([entry("He came.", CAME, source=WIRE)], "1")
    store.settle()
    store.judge(Judgement(verdict="reject", fact=CAME.id, **BY))
    assert store.visits() == [] and store.changes() == []


def test_every_write_raises_the_edition(store: Store) -> None:
    seen = [store.edition()]
    store.save([entry("He came.", CAME, source=WIRE)], "1")
    seen.append(store.edition())
    store.settle()
    seen.append(store.edition())
    number = store.judge(Judgement(verdict="accept", fact=CAME.id, **BY))
    seen.append(store.edition())
    store.undo(number, "ada", BY["when"])
    seen.append(store.edition())
    assert seen == sorted(set(seen))
    store.visits()
    assert store.edition() == seen[-1]


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_a_visit_on_one_weak_voice_is_asked_about_until_decided(store: Store, verdict: str) -> None:
    store.save([entry("He came.", CAME, source=WIRE), entry("Looking back.", BACK, source=BLOG)], "1")
    store.settle()
    (item,) = [one for one in store.review() if one.ask == "fact"]
    assert item.visits[0].startswith("FRA-CHN") and item.telling == BACK.id
    number = store.judge(Judgement(verdict=verdict, fact=BACK.id, **BY))  # type: ignore[arg-type]
    assert store.review() == []
    assert len(store.visits()) == (2 if verdict == "accept" else 1)
    store.undo(number, "ada", BY["when"])
    assert [one.visits for one in store.review()] == [item.visits]


def test_a_record_of_version_1_keeps_its_visits_and_learns_what_is_thin(url: str, new_url) -> None:  # type: ignore[no-untyped-def]
    old = new_url()
    with open_store(url) as store:
        store.save([entry("He came.", CAME, source=WIRE), entry("Looking back.", BACK, source=BLOG)], "1")
        store.settle()
        wanted = store.visits()
    _copy_to_version_1(url, old)
    with open_store(old) as store:
        assert store.visits() == wanted and store.pending() == 0
        assert [one.ask for one in store.review()] == ["fact"]


def _copy_to_version_1(new: str, old: str) -> None:
    """Fills a database of version 1 with the rows of one of today."""
    source, target = open_engine(new), open_engine(old)
    with writing(target) as into, reading(source) as out:
        schema.migrate(into, to=1)
        for table in ("sources", "documents", "texts", "facts", "visits", "links", "visit_ids"):
            columns = {one["name"] for one in sa.inspect(into).get_columns(table)} - {"words"}
            names = sorted(columns)
            rows = out.execute(sa.text(f"SELECT {', '.join(names)} FROM {table}")).mappings().all()
            values = ", ".join(f":{name}" for name in names)
            into.execute(
                sa.text(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"), [dict(r) for r in rows]
            )
    source.dispose()
    target.dispose()
