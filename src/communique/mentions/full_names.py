"""A text and the names found in it → whom a bare surname means by the names that the text writes in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from communique.knowledge import Holder
from communique.mentions.naming import beginnings, share_first, surname
from communique.mentions.recalled import BEFORE_NAME

if TYPE_CHECKING:
    from communique.mentions.scan import Atom

INTRODUCED = (  # "says Lee Seong-hyon, a scholar": a name, and in small letters who that is
    r"\b(?P<before>(?:[A-ZÀ-Þ](?:\.|[\w'’-]*) ){{0,3}}){0}(?P<behind> [A-ZÀ-Þ][\w'’-]+)?,(?= [a-z])"
)
CALLED = (  # "Adviser Daleep Singh", "activist Bob Moses", "Robert Parris Moses was"
    r"(?:\b(?:[Aa]dvis[eo]r|[Ss]ecretary|[Ss]pokes\w+|Ambassador|Senator|Representative|Governor|Mayor|Admiral|Professor"
    r"|Justice|Judge|(?!\w*(?:ther|sister|daughter)\b)[a-z]{{2,}}(?:er|or|ist|ian|ant))"
    r" (?P<first>[A-ZÀ-Þ](?:\.|[\w'’-]+)) (?:[A-ZÀ-Þ](?:\.|[\w'’-]+) )?"
    r"|(?:^|\n)(?P<opens>[A-ZÀ-Þ][\w'’-]+) (?:[A-ZÀ-Þ](?:\.|[\w'’-]+) )(?={0} (?:was|is|has|had|who)\b)){0}\b"
)
NO_NAME = BEFORE_NAME | {  # what stands before a surname and is no first name
    "President", "Prime", "Minister", "Premier", "Chancellor", "Vice", "Deputy", "Foreign", "Secretary", "King",
    "Prince", "Sheikh", "General", "Marshal", "Leader", "Comrade", "Señor", "Madame",
}  # fmt: skip
WORDS = {  # surnames that are words or first names as well
    "Key", "English", "May", "Major", "Brown", "Ford", "Heath", "Park", "Hope", "Day", "Abe", "Kan", "Michel", "Martin",
    "Philippe", "Felipe", "Albert", "Thomas", "Carter", "Howard", "Turner", "Williams", "Davis", "Roberts", "Simon",
}  # fmt: skip
GREAT = ("USA", "GBR", "FRA", "DEU", "RUS", "SUN")  # whose leaders are called by their surnames everywhere
SHORTEST = 5  # letters of a surname by which one is remembered
LONG = 7  # letters of a surname that is hardly anything else
PLACED = ("country", "demonym", "city")  # kinds of names that place a text


class FullNames:
    """The full names that a text writes, by their first and last word; none where two persons share it."""

    def __init__(self, clean: str, atoms: Sequence[Atom]) -> None:
        """`atoms`: the names that were found in the clean text."""
        self._clean, self._atoms = clean, atoms
        self._introduced: dict[str, list[set[str]]] = {}

    def __call__(self, surname: str) -> str | None:
        """The full name with this word; None where the text writes none, or two."""
        return self._by_word.get(surname)

    def has_any(self, holders: Iterable[Holder]) -> bool:
        """Whether one of these is named by his surname anywhere in the text."""
        named = [atom.entry.text.casefold() for atom in self._atoms if atom.entry.type == "person"]
        return any(surname(holder.name) in text for holder in holders for text in named)

    def is_of_another(self, surname: str, known: str) -> bool:
        """Whether the text introduces somebody by this surname and by none of the known person's other names."""
        own = beginnings(known, surname)
        return bool(own) and any(firsts and not firsts & own for firsts in self._firsts(surname))

    def is_anothers(self, surname: str, known: Holder | None) -> bool:
        """Whether a surname is that of a house, or of somebody in the text whom the tables do not know by this name."""
        if known is None or " of " in known.person:
            return known is not None
        hits = re.finditer(CALLED.format(re.escape(surname)), self._clean)
        called = [hit["first"] or hit["opens"] for hit in hits if hit.end() not in self._listed]
        firsts = [first for first in called if first not in NO_NAME]
        return any(not share_first(f"{first} {surname}", known.name, surname) for first in firsts)

    def may_mean(self, surname: str, country: str) -> bool:
        """Whether a text without a day may mean a country's leader by this surname: long, or his land is named too."""
        if surname in WORDS:
            return False
        return len(surname) >= LONG or self.places(country)

    def is_of_former(self, surname: str, leaders: Sequence[Holder], home: str | None) -> bool:
        """Whether a text may mean somebody by this surname who no longer leads a country: "Thatcher came in 1988".

        He is the only one of the name, and his land a great power, the author's, or one that the text names.
        """
        if len({one.person for one in leaders}) != 1 or surname in WORDS or len(surname) < SHORTEST:
            return False
        land = leaders[0].country
        known = land in (*GREAT, home) or self.places(land)
        return known and not self.is_of_another(surname, leaders[0].name)

    def placed(self, holders: tuple[Holder, ...], holds: Callable[[Holder], bool]) -> tuple[Holder, ...]:
        """Several of one name: who is in office first, then whose country the text names: "King Abdullah"."""
        if not holders[1:]:
            return holders
        return tuple(sorted(holders, key=lambda one: (not holds(one), not self.places(one.country))))

    def places(self, country: str) -> bool:
        """Whether the text names a country, its people or one of its cities."""
        return any(atom.entry.type in PLACED and country in atom.entry.codes for atom in self._atoms)

    def _firsts(self, surname: str) -> list[set[str]]:
        """Of each that is introduced by a surname the beginnings of the other names."""
        found = self._introduced.get(surname)
        if found is None:
            hits = re.finditer(INTRODUCED.format(re.escape(surname)), self._clean)
            words = [f"{hit['before']}{hit['behind'] or ''}".split() for hit in hits]
            found = [{word[:2] for word in name if word not in NO_NAME} for name in words]
            self._introduced[surname] = found
        return found

    @cached_property
    def _listed(self) -> set[int]:
        """Where the full names end that the tables know."""
        return {atom.end for atom in self._atoms if atom.entry.type == "person" and " " in atom.entry.text}

    @cached_property
    def _by_word(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for atom in self._atoms:
            if atom.entry.type == "person" and not atom.entry.weak:
                words = atom.entry.text.split()
                for word in {words[0], words[-1]}:
                    found[word] = atom.entry.text if found.get(word, atom.entry.text) == atom.entry.text else ""
        return {word: text for word, text in found.items() if text}
