"""Visits of a page, its meetings and courtesies → the visits, each with the fellow leader who received its guest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from communique.mentions import Page
from communique.records import Fact, MeetingFact, Person, ProtocolFact, VisitFact

LEADS = 5  # the rank of who leads a government; one below it is no host of his
TALKS = 2  # what talks weigh against a courtesy that only a host pays
PAID = {"banquet": 3, "welcome_ceremony": 3, "restricted_talks": 2, "expanded_talks": 2, "joint_press": 1}
GREETINGS = ("airport_greeting", "send_off")
APART = ("call", "sidelines", "multilateral")


def host_of(visit: VisitFact, level: Sequence[Fact], page: Page) -> Person | None:
    """Who received the guest: whom the text says it of, else his fellow in talks or who gave the banquet; or nobody.

    Somebody below a leader who only greets one at the airport is not taken for his host.
    """
    guest = visit.guest
    rank = _rank(page, guest)
    if guest is None or rank is None:
        return visit.host
    told = visit.host
    if told is not None and _is_fellow(rank, _rank(page, told), guest, told):
        return told
    weights = _weights(visit, guest, level)
    fellows = [p for p in weights if _is_fellow(rank, _rank(page, p), guest, p)]
    fellows.sort(key=lambda p: -weights[p])
    alone = len(fellows) == 1 or (bool(fellows) and weights[fellows[0]] > weights[fellows[1]])
    if alone and (_rank(page, fellows[0]) == rank or weights[fellows[0]] > TALKS):
        return fellows[0]
    return None if told is not None and _only_greets(told, visit, level) else told


def _only_greets(person: Person, visit: VisitFact, level: Iterable[Fact]) -> bool:
    """Whether somebody who is no fellow of the guest's stands for the host at the airport."""
    courtesies = (f for f in level if isinstance(f, ProtocolFact) and f.visit == visit.id)
    return any(f.official == person and f.signal in GREETINGS for f in courtesies)


def _weights(visit: VisitFact, guest: Person, level: Iterable[Fact]) -> Counter[Person]:
    """The host's people whom a visit's talks and courtesies name, with what speaks for each as the host."""
    found: Counter[Person] = Counter()
    for fact in level:
        if fact.visit != visit.id:
            continue
        if isinstance(fact, ProtocolFact) and fact.reported == "yes" and fact.official and fact.signal in PAID:
            found[fact.official] += PAID[fact.signal]
        elif isinstance(fact, MeetingFact) and fact.format not in APART and fact.status != "cancelled":
            theirs = _other_side(fact.participants, visit, guest)
            found.update(dict.fromkeys(theirs[:1], TALKS) if len(theirs) == 1 else {})
    return Counter({p: n for p, n in found.items() if p.name and p.country == visit.host_country})


def _other_side(people: Sequence[Person], visit: VisitFact, guest: Person) -> list[Person]:
    """Those of the host's country in a meeting of the guest's."""
    if not any(p.name == guest.name and p.country == guest.country for p in people):
        return []
    return [p for p in people if p.country == visit.host_country]


def _is_fellow(rank: int, other: int | None, guest: Person, person: Person) -> bool:
    """Whether somebody can be the host of a guest of this rank: a leader of leaders, else who holds the same office."""
    if rank >= LEADS:
        return other is not None and other >= LEADS and not _is_deputy(person)
    return other is not None and (other > rank or person.office == guest.office)


def _is_deputy(person: Person) -> bool:
    return (person.office or "").startswith(("vice", "deputy", "crown", "first deputy", "former"))


def _rank(page: Page, person: Person | None) -> int | None:
    return page.known.rank_of(person.office or "") if person is not None else None


def with_hosts(visits: Iterable[VisitFact], level: Sequence[Fact], page: Page) -> list[VisitFact]:
    """The visits in their order; only those that a text is about get a host from what else it tells."""
    return [
        msgspec.structs.replace(v, host=host_of(v, level, page)) if v.mention == "main" and v.host_country else v
        for v in visits
    ]
