"""The commands `communique ingest`, `reread` and `import`: texts and readings → the record."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli import INTERRUPTED, options
from communique.cli.commands import group
from communique.cli.progress import ProgressBar
from communique.cli.read import cores, tell_passed, texts_of
from communique.cli.record import opened, print_lines
from communique.documents.passing import Reason
from communique.errors import one_line
from communique.records import Document, Failure

if TYPE_CHECKING:
    from communique.runs.ingest import Progress
    from communique.store import Store
    from communique.store.outlets import Override


@options.paths
@options.db
@options.jobs
@options.sources
@options.published
@options.field
@options.encoding
def ingest(
    paths: Sequence[str],
    *,
    db: str,
    jobs: int,
    sources: Path | None,
    published: str | None,
    field: Sequence[str],
    encoding: str | None,
) -> None:
    """Read texts into the record, and link what they tell into visits.

    A text that the record has is not read again, so a run that was stopped goes on where it was when the same command
    is given. Ends with 0 if all was read, 1 if some texts were not (`communique failures` says why).
    """
    overrides = _overrides(sources)
    passed: Counter[Reason] = Counter()
    with ProgressBar(paths, is_wanted=True) as bar:
        texts = texts_of(paths, bar, passed, published=published, field=field, encoding=encoding)
        from communique.pipeline import read_document  # noqa: PLC0415 - usage errors need no reader
        from communique.runs.edition import edition  # noqa: PLC0415
        from communique.runs.ingest import ingest as run  # noqa: PLC0415

        with opened(db, read_only=False) as store, _Told(bar) as told:
            wanted = _but(texts, sources)
            done = run(
                store, wanted, read_document, edition(), overrides=overrides, jobs=jobs or cores(), told=told.hear
            )
            _apply(store, overrides)
    tell_passed(passed)
    end(db, done, *_without_day(done))


@options.db
@options.jobs
@options.sources
def reread(*, db: str, jobs: int, sources: Path | None) -> None:
    """Read the saved texts anew where the reader has changed since; visits keep their ids, judgements hold."""
    from communique.pipeline import read_document  # noqa: PLC0415 - slow
    from communique.runs.edition import edition  # noqa: PLC0415
    from communique.runs.ingest import reread as run  # noqa: PLC0415

    overrides = _overrides(sources)
    with ProgressBar([], is_wanted=True) as bar, opened(db, read_only=False) as store, _Told(bar) as told:
        done = run(store, read_document, edition(), overrides=overrides, jobs=jobs or cores(), told=told.hear)
        _apply(store, overrides)
    end(db, done)


@options.db
def import_register(*, db: str) -> None:
    """Load the State Department's register of visits to and travels from the United States, up to 2022.

    It comes with the package (coded rows, public domain) and gives history, gaps and baselines from the first minute.
    """
    from communique.runs.ingest import import_register as run  # noqa: PLC0415

    with opened(db, read_only=False) as store:
        done = run(store)
    end(db, done)


@click.argument("file", type=options.GIVEN_FILE, help="What `communique export jsonl` or `read --format json` wrote.")
@options.db
@options.sources
def import_jsonl(file: Path, *, db: str, sources: Path | None) -> None:
    """Take in readings made elsewhere: the export of a record, or what `communique read --format json` printed."""
    from communique.runs.exchange import import_file  # noqa: PLC0415 - usage errors need no store

    with opened(db, read_only=False) as store:
        done, told = import_file(store, file, overrides=_overrides(sources))
    end(db, done, *told)


imports = group("Take in what others coded or read.", {"register": import_register, "jsonl": import_jsonl})


@options.db
def failures(*, db: str) -> None:
    """List the texts that could not be read, and why."""
    with opened(db) as store:
        lines = [one_line(f"{failure.document.id}  {failure.error}") for failure in store.failures()]
    print_lines(lines, otherwise="no failures: all texts were read")


class _Told:
    """Hears what is saved: moves the bar, and says how much is safe when Ctrl-C ends the run."""

    def __init__(self, bar: ProgressBar) -> None:
        self.bar, self.texts = bar, 0

    def __enter__(self) -> _Told:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is KeyboardInterrupt:
            click.echo(
                f"\ncommunique: interrupted; {self.texts:,} texts are safe; the same command goes on from there",
                err=True,
            )
            raise click.exceptions.Exit(INTERRUPTED)

    def hear(self, progress: Progress) -> None:
        texts = progress.new + progress.reread + progress.known + progress.failed
        self.bar.done(texts - self.texts)
        self.texts = texts


def _overrides(path: Path | None) -> tuple[Override, ...]:
    from communique.store.outlets import load_overrides  # noqa: PLC0415

    return load_overrides(path) if path else ()


def _apply(store: Store, overrides: tuple[Override, ...]) -> None:
    """Gives texts saved before to the outlets of the file."""
    from communique.runs.ingest import apply_sources  # noqa: PLC0415

    if overrides and (moved := apply_sources(store, overrides)):
        click.echo(f"{moved:,} texts given to other outlets")


def end(db: str, done: Progress, *more: str) -> None:
    """Says what came into the record; leaves with 1 where some texts were not read."""
    click.echo(f"{db}: {', '.join((*_parts(done), *more))}")
    if done.failed:
        click.echo(f"communique: {done.failed:,} texts were not read; see: communique failures --db {db}", err=True)
        sys.exit(1)


def _parts(done: Progress) -> Iterator[str]:
    yield _counted(done.new, "new text")
    if done.reread:
        yield f"{done.reread:,} read anew"
    if done.known:
        yield f"{done.known:,} known"
    if done.failed:
        yield f"{done.failed:,} failed"
    if done.facts or not done.reread:
        yield _counted(done.facts, "new fact")
    if done.linked:
        yield f"visits of {_counted(done.linked, 'pair')} of countries computed"


def _without_day(done: Progress) -> Iterator[str]:
    if done.undated:
        yield f"{_counted(done.undated, 'text')} without a date (--published gives one)"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _but(texts: Iterable[Document | Failure], path: Path | None) -> Iterator[Document | Failure]:
    """The texts without the file of sources, which may lie beside them."""
    for text in texts:
        source = text.source if isinstance(text, Document) else text.document.source
        if path is None or Path(source).resolve() != path.resolve():
            yield text
