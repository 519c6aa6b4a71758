"""Scores measured on a gold folder, and the floors kept for it → what fell, or new floors.

Floors are F1 by kind, kept in `floors.json` with a hash of the texts and gold that they were measured on: a
change of the set is a change of the yardstick, and asks for new floors. Lowering one asks for a flag.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from communique.errors import DocumentError
from communique.evaluation.gold import Reader, load_cases, read_cases, score_cases, tally_kinds
from communique.evaluation.score import Tally
from communique.records import BROKEN_JSON

FLOORS = Path(__file__).with_name("floors.json")


class F1(msgspec.Struct, frozen=True):
    """F1 of one kind, 0 to 1, cut to four digits."""

    loose: float
    strict: float


class Floors(msgspec.Struct, frozen=True):
    """What one gold folder must reach, kind by kind; `hash` is of what it held then."""

    folder: str
    hash: str
    kinds: dict[str, F1]


class Measured(NamedTuple):
    """What one gold folder reaches now, and the hash of what it holds."""

    folder: str
    hash: str
    kinds: Mapping[str, F1]


def load_floors(path: Path = FLOORS) -> dict[str, Floors]:
    """Floors by folder. Raises: DocumentError: the file is broken."""
    try:
        floors = msgspec.json.decode(path.read_bytes(), type=tuple[Floors, ...])
    except BROKEN_JSON as fault:
        raise DocumentError(f"{path}: {fault}; want a list of floors") from fault
    return {kept.folder: kept for kept in floors}


def save_floors(floors: Mapping[str, Floors], path: Path = FLOORS) -> None:
    """Writes the file, folders and kinds in order, so that a change shows as its own lines."""
    ordered = [floors[folder] for folder in sorted(floors)]
    path.write_bytes(msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n")


def measure(folder: Path, reader: Reader, *, name: str) -> Measured:
    """F1 by kind on a gold folder; kinds that its gold does not hold are left out."""
    cases = load_cases(folder)
    tallies = tally_kinds(score_cases(cases, read_cases(cases, reader)))
    return Measured(name, hash_of(folder), {kind: _f1(counts) for kind, counts in tallies.items() if counts.asked})


def hash_of(folder: Path) -> str:
    """A hash (blake2b, 16 hex digits) of every text and gold file of a folder, names included."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted({*folder.glob("*.txt"), *folder.glob("*.gold.json")}):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def complaints(kept: Floors, measured: Measured) -> Iterator[str]:
    """A line for each floor that is not reached; one line only if the texts or gold are others."""
    if measured.hash != kept.hash:
        yield f"{kept.folder}: texts or gold are not those of the floors; want new ones (--update)"
        return
    yield from lowered(kept, measured)


def lowered(kept: Floors, measured: Measured) -> Iterator[str]:
    """A line for each floor above what was measured."""
    for kind, floor in kept.kinds.items():
        now = measured.kinds.get(kind)
        for sense in ("loose", "strict"):
            wanted, reached = getattr(floor, sense), getattr(now, sense, None)
            if reached is None or reached < wanted:
                yield f"{kept.folder}: {kind} {sense} F1 is {reached}; want at least {wanted}"


def updated(kept: Floors | None, measured: Measured, *, may_lower: bool = False) -> Floors:
    """What was measured, as floors. Raises: DocumentError: one would be lower and `may_lower` is not set."""
    falls = list(lowered(kept, measured)) if kept else []
    if falls and not may_lower:
        raise DocumentError("; ".join(falls) + "; lowering a floor needs --allow-lower")
    return Floors(measured.folder, measured.hash, dict(measured.kinds))


def _f1(counts: Tally) -> F1:
    return F1(*(math.floor(counts.f1(matched) * 1e4) / 1e4 for matched in (counts.loose, counts.strict)))
