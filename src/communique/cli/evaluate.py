"""The commands `communique evaluate gold`, `register`, `linking`, `floors` and `changes`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from communique.cli import options
from communique.cli.commands import group
from communique.errors import DocumentError
from communique.evaluation import causes, corpus, floors, gold, names, register
from communique.evaluation.cells import cell_table, tally_cells
from communique.evaluation.told import KINDS
from communique.records import Document, Reading, to_json

_show = click.option("--show", is_flag=True, help="List what was missed and what is beyond, with its words.")
_visits = click.option("--visits", type=options.PATH, required=True, help="CSV of visits by foreign leaders.")
_travels = click.option("--travels", type=options.PATH, required=True, help="CSV of the President's travels.")
_first = click.option("--from", "first", type=int, required=True, metavar="YEAR", help="First year.")
_last = click.option("--to", "last", type=int, required=True, metavar="YEAR", help="Last year, included.")


@click.argument("folder", type=options.PATH, help="Folder with NAME.gold.json and NAME.txt.")
@click.option("--texts", type=options.PATH, help="Folder of the texts, if it is another one.")
@click.option("--pred", type=options.PATH, help="Readings to score (JSON Lines); without it the texts are read now.")
@_show
@click.option("--kind", multiple=True, metavar="KIND", help="Kinds to list; all without it.")
@click.option("--cells", is_flag=True, help="Count each cell of the facts that match: right, wrong, missed, extra.")
def evaluate_gold(
    folder: Path, *, texts: Path | None, pred: Path | None, show: bool, kind: Sequence[str], cells: bool
) -> None:  # fmt: skip
    """Precision, recall and F1 of each kind of fact, loose and strict."""
    kinds = _kinds(kind)
    cases = gold.load_cases(folder, texts=texts)
    answers = gold.load_answers(pred) if pred else gold.read_cases(cases, _read)
    scores = gold.score_cases(cases, answers)
    unanswered = [case.name for case in cases if case.name not in answers]
    without = f", {len(unanswered)} without an answer: {' '.join(unanswered)}" if unanswered else ""
    click.echo(f"{len(cases)} texts{without}")
    click.echo(gold.score_table(gold.tally_kinds(scores)))
    if cells:
        click.echo(f"\n{cell_table(tally_cells(scores))}")
    if show:
        for line in gold.differences(scores, kinds):
            click.echo(line)


@click.argument(
    "paths", type=options.PATH, nargs=-1, required=True, help="Texts to read; or readings, then texts only tell causes."
)
@_visits
@_travels
@_first
@_last
@_show
def evaluate_register(paths: Sequence[Path], *, visits: Path, travels: Path, first: int, last: int, show: bool) -> None:
    """Visits held against the State Department's register: recall, precision, and why rows were missed."""
    rows = register.load_register(visits, travels, names.country_codes(), first_year=first, last_year=last)
    read = corpus.read_corpus(paths, _read)
    result = register.compare(read.visits, rows, first_year=first, last_year=last)
    missed = causes.missed_rows(result, read.visits, read.texts)
    click.echo(register.register_table(result))
    click.echo("")
    click.echo(causes.cause_table(result, missed))
    if show:
        for line in (*causes.missed_lines(missed), *causes.claim_lines(result)):
            click.echo(line)
    if rows.unknown_names:
        click.echo(f"names without a code: {', '.join(sorted(rows.unknown_names))}")
    for failure in read.failures:
        click.echo(f"not read: {failure.document.source}: {failure.error}", err=True)


@click.argument("db", help="A record, as `communique ingest` makes it.")
@_visits
@_travels
@_first
@_last
@click.option("--show", is_flag=True, help="List the rows that were split and the visits that mix.")
def evaluate_linking(db: str, *, visits: Path, travels: Path, first: int, last: int, show: bool) -> None:
    """Links of a record held against the register's rows: pairwise precision and recall, clusters."""
    from communique.evaluation import linking  # noqa: PLC0415 - needs the store
    from communique.store import open_store  # noqa: PLC0415

    rows = register.load_register(visits, travels, names.country_codes(), first_year=first, last_year=last)
    with open_store(db, read_only=True) as store:
        found = linking.measure(linking.tellings_of(store), rows)
    click.echo(linking.linking_table(found))
    if show:
        for line in (*(f"split: {one}" for one in found.split), *(f"mixed: {one}" for one in found.mixed)):
            click.echo(line)


@click.argument("folders", type=options.PATH, nargs=-1, help="Gold folders; without any, all that have floors.")
@click.option("--update", is_flag=True, help="Keep what is measured now as the floors.")
@click.option("--allow-lower", is_flag=True, help="Let --update lower a floor.")
@click.option("--file", type=options.PATH, default=floors.FLOORS, show_default=False, help="Where the floors stand.")
def evaluate_floors(folders: Sequence[Path], *, update: bool, allow_lower: bool, file: Path) -> None:
    """Fails if a gold folder scores below its floors, or changed since they were measured."""
    kept = floors.load_floors(file)
    fallen: list[str] = []
    for name in [folder.as_posix() for folder in folders] or sorted(kept):
        measured = floors.measure(Path(name), _read, name=name)
        if update:
            kept[name] = floors.updated(kept.get(name), measured, may_lower=allow_lower)
        elif name in kept:
            fallen += floors.complaints(kept[name], measured)
        else:
            fallen.append(f"{name}: no floors yet; want --update")
    if update:
        floors.save_floors(kept, file)
    if fallen:
        raise DocumentError("; ".join(fallen))
    click.echo(f"{'kept' if update else 'held'}: floors of {len(kept)} gold folders")


@click.argument("old", type=options.PATH, help="Readings by the old version: `communique read TEXTS --format json`.")
@click.argument("new", type=options.PATH, help="Readings of the same texts by the new version.")
@click.option("--sample", "each", type=options.Number(min=0), default=3, help="Changes shown of every kind and sort.")
@click.option("--seed", type=int, default=0, metavar="NUMBER", help="Another seed draws another sample.")
@click.option("--kind", multiple=True, metavar="KIND", help="Kinds to show; all without it.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def evaluate_changes(old: Path, new: Path, *, each: int, seed: int, kind: Sequence[str], as_json: bool) -> None:
    """Facts gained, lost and changed between two versions of the codebook, by kind and rule, with a sample."""
    from communique.evaluation import changes  # noqa: PLC0415 - of this command only

    kinds = _kinds(kind)
    report = changes.compare_files(old, new)
    shown = changes.sample((change for change in report.changes if change.kind in kinds), each, seed=seed)
    if as_json:
        click.echo(to_json(msgspec.structs.replace(report, changes=shown)).decode())
    else:
        click.echo(changes.report_table(report, shown))


app = group(
    "Hold what is read against what people found.",
    {
        "gold": evaluate_gold,
        "register": evaluate_register,
        "linking": evaluate_linking,
        "floors": evaluate_floors,
        "changes": evaluate_changes,
    },
)


def _kinds(given: Sequence[str]) -> tuple[str, ...]:
    if unknown := sorted(set(given) - set(KINDS)):
        raise DocumentError(f"--kind {' '.join(unknown)}: unknown; want one of {', '.join(KINDS)}")
    return tuple(given or KINDS)


def _read(document: Document) -> Reading:
    from communique.pipeline import read_document  # noqa: PLC0415 - slow, and given answers need no reader

    return read_document(document)
