"""Turns a text into every name and trigger word in it, by one pass of one automaton."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property

import ahocorasick_rs
import msgspec

from communique import codebook, knowledge
from communique.mentions.words import mention_words

# Of several meanings of one written form the first of these is taken; persons that share it stay in `refs`.
ORDER = ("venue", "event", "body", "country", "demonym", "city", "office", "person", "there")

LONGEST = 40  # letters of a word or a phrase
FEW, SHORT = 3, 30_000  # so many texts of at most so many characters have an automaton of their own
HEAD = 5  # letters by which a form is known to be absent
PARTIES = ("country", "demonym", "body", "city", "person")
LEADING = (" to", " for", " in", " from", " at")
TITLED = ("President ", "Prime Minister ", "Premier ", "Chancellor ", "Vice President ", "Secretary ", "Minister ")


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What one written form can be: its first type, all meanings by type, and the triggers it stands for."""

    text: str
    type: str | None
    refs: dict[str, tuple[str, ...]]
    weak: bool
    triggers: frozenset[str]
    codes: tuple[str, ...] = ()  # the countries and bodies that it names, or that its persons and places are of
    within: Entry | None = None  # of a phrase such as "went to": what is left of it where no name follows


class Atom(msgspec.Struct, gc=False):
    """A written form where it stands, half-open."""

    start: int
    end: int
    entry: Entry


class Scan(msgspec.Struct):
    """All that one pass finds: names in order, triggers in order."""

    atoms: list[Atom]
    triggers: list[Atom]


class Lexicon:
    """Every written form of a name or trigger, and the entry of each, which is made when the form is first found."""

    def __init__(self, meanings: Mapping[str, Sequence[tuple[str, str, bool]]], forms: Mapping[str, frozenset[str]]):
        """Takes (type, ref, weak) of every form that is a name, and the triggers of every form that is one."""
        self._meanings = meanings
        self._forms = forms
        self._written: dict[str, list[str]] = {}
        for form in forms:
            for written in {form, form[:1].upper() + form[1:], form.title(), form.upper()}:
                self._written.setdefault(written, []).append(form)
        self.texts = tuple(dict.fromkeys((*meanings, *self._written)))
        self.made: list[Entry | None] = [None] * len(self.texts)

    def entry(self, index: int) -> Entry:
        """The entry of the form of that number, made and kept in `made`."""
        entry = self.made[index] = self._make(self.texts[index])
        return entry

    def _make(self, text: str) -> Entry:
        """The entry of a form; a phrase also stands for the triggers among its words."""
        meant = self._meanings.get(text, ())
        refs: dict[str, tuple[str, ...]] = {}
        for type_, ref, _ in meant:
            if ref not in refs.get(type_, ()):
                refs[type_] = (*refs.get(type_, ()), ref)
        forms = self._written.get(text, ())
        inner = frozenset[str]().union(*(self._below(form) for form in forms))
        leads = not refs and text.lower().endswith(LEADING)
        return Entry(
            text=text,
            type=next((t for t in ORDER if t in refs), None),
            refs=refs,
            weak=bool(meant) and all(weak for _, _, weak in meant),
            triggers=inner.union(*(self._forms[form] for form in forms)),
            codes=tuple(dict.fromkeys(ref.rpartition("|")[2] for t in PARTIES for ref in refs.get(t, ())[:1])),
            within=Entry(text, None, {}, False, inner) if leads else None,
        )

    def _below(self, form: str) -> frozenset[str]:
        """The triggers of the phrases within a phrase."""
        words = form.split(" ")
        size = len(words)
        parts = {" ".join(words[i:j]) for i in range(size) for j in range(i + 1, size + 1)} - {form}
        return frozenset[str]().union(*(self._forms.get(part, frozenset()) for part in parts))


class Automaton:
    """All forms of names and triggers where they stand in a text, leftmost and longest.

    To make one of all forms takes longer than to read a short text. So the first short ones each have one of their own,
    of the forms whose first letters stand in them; no other form can.
    """

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = forms
        self._left = FEW

    def __call__(self, text: str) -> Callable[[str], list[tuple[int, int, int]]]:
        """What finds (number of the form, start, end) in this text and in parts of it."""
        if self._left and len(text) <= SHORT:
            self._left -= 1
            return self._of_few(text)
        return self.whole.find_matches_as_indexes

    @cached_property
    def whole(self) -> ahocorasick_rs.AhoCorasick:
        """The automaton of all forms."""
        self._left = 0
        return _made(self._forms)

    def _of_few(self, text: str) -> Callable[[str], list[tuple[int, int, int]]]:
        heads = {text[at : at + HEAD] for at in range(len(text))}
        few = [at for at, form in enumerate(self._forms) if form[:HEAD] in heads or len(form) < HEAD]
        automaton = _made([self._forms[at] for at in few])
        return lambda part: [(few[index], start, end) for index, start, end in automaton.find_matches_as_indexes(part)]


