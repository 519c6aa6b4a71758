"""Bytes from outside → every reader of them, each with the laws that hold for whatever the bytes are.

A reader raises nothing but the root of communique's errors; what it gives is the same twice; words are quoted where
they stand. `READERS` is what the tests and `bench/fuzz.py` run.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import record_laws

import communique
from communique import codebook
from communique.analysis.ladders import read_ladders
from communique.analysis.rubric import read_rubric
from communique.documents import identify, open_documents, published_date, read_headers, table_child, tables
from communique.documents.decoding import decode
from communique.documents.unpacking import zstd_library
from communique.errors import CommuniqueError, DocumentError
from communique.evaluation import gold
from communique.evaluation.corpus import is_readings, load_readings
from communique.evaluation.register import load_register
from communique.grammar.pattern import plan_pattern
from communique.grammar.plan import PatternError
from communique.knowledge import checking, compiling
from communique.records import Document, Failure, to_json
from communique.store.outlets import load_overrides
from communique.text import clean, find_dates, resolve, sentences
from communique.visits.days import span_of

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "communique"
MEMORY = Path("/dev/shm")
Run = Callable[[bytes], object]


class Reader(NamedTuple):
    """Something that reads outside bytes: `run` raises where a law is broken; `seeds` are whole inputs of its kind."""

    run: Run
    seeds: Callable[[], list[bytes]]
    words: tuple[bytes, ...] = ()  # pieces of its language


@contextmanager
def a_file(data: bytes, name: str) -> Iterator[Path]:
    """A file of that name in an empty folder."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def text_of(data: bytes) -> str:
    """The bytes as text of any characters, lone surrogates included."""
    return data.decode("utf-8", "surrogatepass" if _is_surrogate_utf8(data) else "replace")


def _is_surrogate_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _documents(name: str, *, least: int = 0) -> Run:
    """A file of bytes, by the ending of its name."""

    def run(data: bytes) -> None:
        with a_file(data, name) as path:
            found = list(open_documents([str(path)]))
            assert found == list(open_documents([str(path)])), "another answer to the same bytes"
        assert len(found) >= least, "a file without a row"
        for one in found:
            if isinstance(one, Failure):
                assert "\n" not in one.error, "an error on several lines"
            else:
                assert one.text.strip()
                assert "\0" not in one.text
                assert one.published is None or published_date(one.published) == one.published
                for words in (one.text, one.title, one.url, one.author, one.language, one.source):
                    (words or "").encode()  # no half characters
                identify(one)
            to_json(one)

    return run


def _archive_seeds() -> list[bytes]:
    """Records as crawlers write them: an answer for each page, and an archive of several."""
    records = []
    for page in _pages():
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/1\r\nContent-Length: "
        kind = "\r\nContent-Type: application/http; msgtype=response\r\n\r\n"
        records.append(f"{head}{len(body)}{kind}".encode() + body + b"\r\n\r\n")
    return [*records[-20:], b"".join(records[:3])]


def _sheet_seeds() -> list[bytes]:
    """Texts in cells with quotes, as spreadsheets save them."""
    cells = (text[:900].replace(b'"', b'""') for text in _examples()[:20])
    return [b'id,text,published\r\n1,"' + text + b'",2023-12-04\r\n2,They met.,\r\n' for text in cells]


def _feed_seeds() -> list[bytes]:
    head = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>"
    item = b"<item><title>T</title><link>https://wire.example/1</link><pubDate>Mon, 04 Dec 2023</pubDate><description>"
    atom = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><content type='html'>&lt;p&gt;"
    return [
        *(head + item + text[:900] + b"</description></item></channel></rss>" for text in _examples()[:20]),
        *(atom + text[:900] + b"</content><updated>2023-12-04</updated></entry></feed>" for text in _examples()[:20]),
    ]


