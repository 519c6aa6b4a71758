"""Reads texts about leaders' visits and keeps the record, with the words that support each cell.

>>> import communique
>>> reading = communique.read("President Emmanuel Macron visited Berlin on Monday.", published="2023-12-06")
>>> [(fact.guest_country, fact.host_country, fact.start) for fact in reading.facts]
[('FRA', 'DEU', '2023-12-04')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Reading

__version__ = "0.1.0"
__all__ = ["read"]


def read(
    text: str, *, published: str | None = None, title: str | None = None, url: str | None = None, source: str = "text"
) -> Reading:
    """All facts that a text states, as `communique read` prints them.

    What its own header lines say (`TITLE:`, `DATE:`, `URL:`, front matter) holds where the call does not say it.

    Args:
        text: the words of the text; offsets of the evidence count in it, in code points.
        published: the day it was published (ISO 8601), as far as known; relative dates lean on it.
        title: its headline; evidence that stands there is marked.
        url: its address; official addresses tell whose country the author's is.
        source: what the reading calls it.

    Raises: DocumentError: `published` is not a date.
    """
    from communique.documents import published_date, read_headers  # noqa: PLC0415 - the command line starts without the reader
    from communique.errors import DocumentError  # noqa: PLC0415
    from communique.pipeline import read_document  # noqa: PLC0415
    from communique.records import Document  # noqa: PLC0415

    day = published_date(published) if published is not None else None
    if published is not None and day is None:
        raise DocumentError(f"{source}: found {published!r} as the publication date, wanted one such as 2023-12-04")
    head = read_headers(text)
    return read_document(
        Document(
            source=source,
            text=text,
            title=title or head.title,
            url=url or head.url,
            published=day or head.published,
            language=head.language,
            author=head.author,
        )
    )
