"""The visits of a record and a register → which pairs of tellings the record linked rightly, wrongly, or not.

A telling's label is the row of the register that it tells of: the same two countries, and days within two days of the
row's. The label knows neither the guest's name nor the declared kind nor what else the linker weighs. A telling that
is near two rows alike, or near none, has no label and is not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from communique.evaluation.register import SLACK, Days, Register, Row, days_of
from communique.evaluation.told import Told
from communique.records import to_json
from communique.store import Filter, Store


class Linked(NamedTuple):
    """A telling: its two countries, its days (None if no full day is given), and the visit that it was linked to."""

    guest_country: str
    host_country: str
    days: Days | None
    visit: str


class Linking(NamedTuple):
    """Counts over the labelled tellings.

    `right`, `wrong` and `missed` are pairs of tellings: linked and of one row, linked and of two, of one row and not
    linked. `split` are rows whose tellings lie in several visits, `mixed` visits that hold tellings of several rows.
    `unlabelled` tellings have a day and are near no row, or near two alike.
    """

    tellings: int
    rows: int
    visits: int
    right: int
    wrong: int
    missed: int
    split: tuple[str, ...]
    mixed: tuple[str, ...]
    unlabelled: int

    @property
    def precision(self) -> float:
        """Of the pairs linked, those of one row; 1 where none was linked."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs of one row, those linked; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def tellings_of(store: Store) -> Iterator[Linked]:
    """Every telling of a record with the visit that it was linked to; those left open have none and are left out."""
    for visit in store.visits(Filter(status="any")):
        for one in store.facts(visit.id, ["visit"]):
            days = days_of(msgspec.json.decode(to_json(one.fact), type=Told))
            yield Linked(visit.guest_country, visit.host_country, days, visit.id)


def measure(tellings: Iterable[Linked], register: Register) -> Linking:
    """The links of tellings held against the rows of a register; those without a full day are left out."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in (*register.visits, *register.travels):
        rows.setdefault((row.guest_country, row.host_country), []).append(row)
    cells: Counter[tuple[str, str]] = Counter()
    unlabelled = 0
    for telling in tellings:
        if telling.days is None:
            continue
        dyad = (telling.guest_country, telling.host_country)
        label = _label(dyad, telling.days, rows.get(dyad, ()))
        if label is None:
            unlabelled += 1
        else:
            cells[label, telling.visit] += 1
    return _counted(cells, unlabelled)


def linking_table(linking: Linking) -> str:
    """The counts, a line each."""
    pairs = linking.right + linking.wrong
    return "\n".join(
        (
            f"tellings: {linking.tellings} near one row, of {linking.rows} rows, in {linking.visits} visits;"
            f" {linking.unlabelled} near none or two alike",
            f"precision: {linking.right} of {pairs} linked pairs are of one row = {linking.precision:.3f}",
            f"recall: {linking.right} of {linking.right + linking.missed} pairs of one row are linked"
            f" = {linking.recall:.3f}",
            f"rows in several visits: {len(linking.split)}; visits of several rows: {len(linking.mixed)}",
        )
    )


def _label(dyad: tuple[str, str], days: Days, rows: Sequence[Row]) -> str | None:
    """The nearest row within two days, by its dyad and days; None for none, or where two are as near."""
    spans = {row.days for row in rows if row.days.is_near(days, SLACK)}
    near = sorted((_apart(span, days), span) for span in spans)
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return f"{dyad[0]}-{dyad[1]} {near[0][1].first}"


def _apart(one: Days, other: Days) -> int:
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def _counted(cells: Mapping[tuple[str, str], int], unlabelled: int) -> Linking:
    """Pairs by cells of (row, visit), as a contingency table counts them."""
    by_row: Counter[str] = Counter()
    by_visit: Counter[str] = Counter()
    for (label, visit), count in cells.items():
        by_row[label] += count
        by_visit[visit] += count
    right = sum(map(_pairs, cells.values()))
    places, held = Counter(label for label, _ in cells), Counter(visit for _, visit in cells)
    return Linking(
        tellings=sum(cells.values()),
        rows=len(by_row),
        visits=len(by_visit),
        right=right,
        wrong=sum(map(_pairs, by_visit.values())) - right,
        missed=sum(map(_pairs, by_row.values())) - right,
        split=tuple(sorted(label for label, count in places.items() if count > 1)),
        mixed=tuple(sorted(visit for visit, count in held.items() if count > 1)),
        unlabelled=unlabelled,
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
