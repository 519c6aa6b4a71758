"""Who visits whom: the map, the matrix, and the page of one country."""

from __future__ import annotations

from litestar import Router, get
from litestar.params import FromPath
from litestar.response import Template

from communique.web import kept
from communique.web.given import GivenLook, GivenStore
from communique.web.views.asked import asked_of
from communique.web.views.countries import country_view
from communique.web.views.network import PATH, Network, network, sorting_of
from communique.web.views.overview import overview
from communique.web.views.ways import Years, years_of


@get("/map", sync_to_thread=True, include_in_schema=False)
def world_map(store: GivenStore, look: GivenLook) -> Template:
    """The map of the visits of a period, a kind, a status and a part of the world."""
    asked, words, is_whole = asked_of(look.query), look.words, look.query.get("rows") == "all"
    question = "map", asked, is_whole, words.language
    view = kept.kept(store, question, lambda: overview(store, asked, words, is_whole=is_whole))
    return look.page("map.html", view=view)


@get(PATH, sync_to_thread=True, include_in_schema=False)
def matrix(store: GivenStore, look: GivenLook) -> Template:
    """The same as a matrix of guests and hosts."""
    asked, words = asked_of(look.query), look.words
    sorting = sorting_of(look.query.get("rows"), look.query.get("columns"), look.query.get("size"))
    keep = {name: look.query.get(name) for name in ("rows", "columns", "size")}
    question = "network", asked, sorting, words.language

    def made() -> tuple[Network, Years | None]:
        ways = asked.within(kept.ways(store, asked.filter()))
        years = kept.years(store, asked.without_period().filter())
        return network(ways, sorting, asked, words), years_of(years, asked, PATH, words)

    view, years = kept.kept(store, question, made, lately=True)
    return look.page(
        "network.html",
        view=view,
        fields=asked.fields(words),
        years=years,
        keep=keep,
        map=asked.address("/map"),
    )


@get("/countries/{code:str}", sync_to_thread=True, include_in_schema=False)
def country(store: GivenStore, look: GivenLook, code: FromPath[str]) -> Template:
    """A country's visits both ways."""
    asked, words, is_whole = asked_of(look.query), look.words, look.query.get("rows") == "all"
    question = "country", code, asked, is_whole, words.language
    view = kept.kept(store, question, lambda: country_view(store, code, asked, words, is_whole=is_whole))
    return look.page("country.html", view=view)


router = Router("/", route_handlers=[world_map, matrix, country])
