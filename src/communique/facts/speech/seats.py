"""Turns a mention that names no country ("the Chancellor", "His Majesty", "the Kremlin") into the party it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.facts.speech.parties import party_of
from communique.grammar import Item, lazy
from communique.mentions import Page, Sentence
from communique.mentions.people import HEADS, Figure
from communique.mentions.refer import figures

TITLE = 100  # characters of a name with its office, and the colon behind it
NAME_PART = lazy(r"[ -]")
TURN = lazy(r"^(?P<who>[A-Z][^\n:;.]{3,90}): (?=[A-Z])", re.M)
SPOKEN = lazy(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b")
MONARCHS = ("king", "queen", "emperor", "sultan")
PRINCES = ("emir", "sultan", "crown_prince", "prince", "grand_duke", "king")
STYLES = {  # a style, by its last word -> the offices that bear it
    "majesty": MONARCHS, "highness": PRINCES, "holiness": ("pope",), "secretary": ("secretary_of_state",),
}  # fmt: skip


def codes_meant(
    page: Page, sentence: Sentence, items: Iterable[Item], parties: tuple[str, ...], *, joint: bool
) -> tuple[str, ...]:
    """The countries and bodies that items of a sentence name, those of a group and of a pronoun among them, by code.

    `joint`: whether "we" are the parties.
    """
    codes: list[str] = []
    for item in items:
        if item.type == "group" or item.value == "they":
            codes.extend(parties if len(parties) > 1 or joint else ())  # of several of whom one is known, not his
        elif item.type == "pronoun" and item.value == "we":
            codes.extend(parties if joint else ())
        elif item.type == "pronoun":
            codes.extend(seats_of(page, sentence, item, parties))
        elif code := seat_of(page, item, parties):
            codes.append(code)
    return tuple(sorted(set(codes)))


def seat_of(page: Page, item: Item, parties: Sequence[str]) -> str | None:
    """The country or body of a name: its own, else that of the one party in which somebody holds the office."""
    code = party_of(page, item)
    if code is not None or item.type in ("country", "demonym", "body", "city"):
        return code
    if item.type == "person":
        return _of_figure(page, item.value, parties)
    if item.type == "venue":
        named = [code for atom in page.atoms_in(item.start, item.end) for code in atom.entry.codes[:1]]
        return getattr(item.value, "country", None) or next(iter(named), None)
    if item.type == "name":
        return _of_figure(page, _called(page, page.clean[item.start : item.end]), parties)
    return None


def seats_of(page: Page, sentence: Sentence, item: Item, parties: Sequence[str]) -> list[str]:
    """The countries of those whom a pronoun means."""
    found = (_of_figure(page, figure, parties) for figure in figures(page, sentence, item))
    return [code for code in found if code]


def seat_of_style(page: Page, words: str, parties: Sequence[str]) -> str | None:
    """The party whom a style stands for: "His Majesty", where one of them has a king."""
    style = words.rpartition(" ")[2]
    borne = {item.value.country for item in _bearers(page, style) if item.value.country in parties}
    if len(borne) == 1:
        return str(borne.pop())
    own = [page.home] if page.home in parties else []
    held = [code for code in own or parties if code and _held(page, code, STYLES[style])]
    return _only(held)


def _bearers(page: Page, style: str) -> list[Item]:
    """The persons who are named with a style: "His Majesty King Felipe"."""
    found: list[Item] = []
    for hit in re.finditer(rf"\b(?:His|Her) (?:\w+ )?{style.title()}\b", page.clean):
        persons = page.sentence(page.index_at(hit.start())).of("person")
        found.extend(i for i in persons if i.start <= hit.start() < i.end or 0 <= i.start - hit.end() <= 1)
    return found


def turn_of(page: Page, start: int) -> str | None:
    """The country of the one whose words a paragraph in the first person is, by the last name with a colon."""
    paragraph = page.clean[page.clean.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    turns = list(TURN.finditer(page.clean, page.text.body_start, start + TITLE)) if SPOKEN.search(paragraph) else []
    begun = (turn for turn in reversed(turns) if turn.start() <= start)
    return next((code for turn in begun if (code := _named(page, turn))), None)


def _named(page: Page, turn: re.Match[str]) -> str | None:
    """The country of the last person whom the words before a colon name."""
    sentence = page.sentence(page.index_at(turn.start()))
    named = [i for i in sentence.of("person") if turn.start() <= i.start < turn.end("who")]
    return named[-1].value.country if named else None


def _called(page: Page, word: str) -> Figure | None:
    """The person whom the text has called so, or the only one of whose name it is a part."""
    known, part = page.memory.recall(word), word.casefold()
    figures = page.memory.by_name.values() if known is None else ()
    whole = {f.name: f for f in figures if f.name and part in NAME_PART.split(f.name.casefold())}
    return known or (whole.popitem()[1] if len(whole) == 1 else None)


def _of_figure(page: Page, figure: Figure | None, parties: Sequence[str]) -> str | None:
    if figure is None or figure.country or figure.name or not figure.office or figure.former:
        return figure.country if figure else None
    code = page.known.office_code(figure.office)
    if code is None:
        return None
    led = [p for p in parties if any(h.office == code for h in page.known.leaders(p, page.memory.day))]
    if page.home in led and code in ("president", "prime_minister"):
        return page.home  # whom an office calls so is its own
    if led or (figure.rank or 0) < HEADS:  # each has advisers
        return _only(led)
    return _only([p for p in parties if _held(page, p, (code,))])


def _held(page: Page, party: str, offices: Iterable[str]) -> bool:
    day = page.memory.day
    return day is not None and any(page.known.holders(party, office, day) for office in offices)


def _only(codes: Sequence[str]) -> str | None:
    return codes[0] if len(codes) == 1 else None
