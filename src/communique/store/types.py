"""What a store is asked with, and what it answers beside visits."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.records import AnyFact
from communique.visits.model import Source, Visit


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which visits: every given field must hold. Countries are ISO 3166-1 alpha-3; days ISO, both ends included.

    `between` is a dyad in either direction. `since` and `until` hold a visit whose known days touch them.
    `person` is part of the guest's or host's name. `status` None means all but cancelled. Visits come by first day,
    with `latest_first` the other way round; those of unknown day last.
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
    latest_first: bool = False


class Doubts(msgspec.Struct, frozen=True):
    """How many questions the record has for an editor: unsure links, contested values, visits that rest on little."""

    link: int
    value: int
    fact: int


class Change(msgspec.Struct, frozen=True):
    """A visit with the times at which it came into the record and last changed there: RFC 3339, UTC."""

    visit: Visit
    made: str
    at: str


class StoredDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was saved; `text` is filled by `Store.document` only. `facts` is their number."""

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
    author: str | None = None
    text: str | None = None


class StoredFact(msgspec.Struct, frozen=True):
    """A fact, the text that states it, who publishes that text, and the visit of the record it belongs to."""

    fact: AnyFact
    document: str
    source: Source
    published: str | None
    visit: str | None


class Hit(msgspec.Struct, frozen=True):
    """A text that a search found; a higher `score` is better.

    `snippet` has the words found between [ and ]; `parts` are the same words in order, each with whether it was found.
    """

    document: str
    title: str | None
    published: str | None
    source: str
    snippet: str
    score: float
    parts: tuple[tuple[str, bool], ...] = ()


class Counts(msgspec.Struct, frozen=True):
    """How much the record holds; `countries` had a guest or a host, days are those of the first and the last visit."""

    visits: int
    texts: int
    countries: int
    first_day: str | None
    last_day: str | None


class WayCount(msgspec.Struct, frozen=True):
    """How many visits went from one country to another; days are those of the first and the last that is dated."""

    guest: str
    host: str
    visits: int
    first_day: str | None
    last_day: str | None


class YearCount(msgspec.Struct, frozen=True):
    """How many visits began in a year."""

    year: int
    visits: int
