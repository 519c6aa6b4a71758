"""How many visits went which way, and when, without reading them."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from made_readings import entry, visit

from communique.store import Filter, Store, WayCount, YearCount, counting
from communique.store.engine import open_engine, reading


@pytest.fixture
def filled(store: Store) -> Store:
    told = (
        visit("came", who="Alexander Lukashenko", start="2023-02-28", end="2023-03-02", visit_kind="state"),
        visit("came again", who="Alexander Lukashenko", start="2023-12-03", end="2023-12-04", visit_kind="working"),
        visit("went to Minsk", "CHN", "BLR", who="Xi Jinping", start="2015-05-10", end="2015-05-12"),
        visit("will come", who="Alexander Lukashenko", start="2025-01-08", status="planned"),
        visit("called it off", "USA", "CHN", who="Joe Biden", start="2023-08-01", status="cancelled"),
        visit("came one day", "IRN", "CHN", who="Ebrahim Raisi"),
    )
    store.save([entry("All of them.", *told, published=None)], "1")
    store.settle()
    return store


def test_visits_are_counted_by_way(filled: Store) -> None:
    assert filled.ways() == [
        WayCount("BLR", "CHN", 3, "2023-02-28", "2025-01-08"),
        WayCount("CHN", "BLR", 1, "2015-05-10", "2015-05-10"),
        WayCount("IRN", "CHN", 1, None, None),
    ]


@pytest.mark.parametrize(
    "want",
    [
        Filter(),
        Filter(status="any"),
        Filter(status="planned"),
        Filter(status="completed", since="2023"),
        Filter(since="2023-03-01", until="2023-12"),
        Filter(until="2015"),
        Filter(kind="state"),
        Filter(guest="BLR"),
        Filter(host="CHN", since="2023"),
        Filter(between=("CHN", "BLR")),
        Filter(person="Lukashenko"),
    ],
)
def test_counts_are_those_of_the_visits_themselves(filled: Store, want: Filter) -> None:
    visits = filled.visits(want)
    ways = [(one.guest_country, one.host_country) for one in visits]
    assert {(one.guest, one.host): one.visits for one in filled.ways(want)} == {way: ways.count(way) for way in ways}
    years = [int(one.first_day[:4]) for one in visits if one.first_day]
    assert filled.years(want) == [YearCount(year, years.count(year)) for year in sorted(set(years))]


def test_counts_do_not_read_the_visits(filled: Store, url: str) -> None:
    if "://" in url:
        pytest.skip("how SQLite finds its rows")
    engine = open_engine(url)
    with reading(engine) as connection:
        asked: list[str] = []
        sa.event.listen(engine, "before_cursor_execute", lambda *arguments: asked.append(arguments[2]))
        for want in (Filter(), Filter(since="2023", until="2023-06"), Filter(kind="state"), Filter(host="CHN")):
            counting.by_way(connection, want)
        for statement in tuple(asked):
            wanted = statement.count("?")
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", ("",) * wanted).all()
            assert any("COVERING INDEX" in row[3] for row in plan), plan
    engine.dispose()
