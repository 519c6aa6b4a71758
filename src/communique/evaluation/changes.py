"""Readings of the same texts by two versions of the codebook → the facts gained, lost and changed, by kind and rule.

Facts are held against each other text by text: equal ones first (ids aside, which follow from the rest), then those
of one kind whose words overlap most. What is left was lost or gained.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from communique.errors import DocumentError, one_line
from communique.evaluation.told import KINDS
from communique.records import BROKEN_JSON, AnyFact, Evidence, Reading

What: TypeAlias = Literal["gained", "lost", "changed"]
WHATS: tuple[What, ...] = ("gained", "lost", "changed")
ROOM = 160  # characters of a quote in the table
IDS = ("visit", "same_as")  # fields that hold the id of another fact: only whether they hold one is compared


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One fact that is otherwise: by which rule (of a lost one, the old), where, its words, and what differs.

    `fields` gives the old and the new value of each field that changed; of a gained or lost fact, those it has.
    """

    what: What
    kind: str
    rule: str
    document: str
    quote: str
    fields: dict[str, Any] = {}


class Count(msgspec.Struct):
    """How many facts of a kind or a rule the two versions read, and what became of them."""

    old: int = 0
    new: int = 0
    same: int = 0
    gained: int = 0
    lost: int = 0
    changed: int = 0


class Report(msgspec.Struct, frozen=True):
    """Counts by kind and rule, texts in both files and in one only, and all changes in the order of the texts."""

    texts: int
    only_old: int
    only_new: int
    texts_changed: int
    kinds: Mapping[str, Count]
    rules: Mapping[str, Count]
    changes: tuple[Change, ...]


class Matched(NamedTuple):
    """The facts of one text by what became of them."""

    same: list[AnyFact]
    changed: list[tuple[AnyFact, AnyFact]]
    lost: list[AnyFact]
    gained: list[AnyFact]


def compare_files(old: Path, new: Path) -> Report:
    """The report on two files of readings (`communique read --format json`); the older is held in memory.

    Texts are known by their id. Rows of texts that could not be read count as readings without facts.
    Raises: DocumentError: a file cannot be read, or a line is no reading.
    """
    before = {reading.document.id or reading.document.source: reading for reading in _readings(old)}
    return compare_readings(before, _readings(new))


def compare_readings(old: Mapping[str, Reading], new: Iterable[Reading]) -> Report:
    """The report on readings by the id of their text (its source where it has none), and the new ones in any order."""
    kinds = {kind: Count() for kind in KINDS}
    rules: dict[str, Count] = {}
    changes: list[Change] = []
    left = dict(old)
    texts = only_new = texts_changed = 0
    for reading in new:
        before = left.pop(reading.document.id or reading.document.source, None)
        if before is None:
            only_new += 1
            continue
        texts += 1
        found = match(before.facts, reading.facts)
        _count(found, kinds, rules)
        told = list(_changes(found, reading.document.source))
        texts_changed += bool(told)
        changes += told
    return Report(texts, len(left), only_new, texts_changed, kinds, dict(sorted(rules.items())), tuple(changes))


def match(old: Sequence[AnyFact], new: Sequence[AnyFact]) -> Matched:
    """What became of the facts of one text."""
    waiting: dict[bytes, list[AnyFact]] = {}
    for fact in old:
        waiting.setdefault(_content(fact), []).append(fact)
    found = Matched([], [], [], [])
    unmet: list[AnyFact] = []
    for fact in new:
        equals = waiting.get(_content(fact))
        if equals:
            equals.pop(0)
            found.same.append(fact)
        else:
            unmet.append(fact)
    rest = [fact for facts in waiting.values() for fact in facts]
    pairs = [
        (_nearness(before, after), -i, -j)
        for i, before in enumerate(rest)
        for j, after in enumerate(unmet)
        if type(before) is type(after) and _overlap(before.evidence, after.evidence)
    ]
    met_old, met_new = set[int](), set[int]()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in met_old and -j not in met_new:
            met_old.add(-i)
            met_new.add(-j)
            found.changed.append((rest[-i], unmet[-j]))
    found.lost.extend(fact for i, fact in enumerate(rest) if i not in met_old)
    found.gained.extend(fact for j, fact in enumerate(unmet) if j not in met_new)
    return found


def sample(changes: Iterable[Change], each: int, *, seed: int = 0) -> tuple[Change, ...]:
    """At most `each` changes of every kind and sort, the same ones for the same seed; in the order of the report."""
    groups: dict[tuple[str, What], list[tuple[bytes, int, Change]]] = {}
    for at, change in enumerate(changes):
        key = hashlib.blake2b(f"{seed}|".encode() + msgspec.json.encode(change), digest_size=8).digest()
        groups.setdefault((change.kind, change.what), []).append((key, at, change))
    chosen = [entry for group in groups.values() for entry in sorted(group)[:each]]
    return tuple(change for _, _, change in sorted(chosen, key=lambda entry: entry[1]))


