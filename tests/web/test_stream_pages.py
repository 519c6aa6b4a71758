"""The pages of many visits on a record of the White House stream: real texts, real names, many countries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from looking import assert_fit_to_read
from serving import app_of, served

from communique.documents import open_documents
from communique.pipeline import read_document
from communique.runs.ingest import ingest
from communique.store import Filter, Store, open_store

STREAM = Path(__file__).parents[3] / "shared" / "corpus" / "whitehouse-2021.jsonl.gz"
TEXTS = 600  # of the stream


@pytest.fixture(scope="module")
def stream(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if not STREAM.is_file():
        pytest.skip(f"White House stream: found no {STREAM}; want the corpus beside the repository")
    with open_store(str(tmp_path_factory.mktemp("stream") / "visits.db")) as store:
        ingest(store, islice(open_documents([str(STREAM)]), TEXTS), read_document, "1")
        yield store


@pytest.fixture(scope="module")
def stream_site(stream: Store) -> Iterator[str]:
    with served(app_of(stream)) as address:
        yield address


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_of_real_texts_are_fit_to_read(
    new_page: Callable[..., Any], stream: Store, stream_site: str, width: int
) -> None:
    visits = [one for one in stream.visits() if one.guest.name and one.precision == "day"]
    one = max(visits, key=lambda visit: (visit.sources, visit.id))
    busiest = stream.ways()[0]
    page = new_page(width)
    for address in (
        "/map",
        "/network",
        f"/countries/{busiest.host}",
        f"/dyads/{busiest.guest}/{busiest.host}",
        f"/leaders/{one.guest.name}",
        f"/visits/{one.id}/sides",
    ):
        answer = page.goto(stream_site + address)
        assert answer.status == 200, address
        assert_fit_to_read(page)


def test_the_map_of_the_stream_counts_its_visits(stream: Store, stream_site: str, page: Any) -> None:
    page.goto(f"{stream_site}/map?since=2021&until=2021")
    total = stream.count(Filter(since="2021", until="2021"))
    assert page.locator(".lead").inner_text().startswith(f"{total} visit")
    assert page.locator(".map .arc").count() == min(150, len(stream.ways(Filter(since="2021", until="2021"))))
