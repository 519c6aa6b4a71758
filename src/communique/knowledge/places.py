"""The tables into look-ups of places: cities, venues, and the names of places that speak for a government."""

from __future__ import annotations

from communique.knowledge.names import fold
from communique.knowledge.tables import City, Tables, Venue

GOVERNMENT_SEATS = frozenset({"seat of government", "ministry"})
SHARED_METONYMS = {"Brussels": "EU"}


def cities_by_ref(tables: Tables) -> dict[str, City]:
    """Each city by its ref, "Name|ISO3"; a capital that cities.csv does not list is made from its country."""
    capitals = {
        f"{name}|{country.iso3}": City(f"{name}|{country.iso3}", name, country.iso3, (), "capital", country.source)
        for country in tables.countries
        if country.status != "historical"
        for name in country.capitals
    }
    return capitals | {city.ref: city for city in tables.cities}


def venues_by_name(tables: Tables) -> dict[str, Venue]:
    """Each venue by its canonical name and its aliases; a canonical name wins over the alias of another."""
    aliases = {alias: venue for venue in reversed(tables.venues) for alias in venue.aliases}
    return aliases | {venue.name: venue for venue in tables.venues}


def metonyms(tables: Tables) -> dict[str, str]:
    """The country (or "EU") for which a capital, a seat of government or its like can speak, by name."""
    found: dict[str, str] = {}
    for venue in tables.venues:
        if venue.kind in GOVERNMENT_SEATS:
            found |= dict.fromkeys((venue.name, *venue.aliases), venue.iso3)
    for country in reversed(tables.countries):
        if country.status != "historical":
            found |= dict.fromkeys((*country.capitals, *country.metonyms), country.iso3)
    return found | {fold(name): iso3 for name, iso3 in found.items()} | SHARED_METONYMS
