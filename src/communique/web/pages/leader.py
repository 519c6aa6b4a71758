"""The page of a person who travels and receives."""

from __future__ import annotations

from litestar import Router, get
from litestar.params import FromPath
from litestar.response import Template

from communique.web.given import GivenLook, GivenStore
from communique.web.kept import kept
from communique.web.views.asked import asked_of, code_of
from communique.web.views.leader import leader_view

LONGEST = 200  # characters of a name that is looked for


@get("/leaders/{name:str}", sync_to_thread=True, include_in_schema=False)
def leader(store: GivenStore, look: GivenLook, name: FromPath[str]) -> Template:
    """A person by name; `country` tells namesakes apart."""
    named = look.query.get("country")
    asked, words, is_whole = asked_of(look.query), look.words, look.query.get("rows") == "all"
    country = code_of(named) if named else None
    question = "leader", name[:LONGEST], country, asked, is_whole, words.language
    view = kept(store, question, lambda: leader_view(store, name[:LONGEST], country, asked, words, is_whole=is_whole))
    return look.page("leader.html", view=view)


router = Router("/", route_handlers=[leader])
