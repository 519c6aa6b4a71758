"""A part of a plan becomes a Parquet file of what its texts state, and a summary of what was read and passed over."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from communique.documents import open_documents
from communique.documents.files import opened
from communique.documents.passing import PassedOver, Reason
from communique.errors import RunError
from communique.pipeline import read_document
from communique.records import Document, Failure, Reading, to_json
from communique.runs.edition import edition
from communique.runs.gates import page_gate
from communique.runs.plan import Part, Piece, Plan, beside, files_of, written
from communique.runs.workers import failure_of, read_safely, readings
from communique.visits.reprints import sketch

FOLDER = "parts"
GROUP = 500  # rows of a row group: what is held in memory
TRIES = 2  # times that a part is read in one go; from the next on, each text that may kill its process is read apart
EXTRA = "runs need daft and pyarrow; want: pip install 'communique[scale]'"


class Summary(msgspec.Struct, frozen=True):
    """What came of a part: its rows and their SHA-256 as a file, texts read, facts, failures, what was passed over.

    `inputs` are the SHA-256 of its pieces in order; None for a piece that could not be read, or that is row groups.
    """

    number: int
    rows: int
    sha256: str
    texts: int
    stated: int
    facts: int
    failures: int
    passed_over: PassedOver
    inputs: tuple[str | None, ...]


_SUMMARY = msgspec.json.Decoder(Summary)


def read_part(part: Part, plan: Plan, out: Path) -> Summary:
    """Reads a part and writes its two files, the summary last; a part that is done already is left as it is.

    The same part gives the same bytes on every machine with the same edition and the same pyarrow.
    Raises: RunError: this machine reads by another edition than the plan's; pyarrow is not installed.
    """
    if (done := summary_of(part, out)) is not None:
        return done
    if edition() != plan.edition:
        raise RunError(f"this machine has edition {edition()}; want {plan.edition}, with which the run was planned")
    tries = _count_try(part, out)
    passed: Counter[Reason] = Counter()
    counts: Counter[str] = Counter()
    texts = open_documents(
        files_of(part),
        published=plan.published,
        fields=plan.fields,
        encoding=plan.encoding,
        gate=page_gate,
        passed=lambda reason: passed.update((reason,)),
    )
    rows = _rows(texts, counts, passed, is_careful=tries > TRIES)
    path = out / FOLDER / f"{part.name}.parquet"
    sha256 = _write(rows, path)
    summary = Summary(
        number=part.number,
        rows=counts["stated"] + counts["failures"],
        sha256=sha256,
        texts=counts["texts"],
        stated=counts["stated"],
        facts=counts["facts"],
        failures=counts["failures"],
        passed_over=PassedOver.of(passed),
        inputs=tuple(map(_digest, part.pieces)),
    )
    written(path.with_suffix(".json"), msgspec.json.encode(summary))
    _tries(part, out).unlink(missing_ok=True)
    return summary


def summary_of(part: Part, out: Path) -> Summary | None:
    """The summary of a part that is done; None for one that is not, or whose file is not there."""
    path = out / FOLDER / f"{part.name}.json"
    try:
        found = _SUMMARY.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    return found if path.with_suffix(".parquet").is_file() else None


def _rows(
    texts: Iterator[Document | Failure], counts: Counter[str], passed: Counter[Reason], *, is_careful: bool
) -> Iterator[dict[str, Any]]:
    """A row for each text that states something or failed; the others are counted."""
    if is_careful:
        outcomes = readings(texts, read_document, jobs=2)
    else:
        outcomes = ((text, read_safely(text, read_document)) for text in texts)
    for text, outcome in outcomes:
        row = _row(text, outcome)
        counts["texts"] += isinstance(text, Document)
        if row["error"] is not None:
            counts["failures"] += 1
        elif row["facts"]:
            counts["stated"] += 1
            counts["facts"] += row["facts"]
        else:
            is_foreign = isinstance(outcome, Reading) and any(gap.field == "language" for gap in outcome.gaps)
            passed["other_language" if is_foreign else "nothing_stated"] += 1
            continue
        yield row


def _row(text: Document | Failure, outcome: Reading | Failure) -> dict[str, Any]:
    """A row of the file; a text that no file can hold (half characters) is a failure too."""
    if isinstance(text, Document) and isinstance(outcome, Reading) and outcome.facts:
        try:
            reading = to_json(outcome).decode()
            text.text.encode()
        except UnicodeEncodeError as fault:
            return _row(text, failure_of(text, f"{fault}; want whole characters"))
        known = {
            "text": text.text,
            "author": text.author,
            "sketch": sketch(text.text),
            "sha256": outcome.document.sha256,
        }
        return {**_head(outcome), **known, "facts": len(outcome.facts), "reading": reading, "error": None}
    error = outcome.error if isinstance(outcome, Failure) else None
    words = text.text.encode("utf-8", "replace").decode() if isinstance(text, Document) and error else None
    known = {"text": words, "author": None, "sketch": b"", "sha256": outcome.document.sha256 or None}
    return {**_head(outcome), **known, "facts": 0, "reading": None, "error": error}


def _head(outcome: Reading | Failure) -> dict[str, str | None]:
    info = outcome.document
    return {
        "document": info.id,
        "source": info.source,
        "url": info.url,
        "title": info.title,
        "published": info.published,
        "language": info.language,
    }


def _write(rows: Iterator[dict[str, Any]], path: Path) -> str:
    """Puts a Parquet file in its place whole or not at all; gives its SHA-256."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise RunError(EXTRA) from error
    names = ("document", "source", "url", "title", "published", "language", "author", "text", "sha256")
    fields = [*((name, pa.string()) for name in names), ("sketch", pa.binary()), ("facts", pa.int32())]
    schema = pa.schema([*fields, ("reading", pa.string()), ("error", pa.string())])
    new = beside(path)
    with new.open("w+b") as stream:
        with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
            held: list[dict[str, Any]] = []
            for row in rows:
                held.append(row)
                if len(held) == GROUP:
                    writer.write_table(pa.Table.from_pylist(held, schema))
                    held = []
            if held:
                writer.write_table(pa.Table.from_pylist(held, schema))
        stream.flush()
        os.fsync(stream.fileno())
        stream.seek(0)
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    new.replace(path)
    return sha256


def _digest(piece: Piece) -> str | None:
    total = hashlib.sha256()
    if piece.stretch and not piece.stretch.line:
        return None
    file = next(iter(files_of(Part(0, (piece,)))))
    try:
        if isinstance(file, Failure):
            return None
        with opened(file) as stream:
            while block := stream.read(1 << 20):
                total.update(block)
    except OSError:
        return None
    return total.hexdigest()


def _tries(part: Part, out: Path) -> Path:
    return out / FOLDER / f".{part.name}.tries"


def _count_try(part: Part, out: Path) -> int:
    """How many times the part was begun, this time included: a process that dies of a text leaves its mark."""
    path = _tries(part, out)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as stream:
        stream.write(b".")
        stream.flush()
        return stream.tell()
