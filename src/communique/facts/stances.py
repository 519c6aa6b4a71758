"""Turns the sentences of a page into stances: who takes which position on what, towards whom, in which words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import LETTERS
from communique.codebook.issues import Issues, Topic, load_issues
from communique.codebook.stance import Polarity, StanceBook, load_stance
from communique.facts.asked import REACH, Head
from communique.facts.clauses import SAYS, Circle
from communique.facts.parties import party_of
from communique.facts.positions import heads
from communique.grammar import Shadow, lazy
from communique.mentions import Page, Sentence
from communique.records import StanceFact

CUTS = lazy(
    r"\b(?:including|through|by|which|who|as part of|in order to|with a view|so that|in light of|in the face of|amid"
    r"|following|since|because|after|before|despite|as it|as they|against|at the|on the sidelines|during|under)\b"
)
LISTING = lazy(r"(?:[^\w]|\band\b|\bthe\b|\bor\b|\bother\b)*")
ASKED = lazy(r"^\s?Q\b|\?[\"”]?\s*$")
ASIDE = lazy(
    r"\b(?:including|such as|through|rooted in|in light of|in the interests of|as part of|which|who|as well as|like"
    r"|beyond|guided by)\b"
    r"|, an? (?:\w+ )?(?:move|step|decision|plan|gesture|remark|act|deal|case) (?:that|which)\b"
)
FRONTED = lazy(
    r"(?:on|regarding|concerning|as (?:for|to)|with (?:regard|respect) to|about)\b[^,;]{1,60}?"
    rf"(?:,| (?=they |both |the two |{LETTERS['group']}|{LETTERS['pronoun']}))"
)
PRETEXT = lazy(r"\b(?:us(?:e|es|ing)|exploit(?:ing|s)?|pretext|excuse|playing|play)\b[^;.]* to $")
HARM = lazy(
    r"\b(?:violat|breach|undermin|harm|threat|infring|encroach|endanger|jeopardi|disregard|damag|impair|erod|erosion"
    r"|attempts? (?:to change|against)|challeng|restrict)\w*"
    r"|\b(?:attacks?|strikes?|shelling|bombing|bombardment|assaults?|violence|war) (?:on|against|across|in)\b"
)
UNENDED = lazy(r"\b(?:of|to|in|on|for|the|any|by|with|about|against|strongest)$")  # what it is about is lost
POSITION = lazy(r"\bpositions? on ")


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
    loud = {page.index_at(at) for at in book.loud_at(low)}
    for index in sorted({*topics, *loud}):
        start, end = page.spans[index]
        if start < page.text.body_start or ASKED.search(page.clean, max(0, start - 1), end):
            continue
        sentence = page.sentence(index)
        wanted = _fitting(page, low, index, topics.get(index, ()), issues, joint=circle.joint)
        if wanted or index in loud:
            yield from _of_sentence(page, sentence, wanted, circle, book, visit)


def _of_sentence(
    page: Page, sentence: Sentence, topics: list[Topic], circle: Circle, book: StanceBook, visit: str | None
) -> Iterator[StanceFact]:
    seen: set[tuple[str | tuple[str, ...], ...]] = set()
    for head in heads(page, sentence, circle, book):
        first, last = sentence.shadow.span(head.begins, head.stop)
        body = sentence.shadow.offsets[min(head.start, head.begins) if head.content else head.start]
        quote = page.clean[first:last].rstrip(' ,.;:—-"”')
        said_by = head.holders[0] if head.clause.word in SAYS and len(head.holders) == 1 else "author"
        uncoded = StanceFact(
            evidence=(page.text.span(first, first + len(quote)),), rule="stance.other", said_by=said_by, visit=visit,
            holder=head.holders, polarity=head.polarity, issue="other", toward=head.toward, formula=quote,
            issue_text=_object(page, sentence, head, first + len(quote)),
        )  # fmt: skip
        chosen = _chosen(page, head, sentence, topics, body, first + len(quote))
        for topic, polarity in chosen:
            code = topic.issue.code
            holders = _whose(head, topic)
            key = (code, polarity, holders, *((str(head.start),) if topic.issue.many else ()))
            if key in seen:
                continue
            seen.add(key)
            yield msgspec.structs.replace(
                uncoded, rule=f"stance.{code}", polarity=polarity, issue=code, holder=holders,
                toward=head.toward or _toward(page, sentence, head, topic, circle),
                issue_text=uncoded.issue_text if code == "other" else None,
                rung=book.rung(quote.lower()) if code in ("taiwan", "one_china", "reunification") else None,
            )  # fmt: skip
        told = any(body <= t.start < last for t in topics)
        if head.loud and not chosen and (head.content or not told) and len(quote) > 15 and not UNENDED.search(quote):
            yield uncoded


def _whose(head: Head, topic: Topic) -> tuple[str, ...]:
    """Who holds a position: of one that all state, those whom it does not concern itself."""
    others = tuple(code for code in head.holders if code != topic.issue.about)
    return others if head.unowned and others else head.holders


def _object(page: Page, sentence: Sentence, head: Head, end: int) -> str | None:
    """The words of what a position is about, where it has no code of its own."""
    start = head.begins if head.content else head.end
    return page.clean[sentence.shadow.offsets[start] : end].strip(' ,;:"“”') or None


def _chosen(
    page: Page, head: Head, sentence: Sentence, topics: Sequence[Topic], first: int, last: int
) -> list[tuple[Topic, Polarity]]:
    """The issues of one position with their polarity: special before general, and none beyond a cut."""
    shadow = sentence.shadow
    inside = [t for t in topics if first <= t.start and t.end <= last + 1] or _fronted(sentence, head, topics)
    picked: list[Topic] = []
    for topic in inside:
        place = shadow.place_of(topic.start)
        if head.thanks and not (topic.issue.welcomed or POSITION.search(shadow.text, head.end, place)):
            continue
        if not picked and (place - head.end > (head.reach or REACH) or ASIDE.search(shadow.text, head.end, place)):
            break
        if topic.issue.code == "interference" and picked and PRETEXT.search(shadow.text, head.end, place):
            picked = [topic]  # "use Vesta to interfere in": what is used is not what is opposed
            continue
        if picked and CUTS.search(shadow.text, shadow.place_of(picked[0].end), place):
            break
        picked.append(topic)
    special = [t for t in picked if not t.issue.general]
    listed = len(picked) > 1 and special and picked[-1].issue.general and _is_list(shadow.text, shadow, picked)
    kept = picked if listed or not picked else (special or picked[:1])
    codes = {t.issue.code for t in kept}
    kept = [t for t in kept if not codes.intersection(t.issue.beside)]
    agreeing = [t for t in kept if t.issue.always in (None, head.polarity)]
    kept = agreeing or kept
    return [(t, _polarity(page, head, t, first)) for t in kept]


def _fronted(sentence: Sentence, head: Head, topics: Sequence[Topic]) -> list[Topic]:
    """The issue that a sentence opens with, of a position that names none: "On the war, both called for talks"."""
    opening = FRONTED.match(sentence.shadow.text)
    if opening is None or not head.content or head.clause.start < opening.end():
        return []
    return [t for t in topics if sentence.shadow.place_of(t.start) < opening.end()][:1]


def _is_list(text: str, shadow: Shadow, topics: Sequence[Topic]) -> bool:
    """Whether issues follow each other with no more than commas and a few words between."""
    gaps = [text[shadow.place_of(a.end) : shadow.place_of(b.start)] for a, b in itertools.pairwise(topics)]
    return all(LISTING.fullmatch(gap) for gap in gaps)


def _polarity(page: Page, head: Head, topic: Topic, first: int) -> Polarity:
    if head.polarity == "neutral":
        return "neutral"
    if topic.issue.always:
        return topic.issue.always
    harmed = (
        head.polarity == "oppose"
        and topic.issue.code not in ("palestine", "nonproliferation")
        and HARM.search(page.clean, first, topic.start)
    )
    if topic.issue.good and (head.fights or head.worries or harmed):
        return "support"
    if head.polarity == "support" and topic.issue.flips:
        words = "|".join(map(re.escape, topic.issue.flips))
        before, after = page.clean[first : topic.start].lower(), page.clean[topic.end : topic.end + 60].lower()
        if re.search(rf"\b(?:{words})\b", before) or re.match(
            rf"(?:[^\w,;.]+\w+){{0,4}}?[^\w,;.]+(?:to|be|been|must|should|is|are) (?:\w+ly )?(?:{words})\b", after
        ):
            return "oppose"
    return head.polarity


def _toward(page: Page, sentence: Sentence, head: Head, topic: Topic, circle: Circle) -> str | None:
    """Towards whom a position is taken: who is concerned by the issue, else a party named in the object."""
    about = topic.issue.about
    if about:
        return about if about in circle.parties and about not in _whose(head, topic) else None
    for item in sentence.shadow.items_in(head.end, head.stop):
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
