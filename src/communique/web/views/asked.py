"""The query of an address becomes what it asks for: a period, a kind, a status, a part of the world."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

import msgspec
from litestar.exceptions import ClientException

from communique.records import Status, VisitKind
from communique.store import Filter, WayCount
from communique.web.asked import filter_of
from communique.web.languages import Words
from communique.web.links import with_query
from communique.web.world import REGIONS, load_world

KINDS: tuple[str, ...] = get_args(VisitKind)
STATUSES: tuple[str, ...] = (*get_args(Status), "any")
_NAMES = ("since", "until", "kind", "status")


class Choice(msgspec.Struct, frozen=True):
    """One line of a select field."""

    value: str
    words: str
    is_chosen: bool


class Fields(msgspec.Struct, frozen=True):
    """The form of the filters, filled with what is asked for."""

    since: str
    until: str
    kinds: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    regions: tuple[Choice, ...]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which visits an address asks for; None is all (of `status`, all but the cancelled).

    `since` and `until` are days, months or years, both included. `region` is a continent in which the guest's or the
    host's country lies.
    """

    since: str | None = None
    until: str | None = None
    kind: str | None = None
    status: str | None = None
    region: str | None = None

    @property
    def is_narrowed(self) -> bool:
        """Something is asked for."""
        return self != Asked()

    def filter(self) -> Filter:
        """The visits asked for, of all regions."""
        return Filter(since=self.since, until=self.until, kind=self.kind, status=self.status)  # type: ignore[arg-type]

    def without_period(self) -> Asked:
        """The same of all times."""
        return msgspec.structs.replace(self, since=None, until=None)

    def query(self) -> dict[str, str]:
        """The parts of an address that ask for the same."""
        names = {
            "since": self.since,
            "until": self.until,
            "kind": self.kind,
            "status": self.status,
            "region": self.region,
        }
        return {name: value for name, value in names.items() if value is not None}

    def address(self, path: str, /, **changed: str | int | None) -> str:
        """The address of a page with the same filters, or with parts of them changed; None takes a part out."""
        return with_query(path, **{**self.query(), **changed})

    def within(self, ways: Iterable[WayCount]) -> list[WayCount]:
        """Those with a guest or a host of the region."""
        if self.region is None:
            return list(ways)
        world = load_world()
        return [one for one in ways if self.region in {world.region(one.guest), world.region(one.host)}]

    def fields(self, words: Words) -> Fields:
        """The form, in the reader's language."""

        def choices(key: str, values: Iterable[str], chosen: str | None) -> tuple[Choice, ...]:
            named = [Choice(value, words(f"asked.{key}.{value}"), value == chosen) for value in values]
            return (Choice("", words(f"asked.{key}.all"), chosen is None), *named)

        kinds = tuple(Choice(value, words.code("kind", value), value == self.kind) for value in KINDS)
        return Fields(
            since=self.since or "",
            until=self.until or "",
            kinds=(Choice("", words("asked.kind.all"), self.kind is None), *kinds),
            statuses=choices("status", STATUSES, self.status),
            regions=choices("region", REGIONS, self.region),
        )


def asked_of(query: Mapping[str, str]) -> Asked:
    """What a query asks for; parts that it leaves empty are not asked for.

    Raises: ClientException: a part that no visit can have.
    """
    region = query.get("region", "").strip() or None
    if region is not None and region not in REGIONS:
        raise ClientException(f"region: found {region!r}; want one of {', '.join(REGIONS)}")
    want = filter_of({name: query.get(name, "") for name in _NAMES})
    if want.since and want.until and want.since[: len(want.until)] > want.until[: len(want.since)]:
        raise ClientException(f"until: found {want.until!r}, before {want.since!r}; want a later day")
    return Asked(since=want.since, until=want.until, kind=want.kind, status=want.status, region=region)


def code_of(written: str) -> str:
    """The code of a country or body that an address names. Raises: ClientException: it can be none."""
    return filter_of({"guest": written}).guest or ""
