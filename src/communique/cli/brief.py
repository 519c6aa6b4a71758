"""The commands `communique brief` and `compare`: visits of the record → a page to read."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.record import VISITS_DB, Database, Output, console, country_code, opened, period, write

if TYPE_CHECKING:
    from communique.publish.page import Page


class Form(StrEnum):
    """The output formats of a brief."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"


Shape = Annotated[
    Form | None, typer.Option("--format", help="How to print; without it, by the name of the output file.")
]
Plots = Annotated[bool, typer.Option("--plots/--no-plots", help="Drawings in HTML, where the extra is installed.")]
ENDINGS = {".html": Form.HTML, ".htm": Form.HTML, ".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN}


def brief(
    countries: Annotated[
        list[str] | None, typer.Argument(help="Two countries, by code or name.", metavar="[A B]")
    ] = None,
    *,
    db: Database = VISITS_DB,
    visit: Annotated[str | None, typer.Option(help="The id of a visit; without it, the last one.")] = None,
    since: Annotated[str | None, typer.Option(help="Also list the visits since a day, month or year.")] = None,
    sudden: Annotated[
        int | None, typer.Option(min=0, help="A visit announced fewer days before is called sudden. [default: 3]")
    ] = None,
    form: Shape = None,
    output: Output = None,
    plots: Plots = True,
) -> None:
    """Brief a visit: time, level, content, conclusion, what changed, what is contested, with numbered sources."""
    if not visit and len(countries or ()) != 2:
        raise typer.BadParameter("want two countries, such as BLR CHN, or --visit ID")
    if countries and len(countries) != 2:
        raise typer.BadParameter(f"{' '.join(countries)}: want two countries, such as BLR CHN")
    from communique.publish.brief import brief as visit_brief  # noqa: PLC0415 - usage errors need no store
    from communique.publish.brief import dyad_brief  # noqa: PLC0415
    from communique.visits.build import SUDDEN  # noqa: PLC0415

    days = SUDDEN if sudden is None else sudden
    has_figures = plots and _form(form, output) is Form.HTML and _can_plot()
    codes = [country_code(one) for one in countries or ()]
    day = period("--since", since)
    with opened(db) as store:
        if codes:
            page = dyad_brief(store, *codes, visit=visit, since=day, sudden_within=days, has_figures=has_figures)
        else:
            page = visit_brief(store, visit or "", sudden_within=days, has_figures=has_figures)
    _show(page, _form(form, output), output)


def compare(
    earlier: Annotated[str, typer.Argument(metavar="VISIT", help="Its id, as `communique visits` prints it.")],
    later: Annotated[str, typer.Argument(metavar="VISIT", help="Another visit of the same two countries.")],
    *,
    db: Database = VISITS_DB,
    form: Shape = None,
    output: Output = None,
) -> None:
    """Put two visits of the same two countries side by side, and say what changed."""
    from communique.publish.brief import comparison  # noqa: PLC0415 - usage errors need no store

    with opened(db) as store:
        page = comparison(store, earlier, later)
    _show(page, _form(form, output), output)


def _form(given: Form | None, output: Path | None) -> Form:
    return given or (ENDINGS.get(output.suffix.lower(), Form.TERMINAL) if output else Form.TERMINAL)


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

        if output is None:
            console().print(render_terminal(page))
            return
        buffer = io.StringIO()
        console(buffer).print(render_terminal(page))
        write(output, "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n")
