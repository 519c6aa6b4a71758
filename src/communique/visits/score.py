"""Two tellings become a score with reasons: are they of one visit?

Points are on a log-odds scale by judgement, so that two strong agreements (day and person) decide, one
alone does not against a contradiction, and month and person together just do. `docs/accuracy.md` has what
they give on real texts.
"""

from __future__ import annotations

from communique.visits.days import iso
from communique.visits.model import LinkScore, Reason
from communique.visits.telling import Telling, names_agree

SAME = 4.0  # points from which two tellings are of one visit
UNSURE = 2.0  # points from which an editor is asked
NEAR = 2  # days between two dated spans that are still one visit (arrival and talks, time zones)
DOUBTFUL = 5  # days between that may be one; beyond, they are apart
CONTRADICTION = -6.0

_LOOSE = {"day": 3.0, "month": 2.0, "published": 2.0, "year": 1.0, "none": 0.0}


def compare(left: Telling, right: Telling, *, same_text: bool = False) -> tuple[Reason, ...]:
    """The grounds for and against the two being one visit, of two tellings of one dyad.

    `same_text`: one text tells of both.
    """
    reasons = [_dates(left, right)]
    guest = names_agree(left.guest, right.guest)
    if guest is not None:
        reasons.append(
            Reason("guest", 3.0, f"both name {left.guest}")
            if guest
            else Reason("guest", CONTRADICTION, f"{left.guest} is not {right.guest}")
        )
    elif left.office and right.office:
        same = left.office == right.office
        reasons.append(Reason("office", 1.0 if same else -1.5, f"{left.office} and {right.office}"))
    if names_agree(left.host, right.host) is not None:
        same = bool(names_agree(left.host, right.host))
        reasons.append(Reason("host", 0.5 if same else -0.5, f"received by {left.host} and {right.host}"))
    if left.kind and right.kind:
        same = left.kind == right.kind
        reasons.append(Reason("kind", 1.0 if same else -1.0, f"called {left.kind} and {right.kind}"))
    if left.place and left.place == right.place:
        reasons.append(Reason("place", 1.0, f"both in {left.place}"))
    if left.combined_with and left.combined_with == right.combined_with:
        reasons.append(Reason("event", 1.0, f"both with {left.combined_with}"))
    reasons.extend(_numbers(left, right))
    if "cancelled" in {left.status, right.status} and {left.status, right.status} & {"completed", "ongoing"}:
        reasons.append(Reason("status", -3.0, f"{left.status} and {right.status}"))
    if same_text and left.mention != right.mention and not left.grain == right.grain == "day":
        reasons.append(Reason("text", CONTRADICTION, "one text tells of both, and of one as of another visit"))
    return tuple(reason for reason in reasons if reason.points)


def verdict_of(points: float) -> str:
    """`same`, `unsure` or `apart`."""
    return "same" if points >= SAME else "unsure" if points >= UNSURE else "apart"


def total(reasons: tuple[Reason, ...]) -> float:
    """The sum of the points."""
    return sum(reason.points for reason in reasons)


def link_score(left: Telling, right: Telling, *, same_text: bool = False) -> LinkScore:
    """The comparison as a record, the smaller fact id first."""
    one, two = sorted((left, right), key=lambda telling: telling.fact)
    reasons = compare(one, two, same_text=same_text)
    points = total(reasons)
    return LinkScore(one.fact, two.fact, points, verdict_of(points), reasons)  # type: ignore[arg-type]


def days_apart(left: Telling, right: Telling) -> int:
    """Whole days between the two spans; 0 when they touch or overlap."""
    return max(0, left.first - right.until, right.first - left.until)


def _dates(left: Telling, right: Telling) -> Reason:
    if not left.until or not right.until:
        return Reason("dates", 0.0, "a date is unknown")
    apart = days_apart(left, right)
    spans = f"{_show(left)} and {_show(right)}"
    is_dated = left.grain == right.grain == "day"
    if apart > DOUBTFUL:
        return Reason("dates", CONTRADICTION - 2, f"{spans} are {apart} days apart")
    if apart > (NEAR if is_dated else 0):
        return Reason("dates", -1.0, f"{spans} are {apart} days apart")
    if not is_dated:
        return Reason("dates", min(_LOOSE[left.grain], _LOOSE[right.grain]), f"{spans} agree")
    if left.first == right.first and not (left.about or right.about):
        return Reason("dates", 5.0, f"both begin on {iso(left.first)}")
    return Reason("dates", 3.0 if apart else 4.0, f"{spans} {'are close' if apart else 'overlap'}")


def _show(telling: Telling) -> str:
    return iso(telling.first) if telling.first == telling.until else f"{iso(telling.first)}/{iso(telling.until)}"


def _numbers(left: Telling, right: Telling) -> list[Reason]:
    reasons = []
    if left.days and right.days:
        same = left.days == right.days
        reasons.append(Reason("days", 0.5 if same else -0.5, f"{left.days} and {right.days} days long"))
    if left.count_in_year and right.count_in_year:
        same = left.count_in_year == right.count_in_year
        words = f"number {left.count_in_year} and {right.count_in_year} of the year"
        reasons.append(Reason("count", 1.0 if same else -3.0, words))
    return reasons
