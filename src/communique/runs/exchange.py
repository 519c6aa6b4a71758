"""JSON Lines made elsewhere become part of the record: the export of a record, or readings as `read` prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from communique.errors import StoreError
from communique.publish.jsonl import import_jsonl
from communique.records import BROKEN_JSON, Failure, Reading
from communique.runs.ingest import Progress, import_readings
from communique.store import Store
from communique.store.outlets import Override

CODEBOOK = "import"  # what stands as the codebook of readings that do not say theirs
_READING = msgspec.json.Decoder(Reading)
_FAILURE = msgspec.json.Decoder(Failure)


def import_file(store: Store, path: Path, *, overrides: Sequence[Override] = ()) -> tuple[Progress, tuple[str, ...]]:
    """Takes a file into the record and links it; gives what came of it, and of an export further what came in words.

    `overrides` name the outlets of readings; an export brings its own. Rows of texts that could not be read elsewhere
    are passed over.
    Raises: StoreError: the file cannot be read, or a line is neither a reading nor of an export.
    """
    try:
        with path.open(encoding="utf-8") as file:
            first = next(file, "")
            lines = chain([first], file)
            if '"record":' in first[:20]:
                return _import_export(store, lines)
            return import_readings(store, _readings(path, lines), CODEBOOK, overrides=overrides), ()
    except (OSError, UnicodeDecodeError) as fault:
        raise StoreError(f"{path}: {fault}; want JSON Lines in UTF-8") from fault


def _import_export(store: Store, lines: Iterable[str]) -> tuple[Progress, tuple[str, ...]]:
    before = len(store.documents())
    count = import_jsonl(store, lines)
    new = len(store.documents()) - before
    told = [f"{count[what]:,} {what}" for what in ("failures", "judgements", "orphans") if count[what]]
    return Progress(new=new, known=count["texts"] - new), tuple(told)


def _readings(path: Path, lines: Iterable[str]) -> Iterator[tuple[Reading, None]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _READING.decode(line), None
        except BROKEN_JSON as fault:
            if _is_failure(line):
                continue
            raise StoreError(f"{path}:{number}: {fault}; want a reading, as `read --format json` prints it") from fault


def _is_failure(line: str) -> bool:
    try:
        _FAILURE.decode(line)
    except BROKEN_JSON:
        return False
    return True
