"""The tables into answers: what a code means, who held an office on a day, who leads, what a name can mean.

Dates are EDTF: a day, month, year or range; None is an unknown day and asks for all terms, latest first where it
matters. A term covers both its first and its last day, so a hand-over day has two holders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any, TypeVar
from urllib.parse import urlsplit

from communique.knowledge.asking import Answer, asked
from communique.knowledge.bygone import Bygone
from communique.knowledge.compiling import compiled
from communique.knowledge.days import bounds, fitness, in_office
from communique.knowledge.names import fold
from communique.knowledge.offices import codes_by_form, office_by_shape, plain
from communique.knowledge.places import cities_by_ref, metonyms, venues_by_name
from communique.knowledge.tables import (
    Body,
    City,
    Country,
    Holder,
    Lead,
    Office,
    Person,
    SourceInfo,
    SummitEvent,
    Surface,
    Tables,
    Venue,
)

ROLES = frozenset(
    {"head_of_state", "head_of_government", "head_of_state_and_government", "effective_leader", "party_leader",
     "representative_of_head_of_state", "head_of_territory", "heir", "claimant", "official"}
)  # fmt: skip
MONARCHS = frozenset({"king", "queen", "emperor", "grand_duke", "prince", "yang_di_pertuan_agong", "emir", "sultan"})
T = TypeVar("T")


@cache
def load() -> Knowledge:
    """The knowledge of the installed package, read once a process.

    Raises: KnowledgeError: a knowledge file is missing or broken.
    """
    return Knowledge(compiled())


class Knowledge:
    """Look-ups over the tables; never changes after it was made."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._countries = {country.iso3: country for country in reversed(tables.countries)}
        self._bodies = {body.code: body for body in tables.bodies}
        self._offices = {office.code: office for office in tables.offices}
        self._by_country = _grouped((holder.country, holder) for holder in tables.holders)
        self._by_person = _grouped((holder.person, holder) for holder in tables.holders)
        self._bygone = Bygone(tables.persons, self._by_person)
        self._leads = _grouped((lead.iso3, lead) for lead in tables.leads)

    def surfaces(self) -> tuple[Surface, ...]:
        """Every written form to scan for, sorted; a text with several meanings has a row for each."""
        return self.tables.surfaces

    def country(self, iso3: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-3 code (or that of a former country)."""
        return self._countries.get(iso3)

    def capital(self, iso3: str) -> str | None:
        """The name of the capital."""
        country = self.country(iso3)
        return country.capital if country else None

    def city(self, ref: str) -> City | None:
        """The city of a surface's ref, "Name|ISO3"; capitals that cities.csv does not list are among them."""
        return self._cities.get(ref)

    def venue(self, name: str) -> Venue | None:
        """The venue of that canonical name or alias."""
        return self._venues.get(name)

    def body(self, code: str) -> Body | None:
        """The organisation or grouping of that code."""
        return self._bodies.get(code)

    def person(self, key: str) -> Person | None:
        """The person of that key, "Name|CODE"."""
        return self._persons.get(key)

    def terms(self, key: str) -> tuple[Holder, ...]:
        """All offices of a person, by country, office and start."""
        return self._by_person.get(key, ())

    def events(self, series: str, year: int | str | None = None) -> tuple[SummitEvent, ...]:
        """The events of a series, of one year where it is given, in order of their start."""
        found = self._events.get(series, ())
        return tuple(event for event in found if year is None or event.start.startswith(str(year)))

    def metonym(self, name: str) -> str | None:
        """The country (or "EU") that a capital, government building or its like can speak for: "Beijing", "Kremlin"."""
        return self._metonyms.get(name) or self._metonyms.get(name.removeprefix("the ").removeprefix("The "))

    def office(self, code: str) -> Office | None:
        """The office of that code."""
        return self._offices.get(code)

    def office_code(self, text: str) -> str | None:
        """The code of an office as written: "Vice Minister of Foreign Affairs" is vice_minister; None if unknown."""
        return self._office_codes.get(plain(text)) or office_by_shape(plain(text))

    def office_form(self, text: str) -> str | None:
        """The code of an office of which the text is a listed form, in singular or plural."""
        text = plain(text)
        return self._office_codes.get(text) or self._office_codes.get(text.removesuffix("s"))

    def meanings(self, text: str) -> tuple[Surface, ...]:
        """All that a written form can mean, case kept."""
        return self._meanings.get(text, ())

    def rank_of(self, text: str) -> int | None:
        """The rank 0 to 6 of an office as written, None where it has none or is unknown."""
        office = self._offices.get(self.office_code(text) or "")
        return office.rank if office else None

    def holders(self, country: str, role_or_office: str, on: str | None = None) -> tuple[Holder, ...]:
        """Who held an office (by code) or role (head_of_state …) of a country or body within `on`, by start.

        The two heads' roles include those who are both. With `on` None: all that are known.
        """
        found = self._seats.get((country, role_or_office), ())
        if on is None:
            return found
        first, final = bounds(on)
        return tuple(h for h in found if in_office(h.start, h.last, first, final))

    def leader(self, country: str, on: str | None = None) -> Holder | None:
        """Whom "the leader" of a country or body means within `on`; with None, today's as far as the files know.

        leads.csv says which role that is, with the reason; without a row it is who is head of state and of
        government, then the head of government under a monarch, else the head of state. On a hand-over day it
        is the one who comes in.
        """
        found = self.leaders(country, on)
        return max(found, key=lambda h: (h.last is None, h.last or "", h.start)) if on is None and found else (
            found[-1] if found else None
        )  # fmt: skip

    def leaders(self, country: str, on: str | None = None) -> tuple[Holder, ...]:
        """All whom "the leader" can mean within `on`: two on a hand-over day, or where several share the seat."""
        for lead in self.lead(country, on):
            if found := self.holders(country, lead.leads, on):
                return found
        heads = self.holders(country, "head_of_state", on)
        governing = self.holders(country, "head_of_government", on)
        both = tuple(h for h in heads if h.role == "head_of_state_and_government")
        if both:
            return both
        ceremonial = not heads or any(h.office in MONARCHS for h in heads)
        return (governing if ceremonial else heads) or heads or governing or self.holders(
            country, "effective_leader", on
        )  # fmt: skip

    def lead(self, country: str, on: str | None = None) -> tuple[Lead, ...]:
        """The rows of leads.csv for a country within `on`."""
        first, final = bounds(on) if on else ("", "~")
        return tuple(r for r in self._leads.get(country, ()) if in_office(r.start or "", r.end, first, final))

    def persons_named(
        self, surface: str, on: str | None = None, country: str | None = None, office: str | None = None
    ) -> tuple[Holder, ...]:
        """Who a written name can be, one term for each, best first: in office within `on`, then most recently before
        it, then later; within each the wanted office first, then the higher rank. `country` and `office` narrow
        the choice where anyone fits them (a former president travels on without his office).
        """
        keys = self._named.get(surface) or self._named.get(fold(surface)) or self.bygone(surface, on)
        terms = [term for key in keys for term in self.terms(key)]
        if country:
            terms = [term for term in terms if term.country == country]
        best: dict[str, Holder] = {}
        for term in sorted(terms, key=lambda term: fitness(term, on, office)):
            best.setdefault(term.person, term)
        return tuple(best.values())

    def bygone(self, surname: str, on: str | None) -> tuple[str, ...]:
        """The keys of those in office within `on`, long ago, whose bare surname no text is scanned for."""
        return self._bygone.keys(surname, on)

    def who(self, phrase: str, on: str | None = None) -> tuple[Answer, ...]:
        """Whom a phrase means within `on`, each with the term that says so and why; empty where nobody is known."""
        return asked(self, phrase, on)

    def source_of(self, url: str) -> SourceInfo | None:
        """Who speaks on the site of a web address or domain; a subdomain counts as its parent."""
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").casefold()
        while "." in host:
            if host in self._sources:
                return self._sources[host]
            host = host.partition(".")[2]
        return None

    @cached_property
    def _seats(self) -> dict[tuple[str, str], tuple[Holder, ...]]:
        def seats(holder: Holder) -> Iterable[str]:
            yield holder.office
            yield holder.role
            if holder.role == "head_of_state_and_government":
                yield from ("head_of_state", "head_of_government")

        ordered = sorted(self.tables.holders, key=lambda h: (h.start, h.name))
        return _grouped(((h.country, seat), h) for h in ordered for seat in dict.fromkeys(seats(h)))

    @cached_property
    def _meanings(self) -> dict[str, tuple[Surface, ...]]:
        return _grouped((surface.text, surface) for surface in self.tables.surfaces)

    @cached_property
    def _named(self) -> dict[str, tuple[str, ...]]:
        return _grouped((s.text, s.ref) for s in self.tables.surfaces if s.type == "person")

    @cached_property
    def _persons(self) -> dict[str, Person]:
        return {person.key: person for person in self.tables.persons}

    @cached_property
    def _cities(self) -> dict[str, City]:
        return cities_by_ref(self.tables)

    @cached_property
    def _venues(self) -> dict[str, Venue]:
        return venues_by_name(self.tables)

    @cached_property
    def _events(self) -> dict[str, tuple[SummitEvent, ...]]:
        return _grouped((e.series, e) for e in sorted(self.tables.events, key=lambda event: event.start))

    @cached_property
    def _metonyms(self) -> dict[str, str]:
        return metonyms(self.tables)

    @cached_property
    def _office_codes(self) -> dict[str, str]:
        return codes_by_form(self.tables.offices)

    @cached_property
    def _sources(self) -> dict[str, SourceInfo]:
        return {row.domain: row for row in self.tables.sources}


def _grouped(pairs: Iterable[tuple[object, T]]) -> dict[Any, tuple[T, ...]]:
    groups: defaultdict[object, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
