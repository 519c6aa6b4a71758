"""RSS and Atom files become documents, one an entry; nothing is fetched, nothing expands."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from communique.documents import open_documents
from communique.records import Document, Failure

feedparser = pytest.importorskip("feedparser", reason="feed tests: want: pip install 'communique[scale]'")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment --><!-- another -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Press Office</title><link>https://press.example.org/</link><language>en-GB</language>
<item><title>Premier &amp; President meet</title><link>https://press.example.org/1</link><guid>tag:1</guid>
<pubDate>Tue, 05 Dec 2023 10:00:00 GMT</pubDate><dc:creator>A. Writer</dc:creator>
<description>The Premier met the President.</description>
<content:encoded><![CDATA[<p>The <b>Prem</b>ier met the President&nbsp;in Vesta.</p>
<script>alert(1)</script><p>They spoke of trade.</p>]]></content:encoded></item>
<item><title>Nothing said</title><link>https://press.example.org/2</link></item>
<item><description>An item without a name, of 4 May.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Bureau</title>
<entry><id>urn:a</id><title type="html">&lt;i&gt;Visite&lt;/i&gt;</title><link href="https://press.example.org/a"/>
<updated>2024-02-01T09:00:00Z</updated><summary>Le ministre est venu à Genève.</summary></entry></feed>"""


def opened(path: Path, text: str | bytes, **options: object) -> list[Document | Failure]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(open_documents([str(path)], **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["press.rss", "press.xml", "press"])
def test_each_entry_is_a_document_with_what_the_feed_says_of_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    first, second, third = opened(path, RSS, published="2023-05-04")
    assert first == Document(
        source=f"{path}#tag:1",
        text="The Premier met the President in Vesta.\nThey spoke of trade.",
        title="Premier & President meet",
        url="https://press.example.org/1",
        published="2023-12-05",
        language="en",
        author="A. Writer",
    )
    assert isinstance(second, Failure) and "an entry without words; want content or a summary" in second.error
    assert isinstance(third, Document)
    assert (third.source, third.published, third.title) == (f"{path}:3", "2023-05-04", None)


def test_an_atom_feed_is_read_in_its_own_encoding(tmp_path: Path) -> None:
    written = '<?xml version="1.0" encoding="iso-8859-1"?>' + ATOM
    (entry,) = opened(tmp_path / "bureau.atom", written.encode("iso-8859-1"))
    assert isinstance(entry, Document)
    assert (entry.text, entry.title, entry.published) == ("Le ministre est venu à Genève.", "Visite", "2024-02-01")
    assert entry.language == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel></channel></rss>",
        "https://127.0.0.1:9/feed",  # an address in a file is words, and never asked for
        "<rss>" + "<" * 1000,
        "",
    ],
)
def test_what_is_no_feed_is_one_fault(tmp_path: Path, text: str) -> None:
    (found,) = opened(tmp_path / "broken.rss", text)
    assert isinstance(found, Failure)


def test_entities_are_not_expanded_and_no_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden words")
    levels = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    head = f'<!DOCTYPE rss [<!ENTITY l0 "laugh"><!ENTITY file SYSTEM "{tmp_path / "secret"}">{levels}]>'
    for entity in ("&l11;", "&file;"):
        body = f"<rss><channel><item><description>Words {entity} end.</description></item></channel></rss>"
        for found in opened(tmp_path / "bomb.rss", head + body):
            text = found.text if isinstance(found, Document) else found.error
            assert len(text) < 1000 and "hidden" not in text


def test_a_long_run_of_comments_is_told_from_a_page_at_once(tmp_path: Path) -> None:
    (found,) = opened(tmp_path / "comments", "<!-- x -->" * 6000 + "<nothing>")
    assert isinstance(found, Document) and found.text.startswith("<!-- x -->")


def test_markup_in_a_summary_is_no_words(tmp_path: Path) -> None:
    words = html.escape("<div>One<br>two &amp; three<img src='x' alt='no'></div><!-- not closed")
    (found,) = opened(
        tmp_path / "a.rss", f"<rss><channel><item><description>{words}</description></item></channel></rss>"
    )
    assert isinstance(found, Document) and found.text == "One\ntwo & three"
