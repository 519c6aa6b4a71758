"""Turns a fact into the story of how it was read, printed as a tree."""

from __future__ import annotations

from communique.codebook import Codebook
from communique.mentions import Page
from communique.records import AnyFact


def derivation(fact: AnyFact, page: Page, codebook: Codebook) -> str:
    """The fact's rule, its pattern, the words it matched and what stood in each slot, one line each."""
    lines = [f"{type(fact).__struct_config__.tag} {fact.id}", f"  rule {fact.rule}"]
    rule = codebook.rule(fact.rule)
    if rule is not None:
        lines.append(f"    pattern {rule.pattern}")
        lines.append(f"    source  {rule.source}")
    for piece in fact.evidence:
        lines.append(f"  words {piece.start}-{piece.end}{' of the title' if piece.where else ''}: {piece.quote!r}")
    return "\n".join(lines)
