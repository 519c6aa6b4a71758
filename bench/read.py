"""Texts of two kinds → how fast they are read on one core, beside the bare scan of the same texts.

python bench/read.py [STREAM.jsonl[.gz]] [--json] [--profile] [--articles N] [--megabytes N]
"""

from __future__ import annotations

import argparse
import contextlib
import cProfile
import gc
import json
import os
import pstats
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import streams

from communique.documents import identify, open_documents
from communique.mentions.scan import scanner
from communique.pipeline import open_page, read_document
from communique.records import Document, Failure, to_json

ROUNDS = 3
STARTS = 11
VIRTUAL = Path(sys.executable).parent


class Speed(NamedTuple):
    """How much was read, and the median processor time of one round: other work on the machine counts little."""

    texts: int
    megabytes: float
    seconds: float

    @property
    def texts_a_second(self) -> float:
        return self.texts / self.seconds

    @property
    def megabytes_a_second(self) -> float:
        return self.megabytes / self.seconds


def timed(documents: Sequence[Document], work: Callable[[Document], object], *, rounds: int = ROUNDS) -> Speed:
    """Median over rounds of the processor time that `work` takes for all documents."""
    times = []
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        for document in documents:
            work(document)
        times.append(time.process_time() - began)
    return Speed(len(documents), _megabytes(documents), statistics.median(times))


def read_fully(document: Document) -> bytes:
    """All that `communique read --format json` does for a text."""
    return to_json(read_document(document))


def bare_scan() -> Callable[[Document], object]:
    """The automaton that the reader uses, with all matches returned and nothing made of them."""
    find = scanner().automaton.whole.find_matches_as_indexes
    return lambda document: find(document.text)


def full_scan() -> Callable[[Document], object]:
    """The reader's own scan: matches at word boundaries, as names and triggers."""
    scan = scanner()
    return lambda document: scan(document.text)


def gate(document: Document) -> object:
    """What every text pays for: identity, repair, the scan, and whether it is worth reading."""
    return open_page(document, identify(document))


def installed(folder: Path) -> dict[str, str]:
    """The environment of programs that were started before: their bytecode and expressions lie in the folder."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def start_up(environment: dict[str, str]) -> dict[str, float]:
    """Median processor seconds of `communique read` on a small file, and of Python that does nothing, in turn.

    The first start of each does not count.
    """
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.txt"
        small.write_text("President Macron arrived in Berlin on 4 May 2023 for a working visit.", encoding="utf-8")
        commands = {
            "read": [str(VIRTUAL / "communique"), "read", str(small), "--format", "json"],
            "python": [sys.executable, "-c", "pass"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(1 + STARTS):
            for name, command in commands.items():
                child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
                _, status, usage = os.wait4(child.pid, 0)
                child.returncode = os.waitstatus_to_exitcode(status)
                if child.returncode:
                    sys.exit(f"bench: {' '.join(command)} ended with {child.returncode}")
                times[name].append(usage.ru_utime + usage.ru_stime)
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


def peak_memory(path: Path, environment: dict[str, str]) -> float:
    """Peak resident megabytes (1e6 bytes) of `communique read` over a stream, by one process of its own."""
    with Path(os.devnull).open("wb") as nowhere:
        command = [str(VIRTUAL / "communique"), "read", str(path), "--format", "json", "--jobs", "1"]
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"bench: communique read {path} ended with {child.returncode}")
    return usage.ru_maxrss * 1024 / 1e6


def processes(path: Path, cores: set[int], environment: dict[str, str]) -> dict[str, float]:
    """Seconds of `communique read` over a stream with one process and with two, on the `cores` given."""
    taken = {}
    with Path(os.devnull).open("wb") as nowhere:
        for jobs in (1, 2):
            command = [str(VIRTUAL / "communique"), "read", str(path), "--format", "json", "--jobs", str(jobs)]
            began = time.perf_counter()
            child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env=environment)
            os.sched_setaffinity(child.pid, cores)
            if child.wait():
                sys.exit(f"bench: communique read {path} --jobs {jobs} ended with {child.returncode}")
            taken[str(jobs)] = time.perf_counter() - began
    return taken


def profile(documents: Sequence[Document]) -> list[tuple[str, float]]:
    """(stage, share of time) over the stream, costliest first; libraries count under their own name."""
    profiler = cProfile.Profile()
    with profiler:
        for document in documents:
            read_fully(document)
    own: Counter[str] = Counter()
    for (file, _, name), (_, _, seconds, _, _) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        own[_stage(file, name)] += seconds
    whole = sum(own.values())
    return [(stage, seconds / whole) for stage, seconds in own.most_common(24)]


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Every figure of the bench, by name."""
    with tempfile.TemporaryDirectory() as folder:
        path = options.stream
        if path is None:
            path = Path(folder) / "stream.jsonl"
            streams.write_lines(streams.stream(options.megabytes), path)
        opened = list(open_documents([str(path)]))
        texts = [document for document in opened if not isinstance(document, Failure)]
        environment = installed(Path(folder) / "bytecode")
        memory = peak_memory(path, environment)  # a whole run, which leaves its bytecode for those that follow
        spread = processes(path, options.cores, environment) if len(options.cores) > 1 else None
        starts = start_up(environment)
    alike = list(streams.articles(options.articles))
    for document in (*streams.articles(20, seed=7), *texts[:50]):
        read_fully(document)  # tables and patterns are made on first use; start-up is measured apart

    found: dict[str, Any] = {
        "articles": timed(alike, read_fully),
        "articles, bare scan": timed(alike, bare_scan()),
        "stream": timed(texts, read_fully),
        "stream, bare scan": timed(texts, bare_scan()),
        "stream, scan with boundaries": timed(texts, full_scan()),
        "stream, gate alone": timed(texts, gate),
    }
    found |= {"start-up": starts, "peak memory, MB": memory, "processes": spread}
    if options.profile:
        found["profile"] = {"articles": profile(alike), "stream": profile(texts)}
    return found


