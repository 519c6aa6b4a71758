"""A program that asks for JSON at the address of a page gets the answer that stands under /api."""

from __future__ import annotations

from typing import Any

from litestar import Litestar
from litestar.datastructures import Headers

API = "/api"
PAGES_ONLY = ("/account", "/static", "/downloads", "/feed", API)


class SameAddresses(Litestar):
    """The page, with one address for people and programs: what is asked for as JSON is answered by its router /api."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answers one request."""
        if scope["type"] == "http" and scope["method"] == "GET" and _is_for_programs(scope):
            scope["path"] = API + (scope["path"] if scope["path"] != "/" else "/record")
        await super().__call__(scope, receive, send)


def names_json(accepted: str) -> bool:
    """Whether an Accept header names JSON and not HTML."""
    return "application/json" in accepted and "text/html" not in accepted


def _is_for_programs(scope: Any) -> bool:
    return not scope["path"].startswith(PAGES_ONLY) and names_json(Headers.from_scope(scope).get("accept", ""))
