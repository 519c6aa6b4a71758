"""Two visits of one pair of countries become a page: what changed, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from litestar.exceptions import ClientException

from communique.analysis import Act, Change, Label, Part, Position
from communique.publish.dossier import changed
from communique.store import Store
from communique.visits.model import Visit
from communique.web import links
from communique.web.languages import Words
from communique.web.views.beside import BesideRow, Quoting, Said, sentence, value_words
from communique.web.views.beside import Part as Sort
from communique.web.views.rows import guest_of

PROPERTIES = ("start", "end", "days", "kind", "place", "venue", "notice", "occasion", "combined_with", "count_in_year")
BADGES = ("new", "up", "down", "turned", "same", "gone")
_ACTS = {"new": "new", "repeated": "same", "stronger": "up", "weaker": "down", "not_mentioned": "gone"}
_POSITIONS = {**_ACTS, "same": "same", "further": "up", "back": "down", "reversed": "turned", "unclear": "turned"}
_LABELS = {**_ACTS, "same": "same", "higher": "up", "lower": "down", "reworded": "turned"}


class VisitHead(msgspec.Struct, frozen=True):
    """One of the two visits at the head of its column."""

    id: str
    days: str
    guest: str
    way: str
    texts: str
    address: str


class CompareView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of two visits shows; `between` is the time that lies between them in words."""

    title: str
    dyad: str
    earlier: VisitHead
    later: VisitHead
    between: str | None
    parts: tuple[Sort, ...]
    opposite: bool
    """The visits went opposite ways, so that their protocol is not compared."""


def compare_view(store: Store, one: str, other: str, words: Words) -> CompareView:
    """The page of two visits, the earlier first whichever is named first.

    Raises: NotInRecordError: an unknown id; ClientException: one visit twice, or visits of two pairs of countries.
    """
    before, after = pair_of(store, one, other)
    facts = [store.facts(visit.id) for visit in (before, after)]
    change = changed(before, facts[0], after, facts[1])
    quoting = Quoting([*facts[0], *facts[1]], words)
    parts = (
        Sort("visit", words("sides.topic.visit"), tuple(_properties(before, after, quoting, words))),
        Sort("protocol", words("sides.topic.protocol"), tuple(_courtesies(change, quoting, words))),
        Sort("label", words("sides.topic.label"), tuple(_labels(change, quoting, words))),
        Sort("position", words("sides.topic.position"), tuple(_positions(change, quoting, words))),
        Sort("act", words("sides.topic.act"), tuple(_acts(change, quoting, words))),
    )
    names = [words.country(code) for code in sorted((before.guest_country, before.host_country))]
    days = change.interval
    return CompareView(
        title=words("compare.title", one=names[0], other=names[1]),
        dyad=links.dyad(before.guest_country, before.host_country),
        earlier=_head(before, words),
        later=_head(after, words),
        between=words("compare.between", days=words("dyad.days", n=days.least)) if days and days.is_exact else None,
        parts=tuple(part for part in parts if part.rows),
        opposite=before.host_country != after.host_country,
    )


def pair_of(store: Store, one: str, other: str) -> tuple[Visit, Visit]:
    """The two visits, the earlier first. Raises: as `compare_view`."""
    before, after = sorted(
        (store.visit(one), store.visit(other)), key=lambda visit: (visit.first_day or "9999", visit.id)
    )
    if before.id == after.id:
        raise ClientException(f"compare: found {before.id} twice; want two visits")
    if {before.guest_country, before.host_country} != {after.guest_country, after.host_country}:
        raise ClientException(f"compare: found {before.id} and {after.id}; want two visits between the same countries")
    return before, after


def _head(visit: Visit, words: Words) -> VisitHead:
    way = words("dyad.way", guest=words.country(visit.guest_country), host=words.country(visit.host_country))
    texts = words("compare.texts", n=len({report.document for report in visit.reports}))
    return VisitHead(visit.id, words.dates(visit), guest_of(visit, words), way, texts, links.visit(visit.id))


def _row(what: str, of: str | None, badge: str, cells: Sequence[Said | None], words: Words) -> BesideRow:
    return BesideRow(
        what=sentence(what),
        of=of,
        badge=badge,
        badge_words=words(f"compare.badge.{badge}"),
        columns=tuple((said,) if said is not None else () for said in cells),
    )


