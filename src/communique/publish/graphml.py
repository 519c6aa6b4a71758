"""Visits become a graph of who visits whom, as GraphML: countries are nodes, visits from one to another an edge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO
from xml.etree import ElementTree as ET

from communique.publish.tables import all_visits
from communique.publish.wording import name
from communique.store import Store
from communique.visits.model import Visit

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = {"name": "string", "made": "int", "received": "int"}
_EDGE_KEYS = {"visits": "int", "weight": "double", "first": "string", "last": "string", "kinds": "string"}


def export_graphml(store: Store, file: BinaryIO) -> None:
    """Writes the graph of all visits held: direction from guest to host country."""
    file.write(graphml(all_visits(store)))


def graphml(visits: Iterable[Visit]) -> bytes:
    """The graph as UTF-8 XML. Edges carry the number of visits, the first and last day known, and the kinds declared.

    Cancelled visits and mere plans are left out.
    """
    ways: dict[tuple[str, str], list[Visit]] = {}
    for visit in visits:
        if visit.status not in {"cancelled", "planned"}:
            ways.setdefault((visit.guest_country, visit.host_country), []).append(visit)
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for target, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key, kind in keys.items():
            ET.SubElement(root, "key", {"id": f"{target}_{key}", "for": target, "attr.name": key, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="visits", edgedefault="directed")
    for country in sorted({code for way in ways for code in way}):
        made = sum(len(found) for (guest, _), found in ways.items() if guest == country)
        received = sum(len(found) for (_, host), found in ways.items() if host == country)
        node = ET.SubElement(graph, "node", id=country)
        _data(node, "node", {"name": name(country), "made": made, "received": received})
    for (guest, host), found in sorted(ways.items()):
        edge = ET.SubElement(graph, "edge", id=f"{guest}-{host}", source=guest, target=host)
        _data(edge, "edge", _edge(found))
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _edge(found: list[Visit]) -> dict[str, object]:
    days = sorted(visit.first_day for visit in found if visit.first_day and visit.precision != "unknown")
    kinds = sorted({visit.kind for visit in found if visit.kind})
    counted = ", ".join(f"{kind} {sum(visit.kind == kind for visit in found)}" for kind in kinds)
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
            ET.SubElement(parent, "data", key=f"{target}_{key}").text = str(value)
