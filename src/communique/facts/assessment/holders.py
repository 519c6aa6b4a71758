"""A sentence and a place in it → who is said to think what stands there."""

from __future__ import annotations

import re

from communique.codebook.assessment import ClaimBook
from communique.codebook.load import LETTERS
from communique.facts.speech.clauses import SAYS, Circle, clauses
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page, Sentence

THINKS = frozenset([
    "underscored", "underscores", "agreed", "agree", "agrees", "affirmed", "affirm", "affirms", "reiterated",
    "reaffirmed", "conveyed", "acknowledged", "recognized", "recognised", "realized", "realised", "realizes",
    "realises", "believe", "believes", "believed", "thinks", "thought", "considers", "considered", "sees", "saw",
    "feels", "felt",
])  # fmt: skip
BEHIND = lazy(r", (?:according to |in the (?:view|eyes|opinion) of )?(?:\w+ )??(?=[a-z])")
THINKING = lazy(r" (?:say|said|says|believe|think|note|argue|fear|expect|warn|complain)|[.,;]?$")
ASIDE = lazy(  # "the deal, the Vestan government hopes, will hold"
    rf", (?:the )?(?P<who>[{''.join(LETTERS[kind] for kind in ('country', 'demonym', 'city', 'body', 'person'))}])"
    r"(?:'s)?(?: (?:administration|government|side|officials|ministry|leadership|presidency|camp))?"
    r" (?:hopes?|says?|said|believes?|thinks?|argues?|argued|insists?|insisted|notes?|noted|reckons?), "
)
TAIL = lazy(  # who is named at the end of a sentence as saying all of it
    r", (?P<who>(?:\w+ ){0,2}?\w+) (?:say|said|says|believe|think|note|noted|argue|point out|pointed out|warn|warned"
    r"|agree)[.]? *$"
)


def holder_of(page: Page, sentence: Sentence, start: int, end: int, circle: Circle, book: ClaimBook) -> str:
    """Who makes a claim: whoever says or thinks it before it in the sentence or behind it, else the author."""
    text = sentence.shadow.text
    for clause in reversed(clauses(page, sentence, circle)):
        if clause.verb < start and clause.word in (SAYS | THINKS) and clause.holders:
            return clause.holders[0] if len(clause.holders) == 1 else "the parties"
    aside = ASIDE.search(text)
    party = party_of(page, sentence.shadow.items[aside.start("who")]) if aside else None
    if party:
        return party
    behind = BEHIND.match(text, end)
    voice = book.voice.match(text, behind.end()) if behind else None
    if voice and THINKING.match(text, voice.end()):
        return _words(page, sentence, voice)
    voice = book.voice.search(text, 0, start)
    if voice and (
        re.search(r"(?:(?:opinion|view|eyes) of|according to) $", text[: voice.start()])
        or re.match(
            r"[^,;]{0,40}\b(?:say|said|says|see|saw|call|called|believe|think|note|noted|argue|complain|fear"
            r"|counted|expect|warn)",
            text[voice.end() :],
        )
    ):
        return _words(page, sentence, voice)
    tail = TAIL.search(text, end)
    if tail and '"' not in text and book.voice.search(text, *tail.span("who")):
        first, last = sentence.shadow.span(*tail.span("who"))
        return page.clean[first:last]
    return "author"


def _words(page: Page, sentence: Sentence, voice: re.Match[str]) -> str:
    first, last = sentence.shadow.span(*voice.span("voice"))
    return page.clean[first:last]
