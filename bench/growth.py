"""The stream at once, ten and a hundred times → what each stage of a run costs: linear in time, flat in memory or not.

python bench/growth.py [--times 1 10 100] [--megabytes 1] [--pages 100] [--json]

Two streams are mixed anew for each size, no two texts alike: JSON Lines of texts (nine of ten about other things), and
a web archive of pages (see bench/archives.py). Each stage runs in a process of its own, one core, and is measured by
its processor time and its peak memory, so that other work on the machine changes little.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import archives
import msgspec
import streams

from communique.runs.gathering import gather as gather_run
from communique.runs.gathering import save_plan
from communique.runs.merging import manifest_of
from communique.runs.merging import merge as merge_run
from communique.runs.parts import read_part
from communique.runs.plan import make_plan
from communique.store import Filter, Store, open_store

PART = 4_000_000
FILE = 16_000_000  # bytes of one file of the stream of texts
PAGES = 500  # pages of one archive


class Cost(NamedTuple):
    """What a stage took: processor seconds, and peak resident megabytes (1e6 bytes)."""

    seconds: float
    megabytes: float


def texts(folder: Path, megabytes: float) -> None:
    """Files of JSON Lines with about so many megabytes of text."""
    number = 0
    stream = iter(streams.stream(megabytes, seed=11))
    document = next(stream, None)
    while document is not None:
        with (folder / f"{number:04}.jsonl").open("wb") as file:
            while document is not None and file.tell() < FILE:
                row = {"id": document.source, "published": document.published, "text": document.text}
                file.write(msgspec.json.encode(row) + b"\n")
                document = next(stream, None)
        number += 1


def pages(folder: Path, count: int) -> None:
    """Web archives with so many pages."""
    for number in range(-(-count // PAGES)):
        records = archives.archive(min(PAGES, count - number * PAGES), seed=1000 + number)
        with (folder / f"{number:04}.warc.gz").open("wb") as file:
            file.writelines(archives.packed(records))


def read(folder: Path) -> None:
    """The stage of reading: all parts, one after another."""
    plan = make_plan([str(folder / "in")], part=PART)
    save_plan(plan, folder / "out")
    for part in plan.parts:
        read_part(part, plan, folder / "out")


def gather(folder: Path) -> None:
    """The stage of gathering: reprints of the whole run, and the manifest."""
    gather_run(make_plan([str(folder / "in")], part=PART), folder / "out")


def merge(folder: Path) -> None:
    """The stage of merging: readings into the record, not linked yet."""
    Store.settle = lambda self: 0  # type: ignore[method-assign]
    with open_store(str(folder / "record.db")) as store:
        merge_run(store, folder / "out")


def link(folder: Path) -> None:
    """The stage of linking: the visits of all dyads."""
    with open_store(str(folder / "record.db")) as store:
        store.settle()


STAGES: dict[str, Callable[[Path], None]] = {"read": read, "gather": gather, "merge": merge, "link": link}


def cost(stage: str, folder: Path) -> Cost:
    """A stage in a process of its own. What it starts itself counts too."""
    child = subprocess.Popen([sys.executable, __file__, "--stage", stage, str(folder)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"bench: stage {stage} ended with {child.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def measured(fill: Callable[[Path], None]) -> dict[str, Any]:
    """All stages over one stream, and how large everything is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        fill(folder / "in")
        costs = {stage: cost(stage, folder) for stage in STAGES}
        manifest = manifest_of(folder / "out")
        return {
            "input": _size(folder / "in"),
            "parts": _size(folder / "out" / "parts"),
            "record": (folder / "record.db").stat().st_size,
            "texts": manifest.counts.texts + manifest.passed_over.total - manifest.passed_over.nothing_stated,
            "read": manifest.counts.texts,
            "stated": manifest.counts.stated,
            "facts": manifest.counts.facts,
            "visits": _visits(folder / "record.db"),
            "costs": {stage: found._asdict() for stage, found in costs.items()},
        }


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def _visits(path: Path) -> int:

    with open_store(str(path), read_only=True) as store:
        return len(store.visits(Filter(status="any")))


def lines(name: str, found: dict[int, dict[str, Any]]) -> Iterator[str]:
    """A table of one stream: a row for each size, processor time as milliseconds a text or a stated text."""
    yield (
        f"\n{name:10}{'texts':>9}{'read':>9}{'stated':>8}{'facts':>9}{'visits':>8}"
        + "".join(f"{stage:>14}" for stage in STAGES)
        + f"{'parts':>9}{'record':>9}"
    )
    yield f"{'':53}" + f"{'ms/text  MB':>14}" + f"{'ms/stated  MB':>14}" * 3 + f"{'kB/stated':>18}"
    for times, one in found.items():
        cells = []
        for stage, taken in one["costs"].items():
            each = one["texts"] if stage == "read" else max(1, one["stated"])
            cells.append(f"{1000 * taken['seconds'] / each:9.2f}{taken['megabytes']:5.0f}")
        sizes = f"{one['parts'] / max(1, one['stated']) / 1000:9.1f}{one['record'] / max(1, one['stated']) / 1000:9.1f}"
        counts = f"{one['texts']:9,}{one['read']:9,}{one['stated']:8,}{one['facts']:9,}{one['visits']:8,}"
        yield f"{times:>3} times {counts}{''.join(cells)}{sizes}"


def main() -> None:
    parser = argparse.ArgumentParser(description="What each stage costs as the stream grows.")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--megabytes", type=float, default=1, help="of text, once (1)")
    parser.add_argument("--pages", type=int, default=100, help="of the archive, once (100)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--stage", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stage:
        STAGES[asked.stage[0]](Path(asked.stage[1]))
        return
    found: dict[str, dict[int, Any]] = {"texts": {}, "pages": {}}
    for times in asked.times:
        found["texts"][times] = measured(lambda folder, n=times: texts(folder, n * asked.megabytes))
        found["pages"][times] = measured(lambda folder, n=times: pages(folder, n * asked.pages))
        print(f"{times} times: done", file=sys.stderr)
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        print("\n".join(line for name, one in found.items() for line in lines(name, one)))


if __name__ == "__main__":
    main()
