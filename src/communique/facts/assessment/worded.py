"""Turns the wordings of claims in a sentence into assessments: each with its words, its holder and whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from communique.codebook.assessment import ClaimBook, ClaimRow
from communique.codebook.judgement import Claim, load_judgement
from communique.facts.assessment.holders import holder_of
from communique.facts.assessment.judging import AIMS, pieces, thinker
from communique.facts.assessment.subjects import about_whom
from communique.facts.speech.clauses import Circle
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.records import AssessmentFact, Evidence, VisitFact

Row: TypeAlias = tuple[ClaimRow, re.Pattern[str]]
Worded: TypeAlias = tuple[ClaimRow, re.Match[str]]  # a wording of a claim, where it stands in a shadow
STOPS = lazy(
    r"[;:!?]|\.(?:\s|$)|[,.]?[\"”] |, (?:and|but|while|whereas|although|where|said|which|as it|according to)\b"
    r"|, [^,;:]{3,40} (?:say|says|said|believe|think|warn|argue|note|fear)[.,;]?$|\b(?:but|while|whereas)\b"
)
THOUGHT = lazy(r"\b(?:believes?|thinks?|suspects?|doubts?|fears?)\b")
WORD_OF = lazy(r"\b(?:said|says|told|added|stated|stressed)\b[^;:.]*$")
SHOWS = lazy(r"(?:show|prove|reflect|demonstrat)\w* $")
HYPOTHETICAL = lazy(r"\b(?:if|unless|why|whether|(?:does|did|do)(?! not\b))\b[^,;]{0,40}$")
LEADS = lazy(
    r"[\s,;:.\"“”–—-]*"
    r"(?:(?:and|but|yet|still|because|while|whereas|though|although|so|that|for(?= [^,]*$))(?: that)? )?"
)
SAYING = lazy(
    r"\b(?:sa(?:id|ys?)|told|believ\w+|th(?:inks?|ought)|not(?:ed|es)|argu\w+|call(?:s|ed)|that|which|who|if)\b|[\"“”.]"
)
CODE = lazy(r"[A-Z]{2,6}")  # of a country or body
QUESTION = lazy(r"\?\s*[\"”]?\s*$")


def worded(
    page: Page, sentence: Sentence, rows: list[tuple[ClaimRow, re.Pattern[str]]], circle: Circle,
    main: VisitFact | None, book: ClaimBook,
) -> Iterator[tuple[tuple[int, int], AssessmentFact]]:  # fmt: skip
    """The claims that a row of wordings reads in a sentence, each with its place in the shadow."""
    hits = hits_in(sentence, rows)
    for at, worded in enumerate(hits):
        limit = hits[at + 1][1].start() if at + 1 < len(hits) else len(sentence.shadow.text)
        fact = _claim(page, sentence, worded, limit, circle, main, book)
        if fact is not None:
            stop = STOPS.search(sentence.shadow.text, worded[1].end())
            begin = _clause_start(sentence.shadow.text, worded[1], worded[1].start())
            yield (begin, min(stop.start() if stop else limit, limit)), fact


def hits_in(sentence: Sentence, rows: list[tuple[ClaimRow, re.Pattern[str]]]) -> list[Worded]:
    """Every wording of a claim in a sentence, in order; of two that overlap the one of the earlier row."""
    found: list[Worded] = []
    for row, words in rows:
        for hit in words.finditer(sentence.shadow.text):
            if all(hit.end() <= other.start() or other.end() <= hit.start() for _, other in found):
                found.append((row, hit))
    found.sort(key=lambda pair: pair[1].start())
    kept: list[Worded] = []
    for row, hit in found:
        text = hit.string
        if kept and not hit[0].startswith(","):
            within = STOPS.search(text, kept[-1][1].end(), hit.start()) is None
            if within and SHOWS.search(kept[-1][1][0]):
                kept.pop()  # "this shows that …": the claim is what is shown
            elif within and text[hit.start() - 2 : hit.start()] != ", ":
                continue
        kept.append((row, hit))
    return kept


def _claim(
    page: Page, sentence: Sentence, worded: Worded, limit: int, circle: Circle, main: VisitFact | None, book: ClaimBook
) -> AssessmentFact | None:  # fmt: skip
    row, hit = worded
    text = sentence.shadow.text
    stop = STOPS.search(text, hit.end())
    start, end = hit.start(), min(stop.start() if stop else len(text), limit)
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    start = _clause_start(text, hit, start)
    if HYPOTHETICAL.search(text[:start]) or QUESTION.search(text):
        return None
    voice = thinker(text, hit.start(), load_judgement())
    if voice:
        since, until = sentence.shadow.span(*voice[:2])
        begin = max((since for since, _ in pieces(text) if since <= hit.start()), default=0)
        lead = LEADS.match(text, begin, hit.start())
        start = max(voice[2], lead.end() if lead else begin) if voice[2] <= hit.start() else start
        holder = page.clean[since:until]
    else:
        holder = holder_of(page, sentence, hit.start(), end, circle, book)
    about = about_whom(page, sentence, start, end, row.claim, main)
    if row.claim == "motive" and about is not None and about == holder and row.own:
        if ("that" in text[: hit.start()] and not THOUGHT.search(text, 0, hit.start())) or WORD_OF.search(
            text, 0, hit.start()
        ):
            return None  # what a side says that it wishes is its word
        holder = "author"
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    first, last = sentence.shadow.span(start, end)
    quote = page.clean[first:last].rstrip(' ,.;:—\n"”')
    if not quote:
        return None
    weak = book.hedge.search(text, start, end)
    aims = row.claim == "outlook" and (
        AIMS.search(text, start, end) is not None or load_judgement().decided(text[start:end]) == "motive"
    )
    claim: Claim = "motive" if aims else row.claim
    return claim_of(page.text.span(first, first + len(quote)), claim, holder, about, weak, main)


def _clause_start(text: str, hit: re.Match[str], start: int) -> int:
    """Where the clause begins that a wording stands in, unless somebody is said in it to say so."""
    if hit[0].startswith(","):
        return start
    begin = max((since for since, _ in pieces(text) if since <= start), default=start)
    lead = LEADS.match(text, begin, start)
    begin = lead.end() if lead else begin
    return start if SAYING.search(text, begin, start) else begin


def claim_of(
    words: Evidence, claim: Claim, holder: str, about: str | None, weak: re.Match[str] | None, main: VisitFact | None
) -> AssessmentFact:
    """An assessment of these words."""
    return AssessmentFact(
        evidence=(words,), rule=f"assessment.{claim}", visit=main.id if main else None,
        said_by=holder if CODE.fullmatch(holder) else "author",
        claim=claim, holder=holder, about=about, hedge=weak[0] if weak else None,
    )  # fmt: skip


def rows_by_sentence(page: Page, book: ClaimBook, *, official: bool) -> dict[int, list[Row]]:
    """By sentence the wordings of claims with a trigger in it; of an official text not those of an author."""
    wanted: dict[int, set[int]] = {}
    for offset, number in book.find(page.low):
        if offset >= page.text.body_start and not (official and book.rows[number][0].own):
            wanted.setdefault(page.index_at(offset), set()).add(number)
    return {index: [book.rows[number] for number in sorted(numbers)] for index, numbers in wanted.items()}


def fitting(rows: list[Row], text: str, book: ClaimBook) -> list[Row]:
    """Those wordings that may be read in a sentence's shadow: some only where a party or the visit stands in it."""
    return rows if book.near.search(text) else [row for row in rows if not row[0].near]
