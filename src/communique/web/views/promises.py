"""The commitments of several visits become a list by field: each with its words, and whether it was made before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.analysis import Act, acts
from communique.analysis.change import align
from communique.records import AnyFact
from communique.visits.model import Visit
from communique.web import links
from communique.web.languages import Words


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """One act of one visit, in the text's own words; `move` says how it stands to the visit with commitments before."""

    days: str
    parties: str
    action: str
    strength: int
    wording: str
    move: str | None
    move_words: str | None
    address: str


class FieldPromises(msgspec.Struct, frozen=True):
    """The acts of one field, the latest visit's first."""

    field: str
    count: str
    acts: tuple[Promise, ...]


def promises(visits: Sequence[Visit], told: Mapping[str, Sequence[AnyFact]], words: Words) -> tuple[FieldPromises, ...]:
    """The fields with the most acts first, those of no field last."""
    by_field: dict[str, list[Promise]] = {}
    before: list[Act] | None = None
    for one in visits:
        made = acts(told.get(one.id, ()))
        moves = {}
        if before is not None:
            moves = {change.later.facts: change.move for change in align(before, made) if change.later is not None}
        for act in made:
            promise = _promise(one, act, moves.get(act.facts), words)
            for field in act.fields or ("",):
                by_field.setdefault(field, []).append(promise)
        before = made
    ordered = sorted(by_field, key=lambda field: (field == "", -len(by_field[field]), field))
    return tuple(
        FieldPromises(
            words.code("field", field) if field else words("dyad.no_field"),
            words("dyad.commitments", n=len(by_field[field])),
            tuple(reversed(by_field[field])),
        )
        for field in ordered
    )


def _promise(visit: Visit, act: Act, move: str | None, words: Words) -> Promise:
    return Promise(
        days=words.dates(visit),
        parties=", ".join(map(words.country, act.parties)) or words("dyad.nobody"),
        action=act.action,
        strength=act.strength,
        wording=words.code("strength", str(act.strength)),
        move=move,
        move_words=words(f"dyad.move.{move}") if move else None,
        address=links.words(act.facts),
    )
