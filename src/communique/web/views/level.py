"""The level of a visit becomes a table: courtesies reported, said to be absent or not mentioned, and the usual."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Literal

import msgspec

from communique.analysis import Part
from communique.publish.dossier import Dossier
from communique.publish.page import Cite, Notes
from communique.publish.sections import courtesy_details
from communique.records import ProtocolFact
from communique.web.languages import Words


class Courtesy(msgspec.Struct, frozen=True, kw_only=True):
    """One row. `reported` None is not mentioned, which is not the same as absent; `move` is against the usual."""

    signal: str
    words: str
    reported: Literal["yes", "no"] | None
    state: str
    details: str
    usual: str | None
    move: Literal["up", "down"] | None
    cites: tuple[Cite, ...]


class Group(msgspec.Struct, frozen=True):
    """The courtesies of one stage of a visit: those that a text speaks of, and the words for all others."""

    title: str
    told: tuple[Courtesy, ...]
    silent: tuple[Courtesy, ...]


def protocol_groups(dossier: Dossier, notes: Notes, words: Words) -> tuple[Group, ...]:
    """All courtesies of the rubric by group, in its order."""
    facts = {one.fact.id: one.fact for one in dossier.facts if isinstance(one.fact, ProtocolFact)}
    found = []
    for title, parts in groupby(dossier.level.parts, key=lambda part: part.group):
        rows = [_courtesy(part, facts, notes, words) for part in parts]
        told = tuple(row for row in rows if row.reported)
        found.append(Group(words.code("group", title), told, tuple(row for row in rows if not row.reported)))
    return tuple(found)


def _courtesy(part: Part, facts: Mapping[str, ProtocolFact], notes: Notes, words: Words) -> Courtesy:
    move: Literal["up", "down"] | None = None
    usual = None
    if part.usual is not None:
        usual = words("visit.usual", points=f"{part.usual:.1f}", full=f"{part.weight:.1f}", n=part.usual_of)
        if part.reported and part.least != part.usual:
            move = "up" if part.least > part.usual else "down"
    details = courtesy_details(part, facts) if part.reported == "yes" else []
    return Courtesy(
        signal=part.signal,
        words=words.code("signal", part.signal) if words.has(f"codes.signal.{part.signal}") else part.words,
        reported=part.reported,
        state=words.code("reported", part.reported) if part.reported else words("visit.not_mentioned"),
        details=", ".join(details),
        usual=usual,
        move=move,
        cites=notes.cite(part.facts),
    )
