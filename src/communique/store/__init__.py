"""Facts in, visits out: the record in one SQLite file, or in PostgreSQL for a team."""

from __future__ import annotations

from communique.store.store import Filter, Hit, Store, StoredDocument, StoredFact, open_store

__all__ = ["Filter", "Hit", "Store", "StoredDocument", "StoredFact", "open_store"]
