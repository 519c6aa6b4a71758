"""Turns the lines at the top of a text (`DATE: …`, YAML front matter) into what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from communique.documents.dates import published_date

_KEYS = {
    "date": "published",
    "published": "published",
    "title": "title",
    "url": "url",
    "link": "url",
    "author": "author",
    "language": "language",
    "lang": "language",
    "source": None,  # who published it: known as a header line, kept nowhere
}
_LINE = re.compile(rf"[ \t]*+({'|'.join(_KEYS)})[ \t]*+:[ \t]*+(.*)", re.IGNORECASE)
_WHOLE_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_REACH = 8_000  # characters looked at: a longer head is no head


class Headers(msgspec.Struct, frozen=True):
    """What a text's own first lines say; None where they do not. `length` counts the characters of those lines."""

    length: int = 0

    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None


def read_headers(text: str) -> Headers:
    """What the header lines at the very top of `text` say. They stay part of the text: offsets count them.

    Either YAML front matter (between two lines of `---`; plain `key: value` lines, no nesting), or a run of
    lines `DATE:`, `Published:`, `TITLE:`, `URL:`, `SOURCE:`, `AUTHOR:`, `LANGUAGE:` in any case, blank lines
    between them allowed. The first other line ends it. Where a key comes twice, the first that says something
    holds. A date that is none, or impossible, is None.
    """
    lines = _lines(text[:_REACH])
    first = next(lines)
    if first[0].strip("\ufeff").rstrip() == "---":
        pairs, length = _front_matter([first, *lines])
    else:
        pairs, length = _leading_pairs(chain([first], lines))
    said: dict[str, str] = {}
    for key, written in pairs:
        field = _KEYS[key.lower()]
        value = published_date(written) if field == "published" else _unquoted(written)
        if field and value:
            said.setdefault(field, value)
    return Headers(length, **said)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Every line of a text, without its end, and where the next one starts."""
    for found in _WHOLE_LINE.finditer(text):
        yield found[1], found.end()


def _front_matter(lines: Sequence[tuple[str, int]]) -> tuple[list[tuple[str, str]], int]:
    closing = next((at for at, (line, _) in enumerate(lines[1:], start=1) if line.rstrip() == "---"), 0)
    pairs = [(found[1], found[2]) for line, _ in lines[1:closing] if (found := _LINE.fullmatch(line))]
    return pairs, lines[closing][1] if closing else 0


def _leading_pairs(lines: Iterable[tuple[str, int]]) -> tuple[list[tuple[str, str]], int]:
    pairs, length = [], 0
    for line, end in lines:
        if found := _LINE.fullmatch(line.lstrip("\ufeff")):
            pairs.append((found[1], found[2]))
            length = end
        elif line.strip("\ufeff \t"):
            break
    return pairs, length


def _unquoted(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1].strip()
    return written
