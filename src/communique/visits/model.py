"""The nouns of the record: one visit as many texts tell of it, with who supports each value and who dissents.

A *telling* is one visit fact of one text. Dates are EDTF strings; `first_day` and `last_day` are ISO days,
both included. All of this is computed from facts and judgements and can be thrown away and computed again.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from communique.records import Person, Place, Status, VisitKind

SourceKind: TypeAlias = Literal["official", "register", "agency", "press", "commentary", "unknown"]
Precision: TypeAlias = Literal["day", "month", "year", "unknown"]
Verdict: TypeAlias = Literal["same", "not_same", "value", "reject", "accept"]
Value: TypeAlias = str | int


class Source(msgspec.Struct, frozen=True, gc=False):
    """Who publishes; `id` is the outlet (a host name, `register:us`), or `text:` and a document if unknown."""

    id: str
    name: str
    kind: SourceKind = "unknown"
    country: str | None = None


class Support(msgspec.Struct, frozen=True, gc=False):
    """One fact that states a value; `independent` is the source it counts as: of a reprint, its original."""

    fact: str
    document: str
    source: str
    kind: SourceKind
    independent: str


class Claim(msgspec.Struct, frozen=True, gc=False):
    """One value of an attribute and all who state it; `sources` is the number of independent ones."""

    value: Value
    sources: int
    support: tuple[Support, ...]


class Attribute(msgspec.Struct, frozen=True, gc=False):
    """What the record holds of one property: the accepted value, its support, and the claims at odds with it.

    `judgement` is the id of the editor's decision where one set the value; `value` is then the editor's,
    and `support` may be empty. Claims that are merely less precise (`2023-12` beside `2023-12-03`) support,
    not dissent.
    """

    name: str
    value: Value
    sources: int
    support: tuple[Support, ...]
    dissent: tuple[Claim, ...] = ()
    judgement: int | None = None

    @property
    def is_contested(self) -> bool:
        """Somebody states another value, and no editor has decided."""
        return bool(self.dissent) and self.judgement is None


class Report(msgspec.Struct, frozen=True, gc=False):
    """One telling of the visit: which text, by whom, when, and the text that it reprints if it does."""

    telling: str
    document: str
    source: Source
    published: str | None
    mention: Literal["main", "background"]
    status: Status | None
    independent: str
    title: str | None = None
    url: str | None = None
    reprint_of: str | None = None


class Leg(msgspec.Struct, frozen=True, gc=False):
    """One place of the journey inside the host country; `sources` is the number of independent ones."""

    place: Place
    start: str | None
    end: str | None
    sources: int


class Visit(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One happening: a guest of one country who came to one other country, as all its reports together tell
    it.

    `id` reads GUEST-HOST-start (`BLR-CHN-2023-12-03`). It is a function of the facts, so the same texts
    give the same id in whatever order they came; ids that a visit had before more texts came still find it
    (`Store.visit`). `attributes` holds, for each field below that somebody states, the support and the
    dissent; further names are `venue` (of the talks) and `protocol:SIGNAL` with the values yes and no.
    `announced_on` is the day of the earliest text that announced it; `lead_days` the days from then to its
    start.
    """

    id: str
    guest: Person
    host: Person
    guest_country: str
    host_country: str
    place: Place | None = None
    start: str | None = None
    end: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    precision: Precision = "unknown"
    kind: VisitKind | None = None
    status: Status | None = None
    notice: Literal["announced", "unannounced"] | None = None
    occasion: Literal["standalone", "combined"] | None = None
    combined_with: str | None = None
    days: int | None = None
    count_in_year: int | None = None
    announced_on: str | None = None
    lead_days: int | None = None
    sources: int = 0
    legs: tuple[Leg, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    reports: tuple[Report, ...] = ()

    @property
    def until(self) -> str | None:
        """Its last day as the texts tell it, else by the first day and the length; None where these are not known."""
        told = self.precision == "day" and self.days is not None and self.start == self.first_day
        return self.end or (self.last_day if told else None)

    def attribute(self, name: str) -> Attribute | None:
        """The support and dissent of one property; None if nobody states it."""
        return next((one for one in self.attributes if one.name == name), None)

    @property
    def contested(self) -> tuple[Attribute, ...]:
        """The attributes on which sources differ and no editor has decided."""
        return tuple(one for one in self.attributes if one.is_contested)


class Reason(msgspec.Struct, frozen=True, gc=False):
    """One ground for or against two tellings being of one visit; points add up (see `score.py`)."""

    code: str
    points: float
    words: str


class LinkScore(msgspec.Struct, frozen=True, gc=False):
    """How well two tellings (fact ids, left < right) agree, with the reasons; `verdict` by the thresholds."""

    left: str
    right: str
    points: float
    verdict: Literal["same", "unsure", "apart"]
    reasons: tuple[Reason, ...]


class Judgement(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What an editor decided, with who, when (RFC 3339, UTC) and why. Never changed; only withdrawn, with
    who and when.

    `same` and `not_same`: of the tellings `fact` and `other`. `value`: the visit that `fact` tells of has
    `value` as `attribute`. `reject`: `fact` is not to be believed. `accept`: it is, though little supports
    it, and its visit is no longer asked about. Facts are named by id, so that a judgement holds whatever the
    linking makes of them; a fact that a newer codebook reads under another id is found again by its words.
    """

    id: int = 0
    verdict: Verdict
    fact: str
    other: str | None = None
    attribute: str | None = None
    value: Value | None = None
    who: str
    when: str
    why: str = ""
    undone_by: str | None = None
    undone_when: str | None = None

    @property
    def is_active(self) -> bool:
        """It has not been withdrawn."""
        return self.undone_when is None


class ReviewItem(msgspec.Struct, frozen=True, gc=False):
    """One question for an editor: may these be the same visit (`link`), which value is right (`value`), or is a
    visit to be believed that rests on little (`fact`).

    `visits` are the ids in question; for a link, `score` holds the pair and its reasons; for a value,
    `attribute` the claims and `telling` the fact to name; for a thin visit, `telling` is the fact that it rests on.
    `review.answer` makes the judgement.
    """

    ask: Literal["link", "value", "fact"]
    visits: tuple[str, ...]
    score: LinkScore | None = None
    attribute: Attribute | None = None
    telling: str | None = None
