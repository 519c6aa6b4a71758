"""Documents become a record: read, saved in portions, linked; a run that was stopped goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

import msgspec

from communique.documents import identify
from communique.records import Document, DocumentInfo, Failure, Reading
from communique.runs.workers import Reader, readings
from communique.store import Entry, Store
from communique.store.outlets import Override, outlet_of, override_of
from communique.store.register import CODEBOOK, register_entries
from communique.visits.model import Source

T = TypeVar("T")
PORTION = 200  # texts in one transaction: what a crash may lose, none of it reported as saved


class Progress(msgspec.Struct, frozen=True):
    """What is safely in the record so far: texts new, read anew and known, those that failed, those read that have no
    day of their own, facts, visits' dyads.
    """

    new: int = 0
    reread: int = 0
    known: int = 0
    failed: int = 0
    undated: int = 0
    facts: int = 0
    linked: int = 0


def ingest(
    store: Store,
    documents: Iterable[Document | Failure],
    read: Reader,
    codebook: str,
    *,
    overrides: Sequence[Override] = (),
    portion: int = PORTION,
    jobs: int = 1,
    told: Callable[[Progress], object] | None = None,
) -> Progress:
    """Reads texts into the record and links them; `told` hears of each portion once it is saved.

    A text saved as read with this codebook is not read again; one read with another codebook is, and keeps its
    judgements. A text that fails becomes a row of `Store.failures`. With several `jobs`, `read` is a function of a
    module, so that other processes can import it.
    Raises: StoreError: the record cannot be written.
    """
    run = _Run(store, read, codebook, partial(outlet_of, overrides=overrides), portion, jobs)
    return run.over(documents, told)


def reread(
    store: Store,
    read: Reader,
    codebook: str,
    *,
    overrides: Sequence[Override] = (),
    jobs: int = 1,
    told: Callable[[Progress], object] | None = None,
) -> Progress:
    """Reads all texts of the record anew with another codebook; visits keep their ids, judgements hold.

    Texts that came without their words (coded registers, imported readings) stay as they are, and each text stays
    with its outlet unless an override says otherwise.
    """
    outlets = {one.id: one.source for one in store.documents()}

    def outlet(info: DocumentInfo) -> Source:
        return (override_of(info, overrides) if overrides else None) or outlets.get(info.id) or outlet_of(info)

    return _Run(store, read, codebook, outlet, PORTION, jobs).over(_saved_texts(store), told)


def apply_sources(store: Store, overrides: Sequence[Override]) -> int:
    """Says anew who published the texts that an override fits; gives how many texts changed hands."""
    heads = [one for one in store.documents() if one.source.kind != "register"]
    infos = {
        one.id: DocumentInfo(id=one.id, source=one.origin, title=one.title, url=one.url, sha256=one.sha256)
        for one in heads
    }
    found = {name: override_of(info, overrides) for name, info in infos.items()}
    changed = store.assign({name: outlet for name, outlet in found.items() if outlet is not None})
    store.settle()
    return changed


def import_register(store: Store) -> Progress:
    """Loads the packaged register of visits to and travels from the United States, up to 2022, as a source."""
    return import_readings(store, ((entry.reading, entry) for entry in register_entries()), CODEBOOK)


def import_readings(
    store: Store,
    readings: Iterable[tuple[Reading | Failure, Entry | None]],
    codebook: str,
    *,
    overrides: Sequence[Override] = (),
    portion: int = 10 * PORTION,
    told: Callable[[Progress], object] | None = None,
) -> Progress:
    """Takes in readings made elsewhere (`communique read --format json`, an export, a run), with their words or
    without; `told` hears of each portion once it is saved. Failures become rows.
    """
    so_far = Progress()
    for batch in _portions(readings, portion):
        entries = [
            entry or Entry(found, outlet_of(found.document, overrides))
            for found, entry in batch
            if isinstance(found, Reading)
        ]
        failures = [found for found, _ in batch if isinstance(found, Failure)]
        so_far = _add(so_far, store, entries, codebook, failures)
        if told:
            told(so_far)
    return msgspec.structs.replace(so_far, linked=store.settle())


class _Run:
    """One ingest: lets those texts pass that are to be read, each once, reads them, and saves portion by portion."""

    def __init__(
        self, store: Store, read: Reader, codebook: str, outlet: Callable[[DocumentInfo], Source], size: int, jobs: int
    ) -> None:
        self.store, self.read, self.codebook, self.outlet = store, read, codebook, outlet
        self.size, self.jobs = size, jobs
        self.known = 0

    def over(self, texts: Iterable[Document | Failure], told: Callable[[Progress], object] | None) -> Progress:
        so_far = Progress()
        for batch in _portions(readings(self.unread(texts), self.read, jobs=self.jobs), self.size):
            entries = [
                Entry(result, self.outlet(result.document), text)
                for text, result in batch
                if isinstance(result, Reading) and isinstance(text, Document)
            ]
            failures = [result for _, result in batch if isinstance(result, Failure)]
            so_far = _add(so_far, self.store, entries, self.codebook, failures)
            if told:
                told(msgspec.structs.replace(so_far, known=so_far.known + self.known))
        linked = self.store.settle()
        so_far = msgspec.structs.replace(so_far, known=so_far.known + self.known, linked=linked)
        if told:
            told(so_far)
        return so_far

    def unread(self, texts: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
        for batch in _portions(texts, self.size):
            documents = {identify(one).id: one for one in batch if isinstance(one, Document)}
            known = self.store.known(documents, self.codebook)
            self.known += len(known)
            yield from (one for one in batch if isinstance(one, Failure))
            yield from (text for name, text in documents.items() if name not in known)


def _add(
    so_far: Progress, store: Store, entries: Sequence[Entry], codebook: str, failures: Sequence[Failure]
) -> Progress:
    saved = store.save(entries, codebook, failures)
    return Progress(
        new=so_far.new + saved.new,
        reread=so_far.reread + saved.reread,
        known=so_far.known + saved.known,
        failed=so_far.failed + len(failures),
        undated=so_far.undated + sum(one.reading.document.published is None for one in entries),
        facts=so_far.facts + saved.facts,
    )


def _saved_texts(store: Store) -> Iterator[Document]:
    for head in store.documents():
        found = store.document(head.id)
        if found.text is not None and found.codebook != CODEBOOK:
            yield Document(
                source=found.origin,
                text=found.text,
                title=found.title,
                url=found.url,
                published=found.published,
                language=found.language,
                author=found.author,
            )


def _portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch
