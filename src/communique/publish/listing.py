"""Visits become a list: a table for the terminal, CSV, JSON Lines or Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from rich.table import Table
from rich.text import Text

from communique.publish.files import write_csv, write_parquet
from communique.publish.saying import guest_words
from communique.publish.tables import rows, visit_columns
from communique.publish.wording import name, plain, printable
from communique.records import to_json
from communique.visits.model import Visit


def visits_table(visits: Sequence[Visit], *, is_narrow: bool = False) -> Table:
    """One row a visit for a rich console; a * marks what sources contest. Narrow, countries go by their codes."""
    country = str if is_narrow else name
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for heading in ("Visit", "Guest", "To", "Kind", "Days", "Status", "Sources"):
        # an id that lost its end would find nothing
        table.add_column(
            heading, justify="right" if heading in {"Days", "Sources"} else "left", no_wrap=heading == "Visit"
        )
    for visit in visits:
        cells = (
            visit.id,
            f"{guest_words(visit)} ({country(visit.guest_country)})",
            ", ".join(filter(None, (visit.place.name if visit.place else None, country(visit.host_country)))),
            (plain(visit.kind) if visit.kind else "") + _star(visit, "kind"),
            (str(visit.days) if visit.days else "") + _star(visit, "days"),
            (visit.status or "") + _star(visit, "status"),
            str(visit.sources),
        )
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def visits_csv(visits: Iterable[Visit], file: TextIO) -> None:
    """Writes visits as CSV with the columns of the exported table (docs/exports.md)."""
    columns = visit_columns()
    write_csv(file, columns, rows(visits, columns))


def visits_jsonl(visits: Iterable[Visit], file: TextIO) -> None:
    """Writes one visit a line as JSON, whole: with every claim, its support and the dissent."""
    file.writelines(to_json(visit).decode() + "\n" for visit in visits)


def visits_parquet(visits: Iterable[Visit], path: Path) -> None:
    """Writes visits as Parquet. Raises: CommuniqueError: the extra `parquet` is not installed."""
    columns = visit_columns()
    write_parquet(path, columns, rows(visits, columns))


def _star(visit: Visit, attribute: str) -> str:
    found = visit.attribute(attribute)
    return " *" if found is not None and found.is_contested else ""
