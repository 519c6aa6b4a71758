"""Turns `stance.toml` into compiled patterns: verbs, nouns and states that take a position, and the Taiwan ladder."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal, TypeAlias

import msgspec

from communique.codebook.files import read_file
from communique.codebook.load import LETTERS, load
from communique.grammar import any_of, expression

Polarity: TypeAlias = Literal["support", "oppose", "neutral"]
POLARITIES: tuple[Polarity, ...] = ("support", "oppose", "neutral")

THERE = re.compile(r"\bthere\b")
LINKED = re.compile(r"(?<=\w) (?=\(\?:(?:for|to|of|about|over|on|at|with|against)\b|(?:for|to|of|on|in|with)(?:$|\|))")
CLOSED = '["”’]? '
ANY_THERE = f"(?:there|{LETTERS['there']})"  # the shadow has a letter of its own for it


class Sided(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for, words against, and words that leave it open."""

    support: tuple[str, ...]
    oppose: tuple[str, ...]
    neutral: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[str, Polarity]]:
        """Each word with its polarity."""
        return [(word, side) for side in POLARITIES for word in getattr(self, side)]


class StanceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that carry a position, thank for one, or only name a topic; what may stand before a verb."""

    carriers: tuple[str, ...]
    views: tuple[str, ...]
    thanks: tuple[str, ...]
    topics: tuple[str, ...]
    grieves: tuple[str, ...]
    mutual: str
    matter: str
    conflict: str
    adverbs: tuple[str, ...]
    acts: tuple[str, ...]


class Rung(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rung of the Taiwan ladder, by a regular expression over the words in lower case."""

    rung: int
    words: str


class StanceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`stance.toml`."""

    verbs: Sided
    phrases: Sided
    nouns: Sided
    states: Sided
    contents: Sided
    told: Sided
    loud: Sided
    words: StanceWords
    rung: tuple[Rung, ...]


class StanceBook:
    """The words of stances of a language, every form written out."""

    def __init__(self, file: StanceFile, language: str) -> None:
        self._file = file
        self._forms = load(language).words.forms
        self.polarity: dict[str, Polarity] = {
            form: side for word, side in (*file.verbs.pairs(), *file.phrases.pairs()) for form in self._forms(word)
        }
        self.thanks = frozenset(form for word in file.words.thanks for form in self._forms(word))
        self.views = frozenset(form for word in file.words.views for form in self._forms(word))
        self.topics = frozenset(form for word in file.words.topics for form in self._forms(word))
        self.grieves = tuple(form for word in file.words.grieves for form in self._forms(word))
        self.act = expression(rf"(?:{'|'.join(file.words.acts)})(?!\w)")
        self._rungs = [(row.rung, expression(row.words)) for row in sorted(file.rung, key=lambda r: -r.rung)]

    def is_topic(self, verb: str) -> bool:
        """Whether a noun under a verb is no more than a topic, or what is done about it: "discussed", "opened"."""
        return verb in self.topics or verb not in self.verbs

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb and phrase, in all its forms."""
        carriers = {form for word in self._file.words.carriers for form in self._forms(word)}
        return frozenset({*self.polarity, *carriers, *self.views, *self.thanks, *self.topics})

    @cached_property
    def verb(self) -> str:
        """A pattern of every verb, the longest first."""
        return _quotable(any_of(self.verbs))

    def side(self, verb: str) -> Polarity:
        """The polarity of a verb or phrase as it stands in a text."""
        return self.polarity.get(verb) or self.polarity.get(re.sub('["“”]', "", verb), "support")

    @cached_property
    def adverb(self) -> str:
        """A pattern of what may stand between a subject and its verb."""
        return "|".join([*self._file.words.adverbs, r"\w+ly"])

    @cached_property
    def loud(self) -> dict[Polarity, re.Pattern[str]]:
        """Patterns of the words whose object is a position even where it has no code."""
        return {side: expression(rf"(?:{'|'.join(getattr(self._file.loud, side))})$") for side in POLARITIES}

    @cached_property
    def mutual(self) -> re.Pattern[str]:
        """A pattern of what two parties do together."""
        return expression(self._file.words.mutual)

    def is_matter(self, text: str, start: int, stop: int, *, backed: bool = False) -> bool:
        """Whether a stretch of a shadow names what states take positions on, and not what two do together.

        `backed`: it is what somebody supports, of which only conflicts count.
        """
        matter = self._conflict if backed else self._matter
        return matter.search(text, start, stop) is not None and not self.mutual.search(text, start, stop)

    @cached_property
    def _matter(self) -> re.Pattern[str]:
        return expression(self._file.words.matter)

    @cached_property
    def _conflict(self) -> re.Pattern[str]:
        return expression(self._file.words.conflict)

    @cached_property
    def taking(self) -> re.Pattern[str]:
        """Every place where a position may be taken: groups `verb`, `noun`, `state`, `content`."""
        parts = [f"(?P<verb>{_quotable(any_of({*self.polarity, *self.thanks}))})"]
        for name in ("nouns", "states", "told", "contents"):
            sided: Sided = getattr(self._file, name)
            filled = [side for side in reversed(POLARITIES) if getattr(sided, side)]
            parts.extend(f"(?P<{name}_{side}>{_shaded(getattr(sided, side), name)})" for side in filled)
        return expression(r"(?<![\w-])(?:" + "|".join(reversed(parts)) + r")(?![\w-])")

    def rung(self, low: str) -> int | None:
        """The rung of the Taiwan ladder that a position in lower case comes up to; None where none fits."""
        return next((rung for rung, words in self._rungs if words.search(low)), None)


def _shaded(expressions: tuple[str, ...], kind: str) -> str:
    """Any of some expressions, as they fit a shadow; a noun may stand in quotation marks before its preposition."""
    words = [LINKED.sub(CLOSED, one) for one in expressions] if kind == "nouns" else expressions
    return THERE.sub(ANY_THERE, "|".join(words))


def _quotable(words: str) -> str:
    """The same expression, where some words of a phrase may stand in quotation marks."""
    return words.replace("\\ ", '["”]? ["“]?')


@cache
def load_stance(language: str = "en") -> StanceBook:
    """The words of stances of a language. Raises CodebookError where the file is broken."""
    return StanceBook(read_file("stance.toml", StanceFile, language), language)
