"""The record becomes its front page: how much it holds, what was last, what comes next."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from communique.store import Filter, Store
from communique.web.languages import Words
from communique.web.views.rows import Row, rows_of

LATEST = 10  # visits shown on the front
UPCOMING = 6


class Fact(msgspec.Struct, frozen=True):
    """A number with what it counts."""

    number: str
    words: str


class Opening(msgspec.Struct, frozen=True):
    """What the front page shows; `upcoming` begin on the day of asking or later, and are not called off."""

    facts: tuple[Fact, ...]
    latest: tuple[Row, ...]
    upcoming: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        """The record holds nothing yet."""
        return not self.latest and not self.upcoming


def opening(store: Store, words: Words, today: date) -> Opening:
    """The front page of a record as of a day."""
    held = store.counts()
    facts = [
        Fact(words.number(held.visits), words("front.visits", n=held.visits)),
        Fact(words.number(held.texts), words("front.texts", n=held.texts)),
        Fact(words.number(held.countries), words("front.countries", n=held.countries)),
    ]
    if held.first_day and held.last_day:
        first, last = held.first_day[:4], held.last_day[:4]
        facts.append(Fact(first if first == last else f"{first}–{last}", words("front.span")))
    past = Filter(until=(today - timedelta(days=1)).isoformat(), limit=LATEST, latest_first=True)
    coming = [one for one in store.visits(Filter(since=today.isoformat(), limit=UPCOMING)) if one.first_day]
    return Opening(tuple(facts), rows_of(store.visits(past), words), rows_of(coming, words))
