"""Parts become files on many cores or many machines: one plan for daft's own runner and for a Ray cluster."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import RunError
from communique.runs.parts import EXTRA, Summary, read_part, summary_of
from communique.runs.plan import Part, Plan

LOCAL = "local"
REACH = 10  # seconds to wait for a cluster to answer
TRIES = 4  # times that the engine may stop without a part done before the run gives up; a text that kills has 2 of them
_PART = msgspec.json.Decoder(Part)
_PLAN = msgspec.json.Decoder(Plan)
_SUMMARY = msgspec.json.Decoder(Summary)


def read_parts(
    plan: Plan, out: Path, *, engine: str = LOCAL, jobs: int = 0, told: Callable[[Summary], object] | None = None
) -> None:
    """Reads all parts of a plan that are not done; `told` hears of each when its files are safe.

    Args:
        plan: as it is saved in `out`.
        out: the folder of the run; for a cluster, one that all its machines share.
        engine: `local`, or the address of a Ray cluster: `ray://HOST:PORT` (Ray client) or `HOST:PORT`.
        jobs: processes; with 0 one for each core of this machine or of the cluster.
        told: called in this process, in the order in which parts are done.

    Raises: RunError: the engine cannot be had or reached, or stops again and again.
    """
    cores = _start(engine)
    left = [part for part in plan.parts if summary_of(part, out) is None]
    stops = 0
    while left:
        fault = _one_go(plan, left, out, engine, jobs or cores, told)
        before, left = len(left), [part for part in left if summary_of(part, out) is None]
        stops = 0 if len(left) < before else stops + 1
        if left and stops >= TRIES:
            raise RunError(
                f"{engine}: stopped {stops} times at {left[0].name}: {fault}; the same command goes on from here"
            )


def _one_go(
    plan: Plan, parts: Sequence[Part], out: Path, engine: str, jobs: int, told: Callable[[Summary], object] | None
) -> str | None:
    """Reads parts until all are done or the engine stops; gives why it stopped. A process that dies stops it."""
    try:
        for summary in _summaries(plan, parts, out, engine, jobs):
            if told:
                told(summary)
    except RunError:
        raise
    except Exception as fault:  # daft and Ray have many; what was done stays done
        words = " ".join(str(fault).split())
        if "RunError" in words:  # raised in a worker, which will raise it again
            raise RunError(words.partition("RunError:")[2].strip()[:400] or words[:400]) from fault
        return f"{type(fault).__name__}: {words[:300]}"
    return None


def _summaries(plan: Plan, parts: Sequence[Part], out: Path, engine: str, jobs: int) -> Iterator[Summary]:
    import daft  # noqa: PLC0415 - an extra

    jobs = min(jobs, len(parts))
    alike = msgspec.json.encode(msgspec.structs.replace(plan, parts=(), failures=()))
    folder = str(out.resolve())

    @daft.cls(use_process=True, max_concurrency=jobs)
    class Reader:
        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)
        def read(self, parts: Any) -> list[str]:
            return [_read(part, alike, folder) for part in parts.to_pylist()]

    rows = daft.from_pydict({"part": [msgspec.json.encode(part).decode() for part in parts]})
    if engine != LOCAL:
        rows = rows.into_partitions(len(parts))
    summary: Any = Reader().read(rows["part"])  # an expression, which runs where daft puts it
    for row in rows.select(summary.alias("summary")).iter_rows(results_buffer_size=jobs):
        yield _SUMMARY.decode(row["summary"])


def _read(part: str, plan: bytes, out: str) -> str:
    """What runs in each process, for one part."""
    summary = read_part(_PART.decode(part), _PLAN.decode(plan), Path(out))
    return msgspec.json.encode(summary).decode()


def _start(engine: str) -> int:
    """Makes the engine the one that daft uses; gives how many cores it has."""
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        import daft  # noqa: PLC0415
        import pyarrow  # noqa: F401, PLC0415
    except ImportError as error:
        raise RunError(EXTRA) from error
    if engine == LOCAL:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        daft.set_runner_native(num_threads=max(2, cores))
        return cores
    try:
        import ray  # noqa: PLC0415
    except ImportError as error:
        raise RunError(EXTRA) from error
    _check_reach(engine)
    try:
        ray.init(address=engine, log_to_driver=False, logging_level=logging.ERROR, ignore_reinit_error=True)
        daft.set_runner_ray(noop_if_initialized=True)
        resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
        return int(resources.get("CPU", 1))
    except Exception as error:  # Ray has no one error for an address without a cluster
        fault = " ".join(str(error).split())[:200]
        raise RunError(f"engine {engine!r}: {fault}; want local, or the address of a Ray cluster") from error


def _check_reach(engine: str) -> None:
    """Raises: RunError: nobody listens at the address. Ray itself would end the whole process after a minute."""
    host, _, port = engine.removeprefix("ray://").rpartition(":")
    if not host or not port.isdigit():
        raise RunError(f"engine {engine!r}: no address; want local, ray://HOST:PORT or HOST:PORT")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=REACH).close()
    except (OSError, OverflowError) as error:
        raise RunError(f"engine {engine!r}: {error}; want local, or the address of a Ray cluster") from error
