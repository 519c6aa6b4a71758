"""Turns the positions of a sentence into positions whose object ends where the next clause or position begins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.stance import load_stance
from communique.facts.speech.clauses import Clause
from communique.facts.stance.asked import Head
from communique.grammar import any_of, expression, lazy

PAST = lazy(r"\w+ed$|said$|told$|spoke$")
AND_BEFORE = lazy(r"(?:, (?:and |but |while )?|\bbut |[\"”] )$")
LINKING = lazy(
    r"(?:,? ?\b(?:and|or|to|also|(?:its|their|his|her|our) (?:full|strong|firm|total|complete|continued|unwavering"
    r"|steadfast)|its|their|that|as well as|in|should|must|will)|,| |\w+ly|" + LETTERS["pronoun"] + ")*+$"
)
LONGEST_LINK = 200  # characters of such words
SAME = lazy(r" (?:and|or) ")  # "is wrong and must end" is one position
PARTS = lazy(r"(?:;|, and|, while|, but|, yet|,| but) ")
NESTED = lazy(  # a noun within the object before it: "costs on all who give support to", "a plan based on respect for"
    r".{8,} (?:(?:that|which|who)(?: (?:\w+ly )?[a-z]+)?|(?:based|built|founded|resting) (?:up)?on(?: [\w'’]+){0,2}) $"
    r"|.{3,} efforts to $"
)
NO_OBJECT = lazy(  # "spoke for an hour", "protested outside", "accused of": no position on what follows
    r"for (?:about|almost|nearly|some|more|over|up|an?|one|two|three|\d+)\b[^,;.]{0,15} (?:hours?|minutes?|days?)\b"
    r"|(?:protest|contest)\w* (?:outside|in|on|before|by|near|at the)\b|accused (?:of|by|in)\b|blamed (?:by|for)\b"
    rf"|dismiss\w* {LETTERS['person']}|back (?:on|in|at|home|to)\b|(?:beside|alongside) {LETTERS['person']}"
    r"|recogni[sz]\w* (?:[\w'’-]+ |[\ue000-\uf8ff]'?s? ){0,3}?(?:generosity|leadership|contributions?|efforts?|progress"
    r"|achievements?|service|sacrifices?|hospitality|work|bravery|courage|heroism|resilience)\b"
    r"|support\w* [^,;.]{0,30}?(?:logistics|operations|projects?|program(?:me)?s?)\b"
    r"|(?:support|back|endors|uph[eo]ld|defend|protect)\w*ed by\b|supporting (?:the )?(?:\w+ )?work of\b"
    r"|recogni[sz]\w* [^,;.]*\bpotential\b"
    r"|advanced (?:[\w-]+ )?(?:systems?|weapons?|technolog\w+|economies|manufacturing|computing)\b"
)


def cut(text: str, head: Head, acts: list[Clause]) -> None:
    """Ends an object where the next clause, or the next verb of the same subject, begins."""
    for clause in acts:
        if clause.start > head.end + 3 and (
            AND_BEFORE.search(text, head.end, clause.start)
            or (text.startswith("and ", clause.start - 4) and PAST.match(clause.word))
            or (head.clause.word.endswith("ing") and not head.clause.verb and text.startswith(", ", clause.start - 2))
        ):
            head.stop = min(head.stop, trim(text, head.end, clause.start))
    more = _finite().search(text, head.end + 3, head.stop)
    if more is not None:
        head.stop = more.start()


def trim(text: str, start: int, stop: int) -> int:
    """The end of an object before the next position: without the words that link the two."""
    begin = max(start, stop - LONGEST_LINK)
    return begin + len(LINKING.sub("", text[begin:stop]))


def less_nested(text: str, found: Sequence[Head]) -> list[Head]:
    """The positions of a sentence without those within the object of the one before."""
    inner = [b for a, b in itertools.pairwise(found) if not b.content and NESTED.fullmatch(text, a.end, b.start)]
    return [head for head in found if head not in inner]


def part_contents(text: str, found: list[Head]) -> None:
    """Gives each of several statements in one sentence its own words: "Vesta is part of Ruria, and Asta is so too"."""
    for before, head in itertools.pairwise(list(found)):
        if not (before.content and head.content and head.begins <= before.start):
            continue
        if before.polarity == head.polarity and SAME.fullmatch(text, before.end, head.start):
            before.stop = head.stop
            found.remove(head)
            continue
        parts = list(PARTS.finditer(text, before.end, head.start))
        if parts:
            before.stop = min(before.stop, parts[-1].start())
            head.begins = parts[-1].end()


@cache
def _finite() -> re.Pattern[str]:
    book = load_stance()
    verbs = any_of(verb for verb in book.verbs if verb.endswith("ed") or verb in ("said", "told", "spoke"))
    return expression(rf"(?:,| and|, and|,? but) (?:(?:{book.adverb}) )?{verbs}(?![\w-])")
