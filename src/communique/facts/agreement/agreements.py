"""Turns the sentences of a page into agreements: which document of whom was signed, adopted, planned, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

import msgspec

from communique.codebook.agreement import AgreementBook, load_agreement
from communique.codebook.fields import load_fields
from communique.facts.agreement.listed import Line, listed
from communique.facts.agreement.outcome import NUMBERS, YEAR
from communique.facts.agreement.paper_names import title_of
from communique.facts.agreement.paper_tails import matter_of
from communique.facts.agreement.papers import SAME, Found, Paper, papers_of
from communique.facts.agreement.series import Series, told_of
from communique.facts.agreement.signatories import Sides, whose
from communique.facts.agreement.spanned import spanned
from communique.facts.agreement.spoken import JOINT, itself, spoken_of
from communique.facts.agreement.standing import OLD
from communique.facts.speech.clauses import Circle
from communique.grammar import any_of, lazy
from communique.mentions import Page
from communique.records import AgreementFact, VisitFact

COUNT = lazy(
    rf"(?s)^.*\b(?:(?P<word>{any_of(NUMBERS)})(?P<dozens> dozen)?"
    rf"|(?P<digits>\d{{1,3}}))(?: (?!(?:sides|countries|leaders|presidents|ministers|parties|governments|states|nations"
    rf"|men|neighbou?rs|delegations|capitals|heads|sign\w*|ink\w*)\b)\w[\w-]*){{0,3}} $"
)
ABOUT = lazy(r"\b(?:nearly|almost|about|around|some|roughly|over|than|to) $")  # "nearly three dozen" is no number
PROPER = lazy(r"\b[A-Z][a-z]+|\b(?:on|for) \w")
OTHER = lazy(r"\b(?:other|another|further|more)\b")
UNDER_WHICH = lazy(r",? (?:under|by) which\b")
ONE = lazy(r"(?:an?|another) ")
SEVERAL = lazy(r"\b(?:several|various|numerous|a (?:number|series|raft|host|slew) of|dozens of)\b")
SOME = lazy(
    r"\b(?:several|number|series|package|raft|set|other|on|for|covering|concerning)\b|in (?!the )"
    r"|in the (?:field|area|sphere)"
)
BARE_NAME = lazy(r"(?:the|this|that|an?) [a-z]+(?:,.*)?")
BARE = lazy(r"(?:the|this|that) \w+(?: (?:at|by|yesterday|today|earlier|here|during)\b.*)?")
MANY_UNDERSTANDINGS = ("memorandum of understandings",)  # as some write it
QUOTED = lazy(r"[\"“][^\"”]*[\"”] \w")  # a part of a name that is quoted
PAIR = lazy(r"(?: and |/| & )(?:(?!an? |the )\w+ ){0,2}")
ALIKE_PLURAL = ("agreement", "contract", "treaty", "mou", "other")  # what "deals" in a headline may be
ALIKE = ("agreement", "contract", "treaty")  # what one and the same document may be called in one text


def agreements(
    page: Page, circle: Circle, visit: str | None, visits: Sequence[VisitFact] = ()
) -> Iterator[AgreementFact]:
    """Every document between parties that the page tells of, in order; one that is only referred to gives none.

    Args:
        page: a page that is about a meeting of states; the caller has made sure of that.
        circle: the parties whom "the two sides" means.
        visit: the id of the visit that the text is about.
        visits: all that it tells of; a sentence that tells of another speaks of that one's documents.
    """
    book = load_agreement()
    low = page.low
    own = list(itself(page, low, circle, book, visit)) if circle.joint else []
    yield from own
    by_sentence: dict[int, list[re.Match[str]]] = {}
    every = list(book.noun.finditer(low, page.text.body_start))
    for hit in every:
        by_sentence.setdefault(page.index_at(hit.start()), []).append(hit)
    facts = _told(page, by_sentence, Sides(page, circle, visit, visits), book)
    ends = {piece.end for fact in own for piece in fact.evidence[:1]}
    yield from (f for f in facts if not (f.instrument in JOINT and any(f.evidence[0].end <= end for end in ends)))
    if page.home is None and not circle.joint and visit and not any(fact.instrument in JOINT for fact in facts):
        spoken = spoken_of(page, low, every, book)
        if spoken is not None:
            yield AgreementFact(
                evidence=(page.text.span(*spoken[2:]),), rule="agreement.spoken_of", visit=visit,
                parties=circle.parties, instrument=cast(None, spoken[0]), status="signed" if spoken[1] else "adopted",
            )  # fmt: skip


def _told(
    page: Page, by_sentence: dict[int, list[re.Match[str]]], sides: Sides, book: AgreementBook
) -> list[AgreementFact]:
    """The documents that the sentences of a page tell of, each once."""
    low, facts = page.low, list[AgreementFact]()
    told: dict[tuple[object, ...], list[int]] = {}
    lines = {page.index_at(line.start): line for line in listed(low, page.text.body_start, book)}
    series = Series()
    for index in sorted({*by_sentence, *lines}):
        line = lines.get(index)
        papers = papers_of(low, page.clean, *page.spans[index], by_sentence.get(index, []), book)
        before: Paper | None = None
        several, covered = False, 0
        for paper, found in told_of(page, index, papers, line, series, book):
            if before is not None and several and PAIR.fullmatch(low[before.end : paper.noun]):
                continue  # "eleven memoranda and agreements" were counted together
            if paper.start < covered:
                continue  # what the document before it is about
            fact = _fact(page, low, index, paper, found, sides)
            tail = matter_of(low, page.clean, paper, found)[0]
            covered = tail if tail > found[2] else 0
            several = fact is not None and fact.status == "signed" and ((fact.count or 0) > 1 or _several(low, paper))
            before = paper
            if fact is None or _heads(low, paper, found, page.spans[index][1]):
                continue
            name = low[paper.start : paper.end] if paper.code == SAME else None
            other = OTHER.search(low, paper.start, paper.noun) is not None
            seen = told.setdefault((fact.status, fact.instrument, fact.title, name, other), [])
            known = next((at for at in seen if not fact.count or facts[at].count in (None, fact.count)), None)
            if known is not None and facts[known].count and ONE.match(low, paper.start):
                known = None  # one of those that were counted, told by itself
            if known is None:
                known = _known(facts, fact, bare=BARE.fullmatch(low[paper.start : paper.end]) is not None)
            if known is None:
                seen.append(len(facts))
                facts.append(fact)
            else:
                facts[known] = _together(facts[known], fact)
        facts += (_unnamed(page, index, one, sides) for one in (_behind(page, index, book) if several else ()))
        if line is not None and not line.named:
            facts.append(_unnamed(page, index, line, sides))
    return _headed(page, spanned(page, [one for one in facts if not _bare(one, facts)]))


def _bare(one: AgreementFact, facts: Sequence[AgreementFact]) -> bool:
    """Whether "documents" says no more than what others say that were signed."""
    said = one.count or one.fields or one.title or SOME.search(one.evidence[0].quote)
    plain = one.instrument == "other" and one.rule != "agreement.listed" and not said
    return plain and one.status == "signed" and any(more.status == "signed" and more is not one for more in facts)


def _headed(page: Page, facts: list[AgreementFact]) -> list[AgreementFact]:
    """The documents of a page; what its headline tells is told again below."""
    end = page.clean.find("\n", page.text.body_start)
    if end < 0 or page.clean[:end].rstrip().endswith((".", ":", ";", '"', "”")):
        return facts
    for one in [fact for fact in facts if fact.evidence[0].end <= end and fact.evidence[0].where is None]:
        same = ALIKE_PLURAL if one.title is None and not one.count else (one.instrument,)
        again = next((f for f in facts if f is not one and f.status == one.status and f.instrument in same), None)
        if again is not None:
            facts = [_with(f, one) if f is again else f for f in facts if f is not one]
    return facts


def _with(fact: AgreementFact, headline: AgreementFact) -> AgreementFact:
    return msgspec.structs.replace(fact, evidence=(*fact.evidence, *headline.evidence))


def _several(low: str, paper: Paper) -> bool:
    return SEVERAL.search(low, paper.start, paper.noun) is not None


def _heads(low: str, paper: Paper, found: Found, end: int) -> bool:
    """Whether a document is no more than the head of a list: "the following documents were signed: …"."""
    return "following" in low[paper.start : paper.noun] and ":" in low[found[2] : end + 1]


def _together(one: AgreementFact, more: AgreementFact) -> AgreementFact:
    """One document that is told twice, with what either telling says; the fuller words come first."""
    fuller = bool(more.count and not one.count) or bool(more.fields and not one.fields)
    words = (*more.evidence, *one.evidence) if fuller else (*one.evidence, *more.evidence)
    return msgspec.structs.replace(
        one, evidence=tuple(dict.fromkeys(words)), count=one.count or more.count, fields=one.fields or more.fields
    )


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


def _unnamed(page: Page, index: int, line: Line, sides: Sides) -> AgreementFact:
    """An item of a list of signed documents that no noun calls a document."""
    parties, visit = sides.at(index)
    words = page.clean[line.start : line.end]
    return AgreementFact(
        evidence=(page.text.span(line.start, line.end),), rule="agreement.listed", visit=visit, parties=parties,
        title=" ".join(words.split()) if line.title else None,
        instrument="other", fields=load_fields().find(words), status="signed",
    )  # fmt: skip


def _number(counted: re.Match[str]) -> int | None:
    """The number before a document; None where it is only so many dozens, more or less."""
    if not counted["word"]:
        return int(counted["digits"])
    if not counted["dozens"]:
        return NUMBERS[counted["word"]]
    return None if ABOUT.search(counted[0], 0, counted.start("word")) else 12 * NUMBERS[counted["word"]]


def _fact(page: Page, low: str, index: int, paper: Paper, found: Found, sides: Sides) -> AgreementFact | None:
    status, first, last = found
    counted = COUNT.search(low[max(0, paper.noun - 60) : paper.noun])
    if counted and load_agreement().noun.search(counted[0], counted.end(counted.lastgroup or 0)):
        counted = None  # the number of the documents named before it, or of both together
    count = _number(counted) if counted else None
    plural = low.startswith(MANY_UNDERSTANDINGS, paper.noun) or (
        low[paper.noun : paper.end].split(" ", maxsplit=1)[0].rstrip(",.").endswith(("s", "moranda"))
        and low[paper.noun : paper.noun + 5] != "terms"
    )
    plural = plural or (
        paper.code == "mou" and counted is not None and counted.end(counted.lastgroup or 0) + 1 == len(counted[0])
    )
    parties = whose(page, index, paper, sides)
    name = page.clean[paper.start : paper.end]
    dated = (
        YEAR.search(page.clean, paper.start, last) or UNDER_WHICH.match(low, paper.end) or OLD.match(low, paper.start)
    )
    if status == "in_force" and not dated and BARE_NAME.fullmatch(low, paper.start, paper.end):
        return None  # "the Agreement" has been told of, or is not theirs
    if len(parties) < 2 or (status == "in_force" and (plural or not (PROPER.search(name) or dated))):
        return None
    last, fields = matter_of(low, page.clean, paper, found)
    return AgreementFact(
        evidence=(page.text.span(first, last),), rule=f"agreement.{status}", visit=sides.at(index)[1], parties=parties,
        title=_known_name(low, paper) or _title(name, bare=plural or paper.code == SAME),
        instrument=cast(None, paper.like), count=count if plural else None,
        fields=fields, status=status,
    )  # fmt: skip


def _known_name(low: str, paper: Paper) -> str | None:
    """The one name of a document that has several."""
    book = load_agreement()
    known = book.known.search(low, paper.start, paper.end)
    return book.known_names[known.lastgroup] if known and known.lastgroup else None


def _title(words: str, *, bare: bool) -> str | None:
    """The name of a document as written, without its article; None for a bare or a plural noun."""
    name = re.sub(r"(?i)^(?:an?|another|the|its|their|our|his|her|this|these|new) ", "", " ".join(words.split()))
    name = title_of(name).strip(" ,")
    name = name if QUOTED.match(name) else name.strip('"“”')
    return None if bare or " " not in name else name
