"""Web archives as they come: packed, in odd encodings, with stale headers, broken; what is no news is counted."""

from __future__ import annotations

import gzip
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.documents import archives as archives_module
from communique.documents import open_documents
from communique.documents.bodies import http_body, unchunked
from communique.documents.passing import PassedOver
from communique.pipeline import read_document
from communique.records import Document, Failure
from communique.runs.gates import page_gate

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
import archives as made

pytest.importorskip("fastwarc", reason="archive tests: want: pip install 'communique[scale]'")

SENTENCE = "President Emmanuel Macron arrived in Berlin on Monday for talks with Chancellor Olaf Scholz."
STORY = f"<p>{SENTENCE} He was received with military honours in front of the Chancellery in the morning.</p>" * 3
PAGE = f"<html><head><title>Macron in Berlin</title></head><body><article>{STORY}</article></body></html>"
HTML = "Content-Type: text/html; charset=utf-8"


def response(body: bytes, *headers: str, url: str = "https://news.example.org/1", status: str = "200 OK") -> bytes:
    return made.record("response", url, made.http(headers or (HTML,), body, status))


def opened(path: Path, data: bytes, **options: object) -> list[Document | Failure]:
    path.write_bytes(data)
    return list(open_documents([str(path)], **options))  # type: ignore[arg-type]


def pages(path: Path, data: bytes) -> list[str]:
    found = opened(path, data)
    assert all(isinstance(one, Document) for one in found), found
    return [one.text for one in found if isinstance(one, Document)]


def zipped(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.warc.gz"


def test_a_page_has_its_address_its_title_and_its_words(path: Path) -> None:
    (page,) = opened(path, zipped(made.record("warcinfo", "", b"software: x\r\n"), response(PAGE.encode())))
    assert isinstance(page, Document)
    assert (page.source, page.url) == (f"{path}#https://news.example.org/1", "https://news.example.org/1")
    assert SENTENCE in page.text and page.title == "Macron in Berlin"
    assert page.published is None  # the day it was fetched is not the day it was published


def test_an_archive_is_known_by_its_content(tmp_path: Path) -> None:
    assert len(pages(tmp_path / "download", response(PAGE.encode()))) == 1
    assert len(pages(tmp_path / "packed", gzip.compress(response(PAGE.encode()) * 2))) == 2


@pytest.mark.parametrize(
    ("charset", "told", "meta"),
    [
        ("utf-8", "", ""),
        ("utf-8", "; charset=ISO-8859-1", ""),  # a stale header; the bytes are plainly UTF-8
        ("windows-1252", "; charset=windows-1252", ""),
        ("iso-8859-15", "", '<meta charset="iso-8859-15">'),
        ("windows-1251", "; charset=no-such-charset", '<meta charset="windows-1251">'),
        ("utf-16", "; charset=utf-8", ""),
    ],
)
def test_words_are_read_in_the_encoding_that_they_are_in(path: Path, charset: str, told: str, meta: str) -> None:
    name = "Президент Сербии" if charset == "windows-1251" else "Déplacement à Genève"
    text = PAGE.replace("<head>", f"<head>{meta}").replace(SENTENCE, f"{SENTENCE} «{name}», it was called.")
    (found,) = pages(path, zipped(response(text.encode(charset), f"Content-Type: text/html{told}")))
    assert f"«{name}»" in found


CHUNKED = b"5\r\n<html\r\n" + b"%x;ext=1\r\n%b\r\n0\r\n\r\n" % (len(PAGE) - 5, PAGE[5:].encode())


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE.encode()), ("Content-Encoding: gzip",)),
        (PAGE.encode(), ("Content-Encoding: gzip",)),  # unpacked by the crawler, its header left
        (gzip.compress(PAGE.encode())[:-12], ("Content-Encoding: gzip",)),  # cut by the crawler's limit
        (zlib.compress(PAGE.encode()), ("Content-Encoding: deflate",)),
        (zlib.compress(PAGE.encode())[2:-4], ("Content-Encoding: deflate",)),
        (CHUNKED, ("Transfer-Encoding: chunked",)),
        (CHUNKED[:-40], ("Transfer-Encoding: chunked",)),
        (PAGE.encode(), ("Transfer-Encoding: chunked",)),
        (PAGE.encode(), ("Content-Encoding: no-such-coding",)),
    ],
)
def test_a_body_is_unpacked_as_far_as_it_is_whole(path: Path, body: bytes, headers: tuple[str, ...]) -> None:
    (text,) = pages(path, zipped(response(body, HTML, *headers)))
    assert SENTENCE in text


