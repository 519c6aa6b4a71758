"""The tables of the record become files: a set of CSV, a set of Parquet, both with their codebook page."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO, TypeAlias

from communique.errors import CommuniqueError
from communique.publish.codebook import codebook_page
from communique.publish.columns import Cell, Column
from communique.publish.tables import all_rows, tables
from communique.store import Store

Add: TypeAlias = Callable[[Sequence[Cell]], object]  # takes a row into a file
Sink: TypeAlias = Callable[[Path, Sequence[Column]], AbstractContextManager[Add]]

PAGE = "codebook.md"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")  # how formulas begin; and the mark, to take it off again
_BATCH = 10_000  # rows of one Parquet row group: some megabytes


def export_csv(store: Store, folder: Path) -> list[Path]:
    """Writes every table as `folder`/NAME.csv (UTF-8, comma, CRLF as RFC 4180) and the codebook; gives the paths.

    Unknown is an empty cell; words that a spreadsheet would run as a formula begin with an apostrophe.

    Raises: CommuniqueError: the folder cannot be written.
    """
    return _export(store, folder, _csv_sink, ".csv")


def export_parquet(store: Store, folder: Path) -> list[Path]:
    """Writes every table as `folder`/NAME.parquet and the codebook; gives the paths. Unknown is null.

    Raises: CommuniqueError: the extra `parquet` is not installed, or the folder cannot be written.
    """
    return _export(store, folder, _parquet_sink, ".parquet")


def write_csv(file: TextIO, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """Writes a head of column names and the rows; yes/no as true and false."""
    writer = csv.writer(file)
    writer.writerow([column.name for column in columns])
    writer.writerows(map(_written, rows))


def write_parquet(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """Writes rows as one Parquet file; cells that hold several values stay joined by |.

    Raises: CommuniqueError: the extra `parquet` is not installed.
    """
    with _parquet_sink(path, columns) as add:
        for row in rows:
            add(row)


def _export(store: Store, folder: Path, sink: Sink, ending: str) -> list[Path]:
    paths = {table.name: folder / f"{table.name}{ending}" for table in tables()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            add = {table.name: stack.enter_context(sink(paths[table.name], table.columns)) for table in tables()}
            for name, row in all_rows(store):
                add[name](row)
        page = folder / PAGE
        page.write_text(codebook_page(), encoding="utf-8")
    except OSError as fault:
        raise CommuniqueError(
            f"{folder}: {(fault.strerror or str(fault)).lower()}; want a folder to write to"
        ) from fault
    return [*paths.values(), page]


@contextmanager
def _csv_sink(path: Path, columns: Sequence[Column]) -> Iterator[Add]:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])
        yield lambda row: writer.writerow(_written(row))


@contextmanager
def _parquet_sink(path: Path, columns: Sequence[Column]) -> Iterator[Add]:
    arrow, parquet = _extra("pyarrow"), _extra("pyarrow.parquet")
    types = {"text": arrow.string(), "integer": arrow.int64(), "yes/no": arrow.bool_()}
    schema = arrow.schema([(column.name, types[column.kind]) for column in columns])
    waiting: list[Sequence[Cell]] = []
    with parquet.ParquetWriter(path, schema) as writer:

        def write() -> None:
            cells = zip(zip(*waiting, strict=True), schema, strict=True)
            arrays = [arrow.array(values, type=field.type) for values, field in cells]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            waiting.clear()

        def add(row: Sequence[Cell]) -> None:
            waiting.append(row)
            if len(waiting) == _BATCH:
                write()

        yield add
        if waiting:
            write()


def _written(row: Sequence[Cell]) -> list[Cell]:
    return [_cell(value) for value in row]


def _cell(value: Cell) -> Cell:
    if isinstance(value, str):  # words that begin as formulas do stand behind an apostrophe: a spreadsheet runs none
        return f"'{value}" if value.startswith(_FORMULA) else value
    return ("true" if value else "false") if isinstance(value, bool) else value


def _extra(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as fault:
        raise CommuniqueError(f"Parquet: found no {module}; want: pip install 'communique[parquet]'") from fault
