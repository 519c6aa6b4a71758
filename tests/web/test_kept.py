"""Kept answers: fresh after the page's own writes, a moment old after those of others, made once for all who wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from litestar.testing import TestClient
from serving import app_of

from communique.pipeline import read_document
from communique.records import Document
from communique.runs.edition import edition
from communique.runs.ingest import ingest
from communique.store import Store, open_store
from communique.web import kept as kept_module
from communique.web.kept import BRIEFLY, LATELY, kept


class Clock:
    """Seconds that pass when told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(kept_module, "monotonic", clock)
    return clock


@pytest.fixture
def elsewhere(fresh_db: str) -> Iterator[Store]:
    """The same record as another process has it open."""
    with open_store(fresh_db) as opened:
        yield opened


def write(store: Store, day: int) -> None:
    text = f"President Emmanuel Macron arrived in Berlin on {day} May 2024 for a state visit."
    ingest(store, [Document(source=f"{day}.txt", text=text)], read_document, edition())


def texts(store: Store, *, lately: bool = False) -> int:
    return kept(store, "texts", lambda: store.counts().texts, lately=lately)


def test_an_answer_is_made_once_while_the_record_stays_as_it_is(fresh_store: Store, clock: Clock) -> None:
    asked: list[int] = []
    for _ in range(3):
        kept(fresh_store, "once", lambda: asked.append(1))
        clock.now += 1000
    assert asked == [1]


def test_what_the_page_itself_wrote_is_seen_at_once(fresh_store: Store, clock: Clock) -> None:
    before = texts(fresh_store, lately=True)
    write(fresh_store, 20)
    assert texts(fresh_store, lately=True) == before + 1


def test_what_others_wrote_is_seen_a_moment_later(fresh_store: Store, elsewhere: Store, clock: Clock) -> None:
    before = texts(fresh_store)
    write(elsewhere, 21)
    assert texts(fresh_store) == before
    clock.now += BRIEFLY
    assert texts(fresh_store) == before + 1


def test_an_answer_over_many_visits_is_made_anew_beside(fresh_store: Store, elsewhere: Store, clock: Clock) -> None:
    before = texts(fresh_store, lately=True)
    write(elsewhere, 22)
    clock.now += BRIEFLY
    assert texts(fresh_store, lately=True) == before  # nobody waits
    kept_module._beside.submit(lambda: None).result(10)  # behind what is made beside
    assert texts(fresh_store, lately=True) == before + 1
    write(elsewhere, 23)
    clock.now += LATELY
    assert texts(fresh_store, lately=True) == before + 2  # too old: waited for


def test_many_who_ask_at_once_wait_for_one_answer(fresh_store: Store) -> None:
    going, asked, told = threading.Event(), list[int](), list[str]()

    def ask() -> str:
        asked.append(1)
        going.wait(10)
        return "answer"

    readers = [threading.Thread(target=lambda: told.append(kept(fresh_store, "many", ask))) for _ in range(8)]
    for reader in readers:
        reader.start()
    going.set()
    for reader in readers:
        reader.join(10)
    assert told == ["answer"] * 8
    assert asked == [1]


def test_a_failure_is_told_and_not_kept(fresh_store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        kept(fresh_store, "fails", lambda: 1 // 0)
    assert kept(fresh_store, "fails", lambda: 1) == 1


def test_the_matrix_counts_what_others_wrote(fresh_store: Store, elsewhere: Store, clock: Clock) -> None:
    with TestClient(app_of(fresh_store)) as client:
        client.get("/network")
        write(elsewhere, 25)
        clock.now += BRIEFLY + 1
        client.get("/network")  # counts of a moment ago may be shown now, but not be kept as those of today
        kept_module._beside.submit(lambda: None).result(10)
        shown = client.get("/network?size=60").text
        assert client.get("/network").text.count("/dyads/DEU/FRA") == shown.count("/dyads/DEU/FRA") > 0
