"""The query of an address becomes what is asked of the record; what cannot be asked is said in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from litestar.exceptions import ClientException

from communique.records import Status, VisitKind
from communique.store import Filter

NAMES = ("guest", "host", "between", "since", "until", "kind", "status", "person")
"""The parts of a query that pick visits; all of them must hold."""

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]{1,11}")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(VisitKind),
    "status": (*get_args(Status), "any"),
}
LONGEST = 100  # characters of a name that is asked for


def filter_of(query: Mapping[str, str], *, limit: int | None = None, offset: int = 0) -> Filter:
    """Which visits a query asks for. Countries are codes; days ISO, whole or to the month or year; `between` two codes.

    Raises: ClientException: a part that cannot be asked, with what was wanted.
    """
    given = {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}
    for name in given.keys() & {"since", "until"}:
        if not _DAY.fullmatch(given[name]):
            raise _wrong(name, given[name], "a day, month or year such as 2023-12-04, 2023-12 or 2023")
    for name in given.keys() & _CHOICES.keys():
        if given[name] not in _CHOICES[name]:
            raise _wrong(name, given[name], f"one of {', '.join(_CHOICES[name])}")
    for name in given.keys() & {"guest", "host"}:
        given[name] = _code(name, given[name])
    if len(given.get("person", "")) > LONGEST:
        raise _wrong("person", f"{len(given['person'])} characters", f"at most {LONGEST}")
    between = given.pop("between", None)
    pair = tuple(_code("between", code) for code in between.split(",")) if between else None
    if pair is not None and len(pair) != 2:
        raise _wrong("between", between or "", "two codes such as BLR,CHN")
    return Filter(between=pair, limit=limit, offset=offset, **given)  # type: ignore[arg-type]


def _code(name: str, written: str) -> str:
    if not _CODE.fullmatch(written.strip()):
        raise _wrong(name, written, "the code of a country or body such as CHN")
    return written.strip().upper()


def _wrong(name: str, found: str, wanted: str) -> ClientException:
    return ClientException(f"{name}: found {found[:LONGEST]!r}; want {wanted}")
