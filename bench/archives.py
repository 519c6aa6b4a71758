"""Texts → a web archive as crawlers leave it: news pages with menus and scripts, among answers that are no news.

python bench/archives.py OUT.warc.gz [--pages 1000] [--seed 0]

Pages of the bundled examples and of filler, in languages that are not read too, in old encodings, packed and chunked,
redirects, pictures, empty answers, requests; each record a gzip member of its own, as in CC-NEWS. Our own words.
"""

from __future__ import annotations

import argparse
import gzip
import html
import itertools
import random
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import streams

from communique.records import Document

MENU = [
    *("Home", "News", "World", "Africa", "Asia", "China", "Europe", "Middle East", "Russia", "Ukraine", "Politics"),
    *("Business", "Markets", "Sport", "Football", "Weather", "Culture", "Travel", "Visit our shop", "Meet the team"),
    *("Contact us", "Sign in", "Subscribe", "Newsletters", "Podcasts", "Video"),
]
FOREIGN = {  # sentences of our own about nothing much, in languages without a codebook
    "de": "Der Gemeinderat hat am Abend über den neuen Radweg beraten, und die Arbeiten sollen im Herbst beginnen. ",
    "fr": "Le conseil de la ville a parlé de la nouvelle école, et les travaux vont commencer dans les mois à venir. ",
    "es": "El ayuntamiento ha hablado de la nueva plaza y las obras van a empezar en los próximos meses del año. ",
    "ru": "Городской совет обсудил новую школу, и работы начнутся осенью, сообщили вечером в администрации. ",
}
OLD = {"de": "iso-8859-1", "fr": "windows-1252", "es": "iso-8859-15", "ru": "windows-1251"}
SCRIPT = "var menu = {country: 'France', action: 'visit'}; if (a < b && b > c) { document.write('<p>Xi met</p>'); }"


class Mix(NamedTuple):
    """Shares of what an archive holds; the rest are English pages about other things."""

    relevant: float = 0.06
    foreign: float = 0.45
    other: float = 0.08


def archive(
    pages: int,
    *,
    seed: int = 0,
    mix: Mix = Mix(),  # noqa: B008 (frozen)
    encodings: bool = True,
) -> Iterator[tuple[str, bytes]]:
    """(what it is, the record unpacked): relevant, filler, foreign or other; the same on every run. Without `encodings`
    all pages are plain UTF-8.
    """
    answer = (
        _answer if encodings else lambda text, chance, language="en": http(["Content-Type: text/html"], text.encode())
    )
    chance = random.Random(seed)
    articles, filler = streams.articles(10**9, seed=seed), _filler(seed)
    yield "other", record("warcinfo", "", b"software: made by communique\r\n")
    for number in range(pages):
        lot, address = chance.random(), f"https://news{number % 50}.example.org/{seed}/{number}.html"
        yield "other", record("request", address, b"GET / HTTP/1.1\r\nHost: news.example.org\r\n\r\n")
        if lot < mix.relevant:
            yield "relevant", record("response", address, answer(page(next(articles), chance), chance))
        elif lot < mix.relevant + mix.foreign:
            language = chance.choice(sorted(FOREIGN))
            text = "\n".join(FOREIGN[language] * chance.randint(2, 5) for _ in range(chance.randint(3, 12)))
            document = Document(source="", text=text, title=FOREIGN[language][:60], published="2023-05-04")
            yield "foreign", record("response", address, answer(page(document, chance, language), chance, language))
        elif lot < mix.relevant + mix.foreign + mix.other:
            yield "other", record("response", address, no_news(chance))
        else:
            yield "filler", record("response", address, answer(page(next(filler), chance), chance))


