"""Turns the clauses of a page that no rule reads into acts and positions, where their words weigh enough.

A rule knows a wording; `clause_points.csv` knows what each word of acts and positions is worth in texts with gold. What
is read so has a subject that can be told, the clause as its words, and the strength or polarity that they make likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.codebook.clause_points import Weight, load_clause_points
from communique.codebook.commitment import load_commitments
from communique.codebook.issues import Topic, load_issues
from communique.facts.assessment.judging import pieces
from communique.facts.clause_words import clause_forms
from communique.facts.commitment.commitments import fields_of
from communique.facts.commitment.subjects import Voices
from communique.facts.commitment.subjects import clauses as acting
from communique.facts.commitment.unpromised import OUTCOME_TOLD
from communique.facts.speech.clauses import SAYS, Circle, Clause, clauses
from communique.facts.speech.parties import party_of
from communique.facts.stance.toward import fixed
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.records import AnyFact, CommitmentFact, StanceFact, VisitFact

ACT, POSITION, UNNAMED = 1.0, 0.75, 1.5  # from what weight on an act is read, a position, and one on no known issue
SHARED = 0.3  # of the shorter words: a clause that shares more with a fact of its kind is read already
KNOWN, NOBODYS = 1.5, 1.75  # the same of an act whose head rules know and refused, and of one that only will be
FLOOR, LONG = -4.0, 60  # below it a clause is no act, whatever rule reads one; characters of a clause that tells enough
ENDORSED = 1  # strength of praise and welcome, which the points do not know
UNDECIDED = lazy(  # no side of anybody, or none of all
    r"\b(?:disagree(?:d|s)?|differ(?:ed|s)?|diverged?|(?:are|were|is|was|appear(?:ed)?|remain(?:ed)?) (?:\w+ly )?"
    r"divided|abstain(?:ed|s)?|shie[sd] away|stopped short|refrain(?:ed|s)?|(?:is|are|was|were) not an?)\b"
)
SHORTEST = 18  # characters of a clause
PAPER = lazy(  # a document, which is read as one
    r"(?:(?:has|have|had|also|then|jointly) )*(?:sign|ink|initiall|exchang|witness|adopt|issu)(?:ed|e|s)? "
    r"(?!.* (?:announc|committ|pledg|agree|undertak|promis)ing\b)"
)
OF_A_THING = lazy(  # "said the new bridge will": no act of him who says so
    r"(?:said|says|stat\w+|add\w+|not\w+|stress\w+|explain\w+|announc\w+) (?:that )?"
    r"(?:(?:the|these|those|this|such|an?|one|new|\uE001's) )+"
    r"(?!two|sides?\b|countr|nations?\b|government|minist|part(?:y|ies)\b|leaders|presidents)[a-z-]+ "
    r"[^,;\uE000-\uF8FF]*?\b(?:will|would|was|were|is|are|has|have)\b"
)
TALKED = lazy(  # of topics
    r"(?:(?:will|would|is to|are to|also|is expected to|are expected to) )*"
    r"(?:[^;]{0,60}?\b(?:intends?|plans?|hopes?|wants?|due|set|expected) to )?"
    r"(?:discuss|review|reflect(?:ed)? on|express(?:ed)? (?:his|her|their|its) views"
    r"|exchang(?:ed?|ing) (?:views|opinions)|touch(?:ed)? (?:up)?on|dwel(?:l|t) on|consider|rais)(?:ed|es|e|ing|s)?\b"
)
TOPICS = lazy(
    r"(?:(?:the|his|their|its|main|key|central) )*(?:topics?|agenda|subjects|themes|issues)"
    r" (?:of|for|under|on|at|up) [^;,]{1,50}?\b(?:is|are|was|were|will|included?s?)\b",
    re.I,
)
PRAISE = lazy(
    r"(?:condemn|denounc|deplor|reject|commend|prais|laud|applaud|hail|congratulat|thank|salut|celebrat)(?:ed|es|s|ing)?\b"
)
DENIED = lazy(
    r"(?:[\w’']+ ){0,6}?(?:will|would|shall|can) (?:never|not) (?:allow|accept|permit|tolerate|let|recogni[sz]e)\b"
)
LEAD = lazy(r"(?:[\s,;:\"“”–-]|(?:and|but|that|while|which|as|so|also|then) )*")
ENDS = ' ,;:.—–-"“”'


def weighed(page: Page, circle: Circle, main: VisitFact | None, said: Sequence[AnyFact]) -> Iterator[AnyFact]:
    """What rules read (`said`), but for acts whose words weigh too little; then the acts and positions beyond it."""
    if page.home:  # an office's own language: the rules know it, and the table hardly does
        yield from said
        return
    points = load_clause_points()
    taken = {kind: [(p.start, p.end) for f in said if isinstance(f, kind) for p in f.evidence] for kind in KINDS}
    light: list[tuple[int, int]] = []
    more: list[AnyFact] = []
    for sentence, start, end, forms in clauses_of(page):
        weight = points.weigh(forms.items())
        act, position = weight.act, weight.position
        bar = ACT if act >= position else POSITION
        if act < FLOOR and end - start > LONG:
            light.append(_words(page, sentence, start, end))
        if max(act, position) < bar or sentence.shadow.text.rstrip().endswith("?"):
            continue
        kind, tell = (CommitmentFact, _act) if act >= position else (StanceFact, _position)
        words = _words(page, sentence, start, end)
        if any(_share(words, one) > SHARED for one in taken[kind]):
            continue
        fact = tell(page, sentence, (start, end), weight, circle, main)
        if fact is not None and not (_is_unnamed(fact) and position < UNNAMED):
            more.append(fact)
    yield from (fact for fact in said if not (isinstance(fact, CommitmentFact) and _within(fact, light)))
    yield from more


def _is_unnamed(fact: AnyFact) -> bool:
    return isinstance(fact, StanceFact) and fact.issue == "other"


def _words(page: Page, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of a shadow lies in the original text, half-open."""
    words = page.text.span(*sentence.shadow.span(start, end))
    return words.start, words.end


