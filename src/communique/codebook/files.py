"""A TOML file of the codebook → the record of its shape. A file is parsed once, however many readers it has.

tomli is the parser of the standard library, compiled: parsing all files costs a start half as much. What it makes of
a file is kept for the next start.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec
import tomli

from communique.errors import CodebookError
from communique.grammar.kept import value

T = TypeVar("T")


def read_file(name: str, shape: type[T], language: str = "en") -> T:
    """What a file of a language holds. Raises CodebookError where it is missing, broken or of another shape."""
    file = folder_of(language) / name
    try:
        return msgspec.convert(parsed(file), shape)
    except msgspec.ValidationError as fault:
        raise CodebookError(f"{name}: {fault}") from fault


def folder_of(language: str) -> Traversable:
    """Where the package keeps the files of a language."""
    return resources.files("communique.codebook") / language


def parsed(file: Traversable) -> dict[str, Any]:
    """The tables of a file, to be read and not changed. Raises CodebookError that names the file and the fault."""
    try:
        return _tables(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError, OSError) as fault:  # ValueError: no TOML, no UTF-8, a number of 5,000 digits
        raise CodebookError(f"{file.name}: {fault}") from fault


@lru_cache(maxsize=32)
def _tables(text: str) -> dict[str, Any]:
    return value(text, dict[str, Any], lambda: tomli.loads(text))
