"""One sentence's match of a meeting rule → the days that its words give the meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from communique.facts.visit.beside import WAS_TO
from communique.facts.visit.dated import days_of
from communique.facts.visit.tense import WILL
from communique.facts.visit.whose_date import ASIDE
from communique.grammar import Match, lazy
from communique.mentions import Page, Sentence
from communique.text import Span

HELD = ("met", "spoke", "spoken", "held", "had", "talked", "received", "hosted", "called", "dined")
REACH = 60  # letters around a match in which its date stands
DURING = lazy(r"\b(?:during|after|before|on) which\b")
BEFORE = lazy(r"\b(?:before|ahead of|prior to)\b")  # "arrived on Monday ahead of talks with Penn"
WAS_HELD = lazy(r"[^;.]{0,25} (?:(?:was|were|had been) held|took place)\b")  # behind "a meeting of Penn and Moor"
IS_OVER = lazy(  # "After their talks in May, Penn said"
    r"\b(?:after|since|following) (?:\S+ ){1,3}?(?:meetings?|talks|negotiations|summit|conversations?|discussions)\b"
)
REPORTED = lazy(r"\b(?:report(?:s|ed)?|said|says|told|announced|wrote|confirmed|according to)\b[^;]*$")  # when
ONLY_NOW = lazy(r"\bbut (?:only (?:now|then|today|later)|not until)\b")  # of what followed much later
HOME = lazy(r"\b(?:return(?:ed|s)|(?:came|flew|went|is|was|are|were) (?:back|home))\b[^;,]*$")  # its date
OTHER = lazy(r"\b(?:and|to|that|who|which|will|when|ahead|before|after|since)\b")  # a date behind it is another's


def day_told(page: Page, sentence: Sentence, match: Match, effects: Mapping[str, object]) -> Span | None:
    """The date phrase in the match, else the nearest one behind or before it; of a transcript its day."""
    if match.rule.gives.get("wants") == "title":
        return page.today()
    dates = [(at, item) for at, item in sentence.shadow.items.items() if item.type == "date"]
    dates.sort(key=lambda pair: (not match.start <= pair[0] < match.end, abs(pair[0] - match.head)))
    held = match.head_text in HELD or WAS_HELD.match(match.shadow.text, match.end) is not None or _is_over(match)
    tense: Literal["past", "future"] | None = "future" if "planned" in effects else "past" if held else None
    if tense == "future" and WAS_TO.search(sentence.shadow.text, 0, match.head):
        tense = None
    for at, item in dates:
        if item.start < page.dated[1] or _is_of_another(sentence.shadow.text, at, match):
            continue
        span = days_of(page, item, tense)
        if span is not None:
            return span
    return None


def _is_over(match: Match) -> bool:
    """Whether a sentence tells what came after a meeting."""
    text = match.shadow.text
    over = any(hit.start() <= match.head < hit.end() for hit in IS_OVER.finditer(text))
    return over and WILL.search(text) is None


def _is_of_another(text: str, at: int, match: Match) -> bool:
    """Whether a date is not the meeting's: far off, of another act or of telling, "reported the agency on Monday".

    Before it, the date of "Penn, who was elected in July, met", of "left on Friday for a visit during which he met".
    """
    if not match.start - REACH <= at < match.end + REACH or OTHER.search(text, match.end, at):
        return True
    if at >= match.head:
        return REPORTED.search(text, match.end, at) is not None
    between = (DURING, BEFORE, ONLY_NOW)
    return any(words.search(text, 0, at) for words in (ASIDE, HOME)) or any(
        words.search(text, at, match.head) for words in between
    )
