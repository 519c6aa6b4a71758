"""Exports: nothing lost, nothing made up, each in the form that its readers expect."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_record import store_at
from rich.console import Console

from communique.errors import CommuniqueError, StoreError
from communique.publish.codebook import codebook_page, meaning
from communique.publish.columns import cell, values_of
from communique.publish.files import export_csv, export_parquet, write_csv
from communique.publish.followthemoney import date_prefix, entities, export_followthemoney
from communique.publish.graphml import NAMESPACE, graphml
from communique.publish.ics import FOLD, calendar, escaped, export_ics, folded
from communique.publish.jsonl import export_jsonl, import_jsonl
from communique.publish.listing import visits_csv, visits_jsonl, visits_table
from communique.publish.plover import Event, export_plover
from communique.publish.tables import all_rows, each_visit, tables, visit_columns
from communique.store import Store, open_store
from communique.visits.model import Visit

STAMP = "20240501T120000Z"
DECEMBER = "BLR-CHN-2023-12-03"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_at(tmp_path_factory.mktemp("record"))


def rows_of(store: Store, name: str) -> list[list]:
    return [row for table, row in all_rows(store) if table == name]


def all_visits(store: Store) -> list[Visit]:
    return list(each_visit(store))


def table(name: str):
    return next(one for one in tables() if one.name == name)


def test_every_table_comes_as_csv_with_its_columns(store: Store, tmp_path: Path) -> None:
    paths = export_csv(store, tmp_path / "out")
    assert [path.stem for path in paths] == [*(one.name for one in tables()), "codebook"]
    for one, path in zip(tables(), paths, strict=False):
        with path.open(encoding="utf-8", newline="") as file:
            head, *body = csv.reader(file)
        assert head == [column.name for column in one.columns]
        assert len(set(head)) == len(head)
        kept = [
            [
                ""
                if value is None
                else {True: "true", False: "false"}.get(value, str(value))
                if isinstance(value, bool)
                else str(value)
                for value in row
            ]
            for row in rows_of(store, one.name)
        ]
        assert body == kept


def test_a_visit_keeps_its_values_in_csv(store: Store) -> None:
    file = io.StringIO()
    visits_csv([store.visit(DECEMBER)], file)
    file.seek(0)
    (row,) = csv.DictReader(file)
    wanted = {
        "id": DECEMBER,
        "guest_country": "BLR",
        "host_cow": "710",
        "kind": "working",
        "kind_rank": "4",
        "days": "2",
        "place_name": "Beijing",
        "contested": "kind",
        "combined_with": "",
        "sources": "3",
        "reports": "3",
    }
    assert {name: row[name] for name in wanted} == wanted


def test_facts_carry_their_visit_and_their_words(store: Store) -> None:
    columns = [column.name for column in table("protocol").columns]
    found = [dict(zip(columns, row, strict=True)) for row in rows_of(store, "protocol")]
    greeting = next(row for row in found if row["signal"] == "airport_greeting")
    assert (greeting["visit"], greeting["official_name"], greeting["rank"]) == (DECEMBER, "Ma Zhaoxu", 2)
    words = [column.name for column in table("evidence").columns]
    said = [dict(zip(words, row, strict=True)) for row in rows_of(store, "evidence")]
    assert [one["quote"] for one in said if one["fact"] == greeting["id"]] == [
        "Vice Minister Ma Zhaoxu met him at the airport"
    ]


@given(
    st.lists(
        st.lists(
            st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))),
            min_size=2,
            max_size=2,
        )
    )
)
def test_csv_gives_back_what_it_was_given(rows: list[list[str | None]]) -> None:
    file = io.StringIO(newline="")
    write_csv(file, visit_columns()[:2], rows)
    file.seek(0)
    found = [[cell.removeprefix("'") for cell in row] for row in list(csv.reader(file))[1:]]
    assert found == [[value or "" for value in row] for row in rows]


@given(st.lists(st.text(min_size=1)))
def test_a_cell_of_several_values_gives_them_back(values: list[str]) -> None:
    assert values_of(str(cell(tuple(values)))) == values


def test_the_codebook_page_explains_every_column_and_every_allowed_value() -> None:
    page = codebook_page()
    for one in tables():
        assert f"## {one.name}\n" in page
        for column in one.columns:
            assert meaning(one.name, column.name)
            assert all(f"`{value}`" in page for value in column.allowed)
    assert "| `kind` | text | `event_only`, `informal`, `official`," in page


def test_parquet_holds_the_rows_with_types(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export_parquet(store, tmp_path)
    for one in tables():
        read = parquet.read_table(tmp_path / f"{one.name}.parquet")
        assert read.column_names == [column.name for column in one.columns]
        assert [list(row.values()) for row in read.to_pylist()] == rows_of(store, one.name)


def test_parquet_without_its_extra_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CommuniqueError, match=r"pip install 'communique\[parquet\]'"):
        export_parquet(store, tmp_path)


def test_json_lines_of_visits_are_whole_visits(store: Store) -> None:
    file = io.StringIO()
    visits_jsonl(all_visits(store), file)
    assert [msgspec.json.decode(line, type=Visit) for line in file.getvalue().splitlines()] == all_visits(store)


def test_the_list_marks_what_is_contested(store: Store) -> None:
    out = io.StringIO()
    Console(file=out, width=140).print(visits_table(store.visits()))
    line = next(line for line in out.getvalue().splitlines() if DECEMBER in line)
    assert "working *" in line and "Beijing, China" in line


def test_the_exported_record_imports_to_an_equal_record(store: Store, tmp_path: Path) -> None:
    file = io.StringIO()
    assert export_jsonl(store, file) == 6
    with open_store(str(tmp_path / "copy.db")) as copy:
        count = import_jsonl(copy, file.getvalue().splitlines())
        assert count == {"texts": 6, "failures": 1, "judgements": 2, "orphans": 0}
        assert all_visits(copy) == all_visits(store)
        assert copy.documents() == store.documents()
        assert [copy.document(one.id).text for one in copy.documents()] == [
            store.document(one.id).text for one in store.documents()
        ]
        assert copy.judgements(active_only=False) == store.judgements(active_only=False)
        assert copy.failures() == store.failures()
        again = io.StringIO()
        export_jsonl(copy, again)
        assert again.getvalue() == file.getvalue()


def test_importing_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    file = io.StringIO()
    export_jsonl(store, file)
    with open_store(str(tmp_path / "copy.db")) as copy:
        import_jsonl(copy, file.getvalue().splitlines())
        assert import_jsonl(copy, file.getvalue().splitlines())["judgements"] == 0
        assert copy.judgements(active_only=False) == store.judgements(active_only=False)
        assert all_visits(copy) == all_visits(store)


@pytest.mark.parametrize("line", ["{", '{"record":"visit"}', '{"record":"communique","version":99}'])
def test_a_line_of_another_form_is_named(line: str, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "copy.db")) as copy, pytest.raises(StoreError, match=r"line 2: .*want"):
        import_jsonl(copy, ["", line])


def plover(store: Store) -> list[Event]:
    file = io.StringIO()
    export_plover(store, file)
    return [msgspec.json.decode(line, type=Event) for line in file.getvalue().splitlines()]


def test_a_visit_is_a_consultation_of_the_visitor_with_the_host(store: Store) -> None:
    event = next(one for one in plover(store) if one.id == DECEMBER)
    assert (event.event_type, event.event_mode, event.intensity) == ("CONSULT", "visit", 4.0)
    assert (event.actor, event.recipient, event.date, event.date_end) == (
        ("BLR",),
        ("CHN",),
        "2023-12-03",
        "2023-12-04",
    )


def test_a_visit_to_come_is_an_agreement(store: Store) -> None:
    event = next(one for one in plover(store) if one.id == "CHN-BLR-2024-06-03")
    assert (event.event_type, event.event_mode, event.contexts) == ("AGREE", None, ("diplomatic", "future"))


@pytest.mark.parametrize(
    ("words", "kind", "contexts"),
    [
        ("signed a joint statement on trade", "SUPPORT", ("economic",)),
        ("launched a joint satellite", "COOPERATE", ("technology",)),
        ("will exchange students", "AGREE", ()),
        ("supports all efforts for national reunification", "SUPPORT", ("diplomatic",)),
        ("had met in Samarkand in September 2022", "CONSULT", ("diplomatic",)),
    ],
)
def test_facts_are_events_where_the_manual_is_clear(
    store: Store, words: str, kind: str, contexts: tuple[str, ...]
) -> None:
    (event,) = [one for one in plover(store) if one.text == words]
    assert (event.event_type, event.contexts) == (kind, contexts)


def test_claims_and_courtesies_are_no_events(store: Store) -> None:
    assert not any(one.text and ("ask for money" in one.text or "banquet" in one.text) for one in plover(store))


def test_persons_and_visits_are_entities_with_the_names_of_the_schema(store: Store) -> None:
    file = io.StringIO()
    export_followthemoney(store, file)
    found = [json.loads(line) for line in file.getvalue().splitlines()]
    people = {one["id"]: one["properties"]["name"][0] for one in found if one["schema"] == "Person"}
    assert sorted(people.values()) == ["Alexander Lukashenko", "Xi Jinping"]
    event = next(one for one in found if one["properties"].get("recordId") == [DECEMBER])
    assert event["schema"] == "Event"
    assert (event["properties"]["startDate"], event["properties"]["country"]) == (["2023-12-03"], ["cn"])
    assert [people[who] for who in event["properties"]["involved"]] == ["Alexander Lukashenko", "Xi Jinping"]


@pytest.mark.parametrize(
    ("edtf", "prefix"),
    [
        ("2023", "2023"),
        ("2023-02~", "2023-02"),
        ("2023-12-04/2023-12-05", "2023-12-04"),
        (None, None),
        ("2023-02-XX", "2023-02"),
    ],
)
def test_an_entitys_date_is_as_precise_as_it_is_known(edtf: str | None, prefix: str | None) -> None:
    assert date_prefix(edtf) == prefix


def test_a_cancelled_visit_is_no_entity(store: Store) -> None:
    cancelled = msgspec.structs.replace(store.visit(DECEMBER), status="cancelled")
    assert list(entities([cancelled])) == []


def test_the_graph_counts_visits_from_guest_to_host(store: Store) -> None:
    root = ET.fromstring(graphml(all_visits(store)))
    edges = root.findall(f".//{{{NAMESPACE}}}edge")
    assert [(edge.get("source"), edge.get("target")) for edge in edges] == [("BLR", "CHN")]
    data = {one.get("key"): one.text for one in edges[0]}
    assert data == {
        "edge_visits": "2",
        "edge_weight": "2.0",
        "edge_first": "2023-02-28",
        "edge_last": "2023-12-03",
        "edge_kinds": "state 1, working 1",
    }


def test_the_calendar_holds_what_is_planned(store: Store) -> None:
    file = io.StringIO(newline="")
    assert export_ics(store, file, stamp=STAMP) == 1
    lines = file.getvalue().replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20240603" in lines and "DTEND;VALUE=DATE:20240606" in lines
    assert "SUMMARY:Xi Jinping in Belarus (visit)" in lines
    assert "LOCATION:Minsk\\, Belarus" in lines
    assert any("Xi to visit Minsk\\; dates\\, places and more" in line for line in lines)


def test_a_plan_without_a_day_is_not_in_the_calendar(store: Store) -> None:
    vague = msgspec.structs.replace(store.visit("CHN-BLR-2024-06-03"), precision="month")
    assert "VEVENT" not in calendar([vague], stamp=STAMP)


TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=400))
def test_folded_lines_are_short_whole_and_unfold_to_themselves(line: str) -> None:
    found = folded(line)
    assert all(len(part.encode()) <= FOLD for part in found.split("\r\n"))
    assert found.replace("\r\n ", "") == line


@given(TEXT)
def test_escaped_words_hold_no_bare_mark(words: str) -> None:
    found = escaped(words)
    bare = found.replace("\\\\", "").replace("\\;", "").replace("\\,", "").replace("\\n", "")
    assert not set(bare) & set(";,\\\r\n")
