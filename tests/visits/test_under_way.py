"""A visit of which one report tells a day within it, and another the first day."""

from __future__ import annotations

from pathlib import Path

from communique.pipeline import read_document
from communique.records import Document
from communique.runs.ingest import ingest
from communique.store import Filter, open_store
from communique.visits.model import Visit

SCENE = """Macron and the king turn a page

RABAT, May 7, 2024 - Emmanuel Macron embraced King Mohammed VI of Morocco on the steps of the palace on Tuesday, and \
three years of silence were over.

The French president had brought half of his cabinet. At the dinner in Rabat he spoke of a shared future; the king, \
who rarely smiles in public, smiled. Moroccan newspapers counted the minutes.

"We have lost time," Macron told students in Casablanca before his plane took off."""

ARRIVAL = """PARIS, May 6, 2024 - President Emmanuel Macron of France arrived in Rabat, Morocco, on Monday for a \
working visit and was to meet King Mohammed VI."""


def visits(tmp_path: Path, *texts: tuple[str, str]) -> list[Visit]:
    store = open_store(str(tmp_path / "visits.db"))
    documents = [Document(source=f"{day}.txt", text=text, published=day) for text, day in texts]
    ingest(store, documents, read_document, "1")
    return list(store.visits(Filter(between=("FRA", "MAR"), status="any")))


def test_by_itself_it_is_dated_about_the_day_of_the_scene(tmp_path: Path) -> None:
    (visit,) = visits(tmp_path, (SCENE, "2024-05-07"))
    assert (visit.id, visit.start) == ("FRA-MAR-2024-05-07", "2024-05-07~")


def test_both_are_of_one_visit_whose_first_day_is_the_one_that_is_told(tmp_path: Path) -> None:
    (visit,) = visits(tmp_path, (SCENE, "2024-05-07"), (ARRIVAL, "2024-05-06"))
    start = visit.attribute("start")
    assert start is not None
    assert (visit.start, len(visit.reports), start.dissent, len(start.support)) == ("2024-05-06", 2, (), 1)
