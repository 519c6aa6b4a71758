"""A page and its visits → the courtesies that the guests got, or are said not to have got."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.codebook import Codebook
from communique.facts.ties import Ties, countries_in
from communique.facts.worth import worth_reading
from communique.grammar import Item, Match
from communique.mentions import Figure, Page, Sentence
from communique.mentions.page import Spot
from communique.mentions.refer import figures
from communique.records import Evidence, ProtocolFact, VisitFact

BY_GUEST = ("wreath", "parliament_address", "guest_book", "second_city", "residence", "flags", "crowds", "anthems")
STRONG = ("airport_greeting", "red_carpet", "honour_guard", "gun_salute", "welcome_ceremony", "banquet", "joint_press")
NOT_ONCE = ("second_city", "tour_with_host", "talks_venue", "airport_greeting", "dinner", "lunch", "order_or_medal")
DENIED = re.compile(r"(?<!\w)(?:no|not|never|without|neither|nor)(?!\w)|n't")
ARRIVAL = re.compile(
    r"\b(?:airport|land(?:ed|ing)|arriv\w+|tarmac|plane|aircraft|platform|railway station|touched down)\b"
)
VENUE = re.compile(r"(?<!\w)(?:at|in|on|inside|outside|before|to|into|of)(?: the)? $")
GUNS = re.compile(r"\b(\d{1,2}|twenty-one|nineteen|seventeen)\b")
WORDS = {"twenty-one": 21, "nineteen": 19, "seventeen": 17}
GUESTS = re.compile(r"\b(\d{1,4}) (?:\w+ )?(?:guests|people|persons)\b")
NEAR_PARTY = 400  # characters; a courtesy may stand that far behind the last foreign name
AWAY = re.compile(r"\band \w+ed\b|\binvit")  # another verb between the talks and the building
REACH = 60  # characters around a courtesy in which its venue, its host and its number stand


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """One courtesy as one sentence tells it; the span counts in the repaired text."""

    signal: str
    reported: str
    start: int
    end: int
    rule: str
    visit: VisitFact
    official: Figure | None = None
    venue: str | None = None
    count: int | None = None


def read_protocol(page: Page, codebook: Codebook, visits: Sequence[VisitFact]) -> list[ProtocolFact]:
    """The protocol facts of a text: of its main visits, and of another only where its own sentence tells them.

    What is told of a visit still to come is its programme, and counts as reported. Never from silence.
    """
    ties = Ties(page, visits)
    if not ties.main:
        return []
    rules = codebook.family("protocol")
    signs: list[Sign] = []
    for index in worth_reading(page, rules, near=NEAR_PARTY):
        sentence = page.sentence(index)
        if page.clean[sentence.end - 1] == "?":
            continue
        matches = rules.matches(sentence.shadow, sentence.triggers)
        visit = ties.visit_of(sentence) if matches else None
        if visit is None or visit.status == "cancelled":
            continue
        for match in sorted(matches, key=lambda m: (-m.rule.weight, m.start)):
            sign = _sign(page, sentence, match, visit, codebook)
            if sign is not None:
                signs.append(sign)
    return [_fact(group, page) for group in _grouped(signs)]


def _sign(page: Page, sentence: Sentence, match: Match, visit: VisitFact, codebook: Codebook) -> Sign | None:
    signal = match.rule.gives["signal"]
    reported = match.rule.gives.get("reported") or _reported(match, codebook)
    if reported is None or not _wanted(page, sentence, match, visit):
        return None
    if signal not in STRONG and page.is_transcript and not _about(sentence, visit):
        return None
    official = _official(page, sentence, match, visit) if signal not in BY_GUEST else None
    named = any(item.type == "person" for item in match.items("official"))
    if signal == "airport_greeting" and named and official is None:
        return None  # somebody else's airport
    start, end = match.span()
    return Sign(
        signal=signal,
        reported=reported,
        start=start,
        end=end,
        rule=match.rule.id,
        visit=visit,
        official=official if reported == "yes" else None,
        venue=_venue(page, sentence, match, visit),
        count=_count(signal, match),
    )


def _reported(match: Match, codebook: Codebook) -> str | None:
    """Whether the words say that it was so, that it was not, or neither."""
    effects: Mapping[str, object] = codebook.scope.read(match.shadow, match.head, match.head + len(match.head_text))
    if "negated" in effects or "cancelled" in effects or DENIED.search(match.shadow.text, match.start, match.end):
        return "no"
    return None if "conditional" in effects or "wished" in effects else "yes"


def _about(sentence: Sentence, visit: VisitFact) -> bool:
    """Whether the sentence itself names the guest's side."""
    return visit.guest_country in countries_in(sentence)


