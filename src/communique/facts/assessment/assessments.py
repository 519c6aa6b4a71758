"""Turns the sentences of a page into assessments: what its author, or whom it quotes, claims about the visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook.assessment import ClaimBook, load_assessment
from communique.codebook.judgement import Claim, load_judgement
from communique.codebook.load import LETTERS
from communique.codebook.points import load_points
from communique.facts.assessment.credited import MARKS, Credits
from communique.facts.assessment.genre import is_official
from communique.facts.assessment.hearing import Heard, hear, judging_share
from communique.facts.assessment.holders import holder_of
from communique.facts.assessment.judging import Clause
from communique.facts.assessment.subjects import VERB, about_whom, settled
from communique.facts.assessment.thinkers import Thinkers
from communique.facts.assessment.unjudged import is_heading, is_unjudged
from communique.facts.assessment.worded import CODE, LEADS, QUESTION, claim_of, fitting, rows_by_sentence, worded
from communique.facts.speech.clauses import Circle
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.records import AnyFact, AssessmentFact, VisitFact

ALONE = 0.25  # how likely a clause of few words that judge must be a claim by itself: among claims stand facts as well
FEW = 0.25  # as `forms_of` counts their points
BAR = 1.0  # what a clause of an official text must weigh: it praises as a matter of course
SAID_BEHIND = lazy(
    r"(?<=\w\w\w\w)[,.\"”]+ (?:said|says|noted|added|wrote|warned|argued)\b(?! that).*$"
    r"|(?:[,.!?][\"”]|[\"”],) (?:the |an? )?(?:[^\s\"“,;:]+ ){1,4}(?:said|says|noted|added|wrote|warned|argued|told \S+"
    r"|emphasi[sz]ed|explained|observed)\b[^\"“]*$"
    r"|, (?:[^\s\"“,;:]+ ){1,4}(?:said|says|noted|added|argued|warned|wrote|observed)\.?$"
)
WHERE_SAID = lazy(r" (?:on|in|at|during|to|by) [^,;\"“]{3,60}? (?=that )")  # "Okafor said on Friday that"
TOLD = lazy(r"[,.\"”]+ (?P<said>[a-z]+ )(?P<what>[^,]*)")
GOES_ON = lazy(  # a second verb of the same subject, and no more
    r"[, ]*(?:and|or) (?!(?:then|yet|that|this|there|he|she|it|they|so)\b)[a-z]+ "
    rf"(?:[^\ue000-\uf8ff]|{LETTERS['pronoun']}){{0,40}}[\s,;.]*"
)


def assessments(
    page: Page, circle: Circle, main: VisitFact | None, before: Sequence[AnyFact]
) -> Iterator[AssessmentFact]:
    """Every claim about the visit in the page's sentences, in order; never merged into facts.

    Args:
        page: a page that is about a meeting of states; the caller has made sure of that.
        circle: the parties whom "the two sides" means.
        main: the visit that the text is about, None where it tells of a meeting only.
        before: the facts of other kinds that were read in the page.
    """
    if page.is_transcript:
        return
    book = load_assessment()
    every = hear(page, book, before) if page.home is None else []
    official = is_official(page, circle, judging_share(every))
    owners, thinkers, read = Credits(), Thinkers(), list[AssessmentFact]()
    for one in every:
        owners.hear(page, one.sentence)
        thinkers.hear(page, one.sentence)
        if one.sentence.start < page.text.body_start or is_heading(page, one.sentence):
            continue
        for span, fact in _claims(page, one, thinkers, circle, main, book, BAR if official else 0.0):
            own = _owned(page, one.sentence, (owners, thinkers), span, fact)
            if own is not None:
                read.append(msgspec.structs.replace(own, about=settled(page, one.sentence, own, main)))
    if official:
        taken = [(words.start, words.end) for fact in read for words in fact.evidence]
        for index, rows in sorted(rows_by_sentence(page, book, official=True).items()):
            sentence = page.sentence(index)
            here = worded(page, sentence, fitting(rows, sentence.shadow.text, book), circle, main, book)
            read.extend(fact for _, fact in here if not _overlaps(fact, taken))
        read.sort(key=lambda fact: fact.evidence[0].start)
    yield from read


def _overlaps(fact: AssessmentFact, taken: Sequence[tuple[int, int]]) -> bool:
    return any(words.start < last and first < words.end for words in fact.evidence for first, last in taken)


def _owned(
    page: Page, sentence: Sentence, voices: tuple[Credits, Thinkers], span: tuple[int, int], fact: AssessmentFact
) -> AssessmentFact | None:  # fmt: skip
    """A claim with the one whose it is; None where it is nobody's or no claim."""
    owners, thinkers = voices
    start = sentence.shadow.span(*span)[0]
    if thinkers.describes(start):
        return None
    owner = owners.holder(page, sentence, *span) if fact.holder == "author" or CODE.fullmatch(fact.holder) else None
    if fact.holder == "author" and owner is None:
        return None
    if owner is not None and (fact.holder == "author" or " " in owner):
        fact = msgspec.structs.replace(fact, holder=owner, said_by=owner if CODE.fullmatch(owner) else "author")
    quoted = CODE.fullmatch(fact.holder) is not None and owners.quotes(*span)
    if is_unjudged(fact.claim, fact.evidence[0].quote, quoted=quoted):
        return None
    who = thinkers.holder(start)
    outsider = who is not None and (fact.holder == "author" or fact.holder in who or thinkers.again)
    return msgspec.structs.replace(fact, holder=who) if outsider else fact


