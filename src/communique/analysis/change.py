"""Two visits of one dyad become what changed between them: acts, positions, labels, protocol.

Not to be mentioned again is not to be withdrawn: it is shown as not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec

from communique.analysis.acts import SAME_ACT, SAME_WORDS, likeness
from communique.analysis.content import Act, Label, Position, acts, is_same_parties, labels, positions, spelling
from communique.analysis.ladders import Ladders
from communique.analysis.level import RANKS, Part, parts_of
from communique.analysis.rubric import Rubric, load_rubric
from communique.analysis.timing import Interval, days_between
from communique.records import AnyFact, ProtocolFact
from communique.visits.model import Visit

ActMove: TypeAlias = Literal["new", "repeated", "stronger", "weaker", "not_mentioned"]
PositionMove: TypeAlias = Literal["new", "same", "further", "back", "reversed", "unclear", "not_mentioned"]
LabelMove: TypeAlias = Literal["new", "same", "higher", "lower", "reworded", "not_mentioned"]
ProtocolMove: TypeAlias = Literal["up", "down", "same"]


class ActChange(msgspec.Struct, frozen=True):
    """What became of one commitment; `alike` is the likeness of the two wordings, 0 to 100."""

    move: ActMove
    earlier: Act | None
    later: Act | None
    alike: float | None = None


class PositionChange(msgspec.Struct, frozen=True):
    """What became of one position: `further` up its ladder or `back` down, or turned round (`reversed`)."""

    move: PositionMove
    earlier: Position | None
    later: Position | None


class LabelChange(msgspec.Struct, frozen=True):
    """What became of a label; `higher` and `lower` on the ladder of `ladder`, None where no ladder knows both."""

    move: LabelMove
    earlier: Label | None
    later: Label | None
    ladder: str | None = None


class ProtocolChange(msgspec.Struct, frozen=True):
    """One courtesy of which both visits' texts speak: no → yes or a higher rank is `up`."""

    move: ProtocolMove
    earlier: Part
    later: Part


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """All that changed from the visit `earlier` to the visit `later`.

    `kind` compares the ranks of the declared kinds; `protocol` is empty where the hosts differ, as each host has its
    own. `only_earlier` and `only_later` are the courtesies of which only one visit's texts speak.
    """

    earlier: str
    later: str
    interval: Interval | None
    kind: ProtocolMove | None
    acts: tuple[ActChange, ...] = ()
    positions: tuple[PositionChange, ...] = ()
    labels: tuple[LabelChange, ...] = ()
    protocol: tuple[ProtocolChange, ...] = ()
    only_earlier: tuple[Part, ...] = ()
    only_later: tuple[Part, ...] = ()


def change(
    earlier: Visit,
    earlier_facts: Iterable[AnyFact],
    later: Visit,
    later_facts: Iterable[AnyFact],
    *,
    rubric: Rubric | None = None,
    ladders: Ladders | None = None,
) -> Change:
    """What changed from one visit to a later one, by the facts that the texts of each state."""
    before, after = list(earlier_facts), list(later_facts)
    is_one_host = earlier.host_country == later.host_country
    rubric = rubric or load_rubric()
    pairs = list(zip(_parts(earlier, before, rubric), _parts(later, after, rubric), strict=True)) if is_one_host else []
    return Change(
        earlier=earlier.id,
        later=later.id,
        interval=days_between(later, earlier),
        kind=_kind(earlier, later) if is_one_host else None,
        acts=tuple(align(acts(before), acts(after))),
        positions=tuple(_position_changes(positions(before, ladders), positions(after, ladders))),
        labels=tuple(_label_changes(labels(before, ladders), labels(after, ladders))),
        protocol=tuple(_protocol(one, two) for one, two in pairs if one.reported and two.reported),
        only_earlier=tuple(one for one, two in pairs if one.reported and not two.reported),
        only_later=tuple(two for one, two in pairs if two.reported and not one.reported),
    )