def _wanted(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Whether what the rule asks of the words around it holds."""
    wants = match.rule.gives.get("wants")
    text = sentence.shadow.text
    if wants == "airport":
        return any(_is_airport(page, item) for item in match.items("airport")) or not match.items("airport")
    if wants == "arrival":
        return ARRIVAL.search(text) is not None or any(_is_airport(page, i) for i in sentence.of("venue"))
    if wants == "building":
        item = match.item("venue")
        if AWAY.search(text, match.start, match.end):
            return False
        return item is not None and not _is_airport(page, item) and item.value.country == visit.host_country
    if wants == "guest":
        item = match.item("b")
        return item is None or item.value == "guest"
    if wants == "receives":
        people = [i for i in _within(match) if i.type in ("person", "pronoun")]
        return bool(people) and not any(i.type == "person" and i.value.country == visit.host_country for i in people)
    if wants == "prose":
        return not page.is_transcript or sentence.start < page.text.body_start
    if wants == "hope":
        return sentence.index > 0 and "guard" in page.clean[slice(*page.spans[sentence.index - 1])]
    if wants == "other_city":
        return _other_city(page, sentence, match, visit)
    return True


def _within(match: Match) -> list[Item]:
    return match.shadow.items_in(match.start, match.end)


def _is_airport(page: Page, item: Item) -> bool:
    name = item.value.name if isinstance(item.value, Spot) else None
    venue = page.known.venue(name) if name else None
    return venue is not None and venue.kind == "airport"


def _other_city(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    item = match.item("place") or match.item("at")
    who = match.item("guest") or match.item("who")
    if item is None or not isinstance(item.value, Spot) or who is None:
        return False
    spot = item.value
    if any(i.type == "event" for i in _within(match)):
        return False
    if spot.country != visit.host_country or spot.name in (page.known.capital(spot.country or ""), None):
        return False
    if visit.place is not None and visit.place.name == spot.name:
        return False
    return any(f.country == visit.guest_country for f in figures(page, sentence, who))


def _official(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> Figure | None:
    """The host's person who did it: the rule's slot, else whoever stands after "by" close behind."""
    items = match.items("official") or _by(match)
    for item in items:
        for figure in figures(page, sentence, item):
            if figure.country is None and figure.name:
                return msgspec.structs.replace(figure, country=visit.host_country)
            if figure.country == visit.host_country and (figure.name or figure.office):
                return figure
    return None


def _by(match: Match) -> list[Item]:
    text = match.shadow.text
    at = text.find(" by ", match.end, match.end + REACH)
    return [match.shadow.items[at + 4]] if at >= 0 and at + 4 in match.shadow.items else []


def _venue(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> str | None:
    """The named building in the match, close behind it or before it in its clause; the airport of a greeting."""
    text = sentence.shadow.text
    own = match.item("venue") or match.item("airport")
    if own is not None:
        return own.value.name if isinstance(own.value, Spot) else None
    place = match.item("place") or match.item("at")
    if place is not None and match.rule.gives.get("wants") == "other_city":
        return place.value.name if isinstance(place.value, Spot) else None
    near = [
        (at, item)
        for at, item in sentence.shadow.items.items()
        if item.type == "venue"
        and match.start - REACH <= at < match.end + REACH
        and not re.search(r"[;:]|, (?:and|while|where|after|before)", text[min(at, match.end) : max(at, match.start)])
        and VENUE.search(text, 0, at) is not None
        and item.value.country == visit.host_country
    ]
    after = [item for at, item in near if at >= match.start]
    if after or near:
        spot = (after or [near[-1][1]])[0].value
        return spot.name if isinstance(spot, Spot) else None
    return "airport" if match.rule.gives["signal"] == "airport_greeting" and "airport" in text else None


def _count(signal: str, match: Match) -> int | None:
    """Guns of a salute, guests of a meal."""
    text = match.shadow.text
    if signal == "gun_salute":
        hit = GUNS.search(text, match.start, match.end)
        return (WORDS.get(hit[1]) or int(hit[1])) if hit else None
    if signal in ("banquet", "dinner", "lunch"):
        hit = GUESTS.search(text, match.start, match.end + REACH)
        return int(hit[1]) if hit else None
    return None


def _grouped(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """The tellings of one courtesy together: one signal of one visit, at odds in no person or place."""
    groups: list[list[Sign]] = []
    for sign in signs:
        home = next((group for group in groups if _joins(group, sign)), None)
        if home is None:
            groups.append([sign])
        else:
            home.append(sign)
    yield from groups


def _joins(group: Sequence[Sign], sign: Sign) -> bool:
    one = group[0]
    if (one.signal, one.reported, one.visit.id) != (sign.signal, sign.reported, sign.visit.id):
        return False
    if sign.signal not in NOT_ONCE:
        return True
    if any(g.official and sign.official and not g.official.same_as(sign.official) for g in group):
        return False
    return not any(g.venue and sign.venue and g.venue != sign.venue for g in group)


def _fact(group: Sequence[Sign], page: Page) -> ProtocolFact:
    one = group[0]
    official = next((s.official for s in group if s.official), None)
    quotes = sorted({(s.start, s.end) for s in group})
    return ProtocolFact(
        evidence=tuple(_evidence(page, quotes)),
        rule=one.rule,
        visit=one.visit.id,
        signal=one.signal,
        reported=one.reported,  # type: ignore[arg-type]
        official=official.person() if official else None,
        rank=_rank(page, official),
        venue=next((s.venue for s in group if s.venue), None),
        count=next((s.count for s in group if s.count), None),
    )


def _rank(page: Page, official: Figure | None) -> int | None:
    if official is None:
        return None
    return official.rank if official.rank is not None else page.known.rank_of(official.office or "")


def _evidence(page: Page, quotes: Sequence[tuple[int, int]]) -> Iterator[Evidence]:
    """The quotes that do not lie within another."""
    for start, end in quotes:
        if not any((s, e) != (start, end) and s <= start and end <= e for s, e in quotes):
            yield page.text.span(start, end)
