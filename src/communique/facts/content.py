"""Turns a page with diplomatic context into its stances, agreements and assessments; other pages give none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from communique.facts.clauses import Circle, code_of
from communique.facts.stances import stances
from communique.mentions import Page
from communique.records import AnyFact, VisitFact

TOGETHER = re.compile(
    r"(?i)\bjoint\b|\bcommuniqu[eé]\b|leaders[’']? (?:\w+ )?(?:statement|declaration)|\bdeclaration\b|statement of the leaders"
)
READOUT = re.compile(r"(?i)\breadout\b|\b(?:meeting|call|talks|summit|conversation) with\b|bilateral")
JOINT_LINE = re.compile(r"(?i)joint (?:\w+ )?(?:statement|communiqu|declaration)")
MEETS = re.compile(r"(?i)\b(?:visit|meeting|met|talks|summit|received|trip|came|arrived|travel)")
OPENING = 400  # characters of the body in which a text says what it is
HEADLINE = 140  # characters; a longer line is no headline


def content(page: Page, visits: Sequence[VisitFact]) -> Iterator[AnyFact]:
    """The stances, agreements and assessments of a page; none where no two parties meet in it."""
    circle = circle_of(page, visits)
    if circle is None:
        return
    main = next((v for v in visits if v.mention == "main"), visits[0] if visits else None)
    yield from stances(page, circle, main.id if main else None)


def circle_of(page: Page, visits: Sequence[VisitFact]) -> Circle | None:
    """Whom "the two sides" means; None where the text tells of no meeting of states.

    The two countries of the main visit, else those whom a joint statement's or a readout's title names.
    """
    title = page.clean[: page.text.body_start]
    joint = TOGETHER.search(title) is not None and not page.is_transcript
    named = _named(page, 0, page.text.body_start)
    main = next((v for v in visits if v.mention == "main"), visits[0] if visits else None)
    if joint and len({*named, *([page.home] if page.home else [])}) >= 2:
        return Circle(
            tuple(sorted(set(named) if len(set(named)) >= 2 or "EU" in named else {*named, page.home})), joint=True
        )
    if main is not None and main.guest_country and main.host_country:
        pair = tuple(sorted((main.guest_country, main.host_country)))
        return Circle(pair, joint=joint or _speaks_jointly(page))
    if READOUT.search(title) and named and not page.is_transcript:
        parties = {*named, *([page.home] if page.home else [])}
        return Circle(tuple(sorted(parties)), joint=False) if len(parties) >= 2 else None
    if joint and named:
        return Circle(tuple(sorted(set(named))), joint=True)
    pair = _most_named(page)
    return Circle(pair, joint=_speaks_jointly(page)) if len(pair) == 2 else None


def _speaks_jointly(page: Page) -> bool:
    """Whether a text without a title says of itself in its first lines that it is a joint statement."""
    head = page.clean[page.text.body_start : page.text.body_start + OPENING]
    return any(len(line) <= HEADLINE and JOINT_LINE.search(line) for line in head.split("\n")) or head.startswith("We ")


def _most_named(page: Page) -> tuple[str, ...]:
    """The two countries or bodies that a text names most often, where its opening speaks of a meeting."""
    start = page.text.body_start
    if page.home is not None or not MEETS.search(page.clean, start, start + OPENING * 3):
        return ()
    named: Counter[str] = Counter()
    for atom in page.scan.atoms:
        for type_ in ("country", "demonym"):
            named.update(atom.entry.refs.get(type_, ())[:1])
    first = {c for c in _named(page, start, min(len(page.clean), start + OPENING * 3))}
    return tuple(sorted(code for code, _ in [n for n in named.most_common(4) if n[0] in first][:2]))


def _named(page: Page, start: int, end: int) -> list[str]:
    """The countries and bodies of a stretch, in order, each once."""
    found: Counter[str] = Counter()
    if end > start:
        for index in range(page.index_at(start), page.index_at(end - 1) + 1):
            for item in page.sentence(index).of("country", "demonym", "person", "body"):
                if item.start < end and (code := code_of(page, item)):
                    found[code] += 1
    return list(found)
