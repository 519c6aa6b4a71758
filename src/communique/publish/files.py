"""The tables of the record become files: a set of CSV, a set of Parquet, both with their codebook page."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from communique.errors import CommuniqueError
from communique.publish.codebook import codebook_page
from communique.publish.columns import Cell, Column
from communique.publish.tables import rows_of, tables
from communique.store import Store

PAGE = "codebook.md"
_BATCH = 10_000  # rows of one Parquet row group: some megabytes


def export_csv(store: Store, folder: Path) -> list[Path]:
    """Writes every table as `folder`/NAME.csv (UTF-8, comma, CRLF as RFC 4180) and the codebook; gives the paths.

    Unknown is an empty cell. Raises: CommuniqueError: the folder cannot be written.
    """
    written = []
    for table in tables():
        path = _room(folder) / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            write_csv(file, table.columns, rows_of(store, table))
        written.append(path)
    return [*written, _page(folder)]


def export_parquet(store: Store, folder: Path) -> list[Path]:
    """Writes every table as `folder`/NAME.parquet and the codebook; gives the paths. Unknown is null.

    Raises: CommuniqueError: the extra `parquet` is not installed, or the folder cannot be written.
    """
    written = []
    for table in tables():
        path = _room(folder) / f"{table.name}.parquet"
        write_parquet(path, table.columns, rows_of(store, table))
        written.append(path)
    return [*written, _page(folder)]


def write_csv(file: TextIO, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """Writes a head of column names and the rows; yes/no as true and false."""
    writer = csv.writer(file)
    writer.writerow([column.name for column in columns])
    writer.writerows([_written(value) for value in row] for row in rows)


def write_parquet(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """Writes rows as one Parquet file; cells that hold several values stay joined by |.

    Raises: CommuniqueError: the extra `parquet` is not installed.
    """
    arrow, parquet = _extra("pyarrow"), _extra("pyarrow.parquet")
    types = {"text": arrow.string(), "integer": arrow.int64(), "yes/no": arrow.bool_()}
    schema = arrow.schema([(column.name, types[column.kind]) for column in columns])
    with parquet.ParquetWriter(path, schema) as writer:
        for batch in _batches(rows):
            arrays = [
                arrow.array(cells, type=field.type)
                for cells, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _written(value: Cell) -> Cell:
    return ("true" if value else "false") if isinstance(value, bool) else value


def _batches(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _page(folder: Path) -> Path:
    path = _room(folder) / PAGE
    path.write_text(codebook_page(), encoding="utf-8")
    return path


def _room(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CommuniqueError(f"{folder}: {fault.strerror}; want a folder to write to") from fault
    return folder


def _extra(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as fault:
        raise CommuniqueError(f"Parquet: found no {module}; want: pip install 'communique[parquet]'") from fault
