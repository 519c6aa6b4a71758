"""Turns a page into its pairs of a guest and another land, each with the signs by which it is weighed as a visit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log1p

import msgspec

from communique.codebook import LETTERS
from communique.facts.ties import country_of
from communique.facts.visit.journey_told import NOT_NOW, Telling, is_visited, travels
from communique.grammar import Item, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.making import NOBODY
from communique.mentions.refer import figures, whole

MOST = 80  # sentences from the first that are looked at
LEAD = 3  # sentences behind the title in which a text says what it is about
RANK = 3  # of him who travels, or by whom it can be told where somebody is
HEAD = 5  # rank of heads of state and government
BEFORE = 25  # characters in which a preposition stands before a place
AT = lazy(r"\b(?:in|at|to|into|from|through|outside|near|around|across|inside)(?: the| downtown| central)? $")
INTRODUCED = lazy(r"(?!(?:Mr|Mrs|Ms|Dr|Sir)\b)[^\W\d_][\w.'’-]+ [^\W\d_]")
COMING = lazy(
    r"\b(?:visit\w*|trip|tour|journey|stay(?:ed)?|guest|arriv\w+|land(?:ed|s)|fl(?:ew|y|ies|ying)|travel\w*|came|went|stop\w*"
    r"|delegation|plane|aircraft|airport|runway|motorcade|train)\b"
)
APART = lazy(
    r"\b(?:phone|telephone|video|virtual\w*|called|call with|sidelines|margins|summit|general assembly|forum"
    r"|by letter)\b"
)


TIME_THERE = lazy(rf"\([^()]{{0,12}}{LETTERS['date']} in (?:the )?$")  # "on Friday (Saturday in Moor)"


class Heard(msgspec.Struct):
    """One sentence: its part of the text, who is spoken of in it, and the lands of its places, with those "in" them."""

    sentence: Sentence
    part: str
    people: list[tuple[Item, Figure]]
    named: set[str]
    placed: set[str]


class Pair(msgspec.Struct):
    """A guest and another land; `signs`: how the page speaks of both; `together`: the sentences that name both."""

    guest: Figure
    land: str
    signs: dict[str, float]
    together: list[Heard]


def spoken_of(page: Page) -> list[Heard]:
    """The first sentences of a page as they speak of people and places; none where nothing in it tells of a journey."""
    return [] if page.is_transcript or not COMING.search(page.low) else list(_heard(page))


def pairs(page: Page, heard: Sequence[Heard], told: Sequence[Telling]) -> Iterator[Pair]:
    """Every pair of a page that one of its sentences names together, with its signs; `told`: visits told outright."""
    persons, places, spots = Counter[str](), Counter[str](), Counter[str]()
    for one in heard:
        persons.update(f.country for _, f in one.people if f.country)
        places.update(one.placed)
        spots.update(_spots(one.sentence))
    guests = _guests(heard)
    spoken = sum(len(mine) for _, mine in guests) or 1
    ahead = {land: _of_parts(heard, land) for land in [*persons, *places, *spots]}
    for rank, (guest, mine) in enumerate(guests):
        if not any(_introduces(page, one, guest) for one in mine):
            continue  # a bare surname may be anybody's
        for land, named_ahead in ahead.items():
            together = [one for one in mine if land in one.named]
            if land == guest.country or not together or not is_visited(land):
                continue
            signs = {
                "most spoken of": float(rank == 0),
                "share": len(mine) / spoken,
                "head": float((guest.rank or 0) >= HEAD),
                "former": float(guest.former),
                "persons there": log1p(persons[land]),
                "placed there": log1p(places[land]),
                "share of places": spots[land] / (spots.total() or 1),
                "together in it": log1p(sum(land in one.placed for one in together)),
                "coming": log1p(sum(COMING.search(one.sentence.shadow.text) is not None for one in together)),
                "apart": log1p(sum(_apart(one, land) for one in together)),
                "together ahead": float(any(one.part != "body" for one in together)),
            }
            yield Pair(guest, land, signs | named_ahead | _of_page(page, guest, land, told), together)


def _of_parts(heard: Sequence[Heard], land: str) -> dict[str, float]:
    """How the title and the first sentences name a land."""
    signs = {}
    for part in ("title", "lead"):
        here = [one for one in heard if one.part == part]
        signs[f"its person in {part}"] = float(any(f.country == land for one in here for _, f in one.people))
        signs[f"its name in {part}"] = float(any(land in one.named for one in here))
    return signs


def _of_page(page: Page, guest: Figure, land: str, told: Sequence[Telling]) -> dict[str, float]:
    """Where the page was written, and whether it tells a visit the other way."""
    back = [t for t in told if t.sides == (land, guest.country)]
    return {
        "written there": float(page.scene == land),
        "written at home": float(page.scene == guest.country),
        "written elsewhere": float(page.scene not in (None, land, guest.country)),
        "told back": float(bool(back)),
        "told back now": float(any(_now(t) for t in back)),
        "another told there": float(
            any(t.host_country == land and _now(t) and t.guest_country != guest.country for t in told)
        ),
    }


def _now(telling: Telling) -> bool:
    return not telling.background and telling.status not in NOT_NOW


def _heard(page: Page) -> Iterator[Heard]:
    first = page.index_at(max(page.dated[1], page.text.body_start))
    if first == 0 and not page.dated[1]:
        first = 1  # a text begins with its title
    for index in range(min(len(page.spans), MOST)):
        sentence = page.sentence(index)
        people = [
            (item, whole(page, figure))
            for item in sentence.of("person", "pronoun")
            for figure in figures(page, sentence, item)
        ]
        part = "title" if index < first else "lead" if index < first + LEAD else "body"
        people = [(item, f) for item, f in people if f.country and f.why != NOBODY and _counts(f)]
        there = [(item, land) for item in sentence.items if (land := _land(item)) and not is_clock(sentence, item)]
        named = {land for _, land in there} | {str(f.country) for _, f in people}
        placed = {land for item, land in there if item.type in ("city", "venue", "country") and _at(sentence, item)}
        yield Heard(sentence, part, people, named, placed)


def _introduces(page: Page, heard: Heard, guest: Figure) -> bool:
    """Whether a sentence names somebody by more than a surname: with his first name, his office, his country."""
    mine = [item for item, figure in heard.people if item.type == "person" and figure.same_as(guest)]
    return any(INTRODUCED.search(page.clean, item.start, item.end) for item in mine)


def _counts(figure: Figure) -> bool:
    return (figure.rank or 0) >= RANK or figure.former or travels(figure)


def _land(item: Item) -> str | None:
    return country_of(item.value) if item.type in ("city", "venue", "country", "demonym", "body") else None


def _at(sentence: Sentence, item: Item) -> bool:
    """Whether a preposition of place stands before a name."""
    at = sentence.shadow.place_of(item.start)
    return AT.search(sentence.shadow.text, max(0, at - BEFORE), at) is not None


def is_clock(sentence: Sentence, item: Item) -> bool:
    """Whether a place only says by whose clock it was: "on Friday (Saturday in Moor)"."""
    at = sentence.shadow.place_of(item.start)
    return TIME_THERE.search(sentence.shadow.text, max(0, at - BEFORE), at) is not None


def _apart(heard: Heard, land: str) -> bool:
    """Whether a sentence tells of both by telephone, or at a meeting of many."""
    return APART.search(heard.sentence.shadow.text) is not None and any(f.country == land for _, f in heard.people)


def _spots(sentence: Sentence) -> list[str]:
    return [land for item in sentence.of("city", "venue") if (land := _land(item)) and not is_clock(sentence, item)]


def _guests(heard: Sequence[Heard]) -> list[tuple[Figure, list[Heard]]]:
    """Everybody who is spoken of, each with the sentences in which he is; whom most tell of first."""
    found: list[tuple[Figure, list[Heard]]] = []
    for one in heard:
        for _, figure in one.people:
            at = next((i for i, (known, _) in enumerate(found) if known.same_as(figure)), None)
            if at is None:
                found.append((figure, [one]))
                continue
            known, mine = found[at]
            found[at] = (figure if figure.name and not known.name else known, mine)
            if mine[-1] is not one:
                mine.append(one)
    return sorted(found, key=lambda pair: -len(pair[1]))
