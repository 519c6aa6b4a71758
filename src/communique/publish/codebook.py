"""The tables of the exports become their codebook page: every column, its type, its allowed values, its meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from communique.publish.columns import Column
from communique.publish.tables import Table, tables

HEAD = """\
# Codebook of the exported tables

One table a file. Text is UTF-8. An empty cell is unknown or does not apply: it never means no. Days are ISO 8601,
dates are EDTF (`2023-02`, `2023-12-04~`, `2023-02-28/2023-03-02`). Countries are ISO 3166-1 alpha-3, bodies have the
codes of the record. A cell that holds several values has `|` between them (`\\|` and `\\\\` stand for the marks
themselves). Ids are the same in every table and every run. This page is generated from the program's types.
"""


def codebook_page() -> str:
    """The page in Markdown, the same on every run."""
    return "\n".join([HEAD, *(line for table in tables() for line in _table(table))]).rstrip() + "\n"


def meaning(table: str, column: str) -> str:
    """What a column means, in a few words. Raises: KeyError: the file of meanings lacks it."""
    found = _meanings()
    return found.get(f"{table}.{column}") or found[column]


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield table.row
    yield ""
    yield "| column | type | allowed | meaning |"
    yield "|---|---|---|---|"
    for column in table.columns:
        allowed = ", ".join(f"`{value}`" for value in column.allowed) or (
            "`true`, `false`" if column.kind == "yes/no" else ""
        )
        yield f"| `{column.name}` | {_type(column)} | {allowed} | {meaning(table.name, column.name)} |"
    yield ""


def _type(column: Column) -> str:
    return f"{column.kind}, several" if column.is_list else column.kind


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    text = files("communique.publish").joinpath("data/meanings.toml").read_text("utf-8")
    return {str(name): str(words) for name, words in tomllib.loads(text).items()}
