"""Turns the body of an HTTP answer, as it was sent, into its bytes: unchunked and unpacked, as far as it is whole.

Archives keep headers that no longer hold (the body was unpacked when it was stored), so that a body is taken for what
its own bytes say: one that does not begin as the header says stays as it is.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

from communique.documents.unpacking import zstd_frame
from communique.errors import DocumentError

_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


def http_body(raw: bytes, *, transfer: str = "", content: str = "", limit: int) -> bytes:
    """The bytes that were meant, at most `limit`. Of a body that breaks off, or breaks on the way, what came before.

    Args:
        raw: the bytes after the header.
        transfer: the header Transfer-Encoding.
        content: the header Content-Encoding; several codings are undone from the last to the first.
        limit: bytes at most, also of what is unpacked on the way.

    Raises: DocumentError: the body unpacks to more than `limit` bytes.
    """
    if "chunked" in transfer.lower():
        raw = unchunked(raw)
    for coding in reversed([word.strip() for word in content.lower().split(",")]):
        if unpack := _CODINGS.get(coding):
            raw = unpack(raw, limit)
            if len(raw) > limit:
                raise DocumentError(f"a body that unpacks to more than {limit:,} bytes; want at most that in one page")
    return raw


def unchunked(raw: bytes) -> bytes:
    """The chunks put together; the bytes as they are where they do not begin with a chunk."""
    pieces: list[bytes] = []
    at = 0
    while head := _CHUNK.match(raw, at):
        size = int(head[1], 16)
        if not size:
            return b"".join(pieces)
        pieces.append(raw[head.end() : head.end() + size])
        at = head.end() + size
        at += 2 if raw.startswith(b"\r\n", at) else raw.startswith(b"\n", at)
    return b"".join(pieces) if pieces else raw


def _gunzipped(raw: bytes, limit: int) -> bytes:
    return _inflated(raw, 31, limit) if raw.startswith(b"\x1f\x8b") else raw


def _deflated(raw: bytes, limit: int) -> bytes:
    """Named deflate, sent with a zlib header or without."""
    has_header = len(raw) > 1 and raw[0] & 15 == 8 and not int.from_bytes(raw[:2], "big") % 31
    if raw.lstrip()[:1] == b"<":
        return raw
    return _inflated(raw, 15 if has_header else -15, limit) or raw


def _inflated(raw: bytes, wbits: int, limit: int) -> bytes:
    """Up to `limit` bytes and one; what came before a fault."""
    unpacker = zlib.decompressobj(wbits)
    made = bytearray()
    try:
        while raw and not unpacker.eof and len(made) <= limit:
            made += unpacker.decompress(raw, min(1 << 18, limit + 1 - len(made)))
            raw = unpacker.unconsumed_tail
    except zlib.error:
        pass  # the stretch before the fault is text, and is read
    return bytes(made)


def _unbrotlied(raw: bytes, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader  # noqa: PLC0415 - an extra, there where archives are read

    return _drained(BrotliReader(io.BytesIO(raw)).read, raw, limit)


def _unzstd(raw: bytes, limit: int) -> bytes:
    if not raw.startswith(b"\x28\xb5\x2f\xfd"):
        return raw
    frame, waiting = zstd_frame(), raw

    def read(size: int) -> bytes:
        nonlocal waiting
        taken, waiting = waiting, b""
        return b"" if frame.eof else bytes(frame.decompress(taken, size))

    return _drained(read, raw, limit)


def _drained(read: Callable[[int], bytes], raw: bytes, limit: int) -> bytes:
    made = bytearray()
    try:
        while len(made) <= limit and (piece := read(min(1 << 18, limit + 1 - len(made)))):
            made += piece
    except Exception:
        return bytes(made) or raw
    return bytes(made) or raw


_CODINGS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _unbrotlied,
    "zstd": _unzstd,
}
