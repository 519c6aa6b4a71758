"""Documents become what the `read` command prints, in order, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from communique.cli.layout import Layout, printed
from communique.records import Document, Failure
from communique.runs.workers import CHUNK_TEXTS, Reader, read_safely, results

__all__ = ["CHUNK_TEXTS", "Printed", "Reader", "print_readings"]


class Printed(NamedTuple):
    """What is printed of one text, whether it is a failure, and whether facts were read without a day to lean on."""

    text: bytes
    is_failure: bool
    is_undated: bool = False


def print_readings(
    documents: Iterable[Document | Failure], reader: Reader, layout: Layout, *, jobs: int = 1
) -> Iterator[Printed]:
    """What is printed of each document, in their order: the same bytes for any number of processes.

    Args:
        documents: failures among them are printed as they are.
        reader: a function of a module, so that other processes can import it.
        layout: how to print.
        jobs: processes; with 1 all is done in this one.
    """
    work = partial(_print_one, reader=reader, layout=layout)
    killed = partial(_print_failure, layout=layout)
    return (shown for _, shown in results(documents, work, killed, jobs=jobs))


def _print_one(document: Document | Failure, reader: Reader, layout: Layout) -> Printed:
    outcome = read_safely(document, reader)
    shown = printed(outcome, layout)
    if isinstance(outcome, Failure):
        return Printed(shown, True)
    return Printed(shown, False, bool(outcome.facts) and outcome.document.published is None)


def _print_failure(failure: Failure, layout: Layout) -> Printed:
    return Printed(printed(failure, layout), True)
