"""Turns a sentence into the documents that it names: each noun with the words that belong to its name."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

import msgspec

from communique.codebook.agreement import AgreementBook
from communique.facts.agreement.paper_names import NAME_END, name_start
from communique.grammar import lazy

Status: TypeAlias = Literal["signed", "adopted", "in_force", "planned"]
Found: TypeAlias = tuple[Status, int, int]  # what became of a document, and the span of the words that say so
NO_PAPER = lazy(
    r"(?: \([^)]{2,12}\))?[- ](?:based|making|ceremon|mechanism|process|negotiator|partners?\b|system|commitments"
    r"|implementation|model)"
    r"| in principle\b"
    r"| (?:to|for) (?:the )?(?:press|media|reporters|journalists)\b"
)
GAPPED = lazy(  # "…, and the central banks a …": a second who signed another
    r", (?:and|while) (?:(?!(?:\w+ed|is|are|was|were|has|have|will|would|on|for|with|which|that|said|says)\b)"
    r"[\w'’.-]+ ){1,7}(?<!and )$"
)
LINK = lazy(
    r"(?:,| and|, and|,? and of|, including|, among them|, as well as| in addition to| along with| plus| including)? *$"
)


TAIL = lazy(r"(?: (?:to|of|on|in|with|for|by|under|and|or|from|at|the|an?))+$")  # words that begin what is cut off
AWAY = lazy(  # behind one with a clause of its own, and behind those that were signed
    r"(?:,? (?:which|signed|inked) [^;.]{3,90})?,? and (?:of )?"
    r"| (?:were|was|have been|are) (?:\w+ )?(?:signed|inked|concluded|exchanged|initiall?ed)[^,;.:]{0,60}"
    r"(?:,|:| [–—-]) "
)
SIGNED_IT = lazy(r"\b(?:sign(?:ed|s|ing)?|inked|initiall?ed|signature of|signing of)(?: up to)? $")
WAS_SIGNED = lazy(r"[^,;.]{0,60} (?:was|were|has been|have been) (?:\w+ly )?(?:signed|inked|initiall?ed)\b")
WITHIN = lazy(
    r",? (?:outlining|detailing|containing|setting out|laying out|listing|announcing|envisaging|foreseeing|describing"
    r"|pledging|promising)\b[^,;.]{0,60}"
)
OF_TALKS = lazy(r" (?:negotiations|talks)\b")  # "free trade agreement negotiations"
SAME = "same"  # the code of a noun that stands for that of the document before: "another on …"
CALLED = lazy(r"(?:\bknown (?:\w+ )?as|\bcalled|\bdubbed|\()(?: the)? ?$")  # before another name of the same document


class Paper(msgspec.Struct, gc=False):
    """A document noun with its phrase, half-open in the text."""

    start: int
    noun: int
    end: int
    code: str
    like: str  # the code of the document before it, for "another on …"; else its own


def papers_of(
    low: str, clean: str, start: int, end: int, hits: list[re.Match[str]], book: AgreementBook
) -> list[Paper]:
    """The document phrases of a sentence, left to right, each up to where the next begins."""
    found: list[Paper] = []
    hits = [hit for hit in hits if not CALLED.search(low, start, hit.start())]
    for at, hit in enumerate(hits):
        left = name_start(low, max(start, hits[at - 1].end() if at else start), hit.start(), clean)
        stop = NAME_END.search(low, hit.end(), end)
        right = hit.end() if OF_TALKS.match(low, hit.end()) else stop.start() if stop else end
        for other in hits[at + 1 :]:  # up to the next that is joined to it: not one that its own name holds
            after = name_start(low, hit.end(), other.start(), clean)
            link = LINK.search(low[hit.end() : after])
            verb = next((v for v in book.verb.finditer(low, hit.end(), after) if not v[0].endswith(" of")), None)
            right = min(right, verb.start()) if verb else right
            gapped = GAPPED.search(low[hit.end() : after]) if low.startswith(("a ", "an "), after) else None
            if gapped:
                right = min(right, hit.end() + gapped.start())
                break
            if link and link[0].strip():
                right = min(right, hit.end() + link.start())
                break
        if found and hit.start() < found[-1].end:
            continue  # the document is named within another's name
        if book.never.search(low, max(start, hit.start() - 40), min(end, hit.end() + 40)):
            continue
        if NO_PAPER.match(low, hit.end()) or _is_a_tie(low, start, left, hit, end) or _held(low, found, left):
            continue
        while right > hit.end() and low[right - 1] in " ,.;:—-\"'”)(\n":
            right -= 1
        if low[right : right + 1] == ")" and "(" in low[hit.start() : right]:
            right += 1
        if tail := TAIL.search(low, hit.end(), right):
            right = tail.start()
        code = like = hit.lastgroup or "other"
        if code == SAME:
            gap = low[found[-1].end : hit.start()] if found else ""
            away = found and not found[-1].code.startswith("joint") and AWAY.fullmatch(gap)
            if not found or not (LINK.fullmatch(gap) or away):
                continue
            like = found[-1].like
        found.append(Paper(left, hit.start(), max(right, hit.end()), code, like))
    return found


def _is_a_tie(low: str, start: int, left: int, hit: re.Match[str], end: int) -> bool:
    """Whether a partnership is what they are to each other, and no document: nobody signed it."""
    if not hit[0].startswith("partnership"):
        return False
    return not (SIGNED_IT.search(low, start, left) or WAS_SIGNED.match(low, hit.end(), end))


def _held(low: str, found: list[Paper], left: int) -> bool:
    """Whether what would be a document is only what the one before it holds."""
    return bool(found) and WITHIN.fullmatch(low[found[-1].end : left]) is not None
