"""Turns one sentence's matches of the visit rules into tellings: who went where, when, at what level, as said there."""

from __future__ import annotations

from communique.codebook import Codebook
from communique.codebook.adjuncts import Found, load_adjuncts
from communique.facts.visit.beside import attach
from communique.facts.visit.companions import again, companions, listed, others
from communique.facts.visit.invited import ASKED, invited, is_accepted
from communique.facts.visit.journey_told import Telling, counts, travels, worth_telling
from communique.facts.visit.no_journey import is_no_journey, is_only_said_there, stays_home
from communique.facts.visit.own_subject import (
    is_his_guests,
    is_of_the_land,
    next_before_who,
    own_subject,
    the_texts_own,
)
from communique.facts.visit.places import at_hand, country_told, destinations, of_hosts, place_told
from communique.facts.visit.stops import stops
from communique.facts.visit.tense import FINITE, NOUNS, is_ahead, phase_of, status_of
from communique.grammar import Match, best_by_head, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.making import NOBODY
from communique.mentions.refer import INVITES, other_than, whole, whom
from communique.mentions.spots import Spot

DECLARED = lazy(r"\b(?:state|official|working) (?:visit|trip)\b")
RARE = lazy(r"^[^.]{0,40}\b(?:the|its|a) (?:very )?(?:first|landmark|historic|rare|unprecedented) (?:\w+ )?$")
HAS_COME = lazy(r", who (?:has|have) (?:just |now )?(?:come|arrived) to \S (?:on|for|with) an?\b")
UN_SEATS = ("New York", "Geneva")  # meetings of foreigners there are no visits to the host's leader
SEVERAL = ("visits", "trips", "journeys", "tours")


def tellings(page: Page, sentence: Sentence, codebook: Codebook) -> list[Telling]:
    """Every visit that a sentence tells of, in order; a tour gives one for each country."""
    every = list(own_subject(codebook.family("visit").matches(sentence.shadow, sentence.triggers)))
    matches = best_by_head([m for m in every if not stays_home(page, sentence, m)])
    if not matches:
        return []
    beside = load_adjuncts().read(sentence.shadow.text)
    found: list[Telling] = []
    for match in matches:
        reading = match.rule.gives.get("reading")
        if reading == "meeting":
            found.extend(_met_at(page, sentence, match, beside, codebook))
        elif reading == ASKED:
            found.extend(invited(page, sentence, match, codebook))
        else:
            found.extend(_tellings_of(page, sentence, match, beside, codebook))
    found = [telling for telling in found if not is_his_guests(telling, found)]
    if found:
        attach(page, sentence, found, beside)
        page.visited = found[-1].host_country or page.visited
        page.traveller = found[-1].guest or page.traveller
        page.first_told = page.first_told or (page.traveller, page.visited)
        found.extend(
            [*again(page, sentence, found), *companions(found), *listed(found), *others(page, sentence, found)]
        )
    return found


