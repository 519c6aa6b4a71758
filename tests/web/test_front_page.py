"""The front page: what is in the record, last and next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from looking import assert_fit_to_read

from communique.store import Store
from communique.web.languages import words_of
from communique.web.views.opening import opening


def test_it_counts_what_the_record_holds(store: Store) -> None:
    held = store.counts()
    shown = [one.number for one in opening(store, words_of("en"), date(2024, 1, 1)).facts]
    assert shown == [str(held.visits), str(held.texts), str(held.countries), "1952–2024"]
    assert held.texts == len(store.documents())


def test_a_visit_is_upcoming_until_its_last_day_has_passed(store: Store) -> None:
    visit = store.visit("BLR-CHN-2023-12-03")
    assert visit.last_day == "2023-12-04"

    def shown(today: date) -> tuple[bool, bool]:
        view = opening(store, words_of("en"), today)
        return visit.id in {row.id for row in view.upcoming}, visit.id in {row.id for row in view.latest}

    assert shown(date(2023, 12, 1)) == (True, False)
    assert shown(date(2023, 12, 5)) == (False, True)


def test_the_latest_visit_comes_first(store: Store) -> None:
    days = [row.day for row in opening(store, words_of("en"), date(2024, 1, 1)).latest]
    assert days == sorted(days, reverse=True)
    assert len(days) == 10


@pytest.mark.parametrize(("language", "words"), [("en", "Belarus"), ("zh", "白俄罗斯"), ("ru", "Беларусь")])
def test_it_speaks_the_language_that_the_browser_accepts(client: Any, language: str, words: str) -> None:
    answer = client.get("/", headers={"Accept-Language": f"{language}, en;q=0.5"})
    assert answer.status_code == 200
    assert f'<html lang="{language}' in answer.text
    assert words in answer.text


def test_a_language_asked_for_in_the_address_is_kept(client: Any) -> None:
    answer = client.get("/?lang=ru", headers={"Accept-Language": "zh"})
    assert '<html lang="ru"' in answer.text
    assert "lang=ru" in answer.headers["set-cookie"]
    client.cookies.clear()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_fit_to_read(new_page: Callable[..., Any], site: str, width: int, scheme: str) -> None:
    page = new_page(width, color_scheme=scheme)
    page.goto(site)
    assert_fit_to_read(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Who went to see whom"
