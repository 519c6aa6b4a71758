"""A match of a meeting rule → the persons, countries and bodies that took part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from communique.facts.meeting.formats import CALL
from communique.facts.meeting.other_side import BESIDE, guest_and_host_of, host_told_of, leader_of, subject_of_side
from communique.facts.ties import Ties
from communique.facts.visit.own_subject import pronoun_behind
from communique.grammar import Item, Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.naming import surname
from communique.mentions.refer import figures
from communique.records import Person, VisitFact

OBJECT = lazy(r"\s*(?:$|[.,;:)]|(?:at|in|on|for|with|by|today|again|and|to|before|after|there|this|last|as)\b)")
PHONED = lazy(r"\b(?:tele)?phon(?:e|ed|ic)\b")  # two who agree by telephone need no visit
BY_TITLE = (
    "the President",
    "the Prime Minister",
    "The President",
    "The Prime Minister",
    "the Chancellor",
    "The Chancellor",
)
WIFE = lazy(r"\b(?:his wife|her husband),? $")
LEADING = lazy(r"\b(?:leaders|presidents|ministers|chancellors|premiers|men|women|heads|delegations)\b", re.I)
SIDES = ("one", "two", "both", "onet", "twot", "onep", "twop", "onew", "twow", "onec", "twoc", "oned", "twod")
NO_SUMMITS = ("CER", "FUN", "SUM", "OLY")  # events at which nobody need meet


def not_the_wife(sentence: Sentence, figure: Figure, text: str) -> Figure:
    """Of "Penn and his wife, Ada, were received" Penn; of others themselves."""
    persons = sentence.of("person")
    at = next((n for n, item in enumerate(persons) if item.value is figure), 0)
    if not at or not WIFE.search(text, sentence.start, persons[at].start):
        return figure
    before = [item.value for item in persons[:at] if item.value.country == figure.country]
    return before[-1] if before else figure


def attendance(page: Page, sentence: Sentence, match: Match, ties: Ties) -> tuple[tuple[Figure, ...], set[str]]:
    """Those who took part, each once, and countries or bodies that took part without a named person."""
    wants = match.rule.gives.get("wants")
    if wants == "title" and sentence.start >= page.text.body_start:
        return (), set()
    if wants == "visit":
        theirs = match.item("theirs")
        nobodys = page.is_transcript or (theirs is not None and theirs.value != "they")
        nobodys = nobodys or CALL.search(match.shadow.text, match.start, match.end) is not None
        return ((), set()) if nobodys else guest_and_host_of(page, ties, sentence)
    if wants == "other":
        items = (*match.items("two"), *match.items("twob"))
        met = [figure for item in items for figure in _meant(page, sentence, item, [], ties)]
        return _with_subject(page, sentence, match, _at_home(match, met, ties.visit_of(sentence)), ties), set()
    if wants == "sides" and not match.items("both"):
        wants = "pair"
    found: list[Figure] = []
    more = {item.value for item in match.items("one") if item.type == "country"}
    if wants == "body":
        named = match.item("body") or match.item("event")
        more.update({named.value} if named is not None and named.value not in (None, *NO_SUMMITS) else ())
    if wants == "pair":
        _add(found, _meant(page, sentence, Item(*match.span(), "group", "leaders"), [], ties))
    for slot in SIDES:
        before = len(found)
        for item in match.items(slot):
            if (slot == "two" and item.type == "pronoun" and _owns(page, item)) or _is_owner(page, item, match):
                continue
            _add(found, _meant(page, sentence, item, found if slot == "two" else [], ties), among=match.items(slot))
        if slot == "two" and match.items("two") and len(found) == before and not pronoun_behind(match):
            return (), set()  # nobody else was met
    if wants == "guest" or (wants is None and not match.items("two") and match.item("whose")):
        _add(found, _other(page, sentence, found, ties))
    visit = ties.visit_of(sentence, near=0)
    phoned = PHONED.search(sentence.shadow.text) is not None
    if wants == "visit_pair" and not (phoned or _are_guest_and_host(page, sentence, found, ties)):
        return (), set()
    then = bool(sentence.of("date"))  # who is in office no more was, when it was
    found = [f for f in found if not f.former or (f.name and (then or (visit and f.country == visit.host_country)))]
    return _at_home(match, _of_two_sides(page, sentence, match, found, ties), ties.visit_of(sentence)), more


def _are_guest_and_host(page: Page, sentence: Sentence, found: Sequence[Figure], ties: Ties) -> bool:
    """Whether those found are of the two countries of the visit that the sentence is about."""
    visit = ties.visit_of(sentence)
    lands = {figure.country for figure in found}
    return visit is not None and lands == {visit.guest_country, visit.host_country} and not page.is_transcript


def _at_home(match: Match, found: Sequence[Figure], visit: VisitFact | None) -> tuple[Figure, ...]:
    """Those found; whoever has a name and an office but no country, and was met by the guest, is of the host's side."""
    lands = {f.country for f in found if f.country}
    found = [_guest(f, visit) for f in found]
    if visit is None or visit.guest_country not in lands or lands - {visit.guest_country, visit.host_country}:
        return tuple(found)
    head = match.shadow.offsets[match.head]
    met = [i.value for slot in ("one", "two") for i in match.items(slot) if i.type == "person" and i.start > head]
    met = [f for f in met if f.name and f.office and not f.country]
    return tuple(msgspec.structs.replace(f, country=visit.host_country) if f in met else f for f in found)


def _guest(figure: Figure, visit: VisitFact | None) -> Figure:
    """The guest himself where "his Estonian counterpart" can only be he."""
    if figure.name or visit is None or visit.guest is None or visit.guest.name is None:
        return figure
    if figure.office != "counterpart" or figure.country != visit.guest_country:
        return figure
    return Figure(visit.guest.name, visit.guest.country, visit.guest.office)


