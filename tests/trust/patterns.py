"""Every regular expression of the package, as it is compiled and used, becomes strings that are hard for it."""

from __future__ import annotations

import contextlib
import importlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

PACKAGE = Path(__file__).parents[2] / "src" / "communique"
METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")
MAKERS = ("/re/__init__.py", "/grammar/lazy.py", "/grammar/kept.py")  # they compile for whoever asks
RUNS = ("__main__", "table_child")  # modules that do something when they are imported
SOME = 3  # samples of one piece of a pattern


class Used(NamedTuple):
    """A pattern, where it was first compiled, and the methods it was called by (none: only compiled)."""

    pattern: re.Pattern[str] | re.Pattern[bytes]
    place: str
    methods: set[str]


class Watched:
    """Stands in for a compiled pattern and notes what it is asked."""

    def __init__(self, pattern: re.Pattern[Any], methods: set[str]) -> None:
        self._pattern, self._methods = pattern, methods

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._pattern, name)
        if name not in METHODS:
            return value

        def noted(*args: Any, **options: Any) -> Any:  # a lazy expression takes all methods, and asks few of them
            self._methods.add(name)
            return value(*args, **options)

        return noted

    def __copy__(self) -> Watched:
        return self

    def __deepcopy__(self, memo: object) -> Watched:
        return self


