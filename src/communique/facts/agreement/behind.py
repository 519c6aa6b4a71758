"""Turns the words right behind a document into what became of it: who signed it, since when it stands."""

from __future__ import annotations

import re

from communique.codebook.agreement import AgreementBook
from communique.facts.agreement.papers import Found, Paper, Status
from communique.grammar import lazy

GENERIC = lazy(r"(?:documents?|papers|(?:legal )?instruments?|\w+ texts)\b")
MANY_OF_THEM = lazy(r"\b(?:the|all|these|those|its|their|our|any|such|existing|various)\b[ \w]*$")
ONE_OF_MANY = lazy(r"(?:terms of|(?:agreed )?minutes)\b")  # plurals of one document
ENTRY = lazy(r"\b(?:entry|coming|put(?:ting)?) into (?:force|effect) (?:of )?(?:the )?$|\bbring(?:ing)? (?:the )?$")
INTO = lazy(r" into (?:force|effect)\b")
SAW = lazy(r"\b(?:saw|see[ns]?|watch\w*|witness\w*|had|ha[sv]e?|with|amid|followed by|got)\b[^,;.]{0,40}$")
SEEN = lazy(r" (?:signed|inked|exchanged|initiall?ed|concluded|sealed|change hands|changing hands)\b")
TALKS = lazy(
    r"(?:\w+ ?)?(?: \([^)]{2,12}\))?[- ](?:negotiat(?:ions|ing)|talks)\b"
)  # "free trade agreement negotiations"
SOON = lazy(
    r"\b(?:early|soon|swift|speedy|rapid|quickly|shortly|as soon as possible|look\w* forward|await\w*|pending|until)\b"
)
IN_YEAR = lazy(r"[^.;]{0,60}?\bin (?:\w+ )?(?:19|20)\d\d\b")
DOUBTED = lazy(r"\b(?:whether|if(?! an?\b)|unless|any|hop\w+|call\w* for|not|no|nor|neither|without)\b[^,;]{0,30}$")
GIVEN_OUT = ("joint_statement", "communique", "declaration", "plan")  # what is issued rather than signed
LAWS = ("agreement", "treaty", "mou")
FOLLOWED = lazy(r" (?:that|which) followed\b(?! (?:up|on|from))")
SIGNS = lazy(r"sign|ink|initial|penn|exchang")
FAR = 45  # characters behind a document in which it is said to be in force


def from_behind(low: str, start: int, end: int, paper: Paper, book: AgreementBook) -> Found | None:
    """What the words right behind a document say of it, or that it enters into force."""
    if TALKS.match(low, paper.noun, end) or TALKS.match(low, paper.end, end):
        return ("planned", paper.start, paper.end) if paper.code in ("agreement", "treaty") else None
    other = paper.code == "other" and GENERIC.match(low, paper.noun) is not None
    past = None if other else book.after_in_force.search(low, paper.noun, min(end, paper.end + FAR))
    if past and past[0].lstrip(" ,").startswith("since") and past.start() > paper.end:
        past = None  # "talks on a deal have dragged on since 2007"
    if past or ENTRY.search(low, start, paper.start):
        status = _entering(low, start, end, paper, past)
        if status is not None:
            return status, paper.start, max(paper.end, past.end() if past else 0)
    if (hit := book.to_be_signed.match(low, paper.end, end)) is not None:
        return "planned", paper.start, hit.end()
    denied = DOUBTED.search(low[max(start, paper.start - 40) : paper.noun]) is not None
    if not denied and (hit := _near(book.pending, low, end, paper)):
        return "planned", paper.start, hit.end()
    return None if other or denied else _signed(low, start, end, paper, book)


def _signed(low: str, start: int, end: int, paper: Paper, book: AgreementBook) -> Found | None:
    """That it was signed or given out, in a clause or a participle behind it."""
    here = _near(book.signed_here, low, end, paper)
    if here:
        return "signed", paper.start, max(paper.end, here.end())
    followed = FOLLOWED.match(low, paper.end, end) if paper.code in LAWS else None
    if bears := _near(book.bears, low, end, paper) or followed:
        return "signed", paper.start, bears.end()
    plural = low[paper.noun : paper.end].split(" ", maxsplit=1)[0].endswith(("s", "moranda"))
    if plural and not ONE_OF_MANY.match(low, paper.noun) and MANY_OF_THEM.search(low[paper.start : paper.noun + 1]):
        return None
    if paper.code in GIVEN_OUT and (issued := _near(book.issued, low, end, paper)):
        return "adopted", paper.start, issued.end()
    hit = _near(book.theirs, low, end, paper) or _near(book.done, low, end, paper)
    if hit is None and SAW.search(low[start : paper.start]):
        hit = _near(SEEN, low, end, paper)
    if (
        hit is None
        or low.endswith((" be", " not", " to"), 0, hit.start())
        or (book.wants.search(low[start : paper.start]) and not hit[0].startswith(","))
    ):
        return None  # not even where one "wants the accord signed by May"
    if book.long_ago.search(low, paper.start, min(end, hit.end() + 10)):
        return None
    year = IN_YEAR.match(low, hit.start(), end)
    if year:
        return "in_force", paper.start, year.end()
    last = hit.end() - 1 if hit[0].endswith(",") else hit.end()
    signed = paper.code != "plan" or SIGNS.search(hit[0])
    return ("signed" if signed else "adopted"), paper.start, last


def _near(pattern: re.Pattern[str], low: str, end: int, paper: Paper) -> re.Match[str] | None:
    """What stands right behind a document's noun, or behind its name."""
    return pattern.match(low, paper.end, end) or next(
        (hit for hit in pattern.finditer(low, paper.noun, end) if hit.start() <= paper.end), None
    )


def _entering(low: str, start: int, end: int, paper: Paper, past: re.Match[str] | None) -> Status | None:
    """The status of a document of which it is said that it is in force, or enters into it."""
    entry = ENTRY.search(low, start, paper.start)
    if entry is None:
        return "in_force"
    into = INTO.search(low, paper.noun, min(end, paper.end + 20)) and low[paper.noun - 4 : paper.noun] != "the "
    if entry[0].startswith("bring") and not into:
        return "in_force" if past else None
    if past and "signed" in past[0]:
        return "signed"
    later = entry[0].startswith("bring") or SOON.search(low, start, min(end, paper.end + 40))
    return "planned" if later else "in_force"
