"""The page of two countries, and their brief as a file."""

from __future__ import annotations

from litestar import MediaType, Response, Router, get
from litestar.params import FromPath
from litestar.response import Template

from communique.publish.brief import dyad_brief
from communique.publish.html import render_html
from communique.publish.markdown import render_markdown
from communique.web.given import GivenLook, GivenStore
from communique.web.kept import kept
from communique.web.views.asked import asked_of, code_of
from communique.web.views.dyad import dyad_view


@get("/dyads/{one:str}/{other:str}", sync_to_thread=True, include_in_schema=False)
def dyad(store: GivenStore, look: GivenLook, one: FromPath[str], other: FromPath[str]) -> Template:
    """The visits between two countries, whichever is named first."""
    asked, words, is_whole = asked_of(look.query), look.words, look.query.get("rows") == "all"
    question = "dyad", one, other, asked, is_whole, words.language
    view = kept(store, question, lambda: dyad_view(store, (one, other), asked, words, is_whole=is_whole))
    return look.page("dyad.html", view=view)


@get("/dyads/{one:str}/{other:str}/brief.html", sync_to_thread=True, include_in_schema=False)
def brief_page(store: GivenStore, one: FromPath[str], other: FromPath[str]) -> Response[str]:
    """The brief of their last visit as one file that needs nothing else."""
    page = dyad_brief(store, code_of(one), code_of(other))
    style = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:"}
    return Response(render_html(page), media_type=MediaType.HTML, headers=style)


@get("/dyads/{one:str}/{other:str}/brief.md", sync_to_thread=True, include_in_schema=False)
def brief_text(store: GivenStore, one: FromPath[str], other: FromPath[str]) -> Response[str]:
    """The same as Markdown, to be saved."""
    name = f"{code_of(one)}-{code_of(other)}.md"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    page = dyad_brief(store, one, other)
    return Response(render_markdown(page), media_type="text/markdown; charset=utf-8", headers=headers)


router = Router("/", route_handlers=[dyad, brief_page, brief_text])
