"""Visits, commitments and protocol become plots; needs the extra `plots`.

Colours are those of Okabe and Ito, and of the scale cividis, which readers tell apart whatever their colour vision;
shapes and numbers say the same again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from communique.analysis import Level, acts
from communique.publish.drawing import GRID, INK, SOFT, Chart, altair, styled
from communique.publish.saying import NO_FIELD, counted, dates, guest_words, kind_words
from communique.publish.wording import STRENGTHS, field_name, name, plain
from communique.records import MeetingFact
from communique.store import StoredFact
from communique.visits.model import Visit

KINDS = ("state", "official", "official working", "working", "other or undeclared", "met elsewhere")
COLOURS = ("#0072B2", "#009E73", "#56B4E9", "#E69F00", "#7A7A7A", "#CC79A7")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
WIDTH = 620
_LABELLED = 12  # points with a date beside them, if there are no more
_VISITS_ACROSS = 12


def timeline(visits: Sequence[Visit], meetings: Iterable[StoredFact] = ()) -> Chart:
    """The visits of a dyad by day, a row for each way, and meetings elsewhere in a row of their own.

    Raises: CommuniqueError: the extra `plots` is not installed.
    """
    alt = altair()
    rows = [*filter(None, map(_visit_row, visits)), *filter(None, map(_met_row, meetings))]
    rows = _spaced(list({(row["way"], row["label"]): row for row in rows}.values()))
    elsewhere = KINDS[-1].capitalize()
    ways = sorted({row["way"] for row in rows}, key=lambda way: (way == elsewhere, way))
    shown = [kind for kind in KINDS if any(row["kind"] == kind for row in rows)]
    index = [KINDS.index(kind) for kind in shown]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X(
            "day:T",
            title="First day",
            axis=alt.Axis(labelOverlap=True, tickCount=8),
            scale=alt.Scale(domain=_around([row["day"] for row in rows])),
        ),
        y=alt.Y("way:N", title=None, sort=ways, scale=alt.Scale(paddingOuter=0.35)),
    )
    points = base.mark_point(size=130, filled=True, opacity=0.92).encode(
        color=alt.Color("kind:N", title="Kind", scale=alt.Scale(domain=shown, range=[COLOURS[i] for i in index])),
        shape=alt.Shape("kind:N", title="Kind", scale=alt.Scale(domain=shown, range=[SHAPES[i] for i in index])),
        tooltip=["words:N"],
    )
    layers = [base.mark_rule(color=GRID, strokeWidth=1).encode(x=alt.value(0), x2=alt.value(WIDTH)), points]
    if len(rows) <= _LABELLED:
        for side, dy in (("below", 18), ("above", -16)):
            words = base.transform_filter(alt.datum.side == side)
            layers.append(words.mark_text(dy=dy, fontSize=11, color=SOFT).encode(text="label:N"))
    title = (
        f"{counted(len(visits), 'visit')} in the record, {rows[0]['day'][:4]} to {rows[-1]['day'][:4]}" if rows else ""
    )
    return styled(alt.layer(*layers).properties(width=WIDTH, height=74 * max(1, len(ways)), title=title))


def commitments_by_field(visits: Sequence[Visit], facts: Iterable[StoredFact]) -> Chart:
    """Commitments by field across the visits of a dyad: the number in each cell, the colour its strongest wording.

    Of more than 12 visits with commitments the last 12 are drawn. Raises: CommuniqueError: as `timeline`.
    """
    alt = altair()
    by_visit: dict[str, list[StoredFact]] = {}
    for one in facts:
        by_visit.setdefault(one.visit or "", []).append(one)
    told = [visit for visit in visits if visit.id in by_visit][-_VISITS_ACROSS:]
    cells: list[dict[str, Any]] = []
    for visit in told:
        found = acts(one.fact for one in by_visit[visit.id])
        for field in sorted({field for act in found for field in act.fields or (NO_FIELD,)}):
            here = [act.strength for act in found if field in (act.fields or (NO_FIELD,))]
            cells.append(
                {"visit": _column(visit), "field": field_name(field), "acts": len(here), "strength": max(here)}
            )
    columns = [_column(visit) for visit in told]
    totals: dict[str, int] = {}
    for cell in cells:
        totals[cell["field"]] = totals.get(cell["field"], 0) + cell["acts"]
    fields = sorted(totals, key=lambda field: (field == NO_FIELD, -totals[field], field))
    base = alt.Chart(alt.Data(values=cells)).encode(
        x=alt.X("visit:N", title=None, sort=columns, axis=_TOP_AXIS),
        y=alt.Y("field:N", title=None, sort=fields),
    )
    strengths = [f"{number} {STRENGTHS[number]}" for number in sorted(STRENGTHS)]
    colour = alt.Color(
        "strength:O",
        title=["Strongest", "wording"],
        scale=alt.Scale(domain=sorted(STRENGTHS), scheme="cividis", reverse=True),
        legend=alt.Legend(labelExpr=f"{strengths!r}[datum.value - 1]", symbolType="square"),
    )
    squares = base.mark_rect(stroke="#ffffff", strokeWidth=2, cornerRadius=3).encode(color=colour)
    ink = alt.condition("datum.strength > 3", alt.value("#ffffff"), alt.value(INK))
    numbers = base.mark_text(fontSize=12, fontWeight=600).encode(text="acts:Q", color=ink)
    size = {"width": max(90, min(WIDTH - 60, 110 * len(columns))), "height": 26 * max(1, len(fields))}
    return styled(
        alt.layer(squares, numbers).properties(title="Commitments by field, number of acts", **size), legend="right"
    )


def protocol_profile(level: Level) -> Chart:
    """The courtesies of a visit in points, beside the host's usual where there is a baseline.

    Courtesies that nobody mentions are drawn only where the host has a usual for them. Raises: as `timeline`.
    """
    alt = altair()
    shown = [part for part in level.parts if part.reported or part.usual is not None]
    rows = [
        {
            "part": part.words,
            "points": part.least,
            "most": part.most,
            "usual": part.usual,
            "state": {"yes": "reported", "no": "said to be absent", None: "not mentioned"}[part.reported],
        }
        for part in shown
    ]
    states = ["reported", "said to be absent", "not mentioned"]
    names = [part.words for part in shown]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("part:N", title=None, sort=names))
    top = max([1.0, *(max(part.weight, part.usual or 0.0) for part in shown)])
    axis = alt.X(
        "points:Q", title="Points by the rubric", scale=alt.Scale(domain=[0, top]), axis=alt.Axis(tickMinStep=1)
    )
    colour = alt.Color(
        "state:N", title="In the texts", scale=alt.Scale(domain=states, range=["#0072B2", "#D55E00", "#9a9a9a"])
    )
    bars = base.mark_bar(height=11, cornerRadiusEnd=2).encode(x=axis, color=colour)
    unsure = base.mark_bar(height=3, color="#b8c4cc").encode(x=axis, x2="most:Q")
    dots = base.mark_point(filled=True, size=80, opacity=1).encode(
        x=axis,
        color=colour,
        shape=alt.Shape(
            "state:N", title="In the texts", scale=alt.Scale(domain=states, range=["circle", "cross", "diamond"])
        ),
    )
    layers = [unsure, bars, dots]
    if any(part.usual is not None for part in shown):
        layers.append(
            base.transform_filter("datum.usual !== null")
            .mark_tick(thickness=3, size=19, color=INK)
            .encode(x=alt.X("usual:Q", title="Points by the rubric"))
        )
    title = "Courtesies in points; the upright mark is this host's usual" if level.baseline else "Courtesies in points"
    return styled(alt.layer(*layers).properties(width=WIDTH - 140, height=27 * max(1, len(shown)), title=title))


_TOP_AXIS = {
    "orient": "top",
    "labelAngle": 0,
    "labelExpr": "split(datum.label, ' · ')",
    "labelPadding": 20,
    "domain": False,
    "ticks": False,
}


def _around(days: Sequence[str]) -> list[str]:
    """The first and last day with a margin on both sides, so that no point stands on the edge."""
    ordinals = [date.fromisoformat(day).toordinal() for day in days] or [date(2000, 1, 1).toordinal()]
    margin = max(20, (max(ordinals) - min(ordinals)) // 14)
    return [date.fromordinal(min(ordinals) - margin).isoformat(), date.fromordinal(max(ordinals) + margin).isoformat()]


def _spaced(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows by day, each label below its point, or above it where the one before it in its row is near."""
    rows.sort(key=lambda row: (row["day"], row["way"], row["label"]))
    ordinals = [date.fromisoformat(row["day"]).toordinal() for row in rows]
    near = (max(ordinals) - min(ordinals)) / 6 if rows else 0
    last: dict[str, tuple[int, str]] = {}
    for row, at in zip(rows, ordinals, strict=True):
        before, side = last.get(row["way"], (-near, "above"))
        row["side"] = "above" if at - before < near and side == "below" else "below"
        last[row["way"]] = (at, row["side"])
    return rows


