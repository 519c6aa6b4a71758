"""Facts become the words that they rest on, marked in their texts, the texts side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from communique.publish.wording import describe, evidence_of
from communique.records import AnyFact, ProtocolFact, Reading
from communique.store import Store, StoredDocument, StoredFact
from communique.visits.model import Source
from communique.web import links
from communique.web.languages import Words
from communique.web.views.marking import Piece, flaw_marks, marks_of, near_chosen, pieces

MOST = 24  # facts that are shown at once

_WEB = ("http://", "https://")


class Told(msgspec.Struct, frozen=True):
    """A fact in one line, in English, with the addresses of its words and of how it was read."""

    id: str
    kind: str
    words: str
    said_by: str | None
    address: str
    why: str
    is_chosen: bool = False


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A text with what is marked in it. `text` is None where the record holds no words (a coded register)."""

    document: str
    address: str
    source: str
    kind: str
    published: str | None
    language: str | None
    title: tuple[Piece, ...]
    text: tuple[Piece, ...] | None
    url: str | None
    facts: tuple[Told, ...]

    @property
    def heading(self) -> str:
        """The title, or else who publishes it."""
        return "".join(piece.words for piece in self.title) or self.source


def passages(store: Store, fact_ids: Iterable[str], words: Words, of: Collection[str] = ()) -> tuple[Passage, ...]:
    """The texts of facts with the words of each marked, in the order in which the facts are named.

    `of` names the attributes of a visit that are asked for: their words are marked before the others.
    Raises: NotInRecordError: one of the facts is unknown.
    """
    found: dict[str, list[StoredFact]] = {}
    for fact_id in list(dict.fromkeys(fact_ids))[:MOST]:
        one = store.fact(fact_id)
        found.setdefault(one.document, []).append(one)
    return tuple(_side(store.document(name), facts, words, of) for name, facts in found.items())


def whole_text(store: Store, document_id: str, fact_id: str | None, words: Words) -> Passage:
    """A text with all that it states marked, the words of one fact chosen.

    Raises: NotInRecordError: the text is unknown.
    """
    stored, reading = store.document(document_id), store.reading(document_id)
    told = [fact for fact in reading.facts if fact.id != fact_id]
    chosen = [fact for fact in reading.facts if fact.id == fact_id]
    if fact_id and not chosen:  # rejected, or of an older reading: its words stand there still
        chosen = [one.fact for one in [store.fact(fact_id)] if one.document == document_id]
    return passage(stored, reading, chosen, told, words)


def passage(
    stored: StoredDocument, reading: Reading, chosen: Sequence[AnyFact], told: Sequence[AnyFact], words: Words
) -> Passage:
    """A text with its flaws, the words of some facts, and those of the chosen ones, marked."""

    def marked(text: str, *, in_title: bool) -> tuple[Piece, ...]:
        marks = flaw_marks(reading.flaws, in_title=in_title)
        for tone, facts in (("told", told), ("chosen", chosen)):
            marks += [
                mark
                for fact in facts
                for mark in marks_of(fact.evidence, tone, in_title=in_title)  # type: ignore[arg-type]
            ]
        return pieces(text, marks)

    ids = {fact.id for fact in chosen}
    listed = sorted((*chosen, *told), key=lambda fact: (fact.evidence[0].where != "title", fact.evidence[0].start))
    return _passage(
        stored,
        marked(stored.title or "", in_title=True),
        marked(stored.text, in_title=False) if stored.text is not None else None,
        [_told(fact, stored.id, words, is_chosen=fact.id in ids) for fact in listed],
        words,
    )


def source_words(source: Source, words: Words) -> str:
    """What kind of source: official, agency …, with its country where that is known."""
    kind = words.code("source", source.kind)
    return f"{kind}, {words.country(source.country)}" if source.country else kind


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web: a text must not bring a link that runs."""
    return url if url and url.lower().startswith(_WEB) else None


def _side(stored: StoredDocument, facts: Sequence[StoredFact], words: Words, of: Collection[str]) -> Passage:
    told = [piece for one in facts for piece in one.fact.evidence]
    chosen = [piece for one in facts for piece in evidence_of(one.fact, of)]

    def marked(text: str, *, in_title: bool) -> tuple[Piece, ...]:
        marks = [*marks_of(told, "told", in_title=in_title), *marks_of(chosen, "chosen", in_title=in_title)]
        return pieces(text, marks)

    title = marked(stored.title or "", in_title=True)
    text = near_chosen(marked(stored.text, in_title=False)) if stored.text is not None else None
    return _passage(stored, title, text, [_told(one.fact, stored.id, words, is_chosen=True) for one in facts], words)


def _passage(
    stored: StoredDocument,
    title: tuple[Piece, ...],
    text: tuple[Piece, ...] | None,
    facts: Sequence[Told],
    words: Words,
) -> Passage:
    chosen = next((one.id for one in facts if one.is_chosen), None)
    return Passage(
        document=stored.id,
        address=links.text(stored.id, chosen),
        source=stored.source.name,
        kind=source_words(stored.source, words),
        published=words.day(stored.published) if stored.published else None,
        language=stored.language,
        title=title,
        text=text,
        url=web_address(stored.url),
        facts=tuple(facts),
    )


def _told(fact: AnyFact, document: str, words: Words, *, is_chosen: bool) -> Told:
    kind = fact.__struct_config__.tag
    return Told(
        id=fact.id,
        kind=words.code("fact", str(kind)),
        words=fact_line(fact, words),
        said_by=None if fact.said_by == "author" else words.country(fact.said_by),
        address=links.text(document, fact.id),
        why=links.why(document, fact.id),
        is_chosen=is_chosen,
    )


def fact_line(fact: AnyFact, words: Words) -> str:
    """A fact in one line; of a courtesy, its name with what is told of it."""
    said = " ".join(describe(fact).split())
    if not isinstance(fact, ProtocolFact):
        return said
    absent = f" ({words.code('reported', 'no')})" if fact.reported == "no" else ""
    _, colon, details = said.partition(": ")
    return words.code("signal", fact.signal) + absent + (f": {details}" if colon else "")
