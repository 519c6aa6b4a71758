"""The facts of meetings that several texts tell of become the meetings, each once."""

from __future__ import annotations

from collections.abc import Iterable

from communique.records import AnyFact, MeetingFact
from communique.visits.days import span_of
from communique.visits.telling import ABOUT_DAYS, fold, names_agree


def meetings(facts: Iterable[AnyFact]) -> list[tuple[MeetingFact, ...]]:
    """The facts of each meeting, the fullest first: one that is told with its day takes in those told without.

    In the order of days, then of people. Two days, two buildings or two forms are two meetings, whoever tells of them.
    """
    told = sorted((fact for fact in facts if isinstance(fact, MeetingFact)), key=_fullness)
    groups: list[list[MeetingFact]] = []
    for fact in told:
        homes = [group for group in groups if all(_is_one(known, fact) for known in group)]
        if len(homes) > 1:  # nobody says of which day it is
            homes = [group for group in homes if group[0].date == fact.date]
        if homes:
            homes[0].append(fact)
        else:
            groups.append([fact])
    return sorted((tuple(group) for group in groups), key=lambda group: (group[0].date or "", group[0].id))


def is_same_meeting(one: MeetingFact, other: MeetingFact) -> bool:
    """Neither the days nor the people nor the forms speak against it."""
    if not _may_be_one_day(one.date, other.date):
        return False
    if (one.format == "call") != (other.format == "call"):
        return False
    left, right = ([fold(who.name) for who in fact.participants if who.name] for fact in (one, other))
    if not left or not right:
        return set(one.countries) == set(other.countries)
    fewer, more = sorted((left, right), key=len)
    return all(any(names_agree(name, known) for known in more) for name in fewer)


def _is_one(one: MeetingFact, other: MeetingFact) -> bool:
    """Whether two tellings of one visit are of one meeting: in one building and form too, where both are told."""
    alike = all(None in pair or pair[0] == pair[1] for pair in ((one.venue, other.venue), (one.format, other.format)))
    company = len(one.participants) == len(other.participants) or not (one.participants and other.participants)
    return alike and company and is_same_meeting(one, other)


def _fullness(fact: MeetingFact) -> tuple[int, int, int, str]:
    """The order in which they are put together: with a day before a month, with more people, with a building."""
    return -len(fact.date or ""), -sum(who.name is not None for who in fact.participants), fact.venue is None, fact.id


def _may_be_one_day(one: str | None, other: str | None) -> bool:
    left, right = span_of(one), span_of(other)
    if left is None or right is None:
        return True
    slack = ABOUT_DAYS["day"] if left.approximate or right.approximate else 0
    return left.first - slack <= right.last and right.first - slack <= left.last
