"""The commands `communique visits` and `search`: questions to the record → tables and files."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli import options
from communique.cli.record import console, country_code, opened, span, write

if TYPE_CHECKING:
    from communique.store import Filter, Hit
    from communique.visits.model import Visit

WIDE = 160  # columns of a table that goes to a file
NARROW = 100  # columns under which countries go by their codes


class Form(StrEnum):
    """The output formats of `communique visits`."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


ENDINGS = {".csv": Form.CSV, ".jsonl": Form.JSONL, ".parquet": Form.PARQUET}


class Kind(StrEnum):
    """The declared kinds of a visit."""

    STATE = "state"
    OFFICIAL = "official"
    OFFICIAL_WORKING = "official_working"
    WORKING = "working"
    INFORMAL = "informal"
    PRIVATE = "private"
    TRANSIT = "transit"
    EVENT_ONLY = "event_only"


class Status(StrEnum):
    """How far a visit has come."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    ANY = "any"


@options.db
@click.option("--guest", metavar="COUNTRY", help="Code or name: CHN, China.")
@click.option("--host", metavar="COUNTRY", help="Code or name: CHN, China.")
@click.option("--between", nargs=2, metavar="A B", help="Two countries, visits either way.")
@click.option("--person", metavar="NAME", help="Part of the guest's or the host's name.")
@click.option("--from", "since", metavar="DATE", help="Day, month or year: 2023-01.")
@click.option("--to", "until", metavar="DATE", help="The same, included.")
@click.option("--kind", type=options.one_of(Kind), help="Declared kind.")
@click.option("--status", type=options.one_of(Status), help="Without it, all but cancelled ones.")
@click.option("--limit", type=options.Number(min=1), help="At most so many.")
@options.form(Form)
@options.output
def visits(
    *,
    db: str,
    guest: str | None,
    host: str | None,
    between: tuple[str, str] | None,
    person: str | None,
    since: str | None,
    until: str | None,
    kind: Kind | None,
    status: Status | None,
    limit: int | None,
    form: Form | None,
    output: Path | None,
) -> None:
    """List the visits of the record, by day: who went where, the kind, who says so, what is contested."""
    from communique.store import Filter  # noqa: PLC0415 - usage errors need no store

    form = form or options.by_name(output, ENDINGS, Form.TABLE)
    first, last = span(since, until)
    pair = tuple(country_code(one) for one in between) if between else None
    want = Filter(
        guest=country_code(guest) if guest else None,
        host=country_code(host) if host else None,
        between=(pair[0], pair[1]) if pair else None,
        person=person,
        since=first,
        until=last,
        kind=kind.value if kind else None,
        status=status.value if status else None,
        limit=limit,
    )
    if form is Form.PARQUET and output is None:
        raise click.BadParameter("--format parquet: want --output FILE")
    with opened(db) as store:
        found = store.visits(want)
    if form is Form.TABLE:
        _print_table(found, want, output)
    else:
        _write(found, form, output)


@click.argument("words", nargs=-1, required=True, help='Words, all of which stand in the text; "a phrase" in quotes.')
@options.db
@click.option("--limit", type=options.Number(min=1), default=20, help="At most so many texts.")
def search(words: Sequence[str], *, db: str, limit: int) -> None:
    """Find texts of the record by their words, best first."""
    asked = " ".join(f'"{word}"' if " " in word else word for word in words)
    with opened(db) as store:
        hits = store.search(asked, limit)
        if not hits:
            click.echo(f"no text holds all of: {asked}", err=True)
            raise click.exceptions.Exit(1)
        names = {one.id: one.name for one in store.sources()}
    _print_hits(hits, names)


def _print_hits(hits: Sequence[Hit], names: dict[str, str]) -> None:
    from rich.text import Text  # noqa: PLC0415 - slow

    from communique.publish.wording import printable  # noqa: PLC0415

    page = console()
    for hit in hits:
        title = hit.title or "(no title)"
        outlet = names.get(hit.source, hit.source)
        about = [hit.published or "undated", *([outlet] if outlet != title else []), hit.document]
        page.print(Text(printable(title), style="bold"))
        page.print(Text(f"  {printable(' · '.join(about))}", style="dim"))
        words = textwrap.wrap(printable(hit.snippet), page.width - 2)
        page.print(Text(textwrap.indent("\n".join(words), "  ") + "\n"))


def _print_table(found: Sequence[Visit], want: Filter, output: Path | None) -> None:
    from communique.publish.listing import visits_table  # noqa: PLC0415 - slow
    from communique.publish.saying import counted  # noqa: PLC0415

    buffer = io.StringIO()
    page = console() if output is None else console(buffer)
    if not page.is_terminal:
        page.width = WIDE
    if found:
        page.print(visits_table(found, is_narrow=page.width < NARROW), crop=False)
    page.print(counted(len(found), "visit") + (" (as many as asked for)" if len(found) == want.limit else ""))
    if any(one.contested for one in found):
        page.print("* sources differ")
    if output is not None:
        write(output, "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n")


def _write(found: Sequence[Visit], form: Form, output: Path | None) -> None:
    from communique.publish.listing import visits_csv, visits_jsonl, visits_parquet  # noqa: PLC0415 - slow

    if form is Form.PARQUET and output is not None:
        visits_parquet(found, output)
        return
    buffer = io.StringIO(newline="")
    (visits_csv if form is Form.CSV else visits_jsonl)(found, buffer)
    write(output, buffer.getvalue())