def watched(exercise: Callable[[], object]) -> dict[tuple[str | bytes, int], Used]:
    """All patterns that the package compiles while it is imported anew and `exercise` runs, by pattern and flags.

    Run it in a process of its own: the package is left with the stand-ins.
    """
    found: dict[tuple[str | bytes, int], Used] = {}
    real = re._compile

    def compile_(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and frame.f_code.co_filename.endswith((*MAKERS, __file__)):
            frame = frame.f_back
        made = real(pattern, flags)
        file = Path(frame.f_code.co_filename)
        if PACKAGE not in file.parents:
            return made
        place = f"{file.relative_to(PACKAGE).as_posix()}:{frame.f_lineno}"
        used = found.setdefault((made.pattern, made.flags), Used(made, place, set()))
        return Watched(made, used.methods)

    re._compile = compile_
    try:
        _make_modules_eager()
        for path in sorted(PACKAGE.rglob("*.py")):
            name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
            if path.stem not in RUNS:
                with contextlib.suppress(ImportError):  # of an extra that is not installed
                    importlib.import_module(name)
        exercise()
    finally:
        re._compile = real
    return found


def _make_modules_eager() -> None:
    """What a module would compile at its first use is compiled when it is imported, so that none is left out."""
    grammar = importlib.import_module("communique.grammar")
    lazy = grammar.lazy

    def eager(source: str, flags: int = 0) -> re.Pattern[str]:
        is_of_module = sys._getframe(1).f_code.co_name == "<module>"
        return re.compile(source, flags) if is_of_module else lazy(source, flags)

    grammar.lazy = eager  # type: ignore[attr-defined]


def attacks(pattern: str | bytes, flags: int) -> list[tuple[str, str, str]]:
    """(head, body, tail): `head + n * body + tail` is hard for a pattern that is hard for anything of its kind.

    Bodies are samples of each thing that the pattern repeats, of its pieces, of pairs of them, and of the whole but
    for its last character; tails are what no sample ends with.
    """
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    tree = re._parser.parse(text, flags & ~re.LOCALE if isinstance(pattern, str) else (flags & ~re.UNICODE) | 0)
    wholes = list(dict.fromkeys(_samples(tree)))[:4]
    repeated = [(head, body) for head, body in _repeats(tree)]
    bodies: dict[tuple[str, str], None] = {}
    for head, body in repeated:
        bodies[head, body] = None
        bodies["", body] = None
    for one, other in product([b for _, b in repeated][:8], repeat=2):
        if one != other:
            bodies["", one + other] = None
    for whole in wholes:
        for body in (
            whole,
            whole + " ",
            whole[:-1],
            whole[:-1] + " ",
            whole[: len(whole) // 2],
            whole[len(whole) // 2 :],
        ):
            bodies["", body] = None
    for letter in _letters(tree):
        bodies["", letter] = None
        for whole in wholes[:1]:
            bodies[whole[:-1], letter] = None
    for body in (" ", "a", "a ", "\n", ", ", "A b ", "é", "\ue000 ", "\ue001, ", "the "):
        bodies["", body] = None
    return [(head, body, tail) for (head, body) in bodies if body for tail in ("", "\x01", "!\n")]


def _samples(tree: Iterable[Any], depth: int = 0) -> list[str]:
    """Some strings that a parsed pattern matches, look-around not reckoned with."""
    out = [""]
    for op, value in tree:
        pieces = _piece(op, value, depth)
        out = [a + b for a in out for b in pieces][: SOME * 2]
    return out


def _piece(op: Any, value: Any, depth: int) -> list[str]:
    match str(op):
        case "LITERAL":
            return [chr(value)]
        case "NOT_LITERAL":
            return ["a" if value != 97 else "b"]
        case "ANY":
            return ["a"]
        case "IN":
            return _members(value)[:2]
        case "BRANCH":
            found = [s for branch in value[1] for s in _samples(branch, depth + 1)[:1]]
            return found[:SOME] + found[-1:]
        case "SUBPATTERN":
            return _samples(value[3], depth + 1)
        case "ATOMIC_GROUP":
            return _samples(value, depth + 1)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, body = value
            inner = _samples(body, depth + 1)[:2]
            count = max(least, 1) if most else 0
            return ([""] if not least and depth > 2 else []) + [one * min(count, 40) for one in inner] or [""]
    return [""]  # assertions, ends, group references


def _repeats(tree: Iterable[Any], head: str = "") -> Iterator[tuple[str, str]]:
    """(what comes before, one round of the body) of everything that may be repeated more than three times."""
    for op, value in tree:
        match str(op):
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                _, most, body = value
                if most > 3:
                    for sample in _samples(body)[:SOME]:
                        yield head, sample
                yield from _repeats(body, head)
            case "SUBPATTERN":
                yield from _repeats(value[3], head)
            case "ATOMIC_GROUP":
                yield from _repeats(value, head)
            case "BRANCH":
                for branch in value[1]:
                    yield from _repeats(branch, head)
            case "ASSERT" | "ASSERT_NOT":
                yield from _repeats(value[1], head)
        head += _piece(op, value, 3)[-1]


def _letters(tree: Iterable[Any]) -> set[str]:
    found: set[str] = set()
    for op, value in tree:
        match str(op):
            case "IN":
                found.update(_members(value)[:3])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                found |= _letters(value[2])
            case "SUBPATTERN":
                found |= _letters(value[3])
            case "BRANCH":
                for branch in value[1][:6]:
                    found |= _letters(branch)
    return set(sorted(found)[:8])


def _members(items: Iterable[Any]) -> list[str]:
    """Characters of a class: one of each part of it, or plain ones that a negated class does not exclude."""
    found: list[str] = []
    negated = False
    for op, value in items:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found.append(chr(value))
            case "RANGE":
                found.append(chr(value[0]))
            case "CATEGORY":
                found.append({"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(value), "-"))
    if negated:
        return [c for c in "a 1-,.;" if not _in(c, items)][:3] or ["é"]
    return found or ["a"]


def _in(character: str, items: Iterable[Any]) -> bool:
    for op, value in items:
        name = str(op)
        if name == "LITERAL" and ord(character) == value:
            return True
        if name == "RANGE" and value[0] <= ord(character) <= value[1]:
            return True
        if name == "CATEGORY":
            kind = str(value)
            if kind == "CATEGORY_SPACE" and character.isspace():
                return True
            if kind == "CATEGORY_WORD" and (character.isalnum() or character == "_"):
                return True
            if kind == "CATEGORY_DIGIT" and character.isdigit():
                return True
    return False
