"""The same plan on a Ray cluster of this machine gives the same files; the cluster is started and stopped here."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("daft", reason="cluster tests: want: pip install 'communique[scale]'")
pytest.importorskip("ray", reason="cluster tests: no Ray found; want: pip install 'communique[scale]'")

from made_inputs import PART, files_of, fill, run

STORE = 100_000_000  # bytes of shared memory
LONGEST = 90  # seconds until the cluster answers


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    until = time.monotonic() + LONGEST
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < until, "the cluster did not start"
            time.sleep(0.2)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster of one node on loopback with two cores, in a folder of its own; stopped afterwards."""
    folder, port = Path("/tmp") / f"cq-ray-{os.getpid()}", free_port()  # its sockets want a short path
    words = ["--head", "--block", f"--port={port}", "--node-ip-address=127.0.0.1", "--num-cpus=2"]
    words += [f"--object-store-memory={STORE}", "--include-dashboard=false", "--disable-usage-stats"]
    words += ["--min-worker-port=0", "--max-worker-port=0", f"--ray-client-server-port={free_port()}"]
    command = [str(Path(sys.executable).parent / "ray"), "start", *words, f"--temp-dir={folder}"]
    log = tmp_path_factory.mktemp("ray") / "log"
    with log.open("wb") as output:
        head = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True)
        try:
            wait_for(port)
            yield f"127.0.0.1:{port}"
        finally:
            os.killpg(head.pid, signal.SIGTERM)
            try:
                head.wait(5)
            except subprocess.TimeoutExpired:
                os.killpg(head.pid, signal.SIGKILL)
                head.wait()
            subprocess.run(["rm", "-rf", str(folder)], check=False)


def test_the_same_plan_gives_the_same_files_on_a_cluster(cluster: str, tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", texts=4)
    here, there = tmp_path / "here", tmp_path / "there"
    run(folder, "--out", here, "--part", PART)
    ended = run(folder, "--out", there, "--part", PART, "--engine", cluster)
    assert ended.returncode == 1 and "1 texts were not read" in ended.stderr, ended.stderr
    assert files_of(there) == files_of(here)
    assert len([name for name in files_of(there) if name.endswith(".parquet")]) > 5
