"""The sentences of a page that tell of no other visit → how that at hand was announced, and what it was combined with.

"The trip was not made known in advance." "On Tuesday he takes part in the summit of CELAC, in the same city."
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from communique import knowledge
from communique.codebook import LETTERS
from communique.codebook.adjuncts import load_adjuncts
from communique.facts.ties import country_of
from communique.facts.visit.adjunct_of import is_of_details
from communique.facts.visit.dated import days_of
from communique.facts.visit.journey_told import Telling, speaks_of_guest
from communique.facts.visit.places import gathering_told
from communique.facts.visit.words_of import AtHand
from communique.facts.worth import sentences_with
from communique.grammar import Item, Shadow, lazy
from communique.mentions import Page, Sentence

NOTICE = lazy(  # by a word of which sentences on the notice are found
    r"\b(?:announce|notice|secre|surprise|unherald|sudden|wraps|in advance|beforehand|disclos|made (?:public|known)"
    r"|unscheduled|undisclosed|unannounced|nobody|no one|long[- ]planned|only a (?:handful|few)|confirmed only)"
)
VISIT = lazy(
    r"(?<!previous )(?<!earlier )(?<!last )(?<!next )\b(?:visit|trip|journey|tour|stop|stay|arrival|travels)\b"
    r"|\bannounced it only\b"
)
ANNOUNCED = lazy(  # of the visit itself; the guest may have announced much else
    r"\b(?:visit|trip|journey|tour)\b(?:, [^.;,]{1,40},)?[^.;,]{0,30}"
    r"\b(?:announced|made public|made known|confirmed)\b(?! (?:that|by a))"
    r"|\bannounced (?:the|his|her|their) (?:[\w-]+ ){0,2}(?:visit|trip|journey|tour)\b|\bhad announced \S+ only\b"
)
ANOTHER = lazy(  # of another visit, or of what may come
    r"\b(?:last (?:year|time)|years? (?:ago|earlier|before)|previous|earlier (?:visit|trip)|recalled|wish\w*"
    r"|invit(?:e|es|ed(?! by)|ing)|look(?:s|ed) forward|candidacy|next (?:year|month)"
    r"|(?:will|to) host|in (?:19|20)\d\d)\b"
)
MANY = lazy(  # by a word of which sentences on gatherings are found
    r"\b(?:summit|forum|conference|congress|games|expo|world cup|festivit|celebrat|parade|commemorat|dialogue)"
    r"|\b(?:cop\d|g20|g7)\b"
)
GATHERING = lazy(
    r"\b(?:summit|forum|conference|congress|games|expo|world cup|festivities|celebrations|parade|commemorations?)\b"
    rf"|[{LETTERS['event']}]"
)
NAME = r"(?P<name>(?:(?!(?:and|who|which|that|to|with|where|after|before)\b)[^\s,;:.]+ ){0,8})$"
NOT_MANY = lazy(
    r"\b(?:press|news|video|bilateral|trilateral|business|investment|investors?|trade|economic|two-way|inter-\w+|donors?"
    r"|joint)\b"
)
THERE = lazy(  # what somebody does at a gathering of many
    r"\b(?:attend(?:s|ed|ing)?|(?:tak(?:es?|ing)|took) part in|participat(?:es?|ed|ing) in|join(?:s|ed|ing)?"
    r"|(?:address|open)(?:s|ed|ing)?|(?:sp(?:eaks?|oke|eaking)|present|appear\w*) (?:at|in|to)|participation in"
    rf"|attendance at|guests? (?:of honou?r )?(?:at|of)|seat,? (?:\w+,? )?at) (?:the opening of )?{NAME}"
)
BESIDE = lazy(  # what the visit itself was near
    r"\b(?:on the eve of|(?:on|at) the occasion of|coincid\w+ with|timed to|ahead of"
    rf"|(?:immediately|just|right|a day|the day) (?:before|after|following)) {NAME}"
)
BOTH = lazy(r"\b(?:both|the (?:two )?(?:leaders|presidents|prime ministers|ministers)|the visit|the trip)\b")
BOTH_THERE = lazy(r"\b(?:both|the two (?:leaders|presidents|prime ministers|ministers)) (?:will )?attend(?:ed)?\b")
OF_WHOM = lazy(rf" of (?:the )?[{LETTERS['event']}{LETTERS['body']}]")
CLAUSE_END = lazy(r"[,;:]| (?:that|which|where|who|and)\b")
FULL = lazy(r"\d{4}-\d\d-\d\d")
AWAY = datetime.timedelta(days=15)  # from the first day of a visit, on which something else happens
NEAR = datetime.timedelta(days=4)  # between the first day of a visit and the event that it is combined with


def notice_at_hand(
    page: Page, tellings: Sequence[Telling], others: Sequence[Telling], day: str | None
) -> AtHand[str] | None:
    """Whether the visit (`tellings`) was announced, as a sentence says that speaks of it; None where none does.

    `others`: what is told of other visits. `day`: the first day of the visit, EDTF, or that of the text.
    """
    at = _full(day)
    for sentence in _sentences(page, NOTICE, others):
        text = sentence.shadow.text
        found = next(
            (f for f in load_adjuncts().read(text, "notice") if not f.denied and not is_of_details(f, text)), None
        )
        if found is None or not _is_here(sentence.shadow, found.start, found.end, tellings):
            continue
        if found.value == "announced" and not ANNOUNCED.search(text):
            continue
        if found.value == "unannounced" and _is_far(page, sentence, at, sentence.end):
            continue
        if VISIT.search(text) or speaks_of_guest(page, sentence, tellings):
            return AtHand(found.value, *sentence.shadow.span(found.start, found.end))
    return None


def event_at_hand(
    page: Page, tellings: Sequence[Telling], others: Sequence[Telling], day: str | None
) -> AtHand[str | None] | None:
    """The gathering of many that the guest went to in the same days and land, by its code, if it has one; None where
    none is told.

    `day`: the first day of the visit, EDTF, or that of the text.
    """
    at = _full(day)
    host = next((t.host_country for t in tellings if t.host_country), None)
    for sentence in _sentences(page, MANY, others):
        shadow = sentence.shadow
        if not _is_here(shadow, 0, len(shadow.text), tellings):
            continue
        guests = speaks_of_guest(page, sentence, tellings)
        far = _is_far(page, sentence, at, sentence.end)
        held = next((i for i in sentence.items if not far and _is_held(i, host, at)), None)
        if held is not None and (guests or BOTH.search(shadow.text)):
            return AtHand(str(held.value), held.start, held.end)
        for hit in GATHERING.finditer(shadow.text):
            if far and _is_far(page, sentence, at, _clause_end(sentence, hit.end())):
                continue
            go = guests or BOTH_THERE.search(shadow.text, 0, hit.start())
            told = THERE.search(shadow.text, 0, hit.start()) if go else None
            told = told or BESIDE.search(shadow.text, 0, hit.start())
            if told is None or NOT_MANY.search(told["name"]):
                continue
            if go or VISIT.search(shadow.text, 0, told.start()):
                whose = OF_WHOM.match(shadow.text, hit.end())
                named = shadow.items_in(told.start("name"), whose.end() if whose else hit.end())
                return AtHand(gathering_told(named), *shadow.span(told.start(), hit.end()))
    return None


def _full(day: str | None) -> datetime.date | None:
    """The day of an EDTF date that has one."""
    return datetime.date.fromisoformat(day[:10]) if day and FULL.match(day) else None


def _is_far(page: Page, sentence: Sentence, at: datetime.date | None, end: int) -> bool:
    """Whether a sentence, up to `end`, dates what it tells to other days than those around one that is known."""
    if at is None:
        return False
    dates = [item for item in sentence.of("date") if item.start < end]
    spans = [span for item in dates if (span := days_of(page, item, None))]
    return any(span.last < at - AWAY or span.first > at + AWAY for span in spans)


def _clause_end(sentence: Sentence, place: int) -> int:
    """Where in the text the clause of a place of the shadow ends: "the summit, the bloc that he left in 2020"."""
    turn = CLAUSE_END.search(sentence.shadow.text, place)
    return sentence.shadow.span(place, turn.start() if turn else len(sentence.shadow.text))[1]


def _is_held(item: Item, host: str | None, at: datetime.date | None) -> bool:
    """Whether a name is that of a gathering which the tables know in a land within some days of one."""
    if at is None or item.type not in ("event", "body"):
        return False
    first, last = (at - NEAR).isoformat(), (at + NEAR).isoformat()
    held = knowledge.load().events(str(item.value))
    return any(event.iso3 == host and event.start <= last and event.end >= first for event in held)


def _sentences(page: Page, words: re.Pattern[str], others: Sequence[Telling]) -> Iterator[Sentence]:
    """The sentences with some words that tell of no other visit and do not look elsewhere."""
    elsewhere = {t.sentence for t in others}
    for index in sentences_with(page, words, 0):
        if index not in elsewhere and not ANOTHER.search((sentence := page.sentence(index)).shadow.text):
            yield sentence


def _is_here(shadow: Shadow, start: int, end: int, tellings: Sequence[Telling]) -> bool:
    """Whether the clause around some words names no land but those of the visit."""
    turns = [hit.end() for hit in CLAUSE_END.finditer(shadow.text, 0, start)]
    close = CLAUSE_END.search(shadow.text, end)
    items = shadow.items_in(turns[-1] if turns else 0, close.start() if close else len(shadow.text))
    lands = {tellings[0].guest_country, *(t.host_country for t in tellings)}
    return {country_of(item.value) for item in items if item.type in ("city", "country")} <= lands
