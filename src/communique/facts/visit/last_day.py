"""A date behind "until", or a range behind a first day → the last day of a visit."""

from __future__ import annotations

from datetime import timedelta

from communique.facts.visit.dated import days_of
from communique.facts.visit.whose_date import UNTIL
from communique.grammar import Item, lazy
from communique.mentions import Page, Sentence
from communique.text import DateMention, Span, Tense
from communique.text.spans import between, one_day

AT_ONCE = lazy(r",? ?(?:\(|(?:on|from|in|between)(?: the)? )?")


def last_of(page: Page, sentence: Sentence, item: Item, tense: Tense | None) -> Span | None:
    """The last day that a date tells; one behind "until" is counted from the day that stands before it."""
    shadow = sentence.shadow
    before = [i for i in sentence.of("date") if i.end <= item.start and i.start >= page.dated[1]]
    if not before or not UNTIL.search(shadow.text, 0, shadow.place_of(item.start)):
        return days_of(page, item, tense)
    first = days_of(page, before[-1], tense)
    single = first is not None and not first.end and first.first == first.last
    return _not_before(page, item, first) if first is not None and single else days_of(page, item, tense)


def to_its_end(page: Page, sentence: Sentence, item: Item, span: Span, tense: Tense | None) -> Span | None:
    """From the first day that a date tells to the last one told behind it: "on Sunday for a visit until Wednesday".

    Of a month or week the days that stand at once behind it: "earlier this month, on May 3 and 4".
    """
    shadow = sentence.shadow
    if span.end or span.first != span.last:
        return _finer(page, sentence, item, span, tense)
    for nth, later in enumerate(i for i in sentence.of("date") if i.start > item.end):
        whole = days_of(page, later, tense)
        if whole is not None and whole.end and whole.first == span.first:
            return whole
        if not nth and UNTIL.search(shadow.text, 0, shadow.place_of(later.start)):
            last = _not_before(page, later, span)
            return between(span, last) if last is not None and last.first > span.first else None
    return None


def _finer(page: Page, sentence: Sentence, item: Item, span: Span, tense: Tense | None) -> Span | None:
    """The days that stand at once behind a longer time in which they lie."""
    shadow = sentence.shadow
    later = next((i for i in sentence.of("date") if i.start >= item.end), None)
    if later is None or not AT_ONCE.fullmatch(
        shadow.text, shadow.place_of(item.start) + 1, shadow.place_of(later.start)
    ):
        return None
    days = days_of(page, later, tense)
    if days is None or days.first < span.first or days.last > span.last:
        return None
    return days if days.last - days.first < span.last - span.first else None


def _not_before(page: Page, item: Item, first: Span) -> Span | None:
    """A date as the next one from a first day on."""
    mention: DateMention = item.value
    if mention.form != "weekday" or mention.weekday is None:
        return days_of(page, item, "future")
    return one_day(first.first + timedelta(days=(mention.weekday - first.first.weekday()) % 7))
