"""Turns the sentences of a page into agreements: which document of whom was signed, adopted, planned, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

import msgspec

from communique.codebook.agreement import AgreementBook, load_agreement
from communique.codebook.fields import load_fields
from communique.facts.clauses import Circle
from communique.facts.listed import Line, listed
from communique.facts.outcome import NUMBERS, YEAR, Found
from communique.facts.papers import SAME, Paper, papers_of
from communique.facts.parties import party_of
from communique.facts.series import Series, told_of
from communique.facts.spoken import JOINT, itself, spoken_of
from communique.grammar import lazy
from communique.mentions import Page
from communique.mentions.refer import figures
from communique.records import AgreementFact

COUNT = lazy(
    rf"(?s)^.*\b(?:(?P<word>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
    rf"|(?P<digits>\d{{1,3}}))(?: \w[\w-]*){{0,3}} $"
)
PROPER = lazy(r"\b[A-Z][a-z]+|\b(?:on|for) \w")
OTHER = lazy(r"\b(?:other|another|further|more)\b")
BARE = lazy(r"(?:the|this|that) \w+(?: (?:at|by|yesterday|today|earlier|here|during)\b.*)?")
PAIR = lazy(r"(?: and |/| & )(?:(?!an? |the )\w+ ){0,2}")
ALIKE = ("agreement", "contract", "treaty")  # what one and the same document may be called in one text


def agreements(page: Page, circle: Circle, visit: str | None) -> Iterator[AgreementFact]:
    """Every document between parties that the page tells of, in order; one that is only referred to gives none.

    Args:
        page: a page that is about a meeting of states; the caller has made sure of that.
        circle: the parties whom "the two sides" means.
        visit: the id of the visit that the text is about.
    """
    book = load_agreement()
    low = page.low
    if circle.joint:
        yield from itself(page, low, circle, book, visit)
    by_sentence: dict[int, list[re.Match[str]]] = {}
    every = list(book.noun.finditer(low, page.text.body_start))
    for hit in every:
        by_sentence.setdefault(page.index_at(hit.start()), []).append(hit)
    facts = _told(page, by_sentence, circle, visit, book)
    yield from facts
    if page.home is None and not circle.joint and visit and not any(fact.instrument in JOINT for fact in facts):
        spoken = spoken_of(page, low, every, book)
        if spoken is not None:
            yield AgreementFact(
                evidence=(page.text.span(*spoken[2:]),), rule="agreement.spoken_of", visit=visit,
                parties=circle.parties, instrument=cast(None, spoken[0]), status="signed" if spoken[1] else "adopted",
            )  # fmt: skip


def _told(
    page: Page, by_sentence: dict[int, list[re.Match[str]]], circle: Circle, visit: str | None, book: AgreementBook
) -> list[AgreementFact]:
    """The documents that the sentences of a page tell of, each once."""
    low, facts = page.low, list[AgreementFact]()
    seen: dict[tuple[object, ...], set[int | None]] = {}
    lines = {page.index_at(line.start): line for line in listed(low, page.text.body_start, book)}
    series = Series()
    for index in sorted({*by_sentence, *lines}):
        line = lines.get(index)
        papers = papers_of(low, *page.spans[index], by_sentence.get(index, []), book)
        before: Paper | None = None
        several = False
        for paper, found in told_of(page, index, papers, line, series, book):
            if before is not None and several and PAIR.fullmatch(low[before.end : paper.noun]):
                continue  # "eleven memoranda and agreements" were counted together
            fact = _fact(page, low, index, paper, found, circle, visit)
            several = fact is not None and fact.status == "signed" and (fact.count or 0) > 1
            before = paper
            name = low[paper.start : paper.end] if paper.code == SAME else None
            other = OTHER.search(low, paper.start, paper.noun) is not None
            if fact is None:
                continue
            counts = seen.setdefault((fact.status, fact.instrument, fact.title, name, other), set())
            if counts and (fact.count is None or not counts.isdisjoint((None, fact.count))):
                continue
            counts.add(fact.count)
            known = _known(facts, fact, bare=BARE.fullmatch(low[paper.start : paper.end]) is not None)
            if known is None:
                facts.append(fact)
            else:
                facts[known] = msgspec.structs.replace(facts[known], evidence=(*facts[known].evidence, *fact.evidence))
        facts += (_unnamed(page, one, circle, visit) for one in (_behind(page, index, book) if several else ()))
        if line is not None and not line.named:
            facts.append(_unnamed(page, line, circle, visit))
    return facts


def _behind(page: Page, index: int, book: AgreementBook) -> Iterator[Line]:
    """What the sentences behind one of several documents say of each without its noun: "Another secures …"."""
    for start, end in page.spans[index + 1 : index + 4]:
        hits = list(book.one_of_them.finditer(page.low[start:end]))
        if not hits or hits[0].start() > 0:
            return
        yield from (Line(start + hit.start("said"), start + hit.end(), named=False, title=False) for hit in hits)


def _known(facts: list[AgreementFact], fact: AgreementFact, *, bare: bool) -> int | None:
    """Where the same document stands among those told before: as many once more, or "the agreement"."""
    for at in range(len(facts) - 1, -1, -1):
        one = facts[at]
        if (one.status, one.parties) != (fact.status, fact.parties):
            continue
        if fact.count and one.count == fact.count:
            return at
        alike = one.instrument == fact.instrument or (one.instrument in ALIKE and fact.instrument in ALIKE)
        if bare and alike and not one.count and not fact.count:
            return at
    return None


def _unnamed(page: Page, line: Line, circle: Circle, visit: str | None) -> AgreementFact:
    """An item of a list of signed documents that no noun calls a document."""
    words = page.clean[line.start : line.end]
    return AgreementFact(
        evidence=(page.text.span(line.start, line.end),), rule="agreement.listed", visit=visit, parties=circle.parties,
        title=" ".join(words.split()) if line.title else None,
        instrument="other", fields=load_fields().find(words), status="signed",
    )  # fmt: skip


def _fact(
    page: Page, low: str, index: int, paper: Paper, found: Found, circle: Circle, visit: str | None
) -> AgreementFact | None:
    status, first, last = found
    counted = COUNT.search(low[max(0, paper.noun - 60) : paper.noun])
    if counted and load_agreement().noun.search(counted[0], counted.end(counted.lastgroup or 0)):
        counted = None  # the number of the documents named before it, or of both together
    count = (NUMBERS[counted["word"]] if counted["word"] else int(counted["digits"])) if counted else None
    plural = (
        low[paper.noun : paper.end].split(" ", maxsplit=1)[0].rstrip(",.").endswith(("s", "moranda"))
        and low[paper.noun : paper.noun + 5] != "terms"
    )
    parties = _parties(page, index, paper, circle)
    name = page.clean[paper.start : paper.end]
    if len(parties) < 2 or (status == "in_force" and (plural or not (PROPER.search(name) or YEAR.search(name)))):
        return None
    return AgreementFact(
        evidence=(page.text.span(first, last),), rule=f"agreement.{status}", visit=visit, parties=parties,
        title=_title(page.clean[paper.start : paper.end], bare=plural or paper.code == SAME),
        instrument=cast(None, paper.like), count=count if plural else None,
        fields=load_fields().find(name), status=status,
    )  # fmt: skip


def _parties(page: Page, index: int, paper: Paper, circle: Circle) -> tuple[str, ...]:
    """Whose document it is: those its own name gives, else those its sentence names, else all who meet."""
    sentence = page.sentence(index)
    inside = {c for i in sentence.items if paper.start <= i.start < paper.end and (c := party_of(page, i))}
    if len(inside) >= 2:
        return tuple(sorted(inside))
    if inside and " with " in page.low[paper.start : paper.end] and not inside & set(circle.parties):
        before = [i for i in sentence.items if i.end <= paper.start]
        sides = [c for i in before if (c := party_of(page, i)) in circle.parties] or [
            f.country for i in before if i.type == "pronoun" for f in figures(page, sentence, i) if f.country
        ]
        return tuple(sorted({*inside, *sides[:1]}))  # of him who is spoken of with somebody else
    if any(i.type == "group" for i in sentence.items):
        return circle.parties
    named = {c for i in sentence.items if (c := party_of(page, i))}
    if len(named) >= 2 and not named & set(circle.parties):
        return tuple(sorted(named))
    if len(named - set(circle.parties)) == 1 and len(named) == 2:
        return tuple(sorted(named))
    return circle.parties


def _title(words: str, *, bare: bool) -> str | None:
    """The name of a document as written, without its article; None for a bare or a plural noun."""
    name = re.sub(r"(?i)^(?:an?|the|its|their|our|his|her|this|these|new) ", "", " ".join(words.split())).strip(' ,"“”')
    return None if bare or " " not in name else name
