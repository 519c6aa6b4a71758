"""What a stranger may try: script in texts, changes without a token, other hosts, paths, too much of anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from litestar.testing import TestClient
from serving import SETTINGS, app_of, served

from communique.records import Document, DocumentInfo, Evidence, Person, ProtocolFact, Reading, VisitFact
from communique.store import Entry, Store
from communique.visits.model import Source
from communique.web.hosts import host_name

SCRIPT = """<script>document.title='run'</script><img src=x onerror="document.title='run'">"""
SCHEME = "javascript:document.title='run'"


@pytest.fixture
def hostile(fresh_store: Store) -> Store:
    """The record of the examples with one more text, which tries to run wherever it is shown."""
    text = f"{SCRIPT} met him at the airport {SCRIPT}"
    person = Person(f"Alexander Lukashenko{SCRIPT}", "BLR", "president")
    whole = (Evidence(0, len(text), text),)
    visit = VisitFact(
        id="f" * 15 + "0",
        evidence=whole,
        rule="visit.arrives",
        guest=person,
        guest_country="BLR",
        host_country="CHN",
        start="2023-12-03",
        status="completed",
        visit_kind="private",
    )
    courtesy = ProtocolFact(
        id="f" * 15 + "1",
        evidence=whole,
        rule=SCRIPT,
        visit=visit.id,
        signal="airport_greeting",
        reported="no",
        venue=SCRIPT,
        official=person,
    )
    head = {"title": f"Title {SCRIPT}", "url": SCHEME, "published": "2023-12-05"}
    info = DocumentInfo(id="e" * 16, source=SCRIPT, sha256="0", **head)
    entry = Entry(
        Reading(document=info, facts=(visit, courtesy)),
        Source("evil.example", SCRIPT, "press"),
        Document(source=SCRIPT, text=text, **head),
    )
    fresh_store.save([entry], "1")
    fresh_store.settle()
    return fresh_store


@pytest.fixture
def asking(hostile: Store) -> Iterator[TestClient[Any]]:
    with TestClient(app_of(hostile)) as client:
        yield client


PAGES = [
    "/",
    "/visits/BLR-CHN-2023-12-03",
    f"/texts/{'e' * 16}",
    f"/texts/{'e' * 16}?fact={'f' * 15}1",
    f"/words?fact={'f' * 15}0&fact={'f' * 15}1",
    "/search?q=airport",
    f"/search?q={SCRIPT}",
    f"/visits/{SCRIPT}",
    f"/nothing/{SCRIPT}",
]


@pytest.mark.parametrize("path", PAGES)
def test_the_words_of_a_text_are_shown_and_never_markup(asking: Any, path: str) -> None:
    page = asking.get(path).text
    assert "<script>document" not in page
    assert "<img src=x" not in page
    assert f'href="{SCHEME}' not in page


def test_nothing_that_a_text_brings_runs_in_a_browser(new_page: Callable[..., Any], hostile: Store) -> None:
    with served(app_of(hostile)) as site:
        page = new_page()
        for path in PAGES[:6]:
            page.goto(site + path)
            assert page.title() != "run"
            assert "document.title=" in page.locator("main").inner_text() or path in {"/", "/visits/BLR-CHN-2023-12-03"}
        page.close()


@pytest.mark.parametrize("path", ["/", "/visits/BLR-CHN-2023-12-03", "/nothing", "/static/style.css", "/api"])
def test_every_answer_forbids_what_no_page_needs(client: Any, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/visits/BLR-CHN-2023-12-03", "/read"])
def test_no_page_has_script_or_style_within(client: Any, path: str) -> None:
    page = client.get(path).text
    assert " style=" not in page
    assert "<style" not in page
    assert page.count("<script") == page.count("<script src=") > 0
    assert " onclick" not in page


@pytest.mark.parametrize("path", ["/read", "/keep"])
@pytest.mark.parametrize("token", [None, "", "0" * 128, "another's"])
def test_a_change_without_the_token_of_the_page_is_refused(client: Any, path: str, token: str | None) -> None:
    client.get("/")
    data = {"text": "President Macron visited Berlin.", "document": '{"source": "a", "text": "b"}'}
    answer = client.post(path, data=data if token is None else {**data, "_csrf_token": token})
    assert answer.status_code == 403
    client.cookies.clear()


def test_a_token_of_another_server_is_refused(store: Store) -> None:
    with TestClient(app_of(store)) as one, TestClient(app_of(store, SETTINGS.__class__(**_other()))) as other:
        token = other.get("/read").text.split('name="_csrf_token" value="')[1].split('"')[0]
        one.get("/")
        one.cookies.set("csrftoken", token)
        assert one.post("/read", data={"_csrf_token": token, "text": "x"}).status_code == 403


def _other() -> dict[str, Any]:
    return {"hosts": SETTINGS.hosts, "editor": "ada", "secret": "another secret"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.", "evil.example:8000", ""])
def test_a_page_under_another_name_is_refused(client: Any, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    ("header", "name"),
    [("localhost:8000", "localhost"), ("[::1]:8000", "[::1]"), ("[::1]", "[::1]"), ("LOCALHOST", "localhost")],
)
def test_a_host_is_known_whatever_its_port(header: str, name: str) -> None:
    assert host_name(header) == name


@pytest.mark.parametrize(
    "climb", ["../../pyproject.toml", "..%2f..%2fpyproject.toml", "....//settings.py", "/etc/passwd"]
)
@pytest.mark.parametrize("place", ["/static/", "/texts/", "/visits/", "/dyads/", "/"])
def test_no_address_reaches_the_file_system(client: Any, place: str, climb: str) -> None:
    answer = client.get(place + climb)
    assert answer.status_code in {400, 404}, answer.url
    assert "requires-python" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize("size", [SETTINGS.upload_limit + 1, SETTINGS.upload_limit + 200_000])
def test_an_upload_that_is_too_large_is_refused(client: Any, size: int) -> None:
    token = client.get("/read").text.split('name="_csrf_token" value="')[1].split('"')[0]
    answer = client.post("/read", data={"_csrf_token": token}, files={"file": ("big.txt", b"a" * size)})
    assert answer.status_code == 413


def test_a_fault_of_the_program_tells_a_reader_nothing_of_its_inside(store: Store) -> None:
    class Broken(Store):
        def counts(self) -> Any:
            raise ZeroDivisionError("secret of the inside")

    with TestClient(app_of(Broken(store._engine, store._clock)), raise_server_exceptions=False) as client:
        answer = client.get("/")
    assert answer.status_code == 500
    assert "secret of the inside" not in answer.text
    assert "Traceback" not in answer.text


def test_cookies_are_not_for_scripts_or_other_sites(client: Any) -> None:
    client.cookies.clear()
    cookies = client.get("/?lang=en&theme=dark").headers.get_list("set-cookie")
    assert len(cookies) == 3
    assert all("HttpOnly" in one and "SameSite=" in one for one in cookies)
    client.cookies.clear()
