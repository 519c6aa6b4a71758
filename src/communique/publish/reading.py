"""Turns one reading into a brief for the terminal (Time, Level, Content, Conclusion), or a line for each fact."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from communique import records
from communique.publish.wording import (
    STRENGTHS,
    describe,
    evidence_of,
    fitted,
    issue_name,
    names,
    plain,
    printable,
    quoted,
    shortened,
    stance_side,
    visit_dates,
    visit_title,
)
from communique.records import AnyFact, Flaw, Reading, VisitFact

FactT = TypeVar("FactT", bound=AnyFact)

SHOWN = 6  # lines of one kind before "and 3 more": a full joint statement then fits a screen of 60 lines
SHOWN_GROUPS = 18  # issues and fields, each a line for many facts
TIMES = ("notice", "occasion", "combined_with", "days", "count_in_year")  # fields of the line on the time of a visit
QUOTE = 60  # columns of a quote in the table


class Line(NamedTuple):
    """A line of a brief: what is said, the words that say it, and the rule that read them.

    `least` is the share of the line under which the words get a line of their own.
    """

    said: str
    quote: str = ""
    rule: str = ""
    least: float = 0.3


def brief(reading: Reading, *, width: int = 100) -> Text:
    """The reading as styled lines of at most `width` columns (from 60): who went where, then the four
    questions.

    Facts of one issue or field share a line, with their number and the words of the strongest; quotes are
    shortened with …; what does not fit is counted. Nothing is shown that the reading does not hold.
    """
    page = Text(no_wrap=True)
    for line in _head(reading):
        page.append(fitted(printable(line.said), width) + "\n", style=line.rule)
    sections = {
        "Time": _time(reading),
        "Level": _level(reading),
        "Content": _content(reading),
        "Conclusion": _conclusion(reading),
        "Gaps": _gaps(reading),
        "Flaws": _flaws(reading.flaws),
    }
    for heading, lines in sections.items():
        if held := list(lines):
            page.append(f"\n{heading}\n", style="bold")
            for line in held:
                _append(page, line, width)
    page.rstrip()
    return page


def table(reading: Reading) -> str:
    """A line for each fact, in the order of the text (kind, key fields, words), under one for the document."""
    document = reading.document
    head = [document.source, document.published or "undated", document.title or ""]
    rows = ["  ".join(filter(None, head))]
    rows += [
        f"  {fact.__struct_config__.tag:<12}  {describe(fact)}  {quoted(fact.evidence, QUOTE)}"
        for fact in reading.facts
    ]
    rows += [f"  {'flaw':<12}  {flaw.flaw}  {shortened(flaw.quote, QUOTE)}" for flaw in reading.flaws]
    return "\n".join(map(printable, rows)) + "\n"


def _head(reading: Reading) -> Iterator[Line]:
    """The main visits, then the document; the last slot of these lines is their style."""
    document = reading.document
    mains = [fact for fact in reading.facts if isinstance(fact, VisitFact) and fact.mention == "main"]
    for visit in mains[:SHOWN]:
        kind = f"{plain(visit.visit_kind)} visit" if visit.visit_kind else "visit of no declared kind"
        yield Line(visit_title(visit), rule="bold")
        yield Line("  " + " · ".join((visit_dates(visit), kind, visit.status or "status not said")))
    if not mains:
        yield Line(_instead_of_a_visit(reading), rule="bold")
    yield from _more(len(mains) - SHOWN)
    if document.title:
        yield Line(f"  {document.title}", rule="dim")
    yield Line(f"  {document.published or 'undated'} · {document.id} · {document.source}", rule="dim")


def _instead_of_a_visit(reading: Reading) -> str:
    if any(gap.field == "language" for gap in reading.gaps):
        return "In a language that is not read"
    return "No visit that the text is about" if reading.facts else "Nothing about a visit"


def _time(reading: Reading) -> Iterator[Line]:
    visits = _of(reading, VisitFact)
    mains = [visit for visit in visits if visit.mention == "main"]
    for visit in mains[:SHOWN]:
        whose = f"{visit_title(visit)}: " if len(mains) > 1 else ""
        together = f"combined with {visit.combined_with}" if visit.combined_with else "combined with an event"
        said: tuple[str | int | None, ...] = (
            visit.notice,
            visit.occasion and ("on its own" if visit.occasion == "standalone" else together),
            visit.days and f"{visit.days} day{'s' if visit.days > 1 else ''}",
            visit.count_in_year and f"visit number {visit.count_in_year} of the year",
        )
        words = whose + (", ".join(map(str, filter(None, said))) or "nothing said of notice or length")
        yield Line(words, quoted(evidence_of(visit, TIMES), 200), visit.rule)
    others = [visit for visit in visits if visit.mention == "background"]
    yield from _some([_line(visit, describe(visit).removesuffix("; background")) for visit in others])


def _level(reading: Reading) -> Iterator[Line]:
    facts = sorted(_of(reading, records.ProtocolFact), key=lambda fact: fact.reported == "no")
    for _, group in groupby(facts, key=lambda fact: (fact.reported, fact.signal)):
        same = list(group)
        yield _line(same[0], describe(same[0]) + (f"  ×{len(same)}" if len(same) > 1 else ""))


def _content(reading: Reading) -> Iterator[Line]:
    labels = {(fact.label, fact.parties): fact for fact in reversed(_of(reading, records.RelationshipFact))}
    for heading, lines in (
        ("Relationship", [_line(fact, describe(fact)) for fact in reversed(labels.values())]),
        ("Meetings", [_line(fact, describe(fact)) for fact in _of(reading, records.MeetingFact)]),
        ("Documents", [_line(fact, describe(fact)) for fact in _of(reading, records.AgreementFact)]),
    ):
        yield from _under(heading, len(lines), _some(lines))
    stances = _of(reading, records.StanceFact)
    yield from _under("Positions", len(stances), _stances(stances))
    commitments = _of(reading, records.CommitmentFact)
    yield from _under("Commitments", len(commitments), _commitments(commitments))


def _stances(facts: Sequence[records.StanceFact]) -> Iterator[Line]:
    """A line for each side and its words, which often name several issues; in the order of the text."""
    groups: dict[tuple[str, str], list[records.StanceFact]] = defaultdict(list)
    for fact in facts:
        groups[stance_side(fact), quoted(fact.evidence, 200)].append(fact)
    lines = [
        _line(same[0], f"{', '.join(dict.fromkeys(map(issue_name, same)))}: {side}")
        for (side, _), same in groups.items()
    ]
    yield from _some(lines, SHOWN_GROUPS)


def _commitments(facts: Sequence[records.CommitmentFact]) -> Iterator[Line]:
    """A line for each field, the fullest first: how many, how strong, and the words of the strongest."""
    groups: dict[str, list[records.CommitmentFact]] = defaultdict(list)
    for fact in facts:
        groups[fact.fields[0] if fact.fields else "no field"].append(fact)
    lines = []
    for field, same in sorted(groups.items(), key=lambda group: -len(group[1])):
        strengths = sorted((fact.strength for fact in same), reverse=True)
        counted = ", ".join(
            f"{len(list(those))} {STRENGTHS.get(strength, strength)}" for strength, those in groupby(strengths)
        )
        lines.append(_line(max(same, key=lambda fact: fact.strength), f"{plain(field):<18}  {counted}"))
    yield from _some(lines, SHOWN_GROUPS)


def _conclusion(reading: Reading) -> Iterator[Line]:
    groups: dict[str, list[records.AssessmentFact]] = defaultdict(list)
    for fact in _of(reading, records.AssessmentFact):
        groups[fact.holder].append(fact)
    for holder, same in groups.items():
        said = [_line(fact, describe(fact).partition(": ")[2])._replace(least=1) for fact in same]
        yield from _under(names([holder]), len(same), _some(said))


def _gaps(reading: Reading) -> Iterator[Line]:
    kinds = {fact.id: fact.__struct_config__.tag for fact in reading.facts}
    groups: dict[str, int] = defaultdict(int)
    for gap in reading.gaps:
        kind = kinds.get(gap.of) if gap.of else None
        of = f"{kind} {plain(gap.field).removeprefix(f'{kind} ')}: " if kind else ""
        groups[of + gap.reason] += 1
    lines = [Line(said + (f"  ×{count}" if count > 1 else "")) for said, count in groups.items()]
    yield from _some(lines)


def _flaws(flaws: Sequence[Flaw]) -> Iterator[Line]:
    yield from _some([Line(flaw.flaw, shortened(flaw.quote, QUOTE)) for flaw in flaws])


def _of(reading: Reading, kind: type[FactT]) -> list[FactT]:
    return [fact for fact in reading.facts if isinstance(fact, kind)]


def _under(heading: str, count: int, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines under a small heading, if there are any."""
    if count:
        yield Line(f"{heading} ({count})" if count > 1 else heading)
        yield from (line._replace(said="  " + line.said) for line in lines)


