"""New and changed visits become an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

from communique.store import Change
from communique.visits.model import Visit

ATOM = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01T00:00:00Z"  # of a feed without entries


def feed(changes: Sequence[Change], *, title: str, site: str, address: str, said: Callable[[Visit], str]) -> bytes:
    """The feed of some changes, latest first, as XML in UTF-8.

    `site` is where the page stands (https://host), `address` the feed's own path there, `said` a visit in one line. An
    entry's id is that of the visit, so that a reader shows a changed visit again and not twice.
    """
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    _add(root, "title", title)
    _add(root, "id", site + address)
    _add(root, "link", rel="self", href=site + address)
    _add(root, "link", rel="alternate", href=site + "/")
    _add(root, "updated", changes[0].at if changes else NEVER)
    _add(_add(root, "author"), "name", "communique")
    for change in changes:
        entry = _add(root, "entry")
        _add(entry, "title", said(change.visit))
        _add(entry, "id", f"{site}/visits/{change.visit.id}")
        _add(entry, "link", rel="alternate", href=f"{site}/visits/{change.visit.id}")
        _add(entry, "published", change.made)
        _add(entry, "updated", change.at)
        _add(entry, "summary", _sources(change.visit))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _sources(visit: Visit) -> str:
    names = sorted({report.source.name for report in visit.reports})
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"{visit.sources} independent of {len(visit.reports)} reports: {', '.join(names[:5])}{more}"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    made.text = None if text is None else "".join(c for c in text if c.isprintable() or c == "\n")
    return made
