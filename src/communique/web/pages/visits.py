"""The list of visits, narrowed by the address."""

from __future__ import annotations

from litestar import Router, get
from litestar.response import Template

from communique.web.given import GivenLook, GivenStore
from communique.web.views.listing import listing


@get("/visits", sync_to_thread=True, include_in_schema=False)
def visits(store: GivenStore, look: GivenLook) -> Template:
    """The visits of two countries, a person, a period, a kind, a status; latest first."""
    return look.page("visits.html", part="parts/visits.html", view=listing(store, look.query, look.words))


router = Router("/", route_handlers=[visits])
