"""A request for another host is refused: a page elsewhere must not reach this one under a name of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from litestar.datastructures import Headers
from litestar.exceptions import ClientException
from litestar.types import ASGIApp, Receive, Scope, Send


def only_hosts(hosts: Iterable[str]) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware that answers only requests whose Host header is one of the names, whatever the port."""
    known = frozenset(host.lower() for host in hosts)

    def around(app: ASGIApp) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            if (asked := host_name(Headers.from_scope(scope).get("host", ""))) not in known:
                raise ClientException(f"Found the host {asked!r}; want one of {', '.join(sorted(known))}.")
            await app(scope, receive, send)

        return answer

    return around


def host_name(header: str) -> str:
    """The name in a Host header, in small letters, without its port: `[::1]:8000` is `[::1]`."""
    name, colon, port = header.strip().lower().rpartition(":")
    return name if colon and port.isdigit() else header.strip().lower()
