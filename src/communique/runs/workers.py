"""Texts become results, in their order, in this process or in several.

The results are the same for any number of processes. A text whose reading fails, or kills its process, becomes a
failure; the run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias, TypeVar

from communique.documents import identify
from communique.errors import CommuniqueError, one_line
from communique.records import Document, Failure, Reading

T = TypeVar("T")
Text: TypeAlias = Document | Failure
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
    from communique.runs.pool import Pool  # noqa: PLC0415 - one process needs none of it

    return Pool(work, killed, jobs).run(texts)


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
