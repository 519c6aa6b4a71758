"""Turns what lies outside (files, folders, pages, JSON Lines, standard input) into Documents.

`open_documents` is the door; `identify` gives a document its lasting id. What cannot be read comes back as
a `Failure` that says where, what was found and what was wanted; nothing is left out in silence.
"""

from __future__ import annotations

from communique.documents.datelines import dated
from communique.documents.dates import published_date
from communique.documents.headers import Headers, read_headers
from communique.documents.identity import identify
from communique.documents.opening import open_bytes, open_documents

__all__ = ["Headers", "dated", "identify", "open_bytes", "open_documents", "published_date", "read_headers"]