def page(document: Document, chance: random.Random, language: str = "en") -> str:
    """A text as a news site shows it: menus on both ends, scripts, links in the sentences, other stories beside it."""
    head, *paragraphs = document.text.split("\n")
    menu = "".join(f'<li><a href="/{at}">{word}</a></li>' for at, word in enumerate(MENU))
    body = "\n".join(f"<p>{_linked(part, chance)}</p>" for part in paragraphs or [head])
    others = "".join(f'<li><a href="/o{at}">{html.escape(word)} today</a></li>' for at, word in enumerate(MENU[4:20]))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="%CHARSET%"><title>{html.escape(head[:90])} | News'
        f'</title><meta property="article:published_time" content="{document.published}T08:00:00Z">'
        f"<script>{SCRIPT * 30}</script><style>p {{ margin: 0 }} {'.c { color: red } ' * 200}</style></head>"
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>{html.escape(head)}</h1>{body}</article></main>"
        f"<aside><ul>{others}</ul></aside><footer><ul>{menu}</ul><p>All rights reserved.</p></footer></body></html>"
    )


def _answer(text: str, chance: random.Random, language: str = "en") -> bytes:
    """The HTTP answer of a page: in an encoding, packed or not, chunked or not, its header right or stale."""
    charset = OLD[language] if language in OLD and chance.random() < 0.5 else "utf-8"
    body = text.replace("%CHARSET%", charset).encode(charset, "xmlcharrefreplace")
    told = f"; charset={charset}" if chance.random() < 0.6 else ""
    headers = [f"Content-Type: text/html{told}"]
    way = chance.random()
    if way < 0.1:
        headers.append("Content-Encoding: gzip")
        body = gzip.compress(body, mtime=0)
    elif way < 0.15:
        headers.append("Content-Encoding: deflate")
        body = zlib.compress(body)
    elif way < 0.3:
        headers.append("Content-Encoding: gzip")  # unpacked when it was stored; the header was left as it was
    if chance.random() < 0.2:
        headers.append("Transfer-Encoding: chunked")
        body = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in _parts(body, 4096)) + b"0\r\n\r\n"
    return http(headers, body)


def no_news(chance: random.Random) -> bytes:
    """An answer that holds no page."""
    return chance.choice(
        (
            http(["Location: https://news.example.org/", "Content-Type: text/html"], b"<html>Moved", "301 Moved"),
            http(["Content-Type: text/html"], b"<html><body><p>Not found here.</p></body></html>", "404 Not Found"),
            http(["Content-Type: image/png"], b"\x89PNG" + bytes(500)),
            http(["Content-Type: application/json"], b'{"visit": "China met France"}'),
            http(["Content-Type: text/html"], b""),
        )
    )


def http(headers: Sequence[str], body: bytes, status: str = "200 OK") -> bytes:
    """An HTTP answer as it was sent."""
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def record(kind: str, address: str, block: bytes) -> bytes:
    """A WARC record, not packed."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2023-05-04T08:00:00Z\r\n"
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    media = "application/warc-fields" if kind == "warcinfo" else f"application/http; msgtype={kind}"
    rest = f"WARC-Record-ID: <urn:uuid:{zlib.crc32(block):032x}>\r\nContent-Type: {media}\r\n"
    return f"{head}{target}{rest}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def packed(records: Iterator[tuple[str, bytes]]) -> Iterator[bytes]:
    """Each record as a gzip member of its own."""
    return (gzip.compress(block, 6, mtime=0) for _, block in records)


def _linked(text: str, chance: random.Random) -> str:
    words = [html.escape(word) for word in text.split(" ")]
    for at in range(len(words)):
        if chance.random() < 0.04:
            tag = chance.choice((("<b>", "</b>"), ('<a href="/x">', "</a>"), ("<em>", "</em>")))
            words[at] = tag[0] + words[at] + tag[1]
    return " ".join(words)


def _filler(seed: int) -> Iterator[Document]:
    for number in itertools.count():
        yield from streams.filler(100, seed=seed * 1000 + number)


def _parts(body: bytes, size: int) -> Iterator[bytes]:
    return (body[at : at + size] for at in range(0, len(body), size))


def main() -> None:
    parser = argparse.ArgumentParser(description="A web archive as crawlers leave it.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with asked.out.open("wb") as file:
        file.writelines(packed(archive(asked.pages, seed=asked.seed)))


if __name__ == "__main__":
    main()
