"""Turns a reading or a failure into the bytes of one output format."""

from __future__ import annotations

import io
from enum import StrEnum

import msgspec

from communique.errors import one_line
from communique.records import Failure, Reading, to_json


class Format(StrEnum):
    """The output formats of `communique read`."""

    BRIEF = "brief"
    JSON = "json"
    TABLE = "table"


class Layout(msgspec.Struct, frozen=True):
    """A format, the columns it may fill, and whether the output takes colours."""

    format: Format
    width: int = 100
    has_colours: bool = False


def printed(outcome: Reading | Failure, layout: Layout) -> bytes:
    """What is printed of one text, with its line end."""
    if layout.format is Format.JSON:
        return to_json(outcome) + b"\n"
    if isinstance(outcome, Failure):
        return f"NOT READ  {one_line(outcome.error)}\n".encode()
    from rich.console import Console  # noqa: PLC0415 - the JSON output does without

    from communique.publish import reading as publish  # noqa: PLC0415

    if layout.format is Format.TABLE:
        return publish.table(outcome).encode("utf-8", "replace")
    page = io.StringIO()
    console = Console(
        file=page,
        width=layout.width,
        force_terminal=layout.has_colours,
        color_system="standard" if layout.has_colours else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(publish.brief(outcome, width=layout.width))
    lines = "\n".join(line.rstrip() for line in page.getvalue().splitlines())
    return f"{lines}\n\n".encode("utf-8", "replace")
