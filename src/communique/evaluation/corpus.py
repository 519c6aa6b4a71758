"""Files of texts or of readings → visit facts with their days, and the texts that were read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from communique.documents import open_documents
from communique.errors import DocumentError
from communique.evaluation.causes import Text
from communique.evaluation.register import VisitTold, first_day
from communique.evaluation.told import Told, facts_told
from communique.records import BROKEN_JSON, Document, Failure, Reading


class Corpus(NamedTuple):
    """Every visit fact, every dated text, and the texts that could not be read."""

    visits: tuple[VisitTold, ...]
    texts: tuple[Text, ...]
    failures: tuple[Failure, ...] = ()


class _Head(msgspec.Struct, frozen=True):
    published: str | None = None


class _Line(msgspec.Struct, frozen=True):
    """A reading, or (without facts) the row of a text that could not be read."""

    document: _Head
    facts: tuple[Told, ...] = ()


def is_readings(path: Path) -> bool:
    """Whether a file holds readings (JSON Lines with a `document` each), by its first line."""
    if not path.is_file() or path.suffix not in {".jsonl", ".ndjson"}:
        return False
    with path.open("rb") as file:
        return file.readline(65_536).lstrip().startswith(b'{"document":')


def load_readings(path: Path) -> Iterator[VisitTold]:
    """The visit facts of a file of readings. Raises: DocumentError: a line is no reading."""
    decoder = msgspec.json.Decoder(_Line)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                reading = decoder.decode(line)
            except BROKEN_JSON as fault:
                raise DocumentError(f"{path}:{number}: {fault}; want a reading on each line") from fault
            yield from _visits(reading.facts, reading.document.published)


def read_corpus(paths: Sequence[Path], reader: Callable[[Document], Reading]) -> Corpus:
    """The visits that stand in files of readings, or, without any, that a reader finds in the texts."""
    given = [path for path in paths if is_readings(path)]
    visits = [visit for path in given for visit in load_readings(path)]
    texts: list[Text] = []
    failures: list[Failure] = []
    rest = [str(path) for path in paths if path not in given]
    for document in open_documents(rest) if rest else ():
        if isinstance(document, Failure):
            failures.append(document)
            continue
        if published := first_day(document.published):
            texts.append(Text(published, f"{document.title or ''}\n{document.text}"))
        if not given:
            visits += _visits(facts_told(reader(document)), document.published)
    return Corpus(tuple(visits), tuple(texts), tuple(failures))


def _visits(facts: Iterable[Told], published: str | None) -> list[VisitTold]:
    day = first_day(published)
    return [VisitTold(fact, day) for fact in facts if fact.kind == "visit"]
