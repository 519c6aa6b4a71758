"""Turns a Document into the head of its reading, and a fault into the row that reports it."""

from __future__ import annotations

import hashlib

from communique.errors import one_line
from communique.records import Document, DocumentInfo, Failure

_ABSENT = (1 << 64) - 1  # a length no text has: an absent title is not an empty one


def identify(document: Document) -> DocumentInfo:
    """The document without its words, under an id that is the same on every machine.

    `id`: first 16 hex digits of blake2b over url, title and text, each as UTF-8 after its length in bytes (8
    bytes, big end first), so that no two triples run together. `sha256`: of the text as UTF-8. Half
    characters (lone surrogates) are encoded as they stand. Where the text came from and when it was published
    change neither.
    """
    text = document.text.encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(digest_size=8)
    for part in (document.url, document.title):
        digest.update(_prefixed(None if part is None else part.encode("utf-8", "surrogatepass")))
    digest.update(len(text).to_bytes(8, "big"))
    digest.update(text)
    return DocumentInfo(
        id=digest.hexdigest(),
        source=document.source,
        title=document.title,
        url=document.url,
        published=document.published,
        language=document.language,
        sha256=hashlib.sha256(text).hexdigest(),
    )


def failed(source: str, fault: str) -> Failure:
    """The row for a text that could not be read, the fault on one line. Its id is empty: no words to make one from."""
    return Failure(document=DocumentInfo(id="", source=source), error=one_line(f"{source}: {fault}"))


def _prefixed(part: bytes | None) -> bytes:
    if part is None:
        return _ABSENT.to_bytes(8, "big")
    return len(part).to_bytes(8, "big") + part