def table(found: dict[str, Any]) -> str:
    """The figures as text, each speed beside its share of the bare scan of the same texts."""
    lines = [f"{'':32}{'texts/s':>10}{'MB/s':>9}{'of bare scan':>14}"]
    for name, speed in found.items():
        if isinstance(speed, Speed):
            floor = found[f"{name.split(',')[0]}, bare scan"]
            share = floor.seconds / speed.seconds
            lines.append(f"{name:32}{speed.texts_a_second:10.0f}{speed.megabytes_a_second:9.1f}{share:14.3f}")
    starts = found["start-up"]
    lines += [
        "",
        f"start-up of communique read: {starts['read']:.3f} s; Python alone {starts['python']:.3f} s;"
        f" difference {starts['read'] - starts['python']:.3f} s",
        f"peak memory over the stream: {found['peak memory, MB']:.0f} MB",
    ]
    if spread := found["processes"]:
        lines.append(
            f"whole run over the stream: {spread['1']:.1f} s with one process, {spread['2']:.1f} s with two:"
            f" {spread['1'] / spread['2']:.2f} times"
        )
    for name, rows in found.get("profile", {}).items():
        lines += ["", f"where time goes ({name}; under the profiler, which favours few long calls):"]
        lines += [f"  {stage:44}{share:7.1%}" for stage, share in rows]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and memory of the reader on one core.")
    parser.add_argument("stream", type=Path, nargs="?", help="JSON Lines of texts; without it one is made")
    parser.add_argument("--articles", type=int, default=300, help="texts of the seed's length (300)")
    parser.add_argument("--megabytes", type=float, default=20, help="of the stream that is made (20)")
    parser.add_argument("--profile", action="store_true", help="also show where time goes")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    options.cores = os.sched_getaffinity(0) if hasattr(os, "sched_setaffinity") else set()
    if options.cores:
        os.sched_setaffinity(0, {max(options.cores)})
    found = measure(options)
    if options.json:
        plain = {name: value._asdict() if isinstance(value, Speed) else value for name, value in found.items()}
        print(json.dumps(plain, indent=1))
    else:
        print(table(found))


def _megabytes(documents: Sequence[Document]) -> float:
    return sum(len(document.text.encode()) for document in documents) / 1e6


def _stage(file: str, name: str) -> str:
    if match := re.search(r"communique/(.+)\.py$", file):
        return match[1]
    if match := re.search(r"site-packages/([^/]+)", file):
        return match[1]
    if file != "~":
        return Path(file).stem
    with contextlib.suppress(AttributeError):
        return re.sub(r"^<|>$| at 0x\w+", "", name)
    return name


if __name__ == "__main__":
    main()
