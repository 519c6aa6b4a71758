"""Turns who went along and the other times that are named into further tellings: "came with Penn in 2014 and 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import LETTERS
from communique.facts.visit.dated import days_of
from communique.facts.visit.journey_told import Telling, worth_telling
from communique.grammar import Match, Shadow, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.making import NOBODY

PERSON, DATE = LETTERS["person"], LETTERS["date"]
WITH = lazy(
    rf"(?:,? (?:in|on|last|this) {DATE}| {DATE})?,? (?:(?:together|along|jointly) with|accompanied by|alongside|with)"
    rf" (?:the )?(?P<first>{PERSON})(?:(?:, | and |, and )(?:the )?(?P<second>{PERSON}))?"
    rf"(?:(?:, | and |, and )(?:the )?(?P<third>{PERSON}))?"
    r"(?: in tow| at (?:his|her) side|[,.;]| (?:in|on|last|to|for) )"
)
AND_IN = lazy(
    rf",? and (?:again |another (?:\w+ )?(?:visit |trip |one |time )?)?(?:then )?(?:in |on )?(?P<date>{DATE})"
)
AND_AGAIN = lazy(
    rf"[^;]{{0,90}},? and (?:then )?again (?:in |on )?(?P<date>{DATE})"
)  # "first in 2001, and again in 2004"
AND_TO = lazy(  # "came to Penn in May, for a summit, and to Moor in June"
    r"(?:,? for [^,;]{1,50})?,? and (?:again )?(?:then )?(?:to|in)"
    rf" (?P<place>[{LETTERS['city']}{LETTERS['country']}]) (?:in |on )?(?P<date>{DATE})"
)
AS_THEN = lazy(
    rf"\b,? (?:just )?as (?P<who>[{PERSON}{LETTERS['pronoun']}]) (?:had done|has done|had|has|did)(?: so)?"
    rf"(?: too| also)? (?:in |on |back in )?(?P<date>{DATE})"
)
ONE_MORE = lazy(
    r"(?:,|;|,? and|,? then|,? and then|, followed by)(?: later)? (?:(?:by|of|those? of|that of) )?(?:the )?"
    rf"(?P<who>{PERSON})(?:['’]s)?,?(?: in| on)? \(?(?P<date>{DATE})\)?"
)
LISTED = lazy(  # "already there are the prime ministers of Vesta, Penn; Moor, Arlo; and Tarn, Ebb"
    rf"[;,] (?:and |as well as )?(?:(?:{LETTERS['pronoun']}|the) )?(?:{LETTERS['country']}, )?(?P<who>{PERSON})"
)
APART = 40  # days between two visits told at once: "on 3 and 4 May" is one
RANK = 3  # of those who go along, but for their own sake


def companions(found: Sequence[Telling]) -> Iterator[Telling]:
    """The visits of leaders of other countries with whom somebody went."""
    for telling in found:
        match = telling.match
        if match is None or "company" not in match.rule.gives or telling.host_country is None:
            continue
        for figure in _mates(match):
            if figure.why == NOBODY or figure.country in (None, telling.guest_country):
                continue
            if figure.country == telling.host_country or (figure.rank or 0) < RANK:
                break
            more = msgspec.structs.replace(telling, guest=figure, guest_country=figure.country)
            if worth_telling(more):
                yield more


def _mates(match: Match) -> list[Figure]:
    """Who went along: named in a slot of the rule, else behind "with" after the place."""
    if "mate" in match.slots:
        return [item.value for item in match.items("mate")]
    hit = WITH.match(match.shadow.text, match.slots["dest"].end) if "dest" in match.slots else None
    places = [hit.start(name) for name in ("first", "second", "third") if hit[name]] if hit else []
    return [match.shadow.items[at].value for at in places]


def others(page: Page, sentence: Sentence, found: Sequence[Telling]) -> Iterator[Telling]:
    """The guests that follow with their years: "Penn, who came in 1993, Moor (2004) and Arlo in 2016"."""
    for telling in found:
        if telling.when is None or telling.host_country is None or telling.status != "completed":
            continue
        shadow = sentence.shadow
        ends = [at for at, i in shadow.items.items() if i.type == "date" and i.end == telling.end]
        at = ends[0] + 1 if ends else -1
        while at > 0 and (hit := ONE_MORE.match(shadow.text, at)) is not None:
            at = hit.end()
            figure = shadow.items[hit.start("who")].value
            span = days_of(page, shadow.items[hit.start("date")], "past")
            if span is None or figure.country in (None, telling.host_country) or figure.why == NOBODY:
                break
            yield msgspec.structs.replace(
                telling, guest=figure, guest_country=figure.country, when=span, kind=None, days=None, host=None,
                start=shadow.span(hit.start("who"), at)[0], end=shadow.span(hit.start("who"), at)[1],
                background=True,
            )  # fmt: skip


def listed(found: Sequence[Telling]) -> Iterator[Telling]:
    """The guests that follow in a list parted by semicolons."""
    for telling in found:
        match = telling.match
        if match is None or "series" not in match.rule.gives or match.item("guest") is None:
            continue
        at = match.slots["guest"].end
        while (hit := LISTED.match(match.shadow.text, at)) is not None:
            at = hit.end()
            figure = match.shadow.items[hit.start("who")].value
            more = msgspec.structs.replace(telling, guest=figure, guest_country=figure.country, host=None)
            more.end = max(telling.end, match.shadow.span(hit.start("who"), at)[1])
            if figure.why != NOBODY and figure.country != telling.host_country and worth_telling(more):
                yield more


def again(page: Page, sentence: Sentence, found: Sequence[Telling]) -> Iterator[Telling]:
    """The second time of "was in Vesta in 2014 and 2019", of "made it his first stop, as he had in June 2022"."""
    for telling in found:
        match = telling.match
        if (
            match is None
            or telling.host_country is None
            or match.rule.gives.get("reading") not in (None, "hosted_then")
        ):
            continue
        hit = _second(match, telling)
        if hit is None:
            continue
        item = sentence.shadow.items[hit.start("date")]
        span = days_of(page, item, "past")
        if span is None or (telling.when and abs((span.first - telling.when.first).days) <= APART):
            continue
        guest = _doer(sentence, hit, telling)
        if guest is not None and guest.country == telling.guest_country:
            end = max(telling.end, sentence.shadow.span(hit.start() + 1, hit.end())[1])
            yield msgspec.structs.replace(
                telling, when=span, kind=None, days=None, guest=guest, background=True, status="completed", phase=None,
                end=end,
            )  # fmt: skip


def _second(match: Match, telling: Telling) -> re.Match[str] | None:
    """Where a second date stands of which the same is told."""
    shadow = match.shadow
    if telling.when is not None and telling.status == "completed":
        dates = [at for at, item in shadow.items.items() if item.type == "date" and at >= match.head]
        ways = (one.match(shadow.text, dates[0] + 1) for one in (AND_IN, AND_AGAIN, AND_TO)) if dates else ()
        hit = next(filter(None, ways), None)
        if hit and ("place" not in hit.groupdict() or _land(shadow, hit) == telling.host_country):
            return hit
    return AS_THEN.search(shadow.text, match.head)


def _land(shadow: Shadow, hit: re.Match[str]) -> str | None:
    value = shadow.items[hit.start("place")].value
    return str(getattr(value, "country", value))


def _doer(sentence: Sentence, hit: re.Match[str], telling: Telling) -> Figure | None:
    """Who did the same: he who is named there, else the same again."""
    at = hit.start("who") if "who" in hit.groupdict() and hit["who"] else -1
    item = sentence.shadow.items[at] if at >= 0 else None
    return item.value if item is not None and item.type == "person" else telling.guest
