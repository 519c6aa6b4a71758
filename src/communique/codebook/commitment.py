"""Turns `commitment.toml` into the patterns by which the acts that parties take on are read."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal

import ahocorasick_rs
import msgspec

from communique.codebook.files import read_file
from communique.codebook.load import LETTERS, load
from communique.grammar import any_of, lazy

CLASSES = {
    "[PRONOUN]": LETTERS["pronoun"],
    "[OFFICE]": LETTERS["office"],
    "[GROUP]": LETTERS["group"],
    "[DATE]": LETTERS["date"],
    "[EVENT]": LETTERS["event"],
    "[PERSON]": f"[{LETTERS['person']}{LETTERS['name']}]",
    "[NAME]": "["
    + "".join(LETTERS[t] for t in ("person", "country", "body", "demonym", "city", "group", "name"))
    + "]",
}


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that head an act; the attributes are told at the top of `commitment.toml`."""

    id: str
    strength: int
    takes: Literal["verb", "to", "thing"]
    words: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    needs: str = ""
    never: str = ""
    guess: bool = False
    deed: bool = False
    free: bool = False
    owned: bool = False
    listed: bool = False
    outcome: bool = False


class Says(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that report, and those of which no promise comes."""

    words: str
    other: str
    void: str


class ActWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of acts by what they may do, and the words around them."""

    adverbs: str
    doubts: str
    own: str
    stops: str
    lead: str
    asides: tuple[str, ...]
    continues: tuple[str, ...]
    weak: tuple[str, ...]
    soft: tuple[str, ...]
    positions: tuple[str, ...]
    acts: tuple[str, ...]
    nouns: tuple[str, ...]
    no_object: tuple[str, ...]
    joining: tuple[str, ...]
    joins: tuple[str, ...]
    plain: tuple[str, ...]
    plurals: tuple[str, ...]
    head_nouns: tuple[str, ...]
    never: tuple[str, ...]
    states: tuple[str, ...]
    programme: str
    regular: str
    passive: tuple[str, ...]
    cues: tuple[str, ...]
    active: tuple[str, ...]
    runs: tuple[str, ...]
    done: tuple[str, ...]
    made: tuple[str, ...]
    asked: tuple[str, ...]
    together: str
    actors: str
    bodies: str


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an act may hold beside its verb; one of `cues` stands in it."""

    name: str
    cues: tuple[str, ...]
    words: str
    cased: bool = False


class CommitmentFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`commitment.toml`."""

    head: tuple[Head, ...]
    says: Says
    words: ActWords
    slot: tuple[Slot, ...]
    firms: dict[str, tuple[str, ...]]
    realms: dict[str, tuple[str, ...]]


class CommitmentBook:
    """The words of commitments of a language, compiled."""

    def __init__(self, file: CommitmentFile, language: str) -> None:
        self.file, self.words = file, file.words
        self._forms = load(language).words.forms
        self.by_id = {head.id: head for head in file.head}
        self.guessed = frozenset(head.id for head in file.head if head.guess)
        self.adverbs = rf"(?:(?:{file.words.adverbs}),? )*"
        heads = "|".join(f"(?P<{h.id}>{self.expand(h.words.replace('{had}', ''))})(?!\\w)" for h in file.head)
        self.heads = lazy(f"{self.expand('{had}')}(?:{heads})")  # what may stand before many stands there once
        self.says = lazy(self.expand(file.says.words) + r"(?!\w)")
        self.other = lazy(rf"(?:{file.says.other})(?!\w)")
        self.void = lazy(rf"(?:{file.says.void})(?!\w)")
        self.doubtful = lazy(file.words.doubts)
        self.programme = lazy(self.expand(file.words.programme))
        self.regular = lazy(file.words.regular)
        self.stops = lazy(self.expand(file.words.stops))
        self.lead = lazy(rf"(?:{self.expand(file.words.lead)})(?= )")
        self.needs = {h.id: lazy(self.expand(h.needs)) for h in file.head if h.needs}
        self.never = {h.id: lazy(self.expand(h.never)) for h in file.head if h.never}
        self._slots = {slot.name: lazy(slot.words, 0 if slot.cased else re.I) for slot in file.slot}
        self._cued = [slot.name for slot in file.slot for _ in slot.cues]
        self._slot_cues = ahocorasick_rs.AhoCorasick([cue for slot in file.slot for cue in slot.cues])
        self.weak = self._beginning(file.words.weak)
        self.soft = self._beginning(file.words.soft)

    @cached_property
    def firms(self) -> dict[str, str]:
        """The country of each firm or agency, by its name in lower case."""
        return {name: code for code, names in self.file.firms.items() for name in names}

    @cached_property
    def firm_cues(self) -> ahocorasick_rs.AhoCorasick:
        """The names of firms and agencies; a cheap look before the pattern."""
        return ahocorasick_rs.AhoCorasick(list(self.firms))

    def slots(self, action: str) -> dict[str, str]:
        """What an act holds beside its verb, by the name of the slot."""
        cued = {
            self._cued[index]
            for index, _, _ in self._slot_cues.find_matches_as_indexes(action.lower(), overlapping=True)
        }
        return {name: hit[0].strip() for name in cued if (hit := self._slots[name].search(action))}

    def _beginning(self, verbs: tuple[str, ...]) -> re.Pattern[str]:
        """A pattern for words that begin with one of these verbs, bare or in -ing."""
        forms = set(verbs)
        for verb in verbs:
            first, _, rest = verb.partition(" ")
            forms.update(f"{f} {rest}".rstrip() for f in self._forms(first) if f.endswith("ing"))
        return lazy(f"{any_of(forms)}(?![a-z])")

    def expand(self, words: str) -> str:
        """A pattern with its placeholders filled in."""
        words = words.replace(
            "{had}", r"(?:(?:(?:is|are|was|were) (?:reported|said|understood) to )?(?:have|has|had) (?:{adv} )*)?"
        ).replace("{own}", rf"(?:{self.words.own})")
        words = words.replace("{adv}", rf"(?:{self.words.adverbs})")
        for name, letters in CLASSES.items():
            words = words.replace(name, letters)
        return words

    @cached_property
    def bare(self) -> frozenset[str]:
        """The verbs of acts as they follow "will" or "to"."""
        return frozenset(self.words.acts)

    @cached_property
    def states(self) -> frozenset[str]:
        """Words that stand behind "will" and tell no deed."""
        return frozenset((*self.words.states, *self.words.never))

    @cached_property
    def gerunds(self) -> frozenset[str]:
        """The verbs of acts in -ing."""
        return frozenset(self.base)

    @cached_property
    def base(self) -> dict[str, str]:
        """The verb of an act by its form in -ing."""
        return {
            form: verb
            for verb in self.words.acts
            for form in (*self._forms(verb), doubled(verb))
            if form.endswith("ing")
        }

    @cached_property
    def finite(self) -> frozenset[str]:
        """The verbs of acts in their third person, which begin a clause of their own."""
        return frozenset(form for verb in self.words.acts for form in self._forms(verb)[1:2])

    @cached_property
    def passive(self) -> re.Pattern[str]:
        """An act told without who does it: "… will be set up", "… was inaugurated", "… are encouraged to"."""
        done = "|".join(self.words.passive)
        does = "|".join(self.words.active)
        modal = "(?P<modal>will|would|shall|(?:is|are) (?:(?:planned|intended) )?to|should)"
        alone = rf"(?P<does>{does})(?! (?:an?|the|its|new|joint|\w+ing)\b)"
        been = rf"(?:is|are|was|were|(?:has|have|had) been) {self.adverbs}"
        made = rf"{been}(?P<made>{'|'.join(self.words.made)})"
        asked = rf"{been}(?P<asked>{'|'.join(self.words.asked)})"
        invited = (
            rf"{been}(?P<invited>invited|urged|asked|requested|called (?:up)?on)(?= to (?!(?:leave|visit|attend)\b))"
        )
        no = "(?P<no>not |never |no longer )?"
        told = rf"{modal}(?:, [^,;.]{{3,60}},)? {no}(?:{self.adverbs}be {self.adverbs}(?:{done})|{self.adverbs}{alone})"
        being = rf"(?P<being>(?:is|are) (?:now |already )?being {self.adverbs}(?:{done}))"
        been_done = rf"(?P<been>(?:has|have|had) been {self.adverbs}(?:{'|'.join(self.words.done)}))"
        return lazy(rf"\b(?:{told}|{being}|{been_done}|{made}|{asked}|{invited})(?!\w)")

    @cached_property
    def cues(self) -> ahocorasick_rs.AhoCorasick:
        """Words of which one stands in every sentence with a head; a cheap look before it is composed."""
        return ahocorasick_rs.AhoCorasick(list(self.words.cues))


def doubled(verb: str) -> str:
    """The form in -ing of a verb that doubles its last letter: "setting"."""
    return f"{verb}{verb[-1]}ing"


@cache
def load_commitments(language: str = "en") -> CommitmentBook:
    """The commitments' words of a language. Raises CodebookError where the file is broken."""
    return CommitmentBook(read_file("commitment.toml", CommitmentFile, language), language)