def _made(forms: Sequence[str]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(
        forms,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,  # what it would choose, without trying others
        store_patterns=False,
    )


class Scanner:
    """Finds all names of the knowledge base and all triggers of the codebook."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.automaton = Automaton(lexicon.texts)

    def __call__(self, text: str) -> Scan:
        """Every whole-word match, leftmost and longest, case kept."""
        atoms: list[Atom] = []
        triggers: list[Atom] = []
        made = self._lexicon.made
        for index, start, end in self._whole(text):
            entry = made[index] or self._lexicon.entry(index)
            atom = Atom(start, end, entry)
            if entry.type is not None:
                atoms.append(atom)
            if entry.within is not None and not _leads_to_name(text, end):
                if entry.within.triggers:
                    triggers.append(Atom(start, end, entry.within))
            elif entry.triggers:
                triggers.append(atom)
        return Scan(atoms, triggers)

    def _whole(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The matches that are whole words; and what one that is not ("was in" of "was invited") has swallowed."""
        size, find, read = len(text), self.automaton(text), 0
        for index, start, end in find(text):
            if start < read:
                continue  # within a phrase that begins in one that is none
            if (not start or not text[start - 1].isalnum()) and (end >= size or not text[end].isalnum()):
                yield index, start, end
            elif (space := text.rfind(" ", start, end)) >= 0:
                if not start or not text[start - 1].isalnum():  # "flew to" of "flew together"
                    yield from _within(find, text[start:space], start)
                if (begun := _begun_at(find, text, space + 1, end)) is not None:
                    yield begun
                    read = begun[2]


def _begun_at(
    find: Callable[[str], list[tuple[int, int, int]]], text: str, at: int, after: int
) -> tuple[int, int, int] | None:
    """The phrase that begins with the word at an offset, "touched down" of "plane touched down"; else that word."""
    word = text.find(" ", after)
    for stop in (after + LONGEST, word if 0 <= word < after + LONGEST else after + LONGEST):
        for index, first, last in find(text[at:stop])[:1]:
            if not first and not text[at + last : at + last + 1].isalnum():
                return index, at, at + last
    return None


def _within(
    find: Callable[[str], list[tuple[int, int, int]]], piece: str, start: int
) -> Iterator[tuple[int, int, int]]:
    """The whole-word matches in a piece that begins and ends with whole words; `start`: where it stands in the text."""
    for index, first, last in find(piece):
        if not piece[max(0, first - 1) : first].isalnum() and not piece[last : last + 1].isalnum():
            yield index, start + first, start + last


def _leads_to_name(text: str, end: int) -> bool:
    """Whether a name can follow: a capital after a space, or "the"."""
    return text[end + 1 : end + 2].isupper() or text.startswith("the ", end + 1)


def scan(text: str) -> Scan:
    """Every name and trigger of a text, in order, by the automaton of this process."""
    return scanner()(text)


@cache
def scanner(language: str = "en") -> Scanner:
    """The automaton for a language's codebook; made once in a process."""
    meanings: dict[str, list[tuple[str, str, bool]]] = {}
    words = mention_words(language)
    ignored = {word for form in (*words.honorifics, *words.former) for word in (form, form.capitalize())}
    for surface in knowledge.load().surfaces():
        if surface.type == "office" and surface.text in ignored:
            continue
        if surface.type == "person" and surface.text.startswith(TITLED):
            continue  # the composer puts office and name together
        meanings.setdefault(surface.text, []).append((surface.type, surface.ref, surface.weak))
    for code, forms in words.offices.items():
        for form in forms:
            for written in (form, form + "s", form.replace("head of", "heads of")):
                meanings.setdefault(written, []).append(("office", code, False))
    for region in words.regions:
        meanings.setdefault(region, [])  # swallows the country
    for phrase in words.there:
        meanings.setdefault(phrase, []).append(("there", phrase, False))
    return Scanner(Lexicon(meanings, codebook.load(language).trigger_forms()))
