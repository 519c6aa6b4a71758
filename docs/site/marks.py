"""Values → pieces of Markdown: code, lists, tables, folds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def code(text: str) -> str:
    """Text as code in a line, also where it holds a backquote."""
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def codes(texts: Iterable[str]) -> str:
    """Several as code, with commas."""
    return ", ".join(code(text) for text in texts)


def plain(text: str) -> str:
    """Words that Markdown shall not read as marks."""
    for mark in "\\`*_{}[]<>#|":
        text = text.replace(mark, "\\" + mark)
    return text


def sentences(texts: Iterable[str]) -> list[str]:
    """A list of example sentences."""
    return [*(f"- “{plain(text)}”" for text in texts), ""]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; a bar in a cell is kept from ending it."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "&#124;") for cell in row) + " |" for row in rows]
    return [*lines, ""]


def fold(title: str, text: str, language: str = "text") -> list[str]:
    """Code that a reader opens when it is wanted."""
    body = text.splitlines() or [""]
    return [f'??? quote "{title}"', "", f"    ```{language}", *(f"    {line}" for line in body), "    ```", ""]


def words(listed: Iterable[str]) -> str:
    """Words of the codebook in a row; a final = (no other form of the word) is not shown."""
    return " · ".join(plain(word.removesuffix("=")) for word in listed)
