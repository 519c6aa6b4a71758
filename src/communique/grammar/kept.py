"""Turns regular expressions into compiled ones, and keeps these and what else a start makes, as Python keeps bytecode.

To compile the expressions that one short text needs takes twice as long as all the rest of its reading. What Python
makes of an expression depends on its words and on the interpreter alone, and what we make of a file of the codebook on
its text and our own code, so the command line keeps both for the next start
(docs/decisions/0014-expressions-are-kept.md). Without a folder for bytecode, or in an interpreter whose `re` is
made otherwise, everything is made as ever.
"""

from __future__ import annotations

import atexit
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, cached_property
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
MOST = 6_000  # of either kind in the file; beyond, only those of the last run stay


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
    """The file: the interpreter that made it, codes by the digest of flags and source, packed values by theirs."""

    interpreter: str
    codes: dict[bytes, _Code]
    values: dict[bytes, bytes]


class _Keeper:
    """What the file holds, and what was made since."""

    def __init__(self, path: Path) -> None:
        self.path, self.is_new = path, False
        self.used = _Kept(_interpreter(), {}, {})
        self.kept = self.used
        with suppress(OSError, msgspec.MsgspecError):
            kept = msgspec.msgpack.decode(path.read_bytes(), type=_Kept)
            if kept.interpreter == self.used.interpreter:
                self.kept = kept

    def pattern(self, source: str, flags: int) -> re.Pattern[str]:
        """The expression, from its code if that is kept. Raises re.error as `re.compile` does."""
        key = _digest(f"{self._order}:{flags}:{source}")
        code = self.kept.codes.get(key)
        if code is None:
            code, self.is_new = _code(source, flags), True
        self.used.codes[key] = code
        return code.pattern(source)

    def value(self, given: str, shape: type[T], make: Callable[[], T]) -> T:
        """What `make` gives, unpacked if it is kept; a value that does not come back as it was is not kept."""
        key = _digest(f"{self._program}:{shape}:{given}")
        packed = self.kept.values.get(key)
        if packed is not None:
            self.used.values[key] = packed
            return msgspec.msgpack.decode(packed, type=shape)
        made = make()
        packed = msgspec.msgpack.encode(made)
        if msgspec.msgpack.decode(packed, type=shape) == made:
            self.used.values[key], self.is_new = packed, True
        return made

    @cached_property
    def _program(self) -> str:
        """Size and time of the modules that make values, by which Python, too, knows its bytecode for stale."""
        package = Path(__file__).parents[1]
        return _stamp(file for folder in ("codebook", "grammar") for file in sorted((package / folder).glob("*.py")))

    @cached_property
    def _order(self) -> str:
        """The same of the modules that put an expression in order."""
        return _stamp(Path(__file__).with_name(f"{name}.py") for name in ("beginnings", "sooner"))

    def save(self) -> None:
        """Puts the file in its place whole; where that is not allowed, nothing is kept."""
        if not self.is_new:
            return
        codes, values = self.kept.codes | self.used.codes, self.kept.values | self.used.values
        whole = self.used if max(len(codes), len(values)) > MOST else _Kept(self.used.interpreter, codes, values)
        part = self.path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(msgspec.msgpack.encode(whole))
            part.replace(self.path)
        self.is_new = False


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
        if _is_known():
            _keeper = keeper
            atexit.register(save)


def save() -> None:
    """Puts what was made since into the file now: for processes that end without what Python runs at its exit."""
    if _keeper is not None:
        _keeper.save()


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """What finds the same as `re.compile` gives, sooner. Raises re.error where it does."""
    if not _is_known():
        return re.compile(source, flags)
    try:
        return _keeper.pattern(source, int(flags)) if _keeper else _code(source, int(flags)).pattern(source)
    except (RuntimeError, TypeError, ValueError, OverflowError):
        return re.compile(source, flags)


def value(given: str, shape: type[T], make: Callable[[], T]) -> T:
    """What `make` gives: plain data that depends on `given`, and on the code of the grammar and the codebook."""
    if _keeper is None:
        return make()
    try:
        return _keeper.value(given, shape, make)
    except (OSError, msgspec.MsgspecError, TypeError):
        return make()


def _digest(given: str) -> bytes:
    return blake2b(given.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _code(source: str, flags: int) -> _Code:
    """The steps of `re.compile` up to the engine's own object, which does not give its words away again."""
    from communique.grammar.sooner import engine_words  # noqa: PLC0415 - it needs steps of `re` that may be missing

    parsed = re._parser.parse(source, flags)  # type: ignore[attr-defined]
    return _packed(parsed, flags, engine_words(parsed, flags))


def _packed(parsed: Any, flags: int, words: list[int]) -> _Code:
    state = parsed.state
    return _Code(flags | state.flags, array("I", words).tobytes(), state.groups - 1, dict(state.groupdict))


@cache
def _is_known() -> bool:
    """Whether the steps into `re` are those that we know: one expression is made in both ways and compared."""
    sample, text = "(?P<a>a)(b)|c", "xxc"
    with suppress(ImportError, AttributeError, NotImplementedError, TypeError, ValueError, RuntimeError):
        parsed = re._parser.parse(sample, 0)  # type: ignore[attr-defined]
        plain = _packed(parsed, 0, re._compiler._code(parsed, 0)).pattern(sample)  # type: ignore[attr-defined]
        return plain == re.compile(sample) and _code(sample, 0).pattern(sample).search(text) is not None
    return False


def _stamp(files: Iterable[Path]) -> str:
    """Size and time of some files."""
    stats = ((file.name, file.stat()) for file in files)
    return " ".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats)


def _engine() -> Any:
    return re._compiler._sre  # type: ignore[attr-defined]


def _interpreter() -> str:
    return f"{sys.implementation.cache_tag} {sys.version} {_engine().MAGIC} {sys.byteorder}"
