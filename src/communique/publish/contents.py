"""A dossier becomes the sections Content, Conclusion and Contested, each statement with its sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.analysis import Act, Label, Position, acts, labels, positions
from communique.publish.dossier import Dossier
from communique.publish.page import Block, Cite, Notes, Section, Statement
from communique.publish.saying import NO_FIELD, counted, listed, sentence
from communique.publish.sections import against, meeting_statements
from communique.publish.wording import (
    MATTERS,
    POLARITIES,
    STANDS,
    STRENGTHS,
    describe,
    field_name,
    issue_words,
    name,
    names,
    plain,
)
from communique.records import AgreementFact, AnyFact, AssessmentFact
from communique.visits.model import Source, Visit

_MANY = re.compile(  # who claims it is several
    r"(?i)\b(?:analysts|experts|observers|critics|diplomats|officials|commentators|scholars|sources|parties)$"
)
UNKNOWN = "text:"  # what the id of a source begins with that is no outlet
_KINDS_OF_CLAIM = ("motive", "pressure", "significance", "level", "change", "outlook")


def content_section(dossier: Dossier, notes: Notes) -> Section:
    """What: meetings, the name of the relation, documents, positions, and commitments by field."""
    facts = [one.fact for one in dossier.facts]
    blocks = [
        Block("Meetings", tuple(meeting_statements(facts, notes))),
        Block("Relation", tuple(Statement(label_words(one) + ".", notes.cite(one.facts)) for one in labels(facts))),
        Block("Documents", tuple(_documents(facts, notes))),
        Block("Positions", tuple(position_statements(positions(facts), notes))),
        *_commitments(acts(facts), notes),
    ]
    return Section("Content", tuple(block for block in blocks if block.statements))


def conclusion_section(dossier: Dossier, notes: Notes) -> Section:
    """What is claimed about motives, pressures and meaning: each a claim of whoever makes it, none a finding."""
    by_claim: dict[str, list[Statement]] = {}
    for one in dossier.facts:
        fact = one.fact
        if isinstance(fact, AssessmentFact):
            holder = author_name(one.source) if fact.holder == "author" else name(fact.holder)
            about = f" about {name(fact.about)}" if fact.about else ""
            hedge = f" (“{fact.hedge}”)" if fact.hedge else ""
            cites = notes.cite([fact.id])
            quotes = " … ".join(f"“{one.quote}”" for one in cites)
            claim = "claim" if _MANY.search(fact.holder) else "claims"
            words = f"{holder} {claim}{about}{hedge}: {quotes}"
            by_claim.setdefault(fact.claim, []).append(Statement(words, cites, "claim"))
    blocks = [Block(sentence(claim), tuple(by_claim[claim])) for claim in _KINDS_OF_CLAIM if claim in by_claim]
    return Section("Conclusion", tuple(blocks), "No text claims a motive, a pressure or a meaning.")


def contested_section(visit: Visit, notes: Notes) -> Section:
    """Where sources differ: the accepted value and every other, with who says so."""
    found = []
    for one in visit.contested:
        what = sentence(plain(one.name.removeprefix("protocol:")))
        yes = Statement(
            f"{what}: {against(one)}", notes.cite((by.fact for by in one.support), of=[one.name]), "contested"
        )
        found.append(yes)
        for claim in one.dissent:
            words = f"{what}: {plain(str(claim.value))}, by {counted(claim.sources, 'source')} against"
            found.append(Statement(words, notes.cite((by.fact for by in claim.support), of=[one.name]), "contested"))
    return Section("Contested", (Block(None, tuple(found)),) if found else (), "Nothing: the sources agree.")


def author_name(source: Source) -> str:
    """Who publishes, by name; where nobody knows, the title or the name of the file."""
    return source.name.rpartition("/")[2] or source.name if source.id.startswith(UNKNOWN) else source.name


def label_words(label: Label) -> str:
    """A label in quotation marks, with its tier where a ladder has it."""
    tiers = ", ".join(f"tier {tier} of {name(country)}'s" for country, tier in label.tiers)
    change = f", {label.change}" if label.change else ""
    return f"“{label.label}”{f' ({tiers})' if tiers else ''}{change}"


def position_words(position: Position, holders: Sequence[str] = (), issues: Sequence[Position] = ()) -> str:
    """A position: who stands how on what, and the rung where there is a ladder.

    `holders` are all who take it, `issues` all positions that the same words take toward the same.
    """
    holders = holders or (position.holder,)
    issue = listed(issue_words(one.issue, one.issue_text) for one in issues or (position,))
    rung = f" (rung {position.rung}: {position.rung_words})" if position.rung is not None else ""
    if position.toward is None and position.issue in MATTERS:
        return f"{names(holders)} on {issue}: {STANDS[position.polarity]}{rung}"
    if position.polarity is None:
        said = "stated both for and against"
    else:
        said = POLARITIES[position.polarity][len(holders) > 1]
    toward = name(position.toward) if position.toward else issue
    on = issue if toward == issue else f"{toward} on {issue}"
    return f"{names(holders)} {said} {on}{rung}"


def act_words(act: Act, *, under: str | None = None) -> str:
    """An act with who takes it on, how strongly it is worded, and its fields beside the one that it stands under."""
    more = [field_name(field) for field in act.fields if under not in (None, field)]
    also = f"; also {listed(more)}" if more else ""
    strength = STRENGTHS.get(act.strength, "?")
    return f"{names(act.parties) or 'Nobody named'}: {act.action} ({act.strength}, {strength}{also})"


def by_field(found: Iterable[Act]) -> list[tuple[str, list[Act]]]:
    """The acts under one field each, the strongest first: the one of its fields that most acts have, or NO_FIELD."""
    acts = list(found)
    often = Counter(field for act in acts for field in act.fields)
    groups: dict[str, list[Act]] = {}
    for act in sorted(acts, key=lambda act: (-act.strength, act.action)):
        groups.setdefault(max(act.fields, key=lambda field: (often[field], field), default=NO_FIELD), []).append(act)
    return sorted(groups.items(), key=lambda group: (group[0] == NO_FIELD, -len(group[1]), group[0]))


def _documents(facts: Sequence[AnyFact], notes: Notes) -> Iterator[Statement]:
    made = [fact for fact in facts if isinstance(fact, AgreementFact)]
    groups: dict[str, list[str]] = {}
    for fact in made:
        groups.setdefault(describe(fact), []).append(fact.id)
    for words, ids in groups.items():
        yield Statement(sentence(words) + ".", notes.cite(ids))


def position_statements(found: Sequence[Position], notes: Notes) -> Iterator[Statement]:
    """One statement for those who take the same position, and for the issues that the same words name together."""
    groups: dict[tuple[object, ...], list[Position]] = {}
    for one in found:
        groups.setdefault((one.issue, one.toward, one.polarity, one.rung), []).append(one)
    told: dict[tuple[tuple[str, ...], tuple[object, ...]], list[tuple[Position, tuple[Cite, ...]]]] = {}
    for _, group in sorted(groups.items(), key=lambda item: repr(item[0])):
        cites = notes.cite(fact for one in group for fact in one.facts)
        holders = tuple(one.holder for one in group)
        first = group[0]
        stand = (first.toward, first.polarity, first.rung, _words(cites))
        told.setdefault((holders, stand), []).append((first, cites))
    for (holders, _), same in told.items():
        words = position_words(same[0][0], holders, [one for one, _ in same])
        yield Statement(words + ".", same[0][1])


def _words(cites: Sequence[Cite]) -> tuple[tuple[int, str], ...]:
    return tuple((one.number, one.quote) for one in cites)


def _commitments(found: Sequence[Act], notes: Notes) -> Iterator[Block]:
    for field, group in by_field(found):
        said = tuple(Statement(act_words(act, under=field) + ".", notes.cite(act.facts)) for act in group)
        yield Block(f"Commitments: {field_name(field)}", said)
