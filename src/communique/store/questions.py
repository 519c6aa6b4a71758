"""A record becomes answers: visits, facts, texts, counts, what is to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from communique.analysis.courtesies import Courtesy
from communique.records import Failure, Reading
from communique.store import asking, changing, counting, doubting, filtering, judging, saving, schema, searching
from communique.store.engine import reading
from communique.store.rows import reading_of
from communique.store.types import Change, Counts, Doubts, Filter, Hit, StoredDocument, StoredFact, WayCount, YearCount
from communique.visits.model import Judgement, LinkScore, ReviewItem, Source, Visit

ALL = Filter()


class Questions:
    """What a record can be asked. No answer writes; each sees the last settled state."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

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

    def courtesies_before(self, visit: Visit) -> dict[tuple[Courtesy, ...], int]:
        """How many of the host's earlier visits had which courtesies: of visits of the same declared kind, by guests of
        the same office rank, not cancelled, of which some courtesy is told.
        """
        with reading(self._engine) as connection:
            return counting.courtesies_before(connection, visit)

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

    def doubts(self) -> Doubts:
        """How many questions of each sort the record has for an editor."""
        with reading(self._engine) as connection:
            return doubting.counted(connection)

    def question(self, ask: str, at: int) -> ReviewItem | None:
        """The question of a sort (`link`, `value`, `fact`) at a place of its queue, latest first; None past its end."""
        with reading(self._engine) as connection:
            return next(iter(doubting.questions(connection, ask, at=at, limit=1)), None)

    def changes(self, want: Filter = ALL, *, after: str | None = None) -> list[Change]:
        """The visits asked for that came in or changed, latest change first; with `after` (RFC 3339, UTC) those that
        changed after that time.
        """
        with reading(self._engine) as connection:
            return filtering.changes(connection, want, after)

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