def test_what_is_no_news_is_passed_over_and_counted(path: Path) -> None:
    counts: Counter[str] = Counter()
    data = zipped(
        made.record("request", "https://news.example.org/1", b"GET / HTTP/1.1\r\n\r\n"),
        response(b"<html>gone", status="404 Not Found"),
        response(b"<html>moved", status="301 Moved Permanently"),
        response(b"\x89PNG", "Content-Type: image/png"),
        response(b""),
        response(b"<html><body></body></html>"),
        made.record("response", "https://news.example.org/2", b"no header of an answer"),
        response(PAGE.encode()),
    )
    assert len(opened(path, data, passed=lambda reason: counts.update([reason]))) == 1
    assert counts == {"not_200": 3, "not_html": 1, "no_words": 1, "no_main_text": 1}
    assert str(PassedOver.of(counts)) == "3 not 200, 1 not html, 1 no words, 1 no main text"
    assert PassedOver.of(counts) + PassedOver(not_200=1) == PassedOver(4, 1, 1, no_main_text=1)


def test_a_cut_archive_gives_its_whole_records_and_one_fault(path: Path) -> None:
    data = zipped(response(PAGE.encode()), response(PAGE.encode()))
    *whole, last = opened(path, data[:-30])
    assert len(whole) == 1 and isinstance(whole[0], Document)
    assert isinstance(last, Failure) and "gzip data end in the middle; want a whole archive" in last.error


def test_after_a_broken_record_reading_goes_on(tmp_path: Path) -> None:
    sound = response(PAGE.encode())
    endless = b"WARC/1.0\r\nthis header never ends " + b"x" * 40_000 + b"\r\n"
    found = opened(tmp_path / "news.warc", sound * 2 + endless + sound + b"\r\nno record\r\n\r\n" + sound * 3)
    assert sum(isinstance(one, Document) for one in found) == 6
    faults = [one.error for one in found if isinstance(one, Failure)]
    assert len(faults) == 2 and all("broken record (" in one and "want one WARC record" in one for one in faults)


def test_a_file_that_is_no_archive_is_a_fault(tmp_path: Path) -> None:
    (found,) = opened(tmp_path / "news.warc", b"no archive at all\n" * 100)
    assert isinstance(found, Failure)


def test_a_body_that_unpacks_without_end_is_a_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives_module, "MAX_PAGE", 100_000)
    bomb = gzip.compress(b"<p>a</p>" * 100_000)
    found = opened(path, zipped(response(bomb, HTML, "Content-Encoding: gzip"), response(b"x" * 100_001)))
    assert [isinstance(one, Failure) and "more than 100,000 bytes" in one.error for one in found] == [True, True]


def test_a_body_of_any_bytes_is_taken_within_its_limit() -> None:
    chance = random.Random(5)
    seeds = [CHUNKED, gzip.compress(PAGE.encode()), zlib.compress(PAGE.encode()), PAGE.encode()]
    for _ in range(2000):
        raw = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(0, 4)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        coding = chance.choice(["gzip", "deflate", "br", "zstd", "gzip, deflate", "br, gzip", ""])
        body = http_body(bytes(raw), transfer=chance.choice(["", "chunked"]), content=coding, limit=10_000)
        assert len(body) <= 10_000
    assert unchunked(b"ffffffff\r\nabc") == b"abc"


def mixed() -> Iterator[tuple[str, bytes]]:
    return made.archive(150, seed=3)


def test_no_page_that_states_something_is_lost_at_the_gate(tmp_path: Path) -> None:
    data = b"".join(made.packed(mixed()))
    reasons: Counter[str] = Counter()
    every = {one.source: one for one in opened(tmp_path / "a.warc.gz", data) if isinstance(one, Document)}
    let = opened(tmp_path / "a.warc.gz", data, gate=page_gate, passed=lambda reason: reasons.update([reason]))
    kept = {one.source for one in let if isinstance(one, Document)}
    assert reasons["other_language"] > 40
    lost = [one for name, one in every.items() if name not in kept]
    assert len(lost) == reasons["other_language"] + reasons["no_trigger"] + reasons["one_party"]
    assert [one.source for one in lost if read_document(one).facts] == []
    assert sum(bool(read_document(one).facts) for name, one in every.items() if name in kept) > 5


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (PAGE, None),
        (f"<html lang='de'>{PAGE}", None),  # a template's word against the page's own
        ("<html lang='en'><body>" + made.FOREIGN["de"] * 5, "other_language"),
        ("<html><body>" + made.FOREIGN["fr"] * 5, "other_language"),
        (
            "<p>The bakery on the corner sells bread until noon, and cakes on Saturdays and Sundays.</p>",
            "no_trigger",
        ),
        (
            "<p>The President of the school board arrived late to the meeting in the town hall of Berlin.</p>",
            "one_party",
        ),
        ("<script>France visited Germany</script><style>x</style>", "no_words"),
        ("<p>Xi <b>Jin</b>ping arrived in <a href='x'>Bel</a>grade on Tuesday for a state visit to it.</p>", None),
        ("<p>Macron arrived in Berlin on Monday &amp; met Scholz<br>as it was planned before.</p>", None),
    ],
)
def test_the_gate_goes_by_visible_words(page: str, reason: str | None) -> None:
    assert page_gate(page, "https://news.example.org/1") == reason
