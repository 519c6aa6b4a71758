"""An editor goes through the queue: accepts, rejects, corrects, undoes; all of it by keyboard too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from litestar.testing import TestClient
from looking import assert_fit_to_read
from msgspec.structs import replace
from serving import SETTINGS, app_of, served

from communique.documents import open_documents
from communique.pipeline import read_document
from communique.runs.edition import edition
from communique.runs.ingest import ingest
from communique.store import Store, open_store

if TYPE_CHECKING:
    from playwright.sync_api import Page

REPORTS = Path(__file__).parents[1] / "visits" / "reports"
TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Store]:
    """A record of ten reports of two visits, which differ on the kind and the venue of one."""
    with open_store(str(tmp_path / "reports.db")) as store:
        ingest(store, open_documents([str(REPORTS)]), read_document, edition())
        yield store


@pytest.fixture
def editor(asked: Store) -> Iterator[TestClient[Any]]:
    with TestClient(app_of(asked)) as client:
        yield client


def sent(client: TestClient[Any], path: str, **form: object) -> Any:
    """What a form does, with the token of the page that it stands on."""
    token = TOKEN.search(client.get("/review").text)
    return client.post(path, data={"_csrf_token": token[1] if token else "", **form}, follow_redirects=False)


def disputes(store: Store) -> dict[str, Any]:
    return {one.attribute.name: one for one in store.review() if one.attribute}


def test_a_question_shows_each_value_with_its_voices(editor: TestClient[Any], asked: Store) -> None:
    count = len(disputes(asked))
    page = editor.get("/review?sort=value").text
    assert f"Question 1 of {count}" in page
    item = asked.question("value", 0)
    assert item is not None and item.attribute is not None
    for claim in item.attribute.dissent:
        assert asked.fact(claim.support[0].fact).source.name in page


def test_the_queue_has_each_question_of_the_record_once(asked: Store) -> None:
    counts = asked.doubts()
    found = [
        asked.question(ask, at)
        for ask, number in (("link", counts.link), ("value", counts.value), ("fact", counts.fact))
        for at in range(number)
    ]
    assert found == asked.review()
    assert asked.question("value", counts.value) is None


def test_a_value_is_set_and_taken_back(editor: TestClient[Any], asked: Store) -> None:
    item = disputes(asked)["kind"]
    wanted = item.attribute.dissent[0].value
    form = {"ask": "value", "fact": item.telling, "attribute": "kind", "choice": wanted, "why": "seen the programme"}
    done = sent(editor, "/judgements", **form)
    assert (done.status_code, done.headers["location"]) == (303, "/review?sort=value&at=0&kept=1")
    assert asked.visit(item.visits[0]).kind == wanted
    (judgement,) = asked.judgements()
    assert (judgement.who, judgement.why) == ("ada", "seen the programme")
    assert "kind" not in disputes(asked)
    assert sent(editor, "/judgements/1/undo", back="/review").headers["location"] == "/review?undone=1"
    assert asked.visit(item.visits[0]).kind != wanted
    assert "withdrawn by ada" in editor.get("/judgements").text


def test_another_value_than_anybody_states_may_be_set(editor: TestClient[Any], asked: Store) -> None:
    item = next(iter(disputes(asked).values()))
    form = {"ask": "value", "fact": item.telling, "attribute": "days", "choice": "", "value": "4"}
    assert sent(editor, "/judgements", **form).status_code == 303
    assert asked.visit(item.visits[0]).days == 4


def test_a_report_is_rejected_from_within_a_question(editor: TestClient[Any], asked: Store) -> None:
    item = disputes(asked)["kind"]
    wrong = item.attribute.dissent[0].support[0].fact
    sent(editor, "/judgements", ask="value", fact=item.telling, attribute="kind", rejected=wrong)
    assert asked.judgements()[0].verdict == "reject"
    assert wrong not in {one.fact.id for one in asked.facts(item.visits[0])}


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"ask": "value", "fact": "none", "attribute": "kind", "choice": "state"}, "want one of the record"),
        ({"ask": "value", "attribute": "kind", "choice": "splendid"}, "want one of event_only"),
        ({"ask": "value", "attribute": "shoe_size", "value": "44"}, "found attribute"),
        ({"ask": "link", "choice": "perhaps"}, "want one of"),
        ({"ask": "value", "attribute": "kind", "choice": "state", "why": "x" * 1001}, "1,001 characters"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    editor: TestClient[Any], asked: Store, form: dict[str, str], told: str
) -> None:
    item = next(iter(disputes(asked).values()))
    answer = sent(editor, "/judgements", **{"fact": item.telling, **form})
    assert answer.status_code == 400
    assert told in answer.text.replace("&#39;", "'")
    assert asked.judgements() == []


def test_nothing_is_decided_without_the_token_of_the_page(editor: TestClient[Any], asked: Store) -> None:
    item = disputes(asked)["kind"]
    form = {"ask": "value", "fact": item.telling, "attribute": "kind", "choice": "state"}
    assert editor.post("/judgements", data=form).status_code == 403
    assert editor.post("/judgements", data={**form, "_csrf_token": "guessed"}).status_code == 403
    assert asked.judgements() == []


def test_a_page_without_an_editor_shows_and_does_not_decide(asked: Store) -> None:
    item = disputes(asked)["kind"]
    with TestClient(app_of(asked, replace(SETTINGS, editor=None))) as reader:
        page = reader.get("/review").text
        assert "Only editors decide." in page and 'name="choice"' not in page
        form = {"ask": "value", "fact": item.telling, "attribute": "kind", "choice": "state"}
        assert sent(reader, "/judgements", **form).status_code in {401, 403}
    assert asked.judgements() == []


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_decision_never_leads_elsewhere(editor: TestClient[Any], asked: Store, back: str) -> None:
    item = disputes(asked)["kind"]
    form = {"ask": "value", "fact": item.telling, "attribute": "kind", "choice": "official", "back": back}
    assert sent(editor, "/judgements", **form).headers["location"].startswith("/review")


def test_the_queue_is_gone_through_by_keyboard(asked: Store, new_page: Callable[..., Page]) -> None:
    before = len(asked.review())
    with served(app_of(asked)) as address:
        page = new_page()
        page.goto(f"{address}/review")
        assert_fit_to_read(page)
        page.keyboard.press("s")
        page.wait_for_url("**&at=1")
        page.keyboard.press("b")
        page.wait_for_url("**&at=0")
        page.keyboard.press("1")
        page.wait_for_url("**kept=1")
        assert len(asked.review()) == before - 1
        assert_fit_to_read(page)
        page.keyboard.press("u")
        page.wait_for_url("**undone=1")
        assert len(asked.review()) == before
        page.goto(f"{address}/judgements")
        assert_fit_to_read(page)
        assert "withdrawn by ada" in page.inner_text("main")
        page.set_viewport_size({"width": 390, "height": 844})
        assert_fit_to_read(page)


def test_a_key_in_a_field_is_only_a_letter(asked: Store, page: Page) -> None:
    with served(app_of(asked)) as address:
        page.goto(f"{address}/review")
        page.locator("#why").press_sequentially("s1bu")
        assert page.url == f"{address}/review"
        assert page.input_value("#why") == "s1bu"
    assert asked.judgements() == []
