"""A page and its main visit → what the text says of that visit where no telling does: declared kind, length, status."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from communique.codebook.adjuncts import load_adjuncts
from communique.facts.ties import countries_in, country_of
from communique.facts.visit.beside import OTHER_VISIT
from communique.facts.visit.journey_told import Telling, lies_ahead
from communique.facts.visit.still_there import goes_on
from communique.facts.visit.words_of import AtHand
from communique.facts.worth import sentences_with
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.text import NUMBERS, Span, durations

KIND = lazy(r"\b(?:state|official|working|private|friendly)[\"'”’]? (?:\w+ )?(?:visit|trip)|\bvisit of state\b")
CALLED = lazy(
    r"\b(?:describ|bill|call|term|label|present|styl)\w* (?:the|his|her|this) (?:trip|visit|journey|tour)"
    r" (?:as )?(?:an? )?[\"“'‘]?(?:\w+ ){0,2}(?:state|official|working|private)\b"
)
LENGTH = lazy(r"\b(?:(?:one|two|three|four|five|six|\d)[- ](?:day|week)s?|(?:week|day)-?long)\b")
STAY = lazy(
    r"(?:day|week)s?(?:-?long)?[- ](?:\w+ ){0,3}(?:visit|trip|stay|pilgrimage|journey|stopover"
    r"|tour(?! (?:of|through)))\b"
    r"|\bdays of (?:meetings|talks)\b|\b(?:visit|trip|stay|journey) of \w+ (?:day|week)s?\b"
)
TOUR = lazy(  # of several lands, whose length is that of no one of them
    r"\b(?:african|asian|european|latin|american|balkan|gulf|pacific|regional|(?:two|three|four|five|six)-"
    r"(?:nation|country|state|stop))\b",
    re.I,
)
DAYS_IN = lazy(r"(?<!first )(?<!last )(?<!next )\b(?P<number>two|three|four|five|six|seven) days in (?:the )?")
HOME = lazy(r"\b(?:flew|returned|left|departed|headed|back|home|regained|wrapped up)\b")
BREAKS = lazy(r"[,;:()–—] ?")
OTHERS = lazy(
    r"\b(?:last|previous|earlier|former|ago|next|return|another|again|since|later this year|invit\w+|will pay"
    r"|years?|never|rank|usual\w*|below|above|short of|than|instead|unlike|(?:19|20)\d\d)\b"
)  # of what another visit was, or what visits are
AHEAD = lazy(
    r"\b(?:will|shall|upcoming|forthcoming|(?<!said )(?<!seemed )(?<!proved )(?<!appeared )(?<!believed )to be|ahead of"
    r"|plans?|planned|next|preview\w*|prepar\w+|includes)\b"
)
PAST = lazy(r"\b(?:took|taken|(?:ha[sd]|was|were) (?:\w+ )?(?:\w{3,}ed|been|our|the)|went|came|brought)\b")
VISIT_TO = lazy(r"\b(?:visit|trip) to (?:the )?")
DROPPED = lazy(r"\b(?:cancel\w*|call(?:s|ed)? off|scrap\w*|abandon\w*)\b")  # what is not only put off
NEW_DAY = lazy(r"\b(?:will|now|is to|are to)\b")
ENDED = lazy(
    r"\b(?:visit|trip|tour|stay)(?:,? which|,? that)? (?:has |had )?(?:just )?"
    r"(?:ended|concluded|wrapped up|lasted|finished|came to an end)\b"
    r"|\b(?:ended|concluded|finished|completed) (?:an?|his|her|the) (?:\S+ ){0,3}(?:visit|trip|tour|stay|swing)\b"
    r"|\b(?:wrapped up|wraps up|wound up|winds up|round(?:s|ed) off|cut short) (?:an?|his|her|the|today)\b"
    r"|\b(?:flew|left|returned|departed|headed|fly) (?:for |back )?home\b|\btook off (?:from|for)\b"
)


def kind_at_hand(page: Page, tellings: list[Telling], others: list[Telling]) -> AtHand[str] | None:
    """The type that a sentence declares which tells of no other visit and names no third country."""
    if page.is_transcript or KIND.search(page.low) is None:
        return None
    host = next((t.host_country for t in tellings if t.host_country), None)
    sides = {tellings[0].guest_country, host}
    elsewhere = {t.sentence for t in others}
    for index in sentences_with(page, KIND, page.text.body_start):
        if index in elsewhere or all(OTHERS.search(clause) for clause in _clauses_with(page, KIND, index)):
            continue
        sentence = page.sentence(index)
        called = CALLED.search(page.low, sentence.start, sentence.end) is not None
        if (countries_in(sentence) - sides and not called) or _goes_elsewhere(sentence, host):
            continue
        found = [f for f in load_adjuncts().read(sentence.shadow.text, "visit_kind") if not f.denied]
        if found:
            return AtHand(found[0].value, *sentence.shadow.span(found[0].start, found[0].end))
    return None


def _clauses_with(page: Page, words: re.Pattern[str], index: int) -> list[str]:
    """The clauses of a sentence in which some words stand."""
    return [clause for clause in BREAKS.split(page.low[slice(*page.spans[index])]) if words.search(clause)]


def _goes_elsewhere(sentence: Sentence, host: str | None) -> bool:
    """Whether it speaks of a visit "to" another country than the host's."""
    for hit in VISIT_TO.finditer(sentence.shadow.text):
        item = sentence.shadow.items.get(hit.end())
        if item is not None and item.type in ("country", "city") and country_of(item.value) != host:
            return True
    return False


