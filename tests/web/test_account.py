"""A team signs in: nobody else sees the record, and only editors change it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from click.testing import CliRunner
from litestar.testing import TestClient
from msgspec.structs import replace
from serving import SETTINGS, app_of

from communique.cli import app as commands
from communique.store import Account, Store
from communique.web import signing
from communique.web.passwords import digest, hashed, is_right

TEAM = replace(SETTINGS, editor=None, has_accounts=True)
TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
PASSWORD = "correct horse battery"


@pytest.fixture
def team(fresh_store: Store) -> Iterator[TestClient[Any]]:
    """The page of a team of an editor, ada, and a reader, bo."""
    secret = hashed(PASSWORD)
    for name, role in (("ada", "editor"), ("bo", "reader")):
        fresh_store.accounts.keep(Account(name, role, secret, "2024-01-01T00:00:00Z"))  # type: ignore[arg-type]
    with TestClient(app_of(fresh_store, TEAM)) as client:
        yield client


def token_of(client: TestClient[Any], path: str) -> str:
    found = TOKEN.search(client.get(path).text)
    assert found is not None
    return found[1]


def sign_in(client: TestClient[Any], name: str, password: str = PASSWORD, back: str = "/review") -> Any:
    form = {"name": name, "password": password, "back": back, "_csrf_token": token_of(client, "/account/sign-in")}
    return client.post("/account/sign-in", data=form, follow_redirects=False)


@pytest.mark.parametrize("path", ["/", "/review", "/judgements", "/feed.atom", "/downloads/visits.csv", "/api/visits"])
def test_nobody_sees_the_record_without_signing_in(team: TestClient[Any], path: str) -> None:
    answer = team.get(path, headers={"Accept": "text/html"}, follow_redirects=False)
    if path.startswith("/api"):
        assert answer.status_code == 401
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/account/sign-in?back=%2F")
    assert team.get(path, headers={"Accept": "application/json"}, follow_redirects=False).status_code in {401, 303}


def test_signing_in_leads_on_and_signing_out_ends_it(team: TestClient[Any]) -> None:
    done = sign_in(team, "ada")
    assert (done.status_code, done.headers["location"]) == (303, "/review")
    cookie = next(one for one in done.headers.get_list("set-cookie") if one.startswith("login="))
    assert "HttpOnly" in cookie and "samesite=lax" in cookie.lower()
    assert team.get("/review").status_code == 200
    assert "ada" in team.get("/account").text
    held = dict(team.cookies)
    team.post("/account/sign-out", data={"_csrf_token": token_of(team, "/account")})
    assert team.get("/review", follow_redirects=False).status_code == 303
    team.cookies.update(held)
    assert team.get("/review", follow_redirects=False).status_code == 303


def test_others_are_served_while_the_store_says_who_asks(
    team: TestClient[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(team, "ada")
    both_ask, known = Barrier(2, timeout=20), signing.reader_by

    def slow(*args: Any) -> Any:
        both_ask.wait()  # breaks where one request holds up the other
        return known(*args)

    monkeypatch.setattr(signing, "reader_by", slow)
    with ThreadPoolExecutor() as people:
        answers = list(people.map(lambda _: team.get("/account"), range(2)))
    assert [answer.status_code for answer in answers] == [200, 200]


@pytest.mark.parametrize(("name", "password"), [("ada", "wrong horse battery"), ("eve", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(team: TestClient[Any], name: str, password: str) -> None:
    answer = sign_in(team, name, password)
    assert answer.status_code == 401
    assert "Name and password do not belong together." in answer.text
    assert "login" not in team.cookies


def test_guessing_is_slowed_down(team: TestClient[Any]) -> None:
    answers = [sign_in(team, "ada", f"guess number {n:03}").status_code for n in range(12)]
    assert answers[0] == 401 and answers[-1] == 429


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_signing_in_never_leads_elsewhere(team: TestClient[Any], back: str) -> None:
    assert sign_in(team, "ada", back=back).headers["location"] == "/"


def test_a_reader_looks_and_does_not_decide(team: TestClient[Any], fresh_store: Store) -> None:
    sign_in(team, "bo")
    assert team.get("/").status_code == 200
    fact = fresh_store.visits()[0].reports[0].telling
    form = {"ask": "fact", "fact": fact, "choice": "reject", "_csrf_token": token_of(team, "/account")}
    assert team.post("/judgements", data=form).status_code == 403
    assert fresh_store.judgements() == []


def test_what_an_editor_decides_has_the_editors_name(team: TestClient[Any], fresh_store: Store) -> None:
    sign_in(team, "ada")
    fact = fresh_store.visits()[0].reports[0].telling
    form = {"ask": "fact", "fact": fact, "choice": "accept", "_csrf_token": token_of(team, "/account")}
    assert team.post("/judgements", data=form, follow_redirects=False).status_code == 303
    assert [one.who for one in fresh_store.judgements()] == ["ada"]


def test_a_program_shows_its_token(team: TestClient[Any], fresh_store: Store) -> None:
    fresh_store.accounts.sign_in("bo", digest("a token"), now="2024-01-01T00:00:00Z", ends="9999-01-01T00:00:00Z")
    assert team.get("/api/record", headers={"Authorization": "Bearer a token"}).status_code == 200
    assert team.get("/api/record", headers={"Authorization": "Bearer another"}).status_code == 401


def test_a_password_is_kept_as_a_hash_that_only_it_opens() -> None:
    secret = hashed(PASSWORD)
    assert PASSWORD not in secret and secret.startswith("$argon2id$") and secret != hashed(PASSWORD)
    assert is_right(PASSWORD, secret)
    assert not is_right(PASSWORD + "!", secret)
    assert not is_right(PASSWORD, None)
    assert not is_right(PASSWORD, "no hash")


def given(db: str, *words: str, answers: str | None = None) -> Any:
    return CliRunner().invoke(commands, ["account", *words, "--db", db], input=answers)


def test_accounts_are_kept_by_command(fresh_db: str) -> None:
    added = given(fresh_db, "add", "ada", "--role", "editor", "--password-stdin", answers=f"{PASSWORD}\n")
    assert added.output == "ada: added, editor\n"
    assert given(fresh_db, "add", "ada", answers=f"{PASSWORD}\n{PASSWORD}\n").output.endswith("ada: changed, reader\n")
    assert given(fresh_db, "list").output.startswith("ada  reader  since ")
    assert given(fresh_db, "remove", "ada").output == "ada: removed\n"
    assert given(fresh_db, "list").stdout == ""


@pytest.mark.parametrize(
    ("words", "answers", "told"),
    [
        (("add", "ada", "--password-stdin"), "short\n", "found 5 characters; want 10 to 1000"),
        (("add", " ada", "--password-stdin"), f"{PASSWORD}\n", "found the name ' ada'"),
        (("add", "a\x1b[2J", "--password-stdin"), f"{PASSWORD}\n", "printed characters"),
        (("remove", "eve"), "", "found none of that name"),
    ],
)
def test_an_account_that_cannot_be_is_refused(fresh_db: str, words: tuple[str, ...], answers: str, told: str) -> None:
    done = given(fresh_db, *words, answers=answers)
    assert (done.exit_code, told in done.output) == (1, True)
