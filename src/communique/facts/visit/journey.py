"""One visit of a text: all the tellings of it, and what they say together."""

from __future__ import annotations

import msgspec

from communique.facts.visit.journey_told import Telling
from communique.facts.visit.words_of import AtHand
from communique.mentions import Figure


class Journey(msgspec.Struct):
    """The tellings of one visit in one text."""

    tellings: list[Telling]
    main: bool = False
    best: bool = False  # the one that the text is about before all others
    by_the_way: bool = False  # though told by the way as well, as in a history of visits
    met: Figure | None = None  # the guest as named best among those added
    at_hand: dict[str, AtHand[object]] = {}  # what other sentences give, by field
    kinds: dict[object, Telling] = {}  # one telling of each kind that `apart` tells apart

    def add(self, telling: Telling) -> None:
        """One telling more."""
        self.tellings.append(telling)
        self.kinds.setdefault((telling.kind, telling.background, telling.when, telling.status), telling)
        if telling.guest is not None and (self.met is None or (telling.guest.name and not self.met.name)):
            self.met = telling.guest

    @property
    def host_country(self) -> str | None:
        """Where it went."""
        return next((t.host_country for t in self.tellings if t.host_country), None)

    def first(self, field: str) -> object:
        """The first value that some telling gives to a field, None where none does."""
        return next((v for t in self.tellings if (v := getattr(t, field)) is not None), None)

    @property
    def guest(self) -> Figure | None:
        """The guest as named best."""
        named = [t.guest for t in self.tellings if t.guest is not None]
        return next((g for g in named if g.name), named[0] if named else None)
