"""A page becomes styled lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.publish.page import Origin, Page, Section, Statement
from communique.publish.wording import printable

STYLES = {"up": "green", "down": "red", "claim": "italic", "contested": "yellow", "silent": "dim", "plain": ""}
QUOTES = 2  # quotes shown under a statement; all are in Markdown and HTML
_QUOTE_ROOM = 220


def render_terminal(page: Page, *, has_quotes: bool = True) -> Group:
    """The page for a rich console, which wraps it; control characters of texts are taken out."""
    return Group(*_lines(page, has_quotes=has_quotes))


def origin_line(origin: Origin) -> str:
    """A source in one line: outlet, kind, title, date, address."""
    title = f"“{origin.title}”" if origin.title else None
    reprint = f"a reprint of [{origin.reprint_of}]" if origin.reprint_of else None
    known = (f"{origin.name} ({origin.kind})", title, origin.published, reprint, origin.url)
    return ", ".join(part for part in known if part)


def _lines(page: Page, *, has_quotes: bool) -> Iterator[RenderableType]:
    yield Text(printable(page.title), style="bold")
    yield Text(printable(page.subtitle), style="dim")
    for section in page.sections:
        yield from _section(section, has_quotes=has_quotes)
    yield Text("\nSources", style="bold cyan")
    for origin in page.origins:
        yield _hanging(f"[{origin.number}]", Text(printable(origin_line(origin))), indent=2)


def _section(section: Section, *, has_quotes: bool) -> Iterator[RenderableType]:
    yield Text(f"\n{printable(section.title)}", style="bold cyan")
    if not any(block.statements for block in section.blocks):
        yield Padding(Text(printable(section.empty), style="dim"), (0, 0, 0, 2))
    for block in section.blocks:
        if block.title:
            yield Padding(Text(printable(block.title), style="bold"), (0, 0, 0, 2))
        for statement in block.statements:
            yield from _statement(statement, has_quotes=has_quotes)


def _statement(statement: Statement, *, has_quotes: bool) -> Iterator[RenderableType]:
    numbers = "".join(f"[{number}]" for number in dict.fromkeys(cite.number for cite in statement.cites))
    said = Text(printable(statement.words), style=STYLES[statement.tone])
    yield _hanging("•", said.append(f" {numbers}", style="cyan") if numbers else said, indent=2)
    if not has_quotes:
        return
    for cite in statement.quoted[:QUOTES]:
        words = cite.quote if len(cite.quote) <= _QUOTE_ROOM else cite.quote[: _QUOTE_ROOM - 1].rstrip() + "…"
        yield _hanging(f"[{cite.number}]", Text(f"“{printable(words)}”", style="dim"), indent=6)
    if (more := len(statement.quoted) - QUOTES) > 0:
        yield Padding(Text(f"and {more} more", style="dim"), (0, 0, 0, 6))


def _hanging(mark: str, words: Text, *, indent: int) -> Padding:
    """The words beside their mark, all their lines as far in."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(mark, style="dim"), words)
    return Padding(grid, (0, 0, 0, indent))
