"""The whole record becomes JSON Lines, and JSON Lines become an equal record: texts, facts, outlets, judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Literal, TextIO, TypeAlias

import msgspec

from communique.errors import StoreError
from communique.records import BROKEN_JSON, Document, Failure, Reading, to_json
from communique.store import Entry, Store
from communique.visits.model import Judgement, Source

VERSION = 1
_PORTION = 1000  # texts saved in one transaction


class Head(msgspec.Struct, frozen=True, tag_field="record", tag="communique"):
    """The first line: which version of this form the file has."""

    version: int


class Text(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="text"):
    """One text: what was read of it and with which codebook, who publishes it, its words if they are kept."""

    reading: Reading
    source: Source
    codebook: str
    document: Document | None = None


class Failed(msgspec.Struct, frozen=True, tag_field="record", tag="failure"):
    """A text that could not be read."""

    failure: Failure


class Decided(msgspec.Struct, frozen=True, tag_field="record", tag="judgement"):
    """One decision of an editor, withdrawn or not."""

    judgement: Judgement


Line: TypeAlias = Head | Text | Failed | Decided
_LINE: msgspec.json.Decoder[Line] = msgspec.json.Decoder(Line)
What: TypeAlias = Literal["texts", "failures", "judgements", "orphans"]


def export_jsonl(store: Store, file: TextIO) -> int:
    """Writes the record as lines and gives the number of texts: a head, texts by id, failures, judgements by number.

    Visits are not written: they follow from the facts and the judgements. Nor are the facts of older readings.
    """
    file.write(_line(Head(VERSION)))
    count = 0
    for text in _texts(store):
        file.write(_line(text))
        count += 1
    file.writelines(_line(Failed(one)) for one in store.failures())
    file.writelines(_line(Decided(one)) for one in store.judgements(active_only=False))
    return count


def import_jsonl(store: Store, lines: Iterable[str]) -> dict[What, int]:
    """Takes an export into the record, links it, and says how much came; texts that are there already are left alone.

    Judgements are taken in the order of their numbers, those withdrawn are withdrawn again. Into an empty record this
    gives an equal one. `orphans` are judgements on facts of an older reading, which an export does not hold: left out.
    Raises: StoreError: a line is not of this form (which line, what was wanted), or the record cannot be written.
    """
    count: dict[What, int] = {"texts": 0, "failures": 0, "judgements": 0, "orphans": 0}
    decided: list[Judgement] = []
    for codebook, group in groupby(_read(lines), key=lambda line: line.codebook if isinstance(line, Text) else None):
        for batch in _portions(group):
            texts = [line for line in batch if isinstance(line, Text)]
            failures = [line.failure for line in batch if isinstance(line, Failed)]
            decided += [line.judgement for line in batch if isinstance(line, Decided)]
            entries = [Entry(line.reading, line.source, line.document) for line in texts]
            store.save(entries, codebook or "", failures)
            count["texts"] += len(texts)
            count["failures"] += len(failures)
    store.settle()
    known = {_same(one) for one in store.judgements(active_only=False)}
    for one in sorted(decided, key=lambda judgement: judgement.id):
        if _same(one) not in known:
            count["judgements" if _judge(store, one) else "orphans"] += 1
    return count


def _texts(store: Store) -> Iterator[Text]:
    heads = {one.id: one for one in store.documents()}
    for reading in store.readings():
        head = heads[reading.document.id]
        whole = store.document(head.id)
        document = None
        if whole.text is not None:
            document = Document(
                source=whole.origin,
                text=whole.text,
                title=whole.title,
                url=whole.url,
                published=whole.published,
                language=whole.language,
                author=whole.author,
            )
        yield Text(reading=reading, source=head.source, codebook=head.codebook, document=document)


def _judge(store: Store, one: Judgement) -> bool:
    """Keeps a judgement, withdrawn if it was; not if it is on a fact that the record lacks."""
    for fact in filter(None, (one.fact, one.other)):
        try:
            store.fact(fact)
        except StoreError:
            return False
    number = store.judge(msgspec.structs.replace(one, id=0, undone_by=None, undone_when=None))
    if one.undone_when is not None:
        store.undo(number, one.undone_by or one.who, one.undone_when)
    return True


def _same(one: Judgement) -> Judgement:
    return msgspec.structs.replace(one, id=0)


def _read(lines: Iterable[str]) -> Iterator[Line]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = _LINE.decode(line)
        except BROKEN_JSON as fault:
            raise StoreError(f"line {number}: {fault}; want an export of communique, one record a line") from fault
        if isinstance(found, Head):
            if found.version != VERSION:
                raise StoreError(f"line {number}: found version {found.version} of the export; want {VERSION}")
            continue
        yield found


def _portions(lines: Iterable[Line]) -> Iterator[list[Line]]:
    waiting = iter(lines)
    while batch := list(islice(waiting, _PORTION)):
        yield batch


def _line(record: Line) -> str:
    return to_json(record).decode() + "\n"
