"""An example sentence → what the program takes from it by one rule, in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import marks

import communique
from communique.codebook import load
from communique.grammar import Rule
from communique.mentions import Page, scan
from communique.publish.wording import describe
from communique.text import clean

PUBLISHED = "2023-12-06"  # the day on which the tests of the codebook read its sentences


def sentences(texts: Iterable[str], rule: Rule) -> list[str]:
    """A list of example sentences, each with the facts that the rule makes of it alone, else with what its slots take.

    A courtesy needs a visit that it belongs to: in a sentence by itself it is read and is no fact yet.
    """
    lines = []
    for text in texts:
        told = "; ".join(_facts(text, rule)) or "; ".join(_slots(text, rule))
        lines.append(f"- “{marks.plain(text)}”" + (f"<br>→ {marks.plain(told)}" if told else ""))
    return [*lines, ""]


def _facts(text: str, rule: Rule) -> Iterator[str]:
    for fact in communique.read(text, published=PUBLISHED).facts:
        if fact.rule == rule.id:
            yield describe(fact)


def _slots(text: str, rule: Rule) -> Iterator[str]:
    words = clean(None, text)
    page = Page(words, scan(words.clean), PUBLISHED, None, None)
    for index in range(len(page.spans)):
        sentence = page.sentence(index)
        for match in load().family(rule.family).matches(sentence.shadow, sentence.triggers):
            if match.rule.id != rule.id:
                continue
            yield f"“{match.head_text}”"
            for name, slot in match.slots.items():
                yield from (f"{name} “{' '.join(page.clean[i.start : i.end].split())}”" for i in slot.items)
            return
