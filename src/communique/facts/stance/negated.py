"""The words before a position → whether they turn its side round, keep it back, or take it away."""

from __future__ import annotations

import re
from typing import NamedTuple

from communique.codebook.stance import Polarity
from communique.facts.speech.clauses import Clause
from communique.facts.stance.uncoded import JUDGED
from communique.grammar import lazy

KEPT = (
    r"\bdeclin(?:e|es|ed|ing) to|\bavoid(?:s|ed|ing)?|\bstop(?:s|ped|ping)? short of|\brefrain(?:s|ed|ing)? from"
    r"|\bshie[sd] away from|\bhesitat(?:e|es|ed|ing) to"
)
UNCALLED = lazy(  # what a thing is not called: a side turned round, a word kept back, or no position
    r"(?:(?P<turned>\brefus(?:e|es|ed|ing) to|\brejects? (?:the )?(?:idea|notion) of"
    r"|\b(?:do|does|will|would|can)(?:n't| not)|\b(?:can't|cannot|won't)|\bnever|\bno longer)"
    rf"|(?P<kept>{KEPT})|(?P<none>\bdid(?:n't| not)|\b(?:has|have|had) not))(?: (?:to|\w+ly|even|ever|yet))? $"
)
NEGATIONS = lazy(  # what turns the side round
    r"(?:\b(?:will|would|shall|can|could|do|does|did|is|are|was|were) )?"
    r"(?:\bnot|\bnever|n't|\bno longer)(?: \w+){0,2} $"
)
UNSAID = lazy(  # what is not said is no opposite of it: "has not condemned", "refused to criticise"
    rf"(?:{KEPT}|\brefus(?:e|es|ed|ing) to|\bfail(?:s|ed|ing)? to|\b(?:has|have|had|did|does|do|will|would)(?: not|n't)"
    r"|\b(?:has|have|had) never|\bnever|\bwithout|\bnot)"
    r"(?: (?:\w+ly|even|ever|yet|once|any|all|open|public|direct))* $"
)
CRITICS = lazy(r"condemn|critici|denounc|deplor|castigat|rebuk|chid|blam|rais|br(?:ing|ought) up")
CRITIC_NEXT = lazy(r" (?:condemn|critici[sz]e|denounce|deplore|blame|rebuke)\b")


class Turn(NamedTuple):
    """What the words before a position make of it: its side, where they begin, whether they refuse or deny."""

    side: Polarity
    begins: int
    refused: bool = False
    denied: bool = False


def silent(text: str, words: str, start: int) -> re.Match[str] | None:
    """The words before a reproach that say it was not made; None where it was, or is none."""
    return UNSAID.search(text, max(0, start - 40), start) if CRITICS.match(words) else None


def turn_of(text: str, kind: str, words: str, start: int, clause: Clause, side: Polarity) -> Turn | None:
    """What is left of a position behind "not", "refused to" or "neither"; None where nothing is."""
    if kind == "contents":
        return _uncalled(text, words, start, side)
    if words.startswith(("refus", "declin")) and CRITIC_NEXT.match(text, start + len(words)):
        return None  # told by the verb that follows
    if (unsaid := silent(text, words, start)) is not None:
        return None if words.startswith(("rais", "br")) else Turn("neutral", unsaid.start())
    if text.startswith("neither ", clause.start) and " nor " not in text[clause.start : clause.verb]:
        return Turn(_other(side), clause.start, refused=True)
    refusal = NEGATIONS.search(text, max(0, start - 25), start) if side != "neutral" else None
    return Turn(side, start) if refusal is None else Turn(_other(side), refusal.start(), refused=True)


def _uncalled(text: str, words: str, start: int, side: Polarity) -> Turn | None:
    """What is left of what a thing is called, where it is said not to be called so."""
    unsaid = UNCALLED.search(text, max(0, start - 40), start) if JUDGED.match(words) else None
    if unsaid is None:
        return Turn(side, start)
    if unsaid["none"]:
        return None
    return Turn("neutral" if unsaid["kept"] else _other(side), unsaid.start(), denied=True)


def _other(side: Polarity) -> Polarity:
    return "oppose" if side == "support" else "support"