def _tellings_of(
    page: Page, sentence: Sentence, match: Match, beside: list[Found], codebook: Codebook
) -> list[Telling]:
    if is_no_journey(page, sentence, match, beside):
        return []
    guests, hosts = _guests(page, sentence, match), whom(page, sentence, match.items("host"))
    host_country = country_told(match.item("host")) or next((h.country for h in hosts if h.country), None)
    land = match.item("land")
    status, stands = _status(page, sentence, match, codebook)
    if not stands:
        return []
    told = [_landed(page, sentence, match, place_told(page, i, guests), guests) for i in destinations(match)]
    if is_of_the_land(page, match, guests):
        return []
    guests = the_texts_own(page, match, _not_at_home(page, sentence, match, guests, told), told)
    places = of_hosts(told, hosts)
    places = places or [
        Spot(None, host_country or _told_place(page, sentence, match) or _only_other(sentence, match, guests))
    ]
    if land is not None:
        guests, places = [], [Spot(None, page.home)]
    found = []
    at_home = (
        {f.country for f in guests}
        if any(i.type == "group" or i.value == "they" for i in match.items("guest"))
        else set()
    )
    tour = len({place.country for place in places}) > 1
    alone = len(places) == 1 or tour  # else parts of one country: no place
    for place in places:
        for guest in _leading(guests) or ([] if guests else [None]):
            telling = Telling(
                sentence=sentence.index,
                start=match.span()[0],
                end=match.span()[1],
                rule=match.rule.id,
                match=match,
                guest=guest,
                guest_country=guest.country if guest else country_told(land),
                host=next((h for h in hosts if h.country in (place.country, None)), None),
                host_country=place.country,
                spot=place if place.name and alone else None,
                status=status,
                kind=match.rule.gives.get("kind"),
                phase=phase_of(match, sentence.shadow),
                nominal=match.head_text in NOUNS or "stands" in match.rule.gives,
                tour=tour,
                background=match.rule.gives.get("mention") == "background",
                title=sentence.start < page.text.body_start,
            )
            if telling.host_country in at_home or (
                hosts and host_country and place.country not in (None, host_country)
            ):
                continue  # received somewhere else than in the host's country: a meeting
            if worth_telling(telling):
                found.append(telling)
    if len(places) == 1 and found and ("onward" in match.rule.gives or match.head_text in SEVERAL):
        found.extend(stops(page, match, found[0]))
    return found


def _status(page: Page, sentence: Sentence, match: Match, codebook: Codebook) -> tuple[str | None, bool]:
    """The status of a visit as its sentence gives it, and whether it is told at all."""
    effects = codebook.scope.read(sentence.shadow, match.head, match.head + len(match.head_text))
    status, stands = status_of(match, effects, sentence.shadow)
    if match.rule.gives.get("stands") and effects.keys().isdisjoint(("negated", "conditional", "cancelled")):
        stands = True
    if sentence.start < page.text.body_start and match.head_text in FINITE and status == "planned":
        status = None  # the present tense of a headline: what the text tells decides
    accepted = not stands and is_accepted(page, sentence, effects)
    if status != "cancelled":
        status = "planned" if accepted or is_ahead(match) else match.rule.gives.get("status") or status
    return status, stands or accepted


def _not_at_home(
    page: Page, sentence: Sentence, match: Match, guests: list[Figure], places: list[Spot]
) -> list[Figure]:
    """The guests; he whom "he" seems to mean is somebody else where he would only go home."""
    items = match.items("guest")
    if len(guests) != 1 or len(items) != 1 or items[0].value not in ("he", "she") or "homeward" in match.rule.gives:
        return guests
    land = guests[0].country
    homes = bool(places) and land is not None and {place.country for place in places} == {land}
    return other_than(page, sentence, items[0], land) if homes and land else guests


def _landed(page: Page, sentence: Sentence, match: Match, place: Spot, guests: list[Figure]) -> Spot:
    """An airport whose country nobody knows stands where the text is written, or where the one other side is."""
    if match.rule.gives.get("leg") != "arrival" or place.country or not (place.name or "").endswith("Airport"):
        return place
    land = at_hand(page, guests) or _only_other(sentence, match, guests)
    return Spot(None, land) if land else place


def _in_office(page: Page, guest: Figure) -> Figure:
    """Of "the first visit by a Vestan president" him who holds the office."""
    if guest.why != NOBODY or guest.country is None or guest.office is None:
        return guest
    return page.memory.in_office(guest.office, guest.country, former=False)


