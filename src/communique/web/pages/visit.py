"""The page of one visit."""

from __future__ import annotations

from litestar import Router, get
from litestar.params import FromPath
from litestar.response import Redirect, Template

from communique.publish.dossier import dossier
from communique.web import links
from communique.web.given import GivenLook, GivenStore
from communique.web.kept import kept
from communique.web.views.visit import visit_page


@get("/visits/{visit_id:str}", sync_to_thread=True, include_in_schema=False)
def visit(visit_id: FromPath[str], store: GivenStore, look: GivenLook) -> Template | Redirect:
    """The page of a visit; an id that it had before leads to the one of today."""
    words = look.words
    view = kept(store, ("visit", visit_id, words.language), lambda: visit_page(store, dossier(store, visit_id), words))
    if view.id != visit_id:
        return Redirect(links.visit(view.id))
    return look.page("visit.html", view=view)


router = Router("/", route_handlers=[visit])
