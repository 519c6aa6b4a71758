"""Turns documents into what the `read` command prints, in order, in this process or in several.

The bytes are the same for any number of processes. A text whose reading fails, or kills its process, becomes
a failure row; the run goes on.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple, TypeAlias

from communique.cli.layout import Layout, printed
from communique.documents import identify
from communique.records import Document, Failure, Reading

Reader: TypeAlias = Callable[[Document], Reading]
Chunk: TypeAlias = list[Document | Failure]

CHUNK_TEXTS = 64  # texts sent to a process at a time: enough that sending costs little
CHUNK_CHARACTERS = 400_000  # or as many characters: long texts are spread over the processes
AHEAD = 3  # chunks in flight for each process: none waits, and memory stays bounded


class Printed(NamedTuple):
    """What is printed of one text, and whether it is a failure."""

    text: bytes
    is_failure: bool


def print_readings(
    documents: Iterable[Document | Failure], reader: Reader, layout: Layout, *, jobs: int = 1
) -> Iterator[Printed]:
    """What is printed of each document, in their order.

    Args:
        documents: failures among them are printed as they are.
        reader: a function of a module, so that other processes can import it.
        layout: how to print.
        jobs: processes; with 1 all is done in this one.
    """
    if jobs == 1:
        return (_print_one(document, reader, layout) for document in documents)
    return _from_processes(_chunks(documents), reader, layout, jobs)


def _print_one(document: Document | Failure, reader: Reader, layout: Layout) -> Printed:
    if isinstance(document, Failure):
        return Printed(printed(document, layout), True)
    try:
        reading = reader(document)
    except Exception as fault:  # the one border: whatever is wrong with one text must not end a run over millions
        return _print_failure(document, f"{type(fault).__name__}: {fault}; want it reported as a bug", layout)
    return Printed(printed(reading, layout), False)


def _print_failure(document: Document, fault: str, layout: Layout) -> Printed:
    failure = Failure(document=identify(document), error=" ".join(f"{document.source}: {fault}".split()))
    return Printed(printed(failure, layout), True)


def _print_chunk(chunk: Chunk, reader: Reader, layout: Layout) -> list[Printed]:
    return [_print_one(document, reader, layout) for document in chunk]


def _chunks(documents: Iterable[Document | Failure]) -> Iterator[Chunk]:
    chunk: Chunk = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text) if isinstance(document, Document) else 0
        if len(chunk) >= CHUNK_TEXTS or size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class _Started(NamedTuple):
    chunk: Chunk
    pool: ProcessPoolExecutor
    future: Future[list[Printed]]


def _from_processes(chunks: Iterator[Chunk], reader: Reader, layout: Layout, jobs: int) -> Iterator[Printed]:
    pool = _new_pool(jobs)
    waiting: deque[_Started] = deque()

    def start(chunk: Chunk) -> _Started:
        nonlocal pool
        try:
            return _Started(chunk, pool, pool.submit(_print_chunk, chunk, reader, layout))
        except BrokenProcessPool:
            pool = _new_pool(jobs)
            return _Started(chunk, pool, pool.submit(_print_chunk, chunk, reader, layout))

    def finish(started: _Started) -> Iterable[Printed]:
        try:
            return started.future.result()
        except BrokenProcessPool:
            return _one_by_one(started.chunk, reader, layout)

    try:
        for chunk in chunks:
            waiting.append(start(chunk))
            if len(waiting) >= AHEAD * jobs:
                yield from finish(waiting.popleft())
        while waiting:
            yield from finish(waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(chunk: Chunk, reader: Reader, layout: Layout) -> Iterator[Printed]:
    """A chunk whose process died, or stood beside one that did: each text alone, to find the one."""
    pool = _new_pool(1)
    try:
        for document in chunk:
            try:
                yield from pool.submit(_print_chunk, [document], reader, layout).result()
            except BrokenProcessPool:
                if isinstance(document, Document):
                    yield _print_failure(document, "its reading killed the process; want less memory", layout)
                pool = _new_pool(1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _new_pool(jobs: int) -> ProcessPoolExecutor:
    """Processes that start clean, not as copies of this one: copies of one with threads can hang."""
    has_forkserver = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if has_forkserver else "spawn")
    if has_forkserver:
        context.set_forkserver_preload([__name__, "communique.pipeline"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
