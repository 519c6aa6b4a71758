"""What one side says of one matter, and how the sides stand to each other on it: the nouns of a comparison of sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

import msgspec

from communique.analysis.voices import Voice
from communique.records import AnyFact
from communique.visits.model import Value

Side: TypeAlias = Literal["guest", "host", "others"]
Standing: TypeAlias = Literal["differ", "both", "guest", "host", "others"]
Topic: TypeAlias = Literal["visit", "protocol", "meeting", "agreement", "label", "position", "act"]

TOPICS: tuple[Topic, ...] = ("visit", "protocol", "meeting", "label", "agreement", "position", "act")
_ORDER: tuple[Side, ...] = ("guest", "host", "others")
SIDES: dict[Voice, tuple[Side, ...]] = {
    "guest": ("guest",),
    "host": ("host",),
    "joint": ("guest", "host"),
    "others": ("others",),
}


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """What one side says of a matter, and by which facts (ids, the strongest first).

    `value` is that of a property, yes or no of a courtesy, support or oppose of a position (None: both), 1 to 6 of a
    commitment, the state of a document; `rung` where the issue has a ladder; `words` are the act, label or title.
    """

    side: Side
    facts: tuple[str, ...]
    value: Value | None = None
    rung: int | None = None
    parties: tuple[str, ...] = ()
    words: str | None = None


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that somebody tells of a visit; `name` is the property, signal, issue, instrument or label.

    `differ`: the two sides tell it differently. A joint text speaks for both.
    """

    topic: Topic
    name: str
    standing: Standing
    sayings: tuple[Saying, ...]

    def of(self, side: Side) -> tuple[Saying, ...]:
        """What a side says of it: nothing, one thing, or several where its texts differ among themselves."""
        return tuple(one for one in self.sayings if one.side == side)

    @property
    def is_disputed(self) -> bool:
        """Others give a property or a courtesy a value that neither side gives it."""
        given = {one.value for one in self.sayings if one.side != "others"}
        return (
            self.topic in {"visit", "protocol"} and bool(given) and any(x.value not in given for x in self.of("others"))
        )


def matter_of(
    topic: Topic, name: str, sayings: Iterable[Saying], *, differ: Callable[[Saying, Saying], bool]
) -> Matter:
    """The matter of these sayings; the sides differ if nothing that the one says agrees with anything of the other."""
    ordered = tuple(sorted(sayings, key=lambda said: _ORDER.index(said.side)))
    guest, host = ([said for said in ordered if said.side == side] for side in ("guest", "host"))
    standing: Standing = "others"
    if guest and host:
        standing = "differ" if all(differ(one, other) for one in guest for other in host) else "both"
    elif guest or host:
        standing = "guest" if guest else "host"
    return Matter(topic=topic, name=name, standing=standing, sayings=ordered)


def by_side(ids: Iterable[str], voices: Mapping[str, Voice]) -> dict[Side, tuple[str, ...]]:
    """The facts by the sides that they speak for, in their order."""
    found: dict[Side, list[str]] = {}
    for name in ids:
        for side in SIDES[voices[name]] if name in voices else ():
            found.setdefault(side, []).append(name)
    return {side: tuple(names) for side, names in found.items()}


def ids_of(facts: Iterable[AnyFact]) -> tuple[str, ...]:
    """Their ids, each once."""
    return tuple(dict.fromkeys(fact.id for fact in facts))
