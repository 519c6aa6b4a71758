"""The rules of the codebook → a page for each family: what each reads and passes over, its pattern, its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import marks
import readings

from communique.codebook import load
from communique.grammar import Rule

FAMILIES = ("visit", "protocol", "meeting", "relationship", "comparison")
PATTERN_HELP = (
    "`{guest}` a name in that slot · `{dest+}` a list of such · `<visit>` any form of the word · `^` marks the head, "
    "whose tense and scope count · `[ ]` may be missing · `( | )` either · `~` up to 60 characters without comma or "
    "name · `..` without comma · `...` within the sentence · `%name` a named piece. After → stands what the rule "
    "takes from the sentence: facts, or for a courtesy, which needs a visit to belong to, its head and its slots"
)


def about(family: str) -> str:
    """What the rules of a family read, as its file says."""
    file = files("communique.codebook").joinpath(f"en/{family}.toml")
    return str(tomllib.loads(file.read_text("utf-8")).get("about", ""))


def family_page(name: str) -> str:
    """All rules of a family, each with its sentences."""
    rules = load().family(name).rules
    lines = [
        f"# Rules: {name}",
        "",
        about(name),
        "",
        f"{len(rules)} rules. How to read a pattern: {PATTERN_HELP}.",
        "",
    ]
    return "\n".join([*lines, *(line for rule in rules for line in _rule(rule))])


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id} {{ #{rule.id} }}"
    yield ""
    yield from (f"**Reads** when one of these words stands there: {marks.words(rule.triggers)}.", "")
    yield from readings.sentences(rule.yes, rule)
    if rule.no:
        yield from ("**Passes over**", "")
        yield from marks.sentences(rule.no)
    if rule.gives:
        stated = (f"{field} {marks.code(value)}" for field, value in rule.gives.items() if field != "wants")
        wants = f" Only where the words around tell of {marks.code(w)}." if (w := rule.gives.get("wants")) else ""
        yield from (f"States {'; '.join(stated)}.{wants}", "")
    yield from marks.fold(f"Pattern · source: {rule.source}", rule.pattern)
