"""Texts, facts, outlets and what editors decided, as JSON."""

from __future__ import annotations

from typing import Annotated

from litestar import Router, get
from litestar.params import FromPath, FromQuery, QueryParameter

from communique.store import Hit, StoredDocument, StoredFact
from communique.visits.model import Judgement, Source
from communique.web.given import GivenStore

MOST_HITS = 100
Words = Annotated[
    str, QueryParameter(min_length=1, max_length=200, description="Words of a text; a quoted phrase together.")
]


@get("/texts/{document_id:str}", sync_to_thread=True)
def text(document_id: FromPath[str], store: GivenStore) -> StoredDocument:
    """One text with its words."""
    return store.document(document_id)


@get("/facts/{fact_id:str}", sync_to_thread=True)
def fact(fact_id: FromPath[str], store: GivenStore) -> StoredFact:
    """One fact with the text that states it and the words that say so."""
    return store.fact(fact_id)


@get("/search", sync_to_thread=True)
def search(q: Words, store: GivenStore, limit: Annotated[int, QueryParameter(ge=1, le=MOST_HITS)] = 20) -> list[Hit]:
    """Texts that hold all the words, best first; what was found stands between [ and ] in the snippet."""
    return store.search(q, limit)


@get("/sources", sync_to_thread=True)
def sources(store: GivenStore) -> list[Source]:
    """All outlets that published a text of the record."""
    return store.sources()


@get("/judgements", sync_to_thread=True)
def judgements(store: GivenStore, withdrawn: FromQuery[bool] = False) -> list[Judgement]:
    """What editors decided, oldest first; with `withdrawn` also what was undone."""
    return store.judgements(active_only=not withdrawn)


router = Router("/", route_handlers=[text, fact, search, sources, judgements], tags=["texts"])
