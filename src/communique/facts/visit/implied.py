"""Turns what a sentence tells by the way into tellings: the visit it is measured against, "the visiting president"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.codebook import LETTERS, Codebook
from communique.facts.visit.compared import compared
from communique.facts.visit.for_event import mark_events
from communique.facts.visit.journey_told import Telling, worth_telling
from communique.facts.visit.places import spot_named
from communique.facts.visit.telling import tellings
from communique.grammar import lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.refer import whole

VISITING = lazy(r"(?:the )?(?:\w+ )?visiting ", re.I)
MODIFIES = lazy(  # "was visiting President Penn" is no "visiting president"
    r"(?:[.,;:(—] |\b(?:the|with|by|and|to|met|hosted|received|welcomed|greeted|told|that|thanked) )$"
)
HEADLINE = 90  # characters at most
IN_PLACE = lazy(r"\W?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3} in (?:the )?[A-ZÀ-Þ]")
HEADED = lazy(
    rf"\W?(?P<guest>{LETTERS['person']}) in (?:the )?(?P<place>[{LETTERS['country']}{LETTERS['city']}])"
    r"(?:[:,]| [-–—]| (?:after|for|to|as|with|on|amid|but|and)\b|$)"
)
RANK = 3  # of a host by whom it can be told where somebody is on a visit


def all_tellings(page: Page, sentence: Sentence, codebook: Codebook) -> list[Telling]:
    """Every visit that a sentence tells of: those told outright, then those it implies."""
    found = tellings(page, sentence, codebook)
    found = [*found, *compared(page, sentence, found, codebook), *_visiting(page, sentence, found)]
    if found:
        mark_events(page, sentence, found)
    return found


def headline(page: Page) -> Iterator[Telling]:
    """Of a headline such as "Penn in Vesta: half a step" the visit."""
    start, end = page.spans[0] if page.spans else (0, 0)
    if end - start > HEADLINE or not IN_PLACE.match(page.clean, start, end):
        return
    shadow = page.sentence(0).shadow
    hit = HEADED.match(shadow.text)
    if hit is None:
        return
    guest, place = shadow.items[hit.start("guest")].value, shadow.items[hit.start("place")].value
    guest = whole(page, guest)
    first, last = shadow.span(*hit.span())
    telling = Telling(
        sentence=0, start=first, end=last, rule="visit.headline", guest=guest, guest_country=guest.country,
        host_country=_country(place), spot=spot_named(place), title=True,
    )  # fmt: skip
    if telling.host_country and worth_telling(telling):
        page.visited = page.visited or telling.host_country
        yield telling


def _visiting(page: Page, sentence: Sentence, found: Sequence[Telling]) -> Iterator[Telling]:
    """Of "the visiting French president" the visit to the country of the one whom the sentence names beside him."""
    people = sentence.of("person")
    for item in people:
        guest: Figure = item.value
        if not VISITING.match(page.clean, item.start, item.end) or any(t.guest_country == guest.country for t in found):
            continue
        if item.start > sentence.start and not MODIFIES.search(page.clean, item.start - 12, item.start):
            continue
        hosts = [i.value for i in people if i.value.country != guest.country and (i.value.rank or 0) >= RANK]
        country = hosts[0].country if hosts else next((c for c in _places(sentence) if c != guest.country), None)
        telling = Telling(
            sentence=sentence.index, start=item.start, end=item.end, rule="visit.visiting", guest=guest,
            guest_country=guest.country, host=hosts[0] if hosts else None, host_country=country, nominal=True,
        )  # fmt: skip
        if country and worth_telling(telling):
            yield telling


def _places(sentence: Sentence) -> Iterator[str]:
    return (code for item in sentence.of("city", "country") if (code := _country(item.value)))


def _country(value: object) -> str | None:
    code = getattr(value, "country", value)
    return code if isinstance(code, str) else None
