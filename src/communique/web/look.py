"""A request becomes its look: the language, the theme, and what every page shows around its matter."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, get_args
from urllib.parse import parse_qsl

import msgspec
from litestar import Request
from litestar.datastructures import Cookie, MutableScopeHeaders
from litestar.response import Template
from litestar.types import Message, Scope

from communique.web.languages import LANGUAGES, Words, chosen, words_of
from communique.web.links import with_query
from communique.web.readers import Reader, reader_of

Theme: TypeAlias = Literal["light", "dark", "auto"]
Asked: TypeAlias = Request[Any, Any, Any]
A_YEAR = 365 * 24 * 3600  # seconds that a choice of language or theme is kept


class Look(msgspec.Struct, frozen=True):
    """How a page is shown to its reader. `is_part` says that the browser swaps a part into a page it has."""

    words: Words
    theme: Theme
    reader: Reader
    path: str
    query: dict[str, str]
    is_part: bool
    has_accounts: bool = False

    def page(self, template: str, *, part: str | None = None, status: int = 200, **context: Any) -> Template:
        """The answer made of a template of `templates/`, which sees the look, its words as `t`, and the context.

        `part` is the template for a browser that swaps only that into the page it has.
        """
        chosen = part if part and self.is_part else template
        return Template(chosen, context={"look": self, "t": self.words, **context}, status_code=status)

    def here(self, **changed: str | int | None) -> str:
        """The address of this page with parts of its query changed; None takes a part out."""
        return with_query(self.path, **{**self.query, **changed})


def look_of(request: Asked) -> Look:
    """The look of a request, by its address, then its cookies, then what the browser asks for."""
    query = {key: value for key, value in request.query_params.items() if isinstance(value, str)}
    language = chosen(query.get("lang"), request.cookies.get("lang"), request.headers.get("accept-language"))
    return Look(
        words=words_of(language),
        theme=_theme(query.get("theme")) or _theme(request.cookies.get("theme")) or "auto",
        reader=reader_of(request),
        path=request.url.path,
        query={key: value for key, value in query.items() if key not in {"lang", "theme"}},
        is_part=request.headers.get("hx-request-type") == "partial",
        has_accounts=request.app.state.settings.has_accounts,
    )


async def keep_choices(message: Message, scope: Scope) -> None:
    """Keeps the language and the theme that an address asks for, in cookies that hold nothing else."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    headers.setdefault("Vary", "Accept, Accept-Language, Cookie, HX-Request-Type")
    asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    language, theme = asked.get("lang"), _theme(asked.get("theme"))
    for key, value in (("lang", language if language in LANGUAGES else None), ("theme", theme)):
        if value:
            kept = Cookie(key, value=value, max_age=A_YEAR, httponly=True, samesite="lax")
            headers.add("set-cookie", kept.to_header(header=""))


def _theme(value: str | None) -> Theme | None:
    return value if value in get_args(Theme) else None  # type: ignore[return-value]
