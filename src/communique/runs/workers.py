"""Texts become results, in their order, in this process or in several.

The results are the same for any number of processes. A text whose reading fails, or kills its process, becomes a
failure; the run goes on.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from communique.documents import identify
from communique.errors import CommuniqueError, one_line
from communique.records import Document, Failure, Reading

T = TypeVar("T")
Text: TypeAlias = Document | Failure
Chunk: TypeAlias = list[Text]
Reader: TypeAlias = Callable[[Document], Reading | Failure]

CHUNK_TEXTS = 64  # texts sent to a process at a time: enough that sending costs little
CHUNK_CHARACTERS = 400_000  # or as many characters: long texts are spread over the processes
AHEAD = 3  # chunks in flight for each process: none waits, and memory stays bounded


def results(
    texts: Iterable[Text], work: Callable[[Text], T], killed: Callable[[Failure], T], *, jobs: int = 1
) -> Iterator[tuple[Text, T]]:
    """Each text with what `work` makes of it, in their order.

    Args:
        texts: documents, and failures that are handed on like them.
        work: a function of a module (or a `partial` of one), so that other processes can import it; raises nothing.
        killed: what becomes of a text whose work killed its process.
        jobs: processes; with 1 all is done in this one.
    """
    if jobs == 1:
        return ((text, work(text)) for text in texts)
    return _Pool(work, killed, jobs).run(texts)


def readings(texts: Iterable[Text], reader: Reader, *, jobs: int = 1) -> Iterator[tuple[Text, Reading | Failure]]:
    """Each text with its reading, or with the failure that says why it has none."""
    return results(texts, partial(read_safely, reader=reader), _itself, jobs=jobs)


def read_safely(text: Text, reader: Reader) -> Reading | Failure:
    """The reading of a text; whatever is wrong with one text is its failure, and must not end a run over millions."""
    if isinstance(text, Failure):
        return text
    try:
        return reader(text)
    except CommuniqueError as fault:
        return Failure(document=identify(text), error=one_line(str(fault)))
    except Exception as fault:  # the one border
        return failure_of(text, f"{type(fault).__name__}: {fault}; want it reported as a bug")


def failure_of(text: Document, fault: str) -> Failure:
    """The failure of a text, on one line."""
    return Failure(document=identify(text), error=one_line(f"{text.source}: {fault}"))


def _itself(failure: Failure) -> Failure:
    return failure


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


class _Pool(Generic[T]):
    """Processes that take chunks of texts; made anew when one of them dies."""

    def __init__(self, work: Callable[[Text], T], killed: Callable[[Failure], T], jobs: int) -> None:
        self.work, self.killed, self.jobs = work, killed, jobs
        self.pool = _new_pool(jobs)

    def run(self, texts: Iterable[Text]) -> Iterator[tuple[Text, T]]:
        waiting: deque[_Started[T]] = deque()
        try:
            for chunk in _chunks(texts):
                waiting.append(self.start(chunk))
                if len(waiting) >= AHEAD * self.jobs:
                    yield from self.finish(waiting.popleft())
            while waiting:
                yield from self.finish(waiting.popleft())
        finally:
            self.pool.shutdown(wait=False, cancel_futures=True)

    def start(self, chunk: Chunk) -> _Started[T]:
        try:
            return _Started(chunk, self.pool.submit(_work_through, chunk, self.work))
        except BrokenProcessPool:
            self.pool = _new_pool(self.jobs)
            return _Started(chunk, self.pool.submit(_work_through, chunk, self.work))

    def finish(self, started: _Started[T]) -> Iterable[tuple[Text, T]]:
        try:
            return zip(started.chunk, started.future.result(), strict=True)
        except BrokenProcessPool:
            return self.one_by_one(started.chunk)

    def one_by_one(self, chunk: Chunk) -> Iterator[tuple[Text, T]]:
        """A chunk whose process died, or stood beside one that did: each text alone, to find the one."""
        pool = _new_pool(1)
        try:
            for text in chunk:
                try:
                    yield text, pool.submit(_work_through, [text], self.work).result()[0]
                except BrokenProcessPool:
                    fault = "its reading killed the process; want less memory"
                    yield text, self.killed(failure_of(text, fault) if isinstance(text, Document) else text)
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
