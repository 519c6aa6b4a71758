"""A folder of texts with gold beside them, and the reader or a file of its answers → a score by kind.

Layout: `NAME.gold.json` beside `NAME.txt`; or the text is the file that the gold's `document` names, in the
same folder or in another one. Of a gold file, `document`, `published`, `url` and `facts` are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

from communique.documents import open_documents
from communique.errors import DocumentError, one_line
from communique.evaluation.score import Compared, Tally, compare, tally, total
from communique.evaluation.told import KINDS, Told, facts_told, quote_of
from communique.records import BROKEN_JSON, Document, Failure, Reading

Reader: TypeAlias = Callable[[Document], Reading]


class Gold(msgspec.Struct, frozen=True):
    """A gold file as it stands on disk."""

    facts: tuple[Told, ...]
    document: str | None = None
    published: str | None = None
    url: str | None = None


class Case(NamedTuple):
    """One text, what a careful reader found in it, and the name by which its answers are known."""

    name: str
    document: Document
    facts: tuple[Told, ...]


class CaseScore(NamedTuple):
    """One text held against its gold, by kind."""

    name: str
    by_kind: Mapping[str, Compared]


def load_cases(folder: Path, *, texts: Path | None = None) -> tuple[Case, ...]:
    """The cases of a gold folder, by file name.

    Raises: DocumentError: there is no gold, a gold file is broken, or its text is missing.
    """
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        raise DocumentError(f"{folder}: no gold found; want files named NAME.gold.json")
    return tuple(_case(path, texts or folder) for path in paths)


def read_cases(cases: Iterable[Case], reader: Reader) -> dict[str, tuple[Told, ...]]:
    """What a reader finds in each case, by case name."""
    return {case.name: facts_told(reader(case.document)) for case in cases}


def load_answers(path: Path) -> dict[str, tuple[Told, ...]]:
    """The facts of `communique read --format json`, by the stem of their source's file name.

    Raises: DocumentError: a line is no reading.
    """
    return {_answer_name(line.document): line.facts for line in _answer_lines(path)}


def score_cases(cases: Iterable[Case], answers: Mapping[str, Sequence[Told]]) -> tuple[CaseScore, ...]:
    """Each case held against the answers for it; a case without an answer counts as one with no facts."""
    return tuple(
        CaseScore(
            case.name,
            {kind: compare(kind, answers.get(case.name, ()), case.facts, case.document.text) for kind in KINDS},
        )
        for case in cases
    )


def tally_kinds(scores: Sequence[CaseScore]) -> dict[str, Tally]:
    """Counts by kind over all cases, and of `all` kinds together."""
    kinds = {kind: total(tally(score.by_kind[kind]) for score in scores) for kind in KINDS}
    return {**kinds, "all": total(kinds.values())}


def score_table(tallies: Mapping[str, Tally]) -> str:
    """The scores as a table: a kind a line; found and gold are counts, the rest shares of 1."""
    lines = [f"{'kind':14}{'found':>7}{'gold':>7}   loose P    R    F1   strict P    R    F1"]
    for kind, counts in tallies.items():
        loose, strict = (
            "  ".join(f"{share:.2f}" for share in (counts.precision(n), counts.recall(n), counts.f1(n)))
            for n in (counts.loose, counts.strict)
        )
        lines.append(f"{kind:14}{counts.read:7}{counts.asked:7}   {loose}        {strict}")
    return "\n".join(lines)


def differences(scores: Iterable[CaseScore], kinds: Iterable[str] = KINDS) -> Iterator[str]:
    """A line for each fact that was missed, read beyond the gold, or read with another key field."""
    wanted = tuple(kinds)
    for score in scores:
        for kind in wanted:
            for line in _differences(score.by_kind[kind]):
                yield f"{score.name}: {kind} {line}"


def summary(fact: Told) -> str:
    """A fact on one line: its filled key fields and its words."""
    fields = {name: getattr(fact, name) for name in fact.__struct_fields__ if name not in _NOT_SHOWN}
    told = " ".join(f"{name}={_plain(value)}" for name, value in fields.items() if value)
    return f"[{told}] “{one_line(quote_of(fact))}”"


_NOT_SHOWN = ("kind", "evidence", "quote", "optional")


def _case(path: Path, texts: Path) -> Case:
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=Gold)
    except BROKEN_JSON as fault:
        raise DocumentError(f"{path}: {fault}; want a gold file with facts") from fault
    beside = path.name.removesuffix(".gold.json") + ".txt"
    names = [name for name in (gold.document, beside) if name]
    text_path = next((texts / name for name in names if _is_file(texts / name)), None)
    if text_path is None:
        raise DocumentError(f"{path}: no text found in {texts}; want {' or '.join(names)}")
    document = next(open_documents([str(text_path)], published=gold.published))
    if isinstance(document, Failure):
        raise DocumentError(f"{text_path}: {document.error}")
    return Case(text_path.stem, msgspec.structs.replace(document, url=gold.url or document.url), gold.facts)


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no system takes is none."""
    try:
        return path.is_file()
    except OSError:
        return False


class _AnswerHead(msgspec.Struct, frozen=True):
    source: str | None = None
    path: str | None = None
    url: str | None = None
    id: str | None = None


class _Answer(msgspec.Struct, frozen=True):
    document: _AnswerHead
    facts: tuple[Told, ...] = ()


def _answer_lines(path: Path) -> Iterator[_Answer]:
    decoder = msgspec.json.Decoder(_Answer)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield decoder.decode(line)
            except BROKEN_JSON as fault:
                raise DocumentError(f"{path}:{number}: {fault}; want a reading on each line") from fault


def _answer_name(head: _AnswerHead) -> str:
    name = (head.source or head.path or head.url or head.id or "").rsplit("/", 1)[-1]
    return re.sub(r"\.(txt|html|md)$", "", name)


def _differences(compared: Compared) -> Iterator[str]:
    matched_read = {i for i, _ in compared.loose}
    matched_asked = {j for _, j in compared.loose}
    for j, fact in enumerate(compared.asked):
        if j not in matched_asked:
            yield f"missed: {summary(fact)}"
    for i, fact in enumerate(compared.read):
        if i not in matched_read:
            yield f"extra: {summary(fact)}"
    strictly_read = {i for i, _ in compared.strict}
    for i, j in sorted(compared.loose, key=lambda pair: pair[1]):
        if i not in strictly_read:
            yield f"differs: read {summary(compared.read[i])} for {summary(compared.asked[j])}"


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(_plain(part) for part in value)
    name = getattr(value, "name", None)
    return str(name if name is not None else value)
