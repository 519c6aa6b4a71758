"""A page becomes Markdown: statements as a list, the words of their sources as quotes below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.publish.page import Origin, Page, Section, Statement
from communique.publish.wording import printable

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LIST_MARK = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def render_markdown(page: Page) -> str:
    """The page as Markdown (CommonMark) that ends with a line end; words of texts cannot become marks or HTML."""
    return "\n".join(_lines(page)) + "\n"


def escaped(words: str) -> str:
    """The words on one line, with a backslash before each character that Markdown or HTML would take as a mark."""
    flat = _MARKS.sub(r"\\\1", " ".join(printable(words).split())).replace("&", "&amp;")
    return _LIST_MARK.sub(r"\1\\\2\3", flat)


def _lines(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield ""
    yield escaped(page.subtitle)
    for section in page.sections:
        yield from _section(section)
    yield ""
    yield "## Sources"
    yield ""
    yield from (f"{origin.number}. {_origin(origin)}" for origin in page.origins)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"## {escaped(section.title)}"
    if not any(block.statements for block in section.blocks):
        yield ""
        yield f"*{escaped(section.empty)}*"
    for block in section.blocks:
        yield ""
        if block.title:
            yield f"### {escaped(block.title)}"
            yield ""
        for statement in block.statements:
            yield from _statement(statement)


def _statement(statement: Statement) -> Iterator[str]:
    numbers = "".join(f"\\[{number}\\]" for number in dict.fromkeys(cite.number for cite in statement.cites))
    yield f"- {escaped(statement.words)}{' ' + numbers if numbers else ''}"
    for position, cite in enumerate(statement.quoted):
        if position:
            yield "  >"
        yield f"  > \\[{cite.number}\\] “{escaped(cite.quote)}”"


def _origin(origin: Origin) -> str:
    title = f"“{escaped(origin.title)}”" if origin.title else None
    reprint = f"a reprint of \\[{origin.reprint_of}\\]" if origin.reprint_of else None
    address = origin.url and escaped(origin.url)
    known = (f"{escaped(origin.name)} ({origin.kind})", title, origin.published, reprint, address)
    return ", ".join(part for part in known if part)
