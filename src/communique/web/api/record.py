"""What is in the record, in numbers, as JSON; and all routers for programs put together."""

from __future__ import annotations

from litestar import Router, get

from communique.store import Counts
from communique.web.api import comparing, texts, visits
from communique.web.given import GivenStore
from communique.web.sameness import API


@get("/record", sync_to_thread=True, tags=["record"])
def record(store: GivenStore) -> Counts:
    """How much the record holds."""
    return store.counts()


router = Router(API, route_handlers=[record, visits.router, texts.router, comparing.router])
