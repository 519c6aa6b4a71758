"""Search: ids, countries in any language, pairs of them, people, words of texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from looking import assert_fit_to_read

from communique.store import Store
from communique.web.languages import words_of
from communique.web.views.finding import country_code, found


@pytest.mark.parametrize("name", ["Belarus", "BLR", "blr", "БЕЛАРУСЬ", "白俄罗斯", "Republic of Belarus"])
def test_a_country_is_known_by_its_names_in_each_language(name: str) -> None:
    assert country_code(name) == "BLR"


@pytest.mark.parametrize(
    "query", ["Belarus China", "China and Belarus", "Беларусь и Китай", "白俄罗斯 中国", "BLR-CHN"]
)
def test_two_countries_lead_to_their_page_and_their_visits_latest_first(store: Store, query: str) -> None:
    view = found(store, query, words_of("en"))
    assert view.places[0].address == "/dyads/BLR/CHN"
    assert [row.id for row in view.visits][:2] == ["BLR-CHN-2023-12-03", "BLR-CHN-2023-02-28"]


def test_a_person_is_found_by_a_part_of_the_name(store: Store) -> None:
    view = found(store, "lukashenko", words_of("en"))
    assert {row.guest for row in view.visits} == {"Alexander Lukashenko"}
    assert view.texts


def test_words_are_found_in_texts_with_those_around_them(store: Store) -> None:
    view = found(store, '"airport in the evening"', words_of("en"))
    assert [one.title for one in view.texts] == ["President of Belarus in Beijing on working visit"]
    marked = [words for words, is_found in view.texts[0].parts if is_found]
    assert " ".join(marked).split() == ["Airport", "in", "the", "evening"]


def test_the_id_of_a_visit_leads_to_its_page(client: Any) -> None:
    answer = client.get("/search?q=BLR-CHN-2023-12-03", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, "/visits/BLR-CHN-2023-12-03")


@pytest.mark.parametrize(
    "query", ["", "   ", "zzzz", '"', "%", "AND OR NOT *", "<script>alert(1)</script>", "a" * 5000]
)
def test_any_query_has_an_answer(client: Any, query: str) -> None:
    answer = client.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_fit_to_read_and_found_from_every_page(new_page: Callable[..., Any], site: str, width: int) -> None:
    page = new_page(width)
    page.goto(site)
    page.get_by_role("searchbox").fill("Belarus China airport")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("heading", name="Texts that hold the words").wait_for()
    assert_fit_to_read(page)
    page.goto(f"{site}/search?q=Belarus+China")
    page.get_by_role("link", name="3–4 Dec 2023").click()
    assert page.url == f"{site}/visits/BLR-CHN-2023-12-03"
