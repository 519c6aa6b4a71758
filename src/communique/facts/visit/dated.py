"""A date phrase of a page → its days; "a day later", "in May of that year" are counted from the date told before it."""

from __future__ import annotations

import datetime
from typing import TypeAlias

import msgspec

from communique.grammar import Item, lazy
from communique.mentions import Page
from communique.text import DateMention, Span, Tense, resolve
from communique.text.spans import one_day

REACH = 4  # sentences before, in which the date is sought that a phrase is counted from
BRIEFED = lazy(r"\b(?:briefing|gaggle|press conference)\b")  # in a title
CLAUSE = 80  # characters of a sentence before a date in which the verb stands that tells its tense
VERB = lazy(
    r"\b(?:(?P<open>(?:was|were|had been) (?:\w+ )?(?:set|due|scheduled|expected|supposed|slated|to|planned)|postponed"
    r"|announced|invited|agreed)"
    r"|(?P<future>will|would|shall|may|could|(?:is|are) (?:\w+ )?(?:to|due|set|scheduled|expected|slated)|plans? to"
    r"|ahead of|upcoming)"
    r"|(?P<past>began|started|opened|ended|concluded|kicked off|wrapped up|wound up|met|held|attended|took part"
    r"|came|went|left|flew|arrived|landed|visited|travell?ed|toured|reached|hosted|received|welcomed|signed|addressed))\b"
)
Known: TypeAlias = dict[tuple[int, Tense | None], Span | None]  # by the place of a date and the tense of its verb
LONGEST = {"day": 0, "week": 6, "month": 31}  # days that it may span, by the unit in which it is counted


def days_of(page: Page, item: Item, tense: Tense | None) -> Span | None:
    """The days that a date item means; None where they cannot be told.

    Args:
        page: its page.
        item: the date.
        tense: that of the phrase's verb.
    """
    return _days(page, item, tense, {})


def _days(page: Page, item: Item, tense: Tense | None, known: Known) -> Span | None:
    """The same; `known`: the days of dates before it, each told once however many are counted from one another."""
    mention: DateMention = item.value
    if tense is None and mention.form == "weekday":
        tense = _tense_beside(page, item)
    key = (item.start, tense)
    if key not in known:
        anchor = None
        if mention.form == "later" or mention.told or (mention.form == "days" and mention.month is None):
            anchor = _told_before(page, item, tense, known) or page.anchor
        span = resolve(mention, published=page.day, tense=tense, anchor=anchor, year=page.year)
        known[key] = _as_briefed(page, mention, tense, span)
    return known[key]


def _as_briefed(page: Page, mention: DateMention, tense: Tense | None, span: Span | None) -> Span | None:
    """The days; a week later where a spokesman says of his own weekday what will be: of that day he says "today"."""
    alone = mention.form == "weekday" and mention.shift is None and mention.last_weekday is None
    if span is None or span != page.today() or tense != "future" or not alone:
        return span
    is_briefing = BRIEFED.search(page.low, 0, page.text.body_start) is not None
    return one_day(span.first + datetime.timedelta(days=7)) if is_briefing else span


def _tense_beside(page: Page, item: Item) -> Tense | None:
    """That of the verb that stands last before a date in its sentence: "began his visit on Monday, where …"."""
    start, _ = page.spans[page.index_at(item.start)]
    verbs = [*VERB.finditer(page.low, max(start, item.start - CLAUSE), item.start)]
    if not verbs:
        return None
    return {"past": "past", "future": "future"}.get(verbs[-1].lastgroup or "")  # type: ignore[return-value]


def within_stay(span: Span) -> Span:
    """One day as a day within a visit, of which it need not be the first."""
    return msgspec.structs.replace(span, edtf=f"{span.edtf.rstrip('~')}~")


def _told_before(page: Page, item: Item, tense: Tense | None, known: Known) -> str | None:
    """The first day of the last date that stands before a phrase and is as fine as the phrase's unit."""
    longest = 366 if item.value.told else LONGEST.get(item.value.unit or "day", 366)
    here = page.index_at(item.start)
    for index in range(here, max(-1, here - 1 - REACH), -1):
        for before in reversed(page.sentence(index).of("date")):
            if before.end > item.start or before.start < page.dated[1]:
                continue
            span = _days(page, before, tense, known)
            if span is not None and (span.end or (span.last - span.first).days <= longest):
                return span.first.isoformat()
    return None
