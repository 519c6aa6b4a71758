"""One document while it is read: its sentences, composed only when somebody asks for them, and who was spoken of."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Any

import msgspec

from communique import knowledge
from communique.codebook import LETTERS
from communique.grammar import Item, Shadow, shade
from communique.mentions.compose import Composer, Part, composer
from communique.mentions.people import Figure, Memory
from communique.mentions.scan import Atom, Scan
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
NAMED_SO = re.compile(r"(?<!^)(?<!\. )\b[A-Z][a-z]+ (?:King|Queen|Prince|Pope)$")  # Martin Luther King
ANYBODY = ("any ", "every ", "another ", "first ", "no ", "only ")  # "the first American president"
ADDRESSED = ("Mr. ", "Mr ", "Madam ", "Madame ")
NOBODY = "nobody in particular"
TITLE_WORDS = ("Presidents", "Ministers", "President", "When", "As", "While", "After", "And", "But", "Both", "For")
PLURALS = (
    "presidents", "ministers", "chancellors", "kings", "leaders", "counterparts", "ambassadors", "secretaries",
    "premiers", "heads", "governors", "mayors", "speakers", "envoys",
)  # fmt: skip
SPEAKER = re.compile(r"^(?!(?:TITLE|DATE|SOURCE|URL|AUTHOR|PUBLISHED):)(?:Q|[A-Z][A-Z .'-]{3,40}:) ", re.M)
TURNS = 3  # turns of speech from which on a text counts as a transcript


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A place with the country it lies in; `name` None for a country as a whole."""

    name: str | None
    country: str | None


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

    def __init__(
        self, text: Text, scan: Scan, day: str | None, year: int | None, home: str | None
    ) -> None:
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
        self.known = knowledge.load()
        self.memory = Memory(day or (str(year) if year else None), home, self._full_name)
        self._atom_starts = [atom.start for atom in scan.atoms]
        self._trigger_starts = [atom.start for atom in scan.triggers]
        self._sentences: dict[int, Sentence] = {}
        self._composer: Composer = composer()

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Its sentences, half-open; split when first asked for."""
        return sentences(self.clean)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def _full_name(self, surname: str) -> str | None:
        return self._full_names.get(surname)

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """The full names in the text by their first and last word; none where two persons share it."""
        found: dict[str, str] = {}
        for atom in self.scan.atoms:
            if atom.entry.type == "person" and not atom.entry.weak:
                words = atom.entry.text.split()
                for word in {words[0], words[-1]}:
                    found[word] = atom.entry.text if found.get(word, atom.entry.text) == atom.entry.text else ""
        return {word: text for word, text in found.items() if text}

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
    def is_transcript(self) -> bool:
        """Whether people speak in it by turns; "he" may then be anybody."""
        return len(SPEAKER.findall(self.clean)) >= TURNS

    def today(self) -> Span | None:
        """The publication date as a span; None where it is unknown or no full day."""
        if self.day is None or len(self.day) != len("2023-12-04"):
            return None
        day = datetime.date.fromisoformat(self.day)
        return Span(self.day, None, day, day)

    def types_in(self, start: int, end: int) -> frozenset[str]:
        """The types of items that composing a stretch can give; a cheap look before it is composed."""
        found = {"pronoun", "group", "date", "name"}
        for atom in self.atoms_in(start, end):
            found.update(MAKES[atom.entry.type or "name"])
        return frozenset(found)

    def sentence(self, index: int) -> Sentence:
        """The sentence of that number, composed."""
        known = self._sentences.get(index)
        if known is None:
            known = self._sentences[index] = self._compose(index)
        return known

    def _compose(self, index: int) -> Sentence:
        start, end = self.spans[index]
        dates = [Item(start + d.start, start + d.end, "date", d) for d in find_dates(self.clean[start:end])]
        items = _merge(dates, [_simple(atom) for atom in self.atoms_in(start, end) if atom.end <= end])
        if any(item.type != "date" for item in items):
            rough = shade(self.clean, start, end, items, LETTERS, fold=False)
            made = [item for part in self._composer.compose(rough.text) if (item := self._make(part, rough))]
            items = _merge(made, items)
        phrases = [
            Item(*span, _type_of(kind), value) for *span, kind, value in self._composer.phrases(self.clean, start, end)
        ]
        items = _merge([i for i in items if i.type not in ("office", "name")], phrases, loose=items)
        items = [self._settled(item) for item in items]
        shadow = shade(self.clean, start, end, items, LETTERS)
        return Sentence(index, start, end, items, shadow, self.triggers_in(start, end))

    def _settled(self, item: Item) -> Item:
        """A simple item with what it means as its value."""
        if not isinstance(item.value, Atom):
            return item
        if item.type == "person":
            figure = self.memory.named(item.value.entry.text, None, None, former=False, strong=True)
            return Item(item.start, item.end, "person" if figure else "name", figure)
        refs = item.value.entry.refs.get(item.type, ())
        ref = refs[0] if refs else None
        value: Any = ref
        if item.type == "city" and ref:
            name, _, country = ref.partition("|")
            value = Spot(name, country)
        elif item.type == "venue" and ref:
            venue = self.known.venue(ref)
            value = Spot(ref, venue.iso3 if venue else None)
        elif item.type in ("country", "demonym") and len(refs) > 1:
            value = self._likely(refs)
        elif item.type == "country" and self._is_region(item.value):
            name, _, country = item.value.entry.refs["city"][0].partition("|")
            return Item(item.start, item.end, "city", Spot(name, country))
        return Item(item.start, item.end, item.type, value)

    def _is_region(self, atom: Atom) -> bool:
        """Whether a name shared by a country and a region elsewhere means the region: Georgia beside Atlanta."""
        regions = atom.entry.refs.get("city", ())
        if not regions:
            return False
        country, other = atom.entry.refs["country"][0], regions[0].partition("|")[2]
        places = {r.partition("|")[2] for a in self.scan.atoms if a.entry.type == "city" for r in a.entry.refs["city"]}
        persons = {r.partition("|")[2] for a in self.scan.atoms for r in a.entry.refs.get("person", ())[:1]}
        demonyms = {r for a in self.scan.atoms for r in a.entry.refs.get("demonym", ())}
        return country not in (*places, *demonyms, *persons) and (self.home == other or other in places)

    def _likely(self, refs: tuple[str, ...]) -> str:
        """Of several countries the one that the text names otherwise too; else the first."""
        if not hasattr(self, "_named"):
            self._named = {
                r[0] for a in self.scan.atoms for t in ("country", "demonym") if len(r := a.entry.refs.get(t, ())) == 1
            }
        return next((ref for ref in refs if ref in self._named), refs[0])

    def _make(self, part: Part, rough: Shadow) -> Item | None:
        start, end = rough.span(part.start, part.end)
        if part.kind == "side":
            return Item(start, end, "country", self._nation(part, rough))
        if part.kind == "capital":
            country = self._nation(part, rough)
            capital = self.known.capital(country) if country else None
            return Item(start, end, "city", Spot(capital, country)) if country else None
        if part.kind == "city":
            item = rough.items[part.parts["city"][0]]
            refs = item.value.entry.refs["city"]
            said = self._nation(part, rough)
            ref = next((r for r in refs if r.endswith(f"|{said}")), refs[0])
            name, _, country = ref.partition("|")
            return Item(start, end, "city", Spot(name, said or country))
        figure = self._figure(part, rough)
        return Item(start, end, "person", figure) if figure else None

    def _figure(self, part: Part, rough: Shadow) -> Figure | None:
        office = self._words(part, rough, "office")
        name = self._words(part, rough, "name")
        country = self._nation(part, rough)
        former = any(
            self._composer.former.search(rough.text, *part.parts[k]) or rough.text[slice(*part.parts[k])] == "ex-"
            for k in ("pre",)
            if k in part.parts
        )
        plural = office is not None and office.lower() != "first lady" and self._is_plural(office)
        if name is None:
            if office is None or plural or self._is_surname(part, rough):
                return None
            return self._by_office(part, rough, office, country, former)
        if part.kind == "bare" and self._part_of_longer(part, rough):
            return None
        strong = any(i.type == "person" for i in rough.items_in(*part.parts["name"]))
        if part.kind == "honoured":
            office = office or None
        figure = self.memory.named(name, office, country, former=former, strong=strong)
        if figure is not None:
            self.memory.remember(figure, name)
        return figure

    def _by_office(self, part: Part, rough: Shadow, office: str, country: str | None, former: bool) -> Figure | None:
        """Whoever an office without a name means; nobody for "an American president" or "Mr. President,"."""
        start, end = rough.span(part.start, part.end)
        words = self.clean[start:end]
        before = self.clean[max(0, start - 8) : start]
        if words[:2] in ("a ", "A ") or words[:3] in ("an ", "An ") or before.endswith(ANYBODY):
            return Figure(None, country, office.lower(), self.known.rank_of(office), why=NOBODY)
        if country is None and (words == office.lower() or before.endswith(ADDRESSED)):
            return None
        return self.memory.in_office(office, country, former=former)

    def _is_surname(self, part: Part, rough: Shadow) -> bool:
        end = rough.span(part.start, part.end)[1]
        return NAMED_SO.search(self.clean[max(rough.start, end - 40) : end]) is not None

    def _part_of_longer(self, part: Part, rough: Shadow) -> bool:
        """Whether a bare surname is only a piece of somebody else's name: "Martin" in "Martin Luther King"."""
        start, end = rough.span(*part.parts["name"])
        if any(i.type == "person" for i in rough.items_in(*part.parts["name"])):
            return False
        after = self.clean[end : end + 2]
        before = self.clean[max(0, start - 30) : start].rsplit(" ", 2)
        word = before[-2] if len(before) > 1 and before[-1] == "" else ""
        capital = word[:1].isupper() and start - len(word) - 1 > rough.start and not word.endswith((".", ",", ":"))
        return (after[:1] == " " and after[1:].isupper()) or after[:1] == "-" or (capital and word not in TITLE_WORDS)

    def _is_plural(self, office: str) -> bool:
        return office.split(",", maxsplit=1)[0].lower().split()[-1] in PLURALS

    def _words(self, part: Part, rough: Shadow, name: str) -> str | None:
        if name not in part.parts:
            return None
        start, end = rough.span(*part.parts[name])
        return " ".join(self.clean[start:end].split())

    def _nation(self, part: Part, rough: Shadow) -> str | None:
        for key in ("of", "nat"):
            if key in part.parts:
                item = rough.items.get(part.parts[key][0])
                if item is not None:
                    value = self._settled(item).value
                    return value.country if isinstance(value, Spot) else value
        return None


def _simple(atom: Atom) -> Item:
    type_ = atom.entry.type or "name"
    return Item(atom.start, atom.end, "name" if type_ == "person" and atom.entry.weak else type_, atom)


def _type_of(kind: str) -> str:
    return "pronoun" if kind == "people" else kind


def _merge(first: list[Item], second: list[Item], loose: list[Item] | None = None) -> list[Item]:
    """Both lists in order; of two that overlap the one from `first` stays, then `second`, then what is loose."""
    taken = sorted(first, key=lambda i: i.start)
    for more in (second, loose or []):
        starts = [i.start for i in taken]
        kept = []
        for item in more:
            at = bisect_right(starts, item.start)
            if at and taken[at - 1].end > item.start:
                continue
            if at < len(taken) and taken[at].start < item.end:
                continue
            kept.append(item)
        taken = sorted([*taken, *kept], key=lambda i: i.start)
    return taken
