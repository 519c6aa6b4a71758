"""The command `communique serve`: the record as pages in a browser, on this machine unless told otherwise."""

from __future__ import annotations

import errno
import ipaddress
import socket
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

import click

from communique.cli import options
from communique.cli.record import user_name
from communique.errors import CommuniqueError

if TYPE_CHECKING:
    from communique.records import Document, Failure
    from communique.store import Store
    from communique.web.settings import Dropped, Handed, ReadText, Settings

TEXTS_AT_ONCE = 20  # texts of one dropped file that are read while somebody waits
HAND_OVER = 0.001  # seconds that a page being made may hold up the next; Python's own 0.005 doubles what readers wait
PACKED = 10  # bytes that a dropped byte may unpack to: prose packs 3 to 5 times


@options.db
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ADDRESS",
    help="Address to listen on; another than this machine's own needs accounts.",
)
@click.option(
    "--port", type=options.Number(min=0, max=65535), default=8000, help="Port to listen on; 0 takes a free one."
)
@click.option(
    "--name", multiple=True, metavar="NAME", help="A further name that browsers call the page by. May be repeated."
)
@click.option("--https", is_flag=True, help="Readers come by https, through a proxy: cookies travel by it alone.")
@click.option(
    "--rate",
    type=options.Number(min=0),
    default=600,
    help="Requests of programs, uploads and decisions a minute from one address; 0 for no bound.",
)
@click.option(
    "--fetch", is_flag=True, help="Let readers have the text at an address of the public web fetched and read."
)
def serve(*, db: str, host: str, port: int, name: Sequence[str], https: bool, rate: int, fetch: bool) -> None:
    """Open the record as pages in a browser: search, visits, the words behind each cell.

    Only this machine can reach them, unless the record has accounts and --host says otherwise. Ends with Ctrl-C.
    """
    _refuse_without_extra()
    from communique.store import open_store  # noqa: PLC0415 - usage errors need no store
    from communique.web.settings import LOOPBACK, Settings  # noqa: PLC0415

    is_loopback = _is_loopback(host)
    with open_store(db, is_there=True) as store, _listening(host, port) as listener:
        has_accounts = bool(store.accounts.all())
        if not is_loopback and not has_accounts:
            raise CommuniqueError(
                f"--host {host}: found no accounts in {db}; want one (communique account add), or --host 127.0.0.1"
            )
        if due := store.pending():
            click.echo(f"communique: the visits of {due:,} pairs of countries are due; computing them", err=True)
            store.settle()
        address, taken = listener.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        who = "whoever signs in" if has_accounts else "without accounts, for this machine only"
        click.echo(f"communique: {db} at http://{shown}:{taken}/ ({who}; Ctrl-C ends)")
        hosts = (*name, *(() if is_loopback else (shown,)))
        settings = Settings(
            hosts=LOOPBACK + hosts,
            editor=None if has_accounts else user_name(None),
            has_accounts=has_accounts,
            is_secure=https,
            fetch=_fetched if fetch else None,
            a_minute=rate or None,
        )
        _run(store, listener, settings)


def handed() -> Handed:
    """What the reading wing hands to the page."""
    from communique import pipeline  # noqa: PLC0415 - slow
    from communique.web.settings import Handed  # noqa: PLC0415 - needs the extra

    return Handed(open=_open, read=pipeline.read_document, why=pipeline.why, keep=_keep)


def _run(store: Store, listener: socket.socket, settings: Settings) -> None:
    import uvicorn  # noqa: PLC0415 - needs the extra

    from communique.web.app import create_app  # noqa: PLC0415

    app = create_app(store, handed=handed(), settings=settings)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, timeout_keep_alive=15)
    sys.setswitchinterval(HAND_OVER)
    uvicorn.Server(config).run(sockets=[listener])


def _refuse_without_extra() -> None:
    for module in ("litestar", "uvicorn", "babel", "argon2"):
        if find_spec(module) is None:
            raise CommuniqueError(f"serve: found no {module}; want: pip install 'communique[web]'")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError as fault:
        raise CommuniqueError(f"--host {host}: found no address; want one such as 127.0.0.1 or ::1") from fault


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises: CommuniqueError: the port is taken, or not for us."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # named as TCP, else asyncio leaves Nagle's algorithm on, and an answer's last bytes wait 40 ms for the browser
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # a browser that comes before the page is ready waits
    except OSError as fault:
        listener.close()
        is_taken = fault.errno == errno.EADDRINUSE
        found = f"port {port} in use" if is_taken else (fault.strerror or str(fault)).lower()
        raise CommuniqueError(f"--host {host} --port {port}: found {found}; want a free one, or --port 0") from fault
    return listener


def _fetched(address: str) -> Dropped:
    from communique.documents.fetching import fetch  # noqa: PLC0415 - seldom
    from communique.web.settings import UPLOAD_LIMIT, Dropped  # noqa: PLC0415 - needs the extra

    found = fetch(address, limit=UPLOAD_LIMIT)
    return Dropped(name=found.name, data=found.data, url=found.url)


def _open(dropped: Dropped) -> Sequence[Document | Failure]:
    from communique.documents import open_bytes  # noqa: PLC0415 - slow
    from communique.documents.identity import failed  # noqa: PLC0415

    limit = PACKED * len(dropped.data)
    found = open_bytes(dropped.name, dropped.data, published=dropped.published, url=dropped.url, limit=limit)
    texts = list(islice(found, TEXTS_AT_ONCE))
    if next(found, None) is not None:
        texts.append(failed(dropped.name, f"more than {TEXTS_AT_ONCE} texts; want fewer at once, or communique ingest"))
    return texts


def _keep(store: Store, texts: Sequence[ReadText]) -> Sequence[str]:
    from communique.runs.edition import edition  # noqa: PLC0415 - slow
    from communique.store import Entry  # noqa: PLC0415
    from communique.store.outlets import outlet_of  # noqa: PLC0415

    entries = [Entry(one.reading, outlet_of(one.reading.document), one.document) for one in texts]
    store.save(entries, edition())
    store.settle()
    return [one.reading.document.id for one in texts]
