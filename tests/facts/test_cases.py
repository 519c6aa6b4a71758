"""The cases that a coder writes in tests/cases: short texts, and the visits that must be read in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact, Reading, VisitFact

CASES = Path(__file__).parents[1] / "cases"
VISIT = re.compile(r"(?P<guest>\w+) -> (?P<host>\w+)(?: \[(?P<checks>.*)\])?$")
STATUSES = ("completed", "ongoing", "planned", "cancelled")
KINDS = ("state", "official", "official_working", "working", "informal", "private", "transit", "event_only")


class Case(msgspec.Struct, frozen=True):
    """One heading with its text and the lines that begin with =>."""

    name: str
    published: str | None
    text: str
    wanted: tuple[str, ...]


def cases(file: str) -> Iterator[Case]:
    for block in re.split(r"^## ", (CASES / file).read_text(encoding="utf-8"), flags=re.M)[1:]:
        name, *lines = block.strip().split("\n")
        days = [line.removeprefix("published:").strip() for line in lines if line.startswith("published:")]
        published = days[0] if days else None
        wanted = tuple(line.removeprefix("=>").strip() for line in lines if line.startswith("=>"))
        text = "\n".join(line for line in lines if line.strip() and not line.startswith(("=>", "published:")))
        yield Case(name.strip(), published, text, wanted)


def read(case: Case) -> Reading:
    return read_document(Document(source=case.name, text=case.text, published=case.published))


def fits(visit: VisitFact, wanted: str) -> bool:
    """Whether a visit is what a line says; what the line leaves out is not checked."""
    match = VISIT.match(wanted)
    assert match, f"cannot read the line {wanted!r}"
    if (visit.guest_country, visit.host_country) != (match["guest"], match["host"]):
        return False
    checks = [c.strip() for c in (match["checks"] or "").split(",") if c.strip()]
    return all(_check(visit, check) for check in checks)


def _check(visit: VisitFact, check: str) -> bool:
    if check in STATUSES:
        return visit.status == check
    if check in KINDS:
        return visit.visit_kind == check
    key, colon, value = check.partition(":")
    if colon and not key[:1].isdigit():
        if key == "guest":
            return value in ((visit.guest and visit.guest.name) or "")
        if key == "place":
            return value in ((visit.place and visit.place.name) or "")
        return str(getattr(visit, key)) == value
    start, _, end = check.partition("/")
    return visit.start == start and (not end or visit.end == end)


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in cases("hard_negatives.md")])
def test_text_without_a_visit(case: Case) -> None:
    reading = read(case)
    visits = [f for f in reading.facts if isinstance(f, VisitFact)]
    meetings = [f for f in reading.facts if isinstance(f, MeetingFact)]
    assert visits == []
    if "meeting" in case.wanted:
        assert meetings
    elif "nothing" in case.wanted:
        assert meetings == []


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in cases("visits.md")])
def test_text_with_visits(case: Case) -> None:
    visits = [f for f in read(case).facts if isinstance(f, VisitFact)]
    wanted = [line for line in case.wanted if line != "none"]
    missed = [line for line in wanted if not any(fits(v, line) for v in visits)]
    told = [(v.guest_country, v.host_country, v.status, v.visit_kind, v.start, v.end) for v in visits]
    assert not missed, f"missed {missed}; read {told}"
    assert len(visits) == len(wanted), f"read {told}"
