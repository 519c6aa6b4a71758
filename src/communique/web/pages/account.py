"""Signing in and out, where the page has accounts."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect, Template

from communique.web import links
from communique.web.given import GivenLook, GivenSettings, GivenStore
from communique.web.limits import sign_ins
from communique.web.passwords import digest
from communique.web.signing import COOKIE, SIGN_IN, login_cookie, sign_in


class Given(msgspec.Struct, frozen=True):
    """What the form to sign in sends; `back` is the page that was asked for."""

    name: str = ""
    password: str = ""
    back: str = "/"


Form = Annotated[Given, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/")
async def account(look: GivenLook) -> Template:
    """Who is signed in, and the way out."""
    return look.page("account.html")


@get("/sign-in")
async def ask(look: GivenLook, back: FromQuery[str] = "/") -> Template:
    """The form to sign in."""
    return look.page("sign_in.html", back=links.inside(back, "/"), name="", is_wrong=False)


@post("/sign-in", sync_to_thread=True, middleware=[sign_ins()])
def enter(data: Form, store: GivenStore, look: GivenLook, settings: GivenSettings) -> Response[Any]:
    """Signs in, and goes on to the page that was asked for."""
    token = sign_in(store, data.name, data.password)
    if token is None:
        return look.page(
            "sign_in.html", status=401, back=links.inside(data.back, "/"), name=data.name[:100], is_wrong=True
        )
    cookies = [login_cookie(token, is_secure=settings.is_secure)]
    return Redirect(links.inside(data.back, "/"), status_code=303, cookies=cookies)


@post("/sign-out", sync_to_thread=True)
def leave(request: Request[Any, Any, Any], store: GivenStore) -> Redirect:
    """Ends the login, here and in the record."""
    if token := request.cookies.get(COOKIE):
        store.accounts.sign_out(digest(token))
    answer = Redirect(SIGN_IN, status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


router = Router("/account", route_handlers=[account, ask, enter, leave], include_in_schema=False)
