"""A database address becomes an engine with the habits that the record needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from communique.errors import StoreError

WAIT = 60  # seconds that a writer waits for another
_LOCK = 7_266_713  # of PostgreSQL's advisory locks: one writer at a time


def open_engine(url: str, *, is_there: bool = False) -> sa.Engine:
    """The engine for a file path, `sqlite:///PATH` or `postgresql://…`.

    Raises: StoreError: an address of another kind, the driver is not installed, or with `is_there` a file that is not.
    """
    scheme = url.partition("://")[0] if "://" in url else "sqlite"
    if scheme in {"postgresql", "postgres", "postgresql+psycopg"}:
        rest = url.partition("://")[2]
        try:
            return sa.create_engine(f"postgresql+psycopg://{rest}", pool_pre_ping=True)
        except ModuleNotFoundError as fault:
            raise StoreError(f"{url}: no driver found; want: pip install 'communique[postgres]'") from fault
    if scheme != "sqlite":
        raise StoreError(f"{url}: found a database of kind {scheme!r}; want a file, sqlite:/// or postgresql://")
    path = url.removeprefix("sqlite:///") if "://" in url else url
    if not Path(path).absolute().parent.is_dir():
        raise StoreError(f"{path}: found no folder {Path(path).absolute().parent}; want one that exists")
    if is_there and not Path(path).is_file():
        raise StoreError(f"{path}: found no such file; want a record: communique ingest makes one")
    engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT})
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not guessed by the driver
    for pragma in (
        *("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"),
        *("cache_size = -65536", "temp_store = MEMORY", "mmap_size = 1073741824"),
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that sees one state of the record throughout and never waits for a writer."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with _named(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in one transaction, the only writer: all of it is kept at the end, or nothing if it fails."""
    with _named(engine), engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection


@contextmanager
def _named(engine: sa.Engine) -> Iterator[None]:
    """What the database finds at fault, in one line with its address."""
    try:
        yield
    except sa.exc.DBAPIError as fault:
        found = str(fault.orig).strip().splitlines()[0]
        raise StoreError(f"{engine.url.render_as_string(hide_password=True)}: {found}") from fault
