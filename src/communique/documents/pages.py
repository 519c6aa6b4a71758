"""Turns an HTML page into a Document: its main text, title, author, date and address."""

from __future__ import annotations

import logging
import re
from typing import Any

from communique.documents.dates import published_date
from communique.documents.decoding import byte_order_mark, decode, is_text_encoding
from communique.errors import DocumentError
from communique.records import Document

EXTRA = "pages need trafilatura; want: pip install 'communique[pages]'"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,30})", re.IGNORECASE)
_REACH = 4096  # bytes in which browsers, too, look for the charset
_MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252"}
_DECLARED_DATES = {"extensive_search": False, "original_date": True}


def read_page(source: str, data: bytes, *, encoding: str | None = None) -> Document:
    """The main text of a page, taken from its menus and notices; offsets count in that text.

    The date is one that the page declares (its metadata, address or a date line), never one guessed from its
    words.

    Raises: DocumentError: bytes that are no text, a page without main text, or trafilatura is not installed.
    """
    found = main_text(source, markup(data, encoding=encoding))
    if found is None:
        raise DocumentError(f"no main text in a page of {len(data):,} bytes; want an article")
    return found


def markup(data: bytes, *, encoding: str | None = None, charset: str | None = None) -> str:
    """A page's bytes as characters: by `encoding` if given; else as UTF-8 where they are; else by `charset` (what came
    with the page), by what the page itself names, or by what fits.

    Raises: DocumentError: bytes that are no text.
    """
    return decode(data, encoding=encoding or _declared_encoding(data, charset))


def main_text(source: str, page: str) -> Document | None:
    """The main text of a page with what it says of itself; None for a page without one.

    Raises: DocumentError: trafilatura is not installed.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and 0.15 s that most runs do not need
    except ImportError as error:
        raise DocumentError(EXTRA) from error

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page that it finds empty is a failure of ours
    found: Any = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=_DECLARED_DATES
    )
    text = found and found.text
    if not text or not text.strip():
        return None
    return Document(
        source=source,
        text=text,
        title=found.title or None,
        url=found.url or None,
        published=published_date(found.date),
        language=found.language or None,
        author=found.author or None,
    )


def _declared_encoding(data: bytes, charset: str | None) -> str | None:
    """The charset that came with the page or that it names, where it is one that its bytes can be read in."""
    if byte_order_mark(data):
        return None
    declared = _CHARSET.search(data, 0, _REACH)
    named = [name for name in (charset, declared and declared[1].decode("ascii", "replace")) if name]
    if not named:
        return None
    for name in ("utf-8", *map(str.lower, named)):  # servers name old charsets for pages that are UTF-8 by now
        if name == "utf-7" or not is_text_encoding(name):
            continue
        known = _MEANT.get(name, name)
        try:
            text = data.decode(known)
        except UnicodeError:
            continue
        if known != "utf-8" or not text.isascii():
            return known
    return None
