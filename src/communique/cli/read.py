"""The command `communique read`: paths → readings as a brief, JSON Lines or a table."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import click

from communique.cli import INTERRUPTED, options
from communique.cli.layout import Format, Layout
from communique.cli.progress import ProgressBar
from communique.cli.workers import print_readings
from communique.documents import open_documents
from communique.documents.passing import PassedOver, Reason
from communique.errors import DocumentError
from communique.records import Document, Failure

WIDTH = 100  # columns of a brief that goes to a file
ENDINGS = {".json": Format.JSON, ".jsonl": Format.JSON, ".ndjson": Format.JSON}


def texts_of(
    paths: Sequence[str],
    bar: ProgressBar,
    passed: Counter[Reason],
    *,
    published: str | None,
    field: Sequence[str],
    encoding: str | None,
) -> Iterator[Document | Failure]:
    """What a command was given to read, told to the bar as it is read; pages that are passed over are counted.

    Raises: click.BadParameter: an option that fits no text.
    """
    try:
        return open_documents(
            paths,
            published=published,
            fields=keys_of(field),
            encoding=encoding,
            consumed=bar.read,
            gate=gate,
            passed=lambda reason: passed.update((reason,)),
        )
    except DocumentError as error:
        raise click.BadParameter(str(error)) from error


@options.paths
@options.form(Format)
@options.jobs
@options.published
@options.field
@options.encoding
@options.output
def read(
    paths: Sequence[str],
    *,
    form: Format | None,
    jobs: int,
    published: str | None,
    field: Sequence[str],
    encoding: str | None,
    output: Path | None,
) -> None:
    """Turn texts into facts about visits, with the words that say so.

    Reads plain text, Markdown, HTML, JSON Lines, JSON, CSV, RSS, Atom and web archives (WARC), also packed as .gz or
    .zst, and Parquet; an address of the public web is fetched. Of an archive, pages that cannot state a visit are
    passed over and counted. Ends with 0 if all was read, 1 if some texts were not (their rows say why), 2 if the
    command was given wrongly.
    """
    _refuse_output_among_input(paths, output)
    form = form or options.by_name(output, ENDINGS, Format.BRIEF)
    passed: Counter[Reason] = Counter()
    with ProgressBar(paths, is_wanted=output is not None or not sys.stdout.isatty()) as progress:
        documents = texts_of(paths, progress, passed, published=published, field=field, encoding=encoding)
        from communique.pipeline import read_document  # noqa: PLC0415 - usage errors need no reader

        count = failures = undated = 0
        try:
            with _opened(output) as stream:
                layout = _layout(form, stream)
                for shown in print_readings(documents, read_document, layout, jobs=jobs or cores()):
                    stream.write(shown.text)
                    count += 1
                    failures += shown.is_failure
                    undated += shown.is_undated
                    progress.done()
        except KeyboardInterrupt:
            click.echo(f"\ncommunique: interrupted after {count:,} texts", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
    tell_passed(passed)
    if undated and form is Format.BRIEF:
        click.echo(f"communique: {undated:,} of {count:,} texts come without a date; --published gives one", err=True)
    if failures:
        click.echo(f"communique: {failures:,} of {count:,} texts were not read; their rows say why", err=True)
        raise click.exceptions.Exit(1)


def gate(page: str, url: str) -> Reason | None:
    """Why a page of an archive is passed over; the reader is imported when the first page comes."""
    from communique.runs.gates import page_gate  # noqa: PLC0415

    return page_gate(page, url)


def tell_passed(passed: Counter[Reason]) -> None:
    """Says on standard error what of an archive was not read, and why."""
    if passed:
        click.echo(f"communique: passed over {passed.total():,} records: {PassedOver.of(passed)}", err=True)


def keys_of(fields: Sequence[str]) -> dict[str, str]:
    """The JSON key of each field from options like `text=body`.

    Raises: click.BadParameter: an option without a name or a key.
    """
    keys = {}
    for option in fields:
        name, _, key = option.partition("=")
        if not name or not key:
            raise click.BadParameter(f"--field {option}: want NAME=KEY, as in text=body")
        keys[name] = key
    return keys


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    """The file, or standard output with nothing left in its buffer at the end."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        stream = output.open("wb")
    except OSError as error:
        raise DocumentError(f"{output}: {(error.strerror or '').lower()}; want a file to write to") from error
    with stream:
        yield stream


def _layout(form: Format, stream: BinaryIO) -> Layout:
    if not stream.isatty():
        return Layout(form, WIDTH)
    columns = shutil.get_terminal_size((WIDTH, 40)).columns
    return Layout(form, max(60, min(columns, 120)), has_colours="NO_COLOR" not in os.environ)


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _refuse_output_among_input(paths: Sequence[str], output: Path | None) -> None:
    target = output and output.resolve()
    for path in paths:
        given = Path(path).resolve()
        if target and path != "-" and (given == target or (given.is_dir() and given in target.parents)):
            raise click.BadParameter(f"--output {output} lies in the input {path}; want it elsewhere")
