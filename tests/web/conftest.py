"""The page of the example record: as an app to ask without a network, and served on loopback for a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("litestar", reason="tests of the page: no litestar found; want: pip install 'communique[web]'")

from litestar.testing import TestClient
from serving import EXAMPLES, app_of, served

from communique.documents import open_documents
from communique.pipeline import read_document
from communique.runs.edition import edition
from communique.runs.ingest import ingest
from communique.store import Store, open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path(os.environ.get("COMMUNIQUE_CHROMIUM", "/usr/bin/chromium"))


@pytest.fixture(scope="session")
def examples_db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a record of the example texts. Tests that write take `fresh_db`."""
    path = str(tmp_path_factory.mktemp("record") / "visits.db")
    with open_store(path) as store:
        ingest(store, open_documents([str(EXAMPLES)]), read_document, edition())
    return path


@pytest.fixture(scope="session")
def store(examples_db: str) -> Iterator[Store]:
    with open_store(examples_db) as opened:
        yield opened


@pytest.fixture
def fresh_db(examples_db: str, tmp_path: Path) -> str:
    """A copy of the record of the examples that a test may change."""
    path = tmp_path / "visits.db"
    path.write_bytes(Path(examples_db).read_bytes())
    return str(path)


@pytest.fixture
def fresh_store(fresh_db: str) -> Iterator[Store]:
    with open_store(fresh_db) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(store: Store) -> Iterator[TestClient[Any]]:
    """Asks the page of the examples as a program would, without a network."""
    with TestClient(app_of(store)) as asking:
        yield asking


@pytest.fixture(scope="session")
def site(store: Store) -> Iterator[str]:
    """The address of the page of the examples."""
    with served(app_of(store)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="browser tests: no playwright found; want: pip")
    if not CHROMIUM.exists():
        pytest.skip(f"browser tests: found no {CHROMIUM}; want: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a browser of its own (cookies, theme, width); what it says on its console is a failure."""
    contexts, said = [], []

    def make(width: int = 1280, **choices: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="en-GB", **choices)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert [one for one in said if "favicon" not in one] == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page 1280 pixels wide."""
    return new_page()
