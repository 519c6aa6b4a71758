"""The page of two countries: time, gaps, promises, ladders, and what can be taken away."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from litestar.exceptions import ClientException
from looking import assert_fit_to_read

from communique.errors import NotInRecordError
from communique.records import AnyFact, RelationshipFact
from communique.store import Store
from communique.web.languages import words_of
from communique.web.views.asked import Asked
from communique.web.views.dyad import DyadView, dyad_view
from communique.web.views.grids import commitment_grid, label_grid, position_grid
from communique.web.views.ladder import ladder_views
from communique.web.views.promises import promises
from communique.web.views.timeline import NEAR, timeline

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_visits import commitment, stance, visit, words

WORDS = words_of("en")
PAIR = ("BLR", "CHN")
SPRING, WINTER = visit("2023-02-28", "2023-03-02", kind="state"), visit("2023-12-03", "2023-12-04", kind="working")


def belarus_china(store: Store, **asked: Any) -> DyadView:
    return dyad_view(store, PAIR, Asked(**asked), WORDS)


def label(name: str, change: str | None = None) -> RelationshipFact:
    return RelationshipFact(
        id=f"l-{name}", evidence=words(name), rule="by hand", parties=PAIR, label=name, change=change
    )


def test_visits_come_latest_first_with_the_days_since_the_one_before(store: Store) -> None:
    entries = belarus_china(store).entries
    assert [(one.row.id, one.gap) for one in entries[:2]] == [
        ("BLR-CHN-2023-12-03", "276 days"),
        ("BLR-CHN-2023-02-28", None),
    ]


def test_the_two_last_visits_are_chosen_to_be_compared(store: Store) -> None:
    assert belarus_china(store).picked == ("BLR-CHN-2023-02-28", "BLR-CHN-2023-12-03")


def test_a_period_narrows_all_of_the_page(store: Store) -> None:
    view = belarus_china(store, since="2023-06")
    assert [one.row.id for one in view.entries if one.row.day] == ["BLR-CHN-2023-12-03"]
    assert {column.address for column in view.commitments.columns} == {"/visits/BLR-CHN-2023-12-03"}
    assert any("since=2023-06" in one.address for one in view.exports)


def test_countries_without_visits_are_said_not_to_be_there(store: Store, client: Any) -> None:
    with pytest.raises(NotInRecordError, match="no visit between"):
        dyad_view(store, ("BLR", "FJI"), Asked(), WORDS)
    with pytest.raises(ClientException, match="want the code"):
        dyad_view(store, ("BLR", "x y"), Asked(), WORDS)
    assert client.get("/dyads/FJI/BLR").status_code == 404
    assert client.get("/dyads/CHN/BLR").text.count("<h1>") == 1
    assert dyad_view(store, PAIR, Asked(since="2030"), WORDS).entries == ()


def test_marks_of_one_way_do_not_touch() -> None:
    crowd = [visit(f"2023-03-{day:02}", id=f"v{day}", kind="working") for day in range(1, 20)]
    line = timeline([*crowd, visit("1960-01-01"), visit("1990", way="CHN-BLR", status="planned")], (), PAIR, WORDS)
    assert line is not None
    above = [mark for mark in line.marks if mark.y < line.axis]
    assert len(above) == 20
    for one in above:
        near = [other for other in above if other is not one and abs(other.x - one.x) < NEAR]
        assert all(abs(other.y - one.y) >= NEAR for other in near)
    assert all(0 < mark.y < line.height and 0 < mark.x < 1000 for mark in line.marks)
    assert [mark.status for mark in line.marks if mark.y > line.axis] == ["planned"]


def test_an_undated_visit_has_no_mark_and_none_no_drawing() -> None:
    assert timeline([visit(None)], (), PAIR, WORDS) is None
    line = timeline([visit(None), SPRING], (), PAIR, WORDS)
    assert line is not None and len(line.marks) == 1
    assert line.marks[0].label == "2023-02-28"


def test_the_longest_gap_is_marked_where_there_are_several() -> None:
    line = timeline([visit("2015-05-10"), SPRING, WINTER], (), PAIR, WORDS)
    assert line is not None and line.gap is not None
    assert line.gap.words == "Longest gap: 2,851 days"
    two = timeline([SPRING, WINTER], (), PAIR, WORDS)
    assert two is not None and two.gap is None


def test_commitments_stand_by_field_and_visit_with_their_strongest_wording() -> None:
    told: dict[str, list[AnyFact]] = {
        SPRING.id: [commitment("build a plant", 5), commitment("buy milk", 3, fields=("trade", "agriculture"))],
        WINTER.id: [commitment("open a route", 4, fields=())],
    }
    grid = commitment_grid([SPRING, WINTER], told, WORDS)
    cells = {row.head: [cell and (cell.text, cell.level) for cell in row.cells] for row in grid.rows}
    assert cells == {
        "trade": [("2", 5), None],
        "agriculture": [("1", 3), None],
        "no field named": [None, ("1", 4)],
    }


def test_promises_say_whether_they_were_made_before() -> None:
    told: dict[str, list[AnyFact]] = {
        SPRING.id: [commitment("build a plant", 3), commitment("buy milk", 3)],
        WINTER.id: [commitment("build a plant", 5, id="again"), commitment("open a bank", 4)],
    }
    (trade,) = promises([SPRING, WINTER], told, WORDS)
    assert [(one.action, one.move) for one in trade.acts] == [
        ("open a bank", "new"),
        ("build a plant", "stronger"),
        ("buy milk", None),
        ("build a plant", None),
    ]


def test_a_position_that_goes_further_is_marked() -> None:
    told: dict[str, list[AnyFact]] = {
        SPRING.id: [stance("abides by the one-China principle")],
        WINTER.id: [stance("opposes any form of Taiwan independence", "oppose")],
    }
    (row,) = position_grid([SPRING, WINTER], told, WORDS).rows
    assert [(cell.text, cell.move) for cell in row.cells if cell] == [("rung 4", None), ("rung 6", "up")]


def test_a_label_stands_on_the_ladder_of_the_country_that_has_one() -> None:
    told: dict[str, list[AnyFact]] = {
        SPRING.id: [label("comprehensive strategic partnership")],
        WINTER.id: [label("all-weather comprehensive strategic partnership", "upgraded")],
    }
    (ladder,) = ladder_views([SPRING, WINTER], told, WORDS)
    at = {rung.tier: [bool(step.stands) for step in rung.steps] for rung in ladder.rungs if rung.tier in {6, 8}}
    assert at == {8: [False, True], 6: [True, False]}
    below = next(rung for rung in ladder.rungs if rung.tier == 7)
    assert [step.is_below for step in below.steps] == [False, True]
    rows = label_grid([SPRING, WINTER], told, WORDS).rows
    assert [row.head for row in rows] == [
        "“all-weather comprehensive strategic partnership”",
        "“comprehensive strategic partnership”",
    ]
    assert [cell.move for cell in rows[0].cells if cell] == ["up"]


def test_the_brief_leaves_as_one_page_and_as_markdown(client: Any) -> None:
    page = client.get("/dyads/BLR/CHN/brief.html")
    assert page.status_code == 200
    assert "script-src" not in page.headers["content-security-policy"]
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "Alexander Lukashenko in China" in page.text
    text = client.get("/dyads/CHN/BLR/brief.md")
    assert text.headers["content-disposition"] == 'attachment; filename="CHN-BLR.md"'
    assert text.text.startswith("# Alexander Lukashenko in China")
    assert client.get("/dyads/CHN/BL%22R/brief.md").status_code == 400


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_it_is_fit_to_read(new_page: Callable[..., Any], site: str, width: int, scheme: str) -> None:
    page = new_page(width, color_scheme=scheme)
    page.goto(f"{site}/dyads/BLR/CHN")
    assert_fit_to_read(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Belarus – China"


def test_a_mark_of_the_timeline_leads_to_its_visit_and_a_cell_to_the_words(page: Any, site: str) -> None:
    page.goto(f"{site}/dyads/BLR/CHN")
    page.locator('.timeline a[href$="/BLR-CHN-2023-12-03"] .mark').click()
    assert page.url == f"{site}/visits/BLR-CHN-2023-12-03"
    page.go_back()
    page.locator(".grid.strength tbody td a").first.click()
    assert "/words?fact=" in page.url
    assert page.locator("mark").count() > 0


def test_the_visits_are_printed_and_the_buttons_are_not(page: Any, site: str) -> None:
    page.goto(f"{site}/dyads/BLR/CHN")
    page.emulate_media(media="print")
    assert page.get_by_role("link", name="3–4 Dec 2023").first.is_visible()
    assert not page.get_by_role("button", name="Compare the two chosen").is_visible()
    assert not page.locator(".filters").is_visible()


def test_nothing_moves_while_the_page_is_drawn(page: Any, site: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) moved += one.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for address in ("/dyads/BLR/CHN", "/map", "/network"):
        page.goto(site + address, wait_until="networkidle")
        assert page.evaluate("moved") < 0.01
