"""A kill of the driver or of a process that reads, at any moment, leaves a folder that the same command completes.

Three kills of each; `COMMUNIQUE_KILLS=100 pytest tests/runs/test_killed_runs.py` for a hundred.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("daft", reason="run tests: want: pip install 'communique[scale]'")

from made_inputs import COMMAND, PART, files_of, fill, run

KILLS = int(os.environ.get("COMMUNIQUE_KILLS", "3"))
PROC = Path("/proc")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("input") / "texts")


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of a run that nobody disturbed, and how many seconds it took, as their names and hashes."""
    out = tmp_path_factory.mktemp("runs") / "out"
    run(folder, "--out", out, "--part", PART)
    return files_of(out)


def below(process: int) -> list[int]:
    """The processes that a process has started, and those that these have."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [process]
    while waiting:
        waiting = [child for one in waiting for child in children.get(one, ())]
        found += waiting
    return found


def disturbed(folder: Path, out: Path, kill: Callable[[subprocess.Popen[bytes]], None], chance: random.Random) -> int:
    """Starts a run, waits for its first parts (so that the kill meets it at work), kills; gives how it ended."""
    command = [*COMMAND, "run", str(folder), "--out", str(out), "--part", PART]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        goal = len(list(out.glob("parts/*.json"))) + chance.randint(0, 3)
        while child.poll() is None and len(list(out.glob("parts/*.json"))) < goal:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.3))
        kill(child)
        return child.wait()


def kill_driver(child: subprocess.Popen[bytes]) -> None:
    readers = below(child.pid)
    child.kill()
    for reader in readers:  # as when the machine goes
        try:
            os.kill(reader, signal.SIGKILL)
        except ProcessLookupError:
            continue


def finish(folder: Path, out: Path, whole: dict[str, str]) -> None:
    ended = run(folder, "--out", out, "--part", PART)
    assert ended.returncode == 1 and "1 texts were not read" in ended.stderr, ended.stderr
    assert files_of(out) == whole


def test_a_killed_run_goes_on_and_ends_with_the_same_files(folder: Path, whole: dict[str, str], tmp_path: Path) -> None:
    chance = random.Random(4)
    for at in range(KILLS):
        out = tmp_path / f"out{at // 3}"  # three kills of one run, then it is let end
        disturbed(folder, out, kill_driver, chance)
        if at % 3 == 2 or at == KILLS - 1:
            finish(folder, out, whole)


@pytest.mark.skipif(not PROC.is_dir(), reason="finding the processes of a run: no /proc found; want Linux")
def test_a_killed_process_is_replaced_and_the_run_ends_with_the_same_files(
    folder: Path, whole: dict[str, str], tmp_path: Path
) -> None:
    chance = random.Random(5)

    def kill_one(child: subprocess.Popen[bytes]) -> None:
        readers = below(child.pid)
        if readers:
            os.kill(chance.choice(readers), signal.SIGKILL)

    for at in range(-(-KILLS // 2)):
        out = tmp_path / f"out{at}"
        assert disturbed(folder, out, kill_one, chance) in (0, 1)  # 1: the broken row; the run went on by itself
        assert files_of(out) == whole
