"""A visit and the host's earlier visits become its level: rank, protocol part by part, the usual.

Nothing here ranks hosts against each other: guns, greeters and venues mean what that host makes of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Literal

import msgspec

from communique import knowledge
from communique.analysis.courtesies import Courtesy, courtesies
from communique.analysis.rubric import Element, Rubric, load_rubric
from communique.records import ProtocolFact, VisitKind
from communique.visits.model import Visit

FEWEST = 5  # earlier visits for a baseline: a median of fewer turns over with each new visit (a convention)
RANKS: dict[VisitKind, int | None] = {
    "state": 7,
    "official": 6,
    "official_working": 5,
    "working": 4,
    "informal": 3,
    "private": 2,
    "transit": 1,
    "event_only": None,
}
"""Rank of ceremony by the declared kind; a visit only for an event has none. Rank is not importance."""

Verdict = Literal["above", "usual", "below"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One courtesy: `reported` yes, no, or None for not mentioned (which is not the same as no).

    It is worth between `least` and `most` points of `weight`: equal where it is known. `usual` is the median number of
    points over the `usual_of` baseline visits that say anything of it; None without a baseline or under five of them.
    `facts`: the ids of those that tell of it, that of the highest rank first.
    """

    signal: str
    group: str
    words: str
    weight: float
    reported: Literal["yes", "no"] | None
    least: float
    most: float
    rank: int | None = None
    count: int | None = None
    facts: tuple[str, ...] = ()
    usual: float | None = None
    usual_of: int = 0


class Baseline(msgspec.Struct, frozen=True):
    """What the host gave to guests of that office rank on visits of that declared kind before.

    `median` is of the points reported; `deviation` the visit's points less the median.
    """

    visits: int
    median: float
    deviation: float
    verdict: Verdict


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """How high a visit stood. `least` to `most`: points by the rubric, as far as the texts tell.

    `baseline` is None under five comparable earlier visits, of which there are `comparable`; `missing` says
    why in words.
    """

    visit: str
    kind: VisitKind | None
    rank: int | None
    parts: tuple[Part, ...]
    least: float
    most: float
    comparable: int = 0
    baseline: Baseline | None = None
    missing: str | None = None

    @property
    def stated(self) -> tuple[Part, ...]:
        """The parts that the texts speak of."""
        return tuple(part for part in self.parts if part.reported)


def level(
    visit: Visit,
    protocol: Mapping[str, Sequence[ProtocolFact]],
    earlier: Iterable[Visit] = (),
    *,
    rubric: Rubric | None = None,
) -> Level:
    """The level of a visit.

    Args:
        visit: the visit.
        protocol: the protocol facts by visit id, for `visit` and for `earlier`.
        earlier: visits received by the same host; those of another kind, office rank, or not before `visit`, and
            those of which no courtesy is told, are left out.
        rubric: the weights; None takes the packaged `data/rubric.toml`.
    """
    like = [one for one in earlier if is_comparable(one, visit)]
    past = Counter(courtesies(one, protocol.get(one.id, ())) for one in like)
    return level_against(visit, protocol.get(visit.id, ()), past, rubric=rubric)


def level_against(
    visit: Visit,
    facts: Sequence[ProtocolFact],
    past: Mapping[tuple[Courtesy, ...], int],
    *,
    rubric: Rubric | None = None,
) -> Level:
    """The level of a visit by its protocol facts, against the courtesies of earlier visits that are comparable to it.

    `past` holds how many of them had which courtesies; those with none that the rubric knows are left out.
    """
    rubric = rubric or load_rubric()
    parts = parts_of(visit, facts, rubric)
    histories = [(points, number) for told, number in past.items() if (points := _points(told, rubric))]
    comparable = sum(number for _, number in histories)
    least = sum(part.least for part in parts)
    baseline = None
    if comparable >= FEWEST:
        middle = median(total for points, number in histories for total in [sum(points.values())] * number)
        baseline = Baseline(comparable, middle, least - middle, _verdict(least - middle, rubric.usual_within))
        parts = [_with_usual(part, histories) for part in parts]
    return Level(
        visit=visit.id,
        kind=visit.kind,
        rank=RANKS[visit.kind] if visit.kind else None,
        parts=tuple(parts),
        least=least,
        most=sum(part.most for part in parts),
        comparable=comparable,
        baseline=baseline,
        missing=None if baseline else _missing(visit, comparable),
    )


