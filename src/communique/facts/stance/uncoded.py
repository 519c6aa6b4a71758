"""The words of a position that names no issue → whether they alone make it one: "refused to sell", "wants it back"."""

from __future__ import annotations

import re

import msgspec

from communique.codebook import LETTERS
from communique.codebook.stance import Polarity, StanceBook
from communique.facts.speech.clauses import Circle
from communique.facts.speech.parties import party_of
from communique.facts.speech.voices import TELLS
from communique.grammar import lazy
from communique.mentions import Page, Sentence

BACKED = lazy(r"\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)?|endors\w+)(?: (?:for|to|of))?$")
JUDGED = lazy(
    r"(?:call|brand|label|describ|denounc|term|deem|regard|consider|view|see|saw|judg|hail|present|find\b|found\b)"
)
HEAVY = lazy(  # what a thing is called where nothing but world politics is
    r".* (?:as|an?|as an?) (?:[\w\"“]+ ){0,2}?[\"“]?(?:violations?|breach|genocide|crime|aggression|occupation|massacre"
    r"|atrocity|terrorists?|terror(?:ist)? (?:state|organi[sz]ation|group)|blackmail|piracy"
    r"|resistance|liberators|freedom fighters)$"
    r"|.* as (?:an? |the )?(?:\w+ ){0,2}(?:threat|provocation|danger|obstacle)$"
    r"|.* (?:null and void|illegal|unlawful|invalid|illegitimate|void)$"
)
RIGHT = lazy(r"ha(?:s|ve|d) (?:the|a|every) (?:\w+ )?right to$|(?:will|would) (?:not|never) (?:be|become) .*['’]s$")
WEIGHED = lazy(
    r".*(?:indispensable|essential|vital|crucial|critical|important|imperative|necessary|necessity|priority)$"
)
MISHAP = lazy(
    r"\b(?:missing|earthquake|flood|cyclone|hurricane|typhoon|storm|wildfire|drought|accident|illness|pandemic|covid)"
)
OWN_SIDES = lazy(rf" (?:on |upon )?(?:both|the two|each|their|its|his|her|{LETTERS['group']}|{LETTERS['pronoun']})")
REFUSED = lazy(
    r"(?:support|back|endors|recogni[sz]|accept|join|pay|sell|send|sign|tolerat|yield|bow|give up|surrender"
    r"|apologi|cede|take part|withdraw|ask for|vote for|hand over|pardon)"
)  # the same behind "not"
QUOTES = lazy('["“”]')
NEAR = 70  # characters behind "support for" in which it is said for whom
BODIES = lazy(
    r"^(?: for| to| of)? (?:the )?(?:[\w-]+ ){0,3}?[\ue000-\uf8ff](?:'s?)? (?:[\w-]+ ){0,2}"
    r"(?:government|council|president"
    r"|people|army|forces|opposition|authorities|cause|independence|claims?|rights?|struggle|stance|position|unity)\b"
    r"|^(?: for| to| of)? (?:the )?(?:[\w-]+ ){0,2}(?:government|council|people|army|opposition|authorities|unity)"
    r" (?:of|in) (?:the )?[\ue000-\uf8ff]"
)
ABLE = lazy(r"(?:can|could) ?(?:not|n't)")  # what one cannot do, one does not refuse


class Taken(msgspec.Struct, gc=False):
    """Words that take a position: their part of speech, their side, the verb of their clause, where they stand.

    `refusal`: the "not" before them; empty where there is none.
    """

    kind: str
    side: Polarity
    verb: str
    hit: re.Match[str]
    begins: int
    stop: int
    refusal: str


def stands_alone(page: Page, sentence: Sentence, taken: Taken, circle: Circle, book: StanceBook) -> bool:
    """Whether the object of a position needs no issue of the codebook to be one."""
    words, end = QUOTES.sub("", taken.hit[0]), taken.hit.end()
    if (
        taken.kind == "contents"
        and (taken.verb in TELLS or taken.verb in book.views or JUDGED.match(words))
        and not WEIGHED.match(words)
    ):
        own = (HEAVY.match(words) is not None and JUDGED.match(words) is not None) or RIGHT.match(words) is not None
        if not own and _is_of_parties(page, sentence, taken.begins, taken.hit.start(), circle):
            return False  # "Asta and Vesta should work for peace"
        return own or _matters(page, sentence, max(0, taken.begins - 1), taken.stop, circle, book, whole=True)
    loud = REFUSED if taken.refusal else book.loud.get(taken.side)
    if ABLE.match(taken.refusal):
        return False
    if loud is None or not loud.match(words):  # what states or nouns are against must be a matter of states
        against = taken.kind in ("states", "nouns") and taken.side == "oppose" and not taken.refusal
        return against and _matters(page, sentence, end, taken.stop, circle, book)
    if words.startswith("support ") and sentence.shadow.text.endswith("in ", 0, taken.hit.start()):
        return False  # money "in support of" it is an act
    if "concern" in words and MISHAP.search(sentence.shadow.text, end, taken.stop):
        return False
    if words.startswith("defend") and sentence.shadow.text.startswith((" it,", " it as"), end):
        return True
    return taken.side == "oppose" or _matters(page, sentence, end, taken.stop, circle, book)


def _is_of_parties(page: Page, sentence: Sentence, start: int, end: int, circle: Circle) -> bool:
    """Whether the subject of a content is all the parties together."""
    named = {code for item in sentence.shadow.items_in(start, end) if (code := party_of(page, item))}
    return len(circle.parties) > 1 and named == set(circle.parties)


def _matters(
    page: Page, sentence: Sentence, start: int, stop: int, circle: Circle, book: StanceBook, *, whole: bool = False
) -> bool:
    """Whether what is called for is a matter of states, and not what the parties do with each other.

    `whole`: the stretch is a sentence with its subject.
    """
    text = sentence.shadow.text
    if book.mutual.search(text, start, stop) or (not whole and OWN_SIDES.match(text, start)):
        return False
    backed = BACKED.search(text, max(0, start - 14), start) is not None
    if book.is_matter(text, start, stop, backed=backed):
        return True
    if backed:
        return _is_foreign_body(page, sentence, start, stop, circle)
    codes = {code for item in sentence.shadow.items_in(start, stop) if (code := party_of(page, item))}
    return bool(codes.difference(circle.parties))


def _is_foreign_body(page: Page, sentence: Sentence, start: int, stop: int, circle: Circle) -> bool:
    """Whether what is backed is the government, the people or a right of a third country."""
    words = sentence.shadow.text[start : min(stop, start + NEAR)]
    body = BODIES.search(words)
    if body is None:
        return False
    codes = {party_of(page, item) for item in sentence.shadow.items_in(start, start + body.end())}
    return bool(codes.difference(circle.parties, (None,)))
