"""Facts read and facts of the gold → which match, and precision, recall and F1 by kind, loose and strict.

Loose: the same thing was found. Strict: its key fields agree as well.

| kind | loose | strict |
|---|---|---|
| visit | same two countries; first dates and the guest's name not at odds | status and declared kind too |
| protocol | same signal | reported alike, from overlapping words |
| meeting | 30 % of the shorter evidence shared, or half the people of two shared countries | the latter |
| relationship | half the label's words | more than 80 % of them |
| stance | half of the shorter evidence shared | polarity, issue, one holder |
| commitment | the same | one field, one party, strength within 1 |
| agreement | the same | status |
| assessment | the same | claim |

A fact matches at most one other: pairs are taken best first. Gold that is marked optional is neither asked
for nor held against the answer. Commitments count from strength 2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from communique.evaluation.told import KINDS, Told, Who, name_words, spans

Spans: TypeAlias = Sequence[tuple[int, int]]

LEAST_STRENGTH = 2  # endorsements (1) are too many and too vague to be asked for


class Weight(NamedTuple):
    """How well two facts fit, loosely and strictly; 0 is not at all, and the highest pair is taken first."""

    loose: float
    strict: float


class Compared(NamedTuple):
    """One text and kind: what was read, what was asked, and the pairs (index read, index asked) by sense."""

    read: tuple[Told, ...]
    asked: tuple[Told, ...]
    loose: frozenset[tuple[int, int]]
    strict: frozenset[tuple[int, int]]


class Tally(NamedTuple):
    """Counts over texts: facts matched loosely, matched strictly, read, and asked for."""

    loose: int = 0
    strict: int = 0
    read: int = 0
    asked: int = 0

    def plus(self, other: Tally) -> Tally:
        """The counts of both."""
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def precision(self, matched: int) -> float:
        """The share of what was read that matched, 0 to 1; 0 if nothing was read."""
        return matched / self.read if self.read else 0.0

    def recall(self, matched: int) -> float:
        """The share of what was asked that matched, 0 to 1; 0 if nothing was asked."""
        return matched / self.asked if self.asked else 0.0

    def f1(self, matched: int) -> float:
        """The harmonic mean of precision and recall, 0 to 1; 0 if there was nothing on either side."""
        both = self.read + self.asked
        return 2 * matched / both if both else 0.0


def compare(kind: str, read: Iterable[Told], gold: Iterable[Told], text: str) -> Compared:
    """The facts of one kind in one text, paired."""
    answers, wanted = _of_kind(kind, read), _of_kind(kind, gold)
    asked = tuple(fact for fact in wanted if not fact.optional)
    spare = tuple(fact for fact in wanted if fact.optional)
    kept = tuple(answer for answer in answers if _fits_any(answer, asked, text) or not _fits_any(answer, spare, text))
    weights = {(i, j): weigh(answer, want, text) for i, answer in enumerate(kept) for j, want in enumerate(asked)}
    loose = best_pairs({pair: weight.loose for pair, weight in weights.items()})
    strict = best_pairs({pair: weight.strict for pair, weight in weights.items()})
    return Compared(kept, asked, loose, strict)


def tally(compared: Compared) -> Tally:
    """The counts of one comparison."""
    return Tally(len(compared.loose), len(compared.strict), len(compared.read), len(compared.asked))


def total(tallies: Iterable[Tally]) -> Tally:
    """The counts of all together."""
    whole = Tally()
    for counts in tallies:
        whole = whole.plus(counts)
    return whole


def weigh(read: Told, gold: Told, text: str) -> Weight:
    """How well two facts of one kind fit."""
    return _WEIGHTS[gold.kind](read, gold, shared_words(spans(read, text), spans(gold, text)))


def shared_words(left: Spans, right: Spans) -> float:
    """The best share of characters that two spans have in common, of the shorter one: 0 to 1."""
    return max(
        (
            max(0, min(end, until) - max(start, since)) / max(1, min(end - start, until - since))
            for start, end in left
            for since, until in right
        ),
        default=0.0,
    )


def best_pairs(weights: dict[tuple[int, int], float]) -> frozenset[tuple[int, int]]:
    """Pairs with a weight, best first, each side used once; of equals the later in the text first."""
    taken: set[tuple[int, int]] = set()
    used_left: set[int] = set()
    used_right: set[int] = set()
    for (left, right), weight in sorted(weights.items(), key=lambda item: (item[1], item[0]), reverse=True):
        if weight and left not in used_left and right not in used_right:
            taken.add((left, right))
            used_left.add(left)
            used_right.add(right)
    return frozenset(taken)


def dates_agree(left: str | None, right: str | None) -> bool:
    """Whether two EDTF dates can be the same: one is unknown, or one's first date begins the other's."""
    first, second = _first_date(left), _first_date(right)
    return not first or not second or first.startswith(second) or second.startswith(first)


def names_agree(left: Who | None, right: Who | None) -> bool:
    """Whether two persons can be the same: one has no name, or they share a word of it."""
    first, second = _name(left), _name(right)
    return not first or not second or bool(first & second)


def _of_kind(kind: str, facts: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(
        fact
        for fact in facts
        if fact.kind == kind and (kind != "commitment" or (fact.strength or LEAST_STRENGTH) >= LEAST_STRENGTH)
    )


def _fits_any(answer: Told, wanted: Iterable[Told], text: str) -> bool:
    return any(weigh(answer, want, text).loose for want in wanted)


def _first_date(date: str | None) -> str:
    match = re.search(r"\d{4}(?:-\d\d)?(?:-\d\d)?", date or "")
    return match[0] if match else ""


def _weight(loose: float, *, strict: bool) -> Weight:
    return Weight(loose, loose if strict else 0.0)


def _visit(read: Told, gold: Told, shared: float) -> Weight:
    same = (
        read.guest_country == gold.guest_country
        and read.host_country == gold.host_country
        and dates_agree(read.start, gold.start)
        and names_agree(read.guest, gold.guest)
    )
    strict = read.status == gold.status and read.visit_kind == gold.visit_kind
    return _weight((1 + shared) if same else 0.0, strict=strict)


def _protocol(read: Told, gold: Told, shared: float) -> Weight:
    strict = read.reported == gold.reported and shared > 0
    return _weight((1 + shared) if read.signal == gold.signal else 0.0, strict=strict)


def _meeting(read: Told, gold: Told, shared: float) -> Weight:
    ours, theirs = _people(read), _people(gold)
    met = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    strict = met >= 0.5 and len(set(read.countries or ()) & set(gold.countries or ())) >= 2
    return _weight((1 + shared + met) if strict or shared >= 0.3 else 0.0, strict=strict)


def _relationship(read: Told, gold: Told, _: float) -> Weight:
    ours, theirs = name_words(read.label), name_words(gold.label)
    alike = len(ours & theirs) / max(1, len(ours | theirs))
    return _weight(alike if alike >= 0.5 else 0.0, strict=alike > 0.8)


def _stance(read: Told, gold: Told, shared: float) -> Weight:
    same = read.polarity == gold.polarity and read.issue == gold.issue
    return _by_words(shared, strict=same and _meet(read.holder, gold.holder))


def _commitment(read: Told, gold: Told, shared: float) -> Weight:
    near = abs((read.strength or 0) - (gold.strength or 0)) <= 1
    return _by_words(shared, strict=near and _meet(read.fields, gold.fields) and _meet(read.parties, gold.parties))


def _agreement(read: Told, gold: Told, shared: float) -> Weight:
    return _by_words(shared, strict=read.status == gold.status)


def _assessment(read: Told, gold: Told, shared: float) -> Weight:
    return _by_words(shared, strict=read.claim == gold.claim)


def _by_words(shared: float, *, strict: bool) -> Weight:
    return _weight(shared if shared >= 0.5 else 0.0, strict=strict)


def _people(fact: Told) -> frozenset[str]:
    return frozenset(word for person in fact.participants or () for word in _name(person))


def _name(person: Who | None) -> frozenset[str]:
    return name_words(person.name) if person else frozenset()


def _meet(left: Iterable[str] | None, right: Iterable[str] | None) -> bool:
    return bool(set(left or ()) & set(right or ()))


_WEIGHTS: dict[str, Callable[[Told, Told, float], Weight]] = dict(
    zip(
        KINDS,
        (_visit, _protocol, _meeting, _agreement, _relationship, _stance, _commitment, _assessment),
        strict=True,
    )
)
