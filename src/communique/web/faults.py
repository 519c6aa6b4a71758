"""What goes wrong becomes a page that says so in one line, or the same as JSON for a program."""

from __future__ import annotations

import logging
from typing import Any

from litestar import MediaType, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.types import ExceptionHandlersMap

from communique.errors import CommuniqueError, NotInRecordError, StoreError
from communique.web.look import Asked, look_of
from communique.web.sameness import names_json

_log = logging.getLogger("communique.web")


def wants_json(request: Asked) -> bool:
    """A program asks: it names JSON and not HTML among what it takes."""
    return request.url.path.startswith("/api/") or names_json(request.headers.get("accept", ""))


def fault_page(request: Asked, status: int, detail: str) -> Response[Any]:
    """The answer for something that cannot be shown; `detail` is told as it is, escaped."""
    if wants_json(request):
        return Response({"status": status, "detail": detail}, status_code=status, media_type=MediaType.JSON)
    look = look_of(request)
    return look.page("fault.html", status=status, number=status, detail=detail)


def _not_found(request: Asked, fault: NotInRecordError) -> Response[Any]:
    return fault_page(request, 404, str(fault))


def _store(request: Asked, fault: StoreError) -> Response[Any]:
    _log.error("%s %s: %s", request.method, request.url.path, fault)
    return fault_page(request, 503, "The record cannot be reached just now.")


def _asked_wrongly(request: Asked, fault: CommuniqueError) -> Response[Any]:
    return fault_page(request, 400, str(fault))


def _http(request: Asked, fault: HTTPException) -> Response[Any]:
    answer = fault_page(request, fault.status_code, _wrong_parts(fault) or fault.detail)
    answer.headers.update(fault.headers or {})
    return answer


def _wrong_parts(fault: HTTPException) -> str:
    """Each part of a query that is not of its type, and what was wanted; empty for any other fault."""
    parts = fault.extra if isinstance(fault, ValidationException) and isinstance(fault.extra, list) else []
    return "; ".join(f"{part.get('key', 'query')}: {part['message']}" for part in parts)


def _bug(request: Asked, fault: Exception) -> Response[Any]:
    _log.exception("%s %s", request.method, request.url.path, exc_info=fault)
    return fault_page(request, 500, "An error of this program; it is written to its log.")


HANDLERS: ExceptionHandlersMap = {
    NotInRecordError: _not_found,
    StoreError: _store,
    CommuniqueError: _asked_wrongly,
    HTTPException: _http,
    Exception: _bug,
}
