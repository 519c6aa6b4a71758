"""A noun that holds what somebody thinks → the clause by which its holder says it: "Asta's line is that"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.codebook import LETTERS
from communique.facts.speech.clauses import Circle, Clause
from communique.facts.stance.owners import codes_of
from communique.grammar import lazy
from communique.mentions import Page, Sentence

NAME = "[" + "".join(LETTERS[t] for t in ("person", "country", "group", "body", "city", "demonym")) + "]"
VIEW = (
    r"(?:position|stance|stand|views?|line|approach|answers?|reply|response|message|argument|point|attitude|policy"
    r"|demands?|conditions?|conviction|belief|opinion|verdict|reading|terms|red lines?|principle|assessment|thesis"
    r"|contention|doctrine|warning|appeal|counsel|advice|retort)"
)
OPENS = (  # what stands before the words themselves
    r"(?:(?: [^:;.!?\"“”]{0,60}?)?(?:,? (?:namely|(?:is|was|were|are|remains?|remained|has (?:long |always )?been"
    r"|had been|stays?)(?: (?:clear|unchanged|plain|simple|firm|the same|still|also|\w+ly)(?: and \w+)?)?,?) (?:that )"
    r"|: ?[\"“]?)"
    r"| (?:is|was|remains?|remained) (?:clear|unchanged|plain|simple|firm|the same|well[- ]known)[^:;.]{0,20}: [\"“]?)"
)
AVOWED = lazy(
    rf"(?:(?P<who>{NAME})(?:['’]s?)?|(?P<his>{LETTERS['pronoun']})) (?:[\w-]+ ){{0,3}}?{VIEW}{OPENS}"
    rf"|\bthe (?:[\w-]+ ){{0,2}}{VIEW} (?:of|from|in) (?:the )?(?P<of>{NAME}){OPENS}"
)


def avowals(page: Page, sentence: Sentence, circle: Circle) -> Iterator[Clause]:
    """The clauses of what a party's position, answer or message is said to be."""
    text = sentence.shadow.text
    for hit in AVOWED.finditer(text):
        who = next(name for name in ("who", "his", "of") if hit[name])
        holders = codes_of(page, sentence, *hit.span(who), circle)
        if holders:
            yield Clause(hit.start(), hit.end(), "said", holders)