def _claims(
    page: Page, one: Heard, thinkers: Thinkers, circle: Circle, main: VisitFact | None, book: ClaimBook, bar: float
) -> Iterator[tuple[tuple[int, int], AssessmentFact]]:  # fmt: skip
    """The claims of a sentence, with their places: what weighs more than a bar, and an outsider's words."""
    points = load_points()
    by_row = [] if one.outsider else list(worded(page, one.sentence, one.rows, circle, main, book))
    last: AssessmentFact | None = None
    for clause in one.clauses:
        inside = [(span, fact) for span, fact in by_row if clause.start <= span[0] < clause.end]
        own = inside or one.outsider or clause.voice or thinkers.holder(one.sentence.shadow.offsets[clause.start])
        bare = not own and clause.forms["points"] <= FEW and points.alone(clause.forms) < ALONE
        if not one.outsider and (bare or points.weigh(clause.forms) < bar):
            last = None
            continue
        words = one.sentence.shadow.text[clause.start : clause.end].strip()
        claim = clause.told or load_judgement().decided(words) or points.claim(clause.forms)
        fact = inside[-1][1] if inside else _judged(page, one.sentence, clause, claim, circle, main, book)
        goes_on = (
            last is not None
            and fact is not None
            and GOES_ON.fullmatch(one.sentence.shadow.text, clause.start, clause.end)
        )
        if not (goes_on and not inside):  # "hopes to win friends, and sell grain" is one claim
            yield from inside or ([((clause.start, clause.end), fact)] if fact else [])
        last = fact


def _judged(
    page: Page, sentence: Sentence, part: Clause, claim: Claim, circle: Circle, main: VisitFact | None, book: ClaimBook
) -> AssessmentFact | None:  # fmt: skip
    """The claim of a clause that judges by weight and form of its words; none where it only leads on to another."""
    text = sentence.shadow.text
    where = WHERE_SAID.match(text, part.begin, part.end) if part.begin > part.start else None
    lead = LEADS.match(text, where.end() if where else part.begin, part.end)
    start = lead.end() if lead else part.begin
    tail = SAID_BEHIND.search(text, start, part.end) if part.name is None else None
    told = TOLD.match(tail[0]) if tail and not MARKS.search(text, start, part.end) else None
    if tail and told and VERB.search(told["what"]):  # "Okafor, a historian, said the visit was needed"
        start, tail = tail.start() + told.start("what"), None
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
    about = about_whom(page, sentence, start, part.end, claim, main)
    weak = book.hedge.search(text, start, part.end)
    return claim_of(page.text.span(first, first + len(quote)), claim, holder, about, weak, main)
