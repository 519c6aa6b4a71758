"""Turns one sentence's matches of the visit rules into tellings: who went where, when, at what level, as said there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

import msgspec

from communique.codebook import Codebook
from communique.codebook.adjuncts import Found, load_adjuncts
from communique.grammar import Item, Match, best_by_head
from communique.mentions import Figure, Page, Sentence
from communique.mentions.page import Spot
from communique.mentions.refer import figures
from communique.text import Span, counts, durations, resolve

UN_SEATS = ("New York", "Geneva")  # meetings of foreigners there are no visits to the host's leader
TRAVELLERS = (
    "envoy", "adviser", "advisor", "royal", "prince", "princess", "party", "speaker", "chair", "representative",
)  # fmt: skip
KIND_NOUNS = ("visit", "trip", "tour", "stay", "journey", "visits", "trips")


PAST = ("met", "went", "flew", "left", "came", "paid", "made", "was", "were", "held", "set", "began", "had", "been")


OTHER_DATE = re.compile(r"\b(?:announced|said|told|spoke|agreed|reported|wrote|added|confirmed)\b[^;]*$")  # its own date


class Telling(msgspec.Struct, kw_only=True):
    """One visit as one sentence tells it. Spans count in the repaired text."""

    sentence: int
    start: int
    end: int
    rule: str
    match: Match | None = None
    guest: Figure | None = None
    guest_country: str | None = None
    host: Figure | None = None
    host_country: str | None = None
    spot: Spot | None = None
    when: Span | None = None
    kind: str | None = None
    status: str | None = None
    days: int | None = None
    notice: str | None = None
    occasion: str | None = None
    combined_with: str | None = None
    count: int | None = None
    count_year: str | None = None
    background: bool = False
    nominal: bool = False
    title: bool = False


def tellings(page: Page, sentence: Sentence, codebook: Codebook) -> list[Telling]:
    """Every visit that a sentence tells of, in order; a tour gives one for each country."""
    matches = best_by_head(codebook.family("visit").matches(sentence.shadow, sentence.triggers))
    if not matches:
        return []
    beside = load_adjuncts().read(sentence.shadow.text)
    found: list[Telling] = []
    for match in matches:
        made = _tellings_of(page, sentence, match, beside, codebook)
        found.extend(made)
    if found:
        _attach(page, sentence, found, beside)
    return found


def _tellings_of(
    page: Page, sentence: Sentence, match: Match, beside: list[Found], codebook: Codebook
) -> list[Telling]:
    if match.rule.gives.get("reading") == "meeting":
        return _met_at(page, sentence, match, beside, codebook)
    guests, hosts = _people(page, sentence, match, "guest"), _people(page, sentence, match, "host")
    host_country = _country_of(match.item("host")) or next((h.country for h in hosts if h.country), None)
    land = match.item("land")
    effects = codebook.scope.read(sentence.shadow, match.head, match.head + len(match.head_text))
    status, certain = _status(match, effects, sentence)
    if not certain:
        return []
    if match.items("lands"):
        guests = [page.memory.in_office("leader", item.value, former=False) for item in match.items("lands")]
    places = [_place(page, item) for item in match.items("dest")] or [Spot(None, host_country)]
    if land is not None:
        guests, places = [], [Spot(None, page.home)]
    found = []
    for place in places:
        for guest in _leading(guests) or [None]:
            telling = Telling(
                sentence=sentence.index,
                start=match.span()[0],
                end=match.span()[1],
                rule=match.rule.id,
                match=match,
                guest=guest,
                guest_country=guest.country if guest else _country_of(land),
                host=next((h for h in hosts if h.country in (place.country, None)), None),
                host_country=place.country,
                spot=place if place.name else None,
                status=match.rule.gives.get("status") or status,
                nominal=match.head_text in KIND_NOUNS,
                title=sentence.start < page.text.body_start,
            )
            if hosts and place.country and host_country and place.country != host_country:
                continue  # received somewhere else than in the host's country: a meeting
            if _worth(telling):
                found.append(telling)
    return found


def _leading(guests: list[Figure]) -> list[Figure | None]:
    """Of guests named together the first of each country with an office that travels; the others go with them."""
    found: dict[str | None, Figure | None] = {}
    for guest in guests:
        if guest.rank is not None or guest.former or _travels(guest):
            found.setdefault(guest.country, guest)
    return list(found.values())


def _met_at(page: Page, sentence: Sentence, match: Match, beside: list[Found], codebook: Codebook) -> list[Telling]:
    """A meeting in one side's country is a visit of the other, unless it was on the sidelines or at a distance."""
    if any(f.field in ("sidelines", "distance") and not f.denied for f in beside):
        return []
    one, two = _people(page, sentence, match, "one"), _people(page, sentence, match, "two")
    place = _place(page, match.item("dest")) if match.item("dest") else None
    if not one or not two or place is None or place.name in UN_SEATS or place.name is None:
        return []
    host = next((f for f in (*one, *two) if f.country == place.country), None)
    guest = next((f for f in (*two, *one) if f.country and f.country != place.country), None)
    effects = codebook.scope.read(sentence.shadow, match.head, match.head + len(match.head_text))
    status, certain = _status(match, effects, sentence)
    if host is None or guest is None or not certain:
        return []
    telling = Telling(
        sentence=sentence.index, start=match.span()[0], end=match.span()[1], rule=match.rule.id, match=match,
        guest=guest, guest_country=guest.country, host=host, host_country=place.country, spot=place,
        status=status, title=sentence.start < page.text.body_start,
    )  # fmt: skip
    return [telling] if _worth(telling) else []


