"""The texts of one visit become what its two sides say of it: what both say, and what only one of them says.

To be silent is not to deny: a matter that one side does not mention is shown as told by the other alone, and nothing is
told of a side that has no text in the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from communique.analysis.acts import SAME_ACT, likeness
from communique.analysis.content import labels
from communique.analysis.matters import TOPICS, Matter, Saying, Side, Standing, Topic, by_side, ids_of, matter_of
from communique.analysis.meetings import is_same_meeting
from communique.analysis.sides_content import act_matters, position_matters
from communique.analysis.voices import Voice
from communique.records import AgreementFact, AnyFact, MeetingFact, RelationshipFact
from communique.visits.model import Attribute, Visit

PROPERTIES = ("kind", "start", "end", "days", "place", "venue", "notice", "occasion", "combined_with", "count_in_year")
"""Of a visit, those on which sides are compared: how far it had come depends on the day of the text."""


def sides(visit: Visit, facts: Iterable[AnyFact], voices: Mapping[str, Voice]) -> list[Matter]:
    """The matters of a visit by topic; within one those that differ, then both's, the guest's, the host's, others'.

    Args:
        visit: the visit as the record holds it, whose claims say which values agree.
        facts: all facts of the visit.
        voices: by fact id, whose text states it; facts that are not there are left out.
    """
    told = [fact for fact in facts if fact.id in voices]
    found = [
        *_attributes(visit, voices),
        *_each(told, voices, MeetingFact, is_same_meeting, _meeting),
        *_labels(told, voices),
        *_each(told, voices, AgreementFact, _same_papers, _paper),
        *position_matters(visit, told, voices),
        *act_matters(told, voices),
    ]
    order: tuple[Standing, ...] = ("differ", "both", "guest", "host", "others")
    return sorted(found, key=lambda one: (TOPICS.index(one.topic), order.index(one.standing)))


def _attributes(visit: Visit, voices: Mapping[str, Voice]) -> Iterator[Matter]:
    for one in visit.attributes:
        topic: Topic = "protocol" if one.name.startswith("protocol:") else "visit"
        if topic == "visit" and one.name not in PROPERTIES:
            continue
        sayings = _claimed(one, voices)
        if sayings:
            yield matter_of(topic, one.name.removeprefix("protocol:"), sayings, differ=lambda a, b: a.value != b.value)


def _claimed(attribute: Attribute, voices: Mapping[str, Voice]) -> list[Saying]:
    """What each side says of a property, the accepted value first."""
    claims = [(attribute.value, attribute.support), *((one.value, one.support) for one in attribute.dissent)]
    return [
        Saying(side=side, facts=names, value=value)
        for value, support in claims
        for side, names in by_side((by.fact for by in support), voices).items()
    ]


def _each(
    facts: Sequence[AnyFact],
    voices: Mapping[str, Voice],
    kind: type[AnyFact],
    is_same: Callable[..., bool],
    made: Callable[..., Matter],
) -> Iterator[Matter]:
    """A matter for each group of facts of a kind that are the same thing."""
    groups: list[list[AnyFact]] = []
    for fact in facts:
        if isinstance(fact, kind):
            home = next((group for group in groups if is_same(group[0], fact)), None)
            if home is None:
                groups.append([fact])
            else:
                home.append(fact)
    for group in groups:
        by_id = {fact.id: fact for fact in group}
        split = by_side(by_id, voices)
        yield made({side: [by_id[name] for name in names] for side, names in split.items()})


def _meeting(told: Mapping[Side, Sequence[MeetingFact]]) -> Matter:
    sayings = [
        Saying(
            side=side,
            facts=ids_of(group),
            value=next((fact.format for fact in group if fact.format), None),
            words=next((fact.venue for fact in group if fact.venue), None),
        )
        for side, group in told.items()
    ]
    facts = [fact for group in told.values() for fact in group]
    fullest = max(facts, key=lambda fact: len([who for who in fact.participants if who.name]))
    who = [one.name or one.country or "" for one in fullest.participants] or [*fullest.countries]
    return matter_of("meeting", ", ".join(who), sayings, differ=lambda a, b: False)


def _same_papers(one: AgreementFact, other: AgreementFact) -> bool:
    """One kind of document, and neither's title speaks against it."""
    if one.instrument != other.instrument:
        return False
    if one.instrument in {"joint_statement", "communique", "declaration"} or not (one.title and other.title):
        return True
    return likeness(one.title, other.title) >= SAME_ACT


def _paper(told: Mapping[Side, Sequence[AgreementFact]]) -> Matter:
    sayings = [
        Saying(
            side=side,
            facts=ids_of(group),
            value=next((fact.status for fact in group if fact.status), None),
            parties=tuple(sorted({code for fact in group for code in fact.parties})),
            words=max((fact.title for fact in group if fact.title), key=len, default=None),
        )
        for side, group in told.items()
    ]
    first = next(iter(told.values()))[0]

    def differ(one: Saying, other: Saying) -> bool:
        """One calls it planned, the other done."""
        return None not in (one.value, other.value) and (one.value == "planned") != (other.value == "planned")

    return matter_of("agreement", first.instrument or "other", sayings, differ=differ)


def _labels(facts: Sequence[AnyFact], voices: Mapping[str, Voice]) -> Iterator[Matter]:
    """Each label once; where each side has one of its own and none is shared, the two together."""
    sayings = [
        {side: Saying(side=side, facts=names, value=label.label, words=label.label) for side, names in split.items()}
        for label in labels(fact for fact in facts if isinstance(fact, RelationshipFact))
        if (split := by_side(label.facts, voices))
    ]
    alone = {
        side: [said for said in sayings if side in said and other not in said]
        for side, other in (("guest", "host"), ("host", "guest"))
    }
    if len(alone["guest"]) == len(alone["host"]) == 1 and not any({"guest", "host"} <= said.keys() for said in sayings):
        one, two = alone["guest"][0], alone["host"][0]
        sayings = [said for said in sayings if said not in (one, two)]
        yield matter_of("label", "", [one["guest"], two["host"]], differ=lambda a, b: True)
        sayings += [{"others": said["others"]} for said in (one, two) if "others" in said]
    for said in sayings:
        name = next(iter(said.values())).words or ""
        yield matter_of("label", name, said.values(), differ=lambda a, b: False)
