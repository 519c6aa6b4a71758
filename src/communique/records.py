"""The nouns that every other module shares: a document, and the facts that it states with their evidence.

The JSON form of these records is the output contract (docs/facts.md). It changes only by addition.
Offsets are half-open and count Unicode code points. Dates are EDTF strings (ISO 8601-2).
"""

from __future__ import annotations

import json
from typing import Any, Literal, TypeAlias

import msgspec

CONTRACT = 1
# What decoding JSON of unknown origin raises: no JSON or of another shape, no UTF-8, nested beyond all use.
BROKEN_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

VisitKind: TypeAlias = Literal[
    "state", "official", "official_working", "working", "informal", "private", "transit", "event_only"
]
Status: TypeAlias = Literal["completed", "ongoing", "planned", "cancelled"]


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of the text that support a fact: `quote == text[start:end]`, of the title where `where` says so.

    `of` names the fields of the fact that these words give, of a visit; words without it tell it again.
    """

    start: int
    end: int
    quote: str
    where: Literal["title"] | None = msgspec.field(name="in", default=None)
    of: tuple[str, ...] = ()


class Person(msgspec.Struct, frozen=True):
    """Somebody: the canonical name where it is known on that day, else the name as written."""

    name: str | None = None
    country: str | None = None
    office: str | None = None


class Place(msgspec.Struct, frozen=True):
    """A city or venue, and the country it lies in (ISO 3166-1 alpha-3)."""

    name: str | None = None
    country: str | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every fact has: a stable id, its words, the rule that read it, who says so, the visit it is part of."""

    id: str = ""
    evidence: tuple[Evidence, ...]
    rule: str
    said_by: str = "author"
    visit: str | None = None


class VisitFact(Fact, frozen=True, kw_only=True, tag="visit"):
    """One telling of one journey to one country.

    `under_way`: a day on which the guest was there, where the first day is not told.
    """

    guest: Person | None = None
    host: Person | None = None
    guest_country: str | None = None
    host_country: str | None = None
    place: Place | None = None
    start: str | None = None
    end: str | None = None
    visit_kind: VisitKind | None = None
    status: Status | None = None
    mention: Literal["main", "background"] = "main"
    notice: Literal["announced", "unannounced"] | None = None
    days: int | None = None
    occasion: Literal["standalone", "combined"] | None = None
    combined_with: str | None = None
    count_in_year: int | None = None
    under_way: str | None = None

    @property
    def when(self) -> str | None:
        """Its first day as told, else about the day on which it was under way; None where neither is known."""
        return self.start or (f"{self.under_way}~" if self.under_way else None)


class ProtocolFact(Fact, frozen=True, kw_only=True, tag="protocol"):
    """One courtesy that a guest got, or is said not to have got."""

    signal: str
    reported: Literal["yes", "no"]
    official: Person | None = None
    rank: int | None = None
    venue: str | None = None
    count: int | None = None


class MeetingFact(Fact, frozen=True, kw_only=True, tag="meeting"):
    """Persons of two or more countries or bodies who met, or talked at a distance (`call`)."""

    participants: tuple[Person, ...] = ()
    countries: tuple[str, ...] = ()
    date: str | None = None
    venue: str | None = None
    format: Literal["one_on_one", "bilateral", "expanded", "multilateral", "sidelines", "call"] | None = None
    status: Status | None = None


class AgreementFact(Fact, frozen=True, kw_only=True, tag="agreement"):
    """A document between the parties."""

    parties: tuple[str, ...] = ()
    title: str | None = None
    instrument: (
        Literal[
            "joint_statement", "communique", "declaration", "treaty", "agreement", "mou", "contract", "plan", "other"
        ]
        | None
    ) = None
    count: int | None = None
    fields: tuple[str, ...] = ()
    status: Literal["signed", "adopted", "in_force", "planned"] | None = None


class RelationshipFact(Fact, frozen=True, kw_only=True, tag="relationship"):
    """The formal label of a relation, verbatim without articles, and its change."""

    parties: tuple[str, ...] = ()
    label: str
    change: Literal["established", "upgraded", "reaffirmed", "downgraded"] | None = None


class StanceFact(Fact, frozen=True, kw_only=True, tag="stance"):
    """A position that a party takes on an issue; `formula` keeps the literal wording."""

    holder: tuple[str, ...] = ()
    polarity: Literal["support", "oppose", "neutral"]
    issue: str
    issue_text: str | None = None
    toward: str | None = None
    formula: str | None = None
    rung: int | None = None


class CommitmentFact(Fact, frozen=True, kw_only=True, tag="commitment"):
    """An act that parties take on; `strength` 1 to 6 is that of the wording, not a forecast that it will be kept."""

    parties: tuple[str, ...] = ()
    strength: int
    fields: tuple[str, ...] = ()
    action: str
    head: str | None = None
    continuation: bool = False
    condition: str | None = None
    hedge: str | None = None
    amount: str | None = None
    deadline: str | None = None
    project: str | None = None
    same_as: str | None = None


class AssessmentFact(Fact, frozen=True, kw_only=True, tag="assessment"):
    """What somebody claims about a visit: its motives, pressures, significance, level, change or outlook."""

    claim: Literal["motive", "pressure", "significance", "level", "change", "outlook"]
    holder: str = "author"
    about: str | None = None
    hedge: str | None = None


AnyFact: TypeAlias = (
    VisitFact
    | ProtocolFact
    | MeetingFact
    | AgreementFact
    | RelationshipFact
    | StanceFact
    | CommitmentFact
    | AssessmentFact
)


class Flaw(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place where the text itself is damaged."""

    flaw: Literal["masked", "garbled", "mistranslated", "duplicated", "truncated"]
    start: int
    end: int
    quote: str
    where: Literal["title"] | None = msgspec.field(name="in", default=None)


class Gap(msgspec.Struct, frozen=True):
    """What a reader would expect of a fact (or of the document, `of` null) and the text does not give."""

    of: str | None
    field: str
    reason: str


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was given, with what is known of where it came from; offsets count in `text` and `title`."""

    source: str
    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    author: str | None = None


class DocumentInfo(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a reading: a document without its words. `id` is 16 hex digits; `sha256` is of the UTF-8 text."""

    id: str
    source: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    sha256: str = ""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one text states: one line of `communique read --format json`."""

    document: DocumentInfo
    facts: tuple[AnyFact, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A text that could not be read: where, what was found, what was wanted. Printed as {"document": …, "error": …}."""

    document: DocumentInfo
    error: str


def to_json(record: Any, *, order: Literal["sorted"] | None = None) -> bytes:
    """The record as one line of compact JSON, keys in their declared order or sorted; no newline.

    UTF-8; ASCII where a text given by a program has half characters (lone surrogates), which UTF-8 cannot hold.
    """
    try:
        return msgspec.json.encode(record, order=order)
    except UnicodeEncodeError:
        built = msgspec.to_builtins(record)
        return json.dumps(built, separators=(",", ":"), sort_keys=order is not None).encode("ascii")
