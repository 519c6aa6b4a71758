"""The change between two visits becomes the section Change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.analysis import Act, Change, Part
from communique.analysis.change import ActChange, LabelChange, PositionChange, ProtocolChange
from communique.publish.contents import (
    act_words,
    by_field,
    label_words,
    position_statements,
    position_words,
)
from communique.publish.page import Block, Notes, Section, Statement, Tone
from communique.publish.saying import counted, kind_words, sentence, span_words, visit_line
from communique.publish.sections import attribute_cites
from communique.publish.wording import STRENGTHS, field_name, issue_words, name, plain
from communique.visits.model import Visit

_ACT_HEADINGS = {
    "new": "New commitments",
    "stronger": "Worded more strongly",
    "weaker": "Worded more weakly",
    "repeated": "Repeated",
    "not_mentioned": "Not mentioned again",
}
_TIMES = {"days": "Length", "notice": "Notice", "occasion": "Occasion", "place": "Place"}
_POSITION_HEADINGS = {
    "new": "New positions",
    "not_mentioned": "Positions not mentioned again",
    "same": "Positions unchanged",
}
_MOVED = {"further", "back", "reversed", "unclear"}
_OF_ONE = {"new", "not_mentioned"}  # moves of what only one of two visits has
LISTED = 8  # such acts are listed one by one up to so many
_TONES: dict[str, Tone] = {
    **dict.fromkeys(("new", "stronger", "further", "higher", "up"), "up"),
    **dict.fromkeys(("weaker", "back", "reversed", "lower", "down"), "down"),
    **dict.fromkeys(("unclear", "not_mentioned"), "silent"),
}


def change_section(change: Change | None, before: Visit | None, after: Visit, notes: Notes) -> Section:
    """What changed from the visit before: protocol, relation, positions, commitments."""
    if change is None or before is None:
        return Section("Change", (), "The record holds no earlier visit of the two to compare with.")
    gap = f", {span_words(change.interval)} earlier" if change.interval else ""
    against = Statement(f"Against: {visit_line(before)}{gap}.")
    before_texts, after_texts = (counted(len(one.reports), "report") for one in (before, after))
    texts = f"{before_texts} of that visit and {after_texts} of this one"
    basis = Statement(f"By {texts}: new is what no report of that visit tells.", tone="silent")
    blocks = [
        Block(None, (against, *_kind(change, before, after), *_when(before, after, notes), basis)),
        Block("Protocol", tuple(_protocol(change, notes))),
        Block("Relation", tuple(_label(one, notes) for one in change.labels)),
        *_positions(change, notes),
        *_acts(change, notes),
    ]
    return Section("Change", tuple(block for block in blocks if block.statements))


def _kind(change: Change, before: Visit, after: Visit) -> Iterator[Statement]:
    if before.host_country != after.host_country:
        yield Statement("The visits went opposite ways, so their protocol is not compared.", tone="silent")
    elif change.kind == "same":
        yield Statement(f"The same kind: {kind_words(after)}.")
    elif change.kind is not None:
        words = "Higher" if change.kind == "up" else "Lower"
        yield Statement(f"{words} in kind: {kind_words(before)}, now {kind_words(after)}.", tone=_TONES[change.kind])


def _when(before: Visit, after: Visit, notes: Notes) -> Iterator[Statement]:
    """Length, notice, occasion and place, where both visits are known to have one and these differ."""
    if before.host_country != after.host_country:
        return
    for name_of, what in _TIMES.items():
        one, two = before.attribute(name_of), after.attribute(name_of)
        if one is not None and two is not None and one.value != two.value:
            then, now = (counted(int(v), "day") if name_of == "days" else plain(str(v)) for v in (one.value, two.value))
            cites = (*attribute_cites(after, [name_of], notes), *attribute_cites(before, [name_of], notes))
            yield Statement(f"{what}: {then} then, {now} now.", cites)


def _protocol(change: Change, notes: Notes) -> Iterator[Statement]:
    for one in change.protocol:
        yield Statement(
            _courtesy(one), notes.cite((*one.later.facts, *one.earlier.facts)), _TONES.get(one.move, "plain")
        )
    if change.only_later:
        yield _only("Told of only now", change.only_later, notes)
    if change.only_earlier:
        yield _only("Told of only then", change.only_earlier, notes)


def _courtesy(one: ProtocolChange) -> str:
    def state(part: Part) -> str:
        if part.rank is not None:
            return f"rank {part.rank}"
        return "given" if part.reported == "yes" else "absent"

    words = sentence(one.later.words)
    if one.move == "same":
        return f"{words}: {state(one.later)} both times."
    return f"{words}: {state(one.earlier)} then, {state(one.later)} now."


def _only(heading: str, parts: tuple[Part, ...], notes: Notes) -> Statement:
    said = ", ".join(f"{'no ' if part.reported == 'no' else ''}{part.words}" for part in parts)
    return Statement(f"{heading}: {said}.", notes.cite(fact for part in parts for fact in part.facts), "silent")


def _label(one: LabelChange, notes: Notes) -> Statement:
    cites = notes.cite((*(one.later.facts if one.later else ()), *(one.earlier.facts if one.earlier else ())))
    tone = _TONES.get(one.move, "plain")
    if one.later is None and one.earlier is not None:
        return Statement(f"Not mentioned again: {label_words(one.earlier)}.", cites, tone)
    if one.earlier is None and one.later is not None:
        return Statement(f"New: {label_words(one.later)}.", cites, tone)
    if one.earlier is None or one.later is None or one.move == "same":
        return Statement(f"Unchanged: {label_words(one.later) if one.later else ''}.", cites, tone)
    how = {"higher": "Raised", "lower": "Lowered"}.get(one.move, "Reworded")
    ladder = f" on {name(one.ladder)}'s ladder" if one.ladder else ""
    return Statement(f"{how}{ladder}: {label_words(one.earlier)}, now {label_words(one.later)}.", cites, tone)


def _positions(change: Change, notes: Notes) -> Iterator[Block]:
    """Positions that moved one by one; then those that only one visit has, and those that stayed, in few lines."""
    moved = tuple(_moved(one, notes) for one in change.positions if one.move in _MOVED)
    yield Block("Positions that moved", moved)
    for move, heading in _POSITION_HEADINGS.items():
        found = [known for one in change.positions if one.move == move and (known := one.later or one.earlier)]
        yield Block(heading, tuple(position_statements(found, notes)))


def _moved(one: PositionChange, notes: Notes) -> Statement:
    earlier, later = one.earlier, one.later
    if earlier is None or later is None:
        raise ValueError(f"{one.move}: found a position of one visit; want both")
    cites, tone = notes.cite((*later.facts, *earlier.facts)), _TONES.get(one.move, "plain")
    if one.move in {"further", "back"}:
        issue = sentence(issue_words(later.issue, later.issue_text))
        words = f"{issue}: {name(later.holder)} moved from rung {earlier.rung} ({earlier.rung_words})"
        return Statement(f"{words} to rung {later.rung} ({later.rung_words}).", cites, tone)
    how = "Turned round" if one.move == "reversed" else "Unclear"
    return Statement(f"{how}: {position_words(earlier)} then; {position_words(later)} now.", cites, tone)


def _acts(change: Change, notes: Notes) -> Iterator[Block]:
    """Commitments by how they moved; many that only one visit has are counted by field, as Content has them all."""
    for move, heading in _ACT_HEADINGS.items():
        found = [one for one in change.acts if one.move == move]
        if move in _OF_ONE and len(found) > LISTED:
            acts = [act for one in found if (act := one.later or one.earlier)]
            yield Block(heading, tuple(_counted(field, group, move, notes) for field, group in by_field(acts)))
        elif found:
            yield Block(heading, tuple(_act(one, notes) for one in found))


def _counted(field: str, acts: Sequence[Act], move: str, notes: Notes) -> Statement:
    """How many acts of a field there are, and the strongest of them."""
    many = f"{len(acts)} acts, the strongest by " if len(acts) > 1 else ""
    words = f"{sentence(field_name(field))}: {many}{act_words(acts[0])}."
    return Statement(words, notes.cite(acts[0].facts), _TONES.get(move, "plain"))


def _act(one: ActChange, notes: Notes) -> Statement:
    tone = _TONES.get(one.move, "plain")
    if one.later is None or one.earlier is None:
        act = one.later or one.earlier
        return Statement(f"{act_words(act)}." if act else "", notes.cite(act.facts if act else ()), tone)
    cites = notes.cite((*one.later.facts, *one.earlier.facts))
    was = (
        "" if one.move == "repeated" else f", before {one.earlier.strength}, {STRENGTHS.get(one.earlier.strength, '?')}"
    )
    return Statement(act_words(one.later)[:-1] + f"{was}).", cites, tone)
