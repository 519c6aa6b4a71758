"""A document that somebody wants, seeks or comes near → planned: one by what it is about, or by whose it is."""

from __future__ import annotations

from communique.codebook.agreement import AgreementBook
from communique.facts.agreement.behind import DOUBTED
from communique.facts.agreement.papers import Found, Paper
from communique.facts.speech.parties import party_of
from communique.mentions import Page

WISHABLE = ("agreement", "treaty", "contract")
DEFINITE = ("the ", "its ", "their ", "his ", "her ", "our ")
FAR = 60  # characters before a document in which it is said to be wanted


def wished_for(page: Page, index: int, paper: Paper, book: AgreementBook) -> Found | None:
    """A document that is yet to come, as one of those who speak wants it; None where nobody does, or others do."""
    if paper.code not in WISHABLE:
        return None
    low, (start, end) = page.low, page.spans[index]
    before, name = low[max(start, paper.start - FAR) : paper.start], low[paper.start : paper.end]
    wished = book.wished.search(before) or book.aim.match(low, paper.end, end)
    done = None
    if wished is None and book.wants.search(before):
        done = book.by_then.match(low, paper.end, end) or book.by_then.search(low, paper.noun, paper.end)
    if (wished or done) is None or DOUBTED.search(low[max(start, paper.start - FAR) : paper.noun]):
        return None
    if book.others.search(name) or not book.about.search(name):
        return None
    if not name.startswith(DEFINITE) or _theirs(page, index, paper):
        return "planned", paper.start, max(paper.end, done.end() if done else 0)
    return None


def _theirs(page: Page, index: int, paper: Paper) -> bool:
    """Whether a document names a body or two parties, so that it can be told whose it is."""
    inside = [i for i in page.sentence(index).items if paper.start <= i.start < paper.end]
    return any(i.type == "body" for i in inside) or len({c for i in inside if (c := party_of(page, i))}) >= 2
