"""Words become the texts that hold them, by the full-text search of either database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from communique.store.types import Hit

_START, _STOP = "\ue000", "\ue001"  # around words found: private characters, which no text is taken to hold
_PART = re.compile(r'"([^"]+)"|(\S+)')

# Either database ranks by a look at every text found: of a common word only the newest are ranked.
_RANKED = 2000
_SQLITE = """
WITH newest AS MATERIALIZED (
  SELECT rowid AS n, bm25(search) AS score FROM search WHERE search MATCH :query ORDER BY rowid DESC LIMIT :ranked
), best AS (SELECT n, score FROM newest ORDER BY score, n LIMIT :limit)
SELECT d.id, d.title, d.published, d.source, -best.score AS score,
       (SELECT snippet(search, 1, :start, :stop, '…', 24) FROM search WHERE search MATCH :query AND rowid = best.n)
       AS snippet
FROM best JOIN documents d ON d.n = best.n ORDER BY best.score, best.n
"""
_POSTGRESQL = """
WITH newest AS MATERIALIZED (
  SELECT x.n FROM texts x WHERE x.words @@ websearch_to_tsquery('simple', :query) ORDER BY x.n DESC LIMIT :ranked
)
SELECT id, title, published, source, score,
       ts_headline('simple', text, query, 'StartSel=' || :start || ', StopSel=' || :stop
                   || ', MaxWords=24, MinWords=8') AS snippet
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
    asked = {"query": query, "limit": limit, "ranked": _RANKED, "start": _START, "stop": _STOP}
    return [_hit(row) for row in connection.execute(sa.text(statement), asked)]


def _hit(row: Any) -> Hit:
    marked = str(row.snippet)
    shown = marked.replace(_START, "[").replace(_STOP, "]")
    return Hit(row.id, row.title, row.published, row.source, shown, round(float(row.score), 4), tuple(_parts(marked)))


def _parts(marked: str) -> Iterator[tuple[str, bool]]:
    """The words outside and within the marks, in their order."""
    before, *rest = marked.split(_START)
    if before:
        yield before, False
    for piece in rest:
        found, _, after = piece.partition(_STOP)
        yield found, True
        if after:
            yield after, False
