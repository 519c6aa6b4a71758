"""A page of which no rule tells the visit that it is about → that visit, as the page shows it by all that it says.

"Seven hours in Kyiv: what Modi's train ride did not change" tells of no visit; but who is spoken of most, with which
places around him and whom of that land, and where the text was written, are a visit's (`visit_points.csv`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook.points import load_visit_points
from communique.facts.ties import country_of
from communique.facts.visit.dated import days_of
from communique.facts.visit.journey_told import Telling, is_at_hand, worth_telling
from communique.facts.visit.no_journey import is_call, is_virtual
from communique.facts.visit.places import spot_named
from communique.facts.visit.spoken_of import APART, Heard, Pair, pairs
from communique.grammar import Item, lazy
from communique.mentions import Page
from communique.text import Span, resolve

BAR, BESIDE, OFFICIAL = 0.0, 1.0, 3.0  # points from which a pair is read, beside a visit told, of an office's page
EARLIER = 2.0  # where an earlier visit of the same guest there is told
MOST = 3  # guests of one page; where more are shown, it tells of many things
AHEAD = lazy(
    r"\b(?:(?:will|would|to|is due to|plans to|expected to) (?:\w+ )?(?:meet|hold|host|receive|welcome|visit|arrive|go)"
    r"|will (?:[^.;:]{1,30} )?(?:pay|attend|address|deliver|fly|travel))\b"
)
NEAR = 10  # days before the text in which the day of a scene lies
SEATS = ("BEL", "CHE", "AUT")  # where many meet who visit nobody


RECEIVES = lazy(  # "to be invited by Penn for a visit": who invites is not he who goes
    r"\b(?:invited|hosted|received|welcomed|greeted|invitation|guests?) (?:by|of|from) (?:the |us )?(?:\S )?$"
)


def shown(page: Page, heard: Sequence[Heard], told: Sequence[Telling]) -> Iterator[Telling]:
    """The visits that a page shows (`heard`: its sentences) and no telling tells as that of these days."""
    if is_virtual(page) or is_call(page):
        return
    points, today = load_visit_points(), page.today()
    known = {t.sides for t in told if is_at_hand(t, today)}
    earlier = [t for t in told if not is_at_hand(t, today)]
    bar = OFFICIAL if page.home else BESIDE if known else BAR
    best: dict[tuple[str | None, str], Pair] = {}
    for pair in pairs(page, heard, told):
        sides = pair.guest.country, pair.land
        if sides in known or pair.land in (*SEATS, page.home) or not pair.guest.name:
            continue  # an office that receives a guest says so
        again = any(t.sides == sides and (t.guest is None or t.guest.same_as(pair.guest)) for t in earlier)
        least = max(bar, EARLIER) if again else bar
        if points.weigh(pair.signs) >= least and not (pair.guest.former and _is_of_old(page, _best(pair))):
            best.setdefault(sides, pair)
    if len(best) <= MOST:
        found = (_telling(page, pair) for pair in best.values())
        yield from (telling for telling in found if telling is not None and worth_telling(telling))


def _telling(page: Page, pair: Pair) -> Telling | None:
    """The visit of a pair, by the sentence that shows it best; None where all tell of both apart."""
    best = _best(pair)
    if _shows(best, pair) < 0:
        return None
    sentence = best.sentence
    mine = next(item for item, figure in best.people if figure.same_as(pair.guest))
    if RECEIVES.search(sentence.shadow.text, 0, sentence.shadow.place_of(mine.start)):
        return None
    its = _place(best, pair.land, mine)
    start, end = min(mine.start, its.start), max(mine.end, its.end)
    host = next((f for _, f in best.people if f.country == pair.land), None)
    dated = [best, *(one for one in pair.together if one.part != "body" and _shows(one, pair) > 0)]
    day = next((day for one in dated if (day := _day(page, one))), None)
    return Telling(
        sentence=sentence.index, start=start, end=end, rule="visit.shown", guest=pair.guest,
        guest_country=pair.guest.country, host=host, host_country=pair.land,
        spot=spot_named(its.value),
        when=day[1] if day else None, phase="during",
        asides={"under_way": (day[0].start, day[0].end)} if day else {},
        status="planned" if AHEAD.search(sentence.shadow.text) else None,
        title=sentence.start < page.text.body_start,
    )  # fmt: skip


def _best(pair: Pair) -> Heard:
    """The sentence that shows a pair best."""
    return max(pair.together, key=lambda one: _shows(one, pair))


def _is_of_old(page: Page, one: Heard) -> bool:
    """Whether a sentence names a day of another year than the text's."""
    spans = [days_of(page, item, "past") for item in one.sentence.of("date") if item.start >= page.dated[1]]
    today = page.today()
    return today is not None and any(span is not None and span.last.year < today.first.year for span in spans)


def _shows(one: Heard, pair: Pair) -> int:
    """How well a sentence shows that the guest was there; less than nothing where it tells of both at a distance."""
    text = one.sentence.shadow.text
    host = any(figure.country == pair.land for _, figure in one.people)
    if APART.search(text) and pair.land not in one.placed:
        return -1
    dated = bool(one.sentence.of("date"))
    return (
        4 * (pair.land in one.placed) + 2 * host + 2 * (one.part != "body") + dated - 6 * bool(AHEAD.search(text)) + 6
    )


def _place(one: Heard, land: str, mine: Item) -> Item:
    """What names the land in a sentence: a place before anything else, near the guest."""
    items = [i for i in one.sentence.items if i is not mine and country_of(i.value) == land]
    items = items or [mine]
    order = ("city", "country", "venue", "person", "demonym", "body")
    return min(items, key=lambda i: (order.index(i.type) if i.type in order else len(order), abs(i.start - mine.start)))


def _day(page: Page, one: Heard) -> tuple[Item, Span] | None:
    """The day of the scene, by a date in its sentence shortly before the text: a day within the visit."""
    today = page.today()
    for item in one.sentence.of("date"):
        span = resolve(item.value, published=page.day, tense="past", anchor=None, year=page.year)
        if item.start < page.dated[1] or span is None or span.first != span.last or today is None:
            continue
        if 0 <= (today.first - span.first).days <= NEAR:
            return item, span
    return None
