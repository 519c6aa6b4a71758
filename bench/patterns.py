"""Every regular expression and rule of the package, with strings made to be hard for it → how its time grows.

`python bench/patterns.py` prints the slowest, worst first: the time for 4,000 characters, the exponent by which time
grows with length (1: in step with it), where the pattern stands, what it was asked, and the string's parts
(head, what is repeated, tail). Rules are measured as the reader runs them. Sentences have at most 4,000 characters.
"""

from __future__ import annotations

import argparse
import math
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "trust"))

LENGTHS = (1000, 4000)
LONGEST = 3.0  # seconds that one string may take before it is given up
ENOUGH = 0.3  # seconds from which on no worse string is looked for


class Growth(NamedTuple):
    """The worst string for one pattern: seconds for the longest length, and the exponent between the two."""

    seconds: float
    exponent: float
    place: str
    asked: str
    string: tuple[str, str, str]
    pattern: str


class TooSlow(Exception):  # noqa: N818 - a signal, no fault
    """A string took longer than it may."""


def measured(place: str, asked: str, pattern: str, run: Callable[[str], object], strings: Any) -> Growth:
    """The worst of the strings."""
    worst = Growth(0, 0, place, asked, ("", "", ""), pattern)
    for head, body, tail in strings:
        try:
            signal.setitimer(signal.ITIMER_REAL, LONGEST)
            short, long = (_time(run, head + body * (length // len(body)) + tail) for length in LENGTHS)
            signal.setitimer(signal.ITIMER_REAL, 0)
        except TooSlow:
            return worst._replace(seconds=math.inf, exponent=math.inf, string=(head, body, tail))
        if long > worst.seconds:
            exponent = math.log(long / short, LENGTHS[1] / LENGTHS[0]) if long > 2e-4 else 0
            worst = worst._replace(seconds=long, exponent=exponent, string=(head, body, tail))
        if worst.seconds > ENOUGH:
            break
    return worst


def _time(run: Callable[[str], object], text: str) -> float:
    took = []
    for _ in range(2):
        start = time.perf_counter()
        run(text)
        took.append(time.perf_counter() - start)
        if took[0] > 0.05:
            break
    return min(took)


def subjects() -> Iterator[tuple[str, str, str, Callable[[str], object], Any]]:
    """All patterns as they are asked, and all rules."""
    from patterns import attacks, watched  # noqa: PLC0415 - its folder is put on the path above

    found = watched(_exercise)
    from communique.codebook import load  # noqa: PLC0415 - after the watch

    for used in found.values():
        if not used.place.startswith("grammar/pattern.py"):
            strings = attacks(used.pattern.pattern, used.pattern.flags)
            for method in sorted(used.methods & {"match", "fullmatch", "search", "finditer", "sub"}) or ["search"]:
                yield used.place, method, str(used.pattern.pattern), _asked(used.pattern, method), strings
    for rule in load("en").rules:
        regex = re.compile(rule.regex.pattern)
        yield rule.id, "rule", regex.pattern, partial(_hits, rule), attacks(regex.pattern, regex.flags)


def _hits(rule: Any, text: str) -> object:
    return list(rule.compiled.hits(text))


def _asked(pattern: re.Pattern[Any], method: str) -> Callable[[str], object]:
    def run(text: str) -> object:
        given = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
        if method == "finditer":
            return list(pattern.finditer(given))
        return pattern.sub(given[:0], given) if method == "sub" else getattr(pattern, method)(given)

    return run


def _exercise() -> None:
    from communique.documents import open_documents  # noqa: PLC0415
    from communique.pipeline import read_document  # noqa: PLC0415
    from communique.records import Document  # noqa: PLC0415

    for document in open_documents([str(ROOT / "examples"), str(ROOT / "tests" / "gold" / "first")]):
        if isinstance(document, Document):
            read_document(document)


def main() -> int:
    """Prints the slowest; ends with 1 where a pattern takes more than --most seconds for the longest string."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=30)
    parser.add_argument("--most", type=float, default=1.0)
    options = parser.parse_args()

    def give_up(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, give_up)
    found = sorted((measured(*subject) for subject in subjects()), reverse=True)
    print(f"{len(found)} patterns and rules; milliseconds for {LENGTHS[1]} characters, exponent")
    for one in found[: options.show]:
        time_ = f"{one.seconds * 1e3:9.1f} {one.exponent:5.2f}"
        print(f"{time_}  {one.place} {one.asked} {one.string!r:.90}  {one.pattern!r:.120}")
    return 1 if found[0].seconds > options.most else 0


if __name__ == "__main__":
    sys.exit(main())
