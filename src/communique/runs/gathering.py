"""Parts become one run: which texts are reprints of which, and a manifest of inputs, files and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import msgspec

from communique.documents.passing import PassedOver
from communique.errors import RunError
from communique.runs.parts import FOLDER, Summary, summary_of
from communique.runs.plan import Piece, Plan, beside, written
from communique.visits import reprints

PLAN, MANIFEST, REPRINTS = "plan.json", "manifest.json", "reprints.parquet"
_LATEST = "9999"
_PLAN = msgspec.json.Decoder(Plan)


class Input(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file or a stretch of it (bytes, or row groups where `line` is 0), and the SHA-256 of its bytes."""

    path: str
    size: int
    sha256: str | None
    start: int | None = None
    end: int | None = None
    line: int | None = None


class Output(msgspec.Struct, frozen=True):
    """A file of the run: its rows, and its SHA-256."""

    file: str
    rows: int
    sha256: str


class Counts(msgspec.Struct, frozen=True):
    """Of the whole run: texts read, those that state something, facts, failures; texts that came again word for word
    under one address, and those that reprint another (see `reprints.parquet`).
    """

    texts: int
    stated: int
    facts: int
    failures: int
    repeated: int
    reprints: int


class Manifest(msgspec.Struct, frozen=True):
    """What a run read and made, without a clock: the same run gives the same manifest."""

    communique: str
    edition: str
    inputs: tuple[Input, ...]
    parts: tuple[Output, ...]
    counts: Counts
    passed_over: PassedOver
    failures: tuple[str, ...] = ()


def save_plan(plan: Plan, out: Path) -> None:
    """Keeps the plan in the folder of the run. Raises: RunError: the folder holds another run, or something else."""
    path = out / PLAN
    try:
        (out / FOLDER).mkdir(parents=True, exist_ok=True)
        if path.is_file():
            if _PLAN.decode(path.read_bytes()) != plan:
                raise RunError(f"{out}: found a run of other inputs, options or edition; want an empty folder")
            return
        if any(entry.name != FOLDER for entry in out.iterdir()):
            raise RunError(f"{out}: found other files; want an empty folder, or that of a run to go on with")
        written(path, msgspec.json.format(msgspec.json.encode(plan)))
    except (OSError, msgspec.DecodeError) as error:
        raise RunError(f"{out}: {error}; want a folder that may be written to") from error


def gather(plan: Plan, out: Path) -> Manifest:
    """Finds the reprints of the whole run and writes the manifest, the last file of a run that is done.

    Raises: RunError: a part is not there.
    """
    summaries = [_summary(plan, number, out) for number in range(len(plan.parts))]
    repeated, copies = _write_reprints([out / FOLDER / f"{part.name}.parquet" for part in plan.parts], out / REPRINTS)
    inputs = (
        _input(piece, sha256)
        for part, summary in zip(plan.parts, summaries, strict=True)
        for piece, sha256 in zip(part.pieces, summary.inputs, strict=True)
    )
    manifest = Manifest(
        communique=plan.communique,
        edition=plan.edition,
        inputs=tuple(inputs),
        parts=tuple(
            Output(f"{FOLDER}/{part.name}.parquet", summary.rows, summary.sha256)
            for part, summary in zip(plan.parts, summaries, strict=True)
        ),
        counts=Counts(
            **{name: sum(getattr(one, name) for one in summaries) for name in ("texts", "stated", "facts")},
            failures=sum(one.failures for one in summaries) + len(plan.failures),
            repeated=repeated,
            reprints=copies,
        ),
        passed_over=reduce(add, (one.passed_over for one in summaries), PassedOver()),
        failures=tuple(failure.error for failure in plan.failures),
    )
    for left in (*out.glob(".*.new"), *(out / FOLDER).glob(".*")):  # by processes that were killed
        left.unlink(missing_ok=True)
    written(out / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
    return manifest


def _summary(plan: Plan, number: int, out: Path) -> Summary:
    summary = summary_of(plan.parts[number], out)
    if summary is None:
        raise RunError(f"{out}: {plan.parts[number].name} is not there; the same command goes on from here")
    return summary


def _input(piece: Piece, sha256: str | None) -> Input:
    stretch = piece.stretch
    if stretch is None:
        return Input(piece.path, piece.size, sha256)
    return Input(piece.path, piece.size, sha256, stretch.start, stretch.end, stretch.line)


def _write_reprints(parts: Sequence[Path], path: Path) -> tuple[int, int]:
    """Writes which text each reprint is of; gives how many texts came again, and how many are reprints.

    The first published of a group is the original, then the smaller id, as in the record.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    sketches: dict[str, bytes] = {}
    published: dict[str, str] = {}
    words: dict[str, str] = {}
    equal: list[tuple[str, str]] = []
    rows = 0
    for row in _stated(parts):
        rows += 1
        name = row["document"]
        if name not in sketches:
            sketches[name], published[name] = row["sketch"], row["published"] or _LATEST
            equal.append((name, words.setdefault(row["sha256"], name)))
    group = reprints.groups(sketches, equal)
    original = _originals(group, published)
    pairs = sorted((name, original[group[name]]) for name in group if original[group[name]] != name)
    columns = {"document": [one for one, _ in pairs], "reprint_of": [other for _, other in pairs]}
    new = beside(path)
    pq.write_table(pa.table(columns, pa.schema([("document", pa.string()), ("reprint_of", pa.string())])), new)
    new.replace(path)
    return rows - len(sketches), len(pairs)


def _stated(parts: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The rows that hold a reading, without it."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    for path in parts:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(columns=["document", "published", "sha256", "sketch", "facts"]):
                yield from (row for row in batch.to_pylist() if row["facts"])


def _originals(group: Mapping[str, str], published: Mapping[str, str]) -> dict[str, str]:
    original: dict[str, str] = {}
    for name in sorted(group, key=lambda name: (published[name], name)):
        original.setdefault(group[name], name)
    return original


def told_of(manifest: Manifest) -> str:
    """What came of a run, in a few lines."""
    counts = manifest.counts
    return (
        f"{len(manifest.inputs):,} inputs, {len(manifest.parts):,} parts: {counts.texts:,} texts read, "
        f"{counts.stated:,} state {counts.facts:,} facts\n"
        f"passed over {manifest.passed_over.total:,}: {manifest.passed_over}\n"
        f"{counts.repeated:,} came again, {counts.reprints:,} reprint another, {counts.failures:,} were not read"
    )