def _of_two_sides(
    page: Page, sentence: Sentence, match: Match, found: Sequence[Figure], ties: Ties
) -> tuple[Figure, ...]:
    """Those found; where all are of one country, and one was told by a pronoun or an office, the other side for him."""
    loose = [i for i in (*match.items("one"), *match.items("two")) if _is_loose(page, i)]
    if len(loose) == 2 and (pair := _guest_and_host(page, sentence, found, ties)):
        return pair
    if (
        page.is_transcript
        or len({f.country for f in found if f.country}) != 1
        or len(loose) != 1
        or match.items("both")
    ):
        return tuple(found)
    meant = figures(page, sentence, loose[0])
    sure = [f for f in found if not any(f is m or f.same_as(m) for m in meant)]
    firm = [i for i in (*match.items("one"), *match.items("two")) if i is not loose[0]]
    sure = sure or [f for item in firm for f in figures(page, sentence, item)]
    return (*sure, *_other(page, sentence, sure, ties)) if sure else tuple(found)


def _guest_and_host(page: Page, sentence: Sentence, found: Sequence[Figure], ties: Ties) -> tuple[Figure, ...] | None:
    """The guest and the host where "the President met with her" names neither."""
    visit = ties.visit_of(sentence)
    if visit is None or page.is_transcript or len(found) != 2:
        return None
    guest = next((f for f in found if f.name and f.country == visit.guest_country), None)
    other = next((f for f in found if f.name is None and f.country is None), None)
    if guest is None or other is None:
        return None
    host = host_told_of(page, sentence, visit)
    return guest, host or msgspec.structs.replace(other, country=visit.host_country)


def _is_loose(page: Page, item: Item) -> bool:
    """Whether an item may mean somebody else than the last person who fits: "he", "the President"."""
    words = page.clean[item.start : item.end]
    return (
        item.type == "pronoun"
        or (item.type == "person" and words[4:].islower() and words.lower().startswith("the "))
        or words in BY_TITLE
    )


def _owns(page: Page, item: Item) -> bool:
    """Whether "his" or "her" belongs to a thing: "received her degree"."""
    word = page.clean[item.start : item.end].lower()
    return word in ("his", "their") or (word == "her" and OBJECT.match(page.clean, item.end) is None)


def _is_owner(page: Page, item: Item, match: Match) -> bool:
    """Whether what was met is only something or somebody of the person named: "met with Penn's son-in-law"."""
    name = item.value.name if item.type == "person" else None
    last = page.clean[item.start : item.end].casefold().endswith(surname(name)) if name else False
    behind = item.start > match.span()[0] and item.end >= match.span()[1]
    return last and behind and page.clean[item.end : item.end + 3] in ("'s ", "’s ")


def _add(found: list[Figure], more: Iterable[Figure], among: Sequence[Item] = ()) -> None:
    """Adds whoever is not there yet; of a list with names, an office without one only stands beside a name."""
    named = any(isinstance(item.value, Figure) and item.value.name for item in among)
    found.extend(f for f in more if (f.name or not named) and not any(f.same_as(known) for known in found))


def _meant(page: Page, sentence: Sentence, item: Item, one: Sequence[Figure], ties: Ties) -> Sequence[Figure]:
    """The persons of an item; "him" after the one who receives is somebody else."""
    if one and item.type == "pronoun" and page.clean[item.start : item.end] == "him" and not page.is_transcript:
        lands = {f.country for f in one}
        others = [i for i in sentence.of("person") if i.end <= item.start and i.value.country not in (*lands, None)]
        if not others and (other := _other(page, sentence, one, ties)):
            return other
        if others and all(i.value.same_as(others[0].value) for i in others):
            return [others[0].value]
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
    host = visit.host or host_told_of(page, sentence, visit)
    host = host or (leader_of(page, visit) if not found and item.value == "leaders" else None)
    if host is None and not found and LEADING.search(page.clean, item.start, item.end):
        host = Person(None, visit.host_country, None)
    if host is None:
        return found
    named = [i for i in sentence.of("person") if i.end <= item.start]
    sides = {visit.guest_country, visit.host_country}
    if len(named) >= 2 or {f.country for f in found} == sides:
        return found
    return tuple(Figure(p.name, p.country, p.office) for p in (visit.guest, host))


def _with_subject(
    page: Page, sentence: Sentence, match: Match, met: Sequence[Figure], ties: Ties
) -> tuple[Figure, ...]:
    """Those met, with who met them: the other side of the visit, else who is the subject of the sentence."""
    if not met:
        return ()
    other = _other(page, sentence, met, ties)
    visit = ties.visit_of(sentence)
    if visit is None or not {f.country for f in met} & {visit.guest_country, visit.host_country}:
        start = sentence.shadow.offsets[match.start]
        named = [i for i in sentence.of("person", "pronoun") if i.end <= start or i.start > match.span()[1]]
        named = [i for i in named if not BESIDE.search(page.low, sentence.start, i.start)]
        meant = (f for item in named[:1] for f in figures(page, sentence, item))
        other = [f for f in meant if f.name and f.country not in {m.country for m in met}]
    if other and not met[0].same_as(other[0]):
        other = subject_of_side(page, sentence, match, other[0]) or other
    return (*met, *other) if other else ()


def _other(page: Page, sentence: Sentence, one: Sequence[Figure], ties: Ties) -> Sequence[Figure]:
    """Whom the text spoke of, other than these: the visit's other side, else the last person of another country."""
    visit = ties.visit_of(sentence)
    for person in (visit.guest, visit.host) if visit else ():
        if person is not None and person.country not in {f.country for f in one}:
            return (Figure(person.name, person.country, person.office),)
    return ()
