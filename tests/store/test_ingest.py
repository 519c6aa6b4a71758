"""Texts are read once, failures are rows, the register comes with the package."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_until_killed import read, texts
from made_readings import entry, visit

from communique.documents import identify
from communique.documents.identity import failed
from communique.errors import DocumentError, StoreError
from communique.records import Document, DocumentInfo, Failure, Reading
from communique.runs.ingest import apply_sources, import_readings, import_register, ingest, reread
from communique.store import Filter, Store, open_store
from communique.store.outlets import Override, host_of, load_overrides, outlet_of
from communique.store.register import register_entries
from communique.visits.model import Source


def test_progress_says_what_is_safe(store: Store) -> None:
    told = []
    done = ingest(store, texts(20), read, "1", portion=5, told=told.append)
    assert [one.new for one in told] == [5, 9, 14, 18, 18]
    assert (done.new, done.failed, done.facts) == (18, 2, 54)
    assert len(store.failures()) == 2 and store.pending() == 0


def test_a_second_run_reads_only_what_failed(store: Store) -> None:
    ingest(store, texts(20), read, "1")
    before = store.visits()
    done = ingest(store, texts(20), read, "1")
    assert (done.new, done.known, done.failed) == (0, 18, 2)
    assert store.visits() == before


def test_what_reading_raises_and_what_cannot_be_opened_are_rows(store: Store) -> None:
    def refuse(document: Document) -> Reading:
        raise DocumentError(f"{document.source}: found nothing; want words")

    lost = Failure(document=DocumentInfo(id="lost", source="lost.txt"), error="lost.txt: found no file")
    done = ingest(store, [*texts(1), lost], refuse, "1")
    assert done.failed == 2
    assert {one.error for one in store.failures()} == {lost.error, "0.txt: found nothing; want words"}


def test_each_file_that_cannot_be_opened_has_a_row_until_it_is_read(store: Store) -> None:
    lost = [failed(f"{at}.txt", "no such file; want one") for at in range(3)]
    assert ingest(store, lost, read, "1").failed == 3
    assert [one.error for one in store.failures()] == [one.error for one in lost]
    ingest(store, [*texts(1), lost[1]], read, "1")
    assert [one.document.source for one in store.failures()] == ["1.txt", "2.txt"]


def test_all_texts_are_read_anew_with_a_new_codebook(store: Store) -> None:
    ingest(store, texts(20), read, "1")
    before = store.visits()
    seen: list[Document] = []

    def read_again(document: Document) -> Reading | Failure:
        seen.append(document)
        return read(document)

    done = reread(store, read_again, "2")
    assert (done.reread, done.new) == (18, 0)
    assert {identify(one).id for one in seen} == {one.id for one in store.documents()}
    assert store.visits() == before
    assert {one.codebook for one in store.documents()} == {"2"}


def test_readings_made_elsewhere_come_in(store: Store) -> None:
    made = entry("Xi came.", visit("came", "CHN", "FRA", who="Xi Jinping", start="2019-03-24")).reading
    done = import_readings(store, [(made, None)], "export")
    assert done.new == 1
    assert list(store.readings()) == [made]
    assert store.document(made.document.id).text is None


def test_the_register_is_a_source_of_its_own(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "visits.db")) as store:
        done = import_register(store)
        assert done.new == done.facts > 7000
        assert import_register(store).new == 0
        (ukraine,) = store.visits(Filter(guest="UKR", host="USA", since="2022-12"))
        assert (ukraine.start, ukraine.kind, ukraine.guest.name) == ("2022-12-21", "working", "Volodymyr Zelenskyy")
        assert [one.kind for one in store.sources()] == ["register"]
        assert store.documents()[0].source.id == "register:us"


def test_the_register_has_days_countries_and_words_of_its_own() -> None:
    for made in register_entries():
        (fact,) = made.reading.facts
        assert fact.start <= "2022-12-31" and "USA" in {fact.guest_country, fact.host_country}
        assert len(fact.guest_country) == len(fact.host_country) == 3 or "EU" in fact.guest_country
        (words,) = fact.evidence
        assert made.document.text[words.start : words.end] == words.quote
        assert len(words.quote) < 160  # a coded row, no prose


def test_an_edited_file_of_sources_is_applied(store: Store) -> None:
    ingest(store, texts(3), read, "1")
    assert {one.source.id for one in store.documents()} == {f"text:{one.id}" for one in store.documents()}
    wire = Override("*.txt", Source("wire", "Wire", "agency"))
    assert apply_sources(store, [wire]) == 3
    assert apply_sources(store, [wire]) == 0
    assert {report.source.kind for visit in store.visits() for report in visit.reports} == {"agency"}
    better = Override("*.txt", Source("wire", "Wire", "official"))
    assert apply_sources(store, [better]) == 0  # the same outlet, of another kind
    assert {report.source.kind for visit in store.visits() for report in visit.reports} == {"official"}


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Example.org/a", "example.org"),
        ("news.example.org/a", "news.example.org"),
        ("http://[broken", ""),
        (None, ""),
    ],
)
def test_the_host_of_an_address(url: str | None, host: str) -> None:
    assert host_of(url) == host


def test_a_known_outlet_has_its_kind_and_an_override_counts_first(tmp_path: Path) -> None:
    info = DocumentInfo(id="1", source="wire/a.txt", url="https://www.whitehouse.gov/briefing")
    assert (outlet_of(info).id, outlet_of(info).kind, outlet_of(info).country) == ("whitehouse.gov", "official", "USA")
    path = tmp_path / "sources.csv"
    path.write_text("match,name,kind,country\nwhitehouse.gov,Press Office,press,USA\nwire/*,Wire,agency,\n")
    overrides = load_overrides(path)
    assert outlet_of(info, overrides).kind == "press"
    assert outlet_of(DocumentInfo(id="2", source="wire/b.txt"), overrides).name == "Wire"
    assert outlet_of(DocumentInfo(id="3", source="else/b.txt"), overrides).id == "text:3"


@pytest.mark.parametrize(
    ("words", "message"),
    [("name\nx\n", "match"), ("match,name,kind,country\nx.org,X,tabloid,\n", "line 2.*tabloid")],
)
def test_a_broken_override_file_is_named(tmp_path: Path, words: str, message: str) -> None:
    path = tmp_path / "sources.csv"
    path.write_text(words)
    with pytest.raises(StoreError, match=message):
        load_overrides(path)
