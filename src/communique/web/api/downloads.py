"""Visits and their facts as files that a spreadsheet or a notebook opens, and changes as a feed."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from litestar import Response, Router, get
from litestar.exceptions import ClientException, NotFoundException
from litestar.params import FromPath
from litestar.response import Stream

from communique.publish.columns import Cell
from communique.publish.files import write_csv, write_parquet
from communique.publish.tables import FACTS, NAMES, Placed, Table, tables
from communique.store import Filter, Store
from communique.web.asked import filter_of
from communique.web.feed import feed
from communique.web.given import GivenLook, GivenStore
from communique.web.look import Asked
from communique.web.views.rows import guest_of

AT_ONCE = 500  # visits held in memory at a time
MOST_VISITS = 20_000  # whose facts are given in one file; the whole record leaves by `communique export`
ENTRIES = 100  # of a feed
TYPES = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}

_KINDS = {NAMES[kind]: str(kind.__struct_config__.tag) for kind in FACTS}


@get("/downloads/{name:str}", sync_to_thread=True)
def download(name: FromPath[str], request: Asked, store: GivenStore) -> Response[Any]:
    """A table as a file: `visits.csv`, `visits.parquet`, or one of a kind of fact such as `commitments.csv`. The query
    picks visits as that of /visits does; columns are those of `communique export`.
    """
    table, form = _asked(name)
    want = filter_of(request.query_params)
    if table.name != "visits" and (found := store.count(want)) > MOST_VISITS:
        raise ClientException(f"Found {found:,} visits; want at most {MOST_VISITS:,} at once, or communique export")
    rows = _rows(store, table, want)
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.{form}"', "Cache-Control": "no-store"}
    if form == "csv":
        return Stream(_lines(table, rows), media_type=TYPES[form], headers=headers)
    if find_spec("pyarrow") is None:
        raise ClientException("Parquet: found no pyarrow; want: pip install 'communique[parquet]'")
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_parquet(path, table.columns, rows)
        return Response(path.read_bytes(), media_type=TYPES[form], headers=headers)


@get("/feed.atom", sync_to_thread=True)
def atom(request: Asked, store: GivenStore, look: GivenLook) -> Response[bytes]:
    """The latest visits that came in or changed, as an Atom feed; the query narrows it as that of /visits does."""
    words = look.words
    content = feed(
        store.changes(filter_of(request.query_params, limit=ENTRIES)),
        title="communique",
        site=str(request.base_url).rstrip("/"),
        address=look.here(),
        said=lambda one: words(
            "visits.in_a_line",
            guest=guest_of(one, words),
            country=words.country(one.guest_country),
            host=words.country(one.host_country),
            days=words.dates(one),
        ),
    )
    return Response(content, media_type="application/atom+xml; charset=utf-8")


def _asked(name: str) -> tuple[Table, str]:
    stem, _, form = name.rpartition(".")
    found = {table.name: table for table in tables()}
    if form not in TYPES or stem not in {"visits", *_KINDS}:
        raise NotFoundException(f"Found no file {name!r}; want {', '.join(['visits', *_KINDS])} as .csv or .parquet")
    return found[stem], form


def _rows(store: Store, table: Table, want: Filter) -> Iterator[list[Cell]]:
    for start in count(0, AT_ONCE):
        visits = store.visits(msgspec.structs.replace(want, limit=AT_ONCE, offset=start))
        if table.name == "visits":
            yield from ([column.read(one) for column in table.columns] for one in visits)
        else:
            facts = store.facts([one.id for one in visits], [_KINDS[table.name]])
            placed = (Placed(one.fact, one.document, one.visit, False) for one in facts)
            yield from ([column.read(one) for column in table.columns] for one in placed)
        if len(visits) < AT_ONCE:
            return


def _lines(table: Table, rows: Iterator[Sequence[Cell]]) -> Iterator[str]:
    """The file in portions of some rows."""
    is_first = True
    waiting: list[Sequence[Cell]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == AT_ONCE:
            yield _written(table, waiting, headed=is_first)
            waiting, is_first = [], False
    if waiting or is_first:
        yield _written(table, waiting, headed=is_first)


def _written(table: Table, rows: Sequence[Sequence[Cell]], *, headed: bool) -> str:
    file = io.StringIO(newline="")
    write_csv(file, table.columns, rows)
    text = file.getvalue()
    return text if headed else text.partition("\r\n")[2]


router = Router("/", route_handlers=[download, atom], tags=["downloads"])