def _table_seeds() -> list[bytes]:
    """Small Parquet files; none where the extra is not installed."""
    try:
        import pyarrow  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        return []
    found = []
    for compression in ("none", "snappy", "gzip", "zstd"):
        file = io.BytesIO()
        rows = {"id": ["a", "b"], "text": [text.decode()[:300] for text in _examples()[:2]], "title": ["T", None]}
        parquet.write_table(pyarrow.table(rows), file, compression=compression)
        found.append(file.getvalue())
    return found


def _forked_table(data: bytes) -> None:
    """A Parquet file whose child is a fork of this process: a hundred times as many as with one started for each."""
    with patch.object(tables, "_told", _told_by_fork):
        _documents("a.parquet")(data)


def _told_by_fork(question: tables.Question) -> Iterator[tables.Frame]:
    """As the child would say it; a fork that dies leaves nothing, which is a fault as well."""
    out, into = os.pipe()
    if (child := os.fork()) == 0:
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            for deadly in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGILL):
                signal.signal(deadly, signal.SIG_DFL)  # a fuzzer listens to them
            with os.fdopen(into, "wb") as pipe:
                table_child.tell(question, pipe)
        finally:
            os._exit(0)
    os.close(into)
    try:
        with os.fdopen(out, "rb") as pipe:
            ended = yield from tables.heard(pipe)
    finally:
        os.waitpid(child, 0)
    if not ended:
        raise DocumentError("broken Parquet data (its reader died); want a whole file")


def _packed(data: bytes) -> None:
    """Bytes as a packed file, and a packed file of the bytes, cut off by as much as the first byte says."""
    kind, cut, rest = data[:1], (data[1:2] or b"\0")[0], data[2:]
    if kind < b"\x40":
        _documents("a.jsonl.gz", least=1)(rest)
    elif kind < b"\x80":
        _documents("a.txt.zst", least=1)(rest)
    elif kind < b"\xc0":
        whole = gzip.compress(rest, mtime=0)
        _documents("a.html.gz", least=1)(whole[: len(whole) - cut])
    else:
        whole = zstd_library().compress(rest)
        _documents("a", least=1)(whole[: len(whole) - cut])


_ENCODINGS = (
    *(None, "utf-8", "utf-16", "utf-32-le", "utf-7", "latin-1", "cp1251", "gb18030", "big5", "shift_jis", "iso2022_jp"),
    *("hz", "rot13", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "hex", "mbcs"),
)


def _decoding(data: bytes) -> None:
    encoding = _ENCODINGS[data[0] % len(_ENCODINGS)] if data else None
    with suppress(CommuniqueError):
        text = decode(data[1:], encoding=encoding)
        assert text == decode(data[1:], encoding=encoding)
        assert "\0" not in text
        text.encode()
    with suppress(CommuniqueError), a_file(data[1:], "a.jsonl") as path:
        for _ in open_documents([str(path)], encoding=encoding):
            pass


def _headers(data: bytes) -> None:
    text = text_of(data)
    head = read_headers(text)
    assert 0 <= head.length <= len(text)
    assert head == read_headers(text)
    assert head.published is None or published_date(head.published) == head.published


def _days(data: bytes) -> None:
    text = text_of(data)
    found = published_date(text)
    assert found is None or published_date(found) == found
    if text.strip().lstrip("-").isdigit() and text.isascii() and len(text) < 4000:
        with suppress(ValueError):
            published_date(int(text))
    span = span_of(text)
    assert span is None or 1 <= span.first <= span.last <= 3652059


def _date_phrases(data: bytes) -> None:
    text = data.decode("utf-8", "replace")  # sentences come to it repaired
    found = find_dates(text)
    assert found == find_dates(text)
    done = 0
    for mention in found:
        assert done <= mention.start < mention.end <= len(text)
        assert mention.quote == text[mention.start : mention.end]
        done = mention.end
        for published in (None, "2023", "2023-02", "2024-02-29", "1500-01-01", "2099-12-31"):
            for tense in (None, "past", "present", "future"):
                for anchor in (None, "2023-12-31"):
                    span = resolve(mention, published=published, tense=tense, anchor=anchor, year=None)
                    assert span is None or span_of(span.edtf) is not None or span.first is None or span.edtf


