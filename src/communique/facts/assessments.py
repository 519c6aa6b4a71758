"""Turns the sentences of a page into assessments: what its author, or whom it quotes, claims about the visit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from communique.codebook.assessment import ClaimBook, ClaimRow, load_assessment
from communique.codebook.judgement import Claim, Cue, load_judgement
from communique.facts.clauses import Circle
from communique.facts.credited import Credits
from communique.facts.holders import about_whom, holder_of, party_named
from communique.facts.judging import (
    Judged,
    judged,
    judged_by,
    personal,
    pieces,
    speaks_for_a_side,
    tells_of_a_visit,
    thinker,
)  # fmt: skip
from communique.facts.outsiders import Outsiders
from communique.facts.unjudged import is_unjudged
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.records import AssessmentFact, Evidence, VisitFact

Worded: TypeAlias = tuple[ClaimRow, re.Match[str]]  # a wording of a claim, where it stands in a shadow
STOPS = lazy(
    r"[;:!?]|\.(?:\s|$)|[,.]?[\"”] |, (?:and|but|while|whereas|although|where|said|which|as it|according to)\b"
    r"|, [^,;:]{3,40} (?:say|says|said|believe|think|warn|argue|note|fear)[.,;]?$|\b(?:but|while|whereas)\b"
)
SAID_BEHIND = lazy(r"(?<=\w\w\w\w)[,.\"”]+ (?:said|says|noted|added|wrote|warned|argued)\b(?! that).*$")
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
CERTAIN = 9.0  # points of a claim that a row of wordings reads
QUESTION = lazy(r"\?\s*[\"”]?\s*$")
DENIED = lazy(r"\b(?:not|never|n't|no)(?: \w+)? $")


def assessments(page: Page, circle: Circle, main: VisitFact | None) -> Iterator[AssessmentFact]:
    """Every claim about the visit in the page's sentences, in order; never merged into facts.

    Args:
        page: a page that is about a meeting of states; the caller has made sure of that.
        circle: the parties whom "the two sides" means.
        main: the visit that the text is about, None where it tells of a meeting only.
    """
    if page.is_transcript:
        return
    book, weigher = load_assessment(), load_judgement()
    official = page.home is not None or circle.joint or speaks_for_a_side(page)
    weighed = not official and (main is not None or tells_of_a_visit(page))
    low = page.low
    wanted: dict[int, set[int]] = {}
    for offset, number in book.find(low):
        if offset >= page.text.body_start and not (official and book.rows[number][0].own):
            wanted.setdefault(page.index_at(offset), set()).add(number)
    judging: dict[int, list[Cue]] = {}
    for cue in weigher.find(low) if weighed else ():
        if cue.start >= page.text.body_start:
            judging.setdefault(page.index_at(cue.start), []).append(cue)
    found: list[tuple[AssessmentFact, float, bool]] = []  # and whether a party or the visit stands beside it
    first, outsiders, owners = page.index_at(page.text.body_start), Outsiders(weigher), Credits()
    for index in sorted({*wanted, *judging} if not weighed else range(first, len(page.spans))):
        sentence = page.sentence(index)
        owners.hear(page, sentence)
        beside = book.near.search(sentence.shadow.text) is not None
        rows = [book.rows[n] for n in sorted(wanted.get(index, ())) if beside or not book.rows[n][0].near]
        outsider = outsiders.hear(page, sentence) if weighed else None
        named = outsider is not None or weigher.near.search(sentence.shadow.text) is not None
        here: list[tuple[tuple[int, int], AssessmentFact, float]] = []
        parts: Iterator[Judged] = iter(())
        if outsider:
            parts = judged_by(outsider, sentence, judging.get(index, ()), weigher)
        else:
            here = [(span, fact, CERTAIN) for span, fact in _worded(page, sentence, rows, circle, main, book)]
            taken = [span for span, _, _ in here]
            parts = judged(sentence, judging.get(index, ()), weigher, taken) if weighed else parts
        for part in parts:
            fact = _weighed(page, sentence, part, circle, main, book)
            if fact is None:
                continue
            here.append(((part.start, part.end), fact, CERTAIN if part.voice or part.name else part.points))
            if part.voice:
                outsiders.note(fact.holder)
        for span, claim, points in sorted(here, key=lambda triple: triple[0]):
            own = _owned(page, sentence, owners, span, claim) if weighed else claim
            found.extend([(own, points, named or points == CERTAIN)] if own else [])
    is_news = sum(named for *_, named in found) <= weigher.few * len(page.spans) and not personal(page)
    enough = weigher.enough_in_news if is_news else weigher.enough
    yield from (fact for fact, points, named in found if points >= enough and (named or not is_news))


def _owned(
    page: Page, sentence: Sentence, owners: Credits, span: tuple[int, int], fact: AssessmentFact
) -> AssessmentFact | None:  # fmt: skip
    """A claim with the one whose it is; None where it is nobody's or no claim."""
    if fact.holder == "author":
        holder = owners.holder(page, sentence, *span)
        if holder is None:
            return None
        said_by = holder if CODE.fullmatch(holder) else "author"
        fact = msgspec.structs.replace(fact, holder=holder, said_by=said_by)
    quoted = CODE.fullmatch(fact.holder) is not None and owners.quotes(*span)
    return None if is_unjudged(fact.claim, fact.evidence[0].quote, quoted=quoted) else fact


