"""Readings and records of whatever content → all that is printed and written of them, and what may not be in it."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree as ET

from rich.console import Console

import communique
from communique.cli.layout import Format, Layout, printed
from communique.errors import CommuniqueError
from communique.publish.brief import brief
from communique.publish.files import export_csv
from communique.publish.followthemoney import export_followthemoney
from communique.publish.graphml import export_graphml
from communique.publish.html import render_html
from communique.publish.ics import export_ics
from communique.publish.jsonl import export_jsonl
from communique.publish.markdown import render_markdown
from communique.publish.plover import export_plover
from communique.publish.terminal import render_terminal
from communique.records import Failure, Reading, to_json
from communique.runs.exchange import import_file
from communique.store import Store, open_store

MEMORY = Path("/dev/shm")
STEERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)  # what moves a cursor or turns a line around
FORMULA = re.compile(r"[=+\-@\t\r]")
BRIEFS = 3  # visits of a record that are briefed


def printed_reading(reading: Reading | Failure) -> None:
    """What `communique read` prints of it steers no terminal, and is a line a row where it says so."""
    for form in Format:
        shown = printed(reading, Layout(form)).decode()
        if form is Format.JSON:  # for programs; whatever is not printable stands in it as it is
            assert shown.count("\n") == 1
        else:
            assert not STEERS.search(shown.replace("\n", "")), f"{form}: a character that steers the terminal"


def imported(path: Path) -> None:
    """A file of readings or of an export taken into an empty record, and the record written in every form."""
    place = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
    with place as folder, open_store(f"{folder}/visits.db") as store:
        with suppress(CommuniqueError):
            import_file(store, path)
        if store.documents():
            exported(store, Path(folder) / "out")


def exported(store: Store, folder: Path) -> None:
    """Every form of a record is well-formed, and nothing in it runs."""
    for path in export_csv(store, folder):
        if path.suffix == ".csv":
            for row in csv.reader(io.StringIO(path.read_bytes().decode(), newline="")):
                assert not any(FORMULA.match(cell) for cell in row if not _is_number(cell)), f"{path.name}: a formula"
    lines = io.StringIO()
    export_jsonl(store, lines)
    for export in (export_plover, export_followthemoney):
        export(store, lines)
    for line in lines.getvalue().splitlines():
        json.loads(line)
    graph = io.BytesIO()
    export_graphml(store, graph)
    ET.fromstring(graph.getvalue())
    calendar = io.StringIO(newline="")
    export_ics(store, calendar, stamp="20240101T000000Z")
    for line in calendar.getvalue().split("\r\n"):
        assert len(line.encode()) <= 75
        assert not re.search(r"[\x00-\x1f\x7f]", line)
        assert re.match(r"(?: |[A-Z;=-]+:|$)", line), line
    for visit in store.visits()[:BRIEFS]:
        _page(store, visit.id)
    _same_again(store, folder)


def _page(store: Store, visit: str) -> None:
    page = brief(store, visit)
    out = io.StringIO()
    Console(file=out, width=100, highlight=False, legacy_windows=False, force_terminal=False).print(
        render_terminal(page)
    )
    assert not STEERS.search(out.getvalue().replace("\n", "")), "a character that steers the terminal"
    markdown = render_markdown(page)
    assert not re.search(r"(?<!\\)<", markdown), "HTML in Markdown"
    html = render_html(page)
    assert "<script" not in html.lower()
    assert not re.search(r"""(?:href|src)=(?!["'](?:https?:|data:image/svg|#))""", html, re.I), "an address that runs"


def _same_again(store: Store, folder: Path) -> None:
    """An export taken into another empty record gives the same export."""
    one, two = io.StringIO(), io.StringIO()
    export_jsonl(store, one)
    path = folder / "record.jsonl"
    path.write_text(one.getvalue(), "utf-8", newline="")
    with open_store(str(folder / "again.db")) as other:
        import_file(other, path)
        export_jsonl(other, two)
    assert one.getvalue() == two.getvalue(), "an export that changes on its way through another record"


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(?:\.\d+)?", cell) is not None


def seeds(texts: list[bytes]) -> list[bytes]:
    """Readings of texts a line each, and the export of a record of them."""
    readings = [
        communique.read(text.decode(), published="2023-12-04", source=f"{n}.txt") for n, text in enumerate(texts[:12])
    ]
    lines = [to_json(reading) for reading in readings]
    return [*lines, b"\n".join(lines[:6]), *_exports(lines)]


def _exports(lines: list[bytes]) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes(b"\n".join(lines[:3]))
        with open_store(f"{folder}/visits.db") as store:
            import_file(store, path)
            out = io.StringIO()
            export_jsonl(store, out)
            yield out.getvalue().encode()
