"""A country of the record becomes its page: visits made and received, partners, people, a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique import knowledge
from communique.errors import NotInRecordError
from communique.store import Store, WayCount, YearCount
from communique.visits.model import Visit
from communique.web import kept, links
from communique.web.languages import Words
from communique.web.views.asked import Asked, Fields, code_of
from communique.web.views.rows import Row, rows_of
from communique.web.views.ways import Years, year_of, years_of
from communique.web.views.worldmap import WorldMap, world_map

SHOWN = 25  # partners; more are a link away
LATEST = 12  # visits listed of either direction
LOOKED_AT = 60  # latest visits of either direction, among whose people the travellers are named


class Partner(msgspec.Struct, frozen=True):
    """Another country: visits made to it and received from it."""

    name: str
    address: str
    made: str
    received: str
    total: str
    last: str


class Traveller(msgspec.Struct, frozen=True):
    """Somebody who travels for the country, with the number of visits among the latest."""

    name: str
    address: str
    visits: str


class CountryView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of a country shows."""

    name: str
    lead: str
    path: str
    fields: Fields
    years: Years | None
    map: WorldMap
    partners: tuple[Partner, ...]
    all: str | None
    travellers: tuple[Traveller, ...]
    made: tuple[Row, ...]
    received: tuple[Row, ...]


def country_view(store: Store, code: str, asked: Asked, words: Words, *, is_whole: bool = False) -> CountryView:
    """The page of a country or body.

    Raises: ClientException: that can be no code; NotInRecordError: nobody has that code.
    """
    code = code_of(code)
    known = knowledge.load()
    if known.country(code) is None and known.body(code) is None:
        raise NotInRecordError(f"country {code!r}: found none; want the code of a country or body such as CHN")
    want = asked.filter()
    made = kept.ways(store, msgspec.structs.replace(want, guest=code))
    received = kept.ways(store, msgspec.structs.replace(want, host=code))
    name, path = words.country(code), links.country(code)
    latest = [
        store.visits(msgspec.structs.replace(want, limit=LOOKED_AT, latest_first=True, **{side: code}))
        for side in ("guest", "host")
    ]
    partners = list(_partners(made, received, code, words))
    ways = sorted([*made, *received], key=lambda one: (-one.visits, one.guest, one.host))
    return CountryView(
        name=name,
        lead=words("country.lead", made=_counted(made, words), received=_counted(received, words)),
        path=path,
        fields=asked.fields(words),
        years=years_of(_years(store, code, asked), asked, path, words),
        map=world_map(
            ways,
            words,
            title=words("country.map", country=name),
            of=code,
            address=lambda other: links.country(code) if other == code else links.dyad(code, other),
        ),
        partners=tuple(partners if is_whole else partners[:SHOWN]),
        all=asked.address(path, rows="all") if len(partners) > SHOWN and not is_whole else None,
        travellers=tuple(_travellers(latest[0], words)),
        made=rows_of(latest[0][:LATEST], words),
        received=rows_of(latest[1][:LATEST], words),
    )


def _counted(ways: Sequence[WayCount], words: Words) -> str:
    return words("map.visits", n=sum(one.visits for one in ways))


def _years(store: Store, code: str, asked: Asked) -> list[YearCount]:
    want = asked.without_period().filter()
    counts: dict[int, int] = {}
    for side in ("guest", "host"):
        for one in kept.years(store, msgspec.structs.replace(want, **{side: code})):
            counts[one.year] = counts.get(one.year, 0) + one.visits
    return [YearCount(year, counts[year]) for year in sorted(counts)]


def _partners(made: Iterable[WayCount], received: Iterable[WayCount], code: str, words: Words) -> Iterable[Partner]:
    out = {one.host: one for one in made}
    back = {one.guest: one for one in received}

    def total(other: str) -> int:
        return sum(way[other].visits for way in (out, back) if other in way)

    for other in sorted({*out, *back}, key=lambda other: (-total(other), other)):
        there, here = out.get(other), back.get(other)
        last = max((way.last_day or "" for way in (there, here) if way), default="")
        yield Partner(
            name=words.country(other),
            address=links.dyad(code, other),
            made=words.number(there.visits if there else 0),
            received=words.number(here.visits if here else 0),
            total=words.number(total(other)),
            last=words.day(year_of(last)),
        )


def _travellers(visits: Iterable[Visit], words: Words) -> Iterable[Traveller]:
    counts: dict[tuple[str, str | None], int] = {}
    for one in visits:
        if one.guest.name:
            person = (one.guest.name, one.guest.country)
            counts[person] = counts.get(person, 0) + 1
    for (name, country), count in sorted(counts.items(), key=lambda item: (-item[1], item[0][0])):
        yield Traveller(name, links.leader(name, country), words.number(count))
