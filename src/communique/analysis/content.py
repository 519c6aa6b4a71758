"""The facts of one visit become its content, each thing once: acts promised, positions taken, labels used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeVar

import msgspec

from communique.analysis.acts import is_same_act
from communique.analysis.ladders import Ladders, Rung, load_ladders
from communique.records import AnyFact, CommitmentFact, RelationshipFact, StanceFact

T = TypeVar("T")


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One commitment as all texts of the visit together give it: the strongest wording, all fields, all facts.

    `strength` is 1 to 6; `facts` are ids, the strongest wording first. The act is that of the strongest wording.
    """

    parties: tuple[str, ...]
    strength: int
    fields: tuple[str, ...]
    action: str
    facts: tuple[str, ...]


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A stance of one holder on one issue; `rung` where the issue has a ladder and the words are on it.

    `polarity` is None where the texts of one visit contradict each other. `issue_text` is an issue without a code as
    a text writes it, `issue` then its small letters.
    """

    holder: str
    issue: str
    issue_text: str | None = None
    toward: str | None
    polarity: Literal["support", "oppose", "neutral"] | None
    rung: int | None
    rung_words: str | None
    facts: tuple[str, ...]


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A label of the relation, verbatim, with its tier on the ladder of each party that has one."""

    label: str
    parties: tuple[str, ...]
    change: Literal["established", "upgraded", "reaffirmed", "downgraded"] | None
    tiers: tuple[tuple[str, int], ...]
    facts: tuple[str, ...]


def acts(facts: Iterable[AnyFact]) -> list[Act]:
    """The commitments, each once whatever number of texts repeat it; strongest first, then by field and words."""
    stated = [fact for fact in facts if isinstance(fact, CommitmentFact)]
    stated.sort(key=lambda fact: (-fact.strength, -len(fact.action), fact.action, fact.id))
    groups: list[list[CommitmentFact]] = []
    for fact in stated:
        home = next((group for group in groups if _is_same(group[0], fact)), None)
        if home is None:
            groups.append([fact])
        else:
            home.append(fact)
    return sorted((_act(group) for group in groups), key=lambda act: (-act.strength, act.fields, act.action, act.facts))


def positions(facts: Iterable[AnyFact], ladders: Ladders | None = None) -> list[Position]:
    """The stances, one for each holder, issue and addressee, in that order."""
    ladders = ladders or load_ladders()
    stated = [(holder, fact) for fact in facts if isinstance(fact, StanceFact) for holder in fact.holder]
    groups = _grouped(stated, lambda one: (one[0], _issue(one[1]), one[1].toward or ""))
    return [_position(key[0], key[1], [fact for _, fact in group], ladders) for key, group in sorted(groups.items())]


def labels(facts: Iterable[AnyFact], ladders: Ladders | None = None) -> list[Label]:
    """The labels of the relation, one for each wording, by parties then label."""
    ladders = ladders or load_ladders()
    stated = [fact for fact in facts if isinstance(fact, RelationshipFact)]
    groups = _grouped(stated, lambda fact: (" ".join(sorted(fact.parties)), spelling(fact.label)))
    return [_label(group, ladders) for _, group in sorted(groups.items())]


def is_same_parties(one: Sequence[str], other: Sequence[str]) -> bool:
    """The same takers, or those of one side unknown."""
    return not one or not other or set(one) == set(other)


def _grouped(items: Iterable[T], key: Callable[[T], tuple[str, ...]]) -> dict[tuple[str, ...], list[T]]:
    groups: dict[tuple[str, ...], list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _is_same(one: CommitmentFact, other: CommitmentFact) -> bool:
    if other.same_as == one.id or one.same_as == other.id:
        return True
    return is_same_parties(one.parties, other.parties) and is_same_act(
        one.action, one.fields, other.action, other.fields
    )


def _act(group: Sequence[CommitmentFact]) -> Act:
    return Act(
        parties=next((tuple(sorted(fact.parties)) for fact in group if fact.parties), ()),
        strength=group[0].strength,
        fields=tuple(sorted({field for fact in group for field in fact.fields})),
        action=group[0].action,
        facts=tuple(fact.id for fact in group),
    )


def _issue(fact: StanceFact) -> str:
    return (fact.issue_text or "other").casefold() if fact.issue == "other" else fact.issue


def _position(holder: str, issue: str, group: Sequence[StanceFact], ladders: Ladders) -> Position:
    polarities = {fact.polarity for fact in group}
    rung, words = _highest(group, ladders)
    return Position(
        holder=holder,
        issue=issue,
        issue_text=group[0].issue_text if group[0].issue == "other" else None,
        toward=group[0].toward,
        polarity=polarities.pop() if len(polarities) == 1 else None,
        rung=rung,
        rung_words=words,
        facts=tuple(sorted({fact.id for fact in group})),
    )


def _highest(group: Sequence[StanceFact], ladders: Ladders) -> tuple[int | None, str | None]:
    """The highest rung of the facts: the one that the reader gave, else the one that their words reach."""
    ladder = ladders.of_issue(group[0].issue)
    if ladder is None:
        return None, None
    names = {rung.tier: rung.words for rung in ladder.rungs}
    tiers = [fact.rung for fact in group if fact.rung is not None]
    tiers += [met.tier for fact in group if fact.rung is None and (met := _rung(fact, ladder.rung)) is not None]
    top = max(tiers, default=None)
    return top, names.get(top) if top is not None else None


def _rung(fact: StanceFact, reach: Callable[[str], Rung | None]) -> Rung | None:
    return reach(fact.formula or " … ".join(one.quote for one in fact.evidence))


def spelling(label: str) -> str:
    """A label without what only spells it otherwise, a comma or "and": "all-weather and comprehensive partnership"."""
    words = label.casefold().replace(",", " ").replace("-", " ").split()
    return " ".join(word for word in words if word != "and")


def _label(group: Sequence[RelationshipFact], ladders: Ladders) -> Label:
    first = group[0]
    met = [(ladder.id, ladder.rung(first.label)) for ladder in ladders.of_labels(first.parties)]
    return Label(
        label=first.label,
        parties=tuple(sorted(first.parties)),
        change=next((fact.change for fact in group if fact.change), None),
        tiers=tuple((country, rung.tier) for country, rung in met if rung is not None),
        facts=tuple(sorted(fact.id for fact in group)),
    )
