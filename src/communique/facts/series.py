"""The documents of a sentence → what became of each: by its words, its place in a list, what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.codebook.agreement import AgreementBook
from communique.facts.listed import Line
from communique.facts.outcome import CHAIN, Found, Status, outcome_of
from communique.facts.papers import Paper
from communique.grammar import lazy
from communique.mentions import Page

LISTED = lazy(r"\b(?:along with|as well as|together with|among them|including)(?: also)? $")
COUNTED_UP = lazy(r"(?:, an? [^,;:.]{3,90})*,? (?:and |as well as )?(?:an? )?(?:\w+ )?")
ARTICLE = lazy(r"^(?:the|its|their|our) ")
THEY = lazy(r"(?:the|these|those)(?: (?:new|bilateral|\w+teen|\w{3,5}|\d+))? $")
ITEM = lazy(r"(?:[-•*–·▪●○]|\(?\w{1,2}[.)])? *(?:an?|the)? ?")


class Series(msgspec.Struct):
    """How far a page has been read: the sentence that told last of documents signed, or the last item of a list."""

    signed_at: int = -2


def told_of(
    page: Page, index: int, papers: Sequence[Paper], line: Line | None, series: Series, book: AgreementBook
) -> list[tuple[Paper, Found]]:
    """What became of each document of a sentence of which something did, in order.

    Args:
        page: the page.
        index: the number of the sentence.
        papers: the documents that it names.
        line: the item of a list of signed documents that it is, if any.
        series: how far the page has been read; is moved on.
        book: the words of documents.
    """
    low, (start, end) = page.low, page.spans[index]
    told: list[tuple[Paper, Found]] = []
    status: Status | None = None
    last, before = start, series.signed_at
    counts_up = False  # whether the sentence counts documents up: "among them"
    item = line is not None or (before == index - 1 and bool(papers) and _is_item(page, low, index, papers[0]))
    if papers and (item or (before == index - 1 and book.of_them.search(low[start : papers[0].start]))):
        status, last = "signed", papers[0].start
    if item:
        series.signed_at = index
    for paper in papers:
        found = outcome_of(low, start, end, paper, list(papers), book) or _earlier(page, low, paper, book)
        on = _goes_on(low, start, last, paper.start) or (counts_up and COUNTED_UP.fullmatch(low[last : paper.start]))
        listed = status is not None and (last == paper.start or bool(on))
        counts_up = counts_up or (listed and LISTED.search(low[start : paper.start]) is not None)
        head = (line is not None and paper is papers[0]) or (counts_up and found is not None and found[0] == "in_force")
        if listed and status is not None and (found is None or found[1] < paper.start or head):
            found = (status, paper.start, paper.end)
        again = paper is papers[0] and index - 2 <= series.signed_at < index
        naming = book.naming.match(low, paper.end, end) or (again and _listing(low, start, end, paper, book))
        if found is None and naming:
            found = ("signed", paper.start, paper.end)
        if found is None:
            continue
        status, last = found[0], naming.end() if naming else max(paper.end, found[2])
        series.signed_at = index if status == "signed" else series.signed_at
        told.append((paper, found))
    return told


def _is_item(page: Page, low: str, index: int, paper: Paper) -> bool:
    """Whether a sentence is an item of a list of documents: it begins with one, and what is before it is open."""
    start, before = page.spans[index][0], low[: page.spans[index][0]].rstrip()
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