def _some(lines: Sequence[Line], shown: int = SHOWN) -> Iterator[Line]:
    yield from lines[:shown]
    yield from _more(len(lines) - shown)


def _more(count: int) -> Iterator[Line]:
    if count > 0:
        yield Line(f"and {count} more")


def _line(fact: AnyFact, said: str) -> Line:
    return Line(said, quoted(fact.evidence, 200), fact.rule)


def _append(page: Text, line: Line, width: int) -> None:
    """One line in three columns; where that leaves the quote little room, what is said stands on lines above it."""
    said, quote, rule, room = printable(line.said), printable(line.quote), printable(line.rule), width - 2
    indent = len(said) - len(said.lstrip()) + 4
    rule_room, said_room = min(len(rule), room // 4), max(cell_len(said), room * 2 // 5)
    if not quote or room - said_room - rule_room - 4 < min(cell_len(quote), int(room * line.least)):
        for part in textwrap.wrap(said, room, subsequent_indent=" " * indent):
            page.append(f"  {fitted(part, room)}\n")
        said, said_room, rule_room = "", indent - 2, min(len(rule), room // 3)
    if quote:
        quote_room = room - said_room - rule_room - 4
        page.append(f"  {set_cell_size(said, said_room)}  ")
        page.append(set_cell_size(fitted(quote, quote_room), quote_room), style="italic")
        page.append(f"  {fitted(rule, rule_room)}\n", style="dim")
