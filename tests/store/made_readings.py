"""Small readings made by hand: the facts of a text that is not needed itself."""

from __future__ import annotations

import hashlib
from typing import Any

from communique.records import (
    AnyFact,
    CommitmentFact,
    Document,
    DocumentInfo,
    Evidence,
    MeetingFact,
    Person,
    Place,
    ProtocolFact,
    Reading,
    VisitFact,
)
from communique.store import Entry
from communique.visits.model import Source

PRESS = Source("press.example.com", "The Press", "press")


def digest(*parts: object) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=8).hexdigest()


def entry(
    text: str,
    *facts: AnyFact,
    published: str | None = "2023-12-05",
    source: Source = PRESS,
    url: str | None = None,
    title: str | None = None,
) -> Entry:
    """A text and its facts; the id follows from outlet, address and words."""
    name = digest(source.id, url, text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    info = DocumentInfo(id=name, source="by hand", title=title, url=url, published=published, sha256=sha256)
    document = Document(source="by hand", text=text, title=title, url=url, published=published)
    return Entry(Reading(document=info, facts=facts), source, document)


def visit(words: str, guest: str = "BLR", host: str = "CHN", *, who: str | None = None, **fields: Any) -> VisitFact:
    """A visit fact; `words` is its quote and makes its id, with `at` for another place of the same words."""
    place = fields.pop("place", None)
    return VisitFact(
        id=fields.pop("id", None) or digest("visit", words, guest, host, sorted(fields.items()), who),
        evidence=(Evidence(0, len(words), words),),
        rule=fields.pop("rule", "by hand"),
        guest=Person(who, guest),
        guest_country=guest,
        host_country=host,
        place=Place(place, host) if place else None,
        status=fields.pop("status", "completed"),
        **fields,
    )


def protocol(words: str, of: VisitFact, signal: str, reported: str = "yes", **fields: Any) -> ProtocolFact:
    base: dict[str, Any] = {"evidence": (Evidence(0, len(words), words),), "rule": "by hand", "visit": of.id}
    return ProtocolFact(id=digest("protocol", words, of.id, signal), signal=signal, reported=reported, **base, **fields)


def commitment(words: str, of: VisitFact | None, *parties: str, strength: int = 4) -> CommitmentFact:
    return CommitmentFact(
        id=digest("commitment", words, of.id if of else None),
        evidence=(Evidence(0, len(words), words),),
        rule="by hand",
        visit=of.id if of else None,
        parties=parties,
        strength=strength,
        action=words,
    )


def meeting(words: str, *countries: str, date: str | None = None) -> MeetingFact:
    evidence = (Evidence(0, len(words), words),)
    return MeetingFact(
        id=digest("meeting", words, date), evidence=evidence, rule="by hand", countries=countries, date=date
    )
