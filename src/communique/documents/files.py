"""Turns the paths a user gives into the files to read, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from communique.documents.identity import failed
from communique.records import Failure

STANDARD_INPUT = "-"
ANSWERS = ".gold.json"  # ending of files that hold what people found in the text beside them


class File(msgspec.Struct, frozen=True):
    """Something to read: `path` to open it by (None: standard input), `source` to call it by."""

    path: Path | None
    source: str
    size: int = 0


def list_files(paths: Sequence[str]) -> Iterator[File | Failure]:
    """Every file of `paths`, in the order given; those of a folder at all depths, sorted by name folder by
    folder.

    In folders, names that begin with a dot or end in .gold.json are left out, links are followed, and a link
    back to a folder that it lies in is a Failure, as are a broken link, a folder that may not be listed, one
    with nothing in it, and what is neither file nor folder. A pipe is read where its own path was given.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield File(None, STANDARD_INPUT)
        else:
            yield from _files_under(Path(path))


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
    return name.startswith(".") or name.endswith(ANSWERS)


def _printable(path: Path) -> str:
    """The path as text that every encoder takes: bytes of a name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
