"""The commands `communique evaluate gold`, `register`, `linking`, `floors` and `changes`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from communique.errors import DocumentError
from communique.evaluation import causes, corpus, floors, gold, names, register
from communique.evaluation.told import KINDS
from communique.records import Document, Reading, to_json

app = typer.Typer(help="Hold what is read against what people found.", no_args_is_help=True)

Show = Annotated[bool, typer.Option("--show", help="List what was missed and what is beyond, with its words.")]


@app.command("gold")
def evaluate_gold(
    folder: Annotated[Path, typer.Argument(help="Folder with NAME.gold.json and NAME.txt.")],
    texts: Annotated[Path | None, typer.Option(help="Folder of the texts, if it is another one.")] = None,
    pred: Annotated[
        Path | None, typer.Option(help="Readings to score (JSON Lines); without it the texts are read now.")
    ] = None,
    show: Show = False,
    kind: Annotated[list[str] | None, typer.Option(help="Kinds to list; all without it.")] = None,
) -> None:
    """Precision, recall and F1 of each kind of fact, loose and strict."""
    kinds = _kinds(kind)
    cases = gold.load_cases(folder, texts=texts)
    answers = gold.load_answers(pred) if pred else gold.read_cases(cases, _read)
    scores = gold.score_cases(cases, answers)
    unanswered = [case.name for case in cases if case.name not in answers]
    without = f", {len(unanswered)} without an answer: {' '.join(unanswered)}" if unanswered else ""
    typer.echo(f"{len(cases)} texts{without}")
    typer.echo(gold.score_table(gold.tally_kinds(scores)))
    if show:
        for line in gold.differences(scores, kinds):
            typer.echo(line)


@app.command("register")
def evaluate_register(
    paths: Annotated[list[Path], typer.Argument(help="Texts to read; or readings, then texts only tell causes.")],
    *,
    visits: Annotated[Path, typer.Option(help="CSV of visits by foreign leaders.")],
    travels: Annotated[Path, typer.Option(help="CSV of the President's travels.")],
    first: Annotated[int, typer.Option("--from", help="First year.")],
    last: Annotated[int, typer.Option("--to", help="Last year, included.")],
    show: Show = False,
) -> None:
    """Visits held against the State Department's register: recall, precision, and why rows were missed."""
    rows = register.load_register(visits, travels, names.country_codes(), first_year=first, last_year=last)
    read = corpus.read_corpus(paths, _read)
    result = register.compare(read.visits, rows, first_year=first, last_year=last)
    missed = causes.missed_rows(result, read.visits, read.texts)
    typer.echo(register.register_table(result))
    typer.echo("")
    typer.echo(causes.cause_table(result, missed))
    if show:
        for line in (*causes.missed_lines(missed), *causes.claim_lines(result)):
            typer.echo(line)
    if rows.unknown_names:
        typer.echo(f"names without a code: {', '.join(sorted(rows.unknown_names))}")
    for failure in read.failures:
        typer.echo(f"not read: {failure.document.source}: {failure.error}", err=True)


@app.command("linking")
def evaluate_linking(
    db: Annotated[str, typer.Argument(help="A record, as `communique ingest` makes it.")],
    *,
    visits: Annotated[Path, typer.Option(help="CSV of visits by foreign leaders.")],
    travels: Annotated[Path, typer.Option(help="CSV of the President's travels.")],
    first: Annotated[int, typer.Option("--from", help="First year.")],
    last: Annotated[int, typer.Option("--to", help="Last year, included.")],
    show: Annotated[
        bool, typer.Option("--show", help="List the rows that were split and the visits that mix.")
    ] = False,
) -> None:
    """Links of a record held against the register's rows: pairwise precision and recall, clusters."""
    from communique.evaluation import linking  # noqa: PLC0415 - needs the store
    from communique.store import open_store  # noqa: PLC0415

    rows = register.load_register(visits, travels, names.country_codes(), first_year=first, last_year=last)
    with open_store(db, read_only=True) as store:
        found = linking.measure(linking.tellings_of(store), rows)
    typer.echo(linking.linking_table(found))
    if show:
        for line in (*(f"split: {one}" for one in found.split), *(f"mixed: {one}" for one in found.mixed)):
            typer.echo(line)


@app.command("floors")
def evaluate_floors(
    folders: Annotated[
        list[Path] | None, typer.Argument(help="Gold folders; without any, all that have floors.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Keep what is measured now as the floors.")] = False,
    allow_lower: Annotated[bool, typer.Option("--allow-lower", help="Let --update lower a floor.")] = False,
    file: Annotated[Path, typer.Option(help="Where the floors stand.", show_default=False)] = floors.FLOORS,
) -> None:
    """Fails if a gold folder scores below its floors, or changed since they were measured."""
    kept = floors.load_floors(file)
    fallen: list[str] = []
    for name in [folder.as_posix() for folder in folders or ()] or sorted(kept):
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
    typer.echo(f"{'kept' if update else 'held'}: floors of {len(kept)} gold folders")


@app.command("changes")
def evaluate_changes(
    old: Annotated[Path, typer.Argument(help="Readings by the old version: `communique read TEXTS --format json`.")],
    new: Annotated[Path, typer.Argument(help="Readings of the same texts by the new version.")],
    *,
    each: Annotated[int, typer.Option("--sample", min=0, help="Changes shown of every kind and sort.")] = 3,
    seed: Annotated[int, typer.Option(help="Another seed draws another sample.")] = 0,
    kind: Annotated[list[str] | None, typer.Option(help="Kinds to show; all without it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Facts gained, lost and changed between two versions of the codebook, by kind and rule, with a sample."""
    from communique.evaluation import changes  # noqa: PLC0415 - of this command only

    kinds = _kinds(kind)
    report = changes.compare_files(old, new)
    shown = changes.sample((change for change in report.changes if change.kind in kinds), each, seed=seed)
    if as_json:
        typer.echo(to_json(msgspec.structs.replace(report, changes=shown)).decode())
    else:
        typer.echo(changes.report_table(report, shown))


def _kinds(given: list[str] | None) -> tuple[str, ...]:
    if unknown := sorted(set(given or ()) - set(KINDS)):
        raise DocumentError(f"--kind {' '.join(unknown)}: unknown; want one of {', '.join(KINDS)}")
    return tuple(given or KINDS)


def _read(document: Document) -> Reading:
    from communique.pipeline import read_document  # noqa: PLC0415 - slow, and given answers need no reader

    return read_document(document)
