"""Sentences that tell on which day the guest at hand came or leaves, and not where → his visit again, with that day.

"The monarch, who landed on Tuesday and leaves on Saturday", "he had stepped off his plane on Sunday".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import LETTERS
from communique.facts.ties import country_of
from communique.facts.visit.dated import days_of
from communique.facts.visit.journey_told import NOT_NOW, Telling, is_at_hand, lies_ahead
from communique.facts.worth import sentences_with
from communique.grammar import Item, lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures
from communique.text import Span, Tense

WORTH = lazy(
    r"\b(?:le(?:aves?|ft)|depart\w*|fl(?:y|ew|ies)|go(?:es)?|went|heads?|stepped|touched|since|plane|aircraft|jet|train)\b"
)
SOMEBODY = rf"[{LETTERS['person']}{LETTERS['pronoun']}{LETTERS['group']}]"
ON = (
    rf"(?: (?:here|{LETTERS['there']}))?(?: (?:late|early|again|straight|back))?,?"
    r" (?:on |in the small hours of |at dawn on )?"
)
DAY = rf"(?P<day>{LETTERS['date']})"
ASIDE = r"(?:,? who|, [^,;.]{1,60},)?(?: (?!and |but )[\w'’-]+| [^\w\s,;.]){0,6}"
IS_TO = r"(?:will|(?:is|are|was|were)(?: \w+)? (?:due |set |scheduled |expected )?to) "
LEFT = lazy(
    rf"(?P<who>{SOMEBODY})(?:{ASIDE} (?:on |for )?{LETTERS['date']},?)?(?:,? and)?{ASIDE}"
    r" (?:leaves?|left|departs?|departed|(?:fl(?:y|ies|ew)|go(?:es)?|went|heads?|headed) (?:home|back|out)"
    rf"|{IS_TO}(?:leave|depart|(?:fly|go|head|return) (?:home|back|out)))(?: home)?{ON}{DAY}"
)
CAME = lazy(
    rf"(?P<who>{SOMEBODY})(?:{ASIDE} (?:stepped|came|got|climbed) (?:off|down|out of) [^,;.]{{3,40}}?{ON}"
    r"|(?:['’]s)? (?:plane|aircraft|jet|train) (?:had )?"
    rf"(?:touched down|landed|arrived|rolled in|put down|set down){ON}"
    r"|(?:,? who)?(?:,| (?:has|have|had) been)"
    rf" (?:here|in town|on the ground|(?:in (?:the )?)?[{LETTERS['there']}]|in the (?:capital|city)) since ){DAY}"
)
AHEAD = lazy(r" (?:leaves?|departs?|fl(?:y|ies)|go(?:es)?|heads?|return)\b(?!.* (?:left|departed|flew|went|headed)\b)")
ONWARD = lazy(r"(?: \w+)? for (?:the )?(?P<place>\S)")
LATELY, SOON = datetime.timedelta(days=10), datetime.timedelta(days=15)


PHASES = (("begin", CAME), ("end", LEFT))


def came_and_left(page: Page, found: Sequence[Telling]) -> Iterator[Telling]:
    """The visits at hand told again, each with the day of a sentence that tells of its guest's coming or leaving.

    Args:
        page: the page.
        found: the visits that its sentences tell of.
    """
    today = page.today()
    first = {t.sides: t.status for t in sorted(found, key=lambda t: -t.sentence)}  # as a page tells of each first
    now = [
        t for t in found
        if t.host_country is not None and t.guest is not None and t.status not in NOT_NOW
        and first[t.sides] not in NOT_NOW and is_at_hand(t, today)
    ]  # fmt: skip
    for index in sentences_with(page, WORTH, page.text.body_start) if now else ():
        sentence = page.sentence(index)
        for phase, words in PHASES:
            for hit in words.finditer(sentence.shadow.text):
                told = _told_again(page, sentence, now, phase, hit)
                if told is not None:
                    yield told


def _told_again(
    page: Page, sentence: Sentence, now: Sequence[Telling], phase: str, hit: re.Match[str]
) -> Telling | None:
    """The visit of whoever came or left, with that day; None where it is of none or of several lands."""
    items = sentence.shadow.items
    person, date = items[hit.start("who")], items[hit.start("day")]
    mine = [t for t in now if any(t.guest.same_as(one) for one in figures(page, sentence, person) if t.guest)]
    lands = {t.host_country for t in mine}
    land = page.scene if page.scene in lands else next(iter(lands)) if len(lands) == 1 else None
    visit = next((t for t in mine if t.host_country == land), None)
    if visit is None or _elsewhere(sentence, hit, str(land)):
        return None
    when = _day(page, date, "past" if phase == "begin" or not AHEAD.search(hit[0]) else "future")
    begun = visit.status is not None or visit.host is not None or page.scene == land
    if when is None or (not begun and lies_ahead(when, page.today())):
        return None  # "leaves on Friday" may be for the visit
    return msgspec.structs.replace(
        visit, sentence=sentence.index, start=person.start, end=date.end, when=when, phase=phase, match=None,
        host=None, spot=None, kind=None, days=None, notice=None, occasion=None, combined_with=None, count=None,
        status=_status(page, phase, when), title=False, tour=False, asides={},
    )  # fmt: skip


def _elsewhere(sentence: Sentence, hit: re.Match[str], land: str) -> bool:
    """Whether the words name a place outside the host's land before the day, or go for the host's behind it."""
    shadow = sentence.shadow
    on = ONWARD.match(shadow.text, hit.end())
    to = shadow.items.get(on.start("place")) if on else None
    if to is not None and country_of(to.value) == land:
        return True  # "leaves on Friday for Vesta": the visit is to come
    named = [i for at, i in shadow.items.items() if hit.start() < at < hit.end() and i.type in ("city", "country")]
    return any(country_of(item.value) != land for item in named)


def _day(page: Page, item: Item, tense: Tense | None) -> Span | None:
    """The one day that a date means, in the days about the text."""
    when, today = days_of(page, item, tense), page.today()
    if when is None or when.first != when.last or item.start < page.dated[1]:
        return None
    near = today is None or today.first - LATELY <= when.first <= today.first + SOON
    return when if near else None


def _status(page: Page, phase: str, when: Span) -> str | None:
    """Under way where the guest is still to leave."""
    return "ongoing" if phase == "end" and lies_ahead(when, page.today()) else "completed"