def _column(visit: Visit) -> str:
    return f"{visit.start or 'undated'} · {visit.guest_country} → {visit.host_country}"


def _visit_row(visit: Visit) -> dict[str, Any] | None:
    if not visit.first_day or visit.precision == "unknown":
        return None
    kind = plain(visit.kind) if visit.kind and plain(visit.kind) in KINDS else KINDS[4]
    planned = " (planned)" if visit.status == "planned" else ""
    return {
        "day": visit.first_day,
        "way": f"{name(visit.guest_country)} → {name(visit.host_country)}",
        "kind": kind,
        "label": (visit.start or "") + planned,
        "words": f"{guest_words(visit)}, {kind_words(visit)}, {dates(visit)}{planned}",
    }


def _met_row(stored: StoredFact) -> dict[str, Any] | None:
    fact = stored.fact
    if not isinstance(fact, MeetingFact) or not fact.date:
        return None
    day = (fact.date.strip("~?%").partition("/")[0] + "-01-01")[:10] if len(fact.date) < 10 else fact.date[:10]
    where = f", {fact.venue}" if fact.venue else ""
    return {
        "day": day,
        "way": KINDS[-1].capitalize(),
        "kind": KINDS[-1],
        "label": fact.date + where,
        "words": f"met{where}, {fact.date}",
    }
