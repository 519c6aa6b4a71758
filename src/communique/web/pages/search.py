"""The page of what a search found."""

from __future__ import annotations

from litestar import Router, get
from litestar.response import Redirect, Template

from communique.web.given import GivenLook, GivenStore
from communique.web.views.finding import found

LONGEST = 200  # characters of a query that are looked at


@get("/search", sync_to_thread=True, include_in_schema=False)
def search(store: GivenStore, look: GivenLook) -> Template | Redirect:
    """Visits, people, countries and texts that a query (`q`) finds; the id of a visit leads to its page."""
    query = look.query.get("q", "")[:LONGEST]
    view = found(store, query, look.words)
    if view.visit:
        return Redirect(view.visit)
    return look.page("search.html", view=view, query=view.query)


router = Router("/", route_handlers=[search])
