"""Visits become a graph of who visits whom, as GraphML: countries are nodes, visits from one to another an edge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, NamedTuple
from xml.etree import ElementTree as ET

from communique.publish.tables import each_visit
from communique.publish.wording import name, printable
from communique.store import Store
from communique.visits.model import Visit

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = {"name": "string", "made": "int", "received": "int"}
_EDGE_KEYS = {"visits": "int", "weight": "double", "first": "string", "last": "string", "kinds": "string"}


class Held(NamedTuple):
    """What an edge needs of a visit."""

    day: str | None
    kind: str | None


def export_graphml(store: Store, file: BinaryIO) -> None:
    """Writes the graph of all visits held: direction from guest to host country."""
    file.write(graphml(each_visit(store)))


def graphml(visits: Iterable[Visit]) -> bytes:
    """The graph as UTF-8 XML. Edges carry the number of visits, the first and last day known, and the kinds declared.

    Cancelled visits and mere plans are left out.
    """
    ways: dict[tuple[str, str], list[Held]] = {}
    for visit in visits:
        if visit.status not in {"cancelled", "planned"}:
            day = visit.first_day if visit.precision != "unknown" else None
            ways.setdefault((visit.guest_country, visit.host_country), []).append(Held(day, visit.kind))
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for target, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key, kind in keys.items():
            ET.SubElement(root, "key", {"id": f"{target}_{key}", "for": target, "attr.name": key, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="visits", edgedefault="directed")
    for country in sorted({code for way in ways for code in way}):
        made = sum(len(found) for (guest, _), found in ways.items() if guest == country)
        received = sum(len(found) for (_, host), found in ways.items() if host == country)
        node = ET.SubElement(graph, "node", id=printable(country))
        _data(node, "node", {"name": name(country), "made": made, "received": received})
    for (guest, host), found in sorted(ways.items()):
        one, other = printable(guest), printable(host)
        edge = ET.SubElement(graph, "edge", id=f"{one}-{other}", source=one, target=other)
        _data(edge, "edge", _edge(found))
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _edge(found: list[Held]) -> dict[str, object]:
    days = sorted(one.day for one in found if one.day)
    kinds = sorted({one.kind for one in found if one.kind})
    counted = ", ".join(f"{kind} {sum(one.kind == kind for one in found)}" for kind in kinds)
    return {
        "visits": len(found),
        "weight": float(len(found)),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "kinds": counted or None,
    }


def _data(parent: ET.Element, target: str, values: dict[str, object]) -> None:
    for key, value in values.items():
        if value is not None:
            ET.SubElement(parent, "data", key=f"{target}_{key}").text = printable(str(value))
