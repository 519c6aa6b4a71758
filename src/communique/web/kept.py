"""Answers that cost much and change only with the record are kept, and made once however many readers wait for them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock, local
from time import monotonic
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from communique.store import Filter, Store, WayCount, YearCount

T = TypeVar("T")
MOST = 256  # answers kept of one record; those of the ways of 100,000 visits take about 3 MB each, most far less
BRIEFLY = 2.0  # seconds that an answer is still given after others wrote to the record
LATELY = 10.0  # the same of an answer over many visits, which is made anew meanwhile


class _Answer(NamedTuple):
    """What the record said, at which edition of it, and when by the clock of this process."""

    edition: int
    at: float
    value: Any


class _Answers:
    """The answers of one record; those that a reader waits for, with the edition that each began at; and those that
    are made anew beside.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.made: OrderedDict[Hashable, _Answer] = OrderedDict()
        self.waited_for: dict[Hashable, tuple[int, Future[Any]]] = {}
        self.anew: set[Hashable] = set()


_of: WeakKeyDictionary[Store, _Answers] = WeakKeyDictionary()
_lock = Lock()
_within = local()  # `least`: the edition of the answer that this thread is making, of which another may be a part
_beside = ThreadPoolExecutor(1, thread_name_prefix="kept")  # one at a time: readers come first


def ways(store: Store, want: Filter) -> list[WayCount]:
    """As `Store.ways`; not to be changed by who asks."""
    return kept(store, ("ways", want), lambda: store.ways(want), lately=True)


def years(store: Store, want: Filter) -> list[YearCount]:
    """As `Store.years`; not to be changed by who asks."""
    return kept(store, ("years", want), lambda: store.years(want), lately=True)


def kept(store: Store, question: Hashable, ask: Callable[[], T], *, lately: bool = False) -> T:
    """The answer to a question, as of now, or where others write, as of a moment ago; with `lately`, of some seconds
    ago. What this store itself wrote is always in it, and the parts of an answer are never older than the whole.
    """
    with _lock:
        answers = _of.setdefault(store, _Answers())
    least: int = max(store.written, getattr(_within, "least", 0))
    edition = store.edition()
    with answers.lock:
        found = answers.made.get(question)
        if found is not None and found.edition >= least:
            age = monotonic() - found.at if found.edition < edition else 0.0
            if age < (LATELY if lately else BRIEFLY):
                answers.made.move_to_end(question)
                if age >= BRIEFLY and question not in answers.anew:
                    answers.anew.add(question)
                    _beside.submit(_make_anew, answers, question, ask, edition)
                return found.value  # type: ignore[no-any-return]
        begun, waited = answers.waited_for.get(question, (edition, None))
        if is_ours := waited is None or begun < least:
            waited = Future()
            answers.waited_for[question] = edition, waited
    if is_ours:
        _make_for_all(answers, question, ask, edition, waited)
    return waited.result()  # type: ignore[no-any-return]


def _make_for_all(
    answers: _Answers, question: Hashable, ask: Callable[[], Any], edition: int, waited: Future[Any]
) -> None:
    """Makes an answer, and gives it, or why there is none, to all who wait for it."""
    try:
        waited.set_result(_make(answers, question, ask, edition))
    except BaseException as fault:
        waited.set_exception(fault)
    finally:
        with answers.lock:
            if answers.waited_for.get(question) == (edition, waited):
                del answers.waited_for[question]


def _make_anew(answers: _Answers, question: Hashable, ask: Callable[[], Any], edition: int) -> None:
    """Makes an answer that nobody waits for; if that fails, the next reader meets why."""
    try:
        _make(answers, question, ask, edition)
    finally:
        with answers.lock:
            answers.anew.discard(question)


def _make(answers: _Answers, question: Hashable, ask: Callable[[], T], edition: int) -> T:
    """Asks, and keeps the answer."""
    outer = getattr(_within, "least", 0)
    _within.least = edition
    try:
        value = ask()
    finally:
        _within.least = outer
    with answers.lock:
        answers.made[question] = _Answer(edition, monotonic(), value)
        answers.made.move_to_end(question)
        while len(answers.made) > MOST:
            answers.made.popitem(last=False)
    return value
