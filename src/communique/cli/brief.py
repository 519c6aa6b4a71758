"""The commands `communique brief` and `compare`: visits of the record → a page to read."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli import options
from communique.cli.record import console, country_code, opened, period, write

if TYPE_CHECKING:
    from communique.publish.page import Page


class Form(StrEnum):
    """The output formats of a brief."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"


ENDINGS = {".html": Form.HTML, ".htm": Form.HTML, ".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN}

_form = options.form(Form)


@click.argument("asked", nargs=-1, metavar="[A B | VISIT]", help="Two countries, by code or name; or a visit's id.")
@options.db
@click.option("--visit", metavar="ID", help="The id of a visit; without it, the last one.")
@click.option("--since", metavar="DATE", help="Also list the visits since a day, month or year.")
@click.option(
    "--sudden",
    type=options.Number(min=0),
    metavar="DAYS",
    help="A visit announced fewer days before is called sudden; 3 without it.",
)
@_form
@options.output
@click.option("--plots/--no-plots", default=True, help="Drawings in HTML, where the extra is installed.")
def brief(
    asked: Sequence[str],
    *,
    db: str,
    visit: str | None,
    since: str | None,
    sudden: int | None,
    form: Form | None,
    output: Path | None,
    plots: bool,
) -> None:
    """Brief a visit: time, level, content, conclusion, what changed, what is contested, with numbered sources."""
    if len(asked) == 1 and asked[0].count("-") > 1 and not visit:  # BLR-CHN-2023-12-03
        visit, asked = asked[0], ()
    if len(asked) != 2 and (asked or not visit):
        found = f"{' '.join(asked)}: " if asked else ""
        raise click.BadParameter(f"{found}want two countries, such as BLR CHN, or the id of a visit")
    from communique.publish.brief import brief as visit_brief  # noqa: PLC0415 - usage errors need no store
    from communique.publish.brief import dyad_brief  # noqa: PLC0415
    from communique.visits.build import SUDDEN  # noqa: PLC0415

    days = SUDDEN if sudden is None else sudden
    shape = form or options.by_name(output, ENDINGS, Form.TERMINAL)
    has_figures = plots and shape is Form.HTML and _can_plot()
    codes = [country_code(one) for one in asked]
    day = period("--since", since)
    with opened(db) as store:
        if codes:
            page = dyad_brief(store, *codes, visit=visit, since=day, sudden_within=days, has_figures=has_figures)
        else:
            page = visit_brief(store, visit or "", sudden_within=days, has_figures=has_figures)
    _show(page, shape, output)


@click.argument("earlier", metavar="VISIT", help="Its id, as `communique visits` prints it.")
@click.argument("later", metavar="VISIT", help="Another visit of the same two countries.")
@options.db
@_form
@options.output
def compare(earlier: str, later: str, *, db: str, form: Form | None, output: Path | None) -> None:
    """Put two visits of the same two countries side by side, and say what changed."""
    from communique.publish.brief import comparison  # noqa: PLC0415 - usage errors need no store

    with opened(db) as store:
        page = comparison(store, earlier, later)
    _show(page, form or options.by_name(output, ENDINGS, Form.TERMINAL), output)


def _can_plot() -> bool:
    from importlib.util import find_spec  # noqa: PLC0415

    return find_spec("altair") is not None and find_spec("vl_convert") is not None


def _show(page: Page, form: Form, output: Path | None) -> None:
    if form is Form.HTML:
        from communique.publish.html import render_html  # noqa: PLC0415 - only where asked for

        write(output, render_html(page))
    elif form is Form.MARKDOWN:
        from communique.publish.markdown import render_markdown  # noqa: PLC0415

        write(output, render_markdown(page))
    else:
        from communique.publish.terminal import render_terminal  # noqa: PLC0415

        if output is None and sys.stdout.isatty():
            console().print(render_terminal(page))
            return
        buffer = io.StringIO()
        console(buffer).print(render_terminal(page))
        write(output, "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n")
