"""The head of a text becomes the outlet that published it, with its kind."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

import msgspec

from communique import knowledge
from communique.errors import StoreError
from communique.records import DocumentInfo
from communique.visits.model import Source, SourceKind

COLUMNS = ("match", "name", "kind", "country")


class Override(msgspec.Struct, frozen=True):
    """A user's word on an outlet: `match` is a domain (its subdomains included) or a pattern of paths (`wire/*`)."""

    match: str
    source: Source


def outlet_of(info: DocumentInfo, overrides: Sequence[Override] = ()) -> Source:
    """Who published a text, by its address, else by where its file lies.

    The first override that fits counts, then the knowledge file of sources, then the host name with the kind
    "unknown". A text with no address is an outlet of its own.
    """
    if (found := override_of(info, overrides)) is not None:
        return found
    host = host_of(info.url)
    if not host:
        return Source(f"text:{info.id}", info.title or info.source)
    known = _known().source_of(host)
    if known is None:
        return Source(host, host)
    return Source(known.domain, known.name, known.kind, known.country)


def override_of(info: DocumentInfo, overrides: Sequence[Override]) -> Source | None:
    """The outlet of the first override that fits a text, None if none does."""
    host = host_of(info.url)
    for one in overrides:
        if host == one.match or host.endswith(f".{one.match}") or fnmatchcase(info.source, one.match):
            return one.source
    return None


def host_of(url: str | None) -> str:
    """The host name of an address without `www.`, in small letters; empty if there is none."""
    if not url:
        return ""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def load_overrides(path: str | Path) -> tuple[Override, ...]:
    """The rows of a CSV file with the columns match, name, kind and country.

    Raises: StoreError: the file cannot be read, lacks a column, or has a kind that is none.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise StoreError(f"{path}: found no column {', '.join(missing)}; want {', '.join(COLUMNS)}")
            return tuple(_override(path, number, row) for number, row in enumerate(reader, 2))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise StoreError(f"{path}: {fault}; want a CSV file of sources") from fault


def _override(path: str | Path, line: int, row: dict[str, str]) -> Override:
    kind, match = row["kind"] or "", (row["match"] or "").strip()
    if kind not in get_args(SourceKind) or not match:
        kinds = ", ".join(get_args(SourceKind))
        raise StoreError(f"{path}, line {line}: found match {match!r}, kind {kind!r}; want a match and one of {kinds}")
    source = Source(match, row["name"] or match, msgspec.convert(kind, SourceKind), row["country"] or None)
    return Override(match, source)


@cache
def _known() -> knowledge.Knowledge:
    return knowledge.load()