def parts_of(visit: Visit, protocol: Sequence[ProtocolFact], rubric: Rubric) -> list[Part]:
    """The parts of a visit in the rubric's order, each three-valued, by what the record accepts."""
    return [_part(element, visit, protocol) for element in rubric.elements]


def is_comparable(one: Visit, visit: Visit) -> bool:
    """It was before, by the same host, of the same declared kind, for a guest of the same office rank."""
    rank = office_rank(visit)
    return (
        one.id != visit.id
        and one.host_country == visit.host_country
        and visit.kind is not None
        and one.kind == visit.kind
        and rank is not None
        and office_rank(one) == rank
        and bool(one.first_day and visit.first_day and one.first_day < visit.first_day)
    )


def office_rank(visit: Visit) -> int | None:
    """Rank 0 to 6 of the guest's office; None where the office is unknown."""
    return knowledge.load().rank_of(visit.guest.office) if visit.guest.office else None


def _part(element: Element, visit: Visit, protocol: Sequence[ProtocolFact]) -> Part:
    accepted = visit.attribute(f"protocol:{element.signal}")
    reported = None if accepted is None else ("yes" if accepted.value == "yes" else "no")
    facts = [fact for fact in protocol if fact.signal == element.signal and fact.reported == reported]
    rank = max((fact.rank for fact in facts if fact.rank is not None), default=None)
    count = max((fact.count for fact in facts if fact.count is not None), default=None)
    least, most = _worth(element, reported, rank)
    return Part(
        signal=element.signal,
        group=element.group,
        words=element.words,
        weight=element.weight,
        reported=reported,  # type: ignore[arg-type]
        least=least,
        most=most,
        rank=rank if reported == "yes" else None,
        count=count if reported == "yes" else None,
        facts=_by_rank({one.fact for one in accepted.support}, facts) if accepted else (),
    )


def _by_rank(told: Iterable[str], facts: Sequence[ProtocolFact]) -> tuple[str, ...]:
    """The ids of the facts that tell of a courtesy, that of the highest rank first, so that his is the rank shown."""
    ranks = {fact.id: fact.rank for fact in facts if fact.rank is not None}
    return tuple(sorted(told, key=lambda one: (-ranks.get(one, -1), one)))


def _worth(element: Element, reported: str | None, rank: int | None) -> tuple[float, float]:
    if reported == "no":
        return 0.0, 0.0
    if reported is None:
        return 0.0, element.weight
    if not element.by_rank:
        return element.weight, element.weight
    if rank is None:
        return 0.0, element.weight
    points = element.weight * rank / 6
    return points, points


def _points(told: Iterable[Courtesy], rubric: Rubric) -> dict[str, float]:
    """The points that a visit got for each courtesy of the rubric that its texts tell of."""
    elements = rubric.by_signal
    return {
        one.signal: _worth(elements[one.signal], one.reported, one.rank)[0] for one in told if one.signal in elements
    }


def _with_usual(part: Part, past: Sequence[tuple[Mapping[str, float], int]]) -> Part:
    told = [points[part.signal] for points, number in past if part.signal in points for _ in range(number)]
    usual = median(told) if len(told) >= FEWEST else None
    return msgspec.structs.replace(part, usual=usual, usual_of=len(told))


def _verdict(deviation: float, usual_within: float) -> Verdict:
    if abs(deviation) <= usual_within:
        return "usual"
    return "above" if deviation > 0 else "below"


def _missing(visit: Visit, comparable: int) -> str:
    if visit.kind is None:
        return "no kind is declared"
    if office_rank(visit) is None:
        return "the guest's office is unknown"
    return f"no baseline yet: {comparable} of {FEWEST} comparable earlier visits"
