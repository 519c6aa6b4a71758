"""Turns the blocks of a web archive (WARC, as CC-NEWS comes) into Documents: the news pages, gated before they cost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any, cast

import msgspec

from communique.documents.bodies import http_body
from communique.documents.identity import failed
from communique.documents.limits import MAX_PAGE
from communique.documents.pages import main_text, markup
from communique.documents.passing import Gate, Reason
from communique.errors import DocumentError
from communique.records import Document, Failure

EXTRA = "web archives need fastwarc; want: pip install 'communique[scale]'"
_HTML = ("text/html", "application/xhtml+xml")
_MARK = b"WARC/1."
_PIECE = 1 << 14  # bytes handed to the parser at a time
_REMEMBERED = 1 << 17  # bytes: more than a broken header can have (32,768)


class Answer(msgspec.Struct, frozen=True):
    """One HTTP answer of an archive: address, status, type and encodings as its header says, body as it was sent."""

    url: str
    status: int | None
    type: str
    charset: str | None
    transfer: str
    content: str
    body: bytes


def read_archive(
    source: str,
    blocks: Iterator[bytes],
    *,
    gate: Gate | None = None,
    passed: Callable[[Reason], object] | None = None,
    encoding: str | None = None,
) -> Iterator[Document | Failure]:
    """Every page of an archive that answers 200 with HTML and gets past the gate; a Failure for each record at fault.

    `source` of a page is `path#address`. What is passed over is told to `passed`, one reason each.
    Raises: DocumentError: broken packing, or nothing of a WARC file in the blocks; fastwarc is not installed.
    """
    is_empty = True
    for found in _answers(source, blocks):
        is_empty = False
        page = found if isinstance(found, Failure) else page_of(source, found, gate=gate, encoding=encoding)
        if not isinstance(page, str):
            yield page
        elif passed:
            passed(page)
    if is_empty:
        raise DocumentError("no record of an HTTP answer; want a WARC file with pages")


def page_of(
    archive: str, answer: Answer, *, gate: Gate | None = None, encoding: str | None = None
) -> Document | Failure | Reason:
    """The page of an answer, or the reason to pass it over, or what is wrong with it; raises nothing."""
    source = f"{archive}#{answer.url}"
    if answer.status != 200:
        return "not_200"
    if not _is_html(answer):
        return "not_html"
    if len(answer.body) > MAX_PAGE:
        return failed(source, f"a body of more than {MAX_PAGE:,} bytes; want at most that in one page")
    try:
        body = http_body(answer.body, transfer=answer.transfer, content=answer.content, limit=MAX_PAGE)
        if not body.strip():
            return "no_words"
        page = markup(body, encoding=encoding, charset=answer.charset)
        if gate and (reason := gate(page, answer.url)):
            return reason
        document = main_text(source, page)
    except DocumentError as error:
        return failed(source, str(error))
    if document is None:
        return "no_main_text"
    return msgspec.structs.replace(document, url=answer.url or document.url)


def _is_html(answer: Answer) -> bool:
    """As the header says; without a type, as the body begins."""
    return answer.type in _HTML or (not answer.type and answer.body.lstrip()[:1] == b"<")


def _answers(source: str, blocks: Iterator[bytes]) -> Iterator[Answer | Failure]:
    """The HTTP answers of an archive in order. After a record at fault, reading goes on at the next one."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise DocumentError(EXTRA) from error
    stream = _Stream(blocks)
    number = 0
    behind = -1  # where the last whole record ends at the earliest
    is_told = True  # of the fault that the parser begins with, since it may lie before the record or in it
    while stream.go_on(behind):
        before = number
        try:
            for record in ArchiveIterator(cast(Any, stream), parse_http=False, stream_detect=False, fsspec_args=False):
                number += 1
                behind = stream.begun + record.stream_pos + record.content_length
                if record.record_type == WarcRecordType.response:
                    yield _answer(record)
        except (OSError, ValueError) as error:
            is_told = number == before and not is_told
            if not is_told:
                fault = " ".join(str(error).split()).rstrip(".").lower()[:200]
                yield failed(f"{source}:{number + 1}", f"broken record ({fault}); want one WARC record after another")
        else:
            return


def _answer(record: Any) -> Answer:
    with contextlib.suppress(OSError, ValueError):  # no header of an answer: no status, so that it is passed over
        record.parse_http(auto_decode="none", quirks_mode=True)
    headers = record.http_headers

    def told(name: str) -> str:
        return (headers.get(name) or "") if headers is not None else ""

    return Answer(
        url=_web_address(record.headers.get("WARC-Target-URI")),
        status=headers.status_code if headers is not None else None,
        type=told("Content-Type").partition(";")[0].strip().lower(),
        charset=record.http_charset,
        transfer=told("Transfer-Encoding"),
        content=told("Content-Encoding"),
        body=_body(record.reader),
    )


def _body(reader: Any) -> bytes:
    """Up to MAX_PAGE bytes and one."""
    pieces, size = [], 0
    while size <= MAX_PAGE and (piece := reader.read(MAX_PAGE + 1 - size)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _web_address(written: str | None) -> str:
    address = (written or "").strip().strip("<>")
    return address if address.startswith(("http://", "https://")) else ""


class _Stream:
    """Blocks as something to read from, which remembers the last that it gave, to go on behind a broken record."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self.begun = 0  # what of all bytes the parser of today began with
        self._blocks = blocks
        self._held = b""
        self._given = 0
        self._recent = b""
        self._is_new = True

    def read(self, size: int = -1) -> bytes:
        """Some bytes, at most `size`; none at the end."""
        while not self._held:
            block = next(self._blocks, None)
            if block is None:
                return b""
            self._held = block
        given = self._held[: _PIECE if size < 0 else min(size, _PIECE)]
        self._held = self._held[len(given) :]
        self._given += len(given)
        self._recent = (self._recent if len(self._recent) < _REMEMBERED else self._recent[-_REMEMBERED:]) + given
        return given

    def tell(self) -> int:
        """How many bytes were given since the parser began."""
        return self._given - self.begun

    def go_on(self, behind: int) -> bool:
        """Goes to the first line at or behind a place that begins a record, and never twice to one; false where none
        follows. The first time it stays where it is.
        """
        if self._is_new:
            self._is_new = False
            return True
        earliest = max(behind, self.begun + 1)
        while True:
            start = max(0, earliest - 1 - (self._given - len(self._recent)))
            if (at := self._recent.find(b"\n" + _MARK, start)) >= 0:
                rest = self._recent[at + 1 :]
                self._recent, self._held = self._recent[: at + 1], rest + self._held
                self._given -= len(rest)
                self.begun = self._given
                return True
            if not self.read():
                return False