def _people(page: Page, sentence: Sentence, match: Match, slot: str) -> list[Figure]:
    return [f for item in match.items(slot) if item.type != "country" for f in figures(page, sentence, item)]


def _country_of(item: Item | None) -> str | None:
    return item.value if item is not None and item.type in ("country", "demonym", "body") else None


def _place(page: Page, item: Item | None) -> Spot:
    if item is None:
        return Spot(None, None)
    return item.value if isinstance(item.value, Spot) else Spot(None, item.value)


def _worth(telling: Telling) -> bool:
    """Whether it is a journey abroad of somebody whose journeys count."""
    if telling.guest_country is None or telling.guest_country == telling.host_country:
        return False
    if telling.guest is None:
        return telling.host_country is not None
    if telling.guest.rank is not None:
        return telling.guest.rank >= 3 or _travels(telling.guest)
    return telling.guest.former or _travels(telling.guest)


def _travels(guest: Figure) -> bool:
    office = guest.office or ""
    return any(word in office for word in TRAVELLERS) and "deputy" not in office and "assistant" not in office


def _status(match: Match, effects: Mapping[str, object], sentence: Sentence) -> tuple[str | None, bool]:
    """The status that form and scope give, and whether the telling stands at all."""
    if "cancelled" in effects:
        return "cancelled", True
    if "negated" in effects or "conditional" in effects or "wished" in effects:
        return None, False
    if "planned" in effects:
        return "planned", True
    head = match.head_text
    if head in KIND_NOUNS:
        return None, True
    if "infinitive" in effects:
        return "planned", True
    if head.endswith("ing"):
        before = sentence.shadow.text[max(0, match.head - 14) : match.head]
        return ("ongoing" if any(w in before for w in (" is ", " are ", "currently ")) else "completed"), True
    return ("completed" if head.endswith("ed") or head in PAST else None), True


def _attach(page: Page, sentence: Sentence, found: list[Telling], beside: list[Found]) -> None:
    """Gives each telling of a sentence the dates, days and adjuncts that stand nearest to it."""
    shadow = sentence.shadow
    text = page.clean[sentence.start : sentence.end]
    heads = sorted({t.match.head for t in found if t.match})
    for telling in found:
        match = telling.match
        if match is None:
            continue
        left, right = _reach(match, heads, len(shadow.text))
        for adjunct in beside:
            if not left <= adjunct.start < right:
                continue
            _apply(telling, adjunct, sentence)
        telling.when = _when(page, sentence, telling, left, right)
        for duration in durations(text):
            at = shadow.place_of(sentence.start + duration.start)
            if left <= at < right and telling.days is None:
                telling.days = duration.days
        for number, year in _counts(text):
            telling.count, telling.count_year = number, year
        if telling.when is not None and page.day and telling.status in (None, "completed", "ongoing", "planned"):
            telling.status = _by_date(telling, page.day)


def _counts(text: str) -> list[tuple[int, str | None]]:
    return [(c.number, c.year) for c in counts(text) if c.number]


def _reach(match: Match, heads: list[int], size: int) -> tuple[int, int]:
    """The stretch of the shadow whose words belong to this match and not to another."""
    before = [h for h in heads if h < match.head]
    after = [h for h in heads if h > match.head]
    return (before[-1] + 1 if before else 0), (after[0] if after else size)


def _apply(telling: Telling, found: Found, sentence: Sentence) -> None:
    if found.field == "background":
        telling.background = telling.background or not found.denied
    elif found.denied:
        return
    elif found.field == "visit_kind":
        telling.kind = telling.kind or found.value
    elif found.field == "notice":
        telling.notice = telling.notice or found.value
    elif found.field == "occasion":
        telling.occasion = telling.occasion or found.value
        if found.value == "combined" and telling.combined_with is None:
            named = [i for i in sentence.shadow.items_in(found.start, found.end + 80) if i.type in ("event", "body")]
            telling.combined_with = named[0].value if named else None


def _when(page: Page, sentence: Sentence, telling: Telling, left: int, right: int) -> Span | None:
    """The date phrase that belongs to a telling: in its stretch, after the head first, else the nearest before."""
    match = telling.match
    if match is None:
        return None
    dates = [(at, i) for at, i in sentence.shadow.items.items() if i.type == "date" and left <= at < right]
    after = [i for at, i in dates if at > match.head]
    before = [i for at, i in reversed(dates) if at < match.head]
    tense = {"completed": "past", "planned": "future", "ongoing": "present"}.get(telling.status or "")
    for item in (*after, *before):
        if item in after and OTHER_DATE.search(sentence.shadow.text, match.head, sentence.shadow.place_of(item.start)):
            continue
        span = resolve(item.value, published=page.day, tense=tense, anchor=None, year=page.year)
        if span is not None:
            return span
    return None


def _by_date(telling: Telling, day: str) -> str | None:
    """The status once the date is known: what lies after the text's day is planned, before it no longer."""
    assert telling.when is not None
    if len(day) < 10:
        return telling.status
    today = datetime.date.fromisoformat(day[:10])
    if telling.when.first > today:
        return "planned"
    if telling.when.last < today and telling.status in (None, "ongoing"):
        return "completed"
    return telling.status
