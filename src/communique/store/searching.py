"""Words become the texts that hold them, by the full-text search of either database."""

from __future__ import annotations

import re

import sqlalchemy as sa

from communique.store.types import Hit

_PART = re.compile(r'"([^"]+)"|(\S+)')

_SQLITE = """
SELECT d.id, d.title, d.published, d.source, -bm25(search) AS score,
       snippet(search, 1, '[', ']', '…', 24) AS snippet
FROM search JOIN documents d ON d.n = search.rowid
WHERE search MATCH :query ORDER BY rank LIMIT :limit
"""
# PostgreSQL ranks by unpacking every text found: of a common word only the newest are ranked.
_POSTGRESQL = """
WITH newest AS MATERIALIZED (
  SELECT x.n FROM texts x WHERE x.words @@ websearch_to_tsquery('simple', :query) ORDER BY x.n DESC LIMIT 2000
)
SELECT id, title, published, source, score,
       ts_headline('simple', text, query, 'StartSel=[, StopSel=], MaxWords=24, MinWords=8') AS snippet
FROM (
  SELECT d.id, d.title, d.published, d.source, x.text, query, ts_rank(x.words, query) AS score
  FROM websearch_to_tsquery('simple', :query) query, newest JOIN texts x ON x.n = newest.n
  JOIN documents d ON d.n = newest.n ORDER BY score DESC, d.id LIMIT :limit
) found ORDER BY score DESC, id
"""


def search(connection: sa.Connection, words: str, limit: int) -> list[Hit]:
    """Texts that hold all the words, best first. Words in quotation marks are found side by side; no operators."""
    parts = [phrase or word.replace('"', "") for phrase, word in _PART.findall(words)]
    parts = [part for part in parts if re.search(r"\w", part)]
    if not parts:
        return []
    query = " ".join(f'"{part}"' for part in parts)
    statement = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
    rows = connection.execute(sa.text(statement), {"query": query, "limit": limit})
    return [Hit(row.id, row.title, row.published, row.source, row.snippet, round(float(row.score), 4)) for row in rows]
