"""A visit of the store becomes its brief; two visits become their comparison."""

from __future__ import annotations

from collections.abc import Sequence

from communique.analysis import timing
from communique.analysis.rubric import Rubric
from communique.errors import StoreError
from communique.publish.changes import change_section
from communique.publish.contents import conclusion_section, content_section, contested_section
from communique.publish.dossier import Dossier, changed, dossier, latest
from communique.publish.page import Block, Figure, Notes, Page, Section, Statement
from communique.publish.saying import counted, dates, guest_words, kind_words, sentence, span_words
from communique.publish.sections import attribute_cites, level_section, time_section
from communique.publish.wording import name
from communique.store import Filter, Store
from communique.visits.build import SUDDEN
from communique.visits.model import Visit


def brief(
    store: Store,
    visit_id: str,
    *,
    against: str | None = None,
    sudden_within: int = SUDDEN,
    rubric: Rubric | None = None,
    has_figures: bool = False,
) -> Page:
    """The brief of a visit: Time, Level, Content, Conclusion, Change, Contested, with numbered sources.

    It is compared with the visit `against`, or else with the guest's last visit to the same country, or else with the
    last of the dyad. `has_figures` adds plots, for which the extra `plots` must be installed.
    Raises: StoreError: no visit has that id; CommuniqueError: plots asked for and not installed.
    """
    made = dossier(store, visit_id, against=against, sudden_within=sudden_within, rubric=rubric)
    return page_of(store, made, figures=_figures(store, made) if has_figures else ())


def dyad_brief(
    store: Store,
    one: str,
    other: str,
    *,
    visit: str | None = None,
    since: str | None = None,
    sudden_within: int = SUDDEN,
    rubric: Rubric | None = None,
    has_figures: bool = False,
) -> Page:
    """The brief of the last visit between two countries (or of `visit`), with those since `since` listed before it.

    Raises: StoreError: the record has no such visit.
    """
    chosen = store.visit(visit) if visit else latest(store, (one, other), since=since)
    if {chosen.guest_country, chosen.host_country} != {one, other}:
        raise StoreError(f"{chosen.id}: found a visit between other countries; want one of {one} and {other}")
    page = brief(store, chosen.id, sudden_within=sudden_within, rubric=rubric, has_figures=has_figures)
    if since is None:
        return page
    listed = store.visits(Filter(between=(one, other), since=since))
    rows = tuple(
        Statement(sentence(f"{dates(one)}: {guest_words(one)}, {kind_words(one)} ({one.id})")) for one in listed
    )
    title = f"Visits since {since}"
    return Page(
        page.title, page.subtitle, (Section(title, (Block(None, rows),)), *page.sections), page.origins, page.figures
    )


def comparison(store: Store, earlier: str, later: str, *, rubric: Rubric | None = None) -> Page:
    """Two visits of one dyad side by side, and what changed; the earlier goes first whichever is named first.

    Raises: StoreError: an id is unknown, or the visits are one, or not of one dyad.
    """
    visits = sorted((store.visit(earlier), store.visit(later)), key=lambda one: (one.first_day or "9999", one.id))
    before, after = visits
    if before.id == after.id:
        raise StoreError(f"{earlier} {later}: found one visit; want another one of the same two countries")
    if {before.guest_country, before.host_country} != {after.guest_country, after.host_country}:
        raise StoreError(f"{earlier} {later}: found visits of two dyads; want two visits between the same countries")
    facts = [store.facts(one.id) for one in visits]
    notes = Notes([*facts[0], *facts[1]])
    dyad = store.visits(Filter(between=(before.guest_country, before.host_country)))
    sides = tuple(_side(one, dyad, notes) for one in visits)
    section = change_section(changed(before, facts[0], after, facts[1], rubric=rubric), before, after, notes)
    title = f"{_way(after)}: two visits compared"
    subtitle = f"{dates(before)} and {dates(after)}"
    contested = tuple(contested_section(one, notes) for one in visits)
    sections = (
        Section("Side by side", sides),
        section,
        *(_titled(*pair) for pair in zip(contested, visits, strict=True)),
    )
    return Page(title, subtitle, sections, notes.origins(store, visits))


def notes_of(made: Dossier) -> Notes:
    """The notes of a page that tells of a dossier, with no source cited yet."""
    return Notes([*made.facts, *made.before_facts, *made.row_facts, *made.elsewhere])


def page_of(store: Store, made: Dossier, figures: Sequence[Figure] = ()) -> Page:
    """The page of a dossier."""
    notes = notes_of(made)
    visit = made.visit
    sections = (
        time_section(made, notes),
        level_section(made, notes),
        content_section(made, notes),
        conclusion_section(made, notes),
        change_section(made.change, made.before, visit, notes),
        contested_section(visit, notes),
    )
    title = f"{sentence(guest_words(visit))} in {name(visit.host_country)}"
    subtitle = f"{_way(visit)} · {kind_words(visit)} · {dates(visit)} · {counted(visit.sources, 'independent source')}"
    return Page(title, f"{subtitle} · {visit.id}", sections, notes.origins(store, made.dyad), tuple(figures))


def _figures(store: Store, made: Dossier) -> tuple[Figure, ...]:
    from communique.publish.figures import figures  # noqa: PLC0415 - needs an extra

    return figures(store, made)


def _way(visit: Visit) -> str:
    return f"{name(visit.guest_country)} → {name(visit.host_country)}"


def _titled(section: Section, visit: Visit) -> Section:
    return Section(f"Contested: {visit.id}", section.blocks, section.empty)


def _side(visit: Visit, dyad: Sequence[Visit], notes: Notes) -> Block:
    when = timing(visit, dyad)
    length = f", {counted(visit.days, 'day')}" if visit.days else ""
    said = [
        Statement(
            sentence(f"{dates(visit)}{length}."),
            attribute_cites(visit, ("start", "end"), notes),
        ),
        Statement(f"{sentence(kind_words(visit))}.", attribute_cites(visit, ("kind",), notes)),
    ]
    if when.since_guest:
        said.append(Statement(f"{sentence(span_words(when.since_guest))} after the guest's visit before it."))
    if when.notice:
        said.append(Statement(f"{sentence(when.notice)}.", attribute_cites(visit, ("notice",), notes)))
    return Block(f"{visit.id}: {guest_words(visit)}", tuple(said))
