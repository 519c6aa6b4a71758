"""Turns a feed (RSS or Atom, as a file) into Documents, one for each entry with words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from communique.documents.dates import published_date
from communique.documents.identity import failed
from communique.documents.limits import MAX_TEXT
from communique.documents.prose import paragraphs
from communique.errors import DocumentError
from communique.records import Document, Failure

EXTRA = "feeds need feedparser; want: pip install 'communique[scale]'"


def read_feed(source: str, data: bytes, *, published: str | None = None) -> Iterator[Document | Failure]:
    """Every entry of a feed with its title, address, day and words; a Failure for one without words.

    An entry's words are its full content where the feed has it, else its summary, as paragraphs without markup.
    `source` is `path#id` by the entry's own id or address, else its number. Nothing is fetched.

    Args:
        source: what to call the feed.
        data: its bytes; the encoding goes by its declaration.
        published: the day of entries that do not say theirs.

    Raises: DocumentError: no feed, one without entries, or feedparser is not installed.
    """
    try:
        import feedparser  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise DocumentError(EXTRA) from error
    # Bytes in a stream: of a string that looks like an address, feedparser would fetch the address.
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # of what broken marks make it raise, it documents nothing
        raise DocumentError(f"no feed that can be read ({_told(error)}); want RSS or Atom") from error
    if not feed.entries:
        fault = feed.get("bozo_exception") or "no entries"
        raise DocumentError(f"no feed that can be read ({_told(fault)}); want RSS or Atom")
    for number, entry in enumerate(feed.entries, start=1):
        yield _document(source, number, entry, feed.feed.get("language"), published)


def _document(source: str, number: int, entry: Any, language: object, published: str | None) -> Document | Failure:
    name = _string(entry.get("id")) or _string(entry.get("link"))
    where = f"{source}#{name}" if name else f"{source}:{number}"
    text = _words(entry)
    if not text:
        return failed(where, "an entry without words; want content or a summary")
    if len(text) > MAX_TEXT:
        return failed(where, f"{len(text):,} characters; want at most {MAX_TEXT:,}")
    return Document(
        source=where,
        text=text,
        title=paragraphs(_string(entry.get("title")) or "") or None,
        url=_string(entry.get("link")),
        published=published_date(entry.get("published") or entry.get("updated")) or published,
        language=(_string(entry.get("language")) or _string(language) or "")[:2].lower() or None,
        author=_string(entry.get("author")),
    )


def _words(entry: Any) -> str:
    """The longest of what the entry has: full content before a summary that only begins it."""
    found = [part.get("value") for part in entry.get("content") or ()] + [entry.get("summary")]
    texts = [paragraphs(part) for part in found if isinstance(part, str)]
    return max(texts, key=len, default="").replace("\0", "")


def _told(fault: object) -> str:
    return " ".join((str(fault) or type(fault).__name__).split())[:200]


def _string(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None
