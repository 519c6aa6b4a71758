"""The commands `communique export` and `plot`: the record → files for other programs, and drawings."""

from __future__ import annotations

import io
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from communique.cli import options
from communique.cli.record import country_code, now, opened, write
from communique.errors import StoreError

if TYPE_CHECKING:
    from communique.store import Store


class Form(StrEnum):
    """What a record can be exported as."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"
    PLOVER = "plover"
    FTM = "ftm"
    GRAPHML = "graphml"
    ICS = "ics"


class Drawing(StrEnum):
    """What can be drawn."""

    TIMELINE = "timeline"
    COMMITMENTS = "commitments"
    PROTOCOL = "protocol"


FILES = {
    Form.JSONL: "record.jsonl",
    Form.PLOVER: "events.plover.jsonl",
    Form.FTM: "entities.ftm.jsonl",
    Form.GRAPHML: "visits.graphml",
    Form.ICS: "planned.ics",
}


TOLD = (
    "csv and parquet: all tables and their codebook; jsonl: the whole; plover: events; ftm: entities of FollowTheMoney;"
    " graphml: who visits whom; ics: a calendar of what is planned."
)


@click.argument("form", metavar="FORM", type=options.one_of(Form), help=TOLD)
@click.argument("folder", type=options.FOLDER, help="Folder to write to; made if need be.")
@options.db
def export(form: Form, folder: Path, *, db: str) -> None:
    """Write the record as files that other programs read; docs/exports.md says what stands in them."""
    with opened(db) as store:
        for path in _export(store, form, folder):
            click.echo(path)


@click.argument(
    "drawing", type=options.one_of(Drawing), help="protocol draws one visit, the others a pair of countries."
)
@click.argument("subject", nargs=-1, required=True, metavar="A B | VISIT", help="Two countries, or the id of a visit.")
@click.option("--output", "-o", type=options.FILE, required=True, help="File to write: .svg or .png.")
@options.db
def plot(drawing: Drawing, subject: Sequence[str], *, output: Path, db: str) -> None:
    """Draw a dyad's visits over time, its commitments by field, or a visit's protocol against what is usual."""
    if output.suffix not in {".svg", ".png"}:
        raise click.BadParameter(f"--output {output}: want a name that ends in .svg or .png")
    if len(subject) != (1 if drawing is Drawing.PROTOCOL else 2):
        wanted = "the id of a visit" if drawing is Drawing.PROTOCOL else "two countries, such as BLR CHN"
        raise click.BadParameter(f"{drawing.value} {' '.join(subject)}: want {wanted}")
    from communique.publish.drawing import png, svg  # noqa: PLC0415 - usage errors need no drawing

    with opened(db) as store:
        chart = _chart(store, drawing, subject)
    if output.suffix == ".svg":
        write(output, svg(chart))
        return
    try:
        output.write_bytes(png(chart))
    except OSError as fault:
        raise StoreError(f"{output}: {(fault.strerror or '').lower()}; want a file to write to") from fault


def _export(store: Store, form: Form, folder: Path) -> list[Path]:
    from communique.publish.files import export_csv, export_parquet  # noqa: PLC0415 - only where asked for

    if form is Form.CSV:
        return export_csv(store, folder)
    if form is Form.PARQUET:
        return export_parquet(store, folder)
    path = folder / FILES[form]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            _write(store, form, file)
    except OSError as fault:
        raise StoreError(f"{path}: {(fault.strerror or '').lower()}; want a folder to write to") from fault
    return [path]


def _write(store: Store, form: Form, file: BinaryIO) -> None:
    from communique.publish.followthemoney import export_followthemoney  # noqa: PLC0415 - usage errors need none
    from communique.publish.graphml import export_graphml  # noqa: PLC0415
    from communique.publish.ics import export_ics  # noqa: PLC0415
    from communique.publish.jsonl import export_jsonl  # noqa: PLC0415
    from communique.publish.plover import export_plover  # noqa: PLC0415

    if form is Form.GRAPHML:
        export_graphml(store, file)
        return
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    if form is Form.ICS:
        export_ics(store, text, stamp=now().replace("-", "").replace(":", ""))
    else:
        {Form.JSONL: export_jsonl, Form.PLOVER: export_plover, Form.FTM: export_followthemoney}[form](store, text)
    text.detach()


def _chart(store: Store, drawing: Drawing, subject: Sequence[str]) -> Any:
    from communique.publish import plots  # noqa: PLC0415 - needs an extra
    from communique.publish.dossier import measured  # noqa: PLC0415
    from communique.store import Filter  # noqa: PLC0415

    if drawing is Drawing.PROTOCOL:
        visit = store.visit(subject[0])
        return plots.protocol_profile(measured(store, visit, store.facts(visit.id)))
    one, other = (country_code(word) for word in subject)
    visits = [visit for visit in store.visits(Filter(between=(one, other))) if visit.precision != "unknown"]
    if not visits:
        raise StoreError(f"{one} {other}: found no dated visit; want two countries of the record")
    if drawing is Drawing.TIMELINE:
        return plots.timeline(visits, store.meetings((one, other)))
    return plots.commitments_by_field(visits, store.facts([visit.id for visit in visits], ["commitment"]))
