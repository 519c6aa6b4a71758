"""Turns bytes into text: by their mark, as UTF-8, else by the likeliest older encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import chain

from communique.errors import DocumentError

_MARKS = (  # UTF-32 before UTF-16: one begins like the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLDER = [  # what news in the languages of the codebook was written in before UTF-8
    "cp1252", "cp1250", "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "cp1253", "cp1254", "cp1255",
    "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip archive or Office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"SQLite format 3": "a SQLite database",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
}
# Broken places for one whole character beyond ASCII: GB 18030 read as UTF-8 has five, cp1251 more.
_DAMAGE = 0.2
_ZEROS = 0.04  # of one side's bytes: every seventh character of Russian is a space, a stray NUL is rare


_HALF = re.compile("[\ud800-\udfff]")
# Codecs of Python that are no encoding of texts: they read escapes, names of hosts, or the bytes of another codec.
_NO_ENCODINGS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}


def is_text_encoding(name: str) -> bool:
    """Whether Python knows an encoding of texts by that name."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return False
    return found._is_text_encoding and found.name.replace("-", "_") not in _NO_ENCODINGS


def whole(text: str) -> str:
    """The text with U+FFFD for every half character (lone surrogate), which no encoder takes; as long as before."""
    return text if text.isascii() or not _HALF.search(text) else _HALF.sub("\ufffd", text)


def byte_order_mark(data: bytes) -> tuple[int, str] | None:
    """Length of the byte order mark that `data` begin with and the encoding it stands for; None without one."""
    return next(((len(mark), encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, *, encoding: str | None = None) -> str:
    """The text of `data`, line ends as they stand; a byte order mark is not part of it.

    With `encoding`, by that alone. Else by the byte order mark; as UTF-8; as UTF-8 with single broken places,
    which become U+FFFD; as UTF-16 without a mark; by the likeliest of the older encodings.

    Raises: DocumentError: a known binary format, NUL characters, or bytes that no encoding explains.
    """
    if known := next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None):
        raise DocumentError(f"{known}; want text, Markdown, HTML or JSON Lines")
    text = _decoded(data, encoding)
    if (at := text.find("\0")) >= 0:
        raise DocumentError(f"a NUL at character {at}; want text without any")
    return text


def as_utf8(blocks: Iterator[bytes], encoding: str | None) -> Iterator[bytes]:
    """The blocks without a byte order mark, and in UTF-8 where that or `encoding` says they are in another."""
    first = next(blocks)
    mark = byte_order_mark(first)
    named = encoding or (mark[1] if mark else "utf-8")
    first = first[mark[0] :] if mark else first
    if codecs.lookup(named).name == "utf-8":
        return chain((first,), blocks)
    decoder = codecs.getincrementaldecoder(named)("replace")
    return _each_decoded(chain((first,), blocks), decoder, named)


def _each_decoded(blocks: Iterator[bytes], decoder: codecs.IncrementalDecoder, named: str) -> Iterator[bytes]:
    for block in blocks:
        try:
            yield whole(decoder.decode(block)).encode("utf-8")
        except UnicodeError as error:
            raise DocumentError(f"bytes that are not {named} ({error}); want text all in one encoding") from error


def _decoded(data: bytes, encoding: str | None) -> str:
    mark = byte_order_mark(data)
    named = encoding or (mark and mark[1])
    if named:
        if not is_text_encoding(named):
            raise DocumentError(f"encoding {named!r}: unknown; want one like utf-8 or cp1251")
        try:
            return whole(data.decode(named).removeprefix("\ufeff"))
        except UnicodeError as error:
            where = f"byte {error.start} is" if isinstance(error, UnicodeDecodeError) else f"bytes are ({error})"
            raise DocumentError(f"{where} not {named}; want text all in one encoding") from error
    if b"\0" in data and (text := _unmarked_utf16(data)):
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _older(data)


def _damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if broken <= _DAMAGE * whole else None


def _unmarked_utf16(data: bytes) -> str | None:
    """Text of two bytes a character whose spaces and line ends show as zeros, all on the same side."""
    for encoding, zeros, others in (
        ("utf-16-le", data[1::2], data[0::2]),
        ("utf-16-be", data[0::2], data[1::2]),
    ):
        if zeros.count(0) > _ZEROS * len(zeros) and not others.count(0):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _older(data: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415 - slow to import, rarely needed

    matches = list(charset_normalizer.from_bytes(data, cp_isolation=_OLDER))
    if not matches:
        raise DocumentError("bytes in no encoding known here; want UTF-8, or its name given")
    # Its own order knows no habits: French fits cp1250 as well as cp1252, and few wrote it so.
    likeliest = min(matches, key=lambda match: (match.chaos, -match.coherence, _OLDER.index(match.encoding)))
    return str(likeliest)
