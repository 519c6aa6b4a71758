"""Seeds and hostile bytes → every reader of outside bytes, for as long as is given; prints how many each took.

`python bench/fuzz.py --minutes 60` shares the time among the readers (tests/trust/readers.py says which and what must
hold). With atheris (`pip install atheris`) inputs are led by the code that they reach, else they are seeds cut,
joined, repeated and strewn with words of the format. Each distinct fault is kept as an input and a traceback under
--found; an input that takes more than --seconds or --megabytes ends its process, is kept too, and the next one goes
on. Ends with 1 where anything was found.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import random
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "trust"))

WEIGHTS = {
    "reader of texts": 4,
    "page": 2,
    "record": 2,
    "repair": 2,
    "rules": 2,
    "knowledge files": 0.5,
    "Parquet": 0.5,
}
MOST_STOPS = 6  # processes of one reader that may end before their time


class Tried:
    """Counts the inputs of one reader and keeps each distinct fault."""

    def __init__(self, run: Callable[[bytes], object], found: Path, name: str) -> None:
        self.run, self.found, self.name = run, found, name
        self.count, self.faults, self.start = 0, set[str](), time.monotonic()
        self.noted = 0.0
        self.early = 0  # kilobytes in use after a tenth of a minute: what was loaded and cached by then
        self.log = found / f"{name}.count"

    def __call__(self, data: bytes) -> None:
        self.count += 1
        if self.count % 50 == 0 or time.monotonic() - self.noted > 1:
            self.note()
        try:
            self.run(bytes(data))
        except Exception as fault:
            self.keep(bytes(data), fault)

    def keep(self, data: bytes, fault: Exception) -> None:
        """Once for each place and kind."""
        frames = traceback.extract_tb(fault.__traceback__)
        own = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames if "/communique/" in frame.filename]
        key = f"{type(fault).__name__} {own[-1] if own else frames[-1].lineno}"
        if key not in self.faults:
            self.faults.add(key)
            place = self.found / f"{self.name}-{hashlib.sha1(key.encode()).hexdigest()[:8]}"
            place.with_suffix(".input").write_bytes(data)
            place.with_suffix(".txt").write_text("".join(traceback.format_exception(fault)), "utf-8", "replace")

    def note(self) -> None:
        """Writes down how far it is."""
        self.noted = time.monotonic()
        now = _in_use()
        if not self.early and time.monotonic() - self.start > 6:
            self.early = now
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.log.write_text(f"{self.count} {len(self.faults)} {self.early or now} {now} {most}")


def _in_use() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4


def _child(options: argparse.Namespace) -> None:
    """One reader in this process until its time is over."""
    try:
        import atheris  # noqa: PLC0415 - optional
    except ImportError:
        atheris = None
    if atheris and options.engine != "plain":
        with atheris.instrument_imports(include=["communique"]):
            from readers import READERS  # noqa: PLC0415 - after the hook
    else:
        from readers import READERS  # noqa: PLC0415
    reader = READERS[options.one]
    name = _slug(options.one)
    tried = Tried(reader.run, options.found, name)
    corpus = options.found / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in reader.seeds():
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    if atheris is None or options.engine == "plain":
        _mutate(reader.words, tried, corpus, options)
        return
    words = options.found / f"{name}.dict"
    words.write_text(
        "# pieces of the format\n"
        + "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in reader.words),
        "ascii",
    )
    atheris.Setup(
        [
            *(sys.argv[0], str(corpus), f"-max_total_time={options.time}", f"-timeout={options.seconds}"),
            *(f"-rss_limit_mb={options.megabytes}", f"-artifact_prefix={options.found}/{name}-stopped-"),
            *(
                f"-dict={words}",
                f"-max_len={options.longest}",
                f"-seed={options.seed}",
                "-reload=0",
                "-print_final_stats=1",
            ),
        ],
        tried,
    )
    atheris.Fuzz()


def _mutate(words: tuple[bytes, ...], tried: Tried, corpus: Path, options: argparse.Namespace) -> None:
    """Without atheris: seeds changed at random places, in a fixed order for a seed."""
    from mutation import mutated  # noqa: PLC0415 - its folder is put on the path above

    chance = random.Random(options.seed)
    limit = options.megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (limit * 4, limit * 4))  # addresses: more than what is in use
    seeds = [path.read_bytes() for path in sorted(corpus.iterdir())]
    current = options.found / f"{tried.name}-stopped-current"
    end = time.monotonic() + options.time
    while time.monotonic() < end:
        data = mutated(seeds, words, chance, options.longest)
        current.write_bytes(data)
        faulthandler.dump_traceback_later(options.seconds, exit=True)
        tried(data)
        faulthandler.cancel_dump_traceback_later()
    current.unlink(missing_ok=True)
    tried.note()


def _slug(name: str) -> str:
    return name.replace(" ", "-").lower()


def main() -> int:
    """Runs the readers one after the other, each in its own process, and prints a line for each."""
    options = _options()
    options.found.mkdir(parents=True, exist_ok=True)
    if options.one:
        _child(options)
        return 0
    from readers import READERS  # noqa: PLC0415

    names = options.reader or list(READERS)
    total = sum(WEIGHTS.get(name, 1) for name in names)
    print(
        f"{'reader':24}{'inputs':>10}{'a second':>10}{'faults':>8}{'stopped':>9}{'MB early':>10}{'late':>7}{'peak':>7}"
    )
    inputs = bad = 0
    for name in names:
        share = options.minutes * 60 * WEIGHTS.get(name, 1) / total
        tried, faults, stops = _supervised(name, share, options)
        inputs, bad = inputs + tried, bad + faults + stops
    print(f"{'all':24}{inputs:10,}{'':10}{bad:8} found")
    return 1 if bad else 0


def _supervised(name: str, share: float, options: argparse.Namespace) -> tuple[int, int, int]:
    """One reader for its share of the time; a process that was stopped is followed by another."""
    count = faults = stops = 0
    memory = ["?", "?", "?"]
    begun = time.monotonic()
    log = options.found / f"{_slug(name)}.count"
    while (left := share - (time.monotonic() - begun)) > 2 and stops < MOST_STOPS:
        log.unlink(missing_ok=True)
        command = [
            sys.executable,
            __file__,
            "--one",
            name,
            "--time",
            str(int(left)),
            "--seed",
            str(options.seed + stops),
        ]
        for option in ("found", "seconds", "megabytes", "longest", "engine"):
            command += [f"--{option}", str(getattr(options, option))]
        with (options.found / f"{_slug(name)}.log").open("ab") as out:
            code = subprocess.run(command, stdout=out, stderr=out, check=False, timeout=left + 300).returncode
        if log.is_file():
            told = log.read_text().split()
            count, faults, memory = (
                count + int(told[0]),
                max(faults, int(told[1])),
                [f"{int(kb) >> 10}" for kb in told[2:]],
            )
        if code:
            stops += 1
            current = options.found / f"{_slug(name)}-stopped-current"
            if current.is_file():  # without atheris, which keeps it itself
                current.rename(current.with_name(f"{_slug(name)}-stopped-{stops}"))
    took = time.monotonic() - begun
    print(
        f"{name:24}{count:10,}{count / took:10.0f}{faults:8}{stops:9}{memory[0]:>10}{memory[1]:>7}{memory[2]:>7}",
        flush=True,
    )
    return count, faults, stops


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10, help="for all readers together")
    parser.add_argument("--reader", action="append", help="only this one; may be repeated")
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"), help="folder for inputs that break something")
    parser.add_argument("--seconds", type=int, default=20, help="that one input may take")
    parser.add_argument("--megabytes", type=int, default=2500, help="that a process may use")
    parser.add_argument("--longest", type=int, default=20_000, help="bytes of an input")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("auto", "plain"), default="auto", help="plain: without atheris")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--time", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
