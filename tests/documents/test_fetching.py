"""Fetching is of the public web only, whatever form the address of a private place has."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from ipaddress import ip_address
from typing import Any

import pytest

from communique.documents import fetching, open_documents
from communique.documents.fetching import fetch, is_public
from communique.errors import CommuniqueError
from communique.records import Document, Failure

TEXT = b"President Emmanuel Macron visited Berlin on 26 May 2024."

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Macron in Berlin</title><link>https://news.example/1</link><pubDate>Sun, 26 May 2024 10:00:00 GMT</pubDate>
<description>President Emmanuel Macron visited Berlin on 26 May 2024.</description></item>
<item><title>A second</title><description>He met Chancellor Olaf Scholz.</description></item>
</channel></rss>"""
TYPES = {"image": "image/png", "feed": "application/rss+xml"}


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/"),
        *("http://0/", "http://0.0.0.0/", "http://localhost/", "http://LOCALHOST/", "https://127.0.0.1/"),
        *("http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        *("http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1]/", "http://[fd00::1]/"),
        *("http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/"),
        *("http://169.254.169.254/latest/meta-data/", "http://224.0.0.1/", "http://255.255.255.255/"),
    ],
)
def test_a_private_address_is_refused_in_every_form(address: str) -> None:
    with pytest.raises(CommuniqueError, match=r"not public|no such host"):
        fetch(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "file:///etc/passwd",
            "ftp://example.org/",
            "gopher://example.org/",
            "javascript:alert(1)",
            "",
            "example.org",
        ),
        *("http://user:word@example.org/", "http://example.org@127.0.0.1/", "http:///etc/passwd", "http://[::1"),
        *("http://example.org:22/", "http://example.org:5432/", "http://example.org:99999/"),
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(CommuniqueError, match=r"found"):
        fetch(address)


@pytest.mark.parametrize(("number", "public"), [("8.8.8.8", True), ("2606:4700::1111", True), ("2002:808:808::", True)])
def test_a_public_address_is_allowed(number: str, public: bool) -> None:
    assert is_public(ip_address(number)) is public


class Site(http.server.BaseHTTPRequestHandler):
    """Answers on loopback as sites of the web might."""

    def do_GET(self) -> None:
        kind, _, rest = self.path.removeprefix("/").partition("/")
        if kind == "to":
            self.send_response(302)
            self.send_header("Location", rest)
            self.end_headers()
            return
        self.send_response(404 if kind == "gone" else 200)
        self.send_header("Content-Type", TYPES.get(kind, "text/plain; charset=utf-8"))
        self.end_headers()
        self.wfile.write(FEED if kind == "feed" else TEXT * (10_000 if kind == "long" else 1))

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site on loopback, on a port that is taken for one of the web."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    monkeypatch.setitem(fetching._PORTS, "test", server.server_port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(5)


def only_first(address: Any) -> bool:
    """Allows the site under test, and no other place of this machine."""
    return str(address) == "127.0.0.1"


def test_a_text_is_taken_with_the_address_that_it_came_from(site: str) -> None:
    dropped = fetch(f"{site}/to/{site}/page", allows=only_first)
    assert (dropped.data, dropped.url, dropped.name) == (TEXT, f"{site}/page", "page.txt")


@pytest.mark.parametrize("target", ["http://[::1]/", "http://127.0.0.2/", "http://2130706434/", "http://10.0.0.1/"])
def test_a_redirect_to_a_private_place_is_not_followed(site: str, target: str) -> None:
    with pytest.raises(CommuniqueError, match="not public"):
        fetch(f"{site}/to/{target}", allows=only_first)


def test_a_redirect_to_a_file_or_in_a_circle_is_not_followed(site: str) -> None:
    with pytest.raises(CommuniqueError, match="no plain address"):
        fetch(f"{site}/to/file:///etc/passwd", allows=only_first)
    with pytest.raises(CommuniqueError, match="redirects"):
        fetch(f"{site}/to/{site}/to/{site}/to/{site}/to/{site}/to/{site}/page", allows=only_first)


@pytest.mark.parametrize(("kind", "told"), [("long", "more than"), ("image", "image/png"), ("gone", "status 404")])
def test_what_is_no_text_of_its_size_is_refused(site: str, kind: str, told: str) -> None:
    with pytest.raises(CommuniqueError, match=told):
        fetch(f"{site}/{kind}/page", allows=only_first, limit=100_000)


@pytest.fixture
def web(site: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The site, for those who may fetch from it alone."""
    monkeypatch.setattr(fetching, "fetch", partial(fetch, allows=only_first))
    return site


def test_an_address_is_read_as_a_file_of_it_would_be(web: str) -> None:
    (text,) = open_documents([f"{web}/page"], published="2024-05")
    assert isinstance(text, Document)
    assert (text.text, text.source, text.url, text.published) == (TEXT.decode(), *[f"{web}/page"] * 2, "2024-05")


def test_a_feed_at_an_address_is_read_entry_by_entry(web: str) -> None:
    pytest.importorskip("feedparser")
    first, second = open_documents([f"{web}/feed/all.xml"])
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.url, first.published) == ("https://news.example/1", "2024-05-26")
    assert (second.url, second.text) == (f"{web}/feed/all.xml", "He met Chancellor Olaf Scholz.")


def test_an_address_that_answers_nothing_is_one_failure_and_the_rest_is_read(web: str) -> None:
    failure, text = open_documents([f"{web}/gone", f"{web}/page"])
    assert isinstance(failure, Failure) and "status 404" in failure.error
    assert isinstance(text, Document)


def test_an_address_of_this_machine_is_a_failure() -> None:
    (failure,) = open_documents(["http://127.0.0.1:80/feed"])
    assert isinstance(failure, Failure) and "not public" in failure.error


def test_an_answer_that_does_not_come_is_not_waited_for(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "TIME", -1.0)
    with pytest.raises(CommuniqueError, match="no answer within"):
        fetch(f"{site}/page", allows=only_first)
