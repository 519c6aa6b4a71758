"""Turns the paths and addresses a user gives into the files to read, in a fixed order."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from communique.documents.identity import failed
from communique.records import Failure

STANDARD_INPUT = "-"
ANSWERS = ".gold.json"  # ending of files that hold what people found in the text beside them
RECORD = (".db", ".db-wal", ".db-shm", ".db-journal")  # endings of a record, which often lies beside its texts


class Stretch(msgspec.Struct, frozen=True):
    """A part of a file: bytes of whole lines, or row groups of a Parquet file, `start` to `end`, half-open.

    `line` is the number of its first line, from 1; 0 where it is row groups that are meant.
    """

    start: int
    end: int
    line: int = 0


class File(msgspec.Struct, frozen=True):
    """Something to read: `path` to open it by (None: standard input, or an address of the web), `source` to call it
    by, all of it or a part.
    """

    path: Path | None
    source: str
    size: int = 0
    stretch: Stretch | None = None


def is_address(path: str) -> bool:
    """Whether what a user names is an address of the web, not a file."""
    return path.startswith(("http://", "https://"))


def list_files(paths: Iterable[str | File | Failure]) -> Iterator[File | Failure]:
    """Every file of `paths`, in the order given; those of a folder at all depths, sorted by name folder by
    folder. What was listed before stays as it is.

    In folders, names that begin with a dot, or end in .gold.json or .db, are left out, links are followed, and a link
    back to a folder that it lies in is a Failure, as are a broken link, a folder that may not be listed, one
    with nothing in it, and what is neither file nor folder. A pipe is read where its own path was given.
    """
    for path in paths:
        if isinstance(path, (File, Failure)):
            yield path
        elif path == STANDARD_INPUT or is_address(path):
            yield File(None, path)
        elif not path:
            yield failed("''", "an empty name; want a file or folder")
        else:
            yield from _files_under(Path(path))


def opened(file: File) -> AbstractContextManager[BinaryIO]:
    """The file open for reading at its start; of a part of its bytes, that part alone; an address is fetched.

    Raises: OSError; DocumentError: an address that is not of the public web, or where nothing is to be had.
    """
    if is_address(file.source):
        from communique.documents.fetching import fetch  # noqa: PLC0415 - what it needs is slow to import

        return io.BytesIO(fetch(file.source).data)
    if file.path is None:
        return nullcontext(sys.stdin.buffer)
    if file.stretch is None or not file.stretch.line:
        return file.path.open("rb")
    return _part_of(file.path, file.stretch)


@contextmanager
def _part_of(path: Path, stretch: Stretch) -> Iterator[BinaryIO]:
    with path.open("rb") as stream:
        stream.seek(stretch.start)
        yield cast(BinaryIO, _Part(stream, stretch.end - stretch.start))


class _Part:
    """The next bytes of a stream, so many and no more."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._left = stream, size

    def read(self, size: int) -> bytes:
        piece = self._stream.read(min(size, self._left))
        self._left -= len(piece)
        return piece

    def seekable(self) -> bool:
        return False


def _files_under(given: Path) -> Iterator[File | Failure]:
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(given, frozenset())]
    while waiting:
        path, above = waiting.pop()
        source = _printable(path)
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield _file(path, source, status, is_given=path is given)
                continue
            inside = sorted(entry for entry in path.iterdir() if not _is_left_out(entry.name))
        except OSError as error:
            yield failed(source, f"{_reason(error)}; want a file or folder that may be read")
            continue
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield failed(source, "links back to a folder that it lies in; not followed")
        elif not inside:
            yield failed(source, "an empty folder; want one with texts")
        else:
            waiting += [(entry, above | {here}) for entry in reversed(inside)]


def _file(path: Path, source: str, status: os.stat_result, *, is_given: bool) -> File | Failure:
    if stat.S_ISREG(status.st_mode) or is_given:
        return File(path, source, status.st_size)
    return failed(source, "a pipe, socket or device in a folder; want a file")


def _is_left_out(name: str) -> bool:
    return name.startswith(".") or name.endswith((ANSWERS, *RECORD))


def _printable(path: Path) -> str:
    """The path as text that every encoder takes: bytes of a name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
