"""Programs get at the same addresses what people see there: JSON, CSV, Parquet, Atom, and a description of it all."""

from __future__ import annotations

import csv
import io
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from litestar.testing import TestClient
from msgspec.structs import replace
from serving import SETTINGS, app_of

from communique.store import Store

JSON = {"Accept": "application/json"}
ATOM = "{http://www.w3.org/2005/Atom}"


def some_visit(store: Store) -> str:
    return store.visits()[0].id


def test_a_page_asked_for_as_json_is_json(client: TestClient[Any], store: Store) -> None:
    name = some_visit(store)
    told = client.get(f"/visits/{name}", headers=JSON)
    assert told.headers["content-type"].startswith("application/json") and told.json()["id"] == name
    assert told.json() == client.get(f"/api/visits/{name}").json()
    assert client.get("/", headers=JSON).json()["visits"] == store.counts().visits
    assert client.get("/", headers={"Accept": "text/html"}).headers["content-type"].startswith("text/html")


def test_a_long_list_comes_in_parts_that_make_the_whole(client: TestClient[Any], store: Store) -> None:
    found, address = [], "/api/visits?limit=7&status=any"
    while address:
        part = client.get(address if address.startswith("/api") else f"/api{address}").json()
        assert len(part["items"]) <= 7
        found += [one["id"] for one in part["items"]]
        address = part["next"]
    assert found == [one.id for one in store.visits()] or len(found) >= len(store.visits())
    assert len(found) == len(set(found))


def test_a_query_picks_visits(client: TestClient[Any]) -> None:
    items = client.get("/api/visits?host=chn&since=2023&until=2023").json()["items"]
    assert items and all(one["host_country"] == "CHN" for one in items)
    both = client.get("/api/visits?between=CHN,BLR").json()["items"]
    assert {(one["guest_country"], one["host_country"]) for one in both} <= {("BLR", "CHN"), ("CHN", "BLR")}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("since=yesterday", "a day, month or year"),
        ("kind=splendid", "one of state"),
        ("between=CHN", "two codes"),
        ("guest=<script>", "the code of a country"),
        ("limit=100000", "limit"),
        ("offset=-1", "offset"),
        ("limit=ten", "limit: Expected `int"),
        ("person=" + "x" * 200, "at most 100"),
    ],
)
def test_what_cannot_be_asked_is_said(client: TestClient[Any], query: str, told: str) -> None:
    answer = client.get(f"/api/visits?{query}")
    assert answer.status_code == 400
    assert told in answer.text


def test_a_fact_leads_to_the_words_of_its_text(client: TestClient[Any], store: Store) -> None:
    facts = client.get(f"/api/visits/{some_visit(store)}/facts").json()
    assert facts
    for one in facts[:5]:
        text = client.get(f"/api/texts/{one['document']}").json()["text"]
        same = client.get(f"/api/facts/{one['fact']['id']}").json()
        assert same["fact"] == one["fact"]
        for words in one["fact"]["evidence"]:
            if "in" not in words:
                assert text[words["start"] : words["end"]] == words["quote"]


@pytest.mark.parametrize("path", ["/visits/NO-SUCH-2023", "/facts/none", "/texts/none"])
def test_what_is_not_in_the_record_is_404(client: TestClient[Any], path: str) -> None:
    answer = client.get(f"/api{path}")
    assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_every_address_for_programs_is_described(client: TestClient[Any]) -> None:
    told = client.get("/api/openapi.json").json()
    assert {"/api/record", "/api/visits", "/api/visits/{visit_id}/facts", "/api/search", "/feed.atom"} <= set(
        told["paths"]
    )
    names = {one["name"] for one in told["paths"]["/api/visits"]["get"]["parameters"]}
    assert names == {"guest", "host", "between", "since", "until", "kind", "status", "person", "limit", "offset"}
    assert "Visit" in str(told["components"]["schemas"].keys())


def test_visits_leave_as_a_spreadsheet(client: TestClient[Any], store: Store) -> None:
    answer = client.get("/downloads/visits.csv?host=CHN")
    assert 'filename="visits.csv"' in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows and {row["host_country"] for row in rows} == {"CHN"}
    everything = list(csv.DictReader(io.StringIO(client.get("/downloads/visits.csv").text)))
    assert [row["id"] for row in everything] == [one.id for one in store.visits()]


def test_facts_of_a_kind_leave_as_a_spreadsheet(client: TestClient[Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/downloads/commitments.csv?between=BLR,CHN").text)))
    assert rows and all(row["visit"].startswith(("BLR-CHN", "CHN-BLR")) and row["action"] for row in rows)


def test_visits_leave_as_parquet(client: TestClient[Any], store: Store) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    table = parquet.read_table(io.BytesIO(client.get("/downloads/visits.parquet").content))
    assert table.column("id").to_pylist() == [one.id for one in store.visits()]


@pytest.mark.parametrize("name", ["visits.exe", "secrets.csv", "..%2F..%2Fetc%2Fpasswd", "judgements.csv"])
def test_no_other_file_can_be_had(client: TestClient[Any], name: str) -> None:
    assert client.get(f"/downloads/{name}").status_code in {400, 404}


def test_new_and_changed_visits_come_as_a_feed(client: TestClient[Any], store: Store) -> None:
    answer = client.get("/feed.atom?host=CHN")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.content)
    entries = root.findall(f"{ATOM}entry")
    assert entries and root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    for entry in entries:
        name = (entry.findtext(f"{ATOM}id") or "").rpartition("/")[2]
        assert store.visit(name).host_country == "CHN"


def test_a_program_that_asks_too_often_is_told_so(store: Store) -> None:
    with TestClient(app_of(store, replace(SETTINGS, a_minute=3))) as asking:
        answers = [asking.get("/api/record").status_code for _ in range(5)]
        assert answers == [200, 200, 200, 429, 429]
        assert asking.get("/").status_code == 200
