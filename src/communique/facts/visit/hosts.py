"""Visits of a page, its meetings and courtesies → the visits, each with the fellow leader who received its guest.

Who invites a guest is his host; and of a leader who visits, the one leader of the land whom a text speaks of.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from communique.facts.visit.words_of import also_of
from communique.grammar import Item, lazy
from communique.mentions import Figure, Page
from communique.mentions.naming import one_name
from communique.records import Fact, MeetingFact, Person, ProtocolFact, VisitFact

LEADS = 5  # the rank of who leads a government; one below it is no host of his
TALKS = 2  # what talks weigh against a courtesy that only a host pays
PAID = {"banquet": 3, "welcome_ceremony": 3, "restricted_talks": 2, "expanded_talks": 2, "joint_press": 1}
GREETINGS = ("airport_greeting", "send_off")
APART = ("call", "sidelines", "multilateral")
INVITED_BY = lazy(
    r"\b(?:(?:at|on|upon|following|in response to) (?:the|an|a) (?:\w+ )?invitation (?:of|from|by)|invited by)"
    r" (?:the |h\.e\.? |mr\.? |(?:his|her) excellency,? )*$"
)
INVITES = lazy(r"invit")
BEFORE = 60  # letters before a name in which the invitation stands
MONTH = lazy(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?")  # of a date; a season has no month
MONTHS = 92  # days from the text within which those who lead a land now led it on a visit
NAMED = 2  # times that a text names the only leader of a land who is no more than that


def host_of(visit: VisitFact, level: Sequence[Fact], page: Page) -> Person | None:
    """Who received the guest: whom the text says it of, else his fellow in talks or who gave the banquet; or nobody.

    Somebody below a leader who only greets one at the airport is not taken for his host.
    """
    guest = visit.guest
    rank = _rank(page, guest)
    if guest is None or rank is None:
        return visit.host
    told, inviter = visit.host, _inviter(page, visit)
    if inviter is not None and _is_fellow(rank, _rank(page, inviter), guest, inviter):
        return inviter
    fellow = told is not None and _is_fellow(rank, _rank(page, told), guest, told)
    greets = told is not None and _only_greets(told, visit, level)
    if fellow and not (greets and (_rank(page, told) or 0) < rank):
        return told
    weights = _weights(visit, guest, level)
    other = _by_weight(page, weights, guest, rank)
    if other is None and rank >= LEADS and (told is None or fellow) and _is_of_these_days(page, visit):
        other = _leader_named(page, visit, guest, rank, weights)
    if other is not None:
        return _who_governs(page, visit, guest, other)
    return told if fellow or not greets else None


def _who_governs(page: Page, visit: VisitFact, guest: Person, host: Person) -> Person:
    """Of somebody who governs his land the host: who governs there, where a text names him beside a head of state.

    A head of state receives one on a state visit, and another who does not govern either.
    """
    lead = page.memory.in_office("leader", visit.host_country, former=False)
    own = page.memory.in_office("leader", guest.country, former=False).name
    if own is None or not one_name(own, str(guest.name)) or visit.visit_kind == "state":
        return host
    if (lead.rank or 0) >= (_rank(page, host) or 0) or not _is_of_these_days(page, visit):
        return host
    people = _people(page, visit, range(len(page.spans)))
    return next((item.value.person() for item in people if item.value.name == lead.name), host)


def _by_weight(page: Page, weights: Counter[Person], guest: Person, rank: int) -> Person | None:
    """The fellow for whom talks and courtesies speak before all others, where they say enough."""
    fellows = [p for p in weights if _is_fellow(rank, _rank(page, p), guest, p)]
    fellows.sort(key=lambda p: -weights[p])
    alone = len(fellows) == 1 or (bool(fellows) and weights[fellows[0]] > weights[fellows[1]])
    if alone and (_rank(page, fellows[0]) == rank or weights[fellows[0]] > TALKS):
        return fellows[0]
    return None


def _inviter(page: Page, visit: VisitFact) -> Person | None:
    """Him of the host's country at whose invitation the text says that somebody came."""
    places = [hit.start() for hit in INVITES.finditer(page.low)]
    near = sorted({index for at in places for index in range(page.index_at(at), page.index_at(at + BEFORE) + 1)})
    for item in _people(page, visit, near):
        if INVITED_BY.search(page.low, max(0, item.start - BEFORE), item.start):
            return item.value.person()  # type: ignore[no-any-return]
    return None


def _is_of_these_days(page: Page, visit: VisitFact) -> bool:
    """Whether a visit is one of the text's own days, so that those whom it names as leaders are so then."""
    former = visit.guest is not None and (visit.guest.office or "").startswith("former")
    if page.is_transcript or former or visit.status == "cancelled":
        return False
    today, day = page.today(), MONTH.match(visit.when or "")
    if today is None or not visit.when:
        return True
    return day is not None and abs((datetime.date.fromisoformat(f"{day[0]}-01"[:10]) - today.first).days) <= MONTHS


def _leader_named(page: Page, visit: VisitFact, guest: Person, rank: int, met: Container[Person]) -> Person | None:
    """The leader of the host's land whom the text names most often, where he is of the guest's rank or the only one."""
    named: dict[str, Figure] = {}
    times: Counter[str] = Counter()
    for item in _people(page, visit, range(len(page.spans))):
        figure: Figure = item.value
        if guest.name and one_name(str(figure.name), guest.name):
            continue
        if (figure.rank or 0) >= LEADS and not figure.former and not _is_deputy(figure.person()):
            named.setdefault(str(figure.name), figure)
            times[str(figure.name)] += 1
    first, second = (*times.most_common(2), (None, 0), (None, 0))[:2]
    if first[0] is None or first[1] == second[1]:
        return None
    leader = named[first[0]]
    alone = len(named) == 1 and (first[1] >= NAMED or leader.person() in met)
    return leader.person() if leader.rank == rank or alone else None


def _people(page: Page, visit: VisitFact, indexes: Iterable[int]) -> Iterator[Item]:
    """Where some sentences name somebody of the host's country, each time that they do."""
    for index in indexes:
        for item in page.sentence(index).of("person"):
            if item.value.name and item.value.country == visit.host_country:
                yield item


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


def with_words_of_host(visit: VisitFact, facts: Iterable[Fact], page: Page) -> VisitFact:
    """A visit with the words that tell of its host where its tellings have none: of talks or a courtesy of it, else the
    first that name him.
    """
    host = visit.host
    if host is None or visit.mention != "main" or any("host" in words.of for words in visit.evidence):
        return visit
    words = next((fact.evidence[0] for fact in facts if fact.visit == visit.id and _names(fact, host)), None)
    if words is None:
        named = _people(page, visit, range(len(page.spans)))
        words = next((page.text.span(item.start, item.end) for item in named if item.value.name == host.name), None)
    return msgspec.structs.replace(visit, evidence=also_of(visit.evidence, "host", words)) if words else visit


def _names(fact: Fact, person: Person) -> bool:
    """Whether somebody takes part in a meeting or pays a courtesy."""
    people = fact.participants if isinstance(fact, MeetingFact) else (getattr(fact, "official", None),)
    return any(one is not None and one.name == person.name for one in people)
