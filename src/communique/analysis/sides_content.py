"""The stances and commitments of one visit become matters: who says what of them, how firmly, and who takes them on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.analysis.acts import SAME_ACT, SAME_WORDS, likeness
from communique.analysis.content import Act, acts, positions
from communique.analysis.matters import SIDES, Matter, Saying, Side, by_side, ids_of, matter_of
from communique.analysis.voices import Voice
from communique.records import AnyFact, CommitmentFact, StanceFact
from communique.visits.model import Visit


def position_matters(visit: Visit, facts: Sequence[AnyFact], voices: Mapping[str, Voice]) -> Iterator[Matter]:
    """Each position of a holder on an issue; toward the other party of the visit and toward nobody named are one."""
    parties = {visit.guest_country, visit.host_country}
    told: dict[tuple[str, str], dict[Side, list[StanceFact]]] = {}
    for fact in facts:
        if isinstance(fact, StanceFact):
            issue = (fact.issue_text or "other").casefold() if fact.issue == "other" else fact.issue
            plain = fact if fact.toward not in parties else msgspec.structs.replace(fact, toward=None)
            for holder in fact.holder:
                for side in SIDES[voices[fact.id]]:
                    told.setdefault((holder, issue), {}).setdefault(side, []).append(
                        msgspec.structs.replace(plain, holder=(holder,))
                    )
    alike: dict[tuple[str, tuple[Saying, ...]], list[str]] = {}
    for (holder, issue), said in sorted(told.items()):
        sayings = tuple(_position(side, stated) for side, stated in said.items())
        alike.setdefault((issue, sayings), []).append(holder)
    for (issue, sayings), holders in alike.items():
        named = [msgspec.structs.replace(said, parties=tuple(holders)) for said in sayings]
        yield matter_of("position", issue, named, differ=_differ_in_position)


def _position(side: Side, stated: Sequence[StanceFact]) -> Saying:
    best = max(positions(stated), key=lambda one: one.rung or 0)
    polarity = best.polarity if len({fact.polarity for fact in stated}) == 1 else None
    return Saying(side=side, facts=ids_of(stated), value=polarity, rung=best.rung, words=best.rung_words)


def _differ_in_position(one: Saying, other: Saying) -> bool:
    if None not in (one.rung, other.rung):
        return one.rung != other.rung
    return None not in (one.value, other.value) and one.value != other.value


def act_matters(facts: Sequence[AnyFact], voices: Mapping[str, Voice]) -> Iterator[Matter]:
    """Each commitment once; what one side takes on alone and the other says of both is told differently."""
    stated = {fact.id: fact for fact in facts if isinstance(fact, CommitmentFact)}
    whole = [(act, by_side(act.facts, voices)) for act in acts(stated.values())]
    by_host = [pair for pair in whole if "host" in pair[1] and "guest" not in pair[1]]
    for act, split in whole:
        if "host" in split and "guest" not in split:
            continue
        twin = max(by_host, key=lambda pair: likeness(act.action, pair[0].action), default=None)
        if "guest" in split and "host" not in split and twin and _is_twin(act, twin[0]):
            by_host.remove(twin)
            split = {**twin[1], **split}  # noqa: PLW2901 - the same act, told by both
        yield _act(act, split, stated)
    for act, split in by_host:
        yield _act(act, split, stated)


def _is_twin(one: Act, other: Act) -> bool:
    return likeness(one.action, other.action) >= (SAME_ACT if set(one.fields) & set(other.fields) else SAME_WORDS)


def _act(act: Act, split: Mapping[Side, tuple[str, ...]], stated: Mapping[str, CommitmentFact]) -> Matter:
    sayings = []
    for side, names in split.items():
        strongest = max((stated[name] for name in names), key=lambda fact: fact.strength)
        sayings.append(
            Saying(
                side=side,
                facts=names,
                value=strongest.strength,
                parties=tuple(sorted(strongest.parties)),
                words=strongest.action,
            )
        )
    name = act.fields[0] if act.fields else ""

    def differ(one: Saying, other: Saying) -> bool:
        return one.value != other.value or bool(one.parties and other.parties and one.parties != other.parties)

    return matter_of("act", name, sayings, differ=differ)
