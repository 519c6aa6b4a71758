"""Two tellings of one guest's journeys to one country → whether they cannot be of the same journey."""

from __future__ import annotations

from collections.abc import Sequence

from communique.facts.visit.for_event import EVENT_ONLY
from communique.facts.visit.journey_told import Telling, is_meeting
from communique.grammar import lazy
from communique.text import Span

FURTHER = lazy(
    r"\b(?:again|return(?:s|ed|ing)?(?! home)|next|another|soon|later|in turn|coming (?:weeks|months|years?)|future)\b"
)
NEAR = 4  # days between two tellings of one journey; longer stays are told by their span


def apart(one: Telling, two: Telling, *, under_way: bool) -> bool:
    """Whether two tellings cannot be of one journey; `under_way`: of one that is being made, declared by the second."""
    declared = one.kind and two.kind and EVENT_ONLY not in (one.kind, two.kind)
    if declared and one.kind != two.kind and (one.background or two.background or one.when or two.when):
        loosely = "official" in (one.kind, two.kind) and not (one.background or two.background)
        if not loosely or (one.when and two.when):
            return True  # the press calls a state visit official
    if (one.status == "cancelled") != (two.status == "cancelled") and one.status and two.status:
        far = one.when is not None and two.when is not None and _gap(one.when, two.when) > NEAR
        return far or "completed" in (one.status, two.status)
    if one.when is None or two.when is None:
        planned = one if one.status == "planned" else two
        open_ = planned.when is None or (planned.when.last - planned.when.first).days > 7  # "next year"
        told = {one.status, two.status} == {"planned", "completed"} and open_ and not under_way
        by_the_way = one.when is two.when and (one.background or two.background)
        return told and (by_the_way or _is_further(planned))
    if (one.when.last - one.when.first).days > 40 or (two.when.last - two.when.first).days > 40:
        return one.background != two.background or _gap(one.when, two.when) > NEAR
    return _gap(one.when, two.when) > NEAR


def _is_further(telling: Telling) -> bool:
    """Whether its words tell of a visit to come behind the one that was made, and not of its programme."""
    return telling.match is None or "invit" in telling.rule or FURTHER.search(telling.match.shadow.text) is not None


def _gap(one: Span, two: Span) -> int:
    """The days between two spans."""
    return max((one.first - two.last).days, (two.first - one.last).days)


def only_met(tellings: Sequence[Telling]) -> bool:
    """Whether a visit is told only as a meeting: "before a meeting of Penn and Moor in Port Moor on 12 October"."""
    return all(is_meeting(t) for t in tellings)


def is_off(tellings: Sequence[Telling]) -> bool:
    """Whether a visit is not to be: what takes place instead is what the text is about."""
    return {t.status for t in tellings} == {"cancelled"}


def went_together(one: Sequence[Telling], two: Sequence[Telling]) -> bool:
    """Whether the same words send the guests of two visits to one country, each by name."""
    matches = [t.match for t in two if t.match is not None]
    matches = [match for match in matches if all(item.type == "person" for item in match.items("guest"))]
    return any(t.match is match for t in one for match in matches)