def _told_place(page: Page, sentence: Sentence, match: Match) -> str | None:
    """Where a rule says that the place is the dateline's, the one told of last, or the one other that is named."""
    place = match.rule.gives.get("place")
    if place == "other":
        own = {figure.country for figure in whom(page, sentence, match.items("guest"))}
        named = match.shadow.items_in(match.start, match.end) or sentence.items
        named = [i for i in named if i.type in ("country", "demonym", "city")] or sentence.of(
            "country", "demonym", "city"
        )
        places = {country_told(item) or place_told(page, item).country for item in named}
        return next(iter(places - own - {None}), None) if len(places - own - {None}) == 1 else None
    guests = whom(page, sentence, match.items("guest"))
    if match.rule.gives.get("guest") == "told":
        return page.first_told[1] if page.first_told else None
    if place in ("scene", "dateline"):
        here = page.visited is None or place == "dateline"
        return page.scene if here and page.scene not in {figure.country for figure in guests} else None
    if place == "returned":
        own = {figure.country for figure in guests}
        lands = (page.traveller.country if page.traveller else None, page.visited)
        return next((land for land in lands if land is not None and land not in own), None)
    if place != "visited":
        return None
    if not match.shadow.text.endswith(" where ", 0, match.start):
        return at_hand(page, guests, match.shadow.text[match.start : match.end])
    near = [i for i in sentence.of("country", "city") if i.end < match.span()[0]]
    return place_told(page, near[-1]).country if near else None  # "to Vesta, where he will stay until Friday"


def _only_other(sentence: Sentence, match: Match, guests: list[Figure]) -> str | None:
    """The one other country whose persons a sentence names: "Penn and Moor signed it on Moor's state visit"."""
    if not guests or not DECLARED.search(match.shadow.text, match.start, match.end):
        return None
    others = {i.value.country for i in sentence.of("person")} - {guests[0].country, None}
    return str(others.pop()) if len(others) == 1 else None


def _leading(guests: list[Figure]) -> list[Figure | None]:
    """Of guests named together the first of each country whose journeys count; the others go with them."""
    found: dict[str | None, Figure | None] = {}
    for guest in sorted(guests, key=lambda guest: not counts(guest)):
        if guest.why != NOBODY and (guest.rank is not None or guest.former or travels(guest)):
            found.setdefault(guest.country, guest)
    return list(found.values())


def _met_at(page: Page, sentence: Sentence, match: Match, beside: list[Found], codebook: Codebook) -> list[Telling]:
    """A meeting in one side's country is a visit of the other, unless it was on the sidelines or at a distance."""
    if any(f.field in ("sidelines", "distance") and not f.denied for f in beside) or is_only_said_there(match):
        return []
    one, two = whom(page, sentence, match.items("one")), whom(page, sentence, match.items("two"))
    place = place_told(page, match.item("dest")) if match.item("dest") else None
    if not one or not two or place is None or place.name in UN_SEATS or place.name is None:
        return []
    place = of_hosts([place], [f for f in (*one, *two) if f.country == page.scene])[0]
    host = next((f for f in (*one, *two) if f.country == place.country), None)
    guests = {f.country: f for f in (*one, *two) if f.country and f.country != place.country}
    effects = codebook.scope.read(sentence.shadow, match.head, match.head + len(match.head_text))
    status, stands = status_of(match, effects, sentence.shadow)
    if host is None or not stands:
        return []
    if HAS_COME.search(match.shadow.text, match.start, match.end + 60):
        status = "ongoing"
    found = [Telling(
        sentence=sentence.index, start=match.span()[0], end=match.span()[1], rule=match.rule.id, match=match,
        guest=guest, guest_country=guest.country, host=host, host_country=place.country, spot=place,
        status=status, title=sentence.start < page.text.body_start,
    ) for guest in guests.values()]  # fmt: skip
    return [telling for telling in found if worth_telling(telling)]


def _guests(page: Page, sentence: Sentence, match: Match) -> list[Figure]:
    """Those who go; where the slot holds him at whose invitation they do, whoever is named behind him."""
    of_rule = match.rule.gives.get("guest")
    if of_rule == "told":
        return [page.first_told[0]] if page.first_told and page.first_told[0] else []
    items = [i for i in match.items("guest") if i.type != "country"]
    near = next_before_who(match)
    if items and near is not None and near not in items:
        items = [near]
    going = [i for i in items if not INVITES.search(page.clean, sentence.start, i.start)]
    if items and not going:
        others = [i for i in match.shadow.items_in(match.start, match.head) if i.type == "person" and i not in items]
        going = others[-1:]
    rare = of_rule == "in_office" and RARE.search(match.shadow.text, 0, match.head)
    found = [whole(page, guest) for guest in whom(page, sentence, going)]
    return [_in_office(page, guest) for guest in found] if rare else found
