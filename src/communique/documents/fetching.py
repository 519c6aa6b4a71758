"""Turns an address into the bytes behind it, from the public web only: never from this machine or its network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit

import msgspec

from communique.documents.limits import MAX_PAGE
from communique.errors import DocumentError

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

TIME = 15.0  # seconds for all of it, redirects included
HOPS = 4  # redirects that are followed
_PORTS = {"http": 80, "https": 443}
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
_KINDS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json", *_FEEDS)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Fetched(msgspec.Struct, frozen=True):
    """The bytes of a page or feed; `name` tells by its ending how they are to be read, `url` where they came from."""

    name: str
    data: bytes
    url: str


def is_public(address: Address) -> bool:
    """Whether an address is of the public web; one that wraps another (IPv4 in IPv6) is what it wraps."""
    if isinstance(address, ipaddress.IPv6Address):
        for inner in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
            if inner is not None:
                return is_public(inner)
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast and not address.is_reserved


def fetch(address: str, *, limit: int = MAX_PAGE, allows: Callable[[Address], bool] = is_public) -> Fetched:
    """The bytes at an address of the web, with the address that they came from in the end.

    Each name is looked up once, all its addresses are checked, and the connection goes to the one that was checked;
    the same for each redirect. At most `limit` bytes are taken, in at most TIME seconds.
    Raises: DocumentError: no address of the web, one that is not allowed, or nothing to be had there.
    """
    deadline = time.monotonic() + TIME
    for _ in range(HOPS + 1):
        parts = _parts(address)
        answer, connection = _asked(parts, _checked(parts, allows), deadline)
        try:
            target = answer.getheader("Location")
            if answer.status in {301, 302, 303, 307, 308} and target:
                address = urljoin(address, target)
                continue
            data = _taken(address, answer, limit, deadline)
        except (OSError, http.client.HTTPException) as fault:
            raise DocumentError(f"{address}: found {_told(fault)}; want a page that answers") from fault
        finally:
            connection.close()
        return Fetched(_name(parts, answer), data, address)
    raise DocumentError(f"{address}: found more than {HOPS} redirects; want the address that they lead to")


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError as fault:
        raise DocumentError(f"{address!r}: found no address; want one such as https://example.org/page") from fault
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.password:
        raise DocumentError(f"{address!r}: found no plain address of the web; want http:// or https:// and a host")
    if port not in {None, *_PORTS.values()}:
        raise DocumentError(f"{address!r}: found port {port}; want 80 or 443")
    return parts


def _checked(parts: SplitResult, allows: Callable[[Address], bool]) -> tuple[str, int]:
    """An address and port to connect to: every address that the name has is allowed."""
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise DocumentError(f"{host}: found no such host; want one of the public web") from fault
    numbers = [str(one[4][0]).partition("%")[0] for one in found]
    if not numbers or not all(allows(ipaddress.ip_address(number)) for number in numbers):
        raise DocumentError(f"{host}: found an address that is not public; want one of the public web")
    return numbers[0], port


def _asked(
    parts: SplitResult, to: tuple[str, int], deadline: float
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    host = parts.hostname or ""
    connection = http.client.HTTPConnection(host, to[1])
    try:
        plain = socket.create_connection(to, timeout=_left(deadline))
        context = ssl.create_default_context() if parts.scheme == "https" else None
        connection.sock = context.wrap_socket(plain, server_hostname=host) if context else plain
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Accept": ", ".join(_KINDS), "Accept-Encoding": "identity", "User-Agent": "communique"}
        connection.request("GET", path, headers=headers)
        return connection.getresponse(), connection
    except (OSError, http.client.HTTPException, ValueError) as fault:
        connection.close()
        raise DocumentError(f"{host}: found {_told(fault)}; want a page that answers") from fault


def _taken(address: str, answer: http.client.HTTPResponse, limit: int, deadline: float) -> bytes:
    if answer.status != http.client.OK:
        raise DocumentError(f"{address}: found status {answer.status}; want a page")
    if (kind := answer.headers.get_content_type()) not in _KINDS:
        raise DocumentError(f"{address}: found {kind}; want one of {', '.join(_KINDS)}")
    held, size = [], 0
    while block := answer.read1(65_536):
        _left(deadline)
        held.append(block)
        size += len(block)
        if size > limit:
            raise DocumentError(f"{address}: found more than {limit:,} bytes; want at most that")
    return b"".join(held)


def _name(parts: SplitResult, answer: http.client.HTTPResponse) -> str:
    """A name that tells how the bytes are to be read."""
    endings = {"text/plain": "txt", "text/markdown": "md", "application/json": "json"} | dict.fromkeys(_FEEDS, "xml")
    last = parts.path.rstrip("/").rpartition("/")[2] or parts.hostname or "page"
    return f"{last.partition('.')[0]}.{endings.get(answer.headers.get_content_type(), 'html')}"


def _left(deadline: float) -> float:
    if (left := deadline - time.monotonic()) <= 0:
        raise TimeoutError
    return left


def _told(fault: BaseException) -> str:
    if isinstance(fault, TimeoutError):
        return f"no answer within {TIME:.0f} seconds"
    named: Iterable[object] = (getattr(fault, "reason", None), getattr(fault, "strerror", None), fault)
    return str(next(filter(None, map(str, filter(None, named))), type(fault).__name__)).lower()
