"""The app of a record under test, and a server for it on loopback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import uvicorn
from litestar import Litestar

from communique.cli.serve import handed
from communique.store import Store
from communique.web.app import create_app
from communique.web.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2023, 12, 15)  # of the page under test: eleven days after the visit that the examples tell of most
SETTINGS = Settings(hosts=("127.0.0.1", "testserver.local"), editor="ada", today=lambda: TODAY)


def app_of(store: Store, settings: Settings = SETTINGS) -> Litestar:
    return create_app(store, handed=handed(), settings=settings)


@contextmanager
def served(app: Litestar) -> Iterator[str]:
    """The address of an app that is served on a free port of loopback, until the block ends."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()  # a browser that comes before the server is ready waits
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=2)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)
