"""The page of a visit: cells with their support, protocol in three values, the words side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from litestar.testing import TestClient
from looking import assert_fit_to_read
from serving import app_of

from communique.publish.brief import notes_of
from communique.publish.dossier import dossier
from communique.store import Store
from communique.visits.model import Judgement
from communique.web.languages import words_of
from communique.web.views.level import protocol_groups
from communique.web.views.visit import VisitPage, visit_page
from communique.web.views.words import passages

DECEMBER = "BLR-CHN-2023-12-03"


@pytest.fixture(scope="module")
def view(store: Store) -> VisitPage:
    return visit_page(store, dossier(store, DECEMBER), words_of("en"))


def test_it_has_the_six_sections_in_their_order(view: VisitPage) -> None:
    assert [one.title for one in view.sections] == ["Time", "Level", "Content", "Conclusion", "Change", "Contested"]


def test_a_contested_cell_shows_what_others_say_and_by_how_many(view: VisitPage) -> None:
    venue = next(cell for cell in view.cells if cell.label == "venue of the talks")
    assert (venue.value, venue.by) == ("Diaoyutai State Guesthouse", "2 sources")
    assert [(other.value, other.by) for other in venue.others] == [("Great Hall of the People", "1 source")]


def test_each_courtesy_is_reported_said_to_be_absent_or_not_mentioned(store: Store) -> None:
    made = dossier(store, DECEMBER)
    groups = protocol_groups(made, notes_of(made), words_of("en"))
    rows = {row.signal: row for group in groups for row in (*group.told, *group.silent)}
    assert len(rows) == len(made.level.parts)
    assert (rows["airport_greeting"].reported, rows["airport_greeting"].cites != ()) == ("yes", True)
    assert (rows["honour_guard"].reported, rows["honour_guard"].state) == ("no", "said to be absent")
    assert (rows["wreath"].reported, rows["wreath"].state, rows["wreath"].cites) == (None, "not mentioned", ())


def test_a_cell_leads_to_the_words_of_all_who_state_it_side_by_side(store: Store, view: VisitPage) -> None:
    venue = next(cell for cell in view.cells if cell.label == "venue of the talks")
    shown = passages(store, re.findall(r"fact=([^&]+)", venue.address or ""), words_of("en"))
    assert len(shown) == 2
    for one in shown:
        assert one.text is not None
        chosen = [piece.words for piece in one.text if piece.tone == "chosen"]
        assert any("Diaoyutai" in words for words in chosen)
        assert "".join(piece.words for piece in one.text) == store.document(one.document).text


def test_a_cell_chooses_its_own_words_and_marks_the_others(store: Store, view: VisitPage) -> None:
    notice = next(cell for cell in view.cells if cell.value == "unannounced")
    assert (notice.address or "").endswith("&of=notice")
    (shown,) = passages(store, re.findall(r"fact=([^&]+)", notice.address or ""), words_of("en"), ["notice"])
    assert shown.text is not None
    pieces = (*shown.title, *shown.text)
    tones = {tone: [piece.words for piece in pieces if piece.tone == tone] for tone in ("chosen", "told")}
    assert any("kept quiet" in words for words in tones["chosen"])
    assert any("bow in Beijing" in words for words in tones["told"])


def test_every_link_of_the_page_to_words_leads_to_a_page_with_marks(client: Any) -> None:
    page = unescape(client.get(f"/visits/{DECEMBER}").text)
    addresses = sorted(set(re.findall(r'href="(/(?:words|texts)[^"]*fact=[^"#]*)', page)))
    assert len(addresses) > 20
    for address in addresses[::5]:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "<mark" in answer.text, address


def test_why_tells_the_rule_and_the_words(client: Any, store: Store) -> None:
    fact = next(one for one in store.facts(DECEMBER, ["protocol"]) if one.fact.signal == "honour_guard")
    answer = client.get(f"/texts/{fact.document}/why/{fact.fact.id}")
    assert answer.status_code == 200
    assert f"rule {fact.fact.rule}" in answer.text
    assert fact.fact.evidence[0].quote in unescape(answer.text)


def test_a_former_id_leads_to_the_visit_of_today(fresh_store: Store) -> None:
    telling = fresh_store.visit(DECEMBER).reports[0].telling
    when = "2024-01-01T00:00:00Z"
    fresh_store.judge(
        Judgement(verdict="value", fact=telling, attribute="start", value="2023-12-02", who="ada", when=when)
    )
    assert fresh_store.visit(DECEMBER).id == "BLR-CHN-2023-12-02"
    with TestClient(app_of(fresh_store)) as client:
        answer = client.get(f"/visits/{DECEMBER}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, "/visits/BLR-CHN-2023-12-02")


def test_what_is_not_in_the_record_is_said_to_be_not_there(client: Any) -> None:
    for path in ("/visits/BLR-CHN-1900", "/texts/0000", "/words?fact=0000", "/texts/0000/why/0000"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "Not in the record" in answer.text


def test_in_chinese_and_russian_the_cells_are_in_that_language(client: Any) -> None:
    for language, words in (("zh", "会谈地点"), ("ru", "место переговоров")):
        answer = client.get(f"/visits/{DECEMBER}", headers={"Accept-Language": language})
        assert words in answer.text.lower()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_fit_to_read(new_page: Callable[..., Any], site: str, width: int, scheme: str) -> None:
    page = new_page(width, color_scheme=scheme)
    page.goto(f"{site}/visits/{DECEMBER}")
    assert_fit_to_read(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_cell_opens_the_words_in_the_page_and_escape_closes_them(
    new_page: Callable[..., Any], site: str, width: int
) -> None:
    page = new_page(width)
    page.goto(f"{site}/visits/{DECEMBER}")
    row = page.get_by_role("row", name=re.compile("honour guard"))
    row.get_by_role("link", name=re.compile("Source")).click()
    panel = page.get_by_role("complementary", name="The words")
    panel.locator("mark").first.wait_for()
    assert panel.locator("mark").all_inner_texts() == ["There was none"]
    assert page.url == f"{site}/visits/{DECEMBER}"
    assert page.evaluate("document.activeElement.id") == "words"
    assert_fit_to_read(page)
    panel.get_by_role("link", name="why").first.click()
    panel.locator("pre").wait_for()
    assert "rule protocol." in panel.locator("pre").inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr').innerText").startswith("honour guard")


def test_without_script_a_cell_is_a_plain_link_to_its_words(new_page: Callable[..., Any], site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}/visits/{DECEMBER}")
    page.get_by_role("row", name=re.compile("honour guard")).get_by_role("link", name=re.compile("Source")).click()
    assert "/texts/" in page.url
    assert page.locator("mark").all_inner_texts() == ["There was none"]


@pytest.mark.parametrize("path", ["text", "words", "why"])
def test_the_pages_of_words_are_fit_to_read(
    new_page: Callable[..., Any], site: str, store: Store, view: VisitPage, path: str
) -> None:
    fact = store.facts(DECEMBER, ["protocol"])[0]
    addresses = {
        "text": f"/texts/{fact.document}?fact={fact.fact.id}",
        "words": next(cell.address for cell in view.cells if cell.label == "venue of the talks"),
        "why": f"/texts/{fact.document}/why/{fact.fact.id}",
    }
    for width in (1280, 390):
        page = new_page(width)
        page.goto(f"{site}{addresses[path]}")
        assert_fit_to_read(page)
