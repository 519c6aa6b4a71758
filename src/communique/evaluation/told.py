"""JSON of gold files and of readings → Told: a fact with only those fields that scoring compares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from communique.records import Reading

KINDS = ("visit", "protocol", "meeting", "agreement", "relationship", "stance", "commitment", "assessment")
SMALL_WORDS = frozenset({"the", "of", "a", "an", "and", "to"})


class Words(msgspec.Struct, frozen=True):
    """Evidence as given: offsets, or a quote that is to be found in the text."""

    quote: str = ""
    start: int | None = None
    end: int | None = None


class Who(msgspec.Struct, frozen=True):
    """A person as far as scoring asks."""

    name: str | None = None
    country: str | None = None
    office: str | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of any kind, by a gold file or by a reading; what is not given is None."""

    kind: str
    evidence: tuple[Words | str, ...] | Words | str | None = None
    quote: str | None = None
    optional: bool = False
    guest: Who | None = None
    guest_country: str | None = None
    host_country: str | None = None
    start: str | None = None
    end: str | None = None
    visit_kind: str | None = None
    status: str | None = None
    signal: str | None = None
    reported: str | None = None
    participants: tuple[Who | None, ...] | None = None
    countries: tuple[str, ...] | None = None
    label: str | None = None
    polarity: str | None = None
    issue: str | None = None
    holder: tuple[str, ...] | str | None = None
    parties: tuple[str, ...] | None = None
    fields: tuple[str, ...] | None = None
    strength: int | None = None
    claim: str | None = None
    # the cells that are scored one by one (communique.evaluation.cells)
    host: Who | str | None = None
    place: Who | str | None = None
    days: int | None = None
    notice: str | None = None
    occasion: str | None = None
    combined_with: str | None = None
    count_in_year: int | None = None
    mention: str | None = None
    official: Who | str | None = None
    rank: int | None = None
    venue: str | None = None
    count: int | None = None
    date: str | None = None
    format: str | None = None
    instrument: str | None = None
    change: str | None = None
    toward: str | None = None
    about: str | None = None


def facts_told(reading: Reading) -> tuple[Told, ...]:
    """The facts of a reading, as scoring sees them."""
    return msgspec.json.decode(msgspec.json.encode(reading.facts), type=tuple[Told, ...])


def name_words(name: str | None) -> frozenset[str]:
    """The words of a name or label in plain ASCII lower case, without articles and the like."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", plain)) - SMALL_WORDS


def spans(fact: Told, text: str) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of a fact's evidence; a bare quote counts where it first stands."""
    return tuple(_spans(fact, text))


def quote_of(fact: Told) -> str:
    """The first words of a fact's evidence, or an empty string."""
    return next((given if isinstance(given, str) else given.quote for given in _given(fact)), "")


def _spans(fact: Told, text: str) -> Iterator[tuple[int, int]]:
    for given in _given(fact):
        words = Words(given) if isinstance(given, str) else given
        if words.start is not None and words.end is not None:
            yield words.start, words.end
        elif words.quote and words.quote in text:
            start = text.index(words.quote)
            yield start, start + len(words.quote)


def _given(fact: Told) -> tuple[Words | str, ...]:
    evidence = fact.evidence or fact.quote or ()
    return evidence if isinstance(evidence, tuple) else (evidence,)
