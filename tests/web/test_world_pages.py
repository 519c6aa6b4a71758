"""The map, the matrix and the page of a country: what they count, what they link, and that they can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from litestar.exceptions import ClientException
from looking import assert_fit_to_read

from communique.store import Filter, Store, WayCount, YearCount
from communique.web.languages import words_of
from communique.web.views.arcs import journey
from communique.web.views.asked import Asked, asked_of
from communique.web.views.countries import country_view
from communique.web.views.network import Network, network, sorting_of
from communique.web.views.overview import overview
from communique.web.views.ways import years_of
from communique.web.views.worldmap import world_map
from communique.web.world import load_world

WORDS = words_of("en")
WAYS = [
    WayCount("USA", "GBR", 9, "1950-01-01", "2022-01-01"),
    WayCount("GBR", "USA", 4, "1960-01-01", "2021-01-01"),
    WayCount("CHN", "FRA", 3, None, None),
    WayCount("JPN", "USA", 2, "2000-05-05", "2001-05-05"),
]


def matrix(query: str = "") -> Network:
    asked = dict(part.split("=") for part in query.split("&") if part)
    sorting = sorting_of(asked.get("rows"), asked.get("columns"), asked.get("size"))
    return network(WAYS, sorting, Asked(), WORDS)


def test_a_query_asks_for_what_it_says() -> None:
    asked = asked_of({"since": "2021", "until": "2021-05 ", "kind": "state", "status": "", "region": "asia", "x": "y"})
    assert asked == Asked(since="2021", until="2021-05", kind="state", region="asia")
    assert asked.filter() == Filter(since="2021", until="2021-05", kind="state")
    assert asked.address("/map", since=None, rows="all") == "/map?until=2021-05&kind=state&region=asia&rows=all"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"since": "yesterday"}, "want a day, month or year"),
        ({"until": "2021-13"}, "want a day, month or year"),
        ({"since": "2021-5"}, "want a day, month or year"),
        ({"kind": "royal"}, "kind: found"),
        ({"status": "'--"}, "status: found"),
        ({"region": "atlantis"}, "region: found"),
        ({"since": "2022", "until": "2021-12"}, "want a later day"),
    ],
)
def test_what_no_visit_can_be_is_refused(query: dict[str, str], found: str, client: Any) -> None:
    with pytest.raises(ClientException, match=found):
        asked_of(query)
    answer = client.get("/map", params=query)
    assert answer.status_code == 400
    assert found in answer.text


def test_a_region_keeps_what_begins_or_ends_there() -> None:
    assert [one.guest for one in Asked(region="asia").within(WAYS)] == ["CHN", "JPN"]
    assert Asked().within(WAYS) == WAYS


def test_a_journey_goes_round_the_world_where_that_is_nearer() -> None:
    world = load_world()
    assert journey(world, "FRA", "DEU").count("M") == 1
    assert journey(world, "JPN", "USA").count("M") == 2
    assert journey(world, "FRA", "nowhere") is None


def test_ways_there_and_back_lie_apart() -> None:
    there, back = (journey(load_world(), *pair).split("Q")[1].split()[:2] for pair in (("FRA", "CHN"), ("CHN", "FRA")))
    assert int(there[1]) < int(back[1])


def test_the_map_shades_countries_by_the_visits_they_received() -> None:
    made = world_map(WAYS, WORDS, title="Map")
    by_words = {area.words: area.shade for area in made.areas}
    assert by_words["United Kingdom: received 9, made 4"] > by_words["France: received 3, made 0"]
    assert by_words["Chad: received 0, made 0"] == by_words["Japan: received 0, made 2"] == 0
    assert len(made.spots) == 5
    assert [arc.words for arc in made.arcs][-1] == "United States → United Kingdom: 9 visits"
    assert made.words.startswith("18 visits on 4 ways")


def test_what_has_no_place_on_the_map_is_named() -> None:
    made = world_map([*WAYS, WayCount("SCO", "KAZ", 1, None, None)], WORDS, title="Map")
    assert len(made.arcs) == 4
    assert "Shanghai Cooperation Organization" in (made.left_out or "")


def test_a_country_s_map_tells_made_from_received() -> None:
    made = world_map(WAYS[:2], WORDS, title="Map", of="GBR")
    assert {arc.course for arc in made.arcs} == {"in", "out"}
    assert {area.words: area.shade for area in made.areas}["United States: 13 visits"] == 5


def test_years_without_visits_keep_their_place() -> None:
    years = years_of([YearCount(2000, 4), YearCount(2003, 1)], Asked(since="2003", until="2003"), "/map", WORDS)
    assert years is not None
    first, last = years.bars
    assert (first.is_chosen, last.is_chosen) == (False, True)
    assert last.x == pytest.approx(3 * 40)
    assert first.address == "/map?since=2000&until=2000"
    assert last.address == "/map"


def test_a_matrix_has_the_visits_of_both_ways() -> None:
    made = matrix()
    numbers = {
        (line.head.code, head.code): cell.number
        for line in made.lines
        for head, cell in zip(made.columns, line.cells, strict=True)
    }
    assert (numbers["USA", "GBR"], numbers["GBR", "USA"], numbers["CHN", "USA"]) == ("9", "4", "")
    assert made.totals[[one.code for one in made.columns].index("USA")] == "6"


def test_a_matrix_is_sorted_by_total_name_or_one_country() -> None:
    assert [line.head.code for line in matrix().lines] == ["USA", "GBR", "CHN", "JPN"]
    assert [line.head.code for line in matrix("rows=name").lines] == ["CHN", "JPN", "GBR", "USA"]
    by_host = matrix("rows=FRA")
    assert by_host.lines[0].head.code == "CHN"
    assert [one.code for one in by_host.columns if one.is_sorted] == ["FRA"]
    assert matrix("columns=JPN").columns[0].code == "USA"


def test_a_link_at_the_head_of_a_column_sorts_by_it_and_back() -> None:
    assert next(one.sort for one in matrix().columns if one.code == "FRA") == "/network?rows=FRA"
    assert next(one.sort for one in matrix("rows=FRA").columns if one.code == "FRA") == "/network"
    with pytest.raises(ClientException, match="size: found"):
        matrix("size=1000")


def test_the_overview_counts_what_the_record_holds(store: Store) -> None:
    view = overview(store, Asked(), WORDS)
    assert view.lead.startswith(f"{len(store.visits())} visits")
    assert len(view.rows) == min(50, len({(v.guest_country, v.host_country) for v in store.visits()}))
    narrowed = overview(store, Asked(since="2023-12", until="2023-12"), WORDS)
    assert {(row.guest, row.host) for row in narrowed.rows} >= {("Belarus", "China")}
    assert len(narrowed.rows) < len(view.rows)


def test_a_country_has_its_partners_and_travellers(store: Store) -> None:
    view = country_view(store, "BLR", Asked(), WORDS)
    partners = [(one.name, one.made, one.received) for one in view.partners]
    assert partners == [("China", "2", "0")]  # an invitation is no visit yet
    assert [one.name for one in view.travellers] == ["Alexander Lukashenko"]
    assert {row.id for row in view.made} == {"BLR-CHN-2023-02-28", "BLR-CHN-2023-12-03"}


def test_every_address_of_the_map_leads_to_a_page(client: Any) -> None:
    text = client.get("/map").text
    found = set(re.findall(r'href="(/(?:countries|dyads|network)[^"#]*)"', text))
    assert len(found) > 40
    for address in sorted(found)[::9]:
        assert client.get(address.replace("&amp;", "&")).status_code == 200
    assert client.get("/countries/nowhere").status_code == 404
    assert client.get("/countries/no%20where").status_code == 400
    assert client.get("/countries/FJI").status_code == 200


@pytest.mark.parametrize("language", ["zh", "ru"])
@pytest.mark.parametrize("address", ["/map", "/network", "/countries/CHN", "/dyads/BLR/CHN"])
def test_the_pages_speak_the_language(client: Any, language: str, address: str) -> None:
    answer = client.get(address, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert {"zh": "白俄罗斯", "ru": "Беларусь"}[language] in answer.text or address == "/network"


@pytest.mark.parametrize("address", ["/map", "/map?region=europe&since=2021", "/network", "/countries/CHN?status=any"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_they_are_fit_to_read(new_page: Callable[..., Any], site: str, address: str, width: int, scheme: str) -> None:
    page = new_page(width, color_scheme=scheme)
    page.goto(site + address)
    assert_fit_to_read(page)


def test_a_year_is_chosen_by_its_bar_and_a_kind_by_the_form(page: Any, site: str) -> None:
    page.goto(f"{site}/map")
    page.locator(".years a").last.click()
    assert "since=2024&until=2024" in page.url
    page.get_by_label("Declared type").select_option("state")
    page.get_by_role("button", name="Show").click()
    assert "kind=state" in page.url and "since=2024" in page.url
    page.get_by_role("link", name="Clear").click()
    assert page.url == f"{site}/map"


def test_a_country_of_the_map_leads_to_its_page(page: Any, site: str) -> None:
    page.goto(f"{site}/map?region=europe")
    page.locator('a[href^="/countries/BLR"] .land').click()
    assert page.get_by_role("heading", level=1).inner_text() == "Belarus"


def test_the_matrix_is_sorted_by_its_heads(page: Any, site: str) -> None:
    page.goto(f"{site}/network")
    page.locator(".matrix thead").get_by_role("link", name="France").click()
    assert page.locator("th[aria-sort=descending]").inner_text() == "France"
    first = page.locator(".matrix tbody tr").first.locator("td")
    column = page.locator(".matrix thead th").all_inner_texts().index("France")
    assert first.nth(column).inner_text() != ""
