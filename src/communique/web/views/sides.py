"""The texts of one visit become a page: what both sides say, what only one says, what they tell differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import msgspec

from communique.analysis.matters import Matter, Saying, Side
from communique.analysis.sides import sides
from communique.analysis.voices import Voice, voices_of
from communique.records import AnyFact
from communique.store import Store, StoredFact
from communique.visits.model import Report, Visit
from communique.web import links
from communique.web.languages import Words
from communique.web.views.beside import BesideRow, Part, Quoting, Said, sentence, value_words
from communique.web.views.rows import guest_of

STANDINGS = ("differ", "both", "guest", "host", "others")
COLUMNS: tuple[Side, ...] = ("guest", "host", "others")


class TextOf(msgspec.Struct, frozen=True):
    """One text that speaks for a side."""

    title: str
    source: str
    published: str | None
    address: str
    is_joint: bool


class SideView(msgspec.Struct, frozen=True):
    """One column: whose side it is, and the texts that speak for it."""

    name: str
    texts: tuple[TextOf, ...]


class Standing(msgspec.Struct, frozen=True):
    """A number of matters that stand alike, and the address that shows them alone."""

    words: str
    number: str
    address: str
    is_chosen: bool


class SidesView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of two sides shows; `missing` says of which side the record has no text."""

    title: str
    visit: str
    days: str
    dyad: str
    columns: tuple[SideView, ...]
    standings: tuple[Standing, ...]
    parts: tuple[Part, ...]
    missing: str | None


def sides_view(store: Store, visit_id: str, show: str | None, words: Words) -> SidesView:
    """The page of the two sides of a visit; `show` keeps the matters of one standing. Raises: NotInRecordError."""
    visit = store.visit(visit_id)
    facts = store.facts(visit.id)
    voices = voices_in(visit, facts)
    by_fact = {one.fact.id: voices[one.document] for one in facts if one.document in voices}
    names = words.country(visit.guest_country), words.country(visit.host_country)
    quoting = Quoting(facts, words, [document for document, voice in voices.items() if voice == "joint"])
    stored = {one.fact.id: one for one in facts}
    parts = [
        Part(topic, words(f"sides.topic.{topic}"), tuple(_row(one, quoting, stored, names, words) for one in matters))
        for topic, matters in groupby(sides(visit, [one.fact for one in facts], by_fact), key=lambda one: one.topic)
    ]
    badges = [row.badge for part in parts for row in part.rows]
    path = links.sides(visit.id)
    shown = [msgspec.structs.replace(part, rows=_kept(part, show)) for part in parts]
    return SidesView(
        title=words("sides.title", guest=guest_of(visit, words), host=names[1]),
        visit=links.visit(visit.id),
        days=words.dates(visit),
        dyad=links.dyad(visit.guest_country, visit.host_country),
        columns=tuple(_side(side, visit, voices, names, words) for side in COLUMNS),
        standings=tuple(
            Standing(
                _standing(one, names, words),
                words.number(badges.count(one)),
                links.with_query(path, show=None if show == one else one),
                show == one,
            )
            for one in STANDINGS
        ),
        parts=tuple(part for part in shown if part.rows),
        missing=_missing(voices, names, words),
    )


def voices_in(visit: Visit, facts: Sequence[StoredFact]) -> dict[str, Voice]:
    """Whose words each text of a visit is, by document id."""
    by_document: dict[str, list[AnyFact]] = {}
    for one in facts:
        by_document.setdefault(one.document, []).append(one.fact)
    return voices_of(visit, by_document)


def _kept(part: Part, show: str | None) -> tuple[BesideRow, ...]:
    return tuple(row for row in part.rows if show is None or row.badge == show)


def _standing(standing: str, names: tuple[str, str], words: Words) -> str:
    return words(f"sides.standing.{standing}", guest=names[0], host=names[1])


def _side(side: str, visit: Visit, voices: Mapping[str, Voice], names: tuple[str, str], words: Words) -> SideView:
    spoken = ("guest", "joint") if side == "guest" else ("host", "joint") if side == "host" else ("others",)
    texts: dict[str, Report] = {one.document: one for one in visit.reports if voices[one.document] in spoken}
    return SideView(
        words(f"sides.side.{side}", guest=names[0], host=names[1]),
        tuple(
            TextOf(
                " ".join((one.title or one.source.name).split()),
                one.source.name,
                words.day(one.published) if one.published else None,
                links.text(one.document, one.telling),
                voices[one.document] == "joint",
            )
            for one in texts.values()
        ),
    )


def _missing(voices: Mapping[str, Voice], names: tuple[str, str], words: Words) -> str | None:
    spoken = set(voices.values())
    absent = [name for side, name in zip(("guest", "host"), names, strict=True) if not {side, "joint"} & spoken]
    return words("sides.missing", countries=" · ".join(absent)) if absent else None


def _row(
    matter: Matter, quoting: Quoting, stored: Mapping[str, StoredFact], names: tuple[str, str], words: Words
) -> BesideRow:
    what, of = _heading(matter, words)
    return BesideRow(
        what=sentence(what),
        of=of,
        badge=matter.standing,
        badge_words=_standing(matter.standing, names, words),
        columns=tuple(tuple(_said(matter, one, quoting, words) for one in matter.of(side)) for side in COLUMNS),
        dispute=words("sides.disputed") if matter.is_disputed else None,
    )


def _heading(matter: Matter, words: Words) -> tuple[str, str | None]:
    """What a matter is, and of whom where its sayings agree on it."""
    parties = {one.parties for one in matter.sayings}
    of = ", ".join(map(words.country, parties.pop())) or None if len(parties) == 1 else None
    match matter.topic:
        case "visit":
            return words.code("attribute", matter.name), None
        case "protocol":
            return words.code("signal", matter.name), None
        case "meeting":
            return matter.name, None
        case "label":
            return words("sides.label"), None
        case "agreement":
            return words(f"sides.instrument.{matter.name}"), of
        case "position":
            return words.code("issue", matter.name), of
        case _:
            return words.code("field", matter.name) if matter.name else words("dyad.no_field"), of


def _said(matter: Matter, one: Saying, quoting: Quoting, words: Words) -> Said:
    match matter.topic:
        case "visit":
            said = value_words(matter.name, one.value, words)
        case "protocol":
            said = words.code("reported", str(one.value))
        case "meeting":
            form = words(f"sides.format.{one.value}") if one.value else None
            said = " · ".join(filter(None, (form, one.words)))
        case "label":
            return quoting.said(f"“{one.words}”", one.facts, "en")
        case "agreement":
            state = words(f"sides.state.{one.value}") if one.value else ""
            said = " · ".join(filter(None, (state, one.words and f"“{one.words}”")))
        case "position":
            polarity = words.code("polarity", str(one.value)) if one.value else words("dyad.both_ways")
            said = words("dyad.rung", rung=one.rung) if one.rung is not None else polarity
        case _:
            takers = ", ".join(map(words.country, one.parties)) or words("dyad.nobody")
            said = f"{one.value} {words.code('strength', str(one.value))} · {takers}"
    return quoting.said(said, one.facts)
