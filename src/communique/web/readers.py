"""A request becomes its reader: who asks, and what they may do."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler

from communique.web.settings import Settings


class Reader(msgspec.Struct, frozen=True):
    """Who asks. A role of None may look at what is public; `reader` at all; `editor` also decides."""

    name: str | None = None
    role: Literal["reader", "editor"] | None = None

    @property
    def is_editor(self) -> bool:
        """May correct the record and add to it."""
        return self.role == "editor"


def reader_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Reader:
    """The reader of a request: the one signed in; where the page has no accounts, the editor of the settings."""
    known = connection.scope.get("user")
    if isinstance(known, Reader):
        return known
    settings: Settings = connection.app.state.settings
    return Reader(settings.editor, "editor" if settings.editor else None)


def editors_only(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard for what changes the record.

    Raises: NotAuthorizedException: nobody is signed in; PermissionDeniedException: a reader without that role.
    """
    reader = reader_of(connection)
    if reader.role is None:
        raise NotAuthorizedException("Sign in as an editor to change the record.")
    if not reader.is_editor:
        raise PermissionDeniedException("Only editors change the record.")
