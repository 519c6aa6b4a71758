"""People who left before texts are scanned for their bare surnames → whom such a surname means in a text of their day.

A text of 1972 means one man by "Foreign Minister Gromyko"; one of today means nobody by "Governor Lloyd". So these
surnames are looked up only where a text has a day, and only for those in office on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from communique.knowledge.days import AFTER, bounds, in_office
from communique.knowledge.names import BARE_SINCE, surnames
from communique.knowledge.tables import Holder, Person


class Bygone:
    """The bare surnames of those whose last term ended before `BARE_SINCE`; made when one is first asked for."""

    def __init__(self, persons: Sequence[Person], terms: Mapping[str, Sequence[Holder]]) -> None:
        """`terms`: of each person by key."""
        self._persons, self._terms = persons, terms

    def keys(self, surname: str, on: str | None) -> tuple[str, ...]:
        """The keys of those who bear a surname and held an office within `on`; none where that is not known."""
        first, final = bounds(on) if on else (BARE_SINCE, "")
        if first >= BARE_SINCE:
            return ()
        found = self._by_surname.get(surname, ())
        return tuple(k for k in found if any(in_office(t.start, t.last, first, final) for t in self._terms[k]))

    @cached_property
    def _by_surname(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for person in self._persons:
            held = self._terms.get(person.key, ())
            if held and all((term.last or AFTER) < BARE_SINCE for term in held):
                short = (alias for alias in person.aliases if " " not in alias)
                for form in dict.fromkeys((*surnames(person.name, person.country), *short)):
                    found[form].append(person.key)
        return found
