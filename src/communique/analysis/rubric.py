"""The file of protocol weights becomes a checked rubric."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec

from communique.errors import CodebookError


class Element(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One courtesy, the group it is shown in, its words, and its points; `by_rank`: a sixth of them for each rank."""

    signal: str
    group: str
    words: str
    weight: float
    by_rank: bool = False


class Rubric(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Elements in the order in which they are shown; a deviation up to `usual_within` points is called usual."""

    usual_within: float
    elements: tuple[Element, ...]

    @property
    def by_signal(self) -> dict[str, Element]:
        """The elements by the code of their courtesy."""
        return {one.signal: one for one in self.elements}

    def words(self, signal: str) -> str:
        """A courtesy in words; the code with blanks where the rubric lacks it."""
        return next((one.words for one in self.elements if one.signal == signal), signal.replace("_", " "))


def load_rubric(path: Path | None = None) -> Rubric:
    """The rubric of a file, or the packaged one.

    Raises: CodebookError: unreadable, an unknown key, a signal twice, or a weight below 0.
    """
    return _packaged() if path is None else read_rubric(_text(path), str(path))


def read_rubric(text: str, name: str) -> Rubric:
    """The rubric that a TOML text holds; `name` is for the message. Raises: CodebookError, as `load_rubric`."""
    try:
        rubric = msgspec.convert(tomllib.loads(text), Rubric)
    except (ValueError, RecursionError, msgspec.ValidationError) as fault:
        raise CodebookError(f"{name}: {fault}; want usual_within and [[elements]]") from fault
    signals = [one.signal for one in rubric.elements]
    for one in rubric.elements:
        if one.weight < 0:
            raise CodebookError(f"{name}: {one.signal}: found weight {one.weight}; want 0 or more")
        if signals.count(one.signal) > 1:
            raise CodebookError(f"{name}: {one.signal}: found {signals.count(one.signal)} times; want once")
    return rubric


@lru_cache(maxsize=1)
def _packaged() -> Rubric:
    return read_rubric(files("communique.analysis").joinpath("data/rubric.toml").read_text("utf-8"), "rubric.toml")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as fault:
        raise CodebookError(f"{path}: {fault.strerror}; want a rubric in TOML") from fault
