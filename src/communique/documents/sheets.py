"""Turns a CSV or TSV file, as spreadsheets write it, into Documents, a Failure for every row that holds none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from communique.documents.identity import failed
from communique.documents.limits import MAX_TEXT
from communique.documents.rows import RowReader
from communique.errors import DocumentError
from communique.records import Document, Failure

_BETWEEN = ",;\t"  # a spreadsheet writes `;` where the comma stands in numbers
csv.field_size_limit(MAX_TEXT)


def read_sheet(source: str, text: str, rows: RowReader) -> Iterator[Document | Failure]:
    """Every row below the first, which names the columns; they are taken as keys of a JSON row.

    What stands most often in the first line, comma, semicolon or tab, is between the cells. `source` of a row is
    `path#id`, or `path:number` as the spreadsheet counts (the first below the names is 2) if it has no id.
    Raises: DocumentError: a file without rows or without the column of the text, or broken quotes.
    """
    first = text.partition("\n")[0]
    sheet = csv.reader(io.StringIO(text, newline=""), delimiter=max(_BETWEEN, key=first.count))
    is_blank = True
    try:
        columns = [name.strip() for name in next(sheet, ())]
        rows.check_columns(columns)
        for number, cells in enumerate(sheet, start=2):
            if any(map(str.strip, cells)):
                is_blank = False
                yield _row(source, number, columns, cells, rows)
    except csv.Error as error:
        raise DocumentError(f"broken CSV ({error}); want a quote at both ends of a cell") from error
    if is_blank:
        raise DocumentError("no row below the names of the columns; want one for each text")


def _row(source: str, number: int, columns: list[str], cells: list[str], rows: RowReader) -> Document | Failure:
    if len(cells) > len(columns):
        fault = f"{len(cells)} cells under {len(columns)} columns; want quotes around a cell that holds such a mark"
        return failed(f"{source}:{number}", fault)
    cells += [""] * (len(columns) - len(cells))
    return rows.from_object(source, number, dict(zip(columns, cells, strict=True)))
