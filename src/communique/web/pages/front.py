"""The front page: what is in the record."""

from __future__ import annotations

from litestar import Router, get
from litestar.response import Template

from communique.web.given import GivenLook, GivenSettings, GivenStore
from communique.web.views.opening import opening


@get("/", sync_to_thread=True, include_in_schema=False)
def front(store: GivenStore, look: GivenLook, settings: GivenSettings) -> Template:
    """The front page."""
    return look.page(
        "front.html", view=opening(store, look.words, settings.today()), is_fetching=settings.fetch is not None
    )


router = Router("/", route_handlers=[front])
