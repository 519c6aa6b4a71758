"""The reading wing's files become its edition: a name that changes when a text might be read otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from communique import __version__

READING = (
    *("codebook", "documents", "facts", "grammar", "knowledge", "mentions", "text"),
    *("pipeline.py", "records.py"),
)
_SUFFIXES = (".py", ".toml", ".csv")


@cache
def edition() -> str:
    """The version and 8 hex digits over all code and data that read: `0.1.0+1f00ab9c`."""
    total = hashlib.blake2b(digest_size=4)
    package = files("communique")
    for name in READING:
        for path, file in _under(package / name, name):
            total.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return f"{__version__}+{total.hexdigest()}"


def _under(found: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files of a folder that count, by path."""
    if found.is_file():
        if path.endswith(_SUFFIXES):
            yield path, found
        return
    for child in sorted(found.iterdir(), key=lambda one: one.name):
        yield from _under(child, f"{path}/{child.name}")
