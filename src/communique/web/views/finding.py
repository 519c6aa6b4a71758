"""What somebody typed becomes what the record has of it: countries, visits of people, words of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from rapidfuzz import fuzz, process

from communique import knowledge
from communique.errors import NotInRecordError
from communique.store import Filter, Hit, Store
from communique.visits.model import Visit
from communique.visits.telling import fold
from communique.web import links
from communique.web.languages import Words
from communique.web.views.rows import Row, rows_of

VISITS = 10  # visits of people shown
TEXTS = 20
_SHORTEST = 3  # letters of a person's name that are looked for
_BETWEEN = re.compile(r"\s+(?:and|to|in|with|–|—|-|→|и|в)\s+|\s*[,–—→+&/-]\s*|和|与|访问|\s+")
_ID = re.compile(r"[A-Z]{2,}-[A-Z]{2,}-[\w-]+")


class Link(msgspec.Struct, frozen=True):
    """Something of the record that has a page."""

    words: str
    address: str


class Text(msgspec.Struct, frozen=True):
    """A text that holds the words, with those around them; the second of a part says that it was asked for."""

    title: str
    about: str
    address: str
    parts: tuple[tuple[str, bool], ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was found. `visit` is the page of a visit whose id was typed."""

    query: str
    visit: str | None = None
    places: tuple[Link, ...] = ()
    visits: tuple[Row, ...] = ()
    texts: tuple[Text, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """The record has nothing of it."""
        return not (self.visit or self.places or self.visits or self.texts)


def found(store: Store, query: str, words: Words) -> Found:
    """What the record has of a query: the id of a visit, names of countries in any of our languages, part of a person's
    name, words of texts (all of them; a phrase in quotation marks side by side).
    """
    query = " ".join(query.split())
    if not query:
        return Found(query="")
    if _ID.fullmatch(query) and (visit := _visit(store, query)):
        return Found(query=query, visit=visit)
    codes = tuple(dict.fromkeys(_codes(query)))
    return Found(
        query=query,
        places=tuple(_places(codes, words)),
        visits=rows_of(_visits(store, query, codes), words),
        texts=tuple(_texts(store.search(query, TEXTS), store, words)),
    )


def country_code(name: str) -> str | None:
    """The code of a country or body by its code, or a name of it in any of our languages; None for another word."""
    return _names().get(fold(name))


def near_country(name: str) -> str | None:
    """The code of the country or body whose name is most like a word that names none; None where none is like it."""
    found = process.extractOne(fold(name), _names().keys(), scorer=fuzz.ratio, score_cutoff=75)
    return _names()[found[0]] if found else None


def _codes(query: str) -> Iterator[str]:
    """The country that the query names, or the two that it names one after the other."""
    if whole := country_code(query):
        yield whole
        return
    for gap in _BETWEEN.finditer(query):
        left, right = country_code(query[: gap.start()]), country_code(query[gap.end() :])
        if left and right and left != right:
            yield left
            yield right
            return


def _places(codes: tuple[str, ...], words: Words) -> Iterator[Link]:
    if len(codes) == 2:
        yield Link(" – ".join(map(words.country, codes)), links.dyad(*codes))
    for code in codes:
        yield Link(words.country(code), links.country(code))


def _visits(store: Store, query: str, codes: tuple[str, ...]) -> list[Visit]:
    if len(codes) == 2:
        return store.visits(Filter(between=(codes[0], codes[1]), limit=VISITS, latest_first=True))
    if codes:
        both = [
            *store.visits(Filter(guest=codes[0], limit=VISITS, latest_first=True)),
            *store.visits(Filter(host=codes[0], limit=VISITS, latest_first=True)),
        ]
        return sorted(both, key=lambda one: (one.first_day or "", one.id), reverse=True)[:VISITS]
    if len(query) < _SHORTEST:
        return []
    return store.visits(Filter(person=query, limit=VISITS, latest_first=True))


def _texts(hits: list[Hit], store: Store, words: Words) -> Iterator[Text]:
    sources = {one.id: one.source.name for one in store.documents([hit.document for hit in hits])} if hits else {}
    for hit in hits:
        source = sources.get(hit.document, hit.source)
        title = hit.title or source
        about = [words.day(hit.published) if hit.published else "", source if source != title else ""]
        yield Text(title, " · ".join(filter(None, about)), links.text(hit.document), hit.parts)


def _visit(store: Store, visit_id: str) -> str | None:
    try:
        return links.visit(store.visit(visit_id).id)
    except NotInRecordError:
        return None


@cache
def _names() -> dict[str, str]:
    """Folded names and codes of all countries and bodies; where two share a name, none is meant."""
    tables = knowledge.load().tables
    meant: dict[str, set[str]] = {}
    for one in tables.countries:
        translated = [part for name in (one.name_zh, one.name_ru) if name for part in name.split("|")]
        for name in (one.iso3, one.name, one.official_name, *one.alternates, *translated):
            meant.setdefault(fold(name), set()).add(one.iso3)
    for body in tables.bodies:
        for name in (body.code, body.name, *body.aliases):
            meant.setdefault(fold(name), set()).add(body.code)
    return {name: next(iter(codes)) for name, codes in meant.items() if len(codes) == 1 and name}
