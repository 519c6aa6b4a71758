"""Tiers and rungs over several visits become a table of steps: the highest on top, the visits across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.analysis import labels, positions
from communique.analysis.ladders import Ladder, load_ladders
from communique.records import AnyFact
from communique.visits.model import Visit
from communique.web import links
from communique.web.languages import Words
from communique.web.views.grids import Column, columns_of


class Stand(msgspec.Struct, frozen=True):
    """Who stands on a rung at one visit, and their words."""

    name: str
    words: str
    address: str


class Step(msgspec.Struct, frozen=True):
    """One visit on one rung: who stands on it; `is_below`: somebody stands on a higher one."""

    stands: tuple[Stand, ...]
    is_below: bool


class RungRow(msgspec.Struct, frozen=True):
    """One rung with its place in the order; rungs of one place stand beside each other."""

    tier: int
    words: str
    steps: tuple[Step, ...]


class LadderView(msgspec.Struct, frozen=True, kw_only=True):
    """A ladder, its rungs from the highest down; `source` says whose order it is."""

    title: str
    source: str
    columns: tuple[Column, ...]
    rungs: tuple[RungRow, ...]


class Held(msgspec.Struct, frozen=True):
    """A holder at one visit: the highest tier of its words there, and the facts that say so."""

    holder: str
    visit: str
    tier: int
    facts: tuple[str, ...]


Told = Mapping[str, Sequence[AnyFact]]


def ladder_views(visits: Sequence[Visit], told: Told, words: Words) -> list[LadderView]:
    """The ladders that somebody stands on at one of those visits: formulas on issues, then labels of the relation."""
    found = []
    for ladder in sorted(load_ladders().ladders, key=lambda one: (one.of == "labels", one.id)):
        held = list(_formulas(ladder, visits, told) if ladder.of == "stances" else _labels(ladder, visits, told))
        if held:
            found.append(_view(ladder, [one for one in visits if any(h.visit == one.id for h in held)], held, words))
    return found


def _formulas(ladder: Ladder, visits: Sequence[Visit], told: Told) -> Iterator[Held]:
    for one in visits:
        highest: dict[str, Held] = {}
        for said in positions(told.get(one.id, ())):
            if said.issue in ladder.issues and said.rung is not None:
                before = highest.get(said.holder)
                if before is None or said.rung > before.tier:
                    highest[said.holder] = Held(said.holder, one.id, said.rung, said.facts)
        yield from highest.values()


def _labels(ladder: Ladder, visits: Sequence[Visit], told: Told) -> Iterator[Held]:
    for one in visits:
        on_it = [
            (tier, label) for label in labels(told.get(one.id, ())) for code, tier in label.tiers if code == ladder.id
        ]
        if on_it:
            tier, label = max(on_it, key=lambda pair: pair[0])
            yield Held("", one.id, tier, label.facts)


def _view(ladder: Ladder, visits: Sequence[Visit], held: Sequence[Held], words: Words) -> LadderView:
    rows = []
    for tier in sorted({rung.tier for rung in ladder.rungs}, reverse=True):
        named = " · ".join(rung.words for rung in ladder.rungs if rung.tier == tier)
        rows.append(RungRow(tier, named, tuple(_step(tier, one, held, words) for one in visits)))
    if ladder.of == "stances":
        title = words("dyad.ladder_issue", issues=", ".join(words.code("issue", issue) for issue in ladder.issues))
    else:
        title = words("dyad.ladder_labels", country=words.country(ladder.id))
    return LadderView(title=title, source=ladder.source, columns=columns_of(visits, words), rungs=tuple(rows))


def _step(tier: int, visit: Visit, held: Sequence[Held], words: Words) -> Step:
    here = [one for one in held if one.visit == visit.id]
    stands = tuple(
        Stand(
            words.country(one.holder) if one.holder else words("dyad.here"),
            f"{words.dates(visit)}: {tier}",
            links.words(one.facts),
        )
        for one in here
        if one.tier == tier
    )
    return Step(stands, any(one.tier > tier for one in here))
