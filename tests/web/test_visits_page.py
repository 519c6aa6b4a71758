"""The list of visits: its filters are its address."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from looking import assert_fit_to_read

from communique.store import Filter, Store
from communique.web.languages import words_of
from communique.web.views.listing import SHOWN, listing


@pytest.mark.parametrize(
    ("query", "want"),
    [
        ({}, Filter()),
        ({"host": "China"}, Filter(host="CHN")),
        ({"host": "Китай", "kind": "state"}, Filter(host="CHN", kind="state")),
        ({"person": "Lukashenko", "since": "2023-12"}, Filter(person="Lukashenko", since="2023-12")),
        ({"guest": "", "status": "planned"}, Filter(status="planned")),
    ],
)
def test_the_address_narrows_the_list(store: Store, query: dict[str, str], want: Filter) -> None:
    view = listing(store, query, words_of("en"))
    assert view.total == store.count(want) > 0
    assert {row.id for row in view.rows} <= {one.id for one in store.visits(want)}
    assert len(view.rows) == min(SHOWN, view.total)


def test_the_parts_of_a_long_list_are_all_of_it_latest_first(store: Store) -> None:
    first, second = (listing(store, {"page": page}, words_of("en")) for page in ("1", "2"))
    assert (first.pages.back, second.pages.next) == (None, None)
    assert (first.pages.next, second.pages.back) == ("/visits?page=2", "/visits")
    rows = [*first.rows, *second.rows]
    assert len({row.id for row in rows}) == first.total == len(rows)
    days = [row.day for row in rows if row.day]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "query", [{"host": "Atlantis"}, {"since": "soon"}, {"page": "0"}, {"page": "x"}, {"kind": "big"}]
)
def test_what_no_visit_can_have_is_said(client: Any, query: dict[str, str]) -> None:
    answer = client.get("/visits", params=query)
    assert answer.status_code == 400
    assert "; want " in answer.text


def test_a_slip_in_a_countrys_name_is_asked_about(client: Any) -> None:
    answer = client.get("/visits", params={"guest": "Belarsu"})
    assert "guest=Belarsu: no country known by it; did you mean Belarus?" in answer.text


def test_the_same_visits_leave_as_csv(client: Any) -> None:
    page = client.get("/visits?host=China&guest=Belarus").text
    address = re.search(r'href="(/downloads/visits\.csv[^"]*)"', page)
    assert address is not None
    answer = client.get(address[1].replace("&amp;", "&"))
    assert answer.status_code == 200
    assert answer.text.count("BLR-CHN-2023") >= 2


@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_fit_to_read_and_narrowed_by_its_form(new_page: Callable[..., Any], site: str, width: int) -> None:
    page = new_page(width)
    page.goto(f"{site}/visits")
    assert_fit_to_read(page)
    page.get_by_label("Host's country").fill("China")
    page.get_by_label("Declared type").select_option("state")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="28 Feb – 2 Mar 2023").wait_for()
    assert "host=China" in page.url
    assert_fit_to_read(page)
