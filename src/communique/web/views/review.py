"""A question of the review queue becomes what an editor sees: the choices, who says what, and in which words."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.errors import StoreError
from communique.publish.wording import quoted
from communique.store import Store, StoredFact
from communique.visits.model import Judgement, ReviewItem, Support, Value
from communique.visits.review import choices, claims, facts_of
from communique.web import links
from communique.web.languages import Words
from communique.web.views.rows import Row, rows_of

QUOTED = 400  # characters of a report's words


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One report that a question rests on: who published it when, in which words; `fact` is the id to reject."""

    fact: str
    source: str
    kind: str
    published: str | None
    title: str | None
    quote: str
    address: str


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: what is sent, how it reads, how many independent sources back it, and the reports that do."""

    value: Value
    words: str
    sources: int | None
    voices: tuple[Voice, ...]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question as it is shown. `grounds` are points and words; `voices` those that belong to no single choice."""

    ask: str
    title: str
    visits: tuple[Row, ...]
    choices: tuple[Choice, ...]
    voices: tuple[Voice, ...]
    grounds: tuple[tuple[str, str], ...]
    attribute: str | None
    fact: str | None
    other: str | None
    takes_other: bool


def question_of(store: Store, item: ReviewItem, words: Words) -> Question:
    """The question to show for an item of the queue."""
    visits = rows_of([store.visit(name) for name in item.visits], words)
    attribute = item.attribute
    return Question(
        ask=item.ask,
        title=_title(item, words),
        visits=visits,
        choices=tuple(_choice(store, value, item, words) for value in choices(item)),
        voices=_voices(store, facts_of(item), words) if attribute is None else (),
        grounds=tuple((f"{one.points:+.1f}", one.words) for one in item.score.reasons) if item.score else (),
        attribute=attribute.name if attribute else None,
        fact=item.score.left if item.score else item.telling,
        other=item.score.right if item.score else None,
        takes_other=attribute is not None and not attribute.name.startswith("protocol:"),
    )


def told(judgement: Judgement, store: Store, words: Words) -> str:
    """A judgement in one line, with the visit that it touches today."""
    try:
        visit = store.fact(judgement.fact).visit or judgement.fact
    except StoreError:
        visit = judgement.fact
    attribute = words.code("attribute", judgement.attribute) if judgement.attribute else ""
    value = _value(judgement.attribute, judgement.value, words) if judgement.value is not None else ""
    return words(f"review.did.{judgement.verdict}", visit=visit, attribute=attribute, value=value)


def _title(item: ReviewItem, words: Words) -> str:
    if item.attribute is not None:
        return words("review.ask_value", attribute=words.code("attribute", item.attribute.name))
    return words(f"review.ask_{item.ask}")


def _choice(store: Store, value: Value, item: ReviewItem, words: Words) -> Choice:
    if item.attribute is None:
        return Choice(value=value, words=words(f"review.{str(value).replace(' ', '_')}"), sources=None, voices=())
    claim = next(one for one in claims(item.attribute) if one.value == value)
    return Choice(
        value=value,
        words=_value(item.attribute.name, value, words),
        sources=claim.sources,
        voices=_voices(store, _facts(claim.support), words),
    )


def _facts(support: Iterable[Support]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.fact for one in support))


def _value(attribute: str | None, value: Value, words: Words) -> str:
    if attribute in {"start", "end"}:
        return words.day(str(value))
    return words.code(attribute, value) if attribute in {"kind", "status", "notice", "occasion"} else str(value)  # type: ignore[arg-type]


def _voices(store: Store, facts: Iterable[str], words: Words) -> tuple[Voice, ...]:
    found = [store.fact(name) for name in facts]
    titles = {one.id: one.title for one in store.documents({one.document for one in found})} if found else {}
    return tuple(_voice(one, titles.get(one.document), words) for one in found)


def _voice(stored: StoredFact, title: str | None, words: Words) -> Voice:
    return Voice(
        fact=stored.fact.id,
        source=stored.source.name,
        kind=words.code("source", stored.source.kind),
        published=words.day(stored.published) if stored.published else None,
        title=title,
        quote=quoted(stored.fact.evidence, QUOTED),
        address=links.text(stored.document, stored.fact.id),
    )
