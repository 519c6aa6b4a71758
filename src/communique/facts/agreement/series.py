"""The documents of a sentence → what became of each: by its words, its place in a list, what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.codebook.agreement import AgreementBook
from communique.facts.agreement.listed import Line
from communique.facts.agreement.outcome import CHAIN, outcome_of
from communique.facts.agreement.papers import GAPPED, Found, Paper, Status
from communique.facts.agreement.standing import standing
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page

LISTS = ("signed", "adopted")  # what is told of documents that are then listed
LISTED = lazy(
    r"\b(?:along with|alongside|as well as|together with|(?:among|between) (?:them|which|others)|including|notably"
    r"|namely|in particular|such as|to wit|among other things)(?: also| are| were)?:?"
    r"(?: about| some| around| more than| over| nearly| almost)? $"
)
# What opens a list of documents behind those counted or told of before, and what parts its items.
OPENING = lazy(
    r"(?:^|[,;:(–—-] ?)(?:(?:the|these|those) (?:\w+ )?(?:documents|agreements|texts|accords|deals|memoranda|mous)"
    r" (?:include[ds]?|are|were|cover(?:ed)?)|among (?:them|these|those|others|which)|between them|including|namely"
    r"|notably|(?:they|these|those) (?:also )?(?:include[ds]?|are|were|cover(?:ed)?|comprised?))\b|: "
)
NAMES_THEM = lazy(r" (?:also )?(?:include[ds]?|are|is|were|was|comprised?|cover(?:ed)?) ")
NEXT = lazy(r"(?:[,;:]|\b(?:and|plus|including|namely|as well as|along with)) ?(?:renewed |new )?$")
TURNS = lazy(
    r"\b(?:said|says|told|while|but|discussed|agreed|reaffirmed|welcomed|called|urged|will|would|that|hope[sd]?|wants?"
    r"|stress\w+|under|expected|negotiat\w+|after|before|when|if|not|no)\b"
)
BESIDES = lazy(
    r"(?:^|[,;] )(?:and )?(?:besides|in addition to|apart from|alongside|along with|beyond|aside from|next to) $"
)
COLON = lazy(r"[^:;.]{0,110}: ?(?:\(?\w{1,3}[).] )?(?:an? |the )?")  # from documents counted to the first that is named
FOLLOWING = lazy(
    r"\b(?:following|list of (?:outcomes|documents|mous|agreements)"
    r"|(?:documents|agreements|mous|memoranda) (?:signed|exchanged))\b"
    r"[^:]{0,110}: ?(?:\(?\w{1,3}[).] )?(?:an? |the )?$"
)
SIGNED_HERE = lazy(  # "Signed in the palace: a treaty on …"
    r"(?:[^.;:]{0,60}\bwhat (?:was|they|the two)(?: \w+)? |\W*(?:also )?)"
    r"(?:signed|inked|initiall?ed|exchanged|concluded)\b[^:.;]{0,80}: ?(?:\(?\w{1,3}[).] )?(?:an? |the )?"
)
COUNTED_UP = lazy(r"(?:, an? [^,;:.]{3,90})*,? (?:and |as well as )?(?:an? )?(?:\w+ )?")
THEY = lazy(r"(?:the|these|those)(?: (?:new|bilateral|\w+teen|\w{3,5}|\d+))? $")
WITH_CLAUSE = lazy(r", which (?:includes|covers|provides|concerns)\b[^;.]{3,90}, and (?=an?\b|another\b|the\b)")
MONEY = lazy(r"(?:loan|grant|order|line|credit|swap|financ|fund)")  # it is a document only where it is signed
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
    opened = -1  # where a list of documents begins in it
    beside: list[Paper] = []  # documents "besides" which those that follow were signed
    counts_up = False  # whether the sentence counts documents up: "among them"
    item = line is not None or (before == index - 1 and bool(papers) and _is_item(page, low, index, papers[0]))
    if papers and (item or (before == index - 1 and book.of_them.search(low[start : papers[0].start]))):
        status, last = "signed", papers[0].start
    if item:
        series.signed_at = index
    item = item or _opens(page, index, papers, book)
    if item and papers and status is None:
        status, last, counts_up = "signed", papers[0].start, True
    for paper in papers:
        found = outcome_of(low, start, end, paper, list(papers), book) or standing(page, index, paper, book)
        gap = low[last : paper.start]
        colon = bool(told) and status == "signed" and ":" in gap and COLON.fullmatch(gap) is not None
        on = colon or _goes_on(low, start, last, paper.start) or (counts_up and COUNTED_UP.fullmatch(gap))
        on = on or (bool(told) and low.startswith(("a ", "an "), paper.start) and GAPPED.fullmatch(gap) is not None)
        if opened < 0 and (status in LISTS or not told):
            opened = _opened(
                low, start, last if told else -1, paper.start, again=before >= 0 and index - 2 <= before < index
            )
        weak = found is None or found[0] == "in_force"
        within = opened >= 0 and weak and _is_next(low, max(opened, last), paper.start)
        if within and status is None:
            status, last = "signed", paper.start
        listed = status is not None and (last == paper.start or bool(on) or within)
        counts_up = counts_up or colon or (listed and LISTED.search(low[start : paper.start]) is not None)
        head = (line is not None and paper is papers[0]) or (counts_up and found is not None and found[0] == "in_force")
        if listed and status is not None and (found is None or found[1] < paper.start or head or within):
            found = (status, paper.start, paper.end)
        again = paper is papers[0] and index - 2 <= series.signed_at < index
        naming = book.naming.match(low, paper.end, end) or (again and _listing(low, start, end, paper, book))
        naming = naming or (low.endswith("signed ", start, paper.start) and NAMES_THEM.match(low, paper.end, end))
        if found is None and naming:
            found = ("signed", paper.start, paper.end)
        if found is None and BESIDES.search(low[start : paper.start]):
            beside.append(paper)
        if found is None or _at_home(page, index, found) or (found[0] != "signed" and MONEY.match(low, paper.noun)):
            continue
        status, last = found[0], naming.end() if naming else max(paper.end, found[2])
        series.signed_at = index if status == "signed" else series.signed_at
        told += [(one, (status, one.start, one.end)) for one in beside if status in LISTS]
        told.append((paper, found))
        beside = []
    return told


def _opened(low: str, start: int, since: int, end: int, *, again: bool) -> int:
    """Where a list of documents begins: behind what told of them, or with the sentence after it; -1 where none does."""
    if since < 0:
        hit = OPENING.match(low[start:end]) if again else None
        return start + hit.end() if hit else -1
    hit = next((one for one in OPENING.finditer(low[start:end]) if start + one.start() >= since), None)
    return start + hit.end() if hit else -1


def _is_next(low: str, since: int, at: int) -> bool:
    """Whether a document is an item of the list that goes on from an offset."""
    gap = low[since:at]
    return not TURNS.search(gap) and (not gap.strip() or NEXT.search(gap) is not None)


def _is_item(page: Page, low: str, index: int, paper: Paper) -> bool:
    """Whether a sentence is an item of a list of documents: it begins with one, and what is before it is open."""
    start, before = page.spans[index][0], low[: page.spans[index][0]].rstrip()
    return before.endswith((":", ";", "; and")) and ITEM.fullmatch(low[start : paper.start]) is not None


def _at_home(page: Page, index: int, found: Found) -> bool:
    """Whether an office only makes known what it does at home: no other side stands in the sentence."""
    if page.home is None or not page.low.startswith(("announc", "unveil"), found[1]):
        return False
    items = page.sentence(index).items
    return not any(i.type == "group" or party_of(page, i) not in (None, page.home) for i in items)


def _opens(page: Page, index: int, papers: Sequence[Paper], book: AgreementBook) -> bool:
    """Whether the first document of a sentence is the first of a list: "the exchange of the following: (a) …"."""
    if not papers:
        return False
    low, start = page.low, page.spans[index][0]
    if index and low[:start].rstrip().endswith(":") and ITEM.fullmatch(low, start, papers[0].start):
        start = page.spans[index - 1][0]
    before = low[start : papers[0].start]
    if SIGNED_HERE.fullmatch(before):
        return True
    return FOLLOWING.search(before) is not None and book.heading.search(before + "\n") is not None


def _listing(low: str, start: int, end: int, paper: Paper, book: AgreementBook) -> re.Match[str] | None:
    """What goes on to name the documents of the sentence before: "The accords are one on …"."""
    return book.listing.match(low, paper.end, end) if THEY.match(low[start : paper.noun]) else None


def _goes_on(low: str, start: int, last: int, at: int) -> bool:
    """Whether a document stands in a list that goes on from the one before."""
    gap = low[last:at]
    return LISTED.search(low[start:at]) is not None or (
        last > start and (CHAIN.fullmatch(gap) is not None or WITH_CLAUSE.fullmatch(gap) is not None)
    )
