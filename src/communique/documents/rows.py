"""Turns blocks of JSON Lines, or one .json file, into Documents, a Failure for every row that holds none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeAlias

import msgspec

from communique.documents.dates import published_date
from communique.documents.decoding import decode
from communique.documents.identity import failed
from communique.documents.limits import MAX_BYTES, MAX_TEXT
from communique.errors import DocumentError
from communique.records import BROKEN_JSON, Document, Failure

FIELDS = ("id", "title", "published", "url", "text", "language", "author")
Row: TypeAlias = tuple[Any, ...]  # a row's values in the order of FIELDS, UNSET where it has none
_KINDS = {str: "a string", dict: "an object", list: "a list", bool: "true or false", type(None): "null"}


class RowReader:
    """Reads JSON objects: knows the key of each field, and the day to take where a row has none."""

    def __init__(self, fields: Mapping[str, str] | None = None, *, published: str | None = None) -> None:
        """`fields` gives the key of a field where it is not the field's own name: {"text": "body"}.

        Raises: DocumentError: a field that documents do not have.
        """
        for name in fields or {}:
            if name not in FIELDS:
                raise DocumentError(f"field {name!r}: no such field; want one of {', '.join(FIELDS)}")
        self._keys = {name: name for name in FIELDS} | dict(fields or {})
        self.keys = tuple(self._keys.values())
        self._published = published
        slots = {key: f"key_{number}" for number, key in enumerate(dict.fromkeys(self._keys.values()))}
        row_type = msgspec.defstruct(
            "JsonRow",
            [(slot, Any, msgspec.UNSET) for slot in slots.values()],
            rename={slot: key for key, slot in slots.items()},
        )
        self._decode: Callable[[bytes | str], Any] = msgspec.json.Decoder(row_type).decode
        self._values: Callable[[Any], Row] = attrgetter(*(slots[self._keys[name]] for name in FIELDS))

    def from_line(self, source: str, number: int, line: bytes | None) -> Document | Failure | None:
        """The document of line `number` (from 1); None for a blank line. `line` is None where it was too long."""
        if line is None:
            return failed(f"{source}:{number}", f"a line of more than {MAX_BYTES:,} bytes; want at most that")
        try:
            row = self._values(self._decode(line))
        except BROKEN_JSON as error:
            return self._second_try(source, number, line, str(error))
        return self._document(source, number, row, lambda: msgspec.json.decode(decode(line)))

    def from_object(self, source: str, number: int, found: object) -> Document | Failure:
        """The document of object `number` (from 1) of a .json file."""
        if not isinstance(found, dict):
            return failed(f"{source}:{number}", f"{_kind(found)}; want an object")
        row = tuple(found.get(self._keys[name], msgspec.UNSET) for name in FIELDS)
        return self._document(source, number, row, lambda: found)

    def check_columns(self, columns: Sequence[str]) -> None:
        """Raises: DocumentError: the column of the text is not among the columns of a table."""
        if self._keys["text"] not in columns:
            known = ", ".join(map(repr, columns[:12])) or "none"
            raise DocumentError(
                f"no {self._keys['text']!r} among its columns ({known});"
                " want the column of the text, as --field text=COLUMN"
            )

    def _second_try(self, source: str, number: int, line: bytes, fault: str) -> Document | Failure | None:
        """A line that is no JSON at first sight: blank, in an older encoding, with half an emoji, or broken."""
        if not line.strip():
            return None
        where = f"{source}:{number}"
        try:
            found = json.loads(decode(line))
        except DocumentError as error:
            return failed(where, str(error))
        except (ValueError, RecursionError):
            return failed(where, f"broken JSON ({fault}); want one object on the line")
        return self.from_object(source, number, _whole_characters(found))

    def _document(self, source: str, number: int, row: Row, found: Callable[[], Any]) -> Document | Failure:
        name, title, published, url, text, language, author = row
        has_name = isinstance(name, str | int) and not isinstance(name, bool) and name != ""
        where = f"{source}#{name}" if has_name else f"{source}:{number}"
        if not isinstance(text, str) or not text.strip() or len(text) > MAX_TEXT or "\0" in text:
            return failed(f"{source}:{number}", self._text_fault(text, found))
        return Document(
            source=where,
            text=text,
            title=_string(title),
            url=_string(url),
            published=published_date(published) or self._published,
            language=_string(language),
            author=_string(author),
        )

    def _text_fault(self, text: object, found: Callable[[], Any]) -> str:
        key = self._keys["text"]
        if text is msgspec.UNSET:
            keys = ", ".join(map(repr, list(found())[:12])) or "none"
            return f"no {key!r} among its keys ({keys}); want the key of the text, given as --field text=KEY"
        if not isinstance(text, str):
            return f"{key!r} is {_kind(text)}; want a string"
        if not text.strip():
            return f"{key!r} is empty; want a text"
        if len(text) > MAX_TEXT:
            return f"{key!r} has {len(text):,} characters; want at most {MAX_TEXT:,}"
        return f"{key!r} has a NUL at character {text.index(chr(0))}; want text without any"


def split_lines(blocks: Iterator[bytes], first: int = 1) -> Iterator[tuple[int, bytes | None]]:
    """The lines of `blocks`, numbered from `first`; None for one of more than MAX_BYTES, which is not kept."""
    number, held, size = first, [], 0
    for block in blocks:
        rest, *others = block.split(b"\n")
        size += len(rest)
        if size <= MAX_BYTES:
            held.append(rest)
        for line in others:
            yield number, b"".join(held) if size <= MAX_BYTES else None
            number += 1
            held, size = [line], len(line)
    if size:
        yield number, b"".join(held) if size <= MAX_BYTES else None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a number")


def _whole_characters(found: Any) -> Any:
    """`found` with U+FFFD for every half character (lone surrogate) in its strings: no encoder takes those."""
    if isinstance(found, str):
        return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(found, dict):
        return {_whole_characters(key): _whole_characters(value) for key, value in found.items()}
    return found
