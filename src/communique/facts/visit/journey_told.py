"""One visit as one sentence tells it, and whether it is a journey of somebody whose journeys count."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique import knowledge
from communique.facts.visit.places import is_home
from communique.grammar import Match
from communique.mentions import Figure, Page, Sentence
from communique.mentions.refer import figures
from communique.mentions.spots import Spot
from communique.text import Span

TRAVELLERS = (
    "envoy", "adviser", "advisor", "royal", "prince", "princess", "duke", "duchess", "party", "speaker", "chair",
    "representative", "minister of state", "state minister",
)  # fmt: skip
Sides = tuple[str | None, str | None]  # the countries of a guest and of his host
GONE_ON = 10  # days after a stop, after which its guest has gone on
NOT_NOW = ("planned", "cancelled")  # what no guest is there for
VISITED_BODIES = ("EU", "NATO", "AU")  # bodies with a seat that guests travel to as to a country


class Telling(msgspec.Struct, kw_only=True):
    """One visit as one sentence tells it. Spans count in the repaired text."""

    sentence: int
    start: int
    end: int
    rule: str
    match: Match | None = None
    guest: Figure | None = None
    guest_country: str | None = None
    host: Figure | None = None
    host_country: str | None = None
    spot: Spot | None = None
    when: Span | None = None
    tour: bool = False  # one of several countries that the same words name: its days are those of the whole
    undated: bool = False  # a further stop: the date of the first one is not its own
    kind: str | None = None
    status: str | None = None
    days: int | None = None
    notice: str | None = None
    occasion: str | None = None
    combined_with: str | None = None
    count: int | None = None
    count_year: str | None = None
    phase: str | None = None  # "begin": told is the arrival; "end": the departure; "during": a day between
    background: bool = False
    nominal: bool = False
    title: bool = False
    asides: dict[str, tuple[int, int]] = {}
    """Where the words of those fields stand that its own need not hold."""

    @property
    def sides(self) -> Sides:
        """Whose guest went where."""
        return self.guest_country, self.host_country

    def gives(self, key: str) -> str | None:
        """What the rule that read it states beside its words."""
        return self.match.rule.gives.get(key) if self.match is not None else None


def speaks_of_guest(page: Page, sentence: Sentence, tellings: Sequence[Telling]) -> bool:
    """Whether a sentence speaks of the guest of a visit, by name or as "he"."""
    guest = next((t.guest for t in tellings if t.guest), None)
    people = sentence.of("person", "pronoun")
    return guest is not None and any(one.same_as(guest) for item in people for one in figures(page, sentence, item))


def is_meeting(telling: Telling) -> bool:
    """Whether a visit is told as a meeting that took place in the host's land."""
    return telling.gives("reading") == "meeting"


def is_over(telling: Telling, today: Span | None) -> bool:
    """Whether it is of a visit well before the text, from which its guest has gone on."""
    return telling.when is not None and today is not None and (today.first - telling.when.last).days > GONE_ON


def is_at_hand(telling: Telling, today: Span | None) -> bool:
    """Whether it is of a visit of the days of the text, and not one told by the way."""
    return not telling.background and not is_over(telling, today)


def is_of_these_days(when: Span | None, today: Span | None) -> bool:
    """Whether days end shortly before or after those of the text, as far as both are known."""
    return when is not None and today is not None and abs((today.first - when.last).days) <= GONE_ON


def lies_ahead(when: Span | None, today: Span | None) -> bool:
    """Whether days begin after that of the text, as far as both are known."""
    return when is not None and today is not None and when.first > today.last


def is_visited(land: str) -> bool:
    """Whether a code is of a country, or of a body that guests travel to."""
    return land in VISITED_BODIES or knowledge.load().country(land) is not None


def worth_telling(telling: Telling) -> bool:
    """Whether it is a journey abroad of somebody whose journeys count."""
    host = telling.host_country
    if telling.guest_country is None or telling.guest_country == host or is_home(telling.spot, telling.guest_country):
        return False
    if host is not None and not is_visited(host):
        return False
    if telling.guest is None or (telling.guest.name is None and not is_visited(telling.guest_country)):
        return telling.guest is None and telling.host_country is not None  # nobody comes for a council
    return counts(telling.guest)


def counts(guest: Figure) -> bool:
    """Whether somebody's journeys count: of a minister's rank, who held such an office, or travels for his country."""
    return (guest.rank >= 3 if guest.rank is not None else guest.former) or travels(guest)


def travels(guest: Figure) -> bool:
    """Whether an office is one of those who travel for their country though no rank is known of it."""
    office = guest.office or ""
    return any(word in office for word in TRAVELLERS) and "deputy" not in office and "assistant" not in office
