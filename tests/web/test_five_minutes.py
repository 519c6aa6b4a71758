"""A stranger's first five minutes, as the README tells them; and the same pages on a stream of real documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from looking import assert_fit_to_read
from serving import app_of, served

from communique.documents import open_documents
from communique.pipeline import read_document
from communique.runs.edition import edition
from communique.runs.ingest import ingest
from communique.store import Filter, Store, open_store
from communique.store.outlets import load_overrides

ROOT = Path(__file__).parents[2]
STREAM = ROOT.parent / "shared" / "corpus" / "whitehouse-2021.jsonl.gz"
OF_THE_STREAM = 250  # documents: a few weeks


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Store]:
    """The record that `make demo` makes."""
    with open_store(str(tmp_path / "demo.db")) as store:
        overrides = load_overrides(ROOT / "docs" / "tutorial" / "outlets.csv")
        ingest(store, open_documents([str(ROOT / "examples")]), read_document, edition(), overrides=overrides)
        yield store


def test_a_stranger_finds_the_visit_the_words_and_the_way_out(new_page: Callable[..., Any], demo: Store) -> None:
    with served(app_of(demo)) as site:
        page = new_page()
        page.goto(site)
        page.get_by_role("searchbox").fill("Belarus China")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("link", name="3–4 Dec 2023").click()
        page.get_by_role("heading", name="Alexander Lukashenko in China").wait_for()
        assert page.locator(".lead").inner_text() == "3–4 Dec 2023 · working visit"
        assert "Diaoyutai State Guesthouse 2 sources" in " ".join(page.locator(".glance").inner_text().split())
        row = page.get_by_role("row", name=re.compile("banquet.*said to be absent"))
        row.get_by_role("link").click()
        page.locator("#words mark").wait_for()
        assert page.locator("#words mark").inner_text() == "No banquet was given"
        assert "commentary" in page.locator("#words .origin").inner_text()
        compare = page.get_by_role("link", name="Compare with 28 Feb – 2 Mar 2023")
        assert compare.get_attribute("href") == "/compare?earlier=BLR-CHN-2023-02-28&later=BLR-CHN-2023-12-03"
        with page.expect_download() as download:
            page.get_by_role("link", name="Visits of the two as CSV").click()
        assert "BLR-CHN-2023-12-03" in Path(download.value.path()).read_text("utf-8")
        page.close()


def test_every_outlet_of_the_examples_is_named_once() -> None:
    texts = sorted((ROOT / "examples").glob("*.txt"))
    overrides = load_overrides(ROOT / "docs" / "tutorial" / "outlets.csv")
    assert [one.match for one in overrides] == [f"*/{text.name[:3]}-*" for text in texts]
    for text, one in zip(texts, overrides, strict=True):
        said = re.search(r"^SOURCE: (.*)$", text.read_text("utf-8"), re.MULTILINE)
        assert said is not None
        assert one.source.name.lower() == said[1].lower()


@pytest.fixture(scope="module")
def stream(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A record of the first documents of the White House of 2021."""
    if not STREAM.exists():
        pytest.skip(f"pages of real documents: found no {STREAM}; want the corpus beside the checkout")
    with open_store(str(tmp_path_factory.mktemp("stream") / "visits.db")) as store:
        ingest(store, islice(open_documents([str(STREAM)]), OF_THE_STREAM), read_document, edition())
        yield store


def test_pages_of_real_documents_are_fit_to_read(new_page: Callable[..., Any], stream: Store) -> None:
    richest = max(stream.visits(Filter(status="any")), key=lambda one: (len(one.reports), one.id))
    longest = max(stream.documents(), key=lambda one: (one.facts, one.id))
    fact = stream.facts(richest.id)[0]
    with served(app_of(stream)) as site:
        for width in (1280, 390):
            page = new_page(width)
            for path in (
                "/",
                "/visits",
                "/search?q=summit",
                f"/visits/{richest.id}",
                f"/texts/{longest.id}",
                f"/texts/{fact.document}?fact={fact.fact.id}",
            ):
                page.goto(site + path)
                assert_fit_to_read(page)
            page.close()


def test_every_visit_of_real_documents_has_a_page(stream: Store) -> None:
    with TestClient(app_of(stream)) as client:
        for visit in stream.visits(Filter(status="any")):
            assert client.get(f"/visits/{visit.id}").status_code == 200, visit.id
