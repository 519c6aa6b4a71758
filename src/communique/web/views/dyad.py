"""The visits between two countries become their page: a timeline, gaps, what was promised and held, exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.analysis import Interval, days_between, dyad_rhythm
from communique.errors import NotInRecordError
from communique.records import AnyFact
from communique.store import Store
from communique.visits.model import Visit
from communique.web import links
from communique.web.languages import Words
from communique.web.views.asked import Asked, Fields, code_of
from communique.web.views.grids import Grid, commitment_grid, label_grid, position_grid
from communique.web.views.ladder import LadderView, ladder_views
from communique.web.views.promises import FieldPromises, promises
from communique.web.views.rows import Row, rows_of
from communique.web.views.timeline import Timeline, timeline

ACROSS = 8  # visits in a grid: the last with any content
LOOKED_AT = 40  # latest visits whose facts are read
LISTED = 60  # visits of the list; more are a link away
_CONTENT = ("commitment", "stance", "relationship")


class Entry(msgspec.Struct, frozen=True):
    """One visit in the list with the days since the one before it, either way."""

    row: Row
    gap: str | None
    is_longest: bool


class Number(msgspec.Struct, frozen=True):
    """A number with what it counts."""

    number: str
    words: str


class Export(msgspec.Struct, frozen=True):
    """A way to take the visits away; `is_file` where it is saved rather than opened."""

    words: str
    address: str
    is_file: bool


class DyadView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of two countries shows."""

    names: tuple[str, str]
    countries: tuple[str, str]
    path: str
    fields: Fields
    numbers: tuple[Number, ...]
    timeline: Timeline | None
    entries: tuple[Entry, ...]
    all: str | None
    commitments: Grid
    promises: tuple[FieldPromises, ...]
    positions: Grid
    labels: Grid
    ladders: tuple[LadderView, ...]
    note: str | None
    exports: tuple[Export, ...]
    picked: tuple[str | None, str | None]
    """The two visits that are marked to be compared: the last two."""


def dyad_view(store: Store, pair: tuple[str, str], asked: Asked, words: Words, *, is_whole: bool = False) -> DyadView:
    """The page of two countries, in the alphabet's order.

    Raises: NotInRecordError: the record holds no visit between them; ClientException: what can be no code.
    """
    one, other = sorted(map(code_of, pair))
    want = msgspec.structs.replace(asked.filter(), between=(one, other), status=asked.status or "any")
    visits = store.visits(want)
    if not visits and not asked.is_narrowed:
        raise NotInRecordError(f"{one} {other}: found no visit between them; want two countries of the record")
    held = [visit for visit in visits if visit.precision != "unknown" and visit.first_day]
    told = _told(store, held[-LOOKED_AT:])
    across = [visit for visit in held if told.get(visit.id)][-ACROSS:]
    names = words.country(one), words.country(other)
    path = links.dyad(one, other)
    cut = not is_whole and len(visits) > LISTED
    entries = _entries(visits, words)
    return DyadView(
        names=names,
        countries=(links.country(one), links.country(other)),
        path=path,
        fields=msgspec.structs.replace(asked, status=want.status).fields(words),
        numbers=_numbers(visits, one, other, names, words),
        timeline=timeline(visits, store.meetings((one, other)), (one, other), words),
        entries=tuple(entries[:LISTED] if cut else entries),
        all=asked.address(path, rows="all") if cut else None,
        commitments=commitment_grid(_with(across, told, "commitment"), told, words),
        promises=promises(_with(across, told, "commitment"), told, words),
        positions=position_grid(_with(across, told, "stance"), told, words),
        labels=label_grid(_with(across, told, "relationship"), told, words),
        ladders=tuple(ladder_views(across, told, words)),
        note=_note(held, across, told, words),
        exports=_exports(one, other, asked, words),
        picked=(held[-2].id if len(held) > 1 else None, held[-1].id if held else None),
    )


def _told(store: Store, visits: Sequence[Visit]) -> dict[str, list[AnyFact]]:
    told: dict[str, list[AnyFact]] = {}
    for stored in store.facts([one.id for one in visits], kinds=_CONTENT) if visits else ():
        told.setdefault(stored.visit or "", []).append(stored.fact)
    return told


def _with(visits: Sequence[Visit], told: Mapping[str, Sequence[AnyFact]], kind: str) -> list[Visit]:
    """The visits whose texts state a fact of that kind."""
    return [one for one in visits if any(fact.__struct_config__.tag == kind for fact in told[one.id])]


def _entries(visits: Sequence[Visit], words: Words) -> list[Entry]:
    """The latest first; cancelled visits and mere plans end no gap."""
    gaps: dict[str, Interval] = {}
    before: Visit | None = None
    for one in visits:
        if one.status in {"cancelled", "planned"} or one.precision == "unknown":
            continue
        if before is not None and (found := days_between(before, one)):
            gaps[one.id] = found
        before = one
    longest = max((found.least for found in gaps.values()), default=0)
    undated = [one for one in visits if one.precision == "unknown"]
    rows = rows_of([*undated, *(one for one in visits if one.precision != "unknown")], words)
    return [
        Entry(
            row,
            _days(gaps[row.id], words) if row.id in gaps else None,
            len(gaps) > 2 and row.id in gaps and gaps[row.id].least == longest,
        )
        for row in reversed(rows)
    ]


def _days(found: Interval, words: Words) -> str:
    if found.is_exact:
        return words("dyad.days", n=found.least)
    return words("dyad.days_between", least=words.number(found.least), most=words("dyad.days", n=found.most))


def _numbers(visits: Sequence[Visit], one: str, other: str, names: tuple[str, str], words: Words) -> tuple[Number, ...]:
    rhythm = dyad_rhythm(visits, one, other)
    counts = [sum(visit.guest_country == guest for visit in visits) for guest in (one, other)]
    found = [
        Number(words.number(counts[0]), words("dyad.way", guest=names[0], host=names[1])),
        Number(words.number(counts[1]), words("dyad.way", guest=names[1], host=names[0])),
    ]
    if rhythm.median_gap is not None:
        found.append(Number(words.number(round(rhythm.median_gap)), words("dyad.median")))
    if rhythm.longest_gap is not None:
        found.append(Number(words.number(rhythm.longest_gap), words("dyad.longest_gap")))
    return tuple(found)


def _note(
    held: Sequence[Visit], across: Sequence[Visit], told: Mapping[str, Sequence[AnyFact]], words: Words
) -> str | None:
    """What of the contents is not shown; None where all is."""
    if len([one for one in held[-LOOKED_AT:] if told.get(one.id)]) > len(across) or len(held) > LOOKED_AT:
        return words("dyad.latest_only", n=len(across))
    return None


def _exports(one: str, other: str, asked: Asked, words: Words) -> tuple[Export, ...]:
    query = {**asked.query(), "between": f"{one},{other}", "region": None}
    status = {"status": asked.status or "any"}
    path = links.dyad(one, other)

    def file(name: str, key: str) -> Export:
        return Export(words(f"dyad.export.{key}"), links.with_query(f"/downloads/{name}", **{**query, **status}), True)

    return (
        Export(words("dyad.export.brief"), f"{path}/brief.html", False),
        Export(words("dyad.export.markdown"), f"{path}/brief.md", True),
        file("visits.csv", "visits"),
        file("commitments.csv", "commitments"),
        file("visits.parquet", "parquet"),
        Export(words("dyad.export.feed"), links.with_query("/feed.atom", **query), False),
    )
