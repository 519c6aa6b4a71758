"""The pages of texts: one with all that it states, several side by side with chosen words, how a fact was read."""

from __future__ import annotations

from litestar import Router, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from communique.records import Document
from communique.store import StoredDocument
from communique.web.given import GivenHanded, GivenLook, GivenStore
from communique.web.views.words import passages, whole_text


@get("/texts/{document_id:str}", sync_to_thread=True, include_in_schema=False)
def text(
    document_id: FromPath[str], store: GivenStore, look: GivenLook, fact: FromQuery[str | None] = None
) -> Template:
    """A text, with the words of all its facts marked, and those of one chosen."""
    return look.page("text.html", view=whole_text(store, document_id, fact, look.words))


@get("/words", sync_to_thread=True, include_in_schema=False)
def words(
    fact: FromQuery[list[str]], store: GivenStore, look: GivenLook, of: FromQuery[list[str] | None] = None
) -> Template:
    """The words of several facts, their texts side by side; of visits those of some attributes."""
    view = passages(store, fact, look.words, of or ())
    return look.page("words.html", part="parts/words.html", passages=view)


@get("/texts/{document_id:str}/why/{fact_id:str}", sync_to_thread=True, include_in_schema=False)
def why(
    document_id: FromPath[str], fact_id: FromPath[str], store: GivenStore, handed: GivenHanded, look: GivenLook
) -> Template:
    """How a fact was read in its text: the rule, what filled its slots, the words."""
    stored = store.document(document_id)
    if stored.text is None:
        raise NotFoundException(look.words("why.no_text"))
    told = handed.why(_document(stored, stored.text), fact_id)
    view = whole_text(store, document_id, fact_id, look.words)
    return look.page("why.html", part="parts/why.html", view=view, derivation=told)


def _document(stored: StoredDocument, text: str) -> Document:
    return Document(
        source=stored.origin,
        text=text,
        title=stored.title,
        url=stored.url,
        published=stored.published,
        language=stored.language,
        author=stored.author,
    )


router = Router("/", route_handlers=[text, words, why])
