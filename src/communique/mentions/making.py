"""Turns the names in a sentence, alone or composed, into what they mean on the day of the text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from communique.grammar import Item, Shadow, lazy
from communique.knowledge.states import stands
from communique.mentions import titles
from communique.mentions.authorship import our_country
from communique.mentions.buildings import building
from communique.mentions.compose import Part
from communique.mentions.naming import is_next, of_a_thing
from communique.mentions.of_a_body import office_of
from communique.mentions.people import Figure
from communique.mentions.recalled import RULER, TITLE, bare_names, has_given_title, known_lead
from communique.mentions.scan import Atom
from communique.mentions.spots import Spot, city_named, city_of
from communique.mentions.words import mention_words

if TYPE_CHECKING:
    from communique.mentions.page import Page

NAMED_SO = lazy(  # Martin Luther King
    r"(?<!^)(?<!\. )\b(?!Crown |The |When |While |After |Both |And |But |As )[A-Z][a-z]+ (?:King|Queen|Prince|Pope)$"
)
# What stands behind a name that is only a part of one.
LONGER = lazy(r" [A-ZÀ-Þ]|-| (?:al|el)[ -][A-ZÀ-Þ]| (?:bin|ibn|bint) ")
PLACED = lazy(r"\b(?:[Ii]n|[Ff]rom|[Aa]t|[Tt]o|[Nn]ear|[Oo]f) (?:[A-ZÀ-Þ][\w-]*[ -]){1,3}$")
ANYBODY = ("any ", "every ", "another ", "first ", "no ", "only ", "last ")  # "the first American president"
NOT_HIM = ("a ", "an ", "the first ", "the last ", "the only ")
ADDRESSED = ("Mr. ", "Mr ", "Madam ", "Madame ")
CLOSING = (".", ",", ":", ";", "!", "?", '"', "”", ")")  # a word so ended is no part of the name behind it
CHIEFS = ("secretary-general", "secretary general", "un secretary-general")  # of the United Nations, where not told
PUT_IN = lazy(
    r" \((?:[A-Z]{1,5}|[A-Z][a-z][A-Z]{1,2}|left|right|cent(?:er|re)|\d\d)\)(?=[ ,.;:])"
)  # a party, a side of a picture, an age
COMMITTEE = "Central Committee "  # "General Secretary of the Party's Central Committee Arlo Penn"
NOBODY = "nobody in particular"
TITLE_WORDS = ("Presidents", "Ministers", "President", "When", "As", "While", "After", "And", "But", "Both", "For")
PLURALS = (
    "presidents", "ministers", "chancellors", "kings", "leaders", "counterparts", "ambassadors", "secretaries",
    "premiers", "heads", "governors", "mayors", "speakers", "envoys",
)  # fmt: skip
OPENS = lazy(r"\b(?:In|After|Amid|For|Before|Despite|During|On|At|Since|Over|Of|To) $")  # "In Rare Trip, Penn's Leader"


class Maker:
    """Gives the names of one page their meaning, with the page's memory of who was spoken of."""

    def __init__(self, page: Page) -> None:
        """`page`: the text that is read; it is not kept, so that a page that was read is freed at once."""
        self.clean, self.scan, self.home = page.clean, page.scan, page.home
        self.known, self.memory, self.former = page.known, page.memory, page.composer.former
        self._given: dict[str, Figure] = {}  # by the first word of his name whoever the text has named in full

    def settled(self, item: Item) -> Item:
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
            value = city_of(ref, self.known, self.memory.day)
        elif item.type == "venue" and ref:
            value = building(item.value.entry.text, refs, self.known, self.memory.day, self._all_named)
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
        """Of several countries of the day the one that the text names otherwise too; else the first."""
        refs = tuple(ref for ref in refs if stands(self.known, ref, self.memory.day)) or refs
        return next((ref for ref in refs if ref in self._named), refs[0])

    @cached_property
    def _named(self) -> set[str]:
        """The countries that the text names by a form that is no other's."""
        atoms = self.scan.atoms
        return {r[0] for a in atoms for t in ("country", "demonym") if len(r := a.entry.refs.get(t, ())) == 1}

    def _called_capital(self, part: Part, rough: Shadow, country: str | None) -> str | None:
        """The city that the words call a country's capital, whatever the tables say: "Sri Lanka's capital Colombo"."""
        refs = rough.items[part.parts["city"][0]].value.entry.refs["city"] if part.parts.get("city") else ()
        return next((ref.partition("|")[0] for ref in refs if country and ref.endswith(f"|{country}")), None)

    @cached_property
    def _all_named(self) -> set[str | None]:
        """The countries and bodies that the text names by anything but a building, and the author's."""
        return {self.home, *(code for atom in self.scan.atoms for code in atom.entry.codes)}

    def make(self, part: Part, rough: Shadow) -> Item | None:
        """The person, side or place that a composed part means; None where it means nobody that can be told."""
        start, end = rough.span(part.start, part.end)
        if part.kind == "side":
            return Item(start, end, "country", self._nation(part, rough))
        if part.kind == "capital":
            country = self._nation(part, rough)
            capital = self._called_capital(part, rough, country) or (self.known.capital(country) if country else None)
            return Item(start, end, "city", Spot(capital, country)) if country else None
        if part.kind == "city":
            named = [i.value.entry.refs["city"] for i in rough.items_in(part.start, part.end) if i.type == "city"]
            said = self._nation(part, rough)
            return Item(start, end, "city", city_named(named, said, self.memory.home, self.known, self.memory.day))
        if part.kind == "bare" and of_a_thing(self.clean, start, end):
            return Item(start, end, "name", None)
        if part.kind == "appos" and OPENS.search(self.clean, rough.start, start) and not self._is_known(part, rough):
            del part.parts["name"]
            start = min(rough.span(*part.parts[name])[0] for name in ("nat", "office") if name in part.parts)
        figure = self._figure(part, rough)
        if part.kind == "national":  # "in Paris Macron": a place, and somebody who is there
            figure = figure or self._whom(part, rough, None, None, former=False)
            own = rough.span(*part.parts["name"])[0]
            start = own if PLACED.search(self.clean, rough.start, own) else start
        aside = PUT_IN.match(self.clean, end)
        if figure is None and part.kind in ("honoured", "bare") and self._is_known(part, rough):
            return Item(start, end, "name", None)  # a longer name than that of him who stands in it
        return Item(start, aside.end() if aside else end, "person", figure) if figure else None

    def _figure(self, part: Part, rough: Shadow) -> Figure | None:
        office = self._words(part, rough, "office")
        name = self._words(part, rough, "name")
        start, end = rough.span(part.start, part.end)
        ally = name is None and titles.OF_ITS_ALLY.match(self.clean, end)
        country = None if ally else self._nation(part, rough)
        before = rough.text[slice(*part.parts["pre"])] if "pre" in part.parts else ""
        said = self.clean[rough.start : start]
        former = before == "ex-" or (self.former.search(before) is not None and not is_next(before, said))
        if office and (king := titles.of_the_mosques(office)):
            country, office = king
        chair = office_of(office, self.clean, rough.span(*part.parts["office"])[1]) if office else None
        if chair != office and name is None:
            return Figure(None, country, (chair or "").lower(), self.known.rank_of(chair or ""), why="head of a body")
        office = chair
        plural = office is not None and office.lower() != "first lady" and self._is_plural(office)
        if name is None:
            if office is None or plural or self._is_surname(part, rough):
                return None
            return self._by_office(part, rough, office, country, former)
        if plural and part.kind == "appos" and not self._is_known(part, rough):
            return None  # "On the Middle East, the Leaders": two parts of a sentence
        return self._whom(part, rough, office, country, former=former)

    def _whom(
        self, part: Part, rough: Shadow, office: str | None, country: str | None, *, former: bool
    ) -> Figure | None:
        """Whoever a part names, with the office and the country that stand beside the name."""
        alone = part.kind == "bare" or (part.kind == "national" and country is None)
        name = self._words(part, rough, "name")
        if name is None or (alone and self._part_of_longer(part, rough)):
            return None
        known = self._is_known(part, rough)
        given = " " not in name and not known and has_given_title(self.clean, rough, part.start, part.parts["name"][0])
        if given and (office is None or name.casefold() in self._given):  # "Sheikh Mohamed": nobody's family name
            return self._given.get(name.casefold())
        figure = self.memory.named(name, office, country, former=former, strong=known)
        if (figure is None or figure.key is None) and (
            lead := known_lead(self.clean, rough, *part.parts["name"])
        ) is not None:
            ruler = self.memory.named(lead, office, country, former=former, strong=True)
            figure = ruler if ruler is not None and ruler.key else figure
        if given and figure is not None and figure.key and not (figure.name or "").startswith(name[:2]):
            return None
        if figure is not None:
            self.memory.remember(figure, name)
            self._given[TITLE.sub("", name).split(" ", maxsplit=1)[0].casefold()] = figure
        return figure

    def _is_known(self, part: Part, rough: Shadow) -> bool:
        """Whether the tables know somebody by the very name that a part has."""
        return any(i.type == "person" for i in rough.items_in(*part.parts["name"]))

    def _by_office(self, part: Part, rough: Shadow, office: str, country: str | None, former: bool) -> Figure | None:
        """Whoever an office without a name means; nobody for "an American president" or "Mr. President,"."""
        start, end = rough.span(part.start, part.end)
        words = self.clean[start:end]
        before = self.clean[max(0, start - 8) : start]
        if words.lower().startswith(NOT_HIM) or before.lower().endswith(ANYBODY):
            return Figure(None, country, office.lower(), self.known.rank_of(office), why=NOBODY)
        if country is None and (words == office.lower() or before.endswith(ADDRESSED)):
            return None
        if country is None and self.home is None and words.lower().startswith("our "):
            country = self._ours
        if country is None and office.lower() in CHIEFS and "UN" in self._all_named:
            country = "UN"
        figure = self.memory.in_office(office, country, former=former)
        if figure.name and RULER.search(figure.office or ""):
            self.memory.bare |= dict.fromkeys(bare_names([figure.name], figure), figure)  # "Charles" is he
        return figure

    @cached_property
    def _ours(self) -> str | None:
        """The country that a text without a known source calls its own."""
        return our_country(self.clean, self.scan.atoms)

    def _is_surname(self, part: Part, rough: Shadow) -> bool:
        if "nat" in part.parts:
            return False  # "the Saudi King"
        end = rough.span(part.start, part.end)[1]
        return NAMED_SO.search(self.clean[max(rough.start, end - 40) : end]) is not None

    def _part_of_longer(self, part: Part, rough: Shadow) -> bool:
        """Whether a bare surname is only a piece of somebody else's name: "Martin" in "Martin Luther King"."""
        start, end = rough.span(*part.parts["name"])
        if any(i.type == "person" for i in rough.items_in(*part.parts["name"])):
            return False
        after = LONGER.match(self.clean, end)
        before = self.clean[max(0, start - 30) : start].rsplit(" ", 2)
        word = before[-2] if len(before) > 1 and before[-1] == "" else ""
        capital = word[:1].isupper() and start - len(word) - 1 > rough.start and not word.endswith(CLOSING)
        words = mention_words()
        capital = capital and word not in (*TITLE_WORDS, *words.honorifics) and not self._stands_apart(start, rough)
        return after is not None or (capital and word.lower() not in words.capitalised["words"])

    def _stands_apart(self, start: int, rough: Shadow) -> bool:
        """Whether what ends before `start` is a day or a place of its own: "in Paris Macron", "on 4 May Modi"."""
        ends = [item.type for item in rough.items.values() if item.end == start - 1]
        return "date" in ends or (PLACED.search(self.clean, rough.start, start) is not None and bool(ends))

    def _is_plural(self, office: str) -> bool:
        words = office.split(",", maxsplit=1)[0].lower()
        return words.split()[-1] in PLURALS or words.startswith("heads of ")

    def _words(self, part: Part, rough: Shadow, name: str) -> str | None:
        if name not in part.parts:
            return None
        start, end = rough.span(*part.parts[name])
        return " ".join(self.clean[start:end].split()).removeprefix(COMMITTEE if name == "name" else "")

    def _nation(self, part: Part, rough: Shadow) -> str | None:
        both = "of" in part.parts and rough.text[: part.parts["of"][0]].endswith(("for ", "for the "))
        for key in ("nat", "of") if both else ("of", "nat"):  # "the US envoy for Vesta"
            if key in part.parts:
                item = rough.items.get(part.parts[key][0])
                if item is not None:
                    value = self.settled(item).value
                    return value.country if isinstance(value, Spot) else value
        return None
