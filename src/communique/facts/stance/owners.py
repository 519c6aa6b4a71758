"""A noun that holds a position ("Ruria's support for") → whose it is, and towards whom."""

from __future__ import annotations

import re

from communique.codebook import LETTERS
from communique.facts.speech.clauses import Circle, Clause
from communique.facts.speech.parties import party_of
from communique.facts.speech.seats import codes_meant
from communique.grammar import lazy
from communique.mentions import Page, Sentence

WELCOMES = lazy(r"welcom|applaud|hail|commend")
PRAISES = lazy(r"welcom|applaud|hail|commend|prais|laud|salut|recogni|acknowledg|highlight|recall|noted|noting|notes")
RESOLVES = lazy(r"(?:commitments?|dedication|determination|readiness|willingness|resolve|devotion) (?:to|with)")
NAME = "[" + "".join(LETTERS[t] for t in ("person", "country", "body", "demonym", "city")) + "]"
HAS = lazy(r".'s? ")
DOING = r"(?!(?:long-?st|continu|last|unwaver|grow|end|abid|overwhelm|ongo|st)\w*ing)\w+ing"  # what a name does
OWN = lazy(
    rf"(?:(?P<poss>{NAME})(?:'s?)?|(?P<own>\bits|{LETTERS['pronoun']}))"
    rf" (?:(?!(?:on|of|for|in|to|with|and|as|the|-?{DOING}) )[\w-]+,? ){{0,4}}"
    r"(?:and (?!(?:on|of|for|in|to|with) )[\w-]+ )?$"
)


def codes_of(page: Page, sentence: Sentence, start: int, end: int, circle: Circle) -> tuple[str, ...]:
    """The countries and bodies that a stretch of the shadow names, those of a group and of a pronoun among them."""
    items = sentence.shadow.items_in(start, end)
    return codes_meant(page, sentence, items, circle.parties, joint=circle.joint)


def own_noun(page: Page, sentence: Sentence, hit: re.Match[str]) -> Clause | None:
    """The clause of a noun that somebody has, where no verb does: "Ruria's opposition to it stands in the way"."""
    owner = OWN.search(sentence.shadow.text, 0, hit.start()) if (hit.lastgroup or "").startswith("nouns") else None
    item = sentence.shadow.items[owner.start("poss")] if owner is not None and owner["poss"] else None
    if owner is None or item is None or not (item.type == "demonym" or HAS.match(sentence.shadow.text, owner.start())):
        return None
    code = party_of(page, item)
    return Clause(owner.start(), owner.start(), "has", (code,)) if code else None


def owner_of(
    page: Page, sentence: Sentence, owner: re.Match[str] | None, clause: Clause, thanks: bool, at: int
) -> tuple[tuple[str, ...], str | None] | None:
    """Whose position a noun is, and towards whom; None where that cannot be told."""
    toward = clause.holders[0] if len(clause.holders) == 1 else None
    if owner is not None and owner["poss"]:
        code = party_of(page, sentence.shadow.items[owner.start("poss")])
        if code is None or code in clause.holders:
            return (clause.holders, None) if code else None
        return (code,), toward
    if not thanks:
        return clause.holders, None
    named = [c for i in sentence.shadow.items_in(at, owner.start() if owner else at) if (c := party_of(page, i))]
    others = [c for c in named if c not in clause.holders]
    return ((others[0],), toward) if others else None


def thanked_for_resolve(verb: str, noun: str) -> bool:
    """Whether one thanks another for what he is resolved to do, which is no position; to praise it is one's own."""
    return RESOLVES.match(noun) is not None and PRAISES.match(verb) is None


def welcomed(
    given: tuple[tuple[str, ...], str | None] | None, verb: str, noun: str, clause: Clause, circle: Circle
) -> tuple[tuple[str, ...], str | None] | None:
    """Whose a position is that is welcomed: theirs who welcome it, of one who is no party to the text, and where it is
    no position but what another has resolved to do: "commended Vesta's commitment to democracy".
    """
    if given is None or given[0] == clause.holders or not PRAISES.match(verb):
        return given
    if RESOLVES.match(noun):
        return clause.holders, given[0][0]
    outside = WELCOMES.match(verb) is not None and set(given[0]).isdisjoint(circle.parties)
    return (clause.holders, None) if outside else given
