"""Answers that cost much and change only with the record are kept until its edition changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from communique.store import Filter, Store, WayCount, YearCount

T = TypeVar("T")
MOST = 64  # answers kept of one record; those of the ways of 100,000 visits take about 3 MB each

_kept: WeakKeyDictionary[Store, OrderedDict[Hashable, tuple[int, Any]]] = WeakKeyDictionary()
_lock = Lock()


def ways(store: Store, want: Filter) -> list[WayCount]:
    """As `Store.ways`; not to be changed by who asks."""
    return kept(store, ("ways", want), lambda: store.ways(want))


def years(store: Store, want: Filter) -> list[YearCount]:
    """As `Store.years`; not to be changed by who asks."""
    return kept(store, ("years", want), lambda: store.years(want))


def kept(store: Store, question: Hashable, ask: Callable[[], T]) -> T:
    """The answer to a question as of the record's edition of now; asked anew where it was not asked of that edition."""
    edition = store.edition()
    with _lock:
        answers = _kept.setdefault(store, OrderedDict())
        if (found := answers.get(question)) is not None and found[0] == edition:
            answers.move_to_end(question)
            return found[1]  # type: ignore[no-any-return]
    answer = ask()
    with _lock:
        answers[question] = edition, answer
        answers.move_to_end(question)
        while len(answers) > MOST:
            answers.popitem(last=False)
    return answer
