"""Turns who went along and the other times that are named into further tellings: "came with Penn in 2014 and 2019"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import LETTERS
from communique.facts.dated import days_of
from communique.facts.journey_told import Telling, worth_telling
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.mentions.making import NOBODY

PERSON, DATE = LETTERS["person"], LETTERS["date"]
WITH = lazy(
    rf"(?:,? (?:in|on|last|this) {DATE}| {DATE})?,? (?:(?:together|along|jointly) with|accompanied by|alongside|with)"
    rf" (?:the )?(?P<first>{PERSON})(?:(?:, | and |, and )(?:the )?(?P<second>{PERSON}))?"
    r"(?: in tow| at (?:his|her) side|[,.;]| (?:in|on|last|to|for) )"
)
GOING = (
    "visit.travels", "visit.travels_some_way", "visit.arrives", "visit.visits", "visit.comes_plain", "visit.came_on",
    "visit.was_in",
)  # fmt: skip
AND_IN = lazy(rf",? and (?:again )?(?:then )?(?:in |on )?(?P<date>{DATE})")
APART = 40  # days between two visits told at once: "on 3 and 4 May" is one
RANK = 3  # of those who go along, but for their own sake


def companions(found: Sequence[Telling]) -> Iterator[Telling]:
    """The visits of leaders of other countries with whom somebody went."""
    for telling in found:
        match = telling.match
        if match is None or telling.rule not in GOING or telling.host_country is None:
            continue
        hit = WITH.match(match.shadow.text, match.slots["dest"].end) if "dest" in match.slots else None
        for name in ("first", "second") if hit else ():
            at = hit.start(name) if hit else -1
            figure = match.shadow.items[at].value if at >= 0 else None
            if figure is None or figure.why == NOBODY or figure.country in (None, telling.guest_country):
                continue
            if figure.country == telling.host_country or (figure.rank or 0) < RANK:
                break
            more = msgspec.structs.replace(telling, guest=figure, guest_country=figure.country)
            if worth_telling(more):
                yield more


def again(page: Page, sentence: Sentence, found: Sequence[Telling]) -> Iterator[Telling]:
    """The second time of "was in Vesta in 2014 and 2019"."""
    for telling in found:
        match = telling.match
        if match is None or telling.when is None or telling.status != "completed":
            continue
        if match.rule.gives.get("reading") is not None:
            continue
        last = next((at for at, i in sentence.shadow.items.items() if i.type == "date" and at >= match.head), None)
        hit = AND_IN.match(sentence.shadow.text, last + 1) if last is not None else None
        if hit is None:
            continue
        item = sentence.shadow.items[hit.start("date")]
        span = days_of(page, item, "past")
        if span is not None and abs((span.first - telling.when.first).days) > APART:
            yield msgspec.structs.replace(telling, when=span, kind=None, days=None)
