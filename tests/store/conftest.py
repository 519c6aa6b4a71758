"""The record in both databases: every test that takes `store` or `url` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from communique.store import Store, open_store

NO_DRIVER = "PostgreSQL tests: no driver found; want: pip install 'communique[postgres]'"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server of our own on loopback, in a folder of its own; stopped afterwards."""
    pytest.importorskip("psycopg", reason=NO_DRIVER)
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    found = str(programs[-1]) if programs else shutil.which("pg_ctl")
    if found is None:
        pytest.skip("PostgreSQL tests: no server found; want: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="communique-pg-") as folder:
        yield from _server(Path(found).parent, Path(folder))


def _server(programs: Path, folder: Path) -> Iterator[str]:
    as_user: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data, log = folder / "data", folder / "log"

    def run(program: str, *words: str) -> None:
        done = subprocess.run(
            [*as_user, str(programs / program), *words], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"

    run("initdb", "-D", str(data), "-U", "record", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
    with (folder / "out").open("wb") as out:  # the server keeps its output open: not a pipe, or we wait for ever
        start = [*as_user, str(programs / "pg_ctl"), "-D", str(data), "-l", str(log), "-o", options, "-w", "start"]
        subprocess.run(start, stdout=out, stderr=out, cwd=folder, check=True)
    try:
        yield f"postgresql://record@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes an empty database each time it is called, and gives its address."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"{uuid4().hex}.db")
    psycopg = pytest.importorskip("psycopg", reason=NO_DRIVER)
    server = request.getfixturevalue("postgresql")

    def make() -> str:
        name = f"record_{uuid4().hex}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"{server}/{name}"

    return make


@pytest.fixture
def url(new_url: Callable[[], str]) -> str:
    """The address of an empty database."""
    return new_url()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened
