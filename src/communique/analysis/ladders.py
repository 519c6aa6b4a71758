"""The file of ladders becomes rungs: where a partnership label or a formula stands in one country's own order."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from communique.errors import CodebookError


class Rung(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step: a higher `tier` is closer or goes further; `says` are patterns, case ignored."""

    tier: int
    words: str
    says: tuple[str, ...]
    since: int | None = None


class Ladder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One order of words. Of labels, `id` is the country whose order it is; of stances, `issues` are what it covers."""

    id: str
    of: Literal["labels", "stances"]
    source: str
    rungs: tuple[Rung, ...]
    issues: tuple[str, ...] = ()

    def rung(self, words: str) -> Rung | None:
        """The highest rung that the words reach; None if they are on none."""
        return _highest(self, words)


class Ladders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All ladders of one file."""

    ladders: tuple[Ladder, ...]

    def of_labels(self, parties: Iterable[str]) -> tuple[Ladder, ...]:
        """The ladders of those parties that have one, in the order of the file."""
        codes = set(parties)
        return tuple(one for one in self.ladders if one.of == "labels" and one.id in codes)

    def of_issue(self, issue: str) -> Ladder | None:
        """The ladder of formulas on an issue; None if it has none."""
        return next((one for one in self.ladders if issue in one.issues), None)


def read_ladders(text: str, name: str) -> Ladders:
    """The ladders that a TOML text holds. Raises: CodebookError: an unknown key, a broken pattern."""
    try:
        found = msgspec.convert(tomllib.loads(text), Ladders)
        for one in found.ladders:
            for rung in one.rungs:
                for pattern in rung.says:
                    re.compile(pattern)
    except (ValueError, RecursionError, OverflowError, msgspec.ValidationError, re.error) as fault:
        raise CodebookError(f"{name}: {fault}; want [[ladders]] with rungs whose patterns compile") from fault
    return found


@lru_cache(maxsize=1)
def load_ladders() -> Ladders:
    """The packaged ladders."""
    return read_ladders(files("communique.analysis").joinpath("data/ladders.toml").read_text("utf-8"), "ladders.toml")


@lru_cache(maxsize=4096)
def _highest(ladder: Ladder, words: str) -> Rung | None:
    flat = " ".join(words.split())
    met = [rung for rung in ladder.rungs if any(re.search(pattern, flat, re.IGNORECASE) for pattern in rung.says)]
    return max(met, key=lambda rung: rung.tier, default=None)
