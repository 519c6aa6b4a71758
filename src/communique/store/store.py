"""A database address becomes a record that can be asked (every public method of `Store`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from communique.records import AnyFact, Failure
from communique.visits.model import Judgement, LinkScore, ReviewItem, Source, Visit


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which visits: every given field must hold. Countries are ISO 3166-1 alpha-3; days ISO, both ends included.

    `between` is a dyad in either direction. `since` and `until` hold a visit whose known span of days touches them.
    `person` is part of the guest's or host's name. `status` None means all but cancelled.
    """

    guest: str | None = None
    host: str | None = None
    between: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    status: Literal["completed", "ongoing", "planned", "cancelled", "any"] | None = None
    person: str | None = None
    limit: int | None = None
    offset: int = 0


class StoredDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was saved; `text` is filled by `Store.document` only."""

    id: str
    source: Source
    title: str | None
    url: str | None
    published: str | None
    language: str | None
    sha256: str
    origin: str
    codebook: str
    facts: int
    text: str | None = None


class StoredFact(msgspec.Struct, frozen=True):
    """A fact, the text that states it, who publishes that text, and the visit of the record it belongs to."""

    fact: AnyFact
    document: str
    source: Source
    published: str | None
    visit: str | None


class Hit(msgspec.Struct, frozen=True):
    """A text that a search found; `snippet` has the words found between [ and ]. Best first by `score` (higher)."""

    document: str
    title: str | None
    published: str | None
    source: str
    snippet: str
    score: float


class Store:
    """The record. Reading methods never write and see the last settled state; several readers beside one writer."""

    def visits(self, want: Filter = Filter()) -> list[Visit]:
        """The visits asked for, by first day, then id (unknown days last)."""
        raise NotImplementedError

    def visit(self, visit_id: str) -> Visit:
        """The visit of that id, or the one that a former id has become.

        Raises: StoreError: no visit has or had that id.
        """
        raise NotImplementedError

    def facts(self, visit_ids: str | Iterable[str], kinds: Sequence[str] = ()) -> list[StoredFact]:
        """The facts of one visit or several, of all kinds or those named, by published, document, then place in the text.

        Facts that an editor rejected, and facts of an older reading, are left out.
        """
        raise NotImplementedError

    def fact(self, fact_id: str) -> StoredFact:
        """One fact by id, rejected or not. Raises: StoreError: unknown."""
        raise NotImplementedError

    def meetings(self, between: tuple[str, str] | None = None, since: str | None = None) -> list[StoredFact]:
        """Meetings that belong to no visit (third countries, sidelines, calls), by date."""
        raise NotImplementedError

    def tour(self, visit_id: str) -> list[Visit]:
        """The legs of the journey that a visit is part of: the same guest in one country after another, at most two
        days between them; in order of days, the visit itself included."""
        raise NotImplementedError

    def documents(self, ids: Iterable[str] | None = None) -> list[StoredDocument]:
        """Texts without their words, by published then id: all, or those named."""
        raise NotImplementedError

    def document(self, document_id: str) -> StoredDocument:
        """One text with its words. Raises: StoreError: unknown."""
        raise NotImplementedError

    def sources(self) -> list[Source]:
        """All outlets that published a text of the record, by id."""
        raise NotImplementedError

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Texts that hold all the words (a quoted phrase counts as one), best first."""
        raise NotImplementedError

    def links(self, visit_id: str) -> list[LinkScore]:
        """Why the tellings of a visit were linked: the pairs compared within it, best first."""
        raise NotImplementedError

    def judgements(self, active_only: bool = True) -> list[Judgement]:
        """What editors decided, oldest first."""
        raise NotImplementedError

    def judge(self, judgement: Judgement) -> int:
        """Keeps a judgement, links anew what it touches, and gives its id. Raises: StoreError: an unknown fact."""
        raise NotImplementedError

    def undo(self, judgement_id: int, who: str, when: str) -> None:
        """Withdraws a judgement; its row stays. Raises: StoreError: unknown, or withdrawn already."""
        raise NotImplementedError

    def review(self, limit: int = 50) -> list[ReviewItem]:
        """What an editor should look at: unsure links and contested values, latest visits first."""
        raise NotImplementedError

    def failures(self) -> list[Failure]:
        """The texts that could not be read, by document id."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets the database go."""
        raise NotImplementedError

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(url: str, *, read_only: bool = False) -> Store:
    """The record at a file path, `sqlite:///PATH`, or `postgresql://…`; made or migrated if need be.

    Raises: StoreError: not reachable, not a record, or of a newer version than this program knows.
    """
    raise NotImplementedError
