"""What stands in a pattern → what must stand in a shadow for it to match: groups of words, and counts of items.

To see that a word is missing costs a small part of what it costs to try the pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.grammar.shadow import FIRST, LAST, Alphabet

TELLING = 3  # letters; that a shorter word stands in a sentence tells little
LOOKS = 3  # groups of words that are looked for; more cost more than they spare


def common(branches: Sequence[Sequence[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """What alternatives need in common: of one its groups, of several a group with the most telling words of each."""
    if len(branches) == 1 or not all(branches):
        return list(branches[0]) if len(branches) == 1 else []
    return [tuple(word for groups in branches for word in max(groups, key=lambda g: min(map(_tells, g))))]


def telling(groups: Iterable[Iterable[str]], known: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The few of these groups whose absence is likely, without those that are `known` to be there."""
    stems = {_stems(group) for group in groups} - {tuple(sorted(group)) for group in known}
    found = [group for group in stems if min(map(_tells, group)) >= TELLING]
    return tuple(sorted(found, key=lambda group: (len(group), -len(group[0]), group))[:LOOKS])


def counted(needs: Sequence[tuple[str, ...]], letters: Alphabet) -> tuple[tuple[str, int], ...]:
    """Of which types together more than one item must stand there, as their characters, and how many.

    `needs`: the types of each slot that must be filled.
    """
    groups = {frozenset(types) for types in needs} | {frozenset[str]().union(*needs)}
    wanted = ((group, sum(group.issuperset(types) for types in needs)) for group in groups)
    return tuple(sorted(("".join(sorted(letters[t] for t in group)), count) for group, count in wanted if count > 1))


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that hold another of them, the shortest first: where "visits" stands, "visit" does."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda w: (len(w), w)):
        if not any(stem in word for stem in kept):
            kept.append(word)
    return tuple(kept)


def _tells(word: str) -> int:
    """How many letters a word has; the character of an item, which most sentences hold, tells as a short one does."""
    return TELLING if word and FIRST <= ord(word[0]) <= LAST else len(word)
