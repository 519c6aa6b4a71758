"""A sentence and its clauses → who says what stands at a place: the author, a side, or a named speaker."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.facts.commitment.subjects import Clause
from communique.facts.speech.parties import party_of
from communique.grammar import Item, lazy
from communique.mentions import Page, Sentence
from communique.mentions.authorship import is_open
from communique.mentions.refer import figures

APART = lazy(r"[;.] |, (?:and|while|but|whereas) ")
AND_SAID = lazy(  # "demanded a truce and said Vesta would"
    r"\b(?:and|but) (?:also |then )?(?:said|added|stressed|promised|announced|pledged|confirmed|noted|declared)"
    r"(?: [^,;.]{0,40})?$"
)
AFTER = lazy(r"[,”\"]+ (?:[^,;]{1,80} )?(?:sa(?:id|ys)|added|told|stated|announced|noted|wrote|declared|stressed)\b")


def governing(clauses: Sequence[Clause], index: int, text: str) -> Clause | None:
    """The clause by which somebody says, agrees or believes what the clause of that number states; None for none."""
    here = clauses[index]
    for before in reversed(clauses[:index]):
        if before.kind in ("says", "void") or before.head in ("agrees", "firm", "commitment", "announces", "readiness"):
            between = text[before.at : here.start]
            indirect = before.kind == "says" and text.startswith("would", here.at)
            if ". " not in between and ("that " in between or indirect or not APART.search(between)):
                said = before.kind == "void" and AND_SAID.search(between) is not None
                return msgspec.structs.replace(before, kind="says") if said else before
    after = [c for c in clauses[index + 1 :] if c.kind == "says"]
    return after[0] if after and AFTER.search(text, here.at, after[0].at + 12) else None


def said_by(page: Page, sentence: Sentence, clause: Clause | None) -> str:
    """The name of the person who says it, else the code of the side; "author" where nobody is said to."""
    if clause is None or clause.kind != "says":
        return "author"
    for item in clause.items:
        name = _name(page, sentence, item)
        if name is not None:
            return name
    return clause.codes[0] if len(clause.codes) == 1 else "author"


def quoted(page: Page, sentence: Sentence, offset: int) -> bool:
    """Whether a place of the text stands in quotation marks that open in its sentence."""
    return is_open(page.clean[sentence.start : offset])


def _name(page: Page, sentence: Sentence, item: Item) -> str | None:
    if item.type not in ("person", "pronoun"):
        return party_of(page, item)
    persons = figures(page, sentence, item)
    if not persons:
        return None
    return persons[0].name or persons[0].country
