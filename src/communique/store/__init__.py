"""Facts in, visits out: the record in one SQLite file, or in PostgreSQL for a team."""

from __future__ import annotations

from communique.store.accounts import Account
from communique.store.saving import Entry, Saved
from communique.store.store import Store, open_store, utc_now
from communique.store.types import Change, Counts, Doubts, Filter, Hit, StoredDocument, StoredFact, WayCount, YearCount

__all__ = [
    "Account",
    "Change",
    "Counts",
    "Doubts",
    "Entry",
    "Filter",
    "Hit",
    "Saved",
    "Store",
    "StoredDocument",
    "StoredFact",
    "WayCount",
    "YearCount",
    "open_store",
    "utc_now",
]
