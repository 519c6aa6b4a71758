"""Turns the lines at the top of a text (`DATE: …`, YAML front matter) into what they say of it."""

from __future__ import annotations

import re

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
_LINE = re.compile(rf"[ \t]*({'|'.join(_KEYS)})[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_NEWLINE = re.compile(r"\r\n|\r|\n")
_REACH = 8_000  # characters looked at: a longer head is no head


class Headers(msgspec.Struct, frozen=True):
    """What a text's own first lines say; None where they do not."""

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
    lines = _NEWLINE.split(text[:_REACH].lstrip("\ufeff"))
    if lines[0].rstrip() == "---":
        closing = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), 0)
        pairs = [(found[1], found[2]) for line in lines[1:closing] if (found := _LINE.fullmatch(line))]
    else:
        pairs = _leading_pairs(lines)
    said: dict[str, str] = {}
    for key, written in pairs:
        field = _KEYS[key.lower()]
        value = published_date(written) if field == "published" else _unquoted(written)
        if field and value:
            said.setdefault(field, value)
    return Headers(**said)


def _leading_pairs(lines: list[str]) -> list[tuple[str, str]]:
    pairs = []
    for line in lines:
        if found := _LINE.fullmatch(line):
            pairs.append((found[1], found[2]))
        elif line.strip():
            break
    return pairs


def _unquoted(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1].strip()
    return written