def _properties(before: Visit, after: Visit, quoting: Quoting, words: Words) -> Iterator[BesideRow]:
    for name in PROPERTIES:
        found = [visit.attribute(name) for visit in (before, after)]
        if not any(found):
            continue
        cells = [
            quoting.said(value_words(name, one.value, words), (by.fact for by in one.support), of=[name])
            if one
            else None
            for one in found
        ]
        values = [one.value if one else None for one in found]
        badge = "new" if values[0] is None else "gone" if values[1] is None else "same"
        if badge == "same" and values[0] != values[1]:
            badge = "turned"
        yield _row(words.code("attribute", name), None, badge, cells, words)


def _courtesies(change: Change, quoting: Quoting, words: Words) -> Iterator[BesideRow]:
    cells: list[Said | None]
    for one in change.protocol:
        cells = [_courtesy(one.earlier, quoting, words), _courtesy(one.later, quoting, words)]
        yield _row(words.code("signal", one.earlier.signal), None, one.move, cells, words)
    for part in change.only_later:
        cells = [None, _courtesy(part, quoting, words)]
        yield _row(words.code("signal", part.signal), None, "new", cells, words)
    for part in change.only_earlier:
        cells = [_courtesy(part, quoting, words), None]
        yield _row(words.code("signal", part.signal), None, "gone", cells, words)


def _courtesy(part: Part, quoting: Quoting, words: Words) -> Said:
    said = words.code("reported", part.reported)
    if part.rank is not None:
        said = f"{said} · {words('compare.rank', rank=part.rank)}"
    return quoting.said(said, part.facts)


def _labels(change: Change, quoting: Quoting, words: Words) -> Iterator[BesideRow]:
    for one in change.labels:
        cells = [_label(label, quoting, words) for label in (one.earlier, one.later)]
        yield _row(words("sides.label"), None, _LABELS[one.move], cells, words)


def _label(label: Label | None, quoting: Quoting, words: Words) -> Said | None:
    if label is None:
        return None
    tiers = ", ".join(words("dyad.tier", tier=tier, country=words.country(code)) for code, tier in label.tiers)
    return quoting.said(f"“{label.label}”" + (f" ({tiers})" if tiers else ""), label.facts)


def _positions(change: Change, quoting: Quoting, words: Words) -> Iterator[BesideRow]:
    alike: dict[tuple[str, str, tuple[Said | None, ...]], list[str]] = {}
    for one in change.positions:
        known = one.later or one.earlier
        if known is not None:
            cells = tuple(_position(held, quoting, words) for held in (one.earlier, one.later))
            alike.setdefault((known.issue, _POSITIONS[one.move], cells), []).append(words.country(known.holder))
    for (issue, badge, held), holders in sorted(alike.items(), key=lambda item: BADGES.index(item[0][1])):
        yield _row(words.code("issue", issue), ", ".join(holders), badge, held, words)


def _position(held: Position | None, quoting: Quoting, words: Words) -> Said | None:
    if held is None:
        return None
    polarity = words.code("polarity", held.polarity) if held.polarity else words("dyad.both_ways")
    said = words("dyad.rung", rung=held.rung) if held.rung is not None else polarity
    return quoting.said(said, held.facts)


def _acts(change: Change, quoting: Quoting, words: Words) -> Iterator[BesideRow]:
    for one in sorted(change.acts, key=lambda one: BADGES.index(_ACTS[one.move])):
        act = one.later or one.earlier
        if act is not None:
            cells = [_act(made, quoting, words) for made in (one.earlier, one.later)]
            yield _row(_fields(act, words), _takers(act, words), _ACTS[one.move], cells, words)


def _act(act: Act | None, quoting: Quoting, words: Words) -> Said | None:
    if act is None:
        return None
    return quoting.said(f"{act.strength} {words.code('strength', str(act.strength))}", act.facts)


def _fields(act: Act, words: Words) -> str:
    return ", ".join(words.code("field", field) for field in act.fields) or words("dyad.no_field")


def _takers(act: Act, words: Words) -> str:
    return ", ".join(map(words.country, act.parties)) or words("dyad.nobody")
