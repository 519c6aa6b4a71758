"""Turns a sentence into its pairs of somebody and a foreign place, each with the forms that tell whether he was there.

"Ronald Reagan's stay in Beijing in the spring of 1984", "he ate noodles in a Beijing back street": the verbs by which
people turn out to be somewhere are without end; what stands about the person and about the place is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.facts.assessment.forms import NAMES, TOKEN
from communique.facts.ties import country_of
from communique.facts.visit.journey_told import Sides, Telling, is_visited
from communique.facts.visit.spoken_of import Heard
from communique.grammar import Item, lazy
from communique.mentions import Figure, Page

OF_A_TITLE = lazy(r"\b(?:republic|kingdom|state|union|federation|government|people|embassy|parliament) of (?:the )?$")
OWNER = lazy(r"\b[A-ZÀ-Þ][\w-]+['’]s (?:[\w-]+ ){0,3}(?:visit|trip|tour|journey|stay)\b")
PLACES = ("city", "venue", "country")
LETTERS_ABOUT = 60  # of a sentence before or behind a name in which its neighbours are looked for
BETWEEN, BRIEF = 14, 4  # words between both that all count, and so few that they count as a whole
FAR = (4, 9, 16)  # words between from which on they stand near, far, farther apart
BESIDE = 12  # letters from a place in which a date is its own
BREAKS = frozenset((",", ";", ":", "and", "that", "who", "which", "while", "but", "when", "—", "–"))
TELLING = frozenset((  # words of a sentence that say much of what it tells, wherever they stand
    "if", "not", "never", "no", "will", "would", "could", "said", "phone", "telephone", "call", "summit", "first",
    "last", "since", "before", "after", "ago", "visit", "trip", "embassy", "ambassador", "born", "war", "troops",
    "sanctions", "against",
))  # fmt: skip


class Whereabouts(msgspec.Struct):
    """Somebody and a place of another land; `mine` is None where the sentence before named him."""

    heard: Heard
    guest: Figure
    mine: Item | None
    its: Item
    land: str
    forms: dict[str, float]


def whereabouts(page: Page, heard: Sequence[Heard], told: Sequence[Telling]) -> Iterator[Whereabouts]:
    """Every such pair of a page's sentences, in order; `told`: the visits that it tells otherwise."""
    of_page = _OfPage(page, told)
    last: Figure | None = None
    for one in heard:
        unknown = _unknown(page, one)
        named = [(item, figure) for item, figure in one.people if figure.name and not _may_be(item, unknown)]
        before: list[tuple[Item | None, Figure]] = [(None, last)] if last is not None and unknown is None else []
        for its, land in _places(one) if named or before else ():
            there = _of_place(one, its, land)
            for mine, figure in named or before:
                if land != figure.country and mine is not its and not _another_between(one, mine, its):
                    forms = of_page.forms(one, figure, land) | there | _of_person(one, mine, figure, its)
                    yield Whereabouts(one, figure, mine, its, land, forms)
        if one.sentence.of("person") or named:
            last = named[-1][1] if named else None


def _unknown(page: Page, one: Heard) -> int | None:
    """Where a sentence first names somebody whom no table knows, who may be there instead: "Brodt's visit to Vesta"."""
    known = {item.start for item in one.sentence.items}
    owners = (hit.start() for hit in OWNER.finditer(page.clean, one.sentence.start, one.sentence.end))
    names = [item.start for item in one.sentence.of("name")]
    return min([*names, *(at for at in owners if at not in known)], default=None)


def _may_be(item: Item, unknown: int | None) -> bool:
    """Whether "he" stands behind somebody's name that no table knows, who may be meant: "Penn's visit … his office"."""
    return item.type == "pronoun" and unknown is not None and unknown < item.start


def _places(one: Heard) -> list[tuple[Item, str]]:
    """The places of a sentence that somebody can visit, each with its land."""
    places = [(item, country_of(item.value)) for item in one.sentence.of(*PLACES)]
    shadow = one.sentence.shadow
    return [
        (item, land)
        for item, land in places
        if land and is_visited(land) and not OF_A_TITLE.search(shadow.text, 0, shadow.place_of(item.start))
    ]


def _another_between(one: Heard, mine: Item | None, its: Item) -> bool:
    """Whether somebody of whom nothing is known stands between both: "Modi …, since Penn's visit to Vesta"."""
    if mine is None:
        return False
    known = {item.start for item, _ in one.people}
    first, last = sorted((mine.start, its.start))
    return any(first < item.start < last and item.start not in known for item in one.sentence.of("person"))


