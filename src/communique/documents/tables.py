"""Turns a Parquet file into Documents, a Failure for every row that holds none; unpacked in a process of its own.

The library that unpacks Parquet ends the whole process on some broken files, whatever Python does about it; so the
file is unpacked by a child (`table_child`), and of a child that dies only this file is lost. One that is killed from
outside says nothing of the file: it is asked again.
"""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from communique.documents.rows import RowReader
from communique.errors import DocumentError
from communique.records import Document, Failure

_CHILD = "communique.documents.table_child"


class Group(msgspec.Struct, frozen=True):
    """A row group: how many rows it has, and bytes as packed."""

    rows: int
    packed: int


class Shape(msgspec.Struct, frozen=True):
    """The columns of a file, and its row groups."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]


class Question(msgspec.Struct, frozen=True):
    """What the child is asked: the file, and the columns and row groups to unpack; with no columns only the shape."""

    path: str
    columns: tuple[str, ...] = ()
    groups: tuple[int, int] | None = None


class Frame(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that the child says: the shape, some rows, a whole row group done, a fault, or that this is all."""

    shape: Shape | None = None
    rows: list[dict[str, Any]] | None = None
    packed: int = 0
    fault: str | None = None
    is_end: bool = False


def read_table(
    source: str,
    path: Path,
    rows: RowReader,
    *,
    groups: tuple[int, int] | None = None,
    consumed: Callable[[int], object] | None = None,
) -> Iterator[Document | Failure]:
    """Every row of a Parquet file, its columns taken as keys of a JSON row; of some row groups only, where given.

    `source` of a row is `path#id`, or `path:number` (from 1, over the whole file) if it has no id. `groups` are
    half-open; `consumed` is called with the packed bytes of each row group.
    Raises: DocumentError: no Parquet file, one without the column of the text, one that unpacks beyond all measure, or
    pyarrow is not installed.
    """
    number = 0
    for frame in _told(Question(str(path), tuple(dict.fromkeys(rows.keys)), groups)):
        if frame.shape is not None:
            rows.check_columns(frame.shape.columns)
            number = sum(group.rows for group in frame.shape.groups[: groups[0]]) if groups else 0
        for row in frame.rows or ():
            number += 1
            yield rows.from_object(source, number, row)
        if consumed and frame.packed:
            consumed(frame.packed)


def shape_of(path: Path) -> Shape:
    """The columns and row groups of a Parquet file. Raises: DocumentError: as `read_table`."""
    for frame in _told(Question(str(path))):
        if frame.shape is not None:
            return frame.shape
    raise DocumentError("broken Parquet data (no shape); want a whole file")


def _told(question: Question) -> Iterator[Frame]:
    """What the child says, up to its end; where it was killed from outside, another one says the rest, once."""
    seen, pipe = 0, subprocess.PIPE
    for _ in range(2):
        with subprocess.Popen(
            [sys.executable, "-P", "-m", _CHILD], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            try:
                with contextlib.suppress(BrokenPipeError), child.stdin:
                    child.stdin.write(msgspec.msgpack.encode(question))
                number, is_whole = yield from _behind(heard(child.stdout), seen)
                if is_whole:
                    return
            finally:
                child.kill()
        seen = max(seen, number)
        if child.returncode != -signal.SIGKILL:
            break
    died = f"its reader died of {signal.Signals(-child.returncode).name}" if child.returncode < 0 else "it breaks off"
    raise DocumentError(f"broken Parquet data ({died}); want a whole file")


def _behind(frames: Generator[Frame, None, bool], seen: int) -> Generator[Frame, None, tuple[int, bool]]:
    """The frames but for the first `seen`; then how many there were, and whether they came to their end."""
    number = 0
    while True:
        try:
            frame = next(frames)
        except StopIteration as end:
            return number, bool(end.value)
        number += 1
        if number > seen:
            yield frame


def heard(stream: IO[bytes]) -> Generator[Frame, None, bool]:
    """The frames that a child wrote, and then whether they came to their end. Raises: DocumentError: a fault told."""
    for frame in _frames(stream):
        if frame.fault is not None:
            raise DocumentError(frame.fault)
        if frame.is_end:
            return True
        yield frame
    return False


def _frames(stream: IO[bytes]) -> Iterator[Frame]:
    decoder = msgspec.msgpack.Decoder(Frame)
    while len(head := stream.read(4)) == 4:
        body = stream.read(int.from_bytes(head, "big"))
        if len(body) < int.from_bytes(head, "big"):
            return
        yield decoder.decode(body)
