"""A dossier becomes the page of its visit: cells with their support, six sections, the table of protocol, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from communique.publish.brief import notes_of
from communique.publish.changes import change_section
from communique.publish.contents import conclusion_section, content_section, contested_section
from communique.publish.dossier import Dossier
from communique.publish.page import Origin, Section, Statement
from communique.publish.sections import declared_statements, measure_statements, time_section
from communique.store import Store
from communique.visits.model import Attribute, Support, Visit
from communique.web import links
from communique.web.languages import Words
from communique.web.views.level import Group, protocol_groups
from communique.web.views.rows import guest_of
from communique.web.views.words import web_address

_CODES = {"kind": "kind", "status": "status", "notice": "notice", "occasion": "occasion", "guest_office": "office"}
_CELLS = ("place", "venue", "kind", "status", "notice", "occasion")


class Other(msgspec.Struct, frozen=True):
    """A value at odds with the accepted one, by how many independent sources, and where their words are."""

    value: str
    by: str
    address: str


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the record holds of a visit. `address` shows the words of all who state it, side by side."""

    label: str
    value: str
    note: str | None = None
    address: str | None = None
    by: str | None = None
    link: str | None = None
    others: tuple[Other, ...] = ()


class Shown(msgspec.Struct, frozen=True):
    """A section under its title in the reader's language, and the name of its place on the page."""

    place: str
    title: str
    section: Section


class Numbered(msgspec.Struct, frozen=True):
    """A numbered source, with its pages: of the text here, and where it was published."""

    origin: Origin
    kind: str
    published: str | None
    address: str
    url: str | None


class VisitPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of a visit shows. `before` is the address of the comparison with the visit before."""

    id: str
    title: str
    way: str
    dyad: str
    csv: str
    dates: str
    kind: str
    status: str | None
    cells: tuple[Cell, ...]
    sections: tuple[Shown, ...]
    declared: tuple[Statement, ...]
    measured: tuple[Statement, ...]
    protocol: tuple[Group, ...]
    sources: tuple[Numbered, ...]
    before: str | None
    before_dates: str | None
    reports: int

    @property
    def has_usual(self) -> bool:
        """The host's own usual is known of some courtesy."""
        return any(row.usual for group in self.protocol for row in group.told)

    def document(self, number: int) -> str:
        """The id of the text of a numbered source."""
        return next(one.origin.document for one in self.sources if one.origin.number == number)


def visit_page(store: Store, made: Dossier, words: Words) -> VisitPage:
    """The page of a dossier in a language; its sentences are English."""
    notes, visit = notes_of(made), made.visit
    time = time_section(made, notes)
    declared, measured = tuple(declared_statements(visit, notes)), tuple(measure_statements(made))
    protocol = protocol_groups(made, notes, words)
    rest = (
        ("content", content_section(made, notes)),
        ("conclusion", conclusion_section(made, notes)),
        ("change", change_section(made.change, made.before, visit, notes)),
        ("contested", contested_section(visit, notes)),
    )
    sections = (("time", time), ("level", Section("Level", ())), *rest)
    before = made.before
    return VisitPage(
        id=visit.id,
        title=words("visit.title", guest=guest_of(visit, words), host=words.country(visit.host_country)),
        way=f"{words.country(visit.guest_country)} → {words.country(visit.host_country)}",
        dyad=links.dyad(visit.guest_country, visit.host_country),
        csv=links.with_query("/downloads/visits.csv", between=f"{visit.guest_country},{visit.host_country}"),
        dates=words.dates(visit),
        kind=words.code("kind", visit.kind) if visit.kind else words("visit.no_kind"),
        status=words.code("status", visit.status) if visit.status not in {None, "completed"} else None,
        cells=tuple(_cells(visit, words)),
        sections=tuple(Shown(place, words(f"visit.section.{place}"), one) for place, one in sections),
        declared=declared,
        measured=measured,
        protocol=protocol,
        sources=tuple(_numbered(one, words) for one in notes.origins(store, made.dyad)),
        before=links.compare(before.id, visit.id) if before else None,
        before_dates=words.dates(before) if before else None,
        reports=len(visit.reports),
    )


def _cells(visit: Visit, words: Words) -> Iterator[Cell]:
    length = words("visit.days", n=visit.days) if visit.days else None
    yield _cell(visit, ("start", "end"), words("visits.when"), words.dates(visit), words, note=length)
    for who, person, country in (
        ("guest", visit.guest, visit.guest_country),
        ("host", visit.host, visit.host_country),
    ):
        office = words.code("office", person.office) if person.office else None
        link = links.leader(person.name, country) if person.name else None
        unnamed = words.country(country) if who == "host" else words("visits.unnamed")
        value = person.name or unnamed
        label = words(f"visits.{'who' if who == 'guest' else 'host'}")
        note = ", ".join(one for one in (office, words.country(country)) if one and one != value)
        yield _cell(visit, (who, f"{who}_office"), label, value, words, note=note, link=link)
    for name in _CELLS:
        found = visit.attribute(name)
        if found is not None:
            value = _value(name, found.value, words)
            yield _cell(visit, (name,), words.code("attribute", name), value, words)


def _cell(
    visit: Visit,
    names: tuple[str, ...],
    label: str,
    value: str,
    words: Words,
    *,
    note: str | None = None,
    link: str | None = None,
) -> Cell:
    found = [one for name in names if (one := visit.attribute(name)) is not None]
    facts = _facts(support for one in found for support in one.support)
    return Cell(
        label=label,
        value=value,
        note=note,
        link=link,
        address=links.words(facts, names) if facts else None,
        by=_by(found[0], words) if found else None,
        others=tuple(other for one in found for other in _others(one, words)),
    )


def _by(attribute: Attribute, words: Words) -> str:
    if attribute.judgement is not None:
        return words("visit.by_editor")
    return words("visit.by", n=attribute.sources)


def _others(attribute: Attribute, words: Words) -> Iterator[Other]:
    for claim in attribute.dissent if attribute.judgement is None else ():
        by = words("visit.by", n=claim.sources)
        yield Other(
            _value(attribute.name, claim.value, words), by, links.words(_facts(claim.support), [attribute.name])
        )


def _value(name: str, value: object, words: Words) -> str:
    if name in _CODES:
        return words.code(_CODES[name], str(value))
    return words.day(str(value)) if name in {"start", "end"} else str(value)


def _facts(support: Iterable[Support]) -> list[str]:
    return list(dict.fromkeys(one.fact for one in support))


def _numbered(origin: Origin, words: Words) -> Numbered:
    published = words.day(origin.published) if origin.published else None
    kind = words.code("source", origin.kind)
    return Numbered(origin, kind, published, links.text(origin.document), web_address(origin.url))
