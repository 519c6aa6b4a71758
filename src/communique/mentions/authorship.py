"""Turns the words "I" and "our leader" into whom they mean: the author of a page, the country it is written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.grammar import lazy
from communique.mentions.scan import Atom

if TYPE_CHECKING:
    from communique.mentions.page import Page
    from communique.mentions.people import Figure

FIRST_PERSON = lazy(r"(?:^|[.:] |\n)(?:\w+,? ){0,4}I (?:am|will|have|was|had|met|told|visit|travel|welcomed?|look)\b")
RETURNS = lazy(r"\bI (?:will )?(?:return|go back|come back|fly back|fly home|travel back) to ")
HEAD = 800  # characters in which a text in the first person shows itself
OUR = lazy(r"\b[Oo]ur (?:leaders?|head of state|president|premier|prime minister|country|embassy)\b")
NAMED = 2  # times at least that a text names the country that it calls its own
MINISTER = 3  # rank of an author at least


def author_of(page: Page) -> Figure | None:
    """Whom the first lines name before the first "I", or who leads the country that he says he returns to."""
    start = page.text.body_start
    first = None if page.is_transcript else FIRST_PERSON.search(page.clean, start, start + HEAD)
    if first is None:
        return None
    page.authored = False
    for index in range(page.index_at(max(start, first.start())) + 1):
        for item in page.sentence(index).of("person"):
            figure: Figure = item.value
            if figure.country and (figure.rank or 0) >= MINISTER and FIRST_PERSON.search(page.clean, item.end):
                page.authored = True
                return figure
    page.authored = True
    back = RETURNS.search(page.clean, start)
    atoms = page.atoms_in(back.end(), back.end() + 30) if back else []
    lands = [atom.entry.refs["country"][0] for atom in atoms if "country" in atom.entry.refs]
    return page.memory.in_office("leader", lands[0], former=False) if lands else None


def says_i(page: Page, start: int, end: int) -> bool:
    """Whether an "I", "me" or "my" is the author's: outside quotation marks, in a text whose author is known."""
    if page.clean[start:end] == "i" or not page.authored or page.author is None:
        return False
    return not is_open(page.clean[page.clean.rfind("\n", 0, start) + 1 : start])


def is_open(before: str) -> bool:
    """Whether quotation marks that open in some words are still open at their end."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def our_country(text: str, atoms: Iterable[Atom]) -> str | None:
    """The country of "our leader": of those that the text names often, the first that is not where he goes.

    Where he goes is told by the first place behind his name; None where no other country is named twice.
    """
    our = OUR.search(text)
    if our is None:
        return None
    named: Counter[str] = Counter()
    there: str | None = None
    for atom in atoms:
        refs = atom.entry.refs
        codes = [ref.rpartition("|")[2] for type_ in ("city", "country") for ref in refs.get(type_, ())[:1]]
        if there is None and atom.start > our.end() and codes:
            there = codes[0]
        for type_ in ("country", "demonym"):
            named.update(refs.get(type_, ())[:1])
    return next((code for code, count in named.most_common(3) if code != there and count >= NAMED), None)
