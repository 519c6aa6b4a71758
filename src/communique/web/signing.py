"""A login that a browser holds, or a program sends, becomes the reader of the request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.datastructures import Cookie
from litestar.exceptions import NotAuthorizedException
from litestar.response import Redirect
from litestar.types import ASGIApp, Receive, Scope, Send

from communique.store import Store, utc_now
from communique.web.faults import wants_json
from communique.web.passwords import digest, is_right, new_token
from communique.web.readers import Reader

COOKIE = "login"
HOURS = 12  # that a login lasts: a working day
SIGN_IN = "/account/sign-in"
OPEN = ("/account/sign-in", "/static/")
"""What somebody sees who has not signed in: the beginnings of paths."""


def signed_in_only(store: Store) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware for a page with accounts: it knows who asks, and sends everybody else to sign in."""

    def around(app: ASGIApp) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            request: Request[Any, Any, Any] = Request(scope)
            token = _token(request)  # the store may lie across a network: others are served while it is asked
            reader = await sync_to_thread(reader_by, store, token, utc_now()) if token else None
            scope["user"] = reader or Reader()
            if reader is None and not request.url.path.startswith(OPEN):
                if wants_json(request):
                    raise NotAuthorizedException("Found no login; want Authorization: Bearer TOKEN, or to sign in.")
                await _sent_away(request)(scope, receive, send)
                return
            await app(scope, receive, send)

        return answer

    return around


def reader_by(store: Store, token: str, at: str) -> Reader | None:
    """Whose token it is at a time (RFC 3339, UTC); None for nobody's."""
    account = store.accounts.signed_in(digest(token), now=at)
    return Reader(account.name, account.role) if account else None


def sign_in(store: Store, name: str, password: str, *, lasting: timedelta = timedelta(hours=HOURS)) -> str | None:
    """The token of a new login; None where name and password do not belong together."""
    account = store.accounts.find(name)
    if not is_right(password, account.secret if account else None):
        return None
    token = new_token()
    store.accounts.sign_in(name, digest(token), now=utc_now(), ends=utc_now(lasting))
    return token


def login_cookie(token: str, *, is_secure: bool) -> Cookie:
    """The cookie that holds a login until the browser closes, at most as long as the login lasts."""
    return Cookie(COOKIE, value=token, path="/", httponly=True, samesite="lax", secure=is_secure, max_age=HOURS * 3600)


def _token(request: Request[Any, Any, Any]) -> str | None:
    scheme, _, sent = request.headers.get("authorization", "").partition(" ")
    return sent.strip() if scheme.lower() == "bearer" else request.cookies.get(COOKIE)


def _sent_away(request: Request[Any, Any, Any]) -> ASGIApp:
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    redirect = Redirect(f"{SIGN_IN}?back={quote(back, safe='')}", status_code=303)
    return redirect.to_asgi_response(app=None, request=request)
