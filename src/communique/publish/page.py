"""The nouns of a brief: sections of statements, each with the numbered sources and the words that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, TypeAlias

import msgspec

from communique.publish.wording import evidence_of, joined
from communique.store import Store, StoredDocument, StoredFact
from communique.visits.model import Visit

Tone: TypeAlias = Literal["plain", "up", "down", "claim", "contested", "silent"]


class Cite(msgspec.Struct, frozen=True):
    """A numbered source of the page and its words; `fact` is the id of the fact that they were read as.

    `of` are the attributes of a visit that the words were asked for.
    """

    number: int
    quote: str
    fact: str
    of: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True):
    """One sentence of a brief with what it rests on. `tone` says how to colour it, never more than the words say."""

    words: str
    cites: tuple[Cite, ...] = ()
    tone: Tone = "plain"

    @property
    def quoted(self) -> tuple[Cite, ...]:
        """The cites whose words the sentence does not itself repeat."""
        said = self.words.casefold()
        return tuple(one for one in self.cites if one.quote.casefold() not in said)


class Block(msgspec.Struct, frozen=True):
    """Statements under one small heading; None where they need none."""

    title: str | None
    statements: tuple[Statement, ...]


class Section(msgspec.Struct, frozen=True):
    """One of the questions that a brief answers; `empty` is shown where the record has nothing on it."""

    title: str
    blocks: tuple[Block, ...]
    empty: str = "Nothing in the record."


class Origin(msgspec.Struct, frozen=True):
    """One numbered source at the foot of the page; `reprint_of` is the number of the source that it repeats."""

    number: int
    name: str
    kind: str
    document: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    reprint_of: int | None = None


class Figure(msgspec.Struct, frozen=True):
    """A drawing for the HTML page: SVG, a title, and a caption that says what is shown, in what unit, from what."""

    title: str
    caption: str
    svg: str


class Page(msgspec.Struct, frozen=True):
    """A brief or a comparison, ready for the terminal, Markdown or HTML."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    origins: tuple[Origin, ...]
    figures: tuple[Figure, ...] = ()


class Notes:
    """The notes of one page: numbers its sources in the order in which they are first cited."""

    def __init__(self, facts: Iterable[StoredFact]) -> None:
        self._facts = {one.fact.id: one for one in facts}
        self._numbers: dict[str, int] = {}

    def cite(self, fact_ids: Iterable[str], of: Collection[str] = ()) -> tuple[Cite, ...]:
        """The sources of these facts, one cite for each text and wording, by number; facts unknown are left out.

        `of` names the attributes of a visit that are asked for, so that only their words are quoted.
        """
        found: dict[tuple[int, str], Cite] = {}
        stored = [self._facts[fact] for fact in dict.fromkeys(fact_ids) if fact in self._facts]
        for one in sorted(stored, key=lambda one: (one.published or "9999", one.document)):
            number = self._numbers.setdefault(one.document, len(self._numbers) + 1)
            quote = joined(evidence_of(one.fact, of))
            found.setdefault((number, quote), Cite(number, " ".join(quote.split()), one.fact.id, tuple(of)))
        return tuple(found[key] for key in sorted(found))

    def states(self, fact_id: str, field: str) -> object:
        """What a fact at hand has in one of its fields; None if it has none or is not at hand."""
        stored = self._facts.get(fact_id)
        return getattr(stored.fact, field, None) if stored else None

    def origins(self, store: Store, visits: Iterable[Visit] = ()) -> tuple[Origin, ...]:
        """The sources cited so far, by number; the reports of `visits` say which of them are reprints."""
        heads = {one.id: one for one in store.documents(list(self._numbers))} if self._numbers else {}
        reprints = {one.document: one.reprint_of for visit in visits for one in visit.reports if one.reprint_of}
        return tuple(
            _origin(number, heads[name], self._numbers.get(reprints.get(name, "")))
            for name, number in self._numbers.items()
            if name in heads
        )


def _origin(number: int, head: StoredDocument, reprint_of: int | None) -> Origin:
    title = " ".join(head.title.split()) if head.title else None
    return Origin(number, head.source.name, head.source.kind, head.id, title, head.published, head.url, reprint_of)
