"""A database address becomes a record that can be asked, added to and corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import sqlalchemy as sa

from communique.errors import StoreError
from communique.records import Failure, Reading
from communique.store import (
    asking,
    changing,
    counting,
    doubting,
    filtering,
    judging,
    saving,
    schema,
    searching,
    settling,
)
from communique.store.accounts import Accounts
from communique.store.engine import open_engine, reading, writing
from communique.store.rows import reading_of
from communique.store.saving import Entry, Saved
from communique.store.types import Counts, Filter, Hit, StoredDocument, StoredFact, WayCount, YearCount
from communique.visits.model import Judgement, LinkScore, ReviewItem, Source, Visit

ALL = Filter()


class Store:
    """The record. Asking never writes, and sees the last settled state; several may ask beside one who writes."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], str]) -> None:
        """Takes an engine, and a clock that gives the time as RFC 3339, UTC."""
        self._engine = engine
        self._clock = clock
        self.accounts = Accounts(engine)

    def visits(self, want: Filter = ALL) -> list[Visit]:
        """The visits asked for, by first day, then id, or the latest first; those of unknown day last."""
        with reading(self._engine) as connection:
            return filtering.visits(connection, want)

    def count(self, want: Filter = ALL) -> int:
        """How many visits fit, whatever the limit."""
        with reading(self._engine) as connection:
            return filtering.count(connection, want)

    def counts(self) -> Counts:
        """How much the record holds: visits, texts, countries, and its span of days."""
        with reading(self._engine) as connection:
            return filtering.counts(connection)

    def ways(self, want: Filter = ALL) -> list[WayCount]:
        """How many of the visits asked for went which way, most first, then by guest and host."""
        with reading(self._engine) as connection:
            return counting.by_way(connection, want)

    def years(self, want: Filter = ALL) -> list[YearCount]:
        """How many of the visits asked for began in which year, oldest first; undated ones are left out."""
        with reading(self._engine) as connection:
            return counting.by_year(connection, want)

    def visit(self, visit_id: str) -> Visit:
        """The visit of that id, or the one that a former id has become.

        Raises: NotInRecordError: no visit has or had that id.
        """
        with reading(self._engine) as connection:
            return asking.visit(connection, visit_id)

    def facts(self, visit_ids: str | Iterable[str], kinds: Sequence[str] = ()) -> list[StoredFact]:
        """The facts of one visit or several, of all kinds or those named, by published, document, then place in
        the text. Facts that an editor rejected, and facts of an older reading, are left out.
        """
        names = [visit_ids] if isinstance(visit_ids, str) else visit_ids
        with reading(self._engine) as connection:
            return asking.facts(connection, names, kinds)

    def fact(self, fact_id: str) -> StoredFact:
        """One fact by id, rejected or not, of whatever reading. Raises: NotInRecordError: unknown."""
        with reading(self._engine) as connection:
            return asking.fact(connection, fact_id)

    def meetings(self, between: tuple[str, str] | None = None, since: str | None = None) -> list[StoredFact]:
        """Meetings that belong to no visit (third countries, sidelines, calls), by date."""
        with reading(self._engine) as connection:
            return asking.meetings(connection, between, since)

    def tour(self, visit_id: str) -> list[Visit]:
        """The legs of the journey that a visit is part of, itself included, in order of days: the same guest in one
        country after another with at most two days between.
        """
        with reading(self._engine) as connection:
            return asking.tour(connection, visit_id)

    def documents(self, ids: Iterable[str] | None = None) -> list[StoredDocument]:
        """Texts without their words, by published then id: all, or those named."""
        with reading(self._engine) as connection:
            return asking.documents(connection, ids)

    def document(self, document_id: str) -> StoredDocument:
        """One text with its words. Raises: NotInRecordError: unknown."""
        with reading(self._engine) as connection:
            return asking.document(connection, document_id)

    def reading(self, document_id: str) -> Reading:
        """All that is read in one text today, with its flaws and gaps. Raises: NotInRecordError: unknown."""
        with reading(self._engine) as connection:
            return asking.reading(connection, document_id)

    def sources(self) -> list[Source]:
        """All outlets that published a text of the record, by id."""
        with reading(self._engine) as connection:
            return asking.sources(connection)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Texts that hold all the words (a quoted phrase side by side), best first."""
        with reading(self._engine) as connection:
            return searching.search(connection, words, limit)

    def links(self, visit_id: str) -> list[LinkScore]:
        """Why the tellings of a visit were linked: for each its best pair with its reasons, best first."""
        with reading(self._engine) as connection:
            return asking.links(connection, visit_id)

    def judgements(self, active_only: bool = True) -> list[Judgement]:
        """What editors decided, oldest first."""
        with reading(self._engine) as connection:
            return judging.listed(connection, active_only=active_only)

    def review(self, limit: int = 50) -> list[ReviewItem]:
        """What an editor should look at, at most `limit` of each sort: unsure links, contested values, and visits that
        rest on little (`visits.review.is_thin`); each sort latest first.
        """
        with reading(self._engine) as connection:
            return doubting.review(connection, limit)

    def changes(self, since: str | None = None, limit: int = 50) -> list[changing.Change]:
        """The visits that came in or changed, latest first; with `since` (RFC 3339, UTC) those after that time."""
        with reading(self._engine) as connection:
            return changing.listed(connection, since, limit)

    def edition(self) -> int:
        """A number that every write to the record raises: what was answered under one edition holds under it."""
        with reading(self._engine) as connection:
            return changing.edition(connection)

    def failures(self) -> list[Failure]:
        """The texts that could not be read, by document id."""
        with reading(self._engine) as connection:
            return asking.failures(connection)

    def readings(self) -> Iterator[Reading]:
        """Every text's reading of today, by document id: what `save` takes, so that an export imports to an equal
        record. Texts come without their words.
        """
        with reading(self._engine) as connection:
            rows = connection.execute(schema.documents.select().order_by(schema.documents.c.id)).all()
            for row in rows:
                f = schema.facts.c
                facts = sa.select(f.record).where(f.document == row.id, f.active == 1).order_by(f.position)
                yield reading_of(row, connection.execute(facts).scalars())

    def known(self, document_ids: Iterable[str], codebook: str) -> set[str]:
        """Those of the texts that are saved as read with this codebook."""
        d = schema.documents.c
        with reading(self._engine) as connection:
            return {
                name
                for chunk in saving.chunks(sorted(set(document_ids)))
                for name in connection.execute(sa.select(d.id).where(d.id.in_(chunk), d.codebook == codebook)).scalars()
            }

    def pending(self) -> int:
        """How many dyads have facts or judgements that their visits do not show yet; `settle` brings it to 0."""
        with reading(self._engine) as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(schema.dirty)).scalar_one())

    def save(self, entries: Sequence[Entry], codebook: str, failures: Iterable[Failure] = ()) -> Saved:
        """Saves readings and failures, all in one transaction: once this returns they outlive any crash. A text saved
        before is left as it is, or read anew if the codebook differs. Visits follow with `settle`.

        Raises: StoreError: a text has the id of another, or the database cannot be written.
        """
        with changing.changing(self._engine) as connection:
            saved = saving.save(connection, entries, codebook)
            saving.save_failures(connection, failures)
            return saved

    def assign(self, outlets: Mapping[str, Source]) -> int:
        """Says anew who published texts, by document id; gives how many changed. Visits follow with `settle`.

        Raises: StoreError: the database cannot be written.
        """
        with changing.changing(self._engine) as connection:
            return saving.assign(connection, outlets)

    def settle(self) -> int:
        """Computes the visits of all dyads that are due, some at a time; gives how many dyads that were."""
        done = 0
        while self.pending():
            with changing.changing(self._engine) as connection:
                done += settling.settle(connection, self._clock())
        return done

    def judge(self, judgement: Judgement) -> int:
        """Keeps a judgement, links anew what it touches, and gives its id.

        Raises: StoreError: an unknown fact, a part missing, or a value that the attribute cannot have.
        """
        with changing.changing(self._engine) as connection:
            number = judging.keep(connection, judgement)
        self.settle()
        return number

    def undo(self, judgement_id: int, who: str, when: str) -> None:
        """Withdraws a judgement; its row stays. Raises: StoreError: unknown, or withdrawn already."""
        with changing.changing(self._engine) as connection:
            judging.withdraw(connection, judgement_id, who, when)
        self.settle()

    def close(self) -> None:
        """Lets the database go."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def utc_now() -> str:
    """The time by the machine's clock: RFC 3339, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
