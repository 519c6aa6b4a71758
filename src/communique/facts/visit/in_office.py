"""A telling's guest and days → both as far as the tables of offices allow them.

A text without a day of its own counts days from any year that it names, and a text calls by the office alone whoever
held it at the time: "no prime minister of Vesta had come since 1981" is not the one of today.
"""

from __future__ import annotations

from communique import knowledge
from communique.facts.visit.journey_told import Telling
from communique.mentions import Figure, Page
from communique.mentions.naming import surname

YEAR = len("1981")
LIFE = 30  # years before his first office in which nobody travels for his country


def put_in_time(page: Page, telling: Telling) -> None:
    """Takes from a telling the days that nobody gave it, or the guest who held his office only later.

    It stays as it is where the tables know no term of the guest or one that had begun by then, and where the words
    name both him and the year: he may have gone before he held an office.
    """
    guest, when = telling.guest, telling.when
    if guest is None or guest.key is None or when is None:
        return
    first = min((term.start[:YEAR] for term in knowledge.load().terms(guest.key)), default="")
    year = when.edtf[:YEAR]
    if not first or year >= first:
        return
    words = page.clean[telling.start : telling.end]
    named = guest.name is not None and surname(guest.name) in words.casefold()
    told = year in words
    office = (guest.office or " ").removeprefix("former ")
    namesake = _holder(guest, office, when.edtf) if named and office in words.casefold() else None
    if namesake is not None and namesake.name and surname(namesake.name) == surname(guest.name or ""):
        telling.guest = namesake  # "Prime Minister Penn" of that year, and not of today
    elif (not told and page.day is None) or (told and named and f"since {year}" in words):
        telling.when = None
    elif not told or named:
        return
    elif office.rpartition(" ")[2] in words.casefold():
        telling.guest = _holder(guest, office, when.edtf)
    elif int(first) - int(year) > LIFE:
        telling.guest = None


def is_past_office(telling: Telling) -> bool:
    """Whether a guest had left his last office, as far as the tables know, in a year before that of his visit."""
    guest, when = telling.guest, telling.when
    if guest is None or guest.key is None or when is None:
        return False
    last = [term.last or "9" for term in knowledge.load().terms(guest.key)]
    return bool(last) and max(last)[:YEAR] < when.edtf[:YEAR]


def _holder(guest: Figure, office: str, day: str) -> Figure:
    """Who held an office on a day; the office without a name where the tables do not know one."""
    known, country = knowledge.load(), guest.country
    held = known.holders(country, known.office_code(office) or "", day) if country else ()
    name, key = (held[0].name, held[0].person) if len({h.person for h in held}) == 1 else (None, None)
    return Figure(name, country, office, guest.rank, key, why=f"{office} of {country} on {day}")
