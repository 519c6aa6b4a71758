"""What stands side by side: matters in rows, who speaks of them in columns, and the very words in the cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from communique.publish.wording import evidence_of, joined
from communique.store import StoredFact
from communique.web import links
from communique.web.languages import Words

LONGEST = 200  # characters of a quote in a cell; the text has them all
QUOTED = 3  # words of so many facts stand in a cell; the rest is a link away


class Quote(msgspec.Struct, frozen=True):
    """The words of one fact, and whose text they are from."""

    words: str
    source: str
    address: str


class Said(msgspec.Struct, frozen=True):
    """One thing that is said of a matter, in the reader's language, with the words that it rests on."""

    words: str
    quotes: tuple[Quote, ...]
    all: str | None = None
    lang: str | None = None


class BesideRow(msgspec.Struct, frozen=True, kw_only=True):
    """One matter; `badge` is the code of how the columns stand to each other. An empty column is silent."""

    what: str
    of: str | None
    badge: str
    badge_words: str
    columns: tuple[tuple[Said, ...], ...]
    dispute: str | None = None
    """That others say something else than the two sides, in words."""


class Part(msgspec.Struct, frozen=True):
    """The matters of one sort."""

    id: str
    title: str
    rows: tuple[BesideRow, ...]


class Quoting:
    """Finds the words of facts."""

    def __init__(self, facts: Iterable[StoredFact], words: Words, joint: Iterable[str] = ()) -> None:
        """`joint` are the documents that speak for both sides, of which each quote says so."""
        self._facts = {one.fact.id: one for one in facts}
        self._words = words
        self._joint = set(joint)

    def said(self, words: str, fact_ids: Iterable[str], lang: str | None = None, *, of: Collection[str] = ()) -> Said:
        """Something said with the words of these facts; facts that are not at hand are left out.

        `of` names the attributes of a visit that are asked for, so that only their words are quoted.
        """
        stored = [self._facts[name] for name in dict.fromkeys(fact_ids) if name in self._facts]
        quotes: dict[tuple[str, str], Quote] = {}
        for one in stored:
            quote = self._quote(one, of)
            quotes.setdefault((quote.words, one.document), quote)
        every = links.words((one.fact.id for one in stored), of) if len(quotes) > QUOTED else None
        return Said(words, tuple(quotes.values())[:QUOTED], every, lang)

    def _quote(self, one: StoredFact, of: Collection[str]) -> Quote:
        source = one.source.name
        if one.document in self._joint:
            source = self._words("sides.joint_of", source=source)
        words = " ".join(joined(evidence_of(one.fact, of)).split())
        if len(words) > LONGEST:
            words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
        return Quote(words, source, links.text(one.document, one.fact.id))


def value_words(name: str, value: object, words: Words) -> str:
    """A property of a visit in the reader's language; names stay as they are."""
    if name in {"start", "end"}:
        return words.day(str(value))
    if name == "days":
        return words("dyad.days", n=int(str(value)))
    if name in {"kind", "notice", "occasion", "status"}:
        return words.code(name, str(value))
    if name == "combined_with":
        return words.country(str(value))
    return words.number(value) if isinstance(value, int) else str(value)


def sentence(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
