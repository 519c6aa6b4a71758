"""Visits and their facts become PLOVER events, as JSON Lines.

Coded are only the cases on which the PLOVER manual is clear: a visit held is CONSULT with mode visit, the visitor as
actor and the host as recipient; what is still to come is AGREE; a signed document is SUPPORT; a promise is AGREE, an
act done is COOPERATE; a position for or against somebody is SUPPORT or ACCUSE. The rest is left out or null.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, TextIO

import msgspec

from communique.publish.tables import Placed, each_visit, placed_facts
from communique.publish.wording import joined
from communique.records import AgreementFact, CommitmentFact, MeetingFact, StanceFact, to_json
from communique.store import Store
from communique.visits.days import span_of
from communique.visits.model import Visit

INTENSITIES = {"visit": 4.0, "multilateral": 4.0, "phone": 1.5, "third-party": 1.0}
"""Intensity of CONSULT by mode, as the manual gives it; of other events none is written."""

DEMANDED = ("korean_peninsula", "iran_nuclear", "human_rights", "democracy")
"""Issues on which to be in favour is to ask something of the one addressed."""

_MODES = {"call": "phone", "multilateral": "multilateral"}


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One event. `date` is EDTF; actors and recipients are ISO 3166-1 alpha-3 or body codes; a reciprocal event has all
    its parties as actors and no recipient.
    """

    id: str
    date: str | None
    date_end: str | None = None
    event_type: Literal["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ACCUSE"]
    event_mode: str | None = None
    contexts: tuple[str, ...] = ()
    intensity: float | None = None
    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    actor_name: str | None = None
    recipient_name: str | None = None
    text: str | None = None
    visit: str | None = None
    documents: tuple[str, ...] = ()


class Held(NamedTuple):
    """What the events of a visit's facts need of it."""

    start: str | None
    end: str | None
    parties: tuple[str, str]


def export_plover(store: Store, file: TextIO) -> int:
    """Writes one event a line and gives their number; visits first, then the facts by text."""
    count = 0
    for event in events(each_visit(store), placed_facts(store)):
        file.write(to_json(event).decode() + "\n")
        count += 1
    return count


def events(visits: Iterable[Visit], placed: Iterable[Placed]) -> Iterator[Event]:
    """The events of visits and facts; rejected facts and cancelled visits give none."""
    known: dict[str, Held] = {}
    for visit in visits:
        known[visit.id] = Held(visit.start, visit.end, (visit.guest_country, visit.host_country))
        if visit.status != "cancelled":
            yield _visit_event(visit)
    for one in placed:
        event = None if one.is_rejected else _fact_event(one, known.get(one.visit or ""))
        if event is not None:
            yield event


def _visit_event(visit: Visit) -> Event:
    is_ahead = visit.status == "planned"
    return Event(
        id=visit.id,
        date=visit.start,
        date_end=visit.end,
        event_type="AGREE" if is_ahead else "CONSULT",
        event_mode=None if is_ahead else "visit",
        contexts=("diplomatic", "future") if is_ahead else ("diplomatic",),
        intensity=None if is_ahead else INTENSITIES["visit"],
        actor=(visit.guest_country,),
        recipient=(visit.host_country,),
        actor_name=visit.guest.name,
        recipient_name=visit.host.name,
        visit=visit.id,
        documents=tuple(dict.fromkeys(report.document for report in visit.reports)),
    )


def _fact_event(one: Placed, visit: Held | None) -> Event | None:
    match one.fact:
        case MeetingFact() as fact if visit is None:
            return _meeting_event(fact, one)
        case AgreementFact(status="signed" | "adopted" | "planned") as fact:
            kind: Literal["AGREE", "SUPPORT"] = "AGREE" if fact.status == "planned" else "SUPPORT"
            return _between(one, visit, kind, fact.parties, fact.fields)
        case CommitmentFact(strength=6) as fact:
            return _between(one, visit, "COOPERATE", fact.parties, fact.fields)
        case CommitmentFact(strength=3 | 4 | 5) as fact:
            return _between(one, visit, "AGREE", fact.parties, fact.fields)
        case StanceFact(toward=str(toward), polarity="support" | "oppose") as fact if fact.holder and not _asks(fact):
            is_for = fact.polarity == "support"
            event = _between(one, visit, "SUPPORT" if is_for else "ACCUSE", fact.holder, ("politics",))
            if event is None:
                return None
            return msgspec.structs.replace(event, recipient=(toward,), event_mode=None if is_for else "disapprove")
    return None


def _asks(fact: StanceFact) -> bool:
    """Whether a position asks something of the one it is directed to, or is on sanctions: neither for nor against."""
    return fact.issue == "sanctions" or (fact.polarity == "support" and fact.issue in DEMANDED)


def _meeting_event(fact: MeetingFact, one: Placed) -> Event | None:
    """A meeting apart from any visit: nobody is known to host, so all are actors."""
    countries = fact.countries or tuple(dict.fromkeys(who.country for who in fact.participants if who.country))
    if len(countries) < 2:
        return None
    mode = _MODES.get(fact.format or "")
    is_ahead = fact.status == "planned"
    return Event(
        id=fact.id,
        date=fact.date,
        event_type="AGREE" if is_ahead else "CONSULT",
        event_mode=None if is_ahead else mode,
        contexts=("diplomatic", "future") if is_ahead else ("diplomatic",),
        intensity=None if is_ahead else INTENSITIES.get(mode or ""),
        actor=countries,
        actor_name=", ".join(who.name for who in fact.participants if who.name) or None,
        text=_words(one),
        documents=(one.document,),
    )


def _between(
    one: Placed,
    visit: Held | None,
    kind: Literal["AGREE", "SUPPORT", "COOPERATE", "ACCUSE"],
    parties: tuple[str, ...],
    fields: tuple[str, ...],
) -> Event | None:
    """An event of parties on a visit; one party alone acts toward the other of the visit."""
    if not parties:
        return None
    pair = visit.parties if visit else ()
    others = tuple(code for code in pair if code not in parties) if len(parties) == 1 and parties[0] in pair else ()
    contexts = tuple(dict.fromkeys(context for field in fields for context in _contexts().get(field, ())))
    return Event(
        id=one.fact.id,
        date=visit.start if visit and span_of(visit.start) else None,
        date_end=visit.end if visit else None,
        event_type=kind,
        contexts=contexts,
        actor=parties,
        recipient=others,
        text=_words(one),
        visit=one.visit,
        documents=(one.document,),
    )


def _words(one: Placed) -> str:
    return " ".join(joined(one.fact.evidence).split())


@lru_cache(maxsize=1)
def _contexts() -> dict[str, tuple[str, ...]]:
    text = files("communique.publish").joinpath("data/plover.toml").read_text("utf-8")
    return {field: tuple(map(str, contexts)) for field, contexts in tomllib.loads(text).items()}
