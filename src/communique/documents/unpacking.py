"""Turns a file's raw bytes into blocks of unpacked bytes: gzip, zstd or as they are."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain
from typing import Any, BinaryIO

from communique.documents.limits import BLOCK, FREE_BYTES, MAX_RATIO
from communique.errors import DocumentError

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_WINDOW = 27  # its logarithm: 128 MB, the largest that `zstd -d` itself takes unasked


def unpacked(stream: BinaryIO, name: str, *, consumed: Callable[[int], object] | None = None) -> Iterator[bytes]:
    """The bytes of `stream` in blocks, unpacked where they begin as gzip or zstd data do, whatever `name`
    ends in.

    Args:
        stream: open for reading, at its start.
        name: what the file is called; one that ends in .gz or .zst has to hold such data.
        consumed: called with the number of packed bytes of each piece as it is read.

    Raises: DocumentError: broken or cut-off data, or data that unpack to more than MAX_RATIO times
    themselves. What came before the fault has been yielded by then.
    """
    pieces = _Pieces(stream, consumed)
    first = next(pieces, b"")
    raw = chain((first,), pieces) if first else iter(())
    if first.startswith(_GZIP):
        return _held_to_ratio(_gunzipped(raw), pieces)
    if first.startswith(_ZSTD):
        return _held_to_ratio(_unzstd(raw), pieces)
    if first and name.endswith((".gz", ".zst")):
        raise DocumentError(f"begins with bytes {first[:4].hex(' ')}; want {name.rpartition('.')[2]} data")
    return raw


class _Pieces:
    """The raw pieces of a stream, and how many bytes they had so far."""

    def __init__(self, stream: BinaryIO, consumed: Callable[[int], object] | None) -> None:
        self.taken = 0
        self._stream = stream
        self._consumed = consumed

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = self._stream.read(BLOCK)
        if not piece:
            raise StopIteration
        self.taken += len(piece)
        if self._consumed:
            self._consumed(len(piece))
        return piece


def _held_to_ratio(blocks: Iterator[bytes], pieces: _Pieces) -> Iterator[bytes]:
    made = 0
    for block in blocks:
        made += len(block)
        if made > FREE_BYTES and made > MAX_RATIO * pieces.taken:
            raise DocumentError(
                f"{pieces.taken:,} packed bytes unpack to over {made:,}; want at most {MAX_RATIO} for one"
            )
        yield block


def _gunzipped(raw: Iterator[bytes]) -> Iterator[bytes]:
    """Members one after the other, zero padding between them allowed, as gzip itself reads them."""
    member = zlib.decompressobj(wbits=31)
    for piece in raw:
        rest = piece
        while rest:
            if member.eof:
                rest = rest.lstrip(b"\0")
                if not rest:
                    break
                member = zlib.decompressobj(wbits=31)
            try:
                yield member.decompress(rest, BLOCK)
            except zlib.error as error:
                raise DocumentError(f"broken gzip data ({error}); want a whole archive") from error
            rest = member.unused_data if member.eof else member.unconsumed_tail
    yield member.flush()
    if not member.eof:
        raise DocumentError("gzip data end in the middle; want a whole archive")


def zstd_frame() -> Any:
    """What unpacks one zstd frame: of the standard library since Python 3.14, of its backport before."""
    zstd = zstd_library()
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW})


def zstd_library() -> Any:
    """The module `compression.zstd`, or its backport."""
    return import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


def _unzstd(raw: Iterator[bytes]) -> Iterator[bytes]:
    """Frames one after the other, in blocks of at most BLOCK bytes."""
    frame = zstd_frame()
    for piece in raw:
        rest = piece
        while rest or not (frame.eof or frame.needs_input):
            if frame.eof:
                frame = zstd_frame()
            try:
                yield frame.decompress(rest, BLOCK)
            except zstd_library().ZstdError as error:
                raise DocumentError(f"broken zstd data ({error}); want a whole archive") from error
            rest = frame.unused_data if frame.eof else b""
    if not frame.eof:
        raise DocumentError("zstd data end in the middle; want a whole archive")
