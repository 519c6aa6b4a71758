"""Documents become a record: read, saved in portions, linked; a run that was stopped goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

import msgspec

from communique.documents import identify
from communique.errors import CommuniqueError
from communique.records import Document, DocumentInfo, Failure, Reading
from communique.store import Entry, Store
from communique.store.outlets import Override, outlet_of
from communique.store.register import CODEBOOK, register_entries

T = TypeVar("T")
PORTION = 200  # texts in one transaction: what a crash may lose, none of it reported as saved


class Progress(msgspec.Struct, frozen=True):
    """What is safely in the record so far: texts new, read anew and known, those that failed, facts, visits' dyads."""

    new: int = 0
    reread: int = 0
    known: int = 0
    failed: int = 0
    facts: int = 0
    linked: int = 0


def ingest(
    store: Store,
    documents: Iterable[Document | Failure],
    read: Callable[[Document], Reading | Failure],
    codebook: str,
    *,
    overrides: Sequence[Override] = (),
    portion: int = PORTION,
    told: Callable[[Progress], object] | None = None,
) -> Progress:
    """Reads texts into the record and links them; `told` hears of each portion once it is saved.

    A text saved as read with this codebook is not read again; one read with another codebook is, and keeps its
    judgements. A text that fails becomes a row of `Store.failures`.
    Raises: StoreError: the record cannot be written.
    """
    so_far = Progress()
    for batch in _portions(documents, portion):
        so_far = _save(store, batch, _Reader(read, codebook, overrides), so_far)
        if told:
            told(so_far)
    so_far = msgspec.structs.replace(so_far, linked=store.settle())
    if told:
        told(so_far)
    return so_far


def reread(
    store: Store,
    read: Callable[[Document], Reading | Failure],
    codebook: str,
    *,
    overrides: Sequence[Override] = (),
    told: Callable[[Progress], object] | None = None,
) -> Progress:
    """Reads all texts of the record anew with another codebook; visits keep their ids, judgements hold.

    Texts that came without their words (coded registers, imported readings) stay as they are.
    """
    return ingest(store, _saved_texts(store), read, codebook, overrides=overrides, told=told)


def apply_sources(store: Store, overrides: Sequence[Override]) -> int:
    """Says anew who published each text, after the file of sources was edited; gives how many texts changed hands."""
    heads = [one for one in store.documents() if one.source.kind != "register"]
    infos = {
        one.id: DocumentInfo(id=one.id, source=one.origin, title=one.title, url=one.url, sha256=one.sha256)
        for one in heads
    }
    changed = store.assign({name: outlet_of(info, overrides) for name, info in infos.items()})
    store.settle()
    return changed


def import_register(store: Store) -> Progress:
    """Loads the packaged register of visits to and travels from the United States, up to 2022, as a source."""
    return import_readings(store, ((entry.reading, entry) for entry in register_entries()), CODEBOOK)


def import_readings(
    store: Store,
    readings: Iterable[tuple[Reading, Entry | None]],
    codebook: str,
    *,
    overrides: Sequence[Override] = (),
    portion: int = 10 * PORTION,
) -> Progress:
    """Takes in readings made elsewhere (`communique read --format json`, an export), with their words or without."""
    so_far = Progress()
    for batch in _portions(readings, portion):
        entries = [entry or Entry(reading, outlet_of(reading.document, overrides)) for reading, entry in batch]
        so_far = _add(so_far, store, entries, codebook, ())
    return msgspec.structs.replace(so_far, linked=store.settle())


class _Reader(NamedTuple):
    """How texts are read, and whose they are."""

    read: Callable[[Document], Reading | Failure]
    codebook: str
    overrides: Sequence[Override]

    def entry(self, text: Document) -> Entry | Failure:
        try:
            result = self.read(text)
        except CommuniqueError as fault:
            return Failure(document=identify(text), error=str(fault))
        if isinstance(result, Failure):
            return result
        return Entry(result, outlet_of(result.document, self.overrides), text)


def _save(store: Store, batch: Sequence[Document | Failure], reader: _Reader, so_far: Progress) -> Progress:
    texts = {identify(one).id: one for one in batch if isinstance(one, Document)}
    known = store.known(texts, reader.codebook)
    results = [reader.entry(text) for name, text in texts.items() if name not in known]
    failures = [one for one in (*batch, *results) if isinstance(one, Failure)]
    entries = [one for one in results if isinstance(one, Entry)]
    so_far = msgspec.structs.replace(so_far, known=so_far.known + len(known))
    return _add(so_far, store, entries, reader.codebook, failures)


def _add(
    so_far: Progress, store: Store, entries: Sequence[Entry], codebook: str, failures: Sequence[Failure]
) -> Progress:
    saved = store.save(entries, codebook, failures)
    return Progress(
        new=so_far.new + saved.new,
        reread=so_far.reread + saved.reread,
        known=so_far.known + saved.known,
        failed=so_far.failed + len(failures),
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
