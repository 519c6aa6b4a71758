"""Turns the words around a document into what became of it: signed, adopted, planned, in force."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, TypeAlias

from communique.codebook.agreement import AgreementBook
from communique.facts.papers import Paper
from communique.grammar import lazy

Status: TypeAlias = Literal["signed", "adopted", "in_force", "planned"]
Found: TypeAlias = tuple[Status, int, int]  # what became of a document, and the span of the words that say so
NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a dozen": 12, "a dozen and a half": 18,
    "two dozen": 24,
}  # fmt: skip
CHAIN = lazy(r"[,;:]? (?:and |as well as |plus )?(?:the |an? )?")
YEAR = lazy(r"\b(?:19|20)\d\d\b")
GAP = lazy(
    r"^(?:(?!\b(?:to|after|before|during|while|that|which|when|said|law|order|bill|act|proclamation"
    r"|legislation|(?:will|would|shall|must|can) (?:not )?be)\b)[^;:.!?]){0,90}$"
)
HOME_LAW = lazy(
    r"\b(?:executive order|into law|act|legislation|bill|labor|(?<!european )(?<!african )(?<!economic )union|congress"
    r"|(?<!united )states of|tribal|city of"
    r"|county|company)\b"
)
TALKED = lazy(r"^(?: (?:an?|the|new))*[ ,]*(?:[\w-]+ ){0,4}$")
TALKS = lazy(r"\b(?:talks|negotiations|visit|meeting)\b")
RELATIVE = lazy(r"\b(?:that|which|who) $")
SIGNING = lazy(r"\b(?:the|witness\w*|attend\w*|by|and|including) $")
TO_WITNESS = lazy(  # who is yet to be there when documents are signed
    r"\b(?:will|to|before (?:they|he|she|the two \w+)(?: both)?) (?:\w+ly |also |both |then )?(?:witness|attend|oversee"
    r"|observe|preside over|see) (?:the )?$"
)
UNDONE = lazy(r"^\W*$|\bto (?:\w+ly |also |jointly )?$")  # "Sign an accord" in a list of aims, "works to sign"
IN_STATEMENT = lazy(r"\bin (?:an?|the|their) $|^in (?:an?|the|their) \w{0,3}$")
MADE = lazy(r"(?:struck|reached|produced|yielded|resulted|culminated|ended|came)\b")
CLOSED = ("struck", "reached")
GOT = lazy(r" an? (?:[\w-]+ ){0,2}(?:agreement|accord|deal|contract) (?:with|on|for)\b")
MANY = lazy(rf"(?:{'|'.join(NUMBERS)}|\d{{1,3}}|several|a (?:series|number|package|raft|set) of)\b")
DOUBTED = lazy(r"\b(?:whether|if|unless|hop\w+|call\w* for|not|no)\b[^,;]{0,30}$")
AS_IF = lazy(r"\b(?:paris|draft|ceasefire|cease-fire|truce|peace|hostage|ransom)\b[^,;]{0,20}$")


def outcome_of(low: str, start: int, end: int, paper: Paper, papers: list[Paper], book: AgreementBook) -> Found | None:
    """What became of a document, with the span of the words that say so; None where nothing did."""
    if behind := _told_behind(low, start, end, paper, book):
        return behind
    if book.after_in_force.search(low, paper.noun, min(end, paper.end + 30)) and paper.code != "other":
        return "in_force", paper.start, paper.end
    here = book.signed_here.search(low, paper.noun, end) if paper.code != "other" else None
    if here and here.start() <= paper.end:
        return "signed", paper.start, max(paper.end, here.end())
    if IN_STATEMENT.search(low[start : paper.start + 3]) and paper.code == "joint_statement":
        return "adopted", paper.start, paper.noun + len("joint statement")
    for pattern, planned in ((book.passive_planned, True), (book.passive, False)):
        hit = pattern.search(low, paper.noun, min(end, paper.end + 90))
        if (
            hit
            and GAP.match(low[paper.end : hit.start()])
            and _share(low, paper, [p for p in papers if p.noun > paper.noun and p.end <= hit.start()])
        ):
            denied = re.search(r"\b(?:no|not)\b[^,;]{0,30}$", low[paper.start - 12 : hit.start()])
            if not planned and (denied or re.search(r"\b(?:that|which)\b[^,;]{0,30}$", low[paper.noun : hit.start()])):
                return None
            if planned:
                return None if DOUBTED.search(low[start : paper.start]) else ("planned", paper.start, hit.end())
            signed = hit["past"].startswith(("si", "co", "in", "ex", "put", "pen"))
            return "signed" if signed else "adopted", paper.start, hit.end()
    return _by_verb(low, start, paper, book)


def _told_behind(low: str, start: int, end: int, paper: Paper, book: AgreementBook) -> Found | None:
    """What stands right behind a document: that it was adopted on this occasion, or is to be brought into force."""
    adopted = book.adopted_here.search(low, paper.noun, end)
    if adopted and adopted.start() <= paper.end + len("),"):
        return "adopted", paper.start, max(paper.end, adopted.end())
    into = book.into_force.search(low, paper.noun, end)
    brought = into is not None and into.start() <= paper.end and book.brought.search(low[start : paper.start])
    return ("planned", paper.start, into.end()) if into and brought else None


def _share(low: str, paper: Paper, others: list[Paper]) -> bool:
    """Whether a document and those behind it are joined, so that one verb speaks of all."""
    return all(CHAIN.fullmatch(low[one.end : other.start]) for one, other in pairwise([paper, *others]))


def _by_verb(low: str, start: int, paper: Paper, book: AgreementBook) -> Found | None:
    """The status that the words before a document give it: those it stands under, the talks on it, its last verb."""
    before = low[start : paper.start]
    under = book.in_force.search(before) is not None
    if under and re.search(r"\bnegotiat", before):
        return "planned", paper.start, paper.end
    if under and paper.code in ("agreement", "treaty", "plan", "mou"):
        return "in_force", paper.start, paper.end
    verb = None
    for hit in book.verb.finditer(low, max(start, paper.start - 160), paper.start):
        verb = hit
    early = max(start, (verb.start() if verb else paper.start) - 60)
    early = early if verb is None or verb[0] in ("signing", "conclude") else verb.end()  # "the early signing of"
    talks = book.talks.search(low, early, paper.start)
    if talks and TALKED.match(low[talks.end() : paper.start] + " "):
        return "planned", paper.start, paper.end
    status = _verb_says(low, start, paper, verb, book) if verb else None
    return (status, verb.start(), paper.end) if verb and status else None


def _verb_says(low: str, start: int, paper: Paper, verb: re.Match[str], book: AgreementBook) -> Status | None:
    """What a verb before a document says became of it; None where it is doubtful, law at home, or about talks."""
    before, gap = low[start : verb.start()], low[verb.end() : paper.start]
    doubtful = book.doubtful_before.search(before) or AS_IF.search(low[verb.end() : paper.noun])
    if doubtful or not GAP.match(gap) or HOME_LAW.search(low, verb.start(), paper.end) or RELATIVE.search(before):
        return None
    later = book.infinitive_before.search(before) is not None
    if verb[0] == "sign" and UNDONE.search(before):
        return "planned"
    if verb["infinitive"] or (verb[0] in ("sign", "signs") and later):
        return "planned" if later else None
    if verb["signed"]:
        if MADE.match(verb[0]) and not (
            MANY.match(low, verb.end() + 1) or (verb[0] in CLOSED and GOT.match(low, verb.end(), paper.end))
        ):
            return None
        noun = verb[0] in ("signing", "signature of", "exchange of")
        stands = SIGNING.search(before) is not None if noun else not before.endswith(("of ", "the ", "newly "))
        if noun and TO_WITNESS.search(before):
            return "planned"
        talked = verb[0].startswith("conclud") and TALKS.search(gap) is not None
        return "signed" if stands and not talked else None
    if verb[0].startswith("endors") and YEAR.search(low, paper.start, paper.end):
        return None  # an earlier one that is endorsed again
    adopts = paper.code in ("joint_statement", "communique", "declaration", "plan", "other")
    return "adopted" if adopts or verb[0].startswith("adopt") else None