def days_at_hand(page: Page, tellings: Sequence[Telling], others: Sequence[Telling]) -> AtHand[int] | None:
    """The length of a stay that the first such sentence gives whose words tell of no other visit."""
    host = next((t.host_country for t in tellings if t.host_country), None)
    for index in sentences_with(page, LENGTH, 0):
        start, end = page.spans[index]
        words = page.clean[start:end]
        length = None
        if stay := STAY.search(words):
            length = LENGTH.search(words, 0, stay.end())
            days = next((length.days for length in durations(words)), None)
        elif stay := DAYS_IN.search(words):
            days = _spent_in(page.sentence(index), stay, host)
        if stay is None or days is None or TOUR.search(stay[0]):
            continue
        if any(t.start <= start + stay.end() for t in others if t.sentence == index and t.host_country is not None):
            continue
        other = OTHER_VISIT.search(words, 0, stay.end())
        if other is None or HOME.search(words, 0, other.start()):  # "flew home after a three-day visit"
            return AtHand(days, start + (length or stay).start(), start + stay.end())
    return None


def _spent_in(sentence: Sentence, stay: re.Match[str], host: str | None) -> int | None:
    """How many days were spent in the land that was visited: "the four days in Budapest"."""
    item = next((i for i in sentence.of("city", "country") if i.start == sentence.start + stay.end()), None)
    return NUMBERS.get(stay["number"]) if item is not None and country_of(item.value) == host else None


def has_ended(page: Page) -> bool:
    """Whether the text tells of the end of the visit that it is about."""
    return ENDED.search(page.low) is not None


def moved_to(tellings: list[Telling], page: Page) -> Telling | None:
    """Of a visit that was put off the telling of its new day: "will now arrive on Sunday"."""
    if any(t.status == "cancelled" and DROPPED.search(page.low, *page.spans[t.sentence]) for t in tellings):
        return None
    after = min((t.sentence for t in tellings if t.status == "cancelled"), default=len(page.spans))
    return next((
        t for t in tellings
        if t.status in ("planned", "ongoing") and t.when is not None and t.sentence >= after
        and NEW_DAY.search(page.low, t.start, t.end)
    ), None)  # fmt: skip


def last_day(start: str | None, end: str | None, days: int | None) -> datetime.date | None:
    """The last day of a stay, where its days are known."""
    try:
        if end is not None:
            return datetime.date.fromisoformat(end)
        if start is not None and days is not None:
            return datetime.date.fromisoformat(start.rstrip("~")) + datetime.timedelta(days=days - 1)
    except ValueError:
        pass
    return None


WEIGHED = ("visit.placed", "visit.shown")  # whose words tell no tense behind others that do
LEAD = 6  # sentences in which a text tells what is new


def status(
    tellings: list[Telling], page: Page, last: datetime.date | None, *, main: bool, others: Sequence[Telling] = ()
) -> str | None:
    """The status that the tellings agree on; where forms are silent, a dated or main visit that lies behind is done.

    `others`: the tellings of the page that are not of this visit.
    """
    first = min(tellings, key=lambda t: t.sentence)
    stated = first.status is not None and first.rule not in WEIGHED
    statuses = {t.status for t in tellings if not (stated and t.rule in WEIGHED)}
    told = next((status for status in ("cancelled", "ongoing", "completed", "planned") if status in statuses), None)
    if told == "cancelled" and (new := moved_to(tellings, page)) is not None:
        return new.status
    today, when = page.today(), next((t.when for t in tellings if t.when is not None), None)
    ahead = any(AHEAD.search(page.low, *page.spans[t.sentence]) for t in tellings)
    if not main or told in ("cancelled", "planned") or today is None:
        past = not ahead and all(PAST.search(page.low, *page.spans[t.sentence]) for t in tellings)
        return told or _by_day(when, today, page) or ("completed" if past else None)
    later = lies_ahead(when, today)
    only_named = all(t.gives("bare") for t in tellings if t.status == "completed")  # "Penn's visits to date"
    if later and told == "completed" and (first.status == "planned" or only_named):
        told = "planned"
    leaves = any(t.phase == "end" and lies_ahead(t.when, today) for t in tellings)
    if goes_on(page, tellings, others, told) or (told == "ongoing" and leaves):
        return "ongoing"
    if later:
        return told or "planned"
    over = has_ended(page) or any(t.phase == "end" and t.status in (None, "completed") for t in tellings)
    if last is not None and when is not None:
        begun = min(t.when.first for t in tellings if t.when is not None)  # talks of today may be told first
        gone = last < today.first or over or last == begun or (told is None and last == today.first)
        arrived = any(t.phase == "begin" and t.gives("leg") == "arrival" for t in tellings)
        spanned = (
            told == "completed"
            and not arrived
            and any(t.when is not None and t.when.end is not None and not t.gives("hosting") for t in tellings)
        )
        if gone or spanned:
            return "completed"
        return told if last == today.first and not arrived else "ongoing"
    landed = when is None and any(_lands_there(t) and t.sentence < LEAD for t in tellings)
    if told == "completed" and landed:
        told = "ongoing"  # a text of the day that opens with an arrival
    if told is not None or when is not None:
        return told if told and not (over and told == "ongoing") else "completed"
    here = page.scene is not None and page.scene in {t.host_country for t in tellings} and not over
    return None if ahead else "ongoing" if here else "completed"


def _lands_there(telling: Telling) -> bool:
    """Whether it is of an arrival at a place that its words name."""
    return telling.gives("leg") == "arrival" and telling.match is not None and "dest" in telling.match.slots


def _by_day(when: Span | None, today: Span | None, page: Page) -> str | None:
    """The status of a visit that only its day tells."""
    if when is not None and today is not None:
        return "completed" if when.first <= today.first else "planned"
    return "completed" if when is not None and page.day is None else None
