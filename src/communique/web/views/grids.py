"""The contents of several visits become grids: what was promised, held and called, visit by visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from communique.analysis import Act, Label, Position, acts, labels, positions
from communique.records import AnyFact
from communique.visits.model import Visit
from communique.web import links
from communique.web.languages import Words
from communique.web.views.rows import guest_of

NO_FIELD = ""


class Column(msgspec.Struct, frozen=True):
    """One visit at the head of a grid."""

    days: str
    way: str
    guest: str
    address: str


class GridCell(msgspec.Struct, frozen=True, kw_only=True):
    """What one visit has in one row; `level` shades it; `move` from the visit before: up, down or turned."""

    text: str
    words: str
    address: str | None = None
    level: int = 0
    move: str | None = None


class GridRow(msgspec.Struct, frozen=True):
    """One field, position or label; an empty cell is None: that visit's texts do not speak of it."""

    head: str
    of: str | None
    cells: tuple[GridCell | None, ...]


class Grid(msgspec.Struct, frozen=True):
    """Rows over the same columns; empty where no visit has any."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


Told = Mapping[str, Sequence[AnyFact]]
"""The facts of each visit, by its id."""


def commitment_grid(visits: Sequence[Visit], told: Told, words: Words) -> Grid:
    """Commitments by field: how many acts, one that several texts repeat counted once, and the strongest wording."""
    found = {one.id: acts(told.get(one.id, ())) for one in visits}
    totals: dict[str, int] = {}
    for act in (act for made in found.values() for act in made):
        for field in act.fields or (NO_FIELD,):
            totals[field] = totals.get(field, 0) + 1
    ordered = sorted(totals, key=lambda field: (field == NO_FIELD, -totals[field], field))
    rows = []
    for field in ordered:
        here = {name: [act for act in made if field in (act.fields or (NO_FIELD,))] for name, made in found.items()}
        head = words.code("field", field) if field else words("dyad.no_field")
        rows.append(GridRow(head, None, tuple(_acts_cell(here[one.id], words) for one in visits)))
    return Grid(columns_of(visits, words), tuple(rows))


def position_grid(visits: Sequence[Visit], told: Told, words: Words) -> Grid:
    """Positions by issue and holder: the rung where the issue has a ladder, else for or against."""
    found: dict[tuple[str, str, str], dict[str, Position]] = {}
    for one in visits:
        for held in positions(told.get(one.id, ())):
            toward = held.toward if held.toward not in {one.guest_country, one.host_country} else None
            found.setdefault((held.issue, held.holder, toward or ""), {}).setdefault(one.id, held)
    alike: dict[tuple[str, str, tuple[GridCell | None, ...]], list[str]] = {}
    for (issue, holder, toward), by_visit in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        cells = _moved([by_visit.get(one.id) for one in visits], words)
        alike.setdefault((issue, toward, cells), []).append(words.country(holder))
    rows = []
    for (issue, toward, cells), holders in alike.items():
        of = ", ".join(holders) + (f" → {words.country(toward)}" if toward else "")
        rows.append(GridRow(_sentence(words.code("issue", issue)), of, cells))
    return Grid(columns_of(visits, words), tuple(rows))


def label_grid(visits: Sequence[Visit], told: Told, words: Words) -> Grid:
    """The labels of the relation, verbatim, each a row; its tier where the country of a party has a ladder."""
    found: dict[str, dict[str, Label]] = {}
    for one in visits:
        for label in labels(told.get(one.id, ())):
            found.setdefault(label.label.casefold(), {})[one.id] = label
    rows = []
    for by_visit in sorted(found.values(), key=lambda held: (-_tier(held.values()), -len(held))):
        label = next(iter(by_visit.values()))
        tiers = ", ".join(words("dyad.tier", tier=tier, country=words.country(code)) for code, tier in label.tiers)
        rows.append(
            GridRow(
                f"“{label.label}”", tiers or None, tuple(_label_cell(by_visit.get(one.id), words) for one in visits)
            )
        )
    return Grid(columns_of(visits, words), tuple(rows))


def columns_of(visits: Iterable[Visit], words: Words) -> tuple[Column, ...]:
    """The heads of the columns of those visits."""
    return tuple(
        Column(words.dates(one), f"{one.guest_country} → {one.host_country}", guest_of(one, words), links.visit(one.id))
        for one in visits
    )


def _acts_cell(found: Sequence[Act], words: Words) -> GridCell | None:
    if not found:
        return None
    strongest = max(act.strength for act in found)
    wording = words.code("strength", str(strongest))
    return GridCell(
        text=words.number(len(found)),
        words=words("dyad.acts", n=len(found), wording=wording),
        address=links.words(fact for act in found for fact in act.facts[:1]),
        level=strongest,
    )


def _moved(held: Sequence[Position | None], words: Words) -> tuple[GridCell | None, ...]:
    """The cells of one row, each compared with the last visit before it that spoke of the matter."""
    cells: list[GridCell | None] = []
    before: Position | None = None
    for one in held:
        if one is None:
            cells.append(None)
            continue
        said = words.code("polarity", one.polarity) if one.polarity else words("dyad.both_ways")
        text = words("dyad.rung", rung=one.rung) if one.rung is not None else said
        cells.append(
            GridCell(
                text=text,
                words=one.rung_words or said,
                address=links.words(one.facts),
                level=_stand(one),
                move=_move(before, one),
            )
        )
        before = one
    return tuple(cells)


def _stand(one: Position) -> int:
    """The shade of a position: its rung, else by for and against."""
    return one.rung if one.rung is not None else {"support": 2, "oppose": 5}.get(one.polarity or "", 1)


def _move(before: Position | None, after: Position) -> str | None:
    if before is None:
        return None
    if before.rung is not None and after.rung is not None:
        return None if before.rung == after.rung else "up" if after.rung > before.rung else "down"
    return "turned" if None not in (before.polarity, after.polarity) and before.polarity != after.polarity else None


def _label_cell(label: Label | None, words: Words) -> GridCell | None:
    if label is None:
        return None
    said = words(f"dyad.label.{label.change}") if label.change else words("dyad.label.used")
    return GridCell(
        text=said,
        words=label.label,
        address=links.words(label.facts),
        level=_tier([label]),
        move={"upgraded": "up", "downgraded": "down"}.get(label.change or ""),
    )


def _tier(found: Iterable[Label]) -> int:
    return max((tier for label in found for _, tier in label.tiers), default=0)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
