"""A clause and a place behind its verb → the verb that carries what stands there, and where its content begins."""

from __future__ import annotations

import re
from functools import cache

from communique.codebook.stance import load_stance
from communique.facts.speech.clauses import Clause
from communique.grammar import expression, lazy

THAT_OR_WHICH = lazy(r"\b(?:that|which) ")


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


@cache
def _coordinate() -> re.Pattern[str]:
    book = load_stance()
    joined = r"(?:\band|,(?! including)|(?<!threat )\bor|;|\bwho|\bwhile|\bbut|\byet)"
    return expression(rf"{joined} (?:(?:{book.adverb}) )*(?P<verb>{book.verb})(?![\w-])")
