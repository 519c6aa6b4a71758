"""The first sentences of a page → the countries of those who meet there: "Asta, Vesta and Ruria held talks"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from communique.codebook import LETTERS
from communique.grammar import Item, expression
from communique.mentions import Page

LEAD = 2  # sentences
FEWEST = 3  # who meet


def gathered(page: Page, party_of: Callable[[Page, Item], str | None]) -> list[str]:
    """The codes of those who are said to meet: of three and more, or of two who are named in person; else empty.

    `party_of`: the country or body that a name stands for.
    """
    for index in range(page.index_at(page.text.body_start), len(page.spans))[:LEAD]:
        sentence = page.sentence(index)
        for hit in _pattern().finditer(sentence.shadow.text):
            items = [item for group in ("who", "one", "whom") for item in sentence.shadow.items_in(*hit.span(group))]
            codes = dict.fromkeys(code for item in items if (code := party_of(page, item)))
            if len(codes) >= FEWEST or (len(codes) > 1 and all(item.type == "person" for item in items)):
                return list(codes)
    return []


@cache
def _pattern() -> re.Pattern[str]:
    name = "[" + "".join(LETTERS[t] for t in ("country", "body", "demonym", "city")) + "]"
    one = rf"(?:{LETTERS['person']}(?: of (?:the )?{name})?|{name})"
    several = rf"{one}(?:(?:, |,? and )(?:the )?{one}){{1,12}}"
    offices = (
        r"(?:(?:foreign |defen[cs]e |prime )?ministers|presidents|leaders|(?:top |senior )?(?:diplomats|officials)"
        rf"|envoys|heads of (?:state|government)|{LETTERS['group']}|{LETTERS['office']}) (?:of|from) (?:the )?{several}"
    )
    meet = (
        r"(?:have |has |had |also |\w+ly )*(?:met|meet|held|hold|agreed|gathered|convened|came together|signed|issued"
        r"|adopted|discussed|reaffirmed)\b"
    )
    met = r"(?:met|met with|hosted|received|joined|held (?:\w+ ){0,3}(?:talks|meeting|call) with|spoke with)"
    return expression(
        rf"(?P<who>{offices}|{several}) (?:{meet})|(?P<one>{one}) {met} (?:the )?(?P<whom>{offices}|{several})"
    )
