"""Rows of the register that were missed, and the texts that were read → why each was missed."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from communique.evaluation.register import HOME, Comparison, Row, VisitTold, recall_groups
from communique.evaluation.told import quote_of

NEAR = timedelta(days=14)  # readouts come on the day, announcements up to two weeks before


class Cause(StrEnum):
    """Why a row was missed; a row has the first cause that holds."""

    NO_TEXT = "no text near the days names the leader or the country"
    NO_VISIT = "named, but no visit of the two countries was read"
    NO_DAY = "a visit was read, with another day or without one"


class Text(NamedTuple):
    """The words of a text, title included, and the day that it was published."""

    published: date
    words: str


class Missed(NamedTuple):
    """A missed row and why."""

    row: Row
    cause: Cause


def missed_rows(comparison: Comparison, told: Iterable[VisitTold], texts: Sequence[Text]) -> tuple[Missed, ...]:
    """Every row that was not found, by day, with its cause.

    Args:
        comparison: what was found.
        told: every visit fact of these texts.
        texts: all texts that were read. Without any, nothing is known of what was named: no NO_TEXT then.
    """
    visits = [visit for visit in told if visit.published]
    ordered = sorted(texts)
    rows = (*comparison.register.visits, *comparison.register.travels)
    missed = (row for row in rows if row not in comparison.found)
    return tuple(Missed(row, _cause(row, visits, ordered)) for row in sorted(missed, key=lambda row: row.days))


def cause_table(comparison: Comparison, missed: Iterable[Missed]) -> str:
    """Recall and causes by group of rows, as a Markdown table."""
    causes = tuple(missed)
    lines = [
        "| rows | in the register | found | recall | " + " | ".join(Cause) + " |",
        "|---|---:|---:|---:|" + "---:|" * len(Cause),
    ]
    for name, (found, rows) in recall_groups(comparison).items():
        counts = Counter(item.cause for item in causes if _GROUPS[name](item.row))
        cells = (name, rows, found, f"{found / max(1, rows):.3f}", *(counts[cause] for cause in Cause))
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines)


def missed_lines(missed: Iterable[Missed]) -> Iterator[str]:
    """A line for each missed row: day, country, leader or place, remarks, cause."""
    for row, cause in missed:
        who = row.place if _is_travel(row) else row.name
        yield f"missed: {row.days.first} {row.country_name}: {who}: {row.remarks[:80]} ({cause})"


def claim_lines(comparison: Comparison) -> Iterator[str]:
    """A line for each visit of a leader that the register does not have, with its words."""
    for claim in comparison.claims:
        if not claim.is_confirmed:
            name = claim.fact.guest.name if claim.fact.guest else None
            quote = quote_of(claim.fact)[:160]
            yield f"not in the register: {claim.day} {claim.guest_country} {name}: “{quote}”"


def _cause(row: Row, visits: Iterable[VisitTold], texts: Sequence[Text]) -> Cause:
    since, until = row.days.first - NEAR, row.days.last + NEAR
    for fact, published in visits:
        same = (fact.guest_country, fact.host_country) == (row.guest_country, row.host_country)
        if same and published and since <= published <= until:
            return Cause.NO_DAY
    if not texts:
        return Cause.NO_VISIT
    names = _names(row)
    first = bisect.bisect_left(texts, since, key=lambda text: text.published)
    last = bisect.bisect_right(texts, until, key=lambda text: text.published)
    named = any(name in text.words for text in texts[first:last] for name in names)
    return Cause.NO_VISIT if named else Cause.NO_TEXT


def _names(row: Row) -> tuple[str, ...]:
    """How a text may name the other side of a row: the country, a leader's last name, a city travelled to."""
    country = row.country_name.split(",")[0]
    other = row.place.split(",")[0] if _is_travel(row) else row.name.split(",")[0].split(" ")[-1]
    return tuple(name for name in (country, other) if name)


def _is_travel(row: Row) -> bool:
    return row.guest_country == HOME


_GROUPS: dict[str, Callable[[Row], bool]] = {
    "all rows": lambda row: not _is_travel(row),
    "typed rows": lambda row: not _is_travel(row) and row.is_typed,
    "President's travels": _is_travel,
}
