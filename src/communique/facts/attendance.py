"""A match of a meeting rule → the persons, countries and bodies that took part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.facts.ties import Ties
from communique.grammar import Item, Match
from communique.mentions import Figure, Page, Sentence
from communique.mentions.refer import figures
from communique.records import Person, VisitFact

OBJECT = re.compile(r"\s*(?:$|[.,;:)]|(?:at|in|on|for|with|by|today|again|and|to|before|after|there|this|last|as)\b)")
NO_SUMMITS = ("CER", "FUN", "SUM", "OLY")  # events at which nobody need meet


def attendance(page: Page, sentence: Sentence, match: Match, ties: Ties) -> tuple[tuple[Figure, ...], set[str]]:
    """Those who took part, each once, and countries or bodies that took part without a named person."""
    wants = match.rule.gives.get("wants")
    if wants == "title" and sentence.start >= page.text.body_start:
        return (), set()
    if wants == "visit":
        return _of_visit(ties, sentence)
    found: list[Figure] = []
    more = {item.value for item in match.items("one") if item.type == "country"}
    if wants == "body":
        named = match.item("body") or match.item("event")
        more.update({named.value} if named is not None and named.value not in (None, *NO_SUMMITS) else ())
    if wants == "pair":
        _add(found, _meant(page, sentence, Item(*match.span(), "group", "leaders"), [], ties))
    for slot in ("one", "two", "both"):
        before = len(found)
        for item in match.items(slot):
            if slot == "two" and item.type == "pronoun" and _owns(page, item):
                continue
            _add(found, _meant(page, sentence, item, found if slot == "two" else [], ties), among=match.items(slot))
        if slot == "two" and match.items("two") and len(found) == before:
            return (), set()  # nobody else was met
    if match.rule.gives.get("wants") is None and not match.items("two") and match.item("whose"):
        _add(found, _other(page, sentence, found, ties))
    return tuple(f for f in found if not f.former), more


def _owns(page: Page, item: Item) -> bool:
    """Whether "his" or "her" belongs to a thing: "received her degree"."""
    word = page.clean[item.start : item.end].lower()
    return word in ("his", "their") or (word == "her" and OBJECT.match(page.clean, item.end) is None)


def _add(found: list[Figure], more: Iterable[Figure], among: Sequence[Item] = ()) -> None:
    """Adds whoever is not there yet; of a list with names, an office without one only stands beside a name."""
    named = any(isinstance(item.value, Figure) and item.value.name for item in among)
    found.extend(f for f in more if (f.name or not named) and not any(f.same_as(known) for known in found))


def _meant(page: Page, sentence: Sentence, item: Item, one: Sequence[Figure], ties: Ties) -> Sequence[Figure]:
    """The persons of an item; "him" after the one who receives is somebody else."""
    if one and item.type == "pronoun" and page.clean[item.start : item.end] == "him" and not page.is_transcript:
        others = [i for i in sentence.of("person") if i.end <= item.start and not any(i.value.same_as(f) for f in one)]
        if not others and (other := _other(page, sentence, one, ties)):
            return other
    found = figures(page, sentence, item)
    if item.type == "group" or item.value == "they":
        return _both(page, sentence, item, found, ties)
    unknown = item.type == "person" and found[0].name is None and found[0].country is None
    if unknown and one:
        return _other(page, sentence, one, ties)
    if item.type == "pronoun" and one and (not found or any(found[0].same_as(f) for f in one)):
        return () if page.is_transcript else _other(page, sentence, one, ties)
    return found


def _both(page: Page, sentence: Sentence, item: Item, found: Sequence[Figure], ties: Ties) -> Sequence[Figure]:
    """The two whom a group means: named in the sentence, else the sides of the visit that it is about."""
    visit = ties.visit_of(sentence)
    if visit is None or visit.guest is None or page.is_transcript:
        return found
    host = visit.host or (_leader(page, visit) if not found and item.value == "leaders" else None)
    if host is None:
        return found
    named = [i for i in sentence.of("person") if i.end <= item.start]
    sides = {visit.guest_country, visit.host_country}
    if len(named) >= 2 or {f.country for f in found} == sides:
        return found
    return tuple(Figure(p.name, p.country, p.office) for p in (visit.guest, host))


def _leader(page: Page, visit: VisitFact) -> Figure | Person | None:
    """Of a guest who leads his country the one who leads the host's, where he is known on that day."""
    if visit.host_country is None or visit.guest is None or page.known.rank_of(visit.guest.office or "") != 6:
        return None
    leader = page.memory.in_office("leader", visit.host_country, former=False)
    return leader if leader is not None and leader.name else None


def _other(page: Page, sentence: Sentence, one: Sequence[Figure], ties: Ties) -> Sequence[Figure]:
    """Whom the text spoke of, other than these: the visit's other side, else the last person of another country."""
    visit = ties.visit_of(sentence)
    for person in (visit.guest, visit.host) if visit else ():
        if person is not None and person.country not in {f.country for f in one}:
            return (Figure(person.name, person.country, person.office),)
    return ()


def _of_visit(ties: Ties, sentence: Sentence) -> tuple[tuple[Figure, ...], set[str]]:
    """The guest and the host of the visit that a sentence is about; the host's country where he is not known."""
    visit = ties.visit_of(sentence, near=2)
    if visit is None or visit.guest is None or visit.status == "cancelled":
        return (), set()
    people = tuple(Figure(p.name, p.country, p.office) for p in (visit.guest, visit.host) if p)
    return people, {visit.host_country} if visit.host_country else set()
