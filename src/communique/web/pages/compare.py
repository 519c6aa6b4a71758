"""What stands side by side: two visits, or the two sides of one."""

from __future__ import annotations

from litestar import Router, get
from litestar.exceptions import ClientException
from litestar.params import FromPath
from litestar.response import Template

from communique.web.given import GivenLook, GivenStore
from communique.web.views.compare import compare_view
from communique.web.views.sides import STANDINGS, sides_view


@get("/compare", sync_to_thread=True, include_in_schema=False)
def compare(store: GivenStore, look: GivenLook) -> Template:
    """Two visits between the same countries, named as `earlier` and `later` in either order."""
    earlier, later = look.query.get("earlier"), look.query.get("later")
    if not earlier or not later:
        raise ClientException("compare: found fewer than two visits; want earlier=ID and later=ID")
    return look.page("compare.html", view=compare_view(store, earlier, later, look.words))


@get("/visits/{visit_id:str}/sides", sync_to_thread=True, include_in_schema=False)
def sides(store: GivenStore, look: GivenLook, visit_id: FromPath[str]) -> Template:
    """What the guest's side and the host's side say of one visit; `show` keeps what stands alike."""
    show = look.query.get("show") or None
    if show is not None and show not in STANDINGS:
        raise ClientException(f"show: found {show!r}; want one of {', '.join(STANDINGS)}")
    return look.page("sides.html", view=sides_view(store, visit_id, show, look.words))


router = Router("/", route_handlers=[compare, sides])
