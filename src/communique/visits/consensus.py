"""What each source states of one property becomes an attribute: the value, its support and the dissent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from communique import knowledge
from communique.visits.days import Span, span_of
from communique.visits.model import Attribute, Claim, SourceKind, Support, Value
from communique.visits.telling import fold, names_agree, plain

WEIGHT: tuple[SourceKind, ...] = ("official", "register", "agency", "press", "commentary", "unknown")
"""Whose word decides between values that equally many sources state, first to last."""

_PEOPLE = {"guest", "host"}
_DATES = {"start", "end"}
_OFFICES = {"guest_office", "host_office"}
_TEXTS = {"venue", "place"}
_SEVERAL = {"venue", "start", "end", "host", "host_office"}
# a source may tell of two venues, of two hosts, or of two legs with days of their own
_STAGES = ("planned", "ongoing", "completed")


class Stated(NamedTuple):
    """One fact states one value."""

    value: Value
    by: Support


class Ruled(NamedTuple):
    """An editor set the value; `judgement` is the id of that decision."""

    value: Value
    judgement: int


def decide(name: str, stated: Sequence[Stated], ruled: Ruled | None = None) -> Attribute | None:
    """The attribute that the statements make, an editor's value before all; None if nobody states it.

    The value that most independent sources state wins; between equals the weightier kind of source, then what
    more texts say, then the longer value, then the alphabet. Of dates the finest are weighed first, as a month
    does not deny a day of it. A plan does not deny that the visit took place.
    """
    if not stated and ruled is None:
        return None
    claims = _claims(name, stated)
    if ruled is not None:
        chosen = ruled.value
    elif name == "status":
        chosen = _status(claims)
    else:
        chosen = min(claims, key=lambda claim: _rank(name, claim)).value
    agrees, silent = _agreement(name), _silence(name)
    support = [claim for claim in claims if agrees(chosen, claim.value)]
    dissent = [claim for claim in claims if not agrees(chosen, claim.value) and not silent(chosen, claim.value)]
    backing = _in_order(one for claim in support for one in claim.support)
    if name in _SEVERAL:  # who names a second one beside the first does not deny it
        dissent = [claim for claim in dissent if not _sources(claim.support) <= _sources(backing)]
    return Attribute(
        name=name,
        value=chosen,
        sources=count(backing),
        support=backing,
        dissent=tuple(sorted(dissent, key=lambda claim: _rank(name, claim))),
        judgement=ruled.judgement if ruled else None,
    )


def count(support: Iterable[Support]) -> int:
    """How many independent sources."""
    return len(_sources(support))


def _sources(support: Iterable[Support]) -> set[str]:
    return {one.independent for one in support}


def _claims(name: str, stated: Sequence[Stated]) -> list[Claim]:
    """One claim a value; spellings of one name or place are one value, the best supported spelling."""
    exact: dict[Value, list[Support]] = {}
    for value, by in stated:
        exact.setdefault(value, []).append(by)
    claims = [Claim(value, count(support), _in_order(support)) for value, support in exact.items()]
    claims.sort(key=lambda claim: _rank(name, claim))
    same = _same_words(name)
    if same is None:
        return claims
    merged: list[list[Claim]] = []
    for claim in claims:
        home = next((group for group in merged if same(str(group[0].value), str(claim.value))), None)
        if home is None:
            merged.append([claim])
        else:
            home.append(claim)
    return [_one_claim(group) for group in merged]


def _one_claim(spellings: Sequence[Claim]) -> Claim:
    """Spellings of one value, best first, as one claim: by the best that is no mere part of another."""
    words = [_words(str(claim.value)) for claim in spellings]
    whole = next(claim for claim, own in zip(spellings, words, strict=True) if not any(own < more for more in words))
    support = _in_order(one for claim in spellings for one in claim.support)
    return Claim(whole.value, count(support), support)


def _same_words(name: str) -> Callable[[str, str], bool] | None:
    if name in _PEOPLE:
        return lambda left, right: names_agree(fold(left), fold(right)) is True
    if name in _OFFICES:
        return lambda left, right: _office(left) == _office(right) or _words(left) == _words(right)
    if name in _TEXTS:
        return lambda left, right: _words(left) <= _words(right) or _words(right) <= _words(left)
    return None


def _words(text: str) -> set[str]:
    return set(plain(text).split()) - {"the", "of", "a", "an", "in", "at"}


@cache
def _office(text: str) -> str:
    """The code of an office, by which "emir" and "amir" are one; its words where it has none."""
    return knowledge.load().office_code(text) or plain(text)


def _rank(name: str, claim: Claim) -> tuple[Any, ...]:
    weight = min(WEIGHT.index(one.kind) for one in claim.support)
    span = span_of(str(claim.value)) if name in _DATES else None
    finer = _coarseness(span) if name in _DATES else 0
    day = (span.first if name == "start" else -span.last) if span else 0  # the earlier start, the later end
    texts = len({one.document for one in claim.support})
    return finer, -claim.sources, weight, -texts, day, -len(str(claim.value)), str(claim.value)


def _coarseness(span: Span | None) -> int:
    """0 for one exact day, more the vaguer."""
    if span is None:
        return 9
    return 2 * ("day", "month", "year", "unknown").index(span.precision) + span.approximate


def _status(claims: Sequence[Claim]) -> Value:
    """Cancelled where more say so than that it took place; else as far as it is known to have come."""
    by_value = {claim.value: claim for claim in claims}
    happened = count(one for value in ("ongoing", "completed") if value in by_value for one in by_value[value].support)
    if "cancelled" in by_value and by_value["cancelled"].sources > happened:
        return "cancelled"
    return max((value for value in by_value if value != "cancelled"), key=lambda v: _STAGES.index(str(v)))


def _agreement(name: str) -> Callable[[Value, Value], bool]:
    """Whether a claim supports the chosen value."""
    if name in _DATES:
        return lambda chosen, value: value == chosen or _holds(str(value), str(chosen))
    same = _same_words(name)
    return lambda chosen, value: value == chosen or (same is not None and same(str(chosen), str(value)))


def _silence(name: str) -> Callable[[Value, Value], bool]:
    """Whether a claim neither supports nor denies the chosen value."""
    if name == "status":
        return lambda chosen, value: "cancelled" not in {chosen, value} or value == "planned"
    if name == "place":  # further places are legs of the journey
        return lambda chosen, value: True
    return lambda chosen, value: False


def _holds(wide: str, narrow: str) -> bool:
    """The narrower date lies within the wider one."""
    outer, inner = span_of(wide), span_of(narrow)
    if outer is None or inner is None:
        return False
    slack = 7 if outer.approximate else 0
    return outer.first - slack <= inner.first and inner.last <= outer.last + slack


def _in_order(support: Iterable[Support]) -> tuple[Support, ...]:
    return tuple(sorted(set(support), key=lambda one: (WEIGHT.index(one.kind), one.source, one.document, one.fact)))
