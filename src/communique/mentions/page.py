"""One document while it is read: its sentences, composed only when somebody asks for them, and who was spoken of."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from functools import cache, cached_property, partial
from operator import attrgetter

import msgspec

from communique import knowledge
from communique.codebook import LETTERS
from communique.grammar import Item, Shadow, lazy, lower, shade
from communique.knowledge.states import state_on
from communique.mentions.authorship import author_of, says_i
from communique.mentions.buildings import BESIDE, buildings, in_their_cities
from communique.mentions.called import called
from communique.mentions.compose import Composer, composer
from communique.mentions.dateline import dated_line, dateline, written_from
from communique.mentions.full_names import FullNames
from communique.mentions.making import Maker
from communique.mentions.of_lands import of_lands
from communique.mentions.own_office import own_country
from communique.mentions.people import Figure, Memory
from communique.mentions.recalled import in_a_name, recalled
from communique.mentions.scan import Atom, Scan
from communique.mentions.spots import Spot
from communique.text import Span, Text, find_dates, sentences

MAKES: dict[str, tuple[str, ...]] = {  # what a name of a type can become when it is composed with its neighbours
    "country": ("country", "demonym"),
    "demonym": ("demonym", "country", "city"),
    "city": ("city",),
    "venue": ("venue",),
    "body": ("body",),
    "event": ("event",),
    "office": ("office", "person"),
    "person": ("person",),
    "name": ("person",),
    "there": ("there",),
}
LOOSE = ("office", "name")  # what no composition took: words such as "the two presidents" go before it
SPEAKER = lazy(r"\n(?!(?:TITLE|DATE|SOURCE|URL|AUTHOR|PUBLISHED):)(?:Q|[A-Z][A-Z .'-]{3,40}:) ")
TURNS = 3  # turns of speech from which on a text counts as a transcript


class Sentence(msgspec.Struct):
    """A sentence ready for rules: its number, span, items in order, shadow and triggers."""

    index: int
    start: int
    end: int
    items: list[Item]
    shadow: Shadow
    triggers: frozenset[str]

    def of(self, *types: str) -> list[Item]:
        """Its items of these types, in order."""
        return [item for item in self.items if item.type in types]


class Page:
    """A repaired text with its scan. Sentences are composed when first asked for, always in order of the text."""

    def __init__(self, text: Text, scan: Scan, day: str | None, year: int | None, home: str | None) -> None:
        """What is known before reading.

        Args:
            text: the repaired text.
            scan: the names and triggers in it.
            day: its publication date, EDTF.
            year: the year it was written in by its own words, where it has no date.
            home: the author's country.
        """
        self.text = text
        self.clean = text.clean
        self.scan = scan
        self.day = day
        self.year = year
        self.home = home
        self.anchor: str | None = None  # the day that the text spoke of last
        self.visited: str | None = None  # the country that the text last told somebody's visit to
        self.traveller: Figure | None = None  # whose visit the text told of last
        self.first_told: tuple[Figure | None, str | None] | None = None  # who went where, as the text told first
        self.known = knowledge.load()
        self._atom_starts = [atom.start for atom in scan.atoms]
        full_names = FullNames(text.clean, scan.atoms)
        self.memory = Memory(day or (str(year) if year else None), home, self._abroad(), full_names)
        self.memory.own = cache(partial(own_country, text.clean, text.body_start, scan.atoms, day))
        self._trigger_starts = [atom.start for atom in scan.triggers]
        self._sentences: dict[int, Sentence] = {}
        self._types: dict[tuple[int, int], frozenset[str]] = {}
        self._near: dict[int, list[tuple[Atom, frozenset[str]]]] = {}
        self.authored = True  # False while the author is looked for: no "I" can mean him yet
        self.composer: Composer = composer()
        self._maker = Maker(self)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Its sentences, half-open; split when first asked for."""
        return sentences(self.clean)

    @cached_property
    def low(self) -> str:
        """Its words in lower case, each where it stands; apostrophes straight."""
        return lower(self.clean).replace("’", "'")

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def _abroad(self) -> str | None:
        """The one country beside the author's that the title names."""
        head = self.scan.atoms[: bisect_left(self._atom_starts, self.text.body_start)]
        named = {r[0] for a in head for t in ("country", "demonym") if len(r := a.entry.refs.get(t, ())) == 1}
        others = named - {self.home}
        return others.pop() if len(others) == 1 else None

    def index_at(self, offset: int) -> int:
        """The number of the sentence in which an offset lies (the one before, between sentences)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def atoms_in(self, start: int, end: int) -> list[Atom]:
        """The names whose start lies in a half-open span."""
        return self.scan.atoms[bisect_left(self._atom_starts, start) : bisect_left(self._atom_starts, end)]

    def triggers_in(self, start: int, end: int) -> frozenset[str]:
        """The triggers of the words that start in a half-open span."""
        found = self.scan.triggers[bisect_left(self._trigger_starts, start) : bisect_left(self._trigger_starts, end)]
        return frozenset().union(*(atom.entry.triggers for atom in found)) if found else frozenset()

    @cached_property
    def party_starts(self) -> list[int]:
        """Where names of countries, bodies, places and known persons of other countries than the author's stand."""
        home = self.home
        return [a.start for a in self.scan.atoms if a.entry.codes and any(code != home for code in a.entry.codes)]

    @cached_property
    def dated(self) -> tuple[str | None, int]:
        """The country from which an agency reports, by what stands before its first words, and where that ends."""
        return dateline(self.clean, self.text.body_start) or (None, 0)

    @cached_property
    def scene(self) -> str | None:
        """The country where a text was written: of its dateline, or of a line such as "Amman, 23 April 2024"."""
        return state_on(self.known, self.dated[0] or dated_line(self.clean) or written_from(self.clean), self.day)

    @cached_property
    def author(self) -> Figure | None:
        """Who says "I" in a text that is written so; None for others."""
        return author_of(self)

    @cached_property
    def is_transcript(self) -> bool:
        """Whether people speak in it by turns; "he" may then be anybody."""
        return len(SPEAKER.findall(f"\n{self.clean}")) >= TURNS

    def today(self) -> Span | None:
        """The publication date as a span; None where it is unknown or no full day."""
        if self.day is None or len(self.day) != len("2023-12-04"):
            return None
        day = datetime.date.fromisoformat(self.day)
        return Span(self.day, None, day, day)

    def types_in(self, start: int, end: int) -> frozenset[str]:
        """The types of items that composing a stretch can give; a cheap look before it is composed."""
        first, last = bisect_left(self._atom_starts, start), bisect_left(self._atom_starts, end)
        known = self._types.get((first, last))
        if known is None:
            kinds = frozenset([atom.entry.type for atom in self.scan.atoms[first:last]])
            known = self._types[first, last] = _made_of(kinds)
        return known

    def triggers_near(self, reach: int) -> list[tuple[Atom, frozenset[str]]]:
        """The triggers with a party's name no further than `reach` characters away, each with the types so near it."""
        near = self._near.get(reach)
        if near is None:
            starts, size = self.party_starts, len(self.party_starts)
            near = self._near[reach] = [
                (atom, self.types_in(atom.start - reach, atom.end + reach))
                for atom in self.scan.triggers
                if (at := bisect_left(starts, atom.start - reach)) < size and starts[at] <= atom.end + reach
            ]
        return near

    def sentence(self, index: int) -> Sentence:
        """The sentence of that number, composed."""
        known = self._sentences.get(index)
        if known is None:
            if index and not self._sentences:
                self.sentence(0)  # so that whoever the title names is remembered
            known = self._sentences[index] = self._compose(index)
        return known

    def _compose(self, index: int) -> Sentence:
        start, end = self.spans[index]
        items = [Item(start + d.start, start + d.end, "date", d) for d in find_dates(self.clean[start:end])]
        found = [a for a in self.atoms_in(start, end) if a.end <= end]
        atoms = [_simple(a) for a in found if a.entry.type != "office" or not in_a_name(self.clean, a.start, a.end)]
        items = _merge(items, self._buildings(start, end, atoms))
        if atoms:
            rough = shade(self.clean, start, end, _merge(items, atoms), LETTERS, fold=False)
            made = [item for part in self.composer.compose(rough.text) if (item := self._maker.make(part, rough))]
            items = _merge(made, items)
        phrases = self.composer.phrases(self.clean, start, end)
        loose = [atom for atom in atoms if atom.type in LOOSE]
        items = _merge(items, [atom for atom in atoms if atom.type not in LOOSE])
        again = recalled(self.clean, start, end, self.memory.bare)
        items = _merge(items, [Item(first, last, "person", figure) for first, last, figure in again])
        phrases = [phrase for phrase in phrases if phrase[3] != "i" or says_i(self, phrase[0], phrase[1])]
        items = _merge(items, [Item(first, last, _type_of(kind), value) for first, last, kind, value in phrases])
        items = in_their_cities(self.clean, [self._maker.settled(item) for item in _merge(items, loose)])
        items = called(self.clean, start, of_lands(self.clean, items, self.memory))
        shadow = shade(self.clean, start, end, items, LETTERS)
        return Sentence(index, start, end, items, shadow, self.triggers_in(start, end))

    def _buildings(self, start: int, end: int, atoms: list[Item]) -> list[Item]:
        """The buildings of a sentence that no table lists; in the country that their name or the words behind tell."""
        found = []
        for first, last in buildings(self.clean, start, end):
            within = [atom for atom in atoms if atom.start < last and first < atom.end]
            if any(atom.type in ("venue", "event", "body") or atom.end > last for atom in within):
                continue
            near = [*within, *(a for a in atoms if a.start >= last and BESIDE.fullmatch(self.clean, last, a.start))]
            refs = next((atom.value.entry.refs["city"] for atom in near if atom.type == "city"), ())
            country = refs[0].partition("|")[2] if refs else None
            found.append(Item(first, last, "venue", Spot(" ".join(self.clean[first:last].split()), country)))
        return found


@cache
def _made_of(kinds: frozenset[str | None]) -> frozenset[str]:
    """The types of items that names of these types can become, and those that need no name."""
    return frozenset(("pronoun", "group", "date", "name")).union(*(MAKES[kind or "name"] for kind in kinds))


def _simple(atom: Atom) -> Item:
    type_ = atom.entry.type or "name"
    return Item(atom.start, atom.end, "name" if type_ == "person" and atom.entry.weak else type_, atom)


def _type_of(kind: str) -> str:
    return "pronoun" if kind == "people" else kind


def _merge(first: list[Item], second: list[Item]) -> list[Item]:
    """Both lists in order of place; of two items that overlap the one from `first` stays."""
    if not first or not second:
        return first or second
    taken = [*first]
    size, at = len(first), 0
    for item in second:
        while at < size and first[at].end <= item.start:
            at += 1
        if at == size or first[at].start >= item.end:
            taken.append(item)
    if len(taken) > size:
        taken.sort(key=attrgetter("start"))
    return taken
