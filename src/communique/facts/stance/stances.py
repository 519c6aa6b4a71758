"""Turns the sentences of a page into stances: who takes which position on what, towards whom, in which words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from communique.codebook.issues import Issues, Topic, load_issues, matter_of
from communique.codebook.stance import Polarity, StanceBook, load_stance
from communique.facts.speech.clauses import SAYS, Circle, Clause
from communique.facts.speech.parties import party_of
from communique.facts.stance.about import chosen, polarity_on
from communique.facts.stance.asked import Head
from communique.facts.stance.coordinated import members
from communique.facts.stance.no_position import settled
from communique.facts.stance.plainly import plainly
from communique.facts.stance.positions import heads
from communique.facts.stance.toward import MATTER, Whom, directed, thanker, whom
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.records import StanceFact

BESIDE = lazy(r"(?:,| [-–—])? (?:even )?(?:amid|despite|in spite of|in the face of|in light of|notwithstanding)\b")
ASKED = lazy(r"^\s?Q\b|\?[\"”]?\s*$")
UNENDED = lazy(
    r"\b(?:be|of|to|in|on|for|the|any|by|with|about|against|strongest|who|which|whom)$"
)  # what it is about is lost
CUT = lazy(r"\b(?:the|an?|any|its|their|strongest|of|and|or|who|which|whom)$")
PLEA = lazy(  # for what?
    r"(?:call(?:s|ed|ing)? (?:up)?on|appeal(?:s|ed|ing)? to|urg(?:e|es|ed|ing) (?=all |both |the part|(?:the )?[A-Z]))"
    r" ?(?!to\b)[\w'’-]+(?: (?!to\b)[\w'’-]+){0,3}"
)
SHORTEST = 15  # characters that tell what a position is about
BAREST = 10  # the same of a statement
Placed: TypeAlias = tuple[StanceFact, int, Whom]  # with its place, and whom its words name first


def stances(page: Page, circle: Circle, visit: str | None) -> Iterator[StanceFact]:
    """Every position in the page's sentences, one fact for each issue, in order.

    Args:
        page: a page that is about a meeting of states; the caller has made sure of that.
        circle: the parties whom "the two sides" means.
        visit: the id of the visit that the text is about.
    """
    issues, book = load_issues(), load_stance()
    low = page.low
    topics: dict[int, list[Topic]] = {}
    for topic in issues.find(low):
        topics.setdefault(page.index_at(topic.start), []).append(topic)
    for index, (start, end) in enumerate(page.spans):
        if start < page.text.body_start or ASKED.search(page.clean, max(0, start - 1), end):
            continue
        sentence = page.sentence(index)
        wanted = _fitting(page, low, index, topics.get(index, ()), issues, joint=circle.joint)
        for fact, at, named in _both_ways(page, sentence, wanted, circle, book, visit):
            if (stays := settled(fact, page.clean[start:at], low)) is not None:
                yield msgspec.structs.replace(stays, toward=directed(stays, named))


def _both_ways(
    page: Page, sentence: Sentence, topics: list[Topic], circle: Circle, book: StanceBook, visit: str | None
) -> Iterator[Placed]:
    """The positions of a sentence as it stands, and those which only show without what stands aside in it."""
    plain = plainly(page, sentence, circle)
    ways: list[tuple[Sentence, Clause | None]] = [(sentence, None)]
    if plain is not None:
        ways.insert(0 if plain.said else 1, (plain.sentence, plain.said))
    taken: list[tuple[int, int]] = []
    for way, said in ways:
        found = list(_of_sentence(page, way, topics, circle, book, visit, said))
        for one in found:
            start, end = one[0].evidence[0].start, one[0].evidence[0].end
            if way is ways[0][0] or all(end <= since or until <= start for since, until in taken):
                yield one
        taken.extend((fact.evidence[0].start, fact.evidence[0].end) for fact, _, _ in found)


def _of_sentence(
    page: Page, sentence: Sentence, topics: list[Topic], circle: Circle, book: StanceBook, visit: str | None,
    said: Clause | None = None,
) -> Iterator[Placed]:  # fmt: skip
    """The positions of a sentence with their places, one for each member of what each is about, and for each issue."""
    seen: set[tuple[str | tuple[str, ...], ...]] = set()
    for head in heads(page, sentence, circle, book, said):
        before: Topic | None = None
        stretches = members(sentence.shadow.text, head)
        for number, (at, stop) in enumerate(stretches):
            first, last = sentence.shadow.span(at if number else head.begins, stop)
            quote = page.clean[first:last].rstrip(' ,.;:—-"”')
            if (number and not _is_whole(quote)) or CUT.search(quote) or PLEA.fullmatch(quote):
                continue
            body = first if number else sentence.shadow.offsets[min(at, head.begins) if head.content else at]
            plain = StanceFact(
                evidence=(page.text.span(first, first + len(quote)),), rule="stance.other", said_by=_said_by(head),
                visit=visit, holder=head.holders, polarity=head.polarity, issue="other", toward=head.toward,
                formula=quote, issue_text=quote if number else _object(page, sentence, head, first + len(quote)),
            )  # fmt: skip
            since = at if number else head.end
            found = chosen(page, head, sentence, topics, body, first + len(quote), since)
            if found and not _is_whole(quote) and not any(body <= topic.start < last for topic, _ in found):
                found = []  # what the sentence opens with alone is no object of it
            same = before is not None and (before.issue.many or not sentence.shadow.text.endswith(" that ", 0, at))
            if not found and before and same and not _elsewhere(page, sentence, at, stop):
                found = [(before, polarity_on(page, head, before, first))]
            named = whom(page, sentence, head, since, stop, circle.parties) if found or head.loud else Whom()
            for topic, polarity in found:
                many = (str(at),) if topic.issue.many or number else ()
                key = (topic.issue.code, polarity, _whose(head, topic), *many)
                if key not in seen:
                    words = (since, stop if number else head.stop)
                    to = thanker(head, topic.issue.code) or _toward(page, sentence, head, words, topic, circle)
                    yield _coded(head, topic, plain, polarity, to), first, named
                seen.add(key)
            before = found[0][0] if found else before
            told = head.polarity != "oppose" and any(body <= t.start < last for t in topics)
            if head.loud and not found and (head.content or number or not told) and _is_whole(quote, bare=head.content):
                yield plain, first, named


def _said_by(head: Head) -> str:
    """Who says a position: its holder, where one tells it, else the text."""
    return head.holders[0] if head.clause.word in SAYS and len(head.holders) == 1 else "author"


def _is_whole(quote: str, *, bare: bool = False) -> bool:
    """Whether the words of a position tell what it is about; `bare`: they are a statement: "Penn must go"."""
    return len(quote) > (BAREST if bare else SHORTEST) and not UNENDED.search(quote)


def _elsewhere(page: Page, sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a stretch names a country or a body of its own."""
    return any(party_of(page, item) for item in sentence.shadow.items_in(start, stop))


