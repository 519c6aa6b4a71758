"""A dropped text is read at once and shown with its words; it is kept only if an editor asks for it."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient
from looking import assert_fit_to_read
from serving import SETTINGS, app_of, served

from communique.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"
NEW = "President Emmanuel Macron arrived in Berlin on Sunday, 26 May 2024, for a three-day state visit."
HOSTILE = f"<script>alert(1)</script> {NEW} <img src=x onerror=alert(1)>"


class Form:
    """Sends forms as the page does, with the token that it was given."""

    def __init__(self, client: TestClient[Any]) -> None:
        self.client = client
        self.token = client.get("/read").text.split('name="_csrf_token" value="')[1].split('"')[0]

    def send(self, path: str, data: dict[str, str], **more: Any) -> Any:
        return self.client.post(path, data={"_csrf_token": self.token, **data}, **more)

    def read(self, text: str = "", file: tuple[str, bytes] | None = None, **data: str) -> Any:
        given = file or ("", b"")
        return self.send("/read", {"text": text, **data}, files={"file": given})


@pytest.fixture
def form(fresh_store: Store) -> Iterator[Form]:
    with TestClient(app_of(fresh_store)) as client:
        yield Form(client)


def test_pasted_words_are_read_and_nothing_is_written(form: Form, fresh_store: Store) -> None:
    before = fresh_store.edition()
    answer = form.read(NEW)
    assert answer.status_code == 200
    assert "Emmanuel Macron (France) → Berlin (Germany)" in answer.text
    assert "France – Germany" in answer.text
    assert "Keep it in the record" in answer.text
    assert f">{NEW[:60]}" in answer.text  # its first words are its heading
    assert fresh_store.edition() == before


def test_a_file_is_read_by_its_kind(form: Form) -> None:
    page = f"<html><head><title>A visit</title></head><body><article><p>{NEW}</p></article></body></html>"
    answer = form.read(file=("visit.html", page.encode()))
    assert "Emmanuel Macron (France) → Berlin (Germany)" in answer.text
    rows = "\n".join(msgspec.json.encode({"id": str(n), "text": f"{NEW} {n}"}).decode() for n in range(25))
    answer = form.read(file=("many.jsonl", rows.encode()))
    assert answer.text.count('<article class="source"') == 20
    assert "more than 20 texts" in answer.text


def test_a_text_that_the_record_holds_leads_there(form: Form) -> None:
    text = (EXAMPLES / "001-belarus-china-agency.txt").read_bytes()
    answer = form.read(file=("001-belarus-china-agency.txt", text))
    assert "In the record already" in answer.text
    assert "Keep it in the record" not in answer.text


def test_an_editor_keeps_a_text_and_is_led_to_it(form: Form, fresh_store: Store) -> None:
    page = form.read(NEW).text
    sent = unescape(page.split('name="document" value="')[1].split('"')[0])
    answer = form.send("/keep", {"document": sent}, follow_redirects=False)
    assert answer.status_code == 303
    kept = fresh_store.document(answer.headers["location"].removeprefix("/texts/"))
    assert kept.text == NEW
    assert fresh_store.visit("FRA-DEU-2024-05-26").guest.name == "Emmanuel Macron"


def test_only_an_editor_keeps_texts(fresh_store: Store) -> None:
    with TestClient(app_of(fresh_store, msgspec.structs.replace(SETTINGS, editor=None))) as client:
        form, before = Form(client), fresh_store.edition()
        assert "Keep it in the record" not in form.read(NEW).text
        assert form.send("/keep", {"document": '{"source": "a", "text": "b"}'}).status_code == 401
    assert fresh_store.edition() == before


@pytest.mark.parametrize("sent", ["", "{}", "[]", "null", '{"source": 1, "text": 2}', "not json"])
def test_what_is_no_text_cannot_be_kept(form: Form, sent: str) -> None:
    assert form.send("/keep", {"document": sent}).status_code == 400


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Found no text"),
        ({"text": "  \n "}, "Found no text"),
        ({"text": NEW, "published": "last Tuesday"}, "no date"),
        ({"address": "http://127.0.0.1/"}, "fetches no addresses"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(form: Form, given: dict[str, str], told: str) -> None:
    answer = form.read(**given)
    assert answer.status_code == 400
    assert told in answer.text


def test_a_stranger_s_words_do_not_run(form: Form) -> None:
    answer = form.read(HOSTILE, file=None)
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    answer = form.read(file=("<b>&.txt", HOSTILE.encode()))
    assert "<b>&.txt" not in answer.text


def test_dropped_bytes_that_unpack_to_much_more_are_refused(form: Form) -> None:
    answer = form.read(file=("bomb.txt.gz", gzip.compress(b"a" * 30_000_000)))
    assert "when unpacked" in answer.text


@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_fit_to_read_and_leads_from_a_fact_to_its_words(
    new_page: Callable[..., Any], fresh_store: Store, width: int
) -> None:
    with served(app_of(fresh_store)) as site:
        page = new_page(width)
        page.goto(site)
        page.get_by_role("textbox", name="Words").fill(
            (EXAMPLES / "010-china-saudi-arabia-agency.txt").read_text("utf-8") + "\nMore."
        )
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("heading", name="Level").wait_for()
        assert_fit_to_read(page)
        page.get_by_role("link", name="A 21-gun salute").click()
        assert "#w-" in page.url
        page.get_by_role("button", name="Keep it in the record").click()
        page.get_by_role("heading", name="What this text states").wait_for()
        assert "/texts/" in page.url
        page.close()
