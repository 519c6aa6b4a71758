"""A match of a rule for invitations → the visit that somebody is asked to make: planned, and told by the way."""

from __future__ import annotations

from collections.abc import Container

from communique.codebook import Codebook
from communique.facts.visit.journey_told import Telling, worth_telling
from communique.facts.visit.places import at_hand, place_told
from communique.grammar import Item, Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.making import NOBODY
from communique.mentions.refer import whom

REFUSED = lazy(r"\b(?:declin|refus|reject|turn(?:ed|s|ing)? down|withdr[ae]w|rescind|withdrew)\w*\b")
ACCEPTED = lazy(r"\baccept")
ASKED = "invitation"


def invited(page: Page, sentence: Sentence, match: Match, codebook: Codebook) -> list[Telling]:
    """The visit of him who is invited, to where he is or else to the country of him who invites."""
    effects = codebook.scope.read(sentence.shadow, match.head, match.head + len(match.head_text))
    refused = REFUSED.search(match.shadow.text, max(0, match.start - 30), match.end + 40)
    end = match.head + len(match.head_text)
    asked = match.slots.get("guest")
    if asked is not None and asked.start > end and match.shadow.text.startswith(" by ", end):
        return []  # "to be invited by Penn for a visit": he is the host
    if refused or not effects.keys().isdisjoint(("negated", "conditional", "cancelled")):
        return []
    hosts = whom(page, sentence, match.items("host"))
    host = hosts[0] if hosts else None
    land = host.country if host else next((i.value for i in match.items("host") if i.type == "country"), None)
    guests = _asked_back(page, sentence, match, host) or whom(page, sentence, match.items("guest"))
    guest = next((g for g in guests if g.country and g.country != land and g.why != NOBODY), None)
    item = match.item("dest") or match.item("to")
    spot = place_told(page, item) if item is not None and item.type != "there" else None
    country = spot.country if spot else land or at_hand(page, [guest] if guest else [])
    if guest is None and match.items("guest"):
        guest = _other_side(page, country)
    telling = Telling(
        sentence=sentence.index, start=match.span()[0], end=match.span()[1], rule=match.rule.id, match=match,
        guest=guest, guest_country=guest.country if guest else None,
        host=host if host and host.country == country else None, host_country=country,
        spot=spot if spot and spot.name else None, status="planned", nominal=True,
        background=ACCEPTED.search(page.low, sentence.start, _behind(page, sentence)) is None,
    )  # fmt: skip
    return [telling] if guest is not None and country is not None and worth_telling(telling) else []


def _asked_back(page: Page, sentence: Sentence, match: Match, host: Figure | None) -> list[Figure]:
    """Of "he invited him to come" the other side of the visit that the guest or the host of it who invites is on."""
    item = match.item("guest")
    guest, land = page.first_told or (None, None)
    if item is None or item.type != "pronoun" or host is None or guest is None or land is None:
        return []
    if any(i.end <= item.start and not i.value.same_as(host) and _by_name(page, i) for i in sentence.of("person")):
        return []
    if land == host.country and guest.country != host.country:
        return [guest]
    if guest.country != host.country or len(land) != len("CHN"):
        return []
    leader = page.memory.in_office("leader", land, former=False)
    return [leader] if leader.country else []


def _by_name(page: Page, item: Item) -> bool:
    """Whether a person is called by name, and not "the President"."""
    name = item.value.name
    return name is not None and name.split()[-1] in page.clean[item.start : item.end]


def _behind(page: Page, sentence: Sentence) -> int:
    """Where the next sentence ends, in which it stands that an invitation was accepted."""
    return page.spans[min(sentence.index + 1, len(page.spans) - 1)][1]


def _other_side(page: Page, country: str | None) -> Figure | None:
    """Of the two sides of the visit told of last the one that is not of the country that invites."""
    if page.traveller is not None and page.traveller.country != country:
        return page.traveller
    if page.visited is None or page.visited == country or len(page.visited) != len("CHN"):
        return None
    leader = page.memory.in_office("leader", page.visited, former=False)
    return leader if leader.country else None


def is_accepted(page: Page, sentence: Sentence, effects: Container[str]) -> bool:
    """Whether a visit that somebody is asked to make is accepted here or in the next sentence."""
    after = page.spans[sentence.index + 1][1] if sentence.index + 1 < len(page.spans) else sentence.end
    here, both = page.clean[sentence.start : sentence.end].lower(), page.clean[sentence.start : after].lower()
    asked = "wished" in effects or ("infinitive" in effects and "accept" not in here)
    return asked and "invit" in here and "accept" in both
