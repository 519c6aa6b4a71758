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
    where = ("" if piece.where is None else " of the title" for piece in fact.evidence)
    lines.extend(f"  words {p.start}-{p.end}{w}: {p.quote!r}" for p, w in zip(fact.evidence, where, strict=True))
    return "\n".join(lines)
