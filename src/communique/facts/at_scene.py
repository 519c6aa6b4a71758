"""A page without a telling of a visit to where it was written → the visit that its first sentences show by a scene.

"TALLINN, Jan. 11 - President Penn won a promise from Estonia on Thursday and told a news conference beside President
Moor": who is there from abroad, with somebody of the country, on the day of the text, is there on a visit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook.adjuncts import load_adjuncts
from communique.facts.journey_told import Telling, worth_telling
from communique.grammar import lazy
from communique.mentions import Figure, Page
from communique.mentions.making import NOBODY
from communique.text import Span, resolve

TOGETHER = lazy(
    r"\b(?:met|meets|hugged|greeted|received|welcomed|hosted|talks|beside|alongside|next to|news conference"
    r"|hand in hand|embraced|shook hands|handshake|sat down|signed|banquet|dinner|lunch|laid a wreath"
    r"|red carpet|guard of honou?r|honou?r guard)\b"
)
COMING = lazy(
    r"\b(?:visit\w*|trip|tour|arriv\w+|landed|flew (?:in|home|out)|guests?|hosts?|swing|stopover|travell?ed)\b"
)
APART = lazy(r"\b(?:phone|telephone|video|virtual\w*|summit|general assembly|sidelines|margins|forum|by letter)\b")
AHEAD = lazy(r"\b(?:will|would|to|is due to|plans to) (?:\w+ )?(?:meet|hold|host|receive|welcome|visit|arrive)\b")
LEAD = 4  # sentences behind the title that show the scene
RANK = 3  # of him who is there
SEATS = ("BEL", "CHE", "AUT")  # where many meet who visit nobody


def at_scene(page: Page, found: Sequence[Telling]) -> Iterator[Telling]:
    """The visit, where no telling but one of an earlier or later day goes to the country of the dateline."""
    land = page.dateline
    if land is None or land in SEATS or page.is_transcript or any(t.host_country == land for t in found):
        return
    first = page.index_at(page.dated[1])
    lead = range(first, min(first + LEAD, len(page.spans)))
    start, end = page.spans[first][0], page.spans[lead[-1]][1]
    if APART.search(page.low, start, end) or not (TOGETHER.search(page.low, start, end) and COMING.search(page.low)):
        return
    people = [(index, i.value) for index in lead for i in page.sentence(index).of("person")]
    hosts: list[Figure] = [f for _, f in people if f.country == land and (f.rank or 0) >= RANK]
    guests: list[tuple[int, Figure]] = [
        (index, f) for index, f in people
        if f.country not in (land, None) and (f.rank or 0) >= RANK and f.name and f.why != NOBODY
    ]  # fmt: skip
    if not hosts or len({f.country for _, f in guests}) != 1:
        return
    index, guest = guests[0]
    if any(t.host_country == guest.country and t.guest_country == land and t.sentence in lead for t in found):
        return  # told where the traveller comes from: "COLOMBO - President Penn, on a visit to Vesta, met its premier"
    sentence = page.sentence(index)
    if AHEAD.search(sentence.shadow.text):
        return
    if any(f.field in ("sidelines", "distance") for f in load_adjuncts().read(sentence.shadow.text)):
        return
    telling = Telling(
        sentence=index, start=sentence.start, end=sentence.end, rule="visit.at_scene", guest=guest,
        guest_country=guest.country, host=hosts[0], host_country=land, when=_day(page, index),
    )  # fmt: skip
    if worth_telling(telling):
        yield telling


def _day(page: Page, index: int) -> Span | None:
    """The day of the scene: the first weekday of its sentence, no later than the text."""
    for item in page.sentence(index).of("date"):
        if item.start < page.dated[1]:
            continue
        span = resolve(item.value, published=page.day, tense="past", anchor=None, year=page.year)
        return span if span is not None and span.first == span.last else None
    return None
