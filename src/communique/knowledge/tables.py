"""The rows of the knowledge files as records: what a country, a city, a body, an office or a holder is here.

All are frozen and stored as arrays, so that the whole of them loads in a few milliseconds.
Dates are ISO 8601 days, months or years as the files give them; an empty date is None.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

SurfaceType: TypeAlias = Literal["country", "demonym", "city", "body", "venue", "person", "office", "event"]


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row of a knowledge file."""


class Surface(Row, frozen=True):
    """One written form, case kept, and what it can mean; a `weak` one needs a title or a full name before it."""

    text: str
    type: SurfaceType
    ref: str
    weak: bool = False


class Country(Row, frozen=True):
    """A country, former country or territory; `status` is that of countries.csv ("UN member", "historical" …)."""

    iso3: str
    iso2: str | None
    name: str
    official_name: str
    alternates: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    cow_code: str | None
    name_zh: str | None
    name_ru: str | None
    status: str
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]
    source: str

    @property
    def capital(self) -> str | None:
        """The first capital that the file names, None where it names none."""
        return self.capitals[0] if self.capitals else None


class City(Row, frozen=True):
    """A city, resort or first-level region that hosts visits; `ref` is "Name|ISO3"."""

    ref: str
    name: str
    iso3: str
    aliases: tuple[str, ...]
    kind: str
    source: str


class Venue(Row, frozen=True):
    """A building or ground where guests are received."""

    name: str
    city: str | None
    iso3: str
    kind: str
    aliases: tuple[str, ...]
    source: str


class Body(Row, frozen=True):
    """An organisation, grouping or forum of states; `members` are ISO 3166-1 alpha-3 codes as of `members_as_of`."""

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    members: tuple[str, ...]
    members_as_of: str | None
    source: str


class Series(Row, frozen=True):
    """A row of events that recur under one name: "G20", with the forms it is written in."""

    code: str
    name: str
    aliases: tuple[str, ...]
    body: str | None
    source: str


class SummitEvent(Row, frozen=True):
    """One summit, forum or ceremony; `start` and `end` are its first and last day."""

    series: str
    event: str
    start: str
    end: str
    city: str | None
    iso3: str | None
    format: str
    source: str


class Office(Row, frozen=True):
    """An office; `rank` 0 to 6 as docs/facts.md "Rank of an official" has it, None where it has none."""

    code: str
    level: str
    rank: int | None
    forms: tuple[str, ...]
    source: str


class Person(Row, frozen=True):
    """Somebody in public office; `key` is "Name|CODE" with the country (or body) the person is of."""

    key: str
    name: str
    country: str
    aliases: tuple[str, ...]


class Holder(Row, frozen=True):
    """A person in an office, from `start` to `end`, both inclusive; on a hand-over day there are two.

    `last` is the last day on which we count the person as holder: the end, or the day the row was taken from
    its source where no end is known, or None where the office is held on.
    """

    person: str
    name: str
    aliases: tuple[str, ...]
    country: str
    office: str
    title: str
    role: str
    start: str
    end: str | None
    last: str | None
    rank: int | None
    source: str
    note: str | None


class Lead(Row, frozen=True):
    """Which role or office "the leader" of a country means between two days, and why."""

    iso3: str
    leads: str
    start: str | None
    end: str | None
    why: str
    source: str


class SourceInfo(Row, frozen=True):
    """Who speaks on a web domain: `country` is an ISO3 or body code, None for nobody's."""

    domain: str
    name: str
    country: str | None
    kind: Literal["official", "agency", "press", "commentary"]
    state_owned: bool
    source: str


class Tables(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """All knowledge files together; `digest` is of the CSV files they were made from."""

    digest: str
    countries: tuple[Country, ...]
    cities: tuple[City, ...]
    venues: tuple[Venue, ...]
    bodies: tuple[Body, ...]
    series: tuple[Series, ...]
    events: tuple[SummitEvent, ...]
    offices: tuple[Office, ...]
    persons: tuple[Person, ...]
    holders: tuple[Holder, ...]
    leads: tuple[Lead, ...]
    sources: tuple[SourceInfo, ...]
    surfaces: tuple[Surface, ...]
