"""A document that a sentence only speaks of → in force, by its own name, its year, or the two whose it is."""

from __future__ import annotations

from communique.codebook.agreement import AgreementBook
from communique.facts.agreement.papers import Found, Paper
from communique.facts.agreement.wished import wished_for
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page

ARTICLE = lazy(r"^(?:the|its|their|our|an?) ")
YEAR = lazy(r"\b(?:19|20)\d\d\b")
OLD = lazy(r"(?:the |an? |its |their )?[\w-]+-old\b")
NAMED = lazy(r"[A-Z]\w*")
BEFORE = 60  # characters of the sentence before a document that may say that it is none yet
STANDING = ("agreement", "treaty", "mou", "contract")


def standing(page: Page, index: int, paper: Paper, book: AgreementBook) -> Found | None:
    """What a document is that nothing is told of but its name: one of the past, or one that is kept."""
    low, start = page.low, page.spans[index][0]
    name = low[paper.start : paper.end]
    if book.known.search(name) and not name.startswith(("a ", "an ")):
        return "in_force", paper.start, paper.end
    if hit := book.of_year.match(ARTICLE.sub("", name)):
        year = int(page.day[:4]) if page.day else page.year
        told = int(hit["year"] or hit["before"])
        adopted = (hit["of"] or hit["noun"]).startswith(("decl", "comm"))
        if adopted and not NAMED.search(page.clean, paper.start + 4, paper.end):
            return None  # "the declaration of 1998" may be anybody's
        if year is None or told < year or (adopted and told == year):
            return ("adopted" if adopted else "in_force"), paper.start, paper.end
    if (wished := wished_for(page, index, paper, book)) is not None:
        return wished
    if paper.code not in STANDING or book.no_text.search(low, max(start, paper.start - BEFORE), paper.noun):
        return None
    before, clean = low[start : paper.start], page.clean[paper.noun : paper.end]
    proper = NAMED.match(clean) is not None
    two = proper or book.recent.match(name) or book.kept.search(before)
    if (two and _two(page, index, paper)) or (OLD.match(name) and book.kept.search(before)):
        return "in_force", paper.start, paper.end
    return ("in_force", paper.start, paper.end) if YEAR.search(name) and book.kept.search(before) else None


def _two(page: Page, index: int, paper: Paper) -> bool:
    """Whether a document names two parties, or one with whom somebody has it."""
    name = page.low[paper.noun : paper.end]
    items = page.sentence(index).items
    inside = {c for i in items if paper.start <= i.start < paper.end and (c := party_of(page, i))}
    with_one = page.low.startswith(("its ", "his ", "her ", "their "), paper.start) and " with " in name
    return len(inside) >= (1 if with_one else 2)
