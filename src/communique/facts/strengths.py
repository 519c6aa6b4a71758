"""An act in its words → how strongly it is taken on, 1 to 6: the weaker of its head and its own verb decides."""

from __future__ import annotations

from communique.codebook.commitment import CommitmentBook
from communique.facts.acts import Act


def strength(text: str, act: Act, book: CommitmentBook, *, amount: bool) -> tuple[int, bool]:
    """The strength of an act's wording (docs/facts.md), and whether it only goes on with something.

    `amount`: the act names a sum, so that "support" is more than a kind word.
    """
    words, head = text[act.verb : act.end], act.head
    continues = (
        head.id == "continues" or act.chain.startswith(book.words.continues) or words.startswith(book.words.continues)
    )
    if act.thing:
        return head.strength, continues
    value = head.strength
    weak = _starts(words, book.words.weak) or _starts(act.chain, ("seek ways", "look for ways"))
    if weak and value <= 4 and not (amount and not _starts(words, ("encourage", "consider", "explore"))):
        return 2, continues
    soft = _starts(words, book.words.soft) or bool(act.chain)
    if value == 4 and soft and (head.id in ("will", "would") or not continues):
        value = 3
    return value, continues


def _starts(words: str, verbs: tuple[str, ...]) -> bool:
    first = words.split(" ", 1)[0]
    if first.endswith("ing"):
        stem = first[:-3]
        return any(v.split(" ")[0] in (stem, stem + "e", stem[:-1]) for v in verbs)
    return any(words.startswith(v) and not words[len(v) : len(v) + 1].isalpha() for v in verbs)
