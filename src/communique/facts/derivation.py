"""Turns a fact into the story of how it was read, printed as a tree."""

from __future__ import annotations

from collections.abc import Iterator

from communique.codebook import Codebook
from communique.facts.told_why import told_why
from communique.grammar import Match
from communique.mentions import Figure, Page, Sentence
from communique.records import AnyFact, Evidence


def derivation(fact: AnyFact, page: Page, codebook: Codebook) -> str:
    """How a fact was read: for each piece of evidence the rules that matched there, their slots and their scope.

    One line each, indented by depth. A rule that is not one of the codebook's (a transcript's head, an issue's
    phrases) is named with the words alone; what was weighed, with the words or signs that weighed most.
    """
    lines = [f"{type(fact).__struct_config__.tag} {fact.id}", f"  rule {fact.rule}, said by {fact.said_by}"]
    rule = codebook.rule(fact.rule)
    if rule is not None:
        lines += [f"    pattern  {rule.pattern}", f"    source   {rule.source}"]
    lines += [f"    {line}" for line in told_why(fact, page)]
    for piece in fact.evidence:
        where = " of the title" if piece.where else ""
        lines.append(f"  words {piece.start}-{piece.end}{where}: {' '.join(piece.quote.split())!r}")
        sentence = _sentence_of(page, piece)
        if sentence is not None:
            family = fact.rule.partition(".")[0]
            lines += [f"    {line}" for line in _matches(page, codebook, sentence, family, piece)]
    return "\n".join(lines)


def _sentence_of(page: Page, piece: Evidence) -> Sentence | None:
    for index, (start, end) in enumerate(page.spans):
        whole = page.text.span(start, end)
        if whole.where == piece.where and whole.start <= piece.start < whole.end:
            return page.sentence(index)
    return None


def _matches(page: Page, codebook: Codebook, sentence: Sentence, family: str, piece: Evidence) -> Iterator[str]:
    """The matches of a family that lie within a piece of evidence, each with its slots and scope."""
    for match in codebook.family(family).matches(sentence.shadow, sentence.triggers):
        start, end = match.span()
        said = page.text.span(start, end)
        if said.end <= piece.start or said.start >= piece.end:
            continue
        yield f"matched {match.rule.id}: {' '.join(said.quote.split())!r}"
        yield from (f"  {line}" for line in _slots(page, match))
        effects = codebook.scope.read(sentence.shadow, match.head, match.head + len(match.head_text))
        yield from (f"  scope {effect}: cue {cue.id}" for effect, cue in effects.items())


def _slots(page: Page, match: Match) -> Iterator[str]:
    if match.head_text:
        yield f"head  {match.head_text!r}"
    for name, slot in match.slots.items():
        for item in slot.items:
            words = " ".join(page.clean[item.start : item.end].split())
            yield f"{name}  {words!r} is a {item.type}{_meaning(item.value)}"


def _meaning(value: object) -> str:
    return f" = {value.name or value.office} ({value.country}): {value.why}" if isinstance(value, Figure) else ""