def _within(fact: CommitmentFact, light: Sequence[tuple[int, int]]) -> bool:
    """Whether the words of an act lie in clauses that weigh too little for one."""
    piece = fact.evidence[0]
    return fact.strength > ENDORSED and any(start <= piece.start and piece.end <= end for start, end in light)


def clauses_of(page: Page) -> Iterator[tuple[Sentence, int, int, dict[str, float]]]:
    """Each clause of a page's body, half-open in the shadow of its sentence, with its forms."""
    for index, (start, _) in enumerate(page.spans):
        if start < page.text.body_start:
            continue
        sentence = page.sentence(index)
        text = sentence.shadow.text
        for first, last in list(pieces(text)) or [(0, len(text))]:
            if len(text[first:last].strip()) >= SHORTEST:
                yield sentence, first, last, clause_forms(text, first, last)


def _share(one: tuple[int, int], two: tuple[int, int]) -> float:
    both = min(one[1], two[1]) - max(one[0], two[0])
    return both / (min(one[1] - one[0], two[1] - two[0]) or 1)


def _act(
    page: Page, sentence: Sentence, clause: tuple[int, int], weight: Weight, circle: Circle,
    main: VisitFact | None,
) -> CommitmentFact | None:  # fmt: skip
    """The act of a clause; None where nobody is told who takes it on."""
    book, (start, end) = load_commitments(), clause
    told = acting(page, sentence, Voices(circle.parties, circle.joint), book)
    known = any(c.kind == "head" and start <= c.at < end for c in told)  # a head of rules that have refused it
    if OUTCOME_TOLD.search(sentence.shadow.text, start, end):
        return None
    if any(c.kind == "void" and c.at < end for c in told) or (known and weight.act < KNOWN):
        return None
    own = [c for c in told if start <= c.start < end and c.codes and c.kind != "void"]
    before = [c for c in told if c.start < start and c.codes and c.kind != "void"]
    taker = own[0] if own else before[-1] if before else None
    if own and OF_A_THING.match(sentence.shadow.text, own[0].at):
        return None
    if taker is None and " will " in sentence.shadow.text[start:end] and weight.act < NOBODYS:
        return None  # "Cooperation will deepen"
    codes = taker.codes if taker else _holders(_told(page, sentence, circle), clause, circle)
    codes = codes or _named(page, sentence, clause, circle)
    codes = codes or circle.parties  # "The next meeting will be held in spring"
    if not codes:
        return None
    first, action = _trimmed(page, *sentence.shadow.span(own[0].at if own else start, end))
    if len(action.split()) < 3 or any(no.match(action) for no in (PAPER, TALKED, TOPICS, PRAISE, DENIED)):
        return None
    slots = book.slots(action)
    return CommitmentFact(
        evidence=(page.text.span(first, first + len(action)),), rule="commitment.weighed", said_by="author",
        visit=main.id if main else None, parties=codes, strength=weight.strength,
        fields=fields_of(page, sentence, action, start), action=action, condition=slots.get("condition"),
        hedge=slots.get("hedge"), amount=slots.get("amount"), deadline=slots.get("deadline"),
        project=slots.get("project"),
    )  # fmt: skip


