"""Turns the sentences of a page into agreements: which document of whom was signed, adopted, planned, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from communique.codebook.agreement import AgreementBook, load_agreement
from communique.codebook.fields import load_fields
from communique.facts.clauses import Circle
from communique.facts.outcome import CHAIN, NUMBERS, YEAR, Found, Status, outcome_of
from communique.facts.papers import Paper, papers_of
from communique.facts.parties import party_of
from communique.facts.spoken import JOINT, itself, spoken_of
from communique.grammar import lazy
from communique.mentions import Page
from communique.records import AgreementFact

COUNT = lazy(
    rf"(?s)^.*\b(?:(?P<word>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
    rf"|(?P<digits>\d{{1,3}}))(?: \w[\w-]*){{0,3}} $"
)
PROPER = lazy(r"\b[A-Z][a-z]+|\b(?:on|for) \w")
LISTED = lazy(r"\b(?:along with|as well as|together with|among them|including)(?: also)? $")
ARTICLE = lazy(r"^(?:the|its|their|our) ")
THEY = lazy(r"(?:the|these|those)(?: (?:new|bilateral|\w+teen|\w{3,5}|\d+))? $")
OTHER = lazy(r"\b(?:other|another|further|more)\b")
COUNTED_UP = lazy(r"(?:, an? [^,;:.]{3,90})*,? (?:and |as well as )?(?:an? )?(?:\w+ )?")
NUMBER = lazy(r"\s*(?:[-•*–·▪●○]|\(?\w{1,2}[.)])\s*$")
ITEM = lazy(r"(?:[-•*–·▪●○]|\(?\w{1,2}[.)])? *(?:an?|the)? ?")


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
    seen: dict[tuple[str, str | None, str | None, bool], set[int | None]] = {}
    by_sentence: dict[int, list[re.Match[str]]] = {}
    every = list(book.noun.finditer(low, page.text.body_start))
    for hit in every:
        by_sentence.setdefault(page.index_at(hit.start()), []).append(hit)
    open_list = False  # whether the sentence counts documents up: "among them"
    signed_at = -2  # the sentence that told of documents signed, or the last item of a list of them
    for index, hits in by_sentence.items():
        start, end = page.spans[index]
        papers = papers_of(low, start, end, hits, book)
        status: Status | None = None
        last, open_list, before = start, False, _before(page, low, index)
        if signed_at == before and book.of_them.search(low[start : papers[0].start if papers else start]):
            status, last = "signed", papers[0].start
        elif (
            papers
            and _is_item(page, low, index, papers[0])
            and (signed_at == before or _opens(page, low, before, book))
        ):
            status, last, signed_at = "signed", papers[0].start, index
        for paper in papers:
            found = outcome_of(low, start, end, paper, papers, book) or _earlier(page, low, paper, book)
            on = _goes_on(low, start, last, paper.start) or (
                open_list and COUNTED_UP.fullmatch(low[last : paper.start])
            )
            listed = status is not None and (last == paper.start or bool(on))
            open_list = open_list or (listed and LISTED.search(low[start : paper.start]) is not None)
            renewed = open_list and found is not None and found[0] == "in_force"
            if listed and status is not None and (found is None or found[1] < paper.start or renewed):
                found = (status, paper.start, paper.end)
            told = paper is papers[0] and index - 2 <= signed_at < index
            naming = book.naming.match(low, paper.end, end) or (told and _listing(low, start, end, paper, book))
            found = found or (("signed", paper.start, paper.end) if naming else None)
            if found is None:
                continue
            status, last = found[0], naming.end() if naming else max(paper.end, found[2])
            signed_at = index if status == "signed" else signed_at
            fact = _fact(page, low, index, paper, found, circle, visit)
            other = OTHER.search(low, paper.start, paper.noun) is not None
            if fact is None or (paper is not papers[0] and _same_bundle(low, paper, papers, fact)):
                continue
            counts = seen.setdefault((status, fact.instrument, fact.title, other), set())
            if counts and (fact.count is None or not counts.isdisjoint((None, fact.count))):
                continue
            counts.add(fact.count)
            yield fact
    if page.home is None and not circle.joint and visit and not any(key[1] in JOINT for key in seen):
        spoken = spoken_of(page, low, every, book)
        if spoken is not None:
            yield AgreementFact(
                evidence=(page.text.span(*spoken[2:]),), rule="agreement.spoken_of", visit=visit,
                parties=circle.parties, instrument=cast(None, spoken[0]), status="signed" if spoken[1] else "adopted",
            )  # fmt: skip


def _same_bundle(low: str, paper: Paper, papers: list[Paper], fact: AgreementFact) -> bool:
    """Whether documents without a number of their own are counted with those before: "13 agreements and memoranda"."""
    before = papers[papers.index(paper) - 1]
    counted = COUNT.search(low[max(0, before.noun - 60) : before.noun]) is not None
    return counted and fact.count is None and fact.title is None and low[before.end : paper.start] == " and "


def _before(page: Page, low: str, index: int) -> int:
    """The number of the sentence before, past one that is only the number of an item of a list."""
    before = index - 1
    while before >= 0 and ITEM.fullmatch(low[slice(*page.spans[before])].strip() + " "):
        before -= 1
    return before


def _opens(page: Page, low: str, index: int, book: AgreementBook) -> bool:
    """Whether a sentence opens a list of documents that were signed: "the signing of the following:"."""
    return index >= 0 and book.opening.search(low[slice(*page.spans[index])].strip()) is not None


def _is_item(page: Page, low: str, index: int, paper: Paper) -> bool:
    """Whether a sentence is an item of a list of documents: it begins with one, and what is before it is open."""
    start = page.spans[index][0]
    before = NUMBER.sub("", low[max(0, start - 40) : start]).rstrip()
    return before.endswith((":", ";", "; and")) and ITEM.fullmatch(low[start : paper.start]) is not None


def _listing(low: str, start: int, end: int, paper: Paper, book: AgreementBook) -> re.Match[str] | None:
    """What goes on to name the documents of the sentence before: "The accords are one on …"."""
    return book.listing.match(low, paper.end, end) if THEY.match(low[start : paper.noun]) else None


def _earlier(page: Page, low: str, paper: Paper, book: AgreementBook) -> Found | None:
    """A treaty that goes by its year, "the accord of 1968": it is in force where the year is past."""
    hit = book.of_year.match(ARTICLE.sub("", low[paper.start : paper.end]))
    year = int(page.day[:4]) if page.day else page.year
    past = hit is not None and (year is None or int(hit["year"] or hit["before"]) < year)
    return ("in_force", paper.start, paper.end) if past else None


def _goes_on(low: str, start: int, last: int, at: int) -> bool:
    """Whether a document stands in a list that goes on from the one before."""
    return LISTED.search(low[start:at]) is not None or (last > start and CHAIN.fullmatch(low[last:at]) is not None)


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
        title=_title(page.clean[paper.start : paper.end], plural=plural), instrument=cast(None, paper.code),
        count=count if plural else None,
        fields=load_fields().find(name), status=status,
    )  # fmt: skip


def _parties(page: Page, index: int, paper: Paper, circle: Circle) -> tuple[str, ...]:
    """Whose document it is: those its own name gives, else those its sentence names, else all who meet."""
    sentence = page.sentence(index)
    inside = [c for i in sentence.items if paper.start <= i.start < paper.end and (c := party_of(page, i))]
    if len(set(inside)) >= 2:
        return tuple(sorted(set(inside)))
    if any(i.type == "group" for i in sentence.items):
        return circle.parties
    named = {c for i in sentence.items if (c := party_of(page, i))}
    if len(named) >= 2 and not named & set(circle.parties):
        return tuple(sorted(named))
    if len(named - set(circle.parties)) == 1 and len(named) == 2:
        return tuple(sorted(named))
    return circle.parties


def _title(words: str, *, plural: bool) -> str | None:
    """The name of a document as written, without its article; None for a bare or a plural noun."""
    name = re.sub(r"(?i)^(?:an?|the|its|their|our|his|her|this|these|new) ", "", " ".join(words.split())).strip(' ,"“”')
    return None if plural or " " not in name else name
