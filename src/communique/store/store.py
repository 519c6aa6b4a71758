"""A database address becomes a record that can be asked, added to and corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Lock

import sqlalchemy as sa

from communique.errors import StoreError
from communique.records import Failure
from communique.store import changing, judging, saving, schema, settling
from communique.store.accounts import Accounts
from communique.store.engine import open_engine, reading, writing
from communique.store.questions import Questions
from communique.store.saving import Entry, Saved
from communique.visits.model import Judgement, Source


class Store(Questions):
    """The record. Asking never writes, and sees the last settled state; several may ask beside one who writes."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], str]) -> None:
        """Takes an engine, and a clock that gives the time as RFC 3339, UTC."""
        super().__init__(engine)
        self._clock = clock
        self._lock = Lock()
        self.written = 0
        """The record's edition after the last write of this very store; 0 before the first."""
        self.accounts = Accounts(engine)

    def save(self, entries: Sequence[Entry], codebook: str, failures: Iterable[Failure] = ()) -> Saved:
        """Saves readings and failures, all in one transaction: once this returns they outlive any crash. A text saved
        before is left as it is, or read anew if the codebook differs. Visits follow with `settle`.

        Raises: StoreError: a text has the id of another, or the database cannot be written.
        """
        with self._changing() as connection:
            saved = saving.save(connection, entries, codebook)
            saving.save_failures(connection, failures)
            return saved

    def assign(self, outlets: Mapping[str, Source]) -> int:
        """Says anew who published texts, by document id; gives how many changed. Visits follow with `settle`.

        Raises: StoreError: the database cannot be written.
        """
        with self._changing() as connection:
            return saving.assign(connection, outlets)

    def settle(self) -> int:
        """Computes the visits of all dyads that are due, some at a time; gives how many dyads that were."""
        done = 0
        while self.pending():
            with self._changing() as connection:
                done += settling.settle(connection, self._clock())
        return done

    def judge(self, judgement: Judgement) -> int:
        """Keeps a judgement, links anew what it touches, and gives its id.

        Raises: StoreError: an unknown fact, a part missing, or a value that the attribute cannot have.
        """
        with self._changing() as connection:
            number = judging.keep(connection, judgement)
        self.settle()
        return number

    def undo(self, judgement_id: int, who: str, when: str) -> None:
        """Withdraws a judgement; its row stays. Raises: StoreError: unknown, or withdrawn already."""
        with self._changing() as connection:
            judging.withdraw(connection, judgement_id, who, when)
        self.settle()

    @contextmanager
    def _changing(self) -> Iterator[sa.Connection]:
        with changing.changing(self._engine) as connection:
            yield connection
        edition = self.edition()
        with self._lock:
            self.written = max(self.written, edition)

    def close(self) -> None:
        """Lets the database go."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def utc_now(after: timedelta = timedelta()) -> str:
    """The time by the machine's clock, or some while from now: RFC 3339, UTC, to the second."""
    return (datetime.now(UTC) + after).strftime("%Y-%m-%dT%H:%M:%SZ")


def open_store(
    url: str, *, read_only: bool = False, is_there: bool = False, clock: Callable[[], str] = utc_now
) -> Store:
    """The record at a file path, `sqlite:///PATH`, or `postgresql://…`; made or migrated if need be.

    `clock` gives the time that is noted beside visits that change.
    With `is_there` it is not made, and with `read_only` not migrated either: it must be there and of today's version.
    Raises: StoreError: not reachable, not a record, or of a newer version than this program knows.
    """
    engine = open_engine(url, is_there=read_only or is_there)
    with reading(engine) as connection:
        found = schema.version(connection)
    if read_only and found != schema.VERSION:
        raise StoreError(f"{url}: found a record of version {found}; want {schema.VERSION}: open it for writing once")
    if found != schema.VERSION:
        with writing(engine) as connection:
            schema.migrate(connection)
    store = Store(engine, clock)
    if 0 < found < schema.VERSION:
        store.settle()
    return store
