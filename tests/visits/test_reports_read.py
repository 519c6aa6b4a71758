"""The ten reports as the reader itself reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_reports import REPORTS, documents

from communique.pipeline import read_document
from communique.publish.brief import brief
from communique.publish.markdown import render_markdown
from communique.runs.ingest import ingest
from communique.store import Filter, Store, open_store
from communique.store.outlets import load_overrides


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(str(tmp_path_factory.mktemp("read") / "visits.db"))
    ingest(store, documents(), read_document, "1", overrides=load_overrides(REPORTS / "sources.csv"))
    return store


def test_both_visits_are_found(store: Store) -> None:
    found = {visit.id: visit for visit in store.visits(Filter(between=("BLR", "CHN")))}
    assert {"BLR-CHN-2023-02-28", "BLR-CHN-2023-12-03"} <= found.keys()
    assert (found["BLR-CHN-2023-02-28"].kind, found["BLR-CHN-2023-12-03"].kind) == ("state", "working")
    assert found["BLR-CHN-2023-12-03"].notice == "unannounced"


def test_there_are_exactly_two_visits_and_a_meeting(store: Store) -> None:
    visits = store.visits(Filter(status="any"))
    assert [visit.id for visit in visits] == ["BLR-CHN-2023-02-28", "BLR-CHN-2023-12-03"]
    assert {attribute.name for attribute in visits[1].contested} >= {"kind", "venue"}
    assert {one.fact.date for one in store.meetings(("BLR", "CHN"))} == {"2022-09"}
    origin = {one.id: Path(one.origin).name[:2] for one in store.documents()}
    assert {origin[report.document] for report in visits[0].reports} == {"01", "02", "03", "08", "09"}


def test_contested_kind_and_venue_name_their_sources(store: Store) -> None:
    december = store.visit("BLR-CHN-2023-12-03")
    outlets = {one.id: one.name for one in store.sources()}
    kind, venue = december.attribute("kind"), december.attribute("venue")
    assert kind is not None and venue is not None
    assert (kind.value, venue.value) == ("working", "Great Hall of the People")
    assert [(one.value, {outlets[by.source] for by in one.support}) for one in kind.dissent] == [
        ("official", {"The Daily"})
    ]
    assert [(one.value, {outlets[by.source] for by in one.support}) for one in venue.dissent] == [
        ("Diaoyutai State Guesthouse", {"Eastern Desk"})
    ]


def test_the_brief_of_december_says_what_the_reports_say(store: Store) -> None:
    page = " ".join(render_markdown(brief(store, "BLR-CHN-2023-12-03")).split())
    assert "second visit to China in 2023" in page
    assert "276 days after" in page
    assert "unannounced" in page
    assert "Great Hall of the People" in page and "Diaoyutai State Guesthouse" in page
