"""A match of a protocol rule → who did it, and on which visit."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.grammar import Item, Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.people import HEADS
from communique.mentions.refer import figures
from communique.records import VisitFact

ALSO = lazy(r",? (?:and|with|together with|accompanied by) (?:the )?")
GROUPS = ("delegation", "delegations", "spokesperson", "leaders")  # nobody who receives a guest
APPOSED = lazy(  # the name behind an office, and what it is an office of
    r"(?: (?:of|for|in) [^,;.:()]{1,40}| [a-z]+)?, (?:(?:Dr|Mr|Mrs|Ms|H\.? ?E|HRH|Gen|Shri|Smt)\.? )*"
    r"([A-ZÀ-Þ][\w'’-]+(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|(?:bin|bint|al|de|da|van|von|el|ben|ibn|der)(?= [A-ZÀ-Þ]))){1,4})"
    r"(?=[,.;)]| (?:and|with|in|at|on)\b)"
)
PLACES = ("city", "country", "venue", "date", "event")
BESIDE = ("attended", "accompanied", "joined", "followed", "preceded", "flanked")
BY = lazy(r" by (?=\S)")
AWAY = lazy(
    r"[;:()]|, (?:where|while|before|after|which|when)\b|\bfollowed\b"
    r"| and (?:then )?(?:he|she|they|a|an|the|was|were)\b"
)
REACH = 60  # characters around a courtesy in which its host and its number stand


def visit_to_him(match: Match, visits: Sequence[VisitFact], visit: VisitFact) -> VisitFact:
    """The main visit to the land of whoever did it, where he is of another than the given one's host; else that."""
    people = [i.value for i in match.items("official") or _by(match) if i.type == "person"]
    lands = {figure.country for figure in people if figure.country}
    if not lands or not lands.isdisjoint((visit.host_country, visit.guest_country)):
        return visit
    return next((v for v in visits if v.mention == "main" and v.host_country in lands), visit)


def official_of(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> Figure | None:
    """The host's person who did it: the rule's slot, else whoever stands after "by" close behind."""
    items = match.items("official") or _by(match)
    for item in items:
        if item.type == "office":
            words = " ".join(page.clean[item.start : item.end].split()).lower()
            own = _of_the_host(page, Figure(None, visit.host_country, words, page.known.rank_of(words)), visit)
            return _with_name(page, sentence, item, own) if own is not None else None
        for figure in figures(page, sentence, item):
            if figure.country is None and (figure.name or figure.office) and figure.office not in GROUPS:
                own = _of_the_host(page, figure, visit)
                return _with_name(page, sentence, item, own) if own is not None else None
            if figure.country == visit.host_country and (figure.name or figure.office):
                return _with_name(page, sentence, item, _first_of_two(page, sentence, item, figure))
    return None


def _with_name(page: Page, sentence: Sentence, item: Item, figure: Figure) -> Figure:
    """Whoever is told by his office, with the name behind it: "the deputy governor of the province, Jan Smit"."""
    name = None if figure.name else APPOSED.match(page.clean, item.end, sentence.end)
    if name is None or any(i.type in PLACES and name.start(1) <= i.start < name.end(1) for i in sentence.items):
        return figure
    return msgspec.structs.replace(figure, name=name[1])


def _first_of_two(page: Page, sentence: Sentence, item: Item, figure: Figure) -> Figure:
    """Whoever is named before one of his own country, where he is of higher rank: "the King and the Crown Prince"."""
    before = [i for i in sentence.of("person") if i.end <= item.start]
    if not before or not ALSO.fullmatch(page.clean, before[-1].end, item.start):
        return figure
    first: Figure = before[-1].value
    return first if first.country == figure.country and (first.rank or 0) > (figure.rank or 0) else figure


def _of_the_host(page: Page, figure: Figure, visit: VisitFact) -> Figure | None:
    """Whoever is told without a country, as one of the host's; None where only the guest holds such an office."""
    own = msgspec.structs.replace(figure, country=visit.host_country)
    if figure.name or visit.host_country is None or (figure.rank or 0) < HEADS:
        return own
    holder = page.memory.in_office(figure.office or "", visit.host_country, former=figure.former)
    if holder.name:
        return holder
    code = page.known.office_code
    guests = visit.guest is not None and code(visit.guest.office or "") == code(figure.office or "")
    return None if guests else own


def _by(match: Match) -> list[Item]:
    """Whoever is first named behind "by" in the clause of a courtesy."""
    text = match.shadow.text
    by = BY.search(text, match.end, match.end + REACH)
    if by is None or AWAY.search(text, match.end, by.end()) or text.endswith(BESIDE, match.end, by.start()):
        return []  # of something else, or who only was there too
    found = [(at, item) for at, item in match.shadow.items.items() if by.end() <= at < by.end() + REACH]
    for at, item in sorted(found, key=lambda pair: pair[0]):
        if AWAY.search(text, by.end(), at):
            return []
        if item.type in ("person", "office", "pronoun"):
            return [item]
    return []
