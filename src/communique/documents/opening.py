"""Turns paths into Documents: finds the files, unpacks them, tells their kind, and reads each by its reader."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import msgspec

from communique.documents.archives import read_archive
from communique.documents.dates import published_date
from communique.documents.decoding import as_utf8, decode, is_text_encoding
from communique.documents.feeds import read_feed
from communique.documents.files import File, Stretch, is_address, list_files, opened
from communique.documents.headers import read_headers
from communique.documents.identity import failed
from communique.documents.kinds import is_table, kind_of
from communique.documents.limits import MAX_BYTES, MAX_PAGE, MAX_TEXT
from communique.documents.pages import read_page
from communique.documents.passing import Gate, Reason
from communique.documents.rows import RowReader, split_lines
from communique.documents.sheets import read_sheet
from communique.documents.tables import read_table
from communique.documents.unpacking import unpacked
from communique.errors import DocumentError
from communique.records import BROKEN_JSON, Document, Failure


class _Wanted(msgspec.Struct, frozen=True):
    """How to read: what a caller of open_documents asked for."""

    rows: RowReader
    published: str | None
    encoding: str | None
    consumed: Callable[[int], object] | None = None
    gate: Gate | None = None
    passed: Callable[[Reason], object] | None = None


def open_documents(
    paths: Iterable[str | File | Failure],
    *,
    published: str | None = None,
    fields: Mapping[str, str] | None = None,
    encoding: str | None = None,
    consumed: Callable[[int], object] | None = None,
    gate: Gate | None = None,
    passed: Callable[[Reason], object] | None = None,
) -> Iterator[Document | Failure]:
    """Every text under `paths`, in their order, each as a Document, or as a Failure that says why it is none.

    Kinds go by the name (.txt .md .html .jsonl .ndjson .json .csv .tsv .rss .atom .warc, each also .gz or .zst;
    .parquet), else by the content. A text stays as it is given, header lines (`DATE: …`) and front matter included:
    offsets count them. `source` is the path; for a row or an entry `path#id`, or `path:number` if it has no id; for a
    page of an archive `path#address`; for standard input the path is "-".

    Args:
        paths: files, folders (see `files.list_files`), "-" for standard input, addresses of the public web (http://
            or https://) of a page, a text or a feed, each fetched when its turn comes; files, or parts of files,
            that were listed before.
        published: the day, month or year for every text that does not say its own.
        fields: the JSON key or the column of a field (id, title, published, url, text, language, author) where it
            has another name.
        encoding: of all the texts; else found for each.
        consumed: called with the number of bytes read as they are read, for a progress bar.
        gate: tells from the markup and address of a page of an archive why it is passed over; None if it is not.
        passed: called with the reason for each record of an archive that is passed over.

    Raises: DocumentError: at once, for a `published` that is no date, an unknown field or encoding. Never
    later.
    """
    fallback = published_date(published)
    if published is not None and fallback is None:
        raise DocumentError(f"published {published!r}: no date; want YYYY-MM-DD, YYYY-MM or YYYY")
    if encoding is not None and not is_text_encoding(encoding):
        raise DocumentError(f"encoding {encoding!r}: unknown; want one like utf-8 or cp1251")
    wanted = _Wanted(RowReader(fields, published=fallback), fallback, encoding, consumed, gate, passed)
    return chain.from_iterable(_read(file, wanted) for file in list_files(paths))


def open_bytes(
    name: str, data: bytes, *, published: str | None = None, url: str | None = None, limit: int = MAX_BYTES
) -> Iterator[Document | Failure]:
    """Every text that the bytes of one file hold, as `open_documents` reads a file of that name.

    At most `limit` bytes of them are taken, counted when unpacked; a fault that ends the reading is the last row.
    `url` is where they came from: the address of a text that tells none of its own.
    Raises: DocumentError: at once, for a `published` that is no date.
    """
    fallback = published_date(published)
    if published is not None and fallback is None:
        raise DocumentError(f"published {published!r}: no date; want YYYY-MM-DD, YYYY-MM or YYYY")
    found = _read_bytes(name, data, _Wanted(RowReader(published=fallback), fallback, None), limit)
    return (_at(url, one) for one in found) if url else found


def _read_bytes(name: str, data: bytes, wanted: _Wanted, limit: int) -> Iterator[Document | Failure]:
    try:
        yield from _documents(File(None, name), _limited(unpacked(io.BytesIO(data), name.lower()), limit), wanted)
    except DocumentError as error:
        yield failed(name, str(error))


def _limited(blocks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for block in blocks:
        size += len(block)
        if size > limit:
            raise DocumentError(f"more than {limit:,} bytes when unpacked; want at most that")
        yield block


def _read(file: File | Failure, wanted: _Wanted) -> Iterator[Document | Failure]:
    """What one file holds; a fault that ends its reading is its last row."""
    if isinstance(file, Failure):
        yield file
        return
    try:
        with opened(file) as stream:
            if file.path is not None and is_table(file.source, stream):
                groups = (file.stretch.start, file.stretch.end) if file.stretch else None
                yield from read_table(file.source, file.path, wanted.rows, groups=groups, consumed=wanted.consumed)
                return
            blocks = unpacked(stream, file.source.lower(), consumed=wanted.consumed)
            found = _documents(file, blocks, wanted)
            yield from (_at(file.source, one) for one in found) if is_address(file.source) else found
    except DocumentError as error:
        yield failed(file.source, str(error))
    except OSError as error:
        yield failed(file.source, f"{(error.strerror or str(error)).lower()}; want a file that may be read")


def _documents(file: File, blocks: Iterator[bytes], wanted: _Wanted) -> Iterator[Document | Failure]:
    source = file.source
    first = next(filter(None, blocks), None)
    if first is None:
        raise DocumentError("an empty file; want a text")
    blocks = chain((first,), blocks)
    kind = kind_of(source, first, wanted.encoding)
    if kind == "rows":
        yield from _rows(source, blocks, wanted, file.stretch)
    elif kind == "json":
        yield from _json(source, _whole(blocks, MAX_BYTES), wanted)
    elif kind == "archive":
        pages = read_archive(source, blocks, gate=wanted.gate, passed=wanted.passed, encoding=wanted.encoding)
        yield from (_dated(page, wanted.published) for page in pages)
    elif kind == "feed":
        yield from read_feed(source, _whole(blocks, MAX_PAGE), published=wanted.published)
    elif kind == "table":
        with tempfile.NamedTemporaryFile() as copy:
            copy.write(_whole(blocks, MAX_BYTES))
            copy.flush()
            yield from read_table(source, Path(copy.name), wanted.rows)
    elif kind == "sheet":
        yield from read_sheet(source, decode(_whole(blocks, MAX_BYTES), encoding=wanted.encoding), wanted.rows)
    elif kind == "page":
        page = read_page(source, _whole(blocks, MAX_PAGE), encoding=wanted.encoding)
        yield _dated(page, wanted.published)
    else:
        yield _text(source, decode(_whole(blocks, MAX_BYTES), encoding=wanted.encoding), wanted)


def _at(address: str, found: Document | Failure) -> Document | Failure:
    """What was fetched, with that address where it tells none of its own."""
    if isinstance(found, Failure) or found.url:
        return found
    return msgspec.structs.replace(found, url=address)


def _dated(page: Document | Failure, published: str | None) -> Document | Failure:
    if isinstance(page, Failure) or page.published or published is None:
        return page
    return msgspec.structs.replace(page, published=published)


def _rows(
    source: str, blocks: Iterator[bytes], wanted: _Wanted, stretch: Stretch | None = None
) -> Iterator[Document | Failure]:
    from_line = wanted.rows.from_line
    is_blank = stretch is None
    for number, line in split_lines(as_utf8(blocks, wanted.encoding), stretch.line if stretch else 1):
        if (found := from_line(source, number, line)) is not None:
            is_blank = False
            yield found
    if is_blank:
        raise DocumentError("only blank lines; want a JSON object on each")


def _json(source: str, data: bytes, wanted: _Wanted) -> Iterator[Document | Failure]:
    """A list of objects, or one; JSON Lines, where a file of them is called .json."""
    text = decode(data, encoding=wanted.encoding)
    try:
        found = msgspec.json.decode(text)
    except BROKEN_JSON as error:
        if not _has_objects_on_lines(text):
            raise DocumentError(f"broken JSON ({error}); want one object or a list of them") from error
        yield from _rows(source, iter((text.encode("utf-8"),)), wanted)
        return
    if found == []:
        raise DocumentError("an empty list; want objects with a text")
    for number, entry in enumerate(found if isinstance(found, list) else [found], start=1):
        yield wanted.rows.from_object(source, number, entry)


def _has_objects_on_lines(text: str) -> bool:
    """Whether the first two lines that are not blank begin, and the first of them ends, as objects do."""
    first, _, rest = text.lstrip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")


def _text(source: str, text: str, wanted: _Wanted) -> Document:
    if not text.strip():
        raise DocumentError("only white space; want a text")
    if len(text) > MAX_TEXT:
        raise DocumentError(f"{len(text):,} characters; want at most {MAX_TEXT:,}")
    head = read_headers(text)
    return Document(
        source=source,
        text=text,
        title=head.title,
        url=head.url,
        published=head.published or wanted.published,
        language=head.language,
        author=head.author,
    )


def _whole(blocks: Iterator[bytes], limit: int) -> bytes:
    held, size = [], 0
    for block in blocks:
        held.append(block)
        size += len(block)
        if size > limit:
            raise DocumentError(f"more than {limit:,} bytes; want at most that in one document")
    return b"".join(held)
