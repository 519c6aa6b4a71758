"""The visits of one person become a page: the journeys, the hosts, a map, and who came to see this person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from communique.errors import NotInRecordError
from communique.records import Person
from communique.store import Filter, Store, WayCount
from communique.visits.model import Visit
from communique.visits.telling import fold, names_agree
from communique.web import links
from communique.web.languages import Words
from communique.web.views.asked import Asked, Fields
from communique.web.views.dyad import Number
from communique.web.views.rows import Row, rows_of
from communique.web.views.tours import Tour, tours
from communique.web.views.worldmap import WorldMap, world_map

LISTED = 60  # journeys listed; more are a link away


class TourView(msgspec.Struct, frozen=True):
    """One journey; `words` sums up one of several legs."""

    words: str | None
    legs: tuple[Row, ...]


class Host(msgspec.Struct, frozen=True):
    """A country that received this person."""

    name: str
    address: str
    visits: str
    last: str


class LeaderView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of a person shows."""

    name: str
    country: str | None
    country_name: str | None
    country_address: str | None
    offices: tuple[str, ...]
    path: str
    fields: Fields
    numbers: tuple[Number, ...]
    map: WorldMap | None
    tours: tuple[TourView, ...]
    all: str | None
    hosts: tuple[Host, ...]
    received: tuple[Row, ...]


def leader_view(
    store: Store, name: str, country: str | None, asked: Asked, words: Words, *, is_whole: bool = False
) -> LeaderView:
    """The page of a person; `country` tells namesakes apart. Raises: NotInRecordError: no visit of that name."""
    folded = fold(name)
    want = msgspec.structs.replace(asked.filter(), status=asked.status or "any")
    made, received = visits_of(store, name, country, want)
    if not made and not received and not asked.is_narrowed:
        raise NotInRecordError(f"leader {name!r}: found no visit; want the name of a guest or host of the record")
    home = country or next((one.guest_country for one in made), None) or next((r.host_country for r in received), None)
    journeys = tours(made)
    shown = journeys if is_whole else journeys[-LISTED:]
    held = [one for one in made if one.status not in {"cancelled", "planned"}]
    path = links.leader(name)
    return LeaderView(
        name=_fullest([one.guest for one in made] + [one.host for one in received], folded) or name,
        country=country,
        country_name=words.country(home) if home else None,
        country_address=links.country(home) if home else None,
        offices=_offices(made, words),
        path=path,
        fields=msgspec.structs.replace(asked, status=want.status).fields(words),
        numbers=_numbers(held, received, journeys, words),
        map=_map(journeys, words, _fullest([one.guest for one in made], folded) or name) if held else None,
        tours=tuple(_tour(one, words) for one in reversed(shown)),
        all=asked.address(path, country=country, rows="all") if len(shown) < len(journeys) else None,
        hosts=tuple(_hosts(held, words)),
        received=tuple(reversed(rows_of(received[-LISTED:], words))),
    )


def visits_of(store: Store, name: str, country: str | None, want: Filter) -> tuple[list[Visit], list[Visit]]:
    """The visits that a person made, then those that this person received, each by first day."""
    folded = fold(name)
    found = store.visits(msgspec.structs.replace(want, person=_part(folded) or name))
    made = [one for one in found if _is(one.guest, one.guest_country, folded, country)]
    return made, [one for one in found if _is(one.host, one.host_country, folded, country)]


def _part(folded: str) -> str:
    """What all spellings of a name share, as far as can be known: its last word, where that tells enough."""
    last = folded.rsplit(maxsplit=1)[-1] if folded else ""
    return last if len(last) >= 4 and last.isalpha() else folded


def _is(person: Person, country: str, folded: str, wanted: str | None) -> bool:
    if not person.name or (wanted is not None and wanted not in {person.country, country}):
        return False
    return names_agree(fold(person.name), folded) is True


def _fullest(people: Iterable[Person], folded: str) -> str | None:
    """The name as the record writes it most often, of those that agree with the one asked for."""
    names = Counter(one.name for one in people if one.name and names_agree(fold(one.name), folded))
    return names.most_common(1)[0][0] if names else None


def _offices(made: Sequence[Visit], words: Words) -> tuple[str, ...]:
    """The offices that the texts give, latest first."""
    named = [words.code("office", one.guest.office) for one in reversed(made) if one.guest.office]
    return tuple(dict.fromkeys(named))[:4]


def _numbers(
    held: Sequence[Visit], received: Sequence[Visit], journeys: Sequence[Tour], words: Words
) -> tuple[Number, ...]:
    several = sum(len(one.legs) > 1 for one in journeys)
    return (
        Number(words.number(len(held)), words("leader.made")),
        Number(words.number(len({one.host_country for one in held})), words("leader.hosts")),
        Number(words.number(several), words("leader.tours")),
        Number(words.number(len(received)), words("leader.received")),
    )


def _map(journeys: Sequence[Tour], words: Words, name: str) -> WorldMap:
    """From home to the first leg, then from leg to leg."""
    ways: Counter[tuple[str, str]] = Counter()
    for one in journeys:
        at = None
        for leg in one.legs:
            if leg.status not in {"cancelled", "planned"}:
                ways[at or leg.guest_country, leg.host_country] += 1
                at = leg.host_country
    counts = [WayCount(guest, host, count, None, None) for (guest, host), count in ways.most_common()]
    return world_map(counts, words, title=words("leader.map", name=name))


def _tour(one: Tour, words: Words) -> TourView:
    if len(one.legs) == 1:
        return TourView(None, rows_of(one.legs, words))
    days = words.days(one.legs[0].first_day, max(leg.last_day or "" for leg in one.legs))
    return TourView(
        words("leader.tour", n=len({leg.host_country for leg in one.legs}), days=days), rows_of(one.legs, words)
    )


def _hosts(held: Sequence[Visit], words: Words) -> Iterable[Host]:
    counts = Counter(one.host_country for one in held)
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        last = [one for one in held if one.host_country == code][-1]
        yield Host(
            words.country(code), links.dyad(last.guest_country, code), words.number(count), words.day(last.start)
        )