def _coded(head: Head, topic: Topic, plain: StanceFact, polarity: Polarity, toward: str | None) -> StanceFact:
    """A position on an issue of the codebook, from one without."""
    code = topic.issue.code
    rung = load_stance().rung(plain.evidence[0].quote.lower()) if matter_of(code).ladder else None
    return msgspec.structs.replace(
        plain, rule=f"stance.{code}", polarity=polarity, issue=code, holder=_whose(head, topic), toward=toward,
        issue_text=plain.issue_text if code == "other" else None, rung=rung,
    )  # fmt: skip


def _whose(head: Head, topic: Topic) -> tuple[str, ...]:
    """Who holds a position: of one that all state, those whom it does not concern itself."""
    others = tuple(code for code in head.holders if code != topic.issue.about)
    return others if head.unowned and others else head.holders


def _object(page: Page, sentence: Sentence, head: Head, end: int) -> str | None:
    """The words of what a position is about, where it has no code of its own."""
    start = head.begins if head.content else head.end
    words = page.clean[sentence.shadow.offsets[start] : end]
    beside = BESIDE.search(words)
    return (words[: beside.start()] if beside else words).strip(' ,;:"“”') or None


def _toward(
    page: Page, sentence: Sentence, head: Head, words: tuple[int, int], topic: Topic, circle: Circle
) -> str | None:
    """Towards whom a position is taken: who is concerned by the issue, else a party named in the object."""
    about = topic.issue.about
    if about:
        return about if about in circle.parties and about not in _whose(head, topic) else None
    if topic.issue.code == "ukraine" and MATTER.search(sentence.shadow.text, head.begins, head.stop):
        return None  # of a war to be settled, neither side is addressed
    for item in sentence.shadow.items_in(*words):
        code = party_of(page, item)
        if code in circle.parties and code not in head.holders:
            return code
    return None


def _fitting(page: Page, low: str, index: int, topics: Sequence[Topic], issues: Issues, *, joint: bool) -> list[Topic]:
    """The issues that a sentence names, one at each place: whose words are near it."""
    fitting: list[Topic] = []
    for _, group in itertools.groupby(topics, key=lambda topic: topic.start):
        here = list(group)
        topic = next((t for around in _arounds(page, low, index) for t in here if issues.fits(t.issue, around)), None)
        if topic is None and not joint:  # one conflict alone that the whole text is about
            anywhere = [t for t in here if t.issue.many and issues.often(t.issue, low)]
            topic = anywhere[0] if len(anywhere) == 1 else None
        if topic is not None:
            fitting.append(topic)
    return fitting


def _arounds(page: Page, low: str, index: int) -> Iterator[str]:
    """The words among which an issue's own may stand: the sentence, then with the one before."""
    start, end = page.spans[index]
    yield low[start:end]
    yield low[page.spans[index - 1][0] if index else start : end]
