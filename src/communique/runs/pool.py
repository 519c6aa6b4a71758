"""Chunks of texts become results in several processes, in their order, though a process may die of one."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from communique.grammar import keep, save
from communique.records import Document, Failure
from communique.runs.workers import AHEAD, CHUNK_CHARACTERS, CHUNK_TEXTS, Text, failure_of

T = TypeVar("T")
Chunk: TypeAlias = list[Text]


def _work_through(chunk: Chunk, work: Callable[[Text], T]) -> list[T]:
    return [work(text) for text in chunk]


def _chunks(texts: Iterable[Text]) -> Iterator[Chunk]:
    chunk: Chunk = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text.text) if isinstance(text, Document) else 0
        if len(chunk) >= CHUNK_TEXTS or size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class _Started(NamedTuple, Generic[T]):
    chunk: Chunk
    future: Future[list[T]]


class Pool(Generic[T]):
    """Processes that take chunks of texts; made anew when one of them dies."""

    def __init__(self, work: Callable[[Text], T], killed: Callable[[Failure], T], jobs: int) -> None:
        self.work, self.killed, self.jobs = work, killed, jobs
        self.pool = _new_pool(jobs)

    def run(self, texts: Iterable[Text]) -> Iterator[tuple[Text, T]]:
        """Each text with its result, in their order; a few chunks for each process are under way at a time."""
        waiting: deque[_Started[T]] = deque()
        try:
            for chunk in _chunks(texts):
                waiting.append(self._start(chunk))
                if len(waiting) >= AHEAD * self.jobs:
                    yield from self._finish(waiting.popleft())
            while waiting:
                yield from self._finish(waiting.popleft())
        finally:
            self.pool.shutdown(wait=False, cancel_futures=True)

    def _start(self, chunk: Chunk) -> _Started[T]:
        try:
            return _Started(chunk, self.pool.submit(_work_through, chunk, self.work))
        except BrokenProcessPool:
            self.pool = _new_pool(self.jobs)
            return _Started(chunk, self.pool.submit(_work_through, chunk, self.work))

    def _finish(self, started: _Started[T]) -> Iterable[tuple[Text, T]]:
        try:
            return zip(started.chunk, started.future.result(), strict=True)
        except BrokenProcessPool:
            return self._one_by_one(started.chunk)

    def _one_by_one(self, chunk: Chunk) -> Iterator[tuple[Text, T]]:
        """A chunk whose process died, or stood beside one that did: each text alone, to find the one.

        A text is blamed when two processes died of it: one may have been killed from outside.
        """
        pool = _new_pool(1)
        try:
            for text in chunk:
                for _ in range(2):
                    try:
                        result = pool.submit(_work_through, [text], self.work).result()[0]
                        break
                    except BrokenProcessPool:
                        pool = _new_pool(1)
                else:
                    fault = "its reading killed the process; want less memory"
                    result = self.killed(failure_of(text, fault) if isinstance(text, Document) else text)
                yield text, result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _new_pool(jobs: int) -> ProcessPoolExecutor:
    """Processes that start clean, not as copies of this one: copies of one with threads can hang."""
    has_forkserver = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if has_forkserver else "spawn")
    if has_forkserver:
        context.set_forkserver_preload([__name__, "communique.pipeline"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's
    keep()
    Finalize(None, save, exitpriority=1)
