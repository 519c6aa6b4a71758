"""Turns an HTML page into a Document: its main text, title, author, date and address."""

from __future__ import annotations

import re
from typing import Any

from communique.documents.dates import published_date
from communique.documents.decoding import byte_order_mark, decode
from communique.errors import DocumentError
from communique.records import Document

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,30})", re.IGNORECASE)
_REACH = 4096  # bytes in which browsers, too, look for the charset
_DECLARED_DATES = {"extensive_search": False, "original_date": True}


def read_page(source: str, data: bytes, *, encoding: str | None = None) -> Document:
    """The main text of a page, taken from its menus and notices; offsets count in that text.

    The date is one that the page declares (its metadata, address or a date line), never one guessed from its
    words.

    Raises: DocumentError: bytes that are no text, or a page without main text.
    """
    # Imported here: it takes 0.15 s, and most runs meet no page.
    import trafilatura  # noqa: PLC0415

    page = decode(data, encoding=encoding or _declared_encoding(data))
    found: Any = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=_DECLARED_DATES
    )
    text = found and found.text
    if not text or not text.strip():
        raise DocumentError(f"no main text in a page of {len(data):,} bytes; want an article")
    return Document(
        source=source,
        text=text,
        title=found.title or None,
        url=found.url or None,
        published=published_date(found.date),
        language=found.language or None,
        author=found.author or None,
    )


def _declared_encoding(data: bytes) -> str | None:
    """The charset that the page names, where it is one that its bytes can be read in."""
    declared = _CHARSET.search(data, 0, _REACH)
    if declared is None or byte_order_mark(data):
        return None
    name = declared[1].decode("ascii", "replace").lower()
    name = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252"}.get(name, name)
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name
