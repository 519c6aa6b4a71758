"""Turns the name of a file, or how its content begins, into the kind of reader it wants."""

from __future__ import annotations

import re
from typing import BinaryIO, Literal, TypeAlias

from communique.documents.decoding import byte_order_mark

Kind: TypeAlias = Literal["text", "page", "rows", "json", "feed", "archive", "table", "sheet"]
_KINDS: dict[str, Kind] = {
    "txt": "text", "text": "text", "md": "text", "markdown": "text",
    "html": "page", "htm": "page", "xhtml": "page",
    "jsonl": "rows", "ndjson": "rows", "json": "json",
    "rss": "feed", "atom": "feed", "warc": "archive", "parquet": "table", "pq": "table",
    "csv": "sheet", "tsv": "sheet",
}  # fmt: skip
_FIRST_TAG = r"\s*(?>(?:<\?[^>]*>\s*|<!--.*?-->\s*)*)<"  # behind declarations and comments
_PAGE = re.compile(rf"{_FIRST_TAG}(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S)
_WHOLE_PAGE = re.compile(rf"{_FIRST_TAG}(?:!doctype\s+)?html\b", re.I | re.S)
_SAMPLE = 65_536  # bytes that tell the kind of a text without a telling name
_FEED = re.compile(rf"{_FIRST_TAG}(?:rss|feed|rdf:RDF)\b", re.S)
_ARCHIVE = b"WARC/1."
_TABLE = b"PAR1"


def _ending(source: str) -> str:
    return source.lower().removesuffix(".gz").removesuffix(".zst").rpartition(".")[2]


def kind_of(source: str, first: bytes, encoding: str | None) -> Kind:
    """By the ending of the name (.gz and .zst looked through), else by how the content begins; a whole page that is
    called a text is a page.
    """
    kind = _KINDS.get(_ending(source))
    if kind and kind != "text":
        return kind
    if kind:
        return "page" if _WHOLE_PAGE.match(_beginning(first, encoding)) else kind
    if first.startswith((_ARCHIVE, _TABLE)):
        return "archive" if first.startswith(_ARCHIVE) else "table"
    beginning = _beginning(first, encoding)
    if _FEED.match(beginning):
        return "feed"
    if _PAGE.match(beginning):
        return "page"
    if re.match(r"\[\s*[{\]]", beginning):
        return "json"
    if re.match(r"\{[ \t]*[\"}]", beginning):
        return "rows"
    return "json" if re.match(r"\{\s*\"", beginning) else "text"


def _beginning(first: bytes, encoding: str | None) -> str:
    mark = byte_order_mark(first)
    return first[:_SAMPLE].decode(encoding or (mark and mark[1]) or "utf-8", "replace").lstrip("\ufeff \t\r\n")


def is_table(source: str, stream: BinaryIO) -> bool:
    """Whether a file is Parquet, which is read from its end: by its name, or its first bytes."""
    if (kind := _KINDS.get(_ending(source))) or not stream.seekable():
        return kind == "table"
    begins = stream.read(len(_TABLE)) == _TABLE
    stream.seek(0)
    return begins
