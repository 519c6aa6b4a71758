"""The record keeps what it is given, once, and answers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from made_readings import commitment, entry, meeting, protocol, visit

from communique.errors import StoreError
from communique.records import DocumentInfo, Failure
from communique.store import Entry, Filter, Store, open_store, schema
from communique.store.engine import open_engine, reading, writing
from communique.visits.model import Source

CAME = visit("came on 3 December", who="Alexander Lukashenko", start="2023-12-03", visit_kind="working")
LEFT = visit("left on 4 December", who="Lukashenko", start="2023-12-03", end="2023-12-04")
FLOWERS = protocol("flowers at the airport", CAME, "flowers")
PLEDGE = commitment("will build a plant", None, "BLR", "CHN")
OTHERS = commitment("will open a port", None, "USA")
APART = meeting("met in Samarkand", "BLR", "CHN", date="2022-09")


def fill(store: Store) -> None:
    store.save(
        [
            entry("Lukashenko came to Beijing, with flowers.", CAME, FLOWERS, PLEDGE, OTHERS, APART),
            entry("He left.", LEFT, published="2023-12-06", source=Source("wire.example.by", "Wire", "agency")),
        ],
        "1",
    )
    store.settle()


def test_two_reports_make_one_visit(store: Store) -> None:
    fill(store)
    (one,) = store.visits()
    assert one.id == "BLR-CHN-2023-12-03"
    assert (one.guest.name, one.kind, one.end, one.sources) == ("Alexander Lukashenko", "working", "2023-12-04", 2)
    assert store.visit(one.id) == one


def test_facts_follow_their_visit_and_third_parties_do_not(store: Store) -> None:
    fill(store)
    told = store.facts("BLR-CHN-2023-12-03")
    assert [one.fact for one in told] == [CAME, FLOWERS, PLEDGE, LEFT]
    assert [one.fact for one in store.facts("BLR-CHN-2023-12-03", ["protocol"])] == [FLOWERS]
    assert store.fact(OTHERS.id).visit is None
    assert [one.fact for one in store.meetings(("CHN", "BLR"))] == [APART]
    assert store.meetings(("USA", "CHN")) == []


def test_saving_again_changes_nothing(store: Store) -> None:
    fill(store)
    before = (store.visits(), store.documents(), list(store.readings()))
    again = store.save([entry("He left.", LEFT, source=Source("wire.example.by", "Wire", "agency"))], "1")
    assert (again.new, again.reread, again.known, again.facts) == (0, 0, 1, 0)
    assert store.settle() == 0
    assert (store.visits(), store.documents(), list(store.readings())) == before


def test_readings_come_out_as_they_went_in(store: Store, tmp_path: Path) -> None:
    fill(store)
    with open_store(str(tmp_path / "copy.db")) as other:
        entries = {one.id: one.source for one in store.documents()}
        other.save([Entry(one, entries[one.document.id]) for one in store.readings()], "1")
        other.settle()
        assert list(other.readings()) == list(store.readings())
        assert other.visits() == store.visits()


@pytest.mark.parametrize(
    ("want", "found"),
    [
        (Filter(), 2),
        (Filter(guest="BLR"), 1),
        (Filter(host="BLR"), 1),
        (Filter(between=("CHN", "BLR")), 2),
        (Filter(since="2023-12-04"), 1),
        (Filter(since="2023-12-05"), 0),
        (Filter(until="2023-05"), 1),
        (Filter(kind="working"), 1),
        (Filter(status="planned"), 0),
        (Filter(status="cancelled"), 1),
        (Filter(status="any"), 3),
        (Filter(person="lukashenko"), 1),
        (Filter(person="Xi"), 1),
        (Filter(person="lukashenka"), 1),
        (Filter(person="Lukashenk0"), 0),
        (Filter(limit=1), 1),
        (Filter(limit=1, offset=2), 0),
    ],
)
def test_visits_are_found_by(store: Store, want: Filter, found: int) -> None:
    fill(store)
    more = (
        visit("went to Minsk", "CHN", "BLR", who="Xi Jinping", start="2023-05-10", visit_kind="state"),
        visit("called it off", "USA", "CHN", who="Joe Biden", start="2023-08", status="cancelled"),
    )
    store.save([entry("Others.", *more)], "1")
    store.settle()
    assert len(store.visits(want)) == found


def test_words_are_found_with_their_surroundings(store: Store) -> None:
    fill(store)
    (hit,) = store.search("beijing flowers")
    assert hit.document == entry("Lukashenko came to Beijing, with flowers.").reading.document.id
    assert "[Beijing]" in hit.snippet and "[flowers]" in hit.snippet
    assert store.search('"Beijing with"') and not store.search('"with Beijing"')
    assert store.search("") == store.search('" * (') == []
    assert store.search("NOT AND Beijing") == []


def test_a_text_comes_back_with_its_words(store: Store) -> None:
    fill(store)
    (hit,) = store.search("flowers")
    found = store.document(hit.document)
    assert found.text == "Lukashenko came to Beijing, with flowers."
    assert found.source.kind == "press"
    with pytest.raises(StoreError, match="nowhere"):
        store.document("nowhere")


def test_what_is_not_there_is_said(store: Store) -> None:
    for ask in (store.visit, store.fact, store.document, store.tour):
        with pytest.raises(StoreError, match="found none"):
            ask("nothing")
    assert store.visits() == store.failures() == store.review() == store.judgements() == []


def test_a_text_that_fails_is_a_row_until_it_is_read(store: Store) -> None:
    made = entry("He left.", LEFT)
    failure = Failure(document=made.reading.document, error="by hand: found garbage; want text")
    store.save([], "1", [failure, failure])
    assert store.failures() == [failure]
    store.save([made], "1")
    assert store.failures() == []


def test_an_id_of_other_words_is_refused(store: Store) -> None:
    made = entry("He left.", LEFT)
    store.save([made], "1")
    info = msgspec.structs.replace(made.reading.document, sha256="0" * 64)
    other = msgspec.structs.replace(made, reading=msgspec.structs.replace(made.reading, document=info))
    with pytest.raises(StoreError, match="other words"):
        store.save([other], "2")


def test_a_former_id_still_finds_its_visit(store: Store) -> None:
    store.save([entry("In December.", visit("visited in December", who="Lukashenko", start="2023-12"))], "1")
    store.settle()
    assert [one.id for one in store.visits()] == ["BLR-CHN-2023-12"]
    fill(store)
    assert [one.id for one in store.visits()] == ["BLR-CHN-2023-12-03"]
    assert store.visit("BLR-CHN-2023-12").id == "BLR-CHN-2023-12-03"


def test_a_source_of_another_kind_changes_its_visits(store: Store) -> None:
    fill(store)
    store.save([entry("More.", source=Source("press.example.com", "The Press", "commentary"))], "1")
    assert store.pending() == 1
    store.settle()
    kinds = {report.source.id: report.source.kind for report in store.visits()[0].reports}
    assert kinds == {"press.example.com": "commentary", "wire.example.by": "agency"}


def test_legs_of_a_tour_belong_together(store: Store) -> None:
    legs = [
        visit(f"to {host}", "SAU", host, who="Mohammed bin Salman", start=start, end=end)
        for host, start, end in (
            ("EGY", "2022-06-20", "2022-06-21"),
            ("JOR", "2022-06-21", "2022-06-22"),
            ("TUR", "2022-06-22", "2022-06-22"),
            ("FRA", "2022-07-27", "2022-07-28"),
        )
    ]
    store.save([entry("The tour.", *legs)], "1")
    store.settle()
    assert [one.host_country for one in store.tour("SAU-JOR-2022-06-21")] == ["EGY", "JOR", "TUR"]
    assert [one.host_country for one in store.tour("SAU-FRA-2022-07-27")] == ["FRA"]


def test_many_read_while_one_writes(url: str) -> None:
    with open_store(url) as writer, open_store(url) as reader:
        fill(writer)
        before = reader.visits()
        writer.save([entry("Xi came.", visit("came", "CHN", "BLR", who="Xi Jinping", start="2023-05-10"))], "1")
        assert reader.visits() == before
        writer.settle()
        assert len(reader.visits()) == len(before) + 1


def test_a_record_is_opened_again(url: str) -> None:
    with open_store(url) as first:
        fill(first)
        wanted = first.visits()
    with open_store(url, read_only=True) as second:
        assert second.visits() == wanted


def test_nothing_is_made_for_a_reader(url: str) -> None:
    with pytest.raises(StoreError, match=rf"version 0; want {schema.VERSION}|no such file"):
        open_store(url, read_only=True)
    assert url.startswith("postgresql") or not Path(url).exists()


def test_a_newer_record_is_refused(url: str) -> None:
    open_store(url).close()
    engine = open_engine(url)
    with writing(engine) as connection:
        connection.execute(sa.text("UPDATE communique SET version = 99"))
    engine.dispose()
    with pytest.raises(StoreError, match="update communique"):
        open_store(url)


def test_tables_of_something_else_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="recipes"):
        open_store(str(path))


def test_an_older_record_is_brought_up_to_date(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(url) as first:
        fill(first)
        wanted = first.visits()
    engine = open_engine(url)
    added = "ALTER TABLE sources ADD COLUMN n{} TEXT"
    one, two = schema.VERSION + 1, schema.VERSION + 2
    monkeypatch.setattr(schema, "_statements", lambda number, dialect: [added.format(number)])
    with writing(engine) as connection:
        schema.migrate(connection, to=two)
    with reading(engine) as connection:
        columns = {column["name"] for column in sa.inspect(connection).get_columns("sources")}
        assert schema.version(connection) == two and {f"n{one}", f"n{two}"} <= columns
        assert [row.id for row in connection.execute(schema.visits.select())] == [one.id for one in wanted]
    engine.dispose()


def test_a_migration_that_fails_leaves_the_record_as_it_was(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(url).close()
    engine = open_engine(url)
    broken = ["ALTER TABLE sources ADD COLUMN note TEXT", "ALTER TABLE nothing ADD COLUMN note TEXT"]
    monkeypatch.setattr(schema, "_statements", lambda number, dialect: broken)
    with pytest.raises(StoreError, match="nothing"), writing(engine) as connection:
        schema.migrate(connection, to=schema.VERSION + 1)
    with reading(engine) as connection:
        columns = {column["name"] for column in sa.inspect(connection).get_columns("sources")}
        assert schema.version(connection) == schema.VERSION and "note" not in columns
    engine.dispose()


def test_a_reader_does_not_wait_for_a_writer_nor_see_half_of_its_work(url: str) -> None:
    with open_store(url) as store:
        fill(store)
        before = store.visits()
        engine = open_engine(url)
        with writing(engine) as connection:
            connection.execute(schema.links.delete())
            connection.execute(schema.visits.delete())
            assert store.visits() == before
        assert store.visits() == []
        engine.dispose()


def test_migrations_are_numbered_without_a_gap() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    numbers = {int(path.name[:4]) for path in folder.glob("*.sql")}
    assert numbers == set(range(1, schema.VERSION + 1))
    for number in numbers:
        assert (folder / f"{number:04}.sqlite.sql").is_file() and (folder / f"{number:04}.postgresql.sql").is_file()


@pytest.mark.parametrize("address", ["mysql://x/y", "/nowhere/at/all/visits.db", "postgresql://127.0.0.1:1/none"])
def test_an_address_that_cannot_be_opened_is_one_line(address: str) -> None:
    with pytest.raises(StoreError) as fault:
        open_store(address)
    assert "\n" not in str(fault.value)


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and no database at all. " * 50)
    with pytest.raises(StoreError, match="not a database"):
        open_store(str(path))


def test_failures_come_by_document(store: Store) -> None:
    made = [Failure(document=DocumentInfo(id=name, source=name), error="found nothing") for name in ("b", "a")]
    store.save([], "1", made)
    assert [one.document.id for one in store.failures()] == ["a", "b"]


def test_the_last_write_of_this_store_never_goes_back(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.db")) as store:
        store.written = 10**6  # as another thread, which wrote later, has noted first
        store.save([], "1")
        assert store.written == 10**6
