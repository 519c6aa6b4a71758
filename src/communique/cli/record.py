"""What the commands on the record share: how it is opened, countries by code or name, dates, output files."""

from __future__ import annotations

import getpass
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from communique.errors import StoreError

if TYPE_CHECKING:
    from rich.console import Console

    from communique.store import Store

WIDTH = 100  # columns of what goes to a file
_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@contextmanager
def opened(db: str, *, read_only: bool = True) -> Iterator[Store]:
    """The record at an address. Raises: StoreError: it is not there (with `read_only`), or is no record."""
    from communique.store import open_store  # noqa: PLC0415 - usage errors need no store

    with open_store(db, read_only=read_only) as store:
        if read_only and (due := store.pending()):
            click.echo(
                f"communique: an ingest did not finish: the visits of {due:,} pairs of countries are due;"
                " run `communique ingest` again",
                err=True,
            )
        yield store


def print_lines(lines: Sequence[str], *, otherwise: str) -> None:
    """Prints a list; where it is empty, says so on standard error."""
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(otherwise, err=True)


def country_code(word: str) -> str:
    """The code of a country or body given by code (`chn`) or name (`China`).

    Raises: click.BadParameter: neither, or a name that several have; says which are near.
    """
    from communique import knowledge  # noqa: PLC0415 - slow

    known = knowledge.load()
    code = word.upper()
    if known.country(code) or known.body(code):
        return code
    meant = known.meanings(word) or known.meanings(word.title())
    found = {one.ref for one in meant if one.type in {"country", "body"}}
    if len(found) > 1:
        raise click.BadParameter(f"{word!r}: may be {' or '.join(sorted(found))}; want one of these codes")
    if not found:
        names = [one.text for one in known.surfaces() if one.type in {"country", "body"}]
        instead = _near(word, names) or "want a code such as CHN, or a name"
        raise click.BadParameter(f"{word!r}: no country known by it; {instead}")
    return str(found.pop())


def _near(word: str, names: Sequence[str]) -> str | None:
    """A question whether the name most like `word` was meant; None where none is like it."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only after a slip

    found = process.extractOne(word, names, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=75)
    return f"did you mean {found[0]}?" if found else None


def period(option: str, text: str | None) -> str | None:
    """A day, month or year as given. Raises: click.BadParameter: something else."""
    if text is not None and not _PERIOD.fullmatch(text):
        raise click.BadParameter(f"{option} {text}: no date; want 2023, 2023-02 or 2023-02-28")
    return text


def span(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """What `--from` and `--to` say. Raises: click.BadParameter: no date, or an end before the beginning."""
    first, last = period("--from", since), period("--to", until)
    if first and last and first[: len(last)] > last[: len(first)]:
        raise click.BadParameter(f"--from {first} --to {last}: ends before it begins; want the earlier day first")
    return first, last


def user_name(given: str | None) -> str:
    """Who decides. Raises: StoreError: nobody is named, nor logged in by a name."""
    try:
        return given or getpass.getuser()
    except (KeyError, OSError) as fault:
        raise StoreError("found no user name; want --user NAME") from fault


def now() -> str:
    """The time of a judgement: RFC 3339, UTC."""
    from communique.store import utc_now  # noqa: PLC0415 - usage errors need no store

    return utc_now()


def console(stream: TextIO | None = None) -> Console:
    """A console for standard output, or for a stream; of a fixed width where nobody watches."""
    from rich.console import Console  # noqa: PLC0415 - slow

    target = stream or sys.stdout
    is_watched = target.isatty()
    return Console(
        file=target,
        width=None if is_watched else int(os.environ.get("COLUMNS", WIDTH)),
        highlight=False,
        legacy_windows=False,
    )


def write(output: Path | None, text: str) -> None:
    """Writes to the file, or to standard output. Raises: StoreError: the file cannot be written."""
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as fault:
        raise StoreError(f"{output}: {(fault.strerror or '').lower()}; want a file to write to") from fault
