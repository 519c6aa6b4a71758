"""A clause and a place behind its verb → the verb that carries what stands there, and where its content begins."""

from __future__ import annotations

import re
from functools import cache

from communique.codebook.stance import load_stance
from communique.facts.speech.clauses import Clause
from communique.grammar import expression, lazy

OF_ANOTHER = lazy(  # "the raid, which violates the truce"; "says that it rests on values, including respect for"
    r"(?:,| [—–-]|\b[a-z]+) which (?:\w+ly )?$|\bthat\b.{0,300}, including $"
    r"|\bgiven (?:our|their|its|the)\b"
)
TERMS = lazy(r"\b(?:\w+est|possible|clear|certain|strong) $")  # "in the strongest terms" calls nothing anything
OUGHT = lazy(r"(?:must|should|ought|ha(?:s|ve|d) to|need)\b")
THAT_OR_WHICH = lazy(r"(?<!\b(?:on|in|of|at|by|to) )(?<!\bfor )(?<!\bwith )(?<!\bfrom )\b(?:that|which) ")


def carrier_of(text: str, clause: Clause, start: int) -> tuple[str, int]:
    """The last verb of the clause's subject before a position, and where it stands."""
    word, at = clause.word, clause.verb
    for hit in _coordinate().finditer(text, clause.verb, start):
        word, at = hit["verb"], hit.start("verb")
    return word, at


def content_start(text: str, at: int, start: int) -> int:
    """Where the content of a saying begins: after its last "that" or "which", else after the verb."""
    found = [at + hit.end() for hit in THAT_OR_WHICH.finditer(text[at:start])]
    return found[-1] if found else at


def is_of_another(text: str, kind: str, hit: re.Match[str], at: int) -> bool:
    """Whether words that would take a position tell of a thing, or of what another clause names by the way."""
    if hit[0].startswith("terms ") and TERMS.search(text, 0, hit.start()):
        return True
    return (
        kind in ("contents", "nouns")
        and OUGHT.match(hit[0]) is None
        and OF_ANOTHER.search(text, at, hit.start()) is not None
    )


@cache
def _coordinate() -> re.Pattern[str]:
    book = load_stance()
    joined = r"(?:\band|,(?! including)|(?<!threat )\bor|;|\bwho|\bwhile|\bbut|\byet)"
    return expression(rf"{joined} (?:(?:{book.adverb}) )*(?P<verb>{book.verb})(?![\w-])")
