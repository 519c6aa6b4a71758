"""Turns regular expressions into compiled ones, and keeps their compiled form on disk, as Python keeps bytecode.

To compile the expressions that one short text needs takes twice as long as all the rest of its reading. What Python
makes of an expression depends on its words and on the interpreter alone, so the command line keeps it for the next
start (docs/decisions/0014-expressions-are-kept.md). Without a folder for bytecode, or in an interpreter whose `re` is
made otherwise, everything is compiled as ever.
"""

from __future__ import annotations

import atexit
import os
import re
import sys
from array import array
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import msgspec

MOST = 4_000  # expressions in the file; beyond, only those of the last run stay


class _Code(msgspec.Struct, frozen=True, array_like=True):
    """What `re` makes of an expression: words of 32 bits for its engine, and its groups."""

    flags: int
    words: bytes
    groups: int
    names: dict[str, int]

    def pattern(self, source: str) -> re.Pattern[str]:
        """The compiled expression; RuntimeError or the like where the words are no program for this engine."""
        words = array("I", self.words).tolist()
        by_number: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            by_number[number] = name
        made: re.Pattern[str] = _engine().compile(source, self.flags, words, self.groups, self.names, tuple(by_number))
        return made


class _Kept(msgspec.Struct, frozen=True):
    """The file: codes by the digest of flags and source, and the interpreter that made them."""

    interpreter: str
    codes: dict[bytes, _Code]


class _Keeper:
    """The codes of the file, and those made since."""

    def __init__(self, path: Path) -> None:
        self.path, self.used, self.is_new = path, dict[bytes, _Code](), False
        self.codes: dict[bytes, _Code] = {}
        with suppress(OSError, msgspec.MsgspecError):
            kept = msgspec.msgpack.decode(path.read_bytes(), type=_Kept)
            if kept.interpreter == _interpreter():
                self.codes = kept.codes

    def pattern(self, source: str, flags: int) -> re.Pattern[str]:
        """The expression, from its code if that is kept. Raises re.error as `re.compile` does."""
        key = blake2b(f"{flags}:{source}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
        code = self.codes.get(key)
        if code is None:
            code, self.is_new = _code(source, flags), True
        self.used[key] = code
        return code.pattern(source)

    def save(self) -> None:
        """Puts the file in its place whole; where that is not allowed, nothing is kept."""
        if not self.is_new:
            return
        codes = self.codes | self.used
        codes = self.used if len(codes) > MOST else codes
        part = self.path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(msgspec.msgpack.encode(_Kept(_interpreter(), codes)))
            part.replace(self.path)


_keeper: _Keeper | None = None


def keep(path: Path | None = None) -> None:
    """From now on takes compiled expressions from the file, and puts new ones there when the process ends.

    `path`: by default beside the bytecode of this module; then nothing is kept where Python is told to write none.
    """
    global _keeper  # noqa: PLW0603 - one a process, like `re`'s own
    if path is None and sys.dont_write_bytecode:
        return
    with suppress(ImportError, AttributeError, NotImplementedError, TypeError, ValueError):
        keeper = _Keeper(path or Path(cache_from_source(__file__)).with_suffix(".expressions"))
        if keeper.pattern("(?P<a>a)(b)|c", 0) == re.compile("(?P<a>a)(b)|c"):
            _keeper = keeper
            atexit.register(keeper.save)


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives. Raises re.error where it does."""
    if _keeper is None:
        return re.compile(source, flags)
    try:
        return _keeper.pattern(source, int(flags))
    except (RuntimeError, TypeError, ValueError, OverflowError):
        return re.compile(source, flags)


def _code(source: str, flags: int) -> _Code:
    """The steps of `re.compile` up to the engine's own object, which does not give its words away again."""
    parsed = re._parser.parse(source, flags)  # type: ignore[attr-defined]
    words: list[int] = re._compiler._code(parsed, flags)  # type: ignore[attr-defined]
    state = parsed.state
    return _Code(flags | state.flags, array("I", words).tobytes(), state.groups - 1, dict(state.groupdict))


def _engine() -> Any:
    return re._compiler._sre  # type: ignore[attr-defined]


def _interpreter() -> str:
    return f"{sys.implementation.cache_tag} {sys.version} {_engine().MAGIC} {sys.byteorder}"