def _repair(data: bytes) -> None:
    title, _, body = text_of(data).partition("\n\n")
    text = clean(title or None, body)
    assert text == clean(title or None, body)
    for flaw in text.flaws:
        whole = title if flaw.where else body
        assert flaw.quote == whole[flaw.start : flaw.end]
    size = len(text.clean)
    for start in range(0, size, max(1, size // 50)):
        for end in (start, start + 1, start + 7, size):
            words = text.span(start, end)
            assert words.quote == (title if words.where else body)[words.start : words.end]
    done = 0
    for start, end in sentences(text.clean):
        assert done <= start < end <= size
        assert text.clean[start:end].strip() == text.clean[start:end]
        done = end


def _pipeline(data: bytes) -> None:
    """A text with a title behind its first blank line and a day before, through the whole reader."""
    first, _, text = text_of(data).partition("\n\n")
    title, _, day = first.partition("\t")
    options: dict[str, Any] = {"title": title or None, "published": published_date(day)}
    reading = communique.read(text, **options)
    printed = to_json(reading)
    assert printed == to_json(communique.read(text, **options)), "another answer to the same text"
    json.loads(printed)
    ids = [fact.id for fact in reading.facts]
    assert len(set(ids)) == len(ids)
    title = title or read_headers(text).title or ""
    for fact in reading.facts:
        assert fact.evidence
        for words in fact.evidence:
            whole = title if words.where else text
            assert 0 <= words.start < words.end <= len(whole)
            assert words.quote == whole[words.start : words.end]
    for flaw in reading.flaws:
        assert flaw.quote == (title if flaw.where else text)[flaw.start : flaw.end]
    for gap in reading.gaps:
        assert gap.of is None or gap.of in ids
    record_laws.printed_reading(reading)


def _rules(data: bytes) -> None:
    """A family file beside the real words; the last of several, where a blank line of dashes divides them."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = Path(name)
        words, _, family = data.rpartition(b"\n-----\n")
        (folder / "words.toml").write_bytes(words or (PACKAGE / "codebook" / "en" / "words.toml").read_bytes())
        (folder / "visit.toml").write_bytes(family)
        with suppress(CommuniqueError):
            book = codebook.read(folder, "en")
            for fault in codebook.check(book):
                assert fault


def _patterns(data: bytes) -> None:
    words = codebook.load("en").words
    with suppress(PatternError):
        plan_pattern(
            text_of(data),
            codebook.LETTERS,
            {"guest": ("person",), "host": ("country",)},
            words.forms,
            {"aux": "has|had"},
        ).compiled().checked()


def _rubrics(data: bytes) -> None:
    text = text_of(data)
    for read in (read_rubric, read_ladders):
        with suppress(CommuniqueError):
            read(text, "a.toml")


def _sources(data: bytes) -> None:
    with a_file(data, "sources.csv") as path, suppress(CommuniqueError):
        load_overrides(path)


def _register(data: bytes) -> None:
    with a_file(data, "visits.csv") as path, suppress(CommuniqueError):
        load_register(path, path, {"france": "FRA"}, first_year=1900, last_year=2100)


def _knowledge(data: bytes) -> None:
    """One of the knowledge files by the first byte, the others as they are."""
    name = compiling.FILES[data[0] % len(compiling.FILES)] if data else "leads"
    texts = {**{one: _csv(one) for one in compiling.FILES}, name: data[1:]}
    with suppress(CommuniqueError):
        checking.check(texts)
    with suppress(CommuniqueError):
        compiling.from_csv(texts)


def _gold(data: bytes) -> None:
    with a_file(data, "a.gold.json") as path:
        (path.parent / "a.txt").write_text("President Emmanuel Macron visited Berlin on Monday.", "utf-8")
        with suppress(CommuniqueError):
            cases = gold.load_cases(path.parent)
            scores = gold.score_cases(cases, {"a": cases[0].facts})
            gold.score_table(gold.tally_kinds(scores))
            list(gold.differences(scores))


def _answers(data: bytes) -> None:
    with a_file(data, "a.jsonl") as path:
        with suppress(CommuniqueError):
            gold.load_answers(path)
        is_readings(path)
        with suppress(CommuniqueError):
            list(load_readings(path))


def _record(data: bytes) -> None:
    """JSON Lines into an empty record, and all that can be made of it."""
    with a_file(data, "a.jsonl") as path:
        record_laws.imported(path)


def _examples(ending: str = ".txt") -> list[bytes]:
    files = sorted([*(ROOT / "examples").glob(f"*{ending}"), *(ROOT / "tests" / "gold" / "first").glob(f"*{ending}")])
    return [file.read_bytes() for file in files]


def _texts() -> list[bytes]:
    return [b"A title\t2023-12-04\n\n" + text for text in _examples()]


def _pages() -> list[bytes]:
    page = (
        "<html><head><title>T</title><meta charset=utf-8><meta property='article:published_time' content='{}'></head>"
    )
    return [
        (page.format("2023-12-04") + "<body><article><h1>T</h1><p>" + t.decode().replace("\n\n", "</p><p>")).encode()
        + b"</p></article></body></html>"
        for t in _examples()
    ] + [b"<p>", b"<!-- --><html>", b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aa'>]><html><p>&a;</p></html>"]


def _rows() -> list[bytes]:
    rows = [json.dumps({"id": n, "text": t.decode()[:600], "title": "T", "published": "2023-12-04"}) for n, t in
            enumerate(_examples())]  # fmt: skip
    return [*(row.encode() for row in rows), "\n".join(rows).encode(), f"[{','.join(rows)}]".encode()]


@cache
def _csv(name: str) -> bytes:
    """The head of a knowledge file and its first rows."""
    return b"\n".join((PACKAGE / "knowledge" / "data" / f"{name}.csv").read_bytes().split(b"\n")[:12])


def _knowledge_seeds() -> list[bytes]:
    return [bytes([number]) + _csv(name) for number, name in enumerate(compiling.FILES)]


_JSON = (b"{", b"}", b"[", b"]", b'":', b'"', b"\\ud800", b"\\u0000", b"1e999", b"null", b"-0", b"[[[[[[[[")
_ENGLISH = (
    *(b" visited ", b" and ", b", ", b" President ", b"Xi Jinping", b" China", b" Belarus", b" will ", b" on Monday "),
    *(b" state visit ", b" paid ", b" to ", b" agreed ", b" not ", b" talks with ", b"; ", b". ", b" the two sides "),
    *(
        b"**",
        b"\xe2\x80\xae",
        b"\xe2\x80\x8b",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xc3\xa2\xe2\x82\xac",
        b"\r",
        b"\x1b[31m",
    ),
    *(
        b"\xee\x80\x80",
        b" x",
        b"xE9",
        b" Xi of visiting ",
        b" said ",
        b" supports ",
        b" one-China principle ",
        b"(",
        b'"',
    ),
)
_TOML = (
    *(b"[[rule]]\n", b'id = "', b'trigger = ["', b'pattern = "', b"{guest}", b"^<visit>", b"...", b"..", b"~", b"%aux"),
    *(b"_3", b"[", b"]", b"(", b"|", b")", b"=", b"'''", b'"""', b"{dest+}", b"\\", b"*", b"9999999999"),
)
_CSV = (b",", b'"', b"\n", b"\r", b"|", b"2023-02-30", b"\x00", b"9" * 20)
_DATES = (
    *(
        b"January ",
        b" 31",
        b" February",
        b" 2023",
        b"last ",
        b"next ",
        b" week",
        b"Monday",
        b" to ",
        b"-",
        b"/",
        b"30th",
    ),
    *(b"XX", b"~", b"0000", b"9999", b"the day before yesterday", b" years ago", b"in ", b" 29 ", b" of last year"),
)


def _record_seeds() -> list[bytes]:
    return record_laws.seeds(_examples())


READERS: dict[str, Reader] = {
    "text file": Reader(_documents("a.md", least=1), _examples, (b"DATE: ", b"---\n", b"TITLE:", b"\xff\xfe", b"\x00")),
    "page": Reader(
        _documents("a.html", least=1), _pages, (b"<p>", b"<div>", b"</", b"<!--", b"&amp;", b"&#", b"<![CDATA[")
    ),
    "file of unknown kind": Reader(_documents("a", least=1), lambda: [*_examples(), *_pages(), *_rows()], _JSON),
    "JSON Lines": Reader(_documents("a.jsonl", least=1), _rows, _JSON),
    "JSON": Reader(_documents("a.json", least=1), _rows, _JSON),
    "CSV": Reader(_documents("a.csv", least=1), _sheet_seeds, (b'"', b'""', b",", b";", b"\t", b"\r\n")),
    "web archive": Reader(
        _documents("a.warc"), _archive_seeds, (b"WARC/1.0\r\n", b"Content-Length: ", b"Transfer-Encoding: chunked\r\n")
    ),
    "feed": Reader(
        _documents("a.rss"), _feed_seeds, (b"<item>", b"<entry>", b"<![CDATA[", b"&#x", b"<!ENTITY ", b"<link>")
    ),
    "Parquet": Reader(_documents("a.parquet"), _table_seeds),
    "Parquet, forked": Reader(
        _forked_table, _table_seeds, (b"PAR1", b"\x15\x00", b"\x15\x04\x19", b"\xff\xff\xff\xff\x0f")
    ),
    "packed file": Reader(_packed, lambda: [b"\x90\0" + t for t in _rows()] + [b"\xf0\0" + t for t in _rows()]),
    "encoding": Reader(_decoding, lambda: [bytes([n]) + t[:400] for n, t in enumerate(_examples()[:20])]),
    "header lines": Reader(_headers, _examples, (b"DATE: ", b"---\n", b"TITLE: ", b"\r\n", b": ", b"'", b"\n")),
    "date": Reader(_days, lambda: [b"2023-12-04", b"2023-12-03/2023-12-04~", b"Tue, 5 Dec 2023 10:00 GMT"], _DATES),
    "date phrases": Reader(_date_phrases, lambda: [t[:500] for t in _examples()], _DATES),
    "repair": Reader(_repair, _texts, _ENGLISH),
    "reader of texts": Reader(_pipeline, _texts, _ENGLISH),
    "rules": Reader(
        _rules,
        lambda: [f.read_bytes() for f in (PACKAGE / "codebook" / "en").glob("*.toml") if f.stat().st_size < 20_000],
        _TOML,
    ),
    "rule pattern": Reader(_patterns, lambda: [rule.pattern.encode() for rule in codebook.load("en").rules], _TOML),
    "rubric and ladders": Reader(
        _rubrics, lambda: [f.read_bytes() for f in (PACKAGE / "analysis" / "data").glob("*.toml")], _TOML
    ),
    "sources": Reader(
        _sources, lambda: [b"match,name,kind,country\nwire.example,Wire,agency,BLR\nwire/*,W,press,\n"], _CSV
    ),
    "register": Reader(
        _register,
        lambda: [
            b"id,start,end,visitor,from,description,role,name,country,locale,remarks\n"
            b"1,2021-02-03,2021-02-04,President X,France|Spain,State visit,president,Y,France,Paris,Met Z\n"
        ],
        _CSV,
    ),
    "knowledge files": Reader(_knowledge, _knowledge_seeds, _CSV),
    "gold": Reader(_gold, lambda: _examples(".gold.json"), _JSON),
    "answers": Reader(_answers, _record_seeds, _JSON),
    "record": Reader(_record, _record_seeds, (*_JSON, b"9999-12-31", b"0001-01-01/", b"XX", b"\\u001b[31m", b"=1+1")),
}


def document_of(text: str) -> Document:
    """The text as a document."""
    return Document(source="text", text=text)
