"""Visits, their facts and what binds their reports, as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import Router, get
from litestar.params import FromPath, FromQuery, QueryParameter

from communique.publish.dossier import Dossier, dossier
from communique.store import Change, StoredFact
from communique.visits.model import LinkScore, ReviewItem, Visit
from communique.web import links
from communique.web.asked import filter_of
from communique.web.given import GivenStore
from communique.web.look import Asked

MOST = 500  # items of one answer
USUAL = 50

Limit = Annotated[int, QueryParameter(ge=1, le=MOST, description="At most so many items.")]
Offset = Annotated[int, QueryParameter(ge=0, le=10_000_000, description="So many items are passed over.")]


class Visits(msgspec.Struct, frozen=True):
    """A part of a list of visits; `next` is the address of the part after it, null at the end."""

    items: tuple[Visit, ...]
    next: str | None


@get("/visits", sync_to_thread=True)
def listed(
    *,
    request: Asked,
    store: GivenStore,
    guest: FromQuery[str | None] = None,
    host: FromQuery[str | None] = None,
    between: FromQuery[str | None] = None,
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
    kind: FromQuery[str | None] = None,
    status: FromQuery[str | None] = None,
    person: FromQuery[str | None] = None,
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Visits:
    """The visits asked for, by first day, then id. Countries by code, `between=BLR,CHN` either way; ISO days."""
    found = store.visits(filter_of(request.query_params, limit=limit + 1, offset=offset))
    rest = {key: value for key, value in request.query_params.items() if key != "offset"}
    more = links.with_query("/visits", **rest, offset=offset + limit) if len(found) > limit else None
    return Visits(tuple(found[:limit]), more)


@get("/visits/{visit_id:str}", sync_to_thread=True)
def one(visit_id: FromPath[str], store: GivenStore) -> Visit:
    """One visit with who supports each value and who dissents. A former id finds it too."""
    return store.visit(visit_id)


@get("/visits/{visit_id:str}/facts", sync_to_thread=True)
def facts(visit_id: FromPath[str], store: GivenStore, kind: FromQuery[str | None] = None) -> list[StoredFact]:
    """What the texts state of a visit, with their words; of one kind or of all."""
    return store.facts(store.visit(visit_id).id, [kind] if kind else ())


@get("/visits/{visit_id:str}/brief", sync_to_thread=True)
def brief(visit_id: FromPath[str], store: GivenStore, against: FromQuery[str | None] = None) -> Dossier:
    """A visit with all that its brief rests on: timing, level, rhythm, and the change from the visit before."""
    return dossier(store, visit_id, against=against)


@get("/visits/{visit_id:str}/links", sync_to_thread=True)
def why_linked(visit_id: FromPath[str], store: GivenStore) -> list[LinkScore]:
    """Why the reports of a visit were taken for one, best reasons first."""
    return store.links(visit_id)


@get("/dyads/{left:str}/{right:str}", sync_to_thread=True)
def dyad(
    left: FromPath[str], right: FromPath[str], store: GivenStore, limit: Limit = MOST, offset: Offset = 0
) -> Visits:
    """The visits between two countries, either way."""
    asked = filter_of({"between": f"{left},{right}"}, limit=limit + 1, offset=offset)
    found = store.visits(asked)
    more = links.with_query(links.dyad(left, right), limit=limit, offset=offset + limit) if len(found) > limit else None
    return Visits(tuple(found[:limit]), more)


@get("/changes", sync_to_thread=True)
def changes(
    request: Asked, store: GivenStore, after: FromQuery[str | None] = None, limit: Limit = USUAL, offset: Offset = 0
) -> list[Change]:
    """The visits that came in or changed, latest change first; with `after` (RFC 3339, UTC) those after that time. The
    rest of the query narrows as that of /visits does.
    """
    return store.changes(filter_of(request.query_params, limit=limit, offset=offset), after=after)


@get("/review", sync_to_thread=True)
def review(store: GivenStore, limit: Limit = USUAL) -> list[ReviewItem]:
    """What the record is unsure of: links, contested values, visits on one weak voice; at most `limit` of each."""
    return store.review(limit)


router = Router("/", route_handlers=[listed, one, facts, brief, why_linked, dyad, changes, review], tags=["visits"])
