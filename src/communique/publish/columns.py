"""The types of the record become columns of flat tables: name, type, allowed values, and how a cell is filled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import inspect

Kind: TypeAlias = Literal["text", "integer", "yes/no"]
Cell: TypeAlias = str | int | bool | None
SEPARATOR = "|"  # between the values of a cell that holds several


class Column(msgspec.Struct, frozen=True):
    """One column. `allowed` is empty where any value may stand; `is_list`: several values, separated by |."""

    name: str
    kind: Kind
    read: Callable[[Any], Cell]
    allowed: tuple[str, ...] = ()
    is_list: bool = False


def columns_of(record: type[msgspec.Struct], *, without: Collection[str] = ()) -> tuple[Column, ...]:
    """A column for each plain field of a record; a person or place becomes one for each of its own fields.

    Raises: TypeError: a field is of a type that no column holds.
    """
    found = msgspec.structs.fields(record)
    taken = {field.name for field in found}
    columns = [one for field in found if field.name not in without for one in _columns(field.name, field.type)]
    return tuple(one for one, inner in columns if not inner or one.name not in taken)


def cell(value: Any) -> Cell:
    """A value as it stands in a cell: several joined by |, and a | within them behind a backslash."""
    if isinstance(value, tuple | list):
        return SEPARATOR.join(str(one).replace("\\", "\\\\").replace(SEPARATOR, "\\|") for one in value)
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"found {type(value).__name__}; want text, a number, or several texts")


def values_of(joined: str) -> list[str]:
    """The values of a cell that holds several: the way back of `cell`; an empty cell holds none."""
    if not joined:
        return []
    found, word, marks = [], "", iter(joined)
    for mark in marks:
        if mark == "\\":
            word += next(marks, "")
        elif mark == SEPARATOR:
            found.append(word)
            word = ""
        else:
            word += mark
    return [*found, word]


def _columns(name: str, annotation: Any) -> Iterator[tuple[Column, bool]]:
    """The columns of one field, and whether each is of a record within it."""
    kind = _bare(inspect.type_info(annotation))
    if isinstance(kind, inspect.StructType):
        for inner in kind.fields:
            yield Column(f"{name}_{inner.name}", "text", _through(name, inner.name), _literals(inner.type)), True
        return
    if isinstance(kind, inspect.VarTupleType):
        is_person = isinstance(kind.item_type, inspect.StructType)
        read = _names(name) if is_person else _getter(name)
        yield Column(name, "text", read, _literals(kind.item_type), is_list=True), False
        return
    kinds: dict[type, Kind] = {inspect.IntType: "integer", inspect.BoolType: "yes/no"}
    if not isinstance(kind, inspect.StrType | inspect.LiteralType | inspect.IntType | inspect.BoolType):
        raise TypeError(f"{name}: found {kind}; want text, a number, yes or no, or several texts")
    yield Column(name, kinds.get(type(kind), "text"), _getter(name), _literals(kind)), False


def _bare(found: inspect.Type) -> inspect.Type:
    """The type without its None."""
    if isinstance(found, inspect.UnionType):
        rest = [one for one in found.types if not isinstance(one, inspect.NoneType)]
        return rest[0]
    return found


def _literals(found: inspect.Type) -> tuple[str, ...]:
    bare = _bare(found)
    return tuple(map(str, bare.values)) if isinstance(bare, inspect.LiteralType) else ()


def _getter(name: str) -> Callable[[Any], Cell]:
    return lambda record: cell(getattr(record, name))


def _through(name: str, inner: str) -> Callable[[Any], Cell]:
    return lambda record: cell(getattr(getattr(record, name), inner, None))


def _names(name: str) -> Callable[[Any], Cell]:
    return lambda record: cell([one.name or "" for one in getattr(record, name)])
