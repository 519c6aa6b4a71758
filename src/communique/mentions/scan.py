"""Turns a text into every name and trigger word in it, by one pass of one automaton."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import ahocorasick_rs
import msgspec

from communique import codebook, knowledge
from communique.mentions.words import mention_words

# Of several meanings of one written form the first of these is taken; persons that share it stay in `refs`.
ORDER = ("venue", "event", "body", "country", "demonym", "city", "office", "person", "there")


TITLED = ("President ", "Prime Minister ", "Premier ", "Chancellor ", "Vice President ", "Secretary ", "Minister ")


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What one written form can be: its first type, all meanings by type, and the triggers it stands for."""

    text: str
    type: str | None
    refs: dict[str, tuple[str, ...]]
    weak: bool
    triggers: frozenset[str]


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
            if entry.triggers:
                triggers.append(atom)
        return Scan(atoms, triggers)


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
    triggers: dict[str, frozenset[str]] = {}
    for form, names in codebook.load(language).trigger_forms().items():
        for written in {form, form[:1].upper() + form[1:], form.title(), form.upper()}:
            triggers[written] = triggers.get(written, frozenset()) | names
    return Scanner(
        Entry(
            text=text,
            type=next((t for t in ORDER if t in meanings.get(text, {})), None),
            refs={t: tuple(dict.fromkeys(refs)) for t, refs in meanings.get(text, {}).items()},
            weak=text in meanings and text not in strong,
            triggers=triggers.get(text, frozenset()),
        )
        for text in dict.fromkeys([*meanings, *triggers])
    )
