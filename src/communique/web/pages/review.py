"""The queue of what the record is unsure of, an editor's answers to it, and all that editors decided."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Literal, TypeAlias

import msgspec
from litestar import Router, get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException
from litestar.params import Body, FromQuery, PathParameter, QueryParameter
from litestar.response import Redirect, Template

from communique.errors import StoreError
from communique.store import Store, utc_now
from communique.visits.model import Judgement, Value, Verdict
from communique.web import links
from communique.web.given import GivenLook, GivenStore
from communique.web.kept import kept as kept_answer
from communique.web.readers import editors_only
from communique.web.views.review import question_of, told

Ask: TypeAlias = Literal["link", "value", "fact"]

DEEPEST = 100_000  # place in a queue
SORTS: tuple[Ask, ...] = ("link", "value", "fact")
LONGEST = 1000  # characters of a reason
VERDICTS: dict[str, Verdict] = {"same": "same", "not same": "not_same", "accept": "accept", "reject": "reject"}
NUMBERS = frozenset({"days", "count_in_year"})

At = Annotated[int, QueryParameter(ge=0, le=DEEPEST)]
Sort = Annotated[Ask | None, QueryParameter(description="One sort of questions.")]
Number = Annotated[int, PathParameter(ge=1)]


class Decision(msgspec.Struct, frozen=True):
    """What the form of a question sends. `choice` is the answer given by a button, else `value` the one written;
    `rejected` is a report that is not believed, whatever the question. `at` is the place in the queue to go on from,
    `back` another page to go to.
    """

    ask: Ask
    fact: str
    other: str = ""
    attribute: str = ""
    choice: str = ""
    value: str = ""
    rejected: str = ""
    why: str = ""
    at: int = 0
    back: str = ""


Form = Annotated[Decision, Body(media_type=RequestEncodingType.URL_ENCODED)]


class Undoing(msgspec.Struct, frozen=True):
    """What the button to undo sends: where it stood."""

    back: str = "/review"


UndoForm = Annotated[Undoing, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/review", sync_to_thread=True)
def review(
    store: GivenStore,
    look: GivenLook,
    sort: Sort = None,
    at: At = 0,
    kept: FromQuery[int | None] = None,
    undone: FromQuery[int | None] = None,
) -> Template:
    """One question: of the sort asked for, else of the first that has any."""
    doubts = kept_answer(store, ("doubts",), store.doubts, lately=True)
    count = {one: getattr(doubts, one) for one in SORTS}
    asked = sort if sort is not None else _first(count)
    place = max(0, min(at, count[asked] - 1))
    item = store.question(asked, place)
    return look.page(
        "review.html",
        question=question_of(store, item, look.words) if item else None,
        counts=count,
        sort=asked,
        at=place,
        kept=kept,
        undone=undone,
    )


@post("/judgements", sync_to_thread=True, guards=[editors_only])
def decide(data: Form, store: GivenStore, look: GivenLook) -> Redirect:
    """Keeps a judgement with the editor's name, and goes on with the next question, or back to where it was made."""
    if len(data.why) > LONGEST:
        raise ClientException(f"reason: found {len(data.why):,} characters; want at most {LONGEST:,}")
    number = _kept(store, _judgement(data, who=look.reader.name or ""))
    onward = links.with_query("/review", sort=data.ask, at=data.at, kept=number)
    return Redirect(links.inside(data.back, onward), status_code=303)


@post("/judgements/{number:int}/undo", sync_to_thread=True, guards=[editors_only])
def undo(number: Number, data: UndoForm, store: GivenStore, look: GivenLook) -> Redirect:
    """Withdraws a judgement; its row stays, with who withdrew it."""
    try:
        store.undo(number, look.reader.name or "", utc_now())
    except StoreError as fault:
        raise ClientException(str(fault)) from fault
    back = links.inside(data.back, "/review")
    return Redirect(links.with_query("/review", undone=number) if back == "/review" else back, status_code=303)


@get("/judgements", sync_to_thread=True)
def history(store: GivenStore, look: GivenLook) -> Template:
    """All that editors decided, latest first."""
    judgements = store.judgements(active_only=False)[::-1]
    return look.page("judgements.html", rows=[(one, told(one, store, look.words)) for one in judgements])


def _first(count: Mapping[Ask, int]) -> Ask:
    """The first sort that has questions."""
    return next((one for one in SORTS if count[one]), "link")


def _judgement(data: Decision, *, who: str) -> Judgement:
    """What a form amounts to. Raises: ClientException: no answer in it."""
    kept = partial(Judgement, who=who, when=utc_now(), why=data.why.strip())
    if data.rejected:
        return kept(verdict="reject", fact=data.rejected)
    if data.ask == "value":
        value = _value(data.attribute, data.choice or data.value)
        return kept(verdict="value", fact=data.fact, attribute=data.attribute, value=value)
    verdict = VERDICTS.get(data.choice)
    if verdict is None:
        raise ClientException(f"answer: found {data.choice[:40]!r}; want one of {', '.join(VERDICTS)}")
    return kept(verdict=verdict, fact=data.fact, other=data.other or None)


def _kept(store: Store, judgement: Judgement) -> int:
    """The number of a judgement that was kept. Raises: ClientException: it cannot be, and why."""
    try:
        return store.judge(judgement)
    except StoreError as fault:
        raise ClientException(str(fault)) from fault


def _value(attribute: str, written: str) -> Value | None:
    written = written.strip()
    if attribute in NUMBERS and written.isascii() and written.isdigit():
        return int(written)
    return written or None


router = Router("/", route_handlers=[review, decide, undo, history], include_in_schema=False)
