"""The dossier of a visit becomes the figures of its brief."""

from __future__ import annotations

from communique.publish.dossier import Dossier
from communique.publish.drawing import svg
from communique.publish.page import Figure
from communique.publish.plots import commitments_by_field, protocol_profile, timeline
from communique.publish.saying import counted, dates
from communique.publish.wording import name
from communique.store import Store


def figures(store: Store, made: Dossier) -> tuple[Figure, ...]:
    """The plots of a brief: those of the three for which the record has something.

    Raises: CommuniqueError: the extra `plots` is not installed.
    """
    visit = made.visit
    pair = f"{name(visit.guest_country)} and {name(visit.host_country)}"
    sources = len({report.source.id for one in made.dyad for report in one.reports})
    basis = f"Source: this record, {counted(sources, 'outlet')}."
    meetings = store.meetings((visit.guest_country, visit.host_country))
    dated = [one for one in made.dyad if one.precision != "unknown"]
    found = []
    if dated:
        caption = f"Visits between {pair} by first day. Vague dates stand at their first possible day. {basis}"
        found.append(Figure("Timeline", caption, svg(timeline(dated, meetings))))
    stated = store.facts([one.id for one in dated], kinds=["commitment"]) if dated else []
    if stated:
        caption = "Number of commitments in each field, one that several texts repeat counted once; the colour is the "
        caption += f"strongest wording, which is no forecast that it will be kept. {basis}"
        found.append(Figure("Commitments by field", caption, svg(commitments_by_field(dated, stated))))
    if made.level.stated:
        caption = f"{dates(visit)}. Bars: courtesies reported; thin lines: how much it may have been. {basis}"
        found.append(Figure("Protocol", caption, svg(protocol_profile(made.level))))
    return tuple(found)
