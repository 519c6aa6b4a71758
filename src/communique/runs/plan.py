"""Inputs become a plan: parts of about one size, the same whatever machines will read them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from communique import __version__
from communique.documents.decoding import byte_order_mark
from communique.documents.files import File, Stretch, list_files
from communique.documents.identity import failed
from communique.documents.tables import shape_of
from communique.errors import DocumentError, RunError
from communique.records import Failure
from communique.runs.edition import edition

PART = 64_000_000  # bytes of input, as they lie on the disk, that make a part; a packed file is never cut
PIECES = 20_000  # files in one part at most
_LINES = (".jsonl", ".ndjson")
_TABLES = (".parquet", ".pq")
_BLOCK = 1 << 20


class Piece(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file or a stretch of one: its path, its size in bytes when the run was planned, what to read of it."""

    path: str
    size: int
    stretch: Stretch | None = None

    @property
    def weight(self) -> int:
        """Bytes that it adds to its part."""
        return self.stretch.end - self.stretch.start if self.stretch and self.stretch.line else self.size


class Part(msgspec.Struct, frozen=True):
    """What one process reads at a time, and writes one file of."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """Its files begin with it."""
        return f"part-{self.number:05}"


class Plan(msgspec.Struct, frozen=True):
    """All of a run: who reads, how, and what; `failures` are the inputs that could not be planned."""

    communique: str
    edition: str
    published: str | None
    fields: dict[str, str]
    encoding: str | None
    parts: tuple[Part, ...]
    failures: tuple[Failure, ...] = ()


def make_plan(
    paths: Sequence[str],
    *,
    published: str | None = None,
    fields: Mapping[str, str] | None = None,
    encoding: str | None = None,
    part: int = PART,
) -> Plan:
    """The plan for files and folders; the same for the same files, sizes and edition of the reader.

    Files are cut where that is cheap: JSON Lines at line ends, Parquet between row groups. Raises: RunError: nothing to
    read, or standard input, which cannot be read again.
    """
    if "-" in paths:
        raise RunError("standard input cannot be read again after a stop; want files or folders")
    failures: list[Failure] = []
    pieces: list[Piece] = []
    for file in list_files(paths):
        if isinstance(file, Failure):
            failures.append(file)
            continue
        try:
            pieces += _pieces(file, part, is_cut=encoding in (None, "utf-8", "utf8"))
        except (DocumentError, OSError) as error:
            failures.append(failed(file.source, str(error)))
    if not pieces and not failures:
        raise RunError("no files found; want files or folders with texts")
    parts = tuple(Part(number, found) for number, found in enumerate(_grouped(pieces, part)))
    return Plan(__version__, edition(), published, dict(fields or {}), encoding, parts, tuple(failures))


def _pieces(file: File, part: int, *, is_cut: bool) -> list[Piece]:
    path = file.path
    if path is None or not path.is_file():
        raise DocumentError("a pipe, device or address; want a file, which can be read again")
    if str(path) != file.source:
        raise DocumentError("a name that is not UTF-8; want one that is")
    whole = Piece(file.source, file.size)
    name = file.source.lower()
    if file.size > part and is_cut and name.endswith(_LINES):
        return [Piece(file.source, file.size, stretch) for stretch in _cut_at_lines(path, part)] or [whole]
    if file.size > part and name.endswith(_TABLES):
        return [Piece(file.source, size, stretch) for size, stretch in _cut_at_groups(path, part)] or [whole]
    return [whole]


def _cut_at_lines(path: Path, part: int) -> Iterator[Stretch]:
    """Stretches of whole lines, each the shortest of at least `part` bytes; none for a file that is not plain UTF-8."""
    with path.open("rb") as stream:
        if byte_order_mark(stream.read(4)):
            return
        stream.seek(0)
        start = at = 0
        line = first = 1
        while block := stream.read(min(_BLOCK, part)):  # no block holds two ends of parts
            if at + len(block) - start >= part and (end := block.find(b"\n", max(0, start + part - 1 - at))) >= 0:
                line += block.count(b"\n", 0, end + 1)
                yield Stretch(start, at + end + 1, first)
                start, first = at + end + 1, line
                line += block.count(b"\n", end + 1)
            else:
                line += block.count(b"\n")
            at += len(block)
        if at > start:
            yield Stretch(start, at, first)


def _cut_at_groups(path: Path, part: int) -> Iterator[tuple[int, Stretch]]:
    groups = shape_of(path).groups
    start = size = 0
    for at, group in enumerate(groups, 1):
        size += group.packed
        if size >= part or at == len(groups):
            yield size, Stretch(start, at)
            start, size = at, 0


def _grouped(pieces: Iterable[Piece], part: int) -> Iterator[tuple[Piece, ...]]:
    held: list[Piece] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += piece.weight
        if size >= part or len(held) >= PIECES:
            yield tuple(held)
            held, size = [], 0
    if held:
        yield tuple(held)


def files_of(part: Part) -> Iterator[File | Failure]:
    """The files of a part as they are today; one that has changed since the plan was made is a failure."""
    for piece in part.pieces:
        path = Path(piece.path)
        try:
            size = path.stat().st_size
        except OSError as error:
            yield failed(piece.path, f"{(error.strerror or str(error)).lower()}; want the file that was planned")
            continue
        if size != piece.size and not _is_group(piece):
            yield failed(piece.path, f"{size:,} bytes; want the {piece.size:,} that were planned")
        else:
            yield File(path, piece.path, size, piece.stretch)


def _is_group(piece: Piece) -> bool:
    return piece.stretch is not None and not piece.stretch.line


def written(path: Path, data: bytes) -> None:
    """Puts a file in its place whole or not at all; once this returns it outlives any crash."""
    new = beside(path)
    with new.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(path)


def beside(path: Path) -> Path:
    """A new name beside a file, for what is to take its place; no two processes on any machines have the same."""
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
