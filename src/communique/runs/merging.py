"""The files of a run become part of the record: its readings with their words, its failures; once, however often."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import RunError
from communique.records import Document, DocumentInfo, Failure, Reading
from communique.runs.gathering import MANIFEST, Manifest, Output
from communique.runs.ingest import PORTION, Progress, import_readings
from communique.runs.parts import EXTRA
from communique.store import Entry, Store
from communique.store.outlets import Override, outlet_of

_READING = msgspec.json.Decoder(Reading)
_MANIFEST = msgspec.json.Decoder(Manifest)
_ROWS = 256


def merge(
    store: Store,
    folder: Path,
    *,
    overrides: Sequence[Override] = (),
    told: Callable[[Progress], object] | None = None,
) -> Progress:
    """Takes a finished run into the record and links it; a text that the record has by that edition is left alone.

    Raises: RunError: no finished run, or a file of it that is not as it was written. StoreError: as for `ingest`.
    """
    manifest = manifest_of(folder)
    for part in manifest.parts:
        check(folder, part)
    results = _results(folder, manifest, overrides)
    return import_readings(store, results, manifest.edition, portion=PORTION, told=told)


def manifest_of(folder: Path) -> Manifest:
    """The manifest of a finished run. Raises: RunError: none there, or one that cannot be read."""
    try:
        return _MANIFEST.decode((folder / MANIFEST).read_bytes())
    except FileNotFoundError as error:
        raise RunError(f"{folder}: found no {MANIFEST}; want the folder of a finished run") from error
    except (OSError, msgspec.DecodeError) as error:
        raise RunError(f"{folder}: {error}; want the folder of a finished run") from error


def check(folder: Path, part: Output) -> None:
    """Raises: RunError: the file of a part is not there, or has other bytes than were written."""
    try:
        with (folder / part.file).open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise RunError(f"{folder / part.file}: {(error.strerror or '').lower()}; want all parts of the run") from error
    if found != part.sha256:
        raise RunError(f"{folder / part.file}: found other bytes than the run wrote; want the file as it was")


def rows(folder: Path, manifest: Manifest, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Every row of a run, part by part; of some columns only, where named."""
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise RunError(EXTRA) from error
    for part in manifest.parts:
        with pq.ParquetFile(folder / part.file) as file:
            for batch in file.iter_batches(_ROWS, columns=columns):
                yield from batch.to_pylist()


def _results(
    folder: Path, manifest: Manifest, overrides: Sequence[Override]
) -> Iterator[tuple[Reading | Failure, Entry | None]]:
    for row in rows(folder, manifest):
        if row["reading"] is None:
            yield Failure(document=_info(row), error=row["error"]), None
            continue
        reading = _READING.decode(row["reading"])
        document = Document(**{name: row[name] for name in Document.__struct_fields__})
        yield reading, Entry(reading, outlet_of(reading.document, overrides), document)


def _info(row: dict[str, Any]) -> DocumentInfo:
    heads = {name: row[name] for name in ("source", "url", "title", "published", "language")}
    return DocumentInfo(id=row["document"], sha256=row["sha256"] or "", **heads)