def report_table(report: Report, shown: Sequence[Change]) -> str:
    """Counts by kind, by rule where something changed, and a line for each change to be shown."""
    lines = [
        f"{report.texts:,} texts in both, {report.texts_changed:,} of them read otherwise;"
        f" {report.only_old:,} only in the old file, {report.only_new:,} only in the new"
    ]
    moved = {rule: count for rule, count in report.rules.items() if count.gained or count.lost or count.changed}
    for head, counts in (("kind", report.kinds), ("rule", moved)):
        width = max([14, *(len(name) + 2 for name in counts)])
        lines += ["", f"{head:{width}}" + "".join(f"{name:>9}" for name in Count.__struct_fields__)]
        for name, count in counts.items():
            cells = (getattr(count, field) for field in Count.__struct_fields__)
            lines.append(f"{name:{width}}" + "".join(f"{cell:9,}" for cell in cells))
    if shown:
        lines += ["", *map(change_line, shown)]
    return "\n".join(lines)


def change_line(change: Change) -> str:
    """A change on one line: what, by which rule, where, what differs, the words."""
    if change.what == "changed":
        told = "; ".join(f"{name}: {_plain(was)} → {_plain(now)}" for name, (was, now) in change.fields.items())
    else:
        told = " ".join(f"{name}={_plain(value)}" for name, value in change.fields.items())
    words = change.quote if len(change.quote) <= ROOM else change.quote[: ROOM - 1] + "…"
    return one_line(f"{change.what} {change.kind} {change.rule} {change.document} [{told}] “{words}”")


def _readings(path: Path) -> Iterator[Reading]:
    decoder = msgspec.json.Decoder(Reading)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield decoder.decode(line)
                except BROKEN_JSON as fault:
                    raise DocumentError(f"{path}:{number}: {fault}; want a reading on each line") from fault
    except OSError as fault:
        raise DocumentError(f"{path}: {(fault.strerror or '').lower()}; want a file of readings") from fault


def _count(found: Matched, kinds: Mapping[str, Count], rules: dict[str, Count]) -> None:
    def told(fact: AnyFact) -> tuple[Count, Count]:
        return kinds[_kind(fact)], rules.setdefault(fact.rule, Count())

    for what, facts in (("same", found.same), ("gained", found.gained), ("lost", found.lost)):
        for fact in facts:
            for count in told(fact):
                setattr(count, what, getattr(count, what) + 1)
                count.old += what != "gained"
                count.new += what != "lost"
    for before, after in found.changed:
        for count in told(before):
            count.old += 1
        for count in told(after):
            count.new += 1
            count.changed += 1


def _changes(found: Matched, document: str) -> Iterator[Change]:
    for before, after in found.changed:
        was, now = _fields(before), _fields(after)
        differing = {name: (was[name], now[name]) for name in now if was[name] != now[name]}
        yield Change("changed", _kind(after), after.rule, document, _quote(after), differing)
    groups: tuple[tuple[What, list[AnyFact]], ...] = (("lost", found.lost), ("gained", found.gained))
    for what, facts in groups:
        for fact in facts:
            has = {name: value for name, value in _fields(fact).items() if value and name not in ("rule", "words")}
            yield Change(what, _kind(fact), fact.rule, document, _quote(fact), has)


def _fields(fact: AnyFact) -> dict[str, Any]:
    """The fields to compare; of evidence the places and words, of other facts' ids whether there is one."""
    built: dict[str, Any] = msgspec.to_builtins(fact)
    built["words"] = [f"{words.where or ''}{words.start}-{words.end}" for words in fact.evidence]
    for name in IDS:
        if name in built:
            built[name] = built[name] is not None
    return {name: value for name, value in built.items() if name not in ("id", "kind", "evidence")}


def _content(fact: AnyFact) -> bytes:
    return msgspec.json.encode([_kind(fact), _fields(fact)])


def _nearness(one: AnyFact, two: AnyFact) -> tuple[float, int]:
    """How much of their words is shared, 0 to 1, then how many fields are equal."""
    shared = _overlap(one.evidence, two.evidence)
    sizes = sum(words.end - words.start for fact in (one, two) for words in fact.evidence)
    was, now = _fields(one), _fields(two)
    return shared / max(1, sizes - shared), sum(was[name] == now[name] for name in now)


def _overlap(one: Iterable[Evidence], two: Sequence[Evidence]) -> int:
    """Characters that stand in the words of both."""
    pairs = ((a, b) for a in one for b in two if a.where == b.where)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in pairs)


def _quote(fact: AnyFact) -> str:
    return " … ".join(words.quote for words in fact.evidence)


def _kind(fact: AnyFact) -> str:
    return str(type(fact).__struct_config__.tag)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return "/".join(str(part) for part in value.values() if part is not None) or "-"
    if isinstance(value, (list, tuple)):
        return ",".join(map(_plain, value)) or "-"
    return "-" if value is None else str(value)
