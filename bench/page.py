"""How fast the page answers 50 readers while somebody adds texts, on a record of 100,000 visits.

python bench/page.py [--db /tmp/bench.db] [--readers 50] [--seconds 30] [--think 5.0] [--no-writer]

Three processes on this machine: the server as `communique serve` starts it, on loopback; a writer that saves and links
portions of texts; and the readers, each of whom opens a page drawn by a fixed seed, waits for all of it, thinks for a
time drawn around `--think` seconds, and goes on. Without --db the record of bench/store.py is made first. A copy is
written to, so that the record stays as it was.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import itertools
import multiprocessing
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import quote

import httpx

from communique.store import Filter, open_store
from store import World, fill

PORTION = 20  # texts that the writer saves and links at a time
PAUSE = 1.0  # seconds between two portions of the writer
PAGES = (  # kind of page and how often it is opened
    *(("visit", 30), ("text", 15), ("front", 10), ("dyad", 10), ("search", 8), ("leader", 5), ("country", 5)),
    *(("compare", 4), ("map", 3), ("network", 3), ("review", 3), ("api", 4)),
)


def addresses(db: str, chance: random.Random) -> dict[str, list[str]]:
    """Addresses of each kind of page, drawn from the record."""
    with open_store(db, read_only=True) as store:
        drawn = [one for start in range(0, 90_000, 9_000) for one in store.visits(Filter(limit=40, offset=start))]
        chance.shuffle(drawn)
        pairs = [(one.guest_country, one.host_country) for one in drawn]
        compared = []
        for guest, host in pairs[:30]:
            both = store.visits(Filter(guest=guest, host=host))[-2:]
            if len(both) == 2:
                compared.append(f"/compare?earlier={quote(both[0].id)}&later={quote(both[1].id)}")
    years = range(2000, 2024)
    return {
        "visit": [f"/visits/{quote(one.id)}" for one in drawn],
        "text": [f"/texts/{one.reports[0].document}?fact={one.reports[0].telling}" for one in drawn],
        "front": ["/"],
        "dyad": [f"/dyads/{'/'.join(sorted(pair))}" for pair in pairs],
        "search": [f"/search?q={word}" for word in ("Beijing", "plant", "USA+CHN", "Lukashenko", "France", "Capital")],
        "leader": [f"/leaders/{quote(one.guest.name or '')}?country={one.guest_country}" for one in drawn],
        "country": [f"/countries/{guest}" for guest, _ in pairs],
        "compare": compared,
        "map": [f"/map?since={year}&until={year}" for year in years],
        "network": [f"/network?since={year}&until={year}" for year in years],
        "review": [f"/review?at={place}" for place in range(20)],
        "api": [f"/api/visits?guest={guest}&limit=50" for guest, _ in pairs],
    }


async def read(site: str, pages: dict[str, list[str]], asked: argparse.Namespace) -> list[tuple[str, float, int]]:
    """(kind of page, milliseconds, status) of every answer to all readers."""
    ends = time.monotonic() + asked.seconds
    answers: list[tuple[str, float, int]] = []
    kinds, weights = zip(*[(kind, often) for kind, often in PAGES if pages.get(kind)], strict=True)

    async def reader(number: int) -> None:
        chance = random.Random(number)
        async with httpx.AsyncClient(base_url=site, timeout=30, verify=False) as client:  # no certificates
            await asyncio.sleep(chance.random() * asked.think)
            while time.monotonic() < ends:
                kind = chance.choices(kinds, weights)[0]
                started = time.perf_counter()
                answer = await client.get(chance.choice(pages[kind]))
                answers.append((kind, 1000 * (time.perf_counter() - started), answer.status_code))
                await asyncio.sleep(chance.expovariate(1 / asked.think) if asked.think else 0)

    await asyncio.gather(*(reader(number) for number in range(asked.readers)))
    return answers


def write(db: str, stop: Event, told: multiprocessing.Queue[int]) -> None:
    """Saves and links portions of new texts until told to stop."""
    saved = 0
    with open_store(db) as store:
        texts = World(2).texts(10**6)
        while not stop.is_set():
            store.save(list(itertools.islice(texts, PORTION)), "1")
            store.settle()
            saved += PORTION
            stop.wait(PAUSE)
    told.put(saved)


def report(answers: list[tuple[str, float, int]]) -> None:
    by_kind = collections.defaultdict(list)
    for kind, taken, status in answers:
        by_kind[kind].append((taken, status))
        by_kind["all"].append((taken, status))
    print(f"{'page':10} {'answers':>8} {'errors':>7} {'median ms':>10} {'99 % ms':>9}")
    for kind in (*(kind for kind, _ in PAGES if kind in by_kind), "all"):
        taken = sorted(one for one, _ in by_kind[kind])
        errors = sum(status >= 400 for _, status in by_kind[kind])
        last = taken[min(len(taken) - 1, int(0.99 * len(taken)))]
        print(f"{kind:10} {len(taken):8} {errors:7} {statistics.median(taken):10.1f} {last:9.1f}")


def measure(db: str, asked: argparse.Namespace) -> None:
    """Starts the server, the writer and the readers, and prints what the readers met."""
    command = [sys.executable, "-c", "from communique.cli import main; main()", "serve", "--db", db, "--port", "0"]
    server = subprocess.Popen([*command, "--rate", "0"], stdout=subprocess.PIPE, text=True)
    stop, told = multiprocessing.Event(), multiprocessing.Queue()
    writer = multiprocessing.Process(target=write, args=(db, stop, told))
    try:
        line = server.stdout.readline() if server.stdout else ""
        site = re.search(r"http://\S+", line)
        if site is None:
            raise SystemExit(f"the server said {line!r}; want its address")
        pages = addresses(db, random.Random(1))
        statuses = {
            kind: httpx.get(site[0].rstrip("/") + found[0]).status_code for kind, found in pages.items() if found
        }
        missing = [kind for kind, status in statuses.items() if status == 404]
        if missing:
            print("not asked, as the page has none:", ", ".join(missing))
        pages = {kind: found for kind, found in pages.items() if kind not in missing}
        if not asked.no_writer:
            writer.start()
        started = time.monotonic()
        answers = asyncio.run(read(site[0].rstrip("/"), pages, asked))
        taken = time.monotonic() - started
        stop.set()
        saved = told.get(timeout=60) if not asked.no_writer else 0
        print(
            f"{asked.readers} readers, {len(answers) / taken:.0f} pages/s, {saved / taken:.0f} texts/s written beside"
        )
        report(answers)
    finally:
        stop.set()
        server.terminate()
        server.wait(10)
        if writer.is_alive():
            writer.join(10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db")
    parser.add_argument("--visits", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--think", type=float, default=5.0)
    parser.add_argument("--no-writer", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = str(Path(folder) / "bench.db")
        if asked.db:
            shutil.copy(asked.db, copy)
        else:
            with open_store(copy) as store:
                fill(store, World(1), asked.visits)
        measure(copy, asked)


if __name__ == "__main__":
    main()
