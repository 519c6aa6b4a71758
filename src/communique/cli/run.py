"""The commands `communique run` and `communique merge`: many files on many cores → a folder → the record."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli import INTERRUPTED, options
from communique.cli.read import keys_of
from communique.cli.record import opened
from communique.documents import open_documents
from communique.errors import DocumentError

if TYPE_CHECKING:
    from communique.runs.ingest import Progress
    from communique.runs.parts import Summary


@options.paths
@click.option(
    "--out", type=options.PATH, required=True, help="Folder of the run: empty, or of the same run to go on with."
)
@click.option("--engine", default="local", help="local, or a Ray cluster: ray://HOST:PORT, HOST:PORT.")
@click.option(
    "--jobs", type=options.Number(min=0), default=0, help="Processes; 0: one for each core of the machine or cluster."
)
@click.option(
    "--part",
    type=click.FloatRange(min=0.001),
    default=64,
    metavar="NUMBER",
    help="Megabytes of input that one process reads at a time.",
)
@options.published
@options.field
@options.encoding
def run(
    paths: Sequence[str],
    *,
    out: Path,
    engine: str,
    jobs: int,
    part: float,
    published: str | None,
    field: Sequence[str],
    encoding: str | None,
) -> None:
    """Read many files on many cores or machines into a folder of Parquet parts with a manifest.

    Texts that state nothing are counted, not kept. A run that was stopped, by whatever, goes on where it was when the
    same command is given, and ends with the same files. `communique merge` takes the folder into a record. Ends with 0
    if all was read, 1 if some texts were not (their rows say why).
    """
    from communique.runs.engine import read_parts  # noqa: PLC0415 - usage errors need no reader
    from communique.runs.gathering import gather, save_plan, told_of  # noqa: PLC0415
    from communique.runs.plan import make_plan  # noqa: PLC0415

    fields = keys_of(field)
    try:
        open_documents((), published=published, fields=fields, encoding=encoding)
    except DocumentError as error:
        raise click.BadParameter(str(error)) from error
    plan = make_plan(paths, published=published, fields=fields, encoding=encoding, part=int(part * 1_000_000))
    save_plan(plan, out)
    bar = _Told(len(plan.parts))
    try:
        read_parts(plan, out, engine=engine, jobs=jobs, told=bar.hear)
    except KeyboardInterrupt:
        click.echo(
            f"\ncommunique: interrupted; {out} keeps what is done; the same command goes on from there", err=True
        )
        raise click.exceptions.Exit(INTERRUPTED) from None
    manifest = gather(plan, out)
    click.echo(f"{out}: {told_of(manifest)}")
    if manifest.counts.failures:
        click.echo(f"communique: {manifest.counts.failures:,} texts were not read; their rows say why", err=True)
        sys.exit(1)


@click.argument("folder", type=options.GIVEN_FOLDER, help="Folder that `communique run` filled.")
@options.db
@click.option("--sources", type=options.GIVEN_FILE, help="CSV of outlets, as for `communique ingest`.")
def merge(folder: Path, *, db: str, sources: Path | None) -> None:
    """Take a finished run into the record, with its words and its failures, and link it.

    What the record has already is left alone, so that the same folder may be given again.
    """
    from communique.cli.ingest import end  # noqa: PLC0415
    from communique.runs.merging import merge as take_in  # noqa: PLC0415
    from communique.store.outlets import load_overrides  # noqa: PLC0415

    overrides = load_overrides(sources) if sources else ()
    with opened(db, read_only=False) as store:
        done = take_in(store, folder, overrides=overrides, told=_tell_saved)
    end(db, done)


class _Told:
    """Hears of each part that is done, and says how far the run is, on standard error."""

    def __init__(self, parts: int) -> None:
        self.parts, self.done, self.texts, self.facts = parts, 0, 0, 0

    def hear(self, summary: Summary) -> None:
        self.done += 1
        self.texts += summary.texts
        self.facts += summary.facts
        line = f"{self.done:,} of {self.parts:,} parts in this go: {self.texts:,} texts read, {self.facts:,} facts"
        click.echo(f"communique: {line}", err=True)


def _tell_saved(progress: Progress) -> None:
    if sys.stderr.isatty():
        click.echo(f"communique: {progress.new + progress.reread + progress.known:,} texts saved", err=True)