def _position(
    page: Page, sentence: Sentence, clause: tuple[int, int], weight: Weight, circle: Circle,
    main: VisitFact | None,
) -> StanceFact | None:  # fmt: skip
    """The position of a clause; None where nobody is told who takes it."""
    told = _told(page, sentence, circle)
    holders = _holders(told, clause, circle)
    if not holders or UNDECIDED.search(sentence.shadow.text, *clause):
        return None
    last = sentence.shadow.span(*clause)[1]
    first, quote = _trimmed(page, *sentence.shadow.span(*clause))
    topic = _topic(page, sentence, first, last)
    return StanceFact(
        evidence=(page.text.span(first, first + len(quote)),), rule="stance.weighed",
        said_by=holders[0] if len(holders) == 1 and any(c.word in SAYS for c in told) else "author",
        visit=main.id if main else None, holder=holders,
        polarity=(topic.issue.always if topic else None) or weight.polarity,
        issue=topic.issue.code if topic else "other", issue_text=None if topic else quote, formula=quote,
        toward=whose if topic and (whose := fixed(topic.issue.code)) not in holders else None,
    )  # fmt: skip


def _trimmed(page: Page, first: int, last: int) -> tuple[int, str]:
    """The words of a clause without what joins it to others, and where they begin."""
    first = LEAD.match(page.clean, first, last).end()  # type: ignore[union-attr]  # it matches nothing too
    return first, page.clean[first:last].rstrip(ENDS)


def _told(page: Page, sentence: Sentence, circle: Circle) -> list[Clause]:
    """The clauses of a sentence; the circle's last subject stays what it was, as rules go by it too."""
    return clauses(page, sentence, Circle(circle.parties, circle.joint, circle.last))


def _holders(told: Sequence[Clause], clause: tuple[int, int], circle: Circle) -> tuple[str, ...]:
    """Whose clause it is: its own subject, else the last one before it."""
    own = [c.holders for c in told if clause[0] <= c.start < clause[1] and c.holders]
    before = [c.holders for c in told if c.start < clause[0] and c.holders]
    return own[0] if own else before[-1] if before else circle.parties if circle.joint else ()


def _named(page: Page, sentence: Sentence, clause: tuple[int, int], circle: Circle) -> tuple[str, ...]:
    """Those of the parties whom a clause names, in its order: "Vestan instructors will remain"."""
    items = sentence.shadow.items_in(*clause)
    return tuple(dict.fromkeys(code for item in items if (code := party_of(page, item)) in circle.parties))


def _topic(page: Page, sentence: Sentence, first: int, last: int) -> Topic | None:
    """The issue that a clause names first, else one that its sentence names, its words fitting what stands around."""
    issues, low = load_issues(), page.low[sentence.start : sentence.end]
    topics = [t for t in issues.find(low) if issues.fits(t.issue, low)]
    within = [t for t in topics if first <= sentence.start + t.start < last]
    return next(iter(within or topics), None)


KINDS = (CommitmentFact, StanceFact)
