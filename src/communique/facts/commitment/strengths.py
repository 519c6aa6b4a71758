"""An act in its words → how strongly it is taken on, 1 to 6: the weaker of its head and its own verb decides."""

from __future__ import annotations

from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import Act
from communique.grammar import lazy

DEED = lazy(  # the noun of an act: a commitment to anything else is kept and adds nothing
    r" to (?:[\w-]+ ){0,4}?(?:\w{3,}(?:ation|ition|ction|sion|ment|ing|ance|approval|removal|renewal|withdrawal)"
    r"|fight|defen[cs]e|security|growth|increase|reform|support|launch|start|work|use|reduction|exchange|target|goal)s?\b"
)
CAUTIOUS = ("encourag", "consider", "explor", "look into", "look at")  # stay weak even with a sum
STUDIED = ("study", "discuss", "examine", "consult", "assess", "evaluat")  # agreed, it is something to do


def strength(text: str, act: Act, book: CommitmentBook, *, amount: bool) -> tuple[int, bool]:
    """The strength of an act's wording (docs/facts.md), and whether it only goes on with something.

    `amount`: the act names a sum, so that "support" is more than a kind word.
    """
    words, head = text[act.verb : act.end], act.head
    going_on = book.words.continues
    continues = head.id == "continues" or act.chain.startswith(going_on) or words.startswith(going_on)
    if act.thing:
        kept = head.id in ("commitment", "bound") and not DEED.search(text, act.verb, act.end)
        return 1 if kept else head.strength, continues
    if book.weak.match(words) and (not amount or words.startswith(CAUTIOUS)):
        if head.id == "agrees" and words.startswith(STUDIED):
            return 3, continues
        if head.strength <= 4 or head.id == "shall":
            return 2, continues
        if words.startswith(CAUTIOUS):
            return 3, continues
    soft = bool(act.chain) or book.soft.match(words) is not None
    if head.strength == 4 and soft and (head.id in ("will", "would") or not continues):
        return 3, continues
    return head.strength, continues
