"""Turns a text into every name and trigger word in it, by one pass of one automaton."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import ahocorasick_rs
import msgspec

from communique import codebook, knowledge
from communique.mentions.words import mention_words

# Of several meanings of one written form the first of these is taken; persons that share it stay in `refs`.
ORDER = ("venue", "event", "body", "country", "demonym", "city", "office", "person", "there")


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


class Scanner:
    """The automaton over all names of the knowledge base and all triggers of the codebook."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._automaton = ahocorasick_rs.AhoCorasick(
            [entry.text for entry in self.entries],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=False,
        )

    def __call__(self, text: str) -> Scan:
        """Every whole-word match, leftmost and longest, case kept."""
        atoms: list[Atom] = []
        triggers: list[Atom] = []
        entries, size = self.entries, len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if (start and text[start - 1].isalnum()) or (end < size and text[end].isalnum()):
                continue
            entry = entries[index]
            atom = Atom(start, end, entry)
            if entry.type is not None:
                atoms.append(atom)
            if entry.within is not None and not _leads_to_name(text, end):
                if entry.within.triggers:
                    triggers.append(Atom(start, end, entry.within))
            elif entry.triggers:
                triggers.append(atom)
        return Scan(atoms, triggers)


def _leads_to_name(text: str, end: int) -> bool:
    """Whether a name can follow: a capital after a space, or "the"."""
    return text[end + 1 : end + 2].isupper() or text.startswith("the ", end + 1)


def scan(text: str) -> Scan:
    """Every name and trigger of a text, in order, by the automaton of this process."""
    return scanner()(text)


@cache
def scanner(language: str = "en") -> Scanner:
    """The automaton for a language's codebook; made once in a process."""
    meanings: dict[str, dict[str, list[str]]] = {}
    strong: set[str] = set()
    words = mention_words(language)
    ignored = {word for form in (*words.honorifics, *words.former) for word in (form, form.capitalize())}
    for surface in knowledge.load().surfaces():
        if surface.type == "office" and surface.text in ignored:
            continue
        if surface.type == "person" and surface.text.startswith(TITLED):
            continue  # the composer puts office and name together
        meanings.setdefault(surface.text, {}).setdefault(surface.type, []).append(surface.ref)
        if not surface.weak:
            strong.add(surface.text)
    for code, forms in words.offices.items():
        for form in forms:
            for written in (form, form + "s", form.replace("head of", "heads of")):
                meanings.setdefault(written, {}).setdefault("office", []).append(code)
                strong.add(written)
    for phrase in words.there:
        meanings.setdefault(phrase, {}).setdefault("there", []).append(phrase)
        strong.add(phrase)
    return Scanner(_entries(meanings, strong, codebook.load(language).trigger_forms()))


def _entries(
    meanings: dict[str, dict[str, list[str]]], strong: set[str], forms: Mapping[str, frozenset[str]]
) -> Iterator[Entry]:
    """One entry for each written form; a phrase also stands for the triggers among its words."""
    triggers: dict[str, frozenset[str]] = {}
    inner: dict[str, frozenset[str]] = {}
    for form, names in forms.items():
        words = form.split(" ")
        parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)} - {form}
        below = frozenset().union(*(forms.get(part, frozenset()) for part in parts))
        for written in {form, form[:1].upper() + form[1:], form.title(), form.upper()}:
            triggers[written] = triggers.get(written, frozenset()) | names | below
            inner[written] = inner.get(written, frozenset()) | below
    for text in dict.fromkeys([*meanings, *triggers]):
        refs = {t: tuple(dict.fromkeys(found)) for t, found in meanings.get(text, {}).items()}
        type_ = next((t for t in ORDER if t in refs), None)
        leads = not refs and text.lower().endswith(LEADING)
        yield Entry(
            text=text,
            type=type_,
            refs=refs,
            weak=text in meanings and text not in strong,
            triggers=triggers.get(text, frozenset()),
            codes=tuple(dict.fromkeys(ref.rpartition("|")[2] for t in PARTIES for ref in refs.get(t, ())[:1])),
            within=Entry(text, None, {}, False, inner[text]) if leads else None,
        )