def _worded(
    page: Page, sentence: Sentence, rows: list[tuple[ClaimRow, re.Pattern[str]]], circle: Circle,
    main: VisitFact | None, book: ClaimBook,
) -> Iterator[tuple[tuple[int, int], AssessmentFact]]:  # fmt: skip
    """The claims that a row of wordings reads in a sentence, each with its place in the shadow."""
    hits = _hits(sentence, rows)
    for at, worded in enumerate(hits):
        limit = hits[at + 1][1].start() if at + 1 < len(hits) else len(sentence.shadow.text)
        fact = _claim(page, sentence, worded, limit, circle, main, book)
        if fact is not None:
            stop = STOPS.search(sentence.shadow.text, worded[1].end())
            begin = _clause_start(sentence.shadow.text, worded[1], worded[1].start())
            yield (begin, min(stop.start() if stop else limit, limit)), fact


def _weighed(
    page: Page, sentence: Sentence, part: Judged, circle: Circle, main: VisitFact | None, book: ClaimBook
) -> AssessmentFact | None:  # fmt: skip
    """The claim of a clause that judges by weight and form of its words; none where it only leads on to another."""
    text = sentence.shadow.text
    lead = LEADS.match(text, part.start, part.end)
    start = lead.end() if lead else part.start
    tail = SAID_BEHIND.search(text, start, part.end) if part.name is None else None
    first, last = sentence.shadow.span(start, tail.start() if tail else part.end)
    quote = page.clean[first:last].rstrip(' ,.;:—–-\n"”')
    if not quote or QUESTION.search(text):
        return None
    if part.name is not None:
        holder = part.name
    elif part.voice is not None:
        holder = page.clean[slice(*part.voice)]
    else:
        holder = holder_of(page, sentence, start, part.end, circle, book)
    about = main.host_country if part.claim == "level" and main else party_named(page, sentence, start, part.end)
    about = about or (main.guest_country if main else None)
    weak = book.hedge.search(text, start, part.end)
    return _fact(page.text.span(first, first + len(quote)), part.claim, holder, about, weak, main)


def _hits(sentence: Sentence, rows: list[tuple[ClaimRow, re.Pattern[str]]]) -> list[Worded]:
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
        start = voice[2] if voice[2] <= hit.start() else start
        holder = page.clean[since:until]
    else:
        holder = holder_of(page, sentence, hit.start(), end, circle, book)
    about = about_whom(page, sentence, start, hit.end(), row, main)
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
    return _fact(page.text.span(first, first + len(quote)), row.claim, holder, about, weak, main)


def _clause_start(text: str, hit: re.Match[str], start: int) -> int:
    """Where the clause begins that a wording stands in, unless somebody is said in it to say so."""
    if hit[0].startswith(","):
        return start
    begin = max((since for since, _ in pieces(text) if since <= start), default=start)
    lead = LEADS.match(text, begin, start)
    begin = lead.end() if lead else begin
    return start if SAYING.search(text, begin, start) else begin


def _fact(
    words: Evidence, claim: Claim, holder: str, about: str | None, weak: re.Match[str] | None, main: VisitFact | None
) -> AssessmentFact:
    return AssessmentFact(
        evidence=(words,), rule=f"assessment.{claim}", visit=main.id if main else None,
        said_by=holder if CODE.fullmatch(holder) else "author",
        claim=claim, holder=holder, about=about, hedge=weak[0] if weak else None,
    )  # fmt: skip
