"""Gives tellings what stands beside them in their sentence: dates, length, declared type, notice, occasion."""

from __future__ import annotations

import datetime
import re

from communique.codebook import LETTERS
from communique.codebook.adjuncts import Found
from communique.facts.visit.adjunct_of import AFTER, is_of_another_visit, takes_over
from communique.facts.visit.dated import days_of, within_stay
from communique.facts.visit.days_apart import days_apart
from communique.facts.visit.journey_told import Telling, is_over, lies_ahead
from communique.facts.visit.last_day import AT_ONCE, last_of, to_its_end
from communique.facts.visit.nth_day import count_from
from communique.facts.visit.whose_date import ASKED_WHEN, CLAUSE, is_last, is_of_another
from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence
from communique.text import Count, Duration, Span, Tense, counts, durations

LATER = lazy(  # "two years after Penn visited Vesta", "the talks come ahead of Penn's visit": of another journey
    r"\b(?:(?:days?|weeks?|months?|years?) (?:after|before)|(?:comes?|coming|came)\b[^;,]{0,30}"
    r" (?:after|before|ahead of)) (?:the )?$|\bsince (?:the )?$"
)
OTHER_VISIT = lazy(  # "arrived in Vesta ahead of a three-day visit to Moor": what follows is not of the first
    r"\b(?:ahead of|before|after|following|prior to|then on) (?:an?|his|her|their|\S+['’]s)"
    r" (?:\S+ ){0,3}(?:visit|trip|tour)\b"
    r"|\b(?:days?|weeks?|months?|years?) (?:after|before) (?:the |\S+['’]s )(?:\S+ ){0,3}(?:visit|trip|tour)\b"
)
BEFORE_IT = lazy(  # "after the three-day visit to Vesta he will head to Moor": its length is not that of the next
    r"\b(?:ahead of|before|after|following|prior to) (?:an?|his|her|their|the) (?:\S+ ){0,4}(?:visit|trip|tour|stay)\b",
    re.I,
)
PERFECT = lazy(r"\b(?:has|have) (?:(?:just|now|already) )?(?:\w{3,}ed |begun )?")  # "has arrived": is there
WHO = lazy(r"^.,? who (?:had |has |have )?(?:\w+ )?(?:came|come|arrived|pa(?:id|ys))\b")
LONG_BEFORE = lazy(rf"{LETTERS['date']},? when (?:the )?$")
WAS_TO = lazy(  # "was set to arrive on Friday" may be told after it
    r"\b(?:was|were|had been) (?:\w+ )?(?:set|due|scheduled|expected|supposed|slated) to\b[^;]*$"
)
INTENDED = lazy(  # what did not take place, perhaps, on its day
    r"\b(?:plan(?:s|ned|ning)?|schedul\w+|due|set|supposed|meant|intend\w*|expected|hoped|was to|were to|to have"
    r"|invit\w+|accept\w*|postpon\w+|cancel\w*|put off|called off|propos\w+|agreed|promis\w+|will|is to|are to)\b"
)
THEN_OFF = lazy(
    r",? (?:was|were|has been|had been|is|are|will be) (?:\w+ )?(?:cancel|postpone|put off|called off|scrap|delay)"
)
MEANT_FOR = lazy(r"\b(?:for|of|due|set|from|begin|start|arrive|leave|travel|fly|visit)(?: on)?(?: the)? $")
WOULD = lazy(r"\bwould (?:\w+ ){0,2}$")
FROM = lazy(
    r"\b(?:from|starting|beginning|commencing|(?:began|started|begins|starts|kicked off|kicks off)"
    r"|(?:that|which) opened)(?: on)?(?: the)? $"
)  # "a three-day visit from Wednesday": its first
TENSES: dict[str, Tense] = {"completed": "past", "planned": "future", "ongoing": "present"}
OF_AN_EVENT = lazy(
    r"\S+ (?:[\w'’-]+ ){0,2}(?i:conference|forum|truce|ceasefire|war|festival|session|expo)\b(?! visit)"
    r"|\S+-day meeting\b"
)
NEXT = 24  # characters before a noun in which its own length stands: "ending a three-day visit"
LONGEST = 120  # days from one day to another within which a visit can lie


