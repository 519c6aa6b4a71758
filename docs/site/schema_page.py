"""The record types and the contract → the page of all records, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import marks
import msgspec

from communique.records import CONTRACT, Failure, Reading

CONTRACT_PAGE = Path(__file__).parents[1] / "facts.md"
PARTS = {  # fields of the small records, which the contract tells of in prose
    "Evidence.start": "first code point of the quote, counted from 0",
    "Evidence.end": "the code point after its last",
    "Evidence.quote": "the words: always `text[start:end]`",
    "Evidence.in": "`title` where they stand in the title and the offsets count there",
    "Evidence.of": "of a visit: the fields that these words give",
    "Person.name": "the canonical name where the person is known on that day, else the name as written",
    "Person.country": "ISO 3166-1 alpha-3, or the code of a body",
    "Person.office": "the office held on that day, as the tables of knowledge call it",
    "Place.name": "a city or a venue",
    "Place.country": "ISO 3166-1 alpha-3",
    "Flaw.flaw": "what is wrong with the text at this place",
    "Flaw.start": "first code point of the damage",
    "Flaw.end": "the code point after its last",
    "Flaw.quote": "the damaged words",
    "Flaw.in": "`title` where the damage is in the title",
    "Gap.of": "the id of a fact; null for the document",
    "Gap.field": "the field that a reader would expect",
    "Gap.reason": "why it is empty",
    "Reading.document": "which text it was",
    "Reading.facts": "what it states",
    "Reading.flaws": "where it is damaged",
    "Reading.gaps": "what it does not say",
    "Failure.document": "which text it was",
    "Failure.error": "where, what was found, what was wanted",
    "kind": "which of the eight kinds of fact this is",
    "status": "`completed`, `ongoing`, `planned` or `cancelled`, as of a visit",
}
HEAD = f"""# Records, field by field

What `communique read --format json` prints, made from the program's own types. Contract version {CONTRACT}; it grows
by addition only. [The contract](facts.md) says in words what counts as which fact; `communique schema` prints the same
as JSON Schema (draft 2020-12) for a program to check against.

A field that may be null is null when the text does not say. No field has a value that no words support.
"""


def page() -> str:
    """The page in Markdown."""
    schemas, components = msgspec.json.schema_components([Reading, Failure])
    assert schemas
    names = sorted(components, key=lambda name: (_order(name), name))
    links = [f"[{name}](#{name.lower()})" for name in names]
    return "\n".join(
        [HEAD, " · ".join(links), "", *(line for name in names for line in _record(name, components[name]))]
    )


def _record(name: str, schema: dict[str, Any]) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield schema.get("description", "").split("\n\n")[0]
    yield ""
    required = set(schema.get("required", ()))
    rows = (
        (marks.code(field), _type(part), "" if field in required else _default(part), meaning(name, field))
        for field, part in schema["properties"].items()
    )
    yield from marks.table(("field", "type", "if not said", "meaning"), rows)


def meaning(record: str, field: str) -> str:
    """What a field means, by the contract. Raises KeyError: neither the contract nor this page says."""
    said = _told().get((_section(record), field)) or _told().get(("Every fact", field))
    return said or PARTS.get(f"{record}.{field}") or PARTS[field]


def _section(record: str) -> str:
    return "The document" if record == "DocumentInfo" else record.removesuffix("Fact").lower()


def _told() -> dict[tuple[str, str], str]:
    """What the tables of the contract say, by part and field."""
    found: dict[tuple[str, str], str] = {}
    for title, part in re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", CONTRACT_PAGE.read_text("utf-8"), re.M | re.S):
        for names, words in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| (.+) \|$", part, re.M):
            for name in re.findall(r"`(\w+)`", names):
                found[title, name] = words.replace("&#124;", "|")
    return found


def _type(part: dict[str, Any]) -> str:
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in part:
        return marks.codes(str(value) for value in part["enum"] if value is not None)
    if "const" in part:
        return marks.code(str(part["const"]))
    if "anyOf" in part:
        kinds = [one for one in part["anyOf"] if one.get("type") != "null"]
        return "a fact of any kind" if len(kinds) > 2 else " or ".join(_type(one) for one in kinds)
    if part.get("type") == "array":
        return f"list of: {_type(part['items'])}"
    return {"string": "text", "integer": "whole number", "boolean": "true, false"}[part["type"]]


def _default(part: dict[str, Any]) -> str:
    value = part.get("default")
    if value is None:
        return "null" if "default" in part else ""
    if not value and not isinstance(value, bool):
        return "empty"
    return marks.code(str(value).lower() if isinstance(value, bool) else str(value))


def _order(name: str) -> int:
    first = ("Reading", "Failure", "DocumentInfo", "VisitFact", "ProtocolFact", "MeetingFact", "AgreementFact")
    then = ("RelationshipFact", "StanceFact", "CommitmentFact", "AssessmentFact", "Evidence", "Person", "Place")
    order = (*first, *then)
    return order.index(name) if name in order else len(order)
