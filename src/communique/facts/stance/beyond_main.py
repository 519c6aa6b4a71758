"""Names that a preposition holds → their own clauses: "at odds with Asta, which backs it", "with Vesta asking"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.stance import load_stance
from communique.facts.speech.clauses import Circle, Clause
from communique.facts.stance.owners import codes_of
from communique.grammar import any_of, expression
from communique.mentions import Page, Sentence


def beyond_main(page: Page, sentence: Sentence, circle: Circle, found: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses of those who are no subject of the sentence, beside those that were found."""
    text = sentence.shadow.text
    for hit in _pattern().finditer(text) if ", wh" in text or "with " in text else ():
        verb = "verb" if hit["verb"] else "doing"
        at = hit.start(verb)
        if any(clause.verb == at for clause in found):
            continue
        holders = codes_of(page, sentence, *hit.span("who" if hit["verb"] else "whom"), circle)
        if holders:
            yield Clause(hit.start(), at, hit[verb], holders)


@cache
def _pattern() -> re.Pattern[str]:
    book = load_stance()
    name = "[" + "".join(LETTERS[t] for t in ("person", "country", "body", "city")) + "]"
    doing = any_of(form for form in book.polarity if form.split(" ")[0].endswith("ing"))
    return expression(
        rf"(?P<who>{name}), (?:which|who)(?: (?:{book.adverb}))* (?P<verb>{book.verb})(?![\w-])"
        rf"|\bwith (?:the )?(?P<whom>{name}) (?:\w+ly )?(?P<doing>{doing})(?![\w-])"
    )