def attach(page: Page, sentence: Sentence, found: list[Telling], beside: list[Found]) -> None:
    """Gives each telling of a sentence the dates, days and adjuncts that stand in its stretch of the sentence."""
    shadow = sentence.shadow
    words = page.clean[sentence.start : sentence.end]
    heads = sorted({t.match.head for t in found if t.match})
    stays = [d for d in durations(words) if not OF_AN_EVENT.match(words, d.start)]
    lengths = [(shadow.place_of(sentence.start + d.start), d) for d in stays]
    numbers = counts(words)
    for telling in found:
        match = telling.match
        if match is None:
            continue
        left, right = _stretch(match, heads, len(shadow.text))
        other = OTHER_VISIT.search(shadow.text, match.end)
        right = min(right, other.start()) if other else right
        for adjunct in beside:
            mine = left <= adjunct.start < right and not is_of_another_visit(telling, adjunct, shadow.text, found)
            if mine and takes_over(page, telling, adjunct, sentence):
                _cover(telling, *shadow.span(adjunct.start, adjunct.end))
        past = [hit.span() for hit in BEFORE_IT.finditer(shadow.text, left, match.head) if hit.end() < match.head]
        following = next((t for t in found if t.match and t.match.head == right and t.sides != telling.sides), None)
        until = max(left, right - NEXT) if following else right
        own = [(at, d) for at, d in lengths if left <= at < until and not any(a <= at < b for a, b in past)]
        length = next((d for at, d in own if not CLAUSE.search(shadow.text, match.end, at)), None)
        _take_numbers(telling, length, numbers[0] if numbers else None, sentence.start)
        if LATER.search(shadow.text, 0, match.start):
            telling.background, telling.nominal = True, False
            right = min(right, match.end + AFTER)
            left = match.start
        if "past" in match.rule.gives and any(is_over(t, page.today()) for t in found):
            telling.status = match.rule.gives["past"]
        if telling.when is None and not telling.undated:
            telling.when = _when(page, sentence, telling, left, right)
        if _is_ahead_of(telling, page):
            telling.when = None  # "six years later he was back": counted from a day that nobody tells
        count_from(page, shadow.text, right, telling)
        if telling.when is None and telling.status == "completed" and telling.phase == "begin":
            telling.status = "ongoing" if PERFECT.search(shadow.text, match.start, match.head) else telling.status
        if telling.when is not None and telling.status != "cancelled":
            telling.status = by_date(telling, telling.when, page.day)
    for telling in found:
        if telling.when is None and (span := days_apart(page, sentence, telling, found)) is not None:
            telling.when, telling.background = span, True
            telling.status = by_date(telling, span, page.day) or _gone(span, page)


def _is_ahead_of(telling: Telling, page: Page) -> bool:
    """Whether a visit that its words tell as made has a day behind the text's."""
    made = telling.status == "completed" == telling.gives("status") and telling.phase != "end"
    return made and lies_ahead(telling.when, page.today())


def _take_numbers(telling: Telling, length: Duration | None, count: Count | None, at: int) -> None:
    """Gives a telling of a sentence that starts at `at` its length and its number in the year, and their words."""
    if length is not None:
        telling.days, telling.asides["days"] = length.days, (at + length.start, at + length.end)
    if count is not None:
        telling.count, telling.asides["count_in_year"] = count.number, (at + count.start, at + count.end)


def _gone(when: Span, page: Page) -> str | None:
    """`completed` of days that lie before the text's."""
    today = page.today()
    return "completed" if today is not None and when.first < today.first else None


def _within_stay(telling: Telling, span: Span) -> Span:
    """The span of a day before "who is on a visit": a day within the stay, not its first."""
    if telling.status != "ongoing" or telling.phase or span.end or span.first != span.last:
        return span
    return within_stay(span)


def _stretch(match: Match, heads: list[int], size: int) -> tuple[int, int]:
    """The part of the shadow whose words belong to this match and not to another, half-open."""
    before = [h for h in heads if h < match.head]
    after = [h for h in heads if h > match.head]
    return (before[-1] + 1 if before else 0), (after[0] if after else size)


def _cover(telling: Telling, start: int, end: int) -> None:
    """Widens a telling's words to those at `[start, end)`, so that they show what they gave."""
    telling.start, telling.end = min(telling.start, start), max(telling.end, end)


