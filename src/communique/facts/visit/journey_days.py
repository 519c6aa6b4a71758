"""The tellings of one visit → its first day, its last and its length."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

from communique.facts.visit.dated import within_stay
from communique.facts.visit.journey_told import Telling, is_meeting
from communique.text import Span


def own_days(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of a visit without those of the whole tour, where a stop has days of its own."""
    own = [t for t in tellings if not t.tour]
    return own if any(t.when is not None for t in own) else [*tellings]


def dates(tellings: Sequence[Telling], at_hand: int | None) -> tuple[str | None, str | None, int | None]:
    """First day, last day and length, as far as the tellings give them or two of them give the third.

    `at_hand`: the length that other sentences give.
    """
    days = next((t.days for t in tellings if t.days is not None), None) or at_hand
    whens = [t for t in tellings if t.when is not None and t.phase != "during"]
    stays = [t for t in tellings if not is_meeting(t)]
    if days != 1 and any(t.status == "ongoing" or (t.when is not None and t.phase == "begin") for t in stays):
        # they met on one day of it
        told = [t for t in whens if t in stays and t.phase != "end"]
        whens = [t for t in whens if t in stays] if told else [t if t in stays else _within(t) for t in whens]
    if any(t.status in ("ongoing", "completed") for t in stays):
        made = [t for t in whens if t.status != "planned" or t.phase == "end" or (t.when and t.when.end)]
        begun = tellings[0].status != "planned"  # without its stops that are still to come
        whens = made or [t for t in whens if not begun or t.phase == "begin"]
    spans = [t.when for t in whens if t.when and t.when.end]
    if spans:
        return spans[0].edtf, spans[0].end, days
    full = [t for t in whens if t.when and t.when.first == t.when.last]
    ends = [t for t in full if t.phase == "end"]
    starts = [t for t in full if t.phase == "begin"]
    first, last = _earliest(starts), ends[0].when if ends else None
    length = datetime.timedelta(days=days - 1) if isinstance(days, int) else None
    if first is None and last is not None and length is not None:
        return (last.first - length).isoformat(), last.edtf, days
    if first is not None and last is None and length is not None:
        return first.edtf, (first.first + length).isoformat(), days
    if first is not None:
        return first.edtf, last.edtf if last else None, days
    before = [t.when for t in full if t not in ends and t.when and last and t.when.first < last.first]
    if last is not None and before:
        return min(before, key=lambda w: w.first).edtf, last.edtf, days
    if last is not None and len(full) == len(ends):
        return None, last.edtf, days
    best = min((t.when for t in whens if t.when), key=lambda w: (w.last - w.first).days, default=None)
    return best.edtf if best else None, None, days


def day_under_way(tellings: Sequence[Telling]) -> str | None:
    """The first of the days on which scenes show that the guest was there; None where none has a day."""
    days = [t.when for t in tellings if t.when is not None and t.phase == "during"]
    return min(days, key=lambda day: day.first).edtf if days else None


def _within(telling: Telling) -> Telling:
    """A telling of one day of a visit, of which it need not be the first."""
    when = telling.when
    return msgspec.structs.replace(telling, when=within_stay(when)) if when and when.first == when.last else telling


def _earliest(starts: Sequence[Telling]) -> Span | None:
    """The first of the days on which a visit is told to begin: it is told of its welcome, too, on the next day."""
    return min((t.when for t in starts if t.when), key=lambda when: when.first, default=None)