class _OfPage:
    """What a page tells of visits and where it was written, against which a pair is held."""

    def __init__(self, page: Page, told: Sequence[Telling]) -> None:
        now = [telling for telling in told if not telling.background]
        self.scene = page.scene
        self.main = next((telling for telling in now if telling.title), now[0] if now else None)
        self.pairs = {telling.sides for telling in told}
        self.here: dict[int, set[Sides]] = {}
        for telling in told:
            self.here.setdefault(telling.sentence, set()).add(telling.sides)

    def forms(self, one: Heard, guest: Figure, land: str) -> dict[str, float]:
        """The forms that a pair of a sentence has from its page."""
        main, own = self.main, guest.country
        here = self.here.get(one.sentence.index, set())
        beside = here if (own, land) not in here else set[Sides]()
        holds = {
            "another told here": bool(beside),
            "the guest told elsewhere here": any(going == own for going, _ in beside),
            "another told there here": any(to == land for _, to in beside),
            "pair told": (own, land) in self.pairs,
            "pair told back": (land, own) in self.pairs,
            "written there": self.scene == land,
            "written at home": self.scene == own,
            "no visit told": main is None,
        }
        if main is not None:
            holds |= {
                "of guest's land": main.guest_country == own,
                "to host's land": main.host_country == land,
                "of host's land": main.host_country == own,
                "to guest's land": main.guest_country == land,
                "the guest": main.guest is not None and main.guest.same_as(guest),
            }
        return {name: 1.0 for name, held in holds.items() if held}


def _of_place(one: Heard, its: Item, land: str) -> dict[str, float]:
    """The forms that a pair has from the place in its sentence, whoever is there."""
    shadow = one.sentence.shadow
    text, place = shadow.text, shadow.place_of(its.start)
    before, after = _ahead(text, place, 3), _behind(text, place + 1, 2)
    dates = one.sentence.of("date")
    holds = {
        "date beside": any(abs(shadow.place_of(date.start) - place) <= BESIDE for date in dates),
        "host named": any(figure.country == land for _, figure in one.people),
        "quoted": '"' in text or "“" in text,
    }
    return dict.fromkeys(
        (
            f"place {its.type}",
            *(f"before {' '.join(before[-n:])}" for n in (1, 2, 3)),
            *(f"after {' '.join(after[:n])}" for n in (1, 2)),
            "dated" if dates else "undated",
            f"part {one.part}",
            *(f"sentence {word}" for word in TELLING.intersection(_words(text, 0, len(text)))),
            *(name for name, held in holds.items() if held),
        ),
        1.0,
    )


def _of_person(one: Heard, mine: Item | None, guest: Figure, its: Item) -> dict[str, float]:
    """The forms that a pair has from the person, and from what stands between him and the place."""
    shadow = one.sentence.shadow
    text, place = shadow.text, shadow.place_of(its.start)
    forms = {f"rank {guest.rank or 0}": 1.0}
    if guest.former:
        forms["former"] = 1.0
    if mine is None:
        forms["absent"] = 1.0
        forms.update((f"lead {word}", 1.0) for word in _ahead(text, place, 8))
    else:
        forms.update(_apart(text, shadow.place_of(mine.start), place))
        forms["pronoun" if mine.type == "pronoun" else "named"] = 1.0
    return forms


def _apart(text: str, person: int, place: int) -> dict[str, float]:
    """The forms of what stands about a person and between him and a place, by their places in the shadow."""
    before, after = _ahead(text, person, 2), _behind(text, person + 1, 3)
    order = "on" if person < place else "back"
    between = _words(text, min(person, place) + 1, max(person, place))
    near = between if len(between) <= BETWEEN else between[: BETWEEN // 2] + between[-BETWEEN // 2 :]
    forms = dict.fromkeys(
        (
            order,
            *(f"person before {' '.join(before[-n:])}" for n in (1, 2)),
            *(f"person after {' '.join(after[:n])}" for n in (1, 2, 3)),
            *(f"{order} {word}" for word in near),
            f"{order} far {sum(len(between) >= words for words in FAR)}",
            f"{order} persons {min(2, between.count('<person>'))}",
            f"{order} places {min(2, between.count('<city>') + between.count('<country>'))}",
        ),
        1.0,
    )
    if len(between) <= BRIEF:
        forms[f"{order} all {' '.join(between)}"] = 1.0
    forms["breaks"] = min(3, sum(word in BREAKS for word in between)) / 3
    return forms


def _words(text: str, start: int, end: int) -> list[str]:
    return ["#" if word.isdigit() else NAMES.get(word, word) for word in TOKEN.findall(text, start, end)]


def _ahead(text: str, at: int, number: int) -> list[str]:
    """The last words before a place of a shadow; `^` where there are fewer."""
    return [*["^"] * number, *_words(text, max(0, at - LETTERS_ABOUT), at)][-number:]


def _behind(text: str, at: int, number: int) -> list[str]:
    """The first words from a place of a shadow on; `$` where there are fewer."""
    return [*_words(text, at, at + LETTERS_ABOUT), *["$"] * number][:number]
