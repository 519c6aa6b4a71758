"""The documentation site needs nothing from outside, and every link and every page of it leads somewhere."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
LOOKED_AT = [
    f"{name}.html"
    for name in ("index", "tutorial/index", "how-to/analyse", "codebook/protocol", "schema", "comparison", "accuracy")
]


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def tree(page: Path) -> html.HtmlElement:
    return html.fromstring(page.read_text(encoding="utf-8"))


def test_no_page_loads_anything_from_outside(site: Path) -> None:
    found = set()
    for page in pages(site):
        for element, attribute, address, _ in tree(page).iterlinks():
            is_plain_link = element.tag == "a" and attribute == "href"
            if not is_plain_link and urlsplit(address).netloc:
                found.add((page.name, element.tag, address))
    assert found == set()


def test_no_style_loads_anything_from_outside(site: Path) -> None:
    styles = list(site.rglob("*.css"))
    assert styles
    for style in styles:
        loaded = re.findall(r"(?:url\(|@import\s+)[\"']?(?:https?:)?//[^)\s]+", style.read_text(encoding="utf-8"))
        assert loaded == [], style.name


def test_every_link_within_the_site_leads_to_a_page_and_to_a_heading_of_it(site: Path) -> None:
    anchors = {page: {*tree(page).xpath("//@id"), *tree(page).xpath("//a/@name")} for page in pages(site)}
    broken = set()
    for page in pages(site):
        if page.name == "404.html":
            continue
        for address in tree(page).xpath("//a/@href"):
            path, mark = urldefrag(address)
            if urlsplit(path).scheme or urlsplit(path).netloc:
                continue
            target = (page.parent / unquote(path)).resolve() if path else page
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (mark and target in anchors and unquote(mark) not in anchors[target]):
                broken.add((page.relative_to(site).as_posix(), address))
    assert broken == set()


def test_every_document_of_the_repository_for_people_is_on_the_site(site: Path) -> None:
    for page in (*ROOT.glob("docs/*.md"), *ROOT.glob("docs/decisions/*.md"), *ROOT.glob("docs/how-to/*.md")):
        assert (site / page.relative_to(ROOT / "docs")).with_suffix(".html").is_file(), page.name
    assert (site / "repository" / "CONTRIBUTING.html").is_file()


def test_every_page_can_be_reached_from_the_first(site: Path) -> None:
    reached, waiting = set(), [site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for address in tree(page).xpath("//a/@href"):
            path = urldefrag(address)[0]
            target = (page.parent / unquote(path)).resolve()
            if path and not urlsplit(path).scheme and target.suffix == ".html" and target.is_file():
                waiting.append(target)
    assert {page for page in pages(site) if page not in reached and page.name != "404.html"} == set()


def test_the_search_index_is_on_the_site(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "three-valued" in index and "protocol.gun_salute" in index


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_browser_asks_no_other_host_and_finds_a_word(served: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright found")
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM} found")
    asked: list[str] = []
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.on("request", lambda request: asked.append(request.url))
        for name in LOOKED_AT:
            page.goto(f"{served}/{name}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 390, f"{name} is {wide} pixels wide on a screen of 390"
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{served}/index.html")
        page.fill("input[name=query]", "snub")
        page.wait_for_selector(".md-search-result__item a[href*='tutorial']")
        browser.close()
    assert asked
    assert {url for url in asked if not url.startswith((served, "data:", "blob:"))} == set()