def align(before: Sequence[Act], after: Sequence[Act]) -> list[ActChange]:
    """Each act of two visits once: the pairs most alike first, then what is new, then what is not mentioned again."""
    scored = [(_score(one, two), i, j) for i, one in enumerate(before) for j, two in enumerate(after)]
    scored = [found for found in scored if found[0] > 0]
    scored.sort(key=lambda found: (-found[0], found[1], found[2]))
    old, new = set(range(len(before))), set(range(len(after)))
    changes = []
    for score, i, j in scored:
        if i in old and j in new:
            old.discard(i)
            new.discard(j)
            changes.append(ActChange(_act_move(before[i], after[j]), before[i], after[j], score))
    changes += [ActChange("new", None, after[j]) for j in sorted(new)]
    return changes + [ActChange("not_mentioned", before[i], None) for i in sorted(old)]


def _score(one: Act, two: Act) -> float:
    """The likeness of two acts; 0 if they are not the same act."""
    if not is_same_parties(one.parties, two.parties):
        return 0.0
    alike = likeness(one.action, two.action)
    return alike if alike >= (SAME_ACT if set(one.fields) & set(two.fields) else SAME_WORDS) else 0.0


def _act_move(one: Act, two: Act) -> ActMove:
    if one.strength == two.strength:
        return "repeated"
    return "stronger" if two.strength > one.strength else "weaker"


def _kind(earlier: Visit, later: Visit) -> ProtocolMove | None:
    ranks = [RANKS[one.kind] if one.kind else None for one in (earlier, later)]
    return _direction(ranks[0], ranks[1]) if ranks[0] is not None and ranks[1] is not None else None


def _direction(before: float, after: float) -> ProtocolMove:
    if before == after:
        return "same"
    return "up" if after > before else "down"


def _position_changes(before: Sequence[Position], after: Sequence[Position]) -> list[PositionChange]:
    old = {(one.holder, one.issue, one.toward): one for one in before}
    new = {(one.holder, one.issue, one.toward): one for one in after}
    keys = sorted({*old, *new}, key=lambda key: tuple(part or "" for part in key))
    return [PositionChange(_position_move(old.get(key), new.get(key)), old.get(key), new.get(key)) for key in keys]


def _position_move(one: Position | None, two: Position | None) -> PositionMove:
    if one is None or two is None:
        return "new" if one is None else "not_mentioned"
    if one.polarity is None or two.polarity is None:
        return "unclear"
    if one.polarity != two.polarity:
        return "reversed"
    if one.rung is None or two.rung is None or one.rung == two.rung:
        return "same"
    return "further" if two.rung > one.rung else "back"


def _label_changes(before: Sequence[Label], after: Sequence[Label]) -> list[LabelChange]:
    changes = []
    for parties in sorted({one.parties for one in (*before, *after)}):
        old = [one for one in before if one.parties == parties]
        new = [one for one in after if one.parties == parties]
        same = {spelling(one.label) for one in old} & {spelling(one.label) for one in new}
        changes += [LabelChange("same", _named(old, name), _named(new, name)) for name in sorted(same)]
        gone = [one for one in old if spelling(one.label) not in same]
        come = [one for one in new if spelling(one.label) not in same]
        if len(gone) == len(come) == 1:
            changes.append(_reworded(gone[0], come[0]))
        else:
            changes += [LabelChange("new", None, one) for one in come]
            changes += [LabelChange("not_mentioned", one, None) for one in gone]
    return changes


def _named(found: Sequence[Label], name: str) -> Label:
    return next(one for one in found if spelling(one.label) == name)


def _reworded(one: Label, two: Label) -> LabelChange:
    later = dict(two.tiers)
    for country, tier in one.tiers:
        if country in later and later[country] != tier:
            return LabelChange("higher" if later[country] > tier else "lower", one, two, country)
    return LabelChange("reworded", one, two)


def _parts(visit: Visit, facts: Sequence[AnyFact], rubric: Rubric) -> list[Part]:
    return parts_of(visit, [fact for fact in facts if isinstance(fact, ProtocolFact)], rubric)


def _protocol(one: Part, two: Part) -> ProtocolChange:
    if one.reported != two.reported:
        return ProtocolChange("up" if two.reported == "yes" else "down", one, two)
    if one.rank is not None and two.rank is not None:
        return ProtocolChange(_direction(one.rank, two.rank), one, two)
    return ProtocolChange("same", one, two)
