"""A kill at any moment loses nothing that was reported as saved, and repeats nothing.

Ten kills for each database; `COMMUNIQUE_KILLS=200 pytest tests/store/test_kill.py` for two hundred.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ingest_until_killed import read, texts

from communique.records import Document, Failure, Reading
from communique.runs.ingest import ingest
from communique.store import Store, open_store

KILLS = int(os.environ.get("COMMUNIQUE_KILLS", "10"))
TEXTS, PORTION = 600, 4
SOUND = TEXTS * 9 // 10  # texts that do not fail
LONGEST = 1.0  # seconds until the kill
CHILD = Path(__file__).with_name("ingest_until_killed.py")


def state(store: Store) -> tuple[object, ...]:
    return list(store.readings()), store.visits(), store.failures(), store.review(), store.pending()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    with open_store(str(tmp_path_factory.mktemp("whole") / "visits.db")) as store:
        ingest(store, texts(TEXTS), read, "1", portion=PORTION)
        return state(store)


def killed_run(url: str, after: float) -> Iterator[int]:
    """What the child said was safe before it was killed, `after` seconds from its start of work."""
    command = [sys.executable, str(CHILD), url, str(TEXTS), str(PORTION)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(after)
        child.kill()
        lines = child.stdout.read().splitlines()
    yield from (int(line) for line in lines if line.isdigit())


def finish(url: str, whole: tuple[object, ...]) -> None:
    """Goes on where the killed runs stopped: reads the rest, nothing twice, and has the record of one whole run."""
    with open_store(url) as store:
        there = len(store.documents())
        calls: list[str] = []

        def read_once(text: Document) -> Reading | Failure:
            calls.append(text.source)
            return read(text)

        done = ingest(store, texts(TEXTS), read_once, "1", portion=PORTION)
        assert (done.known, done.new, len(calls)) == (there, SOUND - there, TEXTS - there)
        assert state(store) == whole


def test_a_kill_loses_nothing_and_repeats_nothing(
    new_url: Callable[[], str], whole: tuple[object, ...], request: pytest.FixtureRequest
) -> None:
    chance = random.Random(request.node.name)
    url = new_url()
    for _ in range(KILLS):
        safe = max(killed_run(url, chance.uniform(0, LONGEST)), default=0)
        with open_store(url) as store:
            there = len(store.documents())
            assert there + len(store.failures()) >= safe
            is_whole = there == SOUND and store.pending() == 0
        if is_whole:
            finish(url, whole)
            url = new_url()
    finish(url, whole)