def _when(page: Page, sentence: Sentence, telling: Telling, left: int, right: int) -> Span | None:
    """The date phrase that belongs to a telling: in its stretch, after the head first, else the nearest before."""
    match = telling.match
    if match is None:
        return None
    dates = [(at, i) for at, i in sentence.shadow.items.items() if i.type == "date" and left <= at < right]
    after = [i for at, i in dates if at > match.head]
    before = [i for at, i in reversed(dates) if at < match.head]
    tense = TENSES.get(telling.status or "")
    if telling.host_country is not None and "bare" in match.rule.gives:
        before = []  # that of what happened during the visit
    dated = match.rule.gives.get("dated")
    if dated == "no":
        return None
    before, after = ([] if dated == "behind" else before), ([] if dated == "before" else after)
    if LONG_BEFORE.search(match.shadow.text, 0, match.start):  # "In 2021, when Penn came, trade was small; last year …"
        after = [
            i for i in after if AT_ONCE.fullmatch(sentence.shadow.text, match.end, sentence.shadow.place_of(i.start))
        ]
    if telling.status == "cancelled":
        before = [i for i in before if sentence.shadow.place_of(i.start) > match.start]  # not that of calling it off
    if match.rule.gives.get("reading") == "invitation":
        places = [(sentence.shadow.place_of(i.start), i) for i in after]
        behind = [(at, i) for at, i in places if at >= match.end - 1]
        before, after = [], [i for at, i in behind if not ASKED_WHEN.search(match.shadow.text, match.end - 1, at)]
    if WHO.match(match.shadow.text[match.start : match.end]):
        before = []  # "met on Tuesday with Penn, who came on a visit"
    if tense == "future" and WAS_TO.search(match.shadow.text, 0, match.head):
        tense = None
    for item in (*after, *before):
        last = is_last(match, sentence.shadow.place_of(item.start), item in after)
        if not last and is_of_another(page, item, match, sentence, after=item in after):
            continue
        span = _of_a_visit(last_of(page, sentence, item, tense) if last else days_of(page, item, tense))
        if span is not None and not (telling.status == "cancelled" and _is_over(page, sentence, item, span)):
            page.anchor = span.first.isoformat()
            if last and telling.phase == "begin" and telling.status == "completed":
                telling.status = "ongoing"  # "arrived on Monday for a visit until Wednesday"
            telling.phase = "end" if last else telling.phase or _first_told(telling, sentence, item, span)
            _cover(telling, item.start, item.end)
            whole = None if last or telling.status == "cancelled" else to_its_end(page, sentence, item, span, tense)
            return whole or (span if item in after or last else _within_stay(telling, span))
    return None


def _of_a_visit(span: Span | None) -> Span | None:
    """The days of a date; none where they are years from first to last, which no visit lasts."""
    return None if span is not None and span.end and (span.last - span.first).days > LONGEST else span


def _is_over(page: Page, sentence: Sentence, item: Item, span: Span) -> bool:
    """Whether a day lies behind, and is that of calling a visit off: "called off his visit on Wednesday"."""
    today, shadow = page.today(), sentence.shadow
    if today is None or span.end or span.first != span.last or span.last > today.last:
        return False
    at = shadow.place_of(item.start)
    return MEANT_FOR.search(shadow.text, 0, at) is None and THEN_OFF.match(shadow.text, at + 1) is None


def _first_told(telling: Telling, sentence: Sentence, item: Item, span: Span) -> str | None:
    """`begin` where one day stands with the length of the visit or behind "from", in its own words."""
    if span.end or span.first != span.last or telling.status == "cancelled":
        return None
    at = sentence.shadow.place_of(item.start)
    text = sentence.shadow.text
    return "begin" if FROM.search(text, 0, at) or (telling.days and telling.status == "planned") else None


def by_date(telling: Telling, when: Span, day: str | None) -> str | None:
    """The status once the date is known: what lies after the text's day is planned, before it no longer."""
    if day is None or len(day) < len("2023-12-04"):
        return telling.status
    today = datetime.date.fromisoformat(day)
    if when.first > today:
        return telling.status if telling.status in ("completed", "ongoing") and telling.phase == "end" else "planned"
    last = when.last
    if telling.phase == "begin" and when.end is None:
        last = when.first + datetime.timedelta(days=(telling.days or 2) - 1)
    if telling.status == "completed" and telling.phase == "begin" and last >= today:
        return "ongoing"
    if last < today and telling.status in (None, "ongoing"):
        return "completed"
    if last < today and telling.status == "planned" and telling.match is not None and not _was_intended(telling.match):
        return "completed"  # "would" or "next" in its sentence was said of something else
    return telling.status


def _was_intended(match: Match) -> bool:
    """Whether its sentence speaks of a visit as a plan, which may have come to nothing."""
    text = match.shadow.text
    return INTENDED.search(text) is not None or WOULD.search(text, 0, match.head) is not None
