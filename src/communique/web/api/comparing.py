"""Who visits whom, journeys, and what stands side by side, as JSON."""

from __future__ import annotations

import msgspec
from litestar import Router, get
from litestar.params import FromPath, FromQuery

from communique.analysis import Change
from communique.analysis.matters import Matter
from communique.analysis.sides import sides
from communique.analysis.voices import Voice
from communique.publish.dossier import changed
from communique.store import Filter, WayCount
from communique.visits.model import Visit
from communique.web import kept
from communique.web.given import GivenStore
from communique.web.look import Asked
from communique.web.views.asked import asked_of, code_of
from communique.web.views.compare import pair_of
from communique.web.views.leader import visits_of
from communique.web.views.sides import voices_in
from communique.web.views.tours import Tour, tours


class Sides(msgspec.Struct, frozen=True):
    """Whose words each text of a visit is, by document id, and the matters that they tell of."""

    visit: str
    voices: dict[str, Voice]
    matters: tuple[Matter, ...]


class Leader(msgspec.Struct, frozen=True):
    """The journeys that a person made, by first day, and the visits that this person received."""

    journeys: tuple[Tour, ...]
    received: tuple[Visit, ...]


@get(["/map", "/network"], sync_to_thread=True)
def ways(request: Asked, store: GivenStore) -> list[WayCount]:
    """How many visits went which way, most first; the query narrows by since, until, kind, status and region."""
    asked = asked_of(request.query_params)
    return asked.within(kept.ways(store, asked.filter()))


@get("/countries/{code:str}", sync_to_thread=True)
def country(request: Asked, store: GivenStore, code: FromPath[str]) -> list[WayCount]:
    """The same of one country, made and received."""
    want = asked_of(request.query_params).filter()
    sides_of = (msgspec.structs.replace(want, **{side: code_of(code)}) for side in ("guest", "host"))
    return [one for side in sides_of for one in kept.ways(store, side)]


@get("/leaders/{name:str}", sync_to_thread=True)
def leader(store: GivenStore, name: FromPath[str], country: FromQuery[str | None] = None) -> Leader:
    """A person's visits by name; `country` tells namesakes apart."""
    made, received = visits_of(store, name, code_of(country) if country else None, Filter(status="any"))
    return Leader(tuple(tours(made)), tuple(received))


@get("/compare", sync_to_thread=True)
def compare(store: GivenStore, earlier: FromQuery[str], later: FromQuery[str]) -> Change:
    """What changed between two visits of the same two countries."""
    before, after = pair_of(store, earlier, later)
    return changed(before, store.facts(before.id), after, store.facts(after.id))


@get("/visits/{visit_id:str}/sides", sync_to_thread=True)
def both_sides(store: GivenStore, visit_id: FromPath[str]) -> Sides:
    """What the guest's and the host's side say of a visit: both, only one, or differently."""
    visit = store.visit(visit_id)
    facts = store.facts(visit.id)
    voices = voices_in(visit, facts)
    by_fact = {one.fact.id: voices[one.document] for one in facts if one.document in voices}
    return Sides(visit.id, voices, tuple(sides(visit, [one.fact for one in facts], by_fact)))


router = Router("/", route_handlers=[ways, country, leader, compare, both_sides], tags=["comparing"])
