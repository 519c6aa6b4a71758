"""Turns the sentences of a page into agreements: which document of whom was signed, adopted, planned, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias, cast

from communique.codebook.agreement import AgreementBook, load_agreement
from communique.codebook.fields import load_fields
from communique.facts.clauses import Circle
from communique.facts.papers import Paper, papers_of
from communique.facts.parties import party_of
from communique.facts.spoken import JOINT, itself, spoken_of
from communique.mentions import Page
from communique.records import AgreementFact

Status: TypeAlias = Literal["signed", "adopted", "in_force", "planned"]
Found: TypeAlias = tuple[Status, int, int]  # what became of a document, and the span of the words that say so
NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a dozen": 12, "a dozen and a half": 18,
    "two dozen": 24,
}  # fmt: skip
COUNT = re.compile(
    rf"^.*\b(?:(?P<word>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
    rf"|(?P<digits>\d{{1,3}}))(?: \w[\w-]*){{0,3}} $"
)
LEFT = re.compile(
    r"(?:(?:(?:an?|the|its|their|our|his|her|this|these|several|various|many|some|more|another|further|new"
    r"|a number of|a series of|a package of|a set of"
    r"|a raft of|a host of|dozens of|over|nearly|about) )?(?:[\w’'.&/-]+ ){0,5})$"
)
GAP = re.compile(
    r"^(?:(?!\b(?:to|after|before|during|while|that|which|when|said|law|order|bill|act|proclamation"
    r"|legislation)\b)[^;:.!?]){0,90}$"
)
NAMED = re.compile(r"^(?:[\w’'.&/-]+ )*?(?:\w+)(?: \([^)]{2,30}\))? (?:on|for|of|to|between|in the fields?) ")
BETWEEN = re.compile(r"\b(?:between|with|of|among) ")
HOME_LAW = re.compile(
    r"\b(?:executive order|into law|act|legislation|bill|labor|union|congress|states of|tribal|city of"
    r"|county|company)\b"
)
PROPER = re.compile(r"\b[A-Z][a-z]+|\b(?:on|for) \w")
TALKED = re.compile(r"^(?: (?:an?|the|new))*[ ,]*(?:[\w-]+ ){0,4}$")
TALKS = re.compile(r"\b(?:talks|negotiations|visit|meeting)\b")
RELATIVE = re.compile(r"\b(?:that|which|who) $")
SIGNING = re.compile(r"\b(?:the|witness\w*|attend\w*|by|and|including) $")
IN_STATEMENT = re.compile(r"\bin (?:an?|the|their) $|^in (?:an?|the|their) \w{0,3}$")
MADE = re.compile(r"(?:struck|reached|produced|yielded|resulted|culminated|ended|came)\b")
CLOSED = ("struck", "reached")
GOT = re.compile(r" an? (?:[\w-]+ ){0,2}(?:agreement|accord|deal|contract) (?:with|on|for)\b")
MANY = re.compile(rf"(?:{'|'.join(NUMBERS)}|\d{{1,3}}|several|a (?:series|number|package|raft|set) of)\b")
LISTED = re.compile(r"\b(?:along with|as well as|together with|among them|including)(?: also)? $")
DOUBTED = re.compile(r"\b(?:whether|if|unless|hop\w+|call\w* for|not|no)\b[^,;]{0,30}$")
ARTICLE = re.compile(r"^(?:the|its|their|our) ")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CHAIN = re.compile(r"[,;:]? (?:and |as well as |plus )?(?:the |an? )?")
ITEM = re.compile(r"(?:[-•*–·▪●○]|\(?\w{1,2}[.)])? *(?:an?|the)? ?")
AS_IF = re.compile(r"\b(?:paris|draft|ceasefire|cease-fire|truce|peace|hostage|ransom)\b[^,;]{0,20}$")


def agreements(page: Page, circle: Circle, visit: str | None) -> Iterator[AgreementFact]:
    """Every document between parties that the page tells of, in order; one that is only referred to gives none.

    Args:
        page: a page that is about a meeting of states; the caller has made sure of that.
        circle: the parties whom "the two sides" means.
        visit: the id of the visit that the text is about.
    """
    book = load_agreement()
    low = _lower(page.clean)
    if circle.joint:
        yield from itself(page, low, circle, book, visit)
    seen: set[tuple[str, str | None, str | None]] = set()
    by_sentence: dict[int, list[re.Match[str]]] = {}
    every = list(book.noun.finditer(low, page.text.body_start))
    for hit in every:
        by_sentence.setdefault(page.index_at(hit.start()), []).append(hit)
    signed_at = -2  # the sentence that told of documents signed, or the last item of a list of them
    for index, hits in by_sentence.items():
        start, end = page.spans[index]
        papers = papers_of(low, start, end, hits, book)
        status: Status | None = None
        last = start
        if signed_at == index - 1 and book.of_them.search(low[start : papers[0].start if papers else start]):
            status, last = "signed", papers[0].start
        elif signed_at == index - 1 and papers and _is_item(page, low, index, papers[0]):
            status, last, signed_at = "signed", papers[0].start, index
        for paper in papers:
            found = _status(low, start, end, paper, papers, book) or _earlier(page, low, paper, book)
            listed = status is not None and (last == paper.start or _goes_on(low, start, last, paper.start))
            if listed and status is not None and (found is None or found[1] < paper.start):
                found = (status, paper.start, paper.end)
            naming = book.naming.match(low, paper.end, end)
            if found is None and naming:
                found = ("signed", paper.start, paper.end)
            if found is None:
                continue
            status, last = found[0], naming.end() if naming else max(paper.end, found[2])
            signed_at = index if status == "signed" else signed_at
            fact = _fact(page, low, index, paper, found, circle, visit)
            if fact is None or (key := (status, fact.instrument, fact.title)) in seen:
                continue
            seen.add(key)
            yield fact
    if page.home is None and not circle.joint and visit and not any(key[1] in JOINT for key in seen):
        spoken = spoken_of(page, low, every, book)
        if spoken is not None:
            yield AgreementFact(
                evidence=(page.text.span(*spoken[2:]),), rule="agreement.spoken_of", visit=visit,
                parties=circle.parties, instrument=cast(None, spoken[0]), status="signed" if spoken[1] else "adopted",
            )  # fmt: skip


def _is_item(page: Page, low: str, index: int, paper: Paper) -> bool:
    """Whether a sentence is an item of a list of documents: it begins with one, and what is before it is open."""
    start, before = page.spans[index][0], low[: page.spans[index][0]].rstrip()
    return before.endswith((":", ";", "; and")) and ITEM.fullmatch(low[start : paper.start]) is not None


def _earlier(page: Page, low: str, paper: Paper, book: AgreementBook) -> Found | None:
    """A treaty that goes by its year, "the accord of 1968": it is in force where the year is past."""
    hit = book.of_year.match(ARTICLE.sub("", low[paper.start : paper.end]))
    year = int(page.day[:4]) if page.day else page.year
    past = hit is not None and (year is None or int(hit["year"] or hit["before"]) < year)
    return ("in_force", paper.start, paper.end) if past else None


def _goes_on(low: str, start: int, last: int, at: int) -> bool:
    """Whether a document stands in a list that goes on from the one before."""
    return LISTED.search(low[start:at]) is not None or (last > start and CHAIN.fullmatch(low[last:at]) is not None)


def _status(low: str, start: int, end: int, paper: Paper, papers: list[Paper], book: AgreementBook) -> Found | None:
    """What became of a document, with the span of the words that say so; None where nothing did."""
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
            and not any(p.noun > paper.noun and p.end <= hit.start() for p in papers)
        ):
            if re.search(r"\b(?:no|not|that|which)\b[^,;]{0,30}$", low[paper.start - 12 : hit.start()]) and not planned:
                return None
            if planned:
                return None if DOUBTED.search(low[start : paper.start]) else ("planned", paper.start, hit.end())
            signed = hit["past"].startswith(("si", "co", "in", "ex", "put"))
            return "signed" if signed else "adopted", paper.start, hit.end()
    return _by_verb(low, start, paper, book)


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
    talks = book.talks.search(low, verb.end() if verb else max(start, paper.start - 60), paper.start)
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
    if verb["infinitive"] or (verb[0] in ("sign", "signs") and later):
        return "planned" if later else None
    if verb["signed"]:
        if MADE.match(verb[0]) and not (
            MANY.match(low, verb.end() + 1) or (verb[0] in CLOSED and GOT.match(low, verb.end(), paper.end))
        ):
            return None
        noun = verb[0] in ("signing", "signature of", "exchange of")
        stands = SIGNING.search(before) is not None if noun else not before.endswith(("of ", "the ", "newly "))
        talked = verb[0].startswith("conclud") and TALKS.search(gap) is not None
        return "signed" if stands and not talked else None
    if verb[0].startswith("endors") and YEAR.search(low, paper.start, paper.end):
        return None  # an earlier one that is endorsed again
    adopts = paper.code in ("joint_statement", "communique", "declaration", "plan", "other")
    return "adopted" if adopts or verb[0].startswith("adopt") else None


def _fact(
    page: Page, low: str, index: int, paper: Paper, found: Found, circle: Circle, visit: str | None
) -> AgreementFact | None:
    status, first, last = found
    counted = COUNT.search(low[max(0, paper.noun - 60) : paper.noun])
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


def _lower(text: str) -> str:
    low = text.lower().replace("’", "'")
    return (
        low
        if len(low) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    )
