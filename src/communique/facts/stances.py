"""Turns the sentences of a page into stances: who takes which position on what, towards whom, in which words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import LETTERS
from communique.codebook.issues import Topic, load_issues
from communique.codebook.stance import StanceBook, load_stance
from communique.facts.clauses import SAYS, Circle, Clause, clauses
from communique.facts.parties import party_of
from communique.grammar import Shadow
from communique.mentions import Page, Sentence
from communique.records import StanceFact

NAME = "[" + "".join(LETTERS[t] for t in ("person", "country", "body", "demonym", "city")) + "]"
OWN = re.compile(
    rf"(?:(?P<poss>{NAME})(?:'s?)?|(?P<own>\bits|{LETTERS['pronoun']})) (?:[\w-]+,? ){{0,4}}(?:and [\w-]+ )?$"
)
STOPS = re.compile(
    r"[;:!?]|(?<!\b[a-z]\.[a-z])\.(?: |$)|, (?:which|who|whose|where)\b|\bwhile\b|\bwhereas\b|\bbut\b|, said\b|[”\"]?, (?:he|she) (?:said|added)"
)
CUTS = re.compile(
    r"\b(?:including|through|by|which|who|as part of|in order to|with a view|so that|in light of|in the face of|amid"
    r"|following|since|because|after|before|despite|as it|as they|against|at the|on the sidelines|during|under)\b"
)
LINKS = re.compile(
    r"(?:^|[;:(\"“-] ?|, |\b(?:and|to|or|should|must|will|shall|that|not|would|can|while|we) )[\"“]?$"
)
TO_BEFORE = re.compile(
    r"\b(?:commit\w*|agree\w*|pledg\w*|continu\w*|ready|prepared|willing\w*|determin\w*|work\w*|cooperat\w*|coordinat\w*|vow\w*"
    r"|decid\w*|resol\w*|intend\w*|need\w*|strive\w*|striving|seek\w*|readiness|promis\w*|join\w*|together|closely|jointly|forces|right"
    r"|call\w* (?:on|for) [^,;]{2,60}|urg\w+ [^,;]{2,60})(?: with [^,;]{2,60}?)? to $"
)
THAT_CLAUSE = re.compile(r" that (?!.{0,70}\b(?:must|should|ought|needs? to)\b)")
WHETHER = re.compile(r"\b(?:whether|if)\b")
THANKED = re.compile(r"\b(?:appreciation|gratitude|thanks|grateful|thankful|thanked|appreciated) (?:for|to)\b")
FIGHTS = re.compile(r"(?:combat|counter|fight|fought|deter|confront|hit|strike|struck)")
CONCERN = re.compile(r".*\bconcern")
BE_BEFORE = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|stands?|stood|stays?|remained|being)(?: (?:\w+ly|also|both|all|still|firmly|fully))*,? $"
)
REACH = 150  # shadow characters from the words of a position to its issue
NEAR_ACTS = 60  # the same for verbs that are acts before they are positions
ACTS = re.compile(
    r"(?:build|built|maintain|advanc|strengthen|protect|promot|impos|defend|fight|fought|fighting|counter|hit|deter|strike|preserv|pursu)"
)
LOUD = re.compile(r"(?:condemn|denounc|reject|oppos|deplor)")
LISTING = re.compile(r"(?:[^\w]|\band\b|\bthe\b|\bor\b|\bother\b)*")
ASKED = re.compile(r"^\s?Q\b|\?[\"”]?\s*$")
ASIDE = re.compile(r"\b(?:including|such as|through|as part of|which|who|as well as|like)\b")
POSITION = re.compile(r"\bpositions? on ")
NEGATIONS = re.compile(r"(?:\bnot|\bnever|n't|\bno longer)(?: \w+){0,2} $")


class Head(msgspec.Struct, gc=False):
    """Words that take a position, by positions in the shadow; the object runs from `end` to `stop`."""

    start: int
    end: int
    stop: int
    begins: int
    polarity: str
    holders: tuple[str, ...]
    toward: str | None
    reach: int
    loud: bool
    content: bool
    thanks: bool
    owned: bool
    fights: bool
    worries: bool
    clause: Clause


def stances(page: Page, circle: Circle, visit: str | None) -> Iterator[StanceFact]:
    """Every position in the page's sentences, one fact for each issue, in order.

    Args:
        page: a page that is about a meeting of states; the caller has made sure of that.
        circle: the parties whom "the two sides" means.
        visit: the id of the visit that the text is about.
    """
    issues, book = load_issues(), load_stance()
    low = _lower(page.clean)
    topics: dict[int, list[Topic]] = {}
    for topic in issues.find(low):
        topics.setdefault(page.index_at(topic.start), []).append(topic)
    loud = {page.index_at(hit.start()) for hit in LOUD.finditer(low)}
    for index in sorted({*topics, *loud}):
        start, end = page.spans[index]
        if start < page.text.body_start or ASKED.search(page.clean, max(0, start - 1), end):
            continue
        sentence = page.sentence(index)
        wanted = [t for t in topics.get(index, ()) if issues.fits(t.issue, _around(page, low, index))]
        if wanted or index in loud:
            yield from _of_sentence(page, sentence, wanted, circle, book, visit)


def _of_sentence(
    page: Page, sentence: Sentence, topics: list[Topic], circle: Circle, book: StanceBook, visit: str | None
) -> Iterator[StanceFact]:
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for head in _heads(page, sentence, circle, book):
        first, last = sentence.shadow.span(head.begins, head.stop)
        body = sentence.shadow.offsets[min(head.start, head.begins) if head.content else head.start]
        quote = page.clean[first:last].rstrip(' ,.;:—-"”')
        said_by = head.holders[0] if head.clause.word in SAYS and len(head.holders) == 1 else "author"
        for topic, polarity in _chosen(page, head, sentence, topics, body, first + len(quote)):
            key = (topic.issue.code, polarity, head.holders)
            if key in seen:
                continue
            seen.add(key)
            code = topic.issue.code
            yield StanceFact(
                evidence=(page.text.span(first, first + len(quote)),), rule=f"stance.{code}", said_by=said_by, visit=visit,
                holder=head.holders, polarity="oppose" if polarity == "oppose" else "support", issue=code,
                toward=head.toward or _toward(page, sentence, head, topic, circle), formula=quote,
                rung=book.rung(quote.lower()) if code in ("taiwan", "one_china", "reunification") else None,
            )  # fmt: skip
        told = any(body <= t.start < last for t in topics)
        if head.loud and not told and len(quote) > 15:
            yield StanceFact(
                evidence=(page.text.span(first, first + len(quote)),), rule="stance.other", said_by=said_by, visit=visit,
                holder=head.holders, polarity="oppose", issue="other",
                issue_text=page.clean[sentence.shadow.offsets[head.end] : first + len(quote)].strip() or None,
                toward=head.toward, formula=quote,
            )  # fmt: skip


def _heads(page: Page, sentence: Sentence, circle: Circle, book: StanceBook) -> list[Head]:
    """The positions taken in a sentence, each with its object up to the next."""
    text = sentence.shadow.text
    acts = clauses(page, sentence, circle)
    found: list[Head] = []
    for hit in book.taking.finditer(text):
        clause = next((c for c in reversed(acts) if c.verb <= hit.start()), None)
        if clause is None or not clause.holders:
            continue
        head = _head(page, sentence, hit, clause, book)
        if head is not None and not (head.owned and found and found[-1].polarity == "oppose" and head.start < found[-1].stop):
            found.append(head)
    for head, after in itertools.pairwise(found):
        head.stop = min(head.stop, _trim(text, head.end, after.begins if after.begins > head.start else after.start))
    return found


def _head(page: Page, sentence: Sentence, hit: re.Match[str], clause: Clause, book: StanceBook) -> Head | None:
    text, start = sentence.shadow.text, hit.start()
    kind, _, side = (hit.lastgroup or "").partition("_")
    before = _less_adverbs(text[:start])
    carrier, at = _carrier(text, clause, start)
    holders, toward, begins, owned = clause.holders, None, start, False
    if kind == "verb":
        side = book.polarity.get(hit["verb"], "support")
        if start != clause.verb and not LINKS.search(before):
            return None
        if before.endswith("to ") and start != clause.verb and (carrier in book.topics or not TO_BEFORE.search(before)):
            return None
        if THAT_CLAUSE.match(text, hit.end()):
            return None
        if (carrier in book.thanks and start > at) or (carrier in book.topics and hit["verb"].endswith("ing")):
            return None
    elif kind == "states":
        if (start != clause.verb and not BE_BEFORE.search(text[:start])) or book.act.match(text, hit.end() + 1):
            return None
    elif kind == "nouns":
        owner = OWN.search(text[:start])
        thanked = carrier in book.thanks or THANKED.search(text, at, start) is not None
        given = _owner(page, sentence, owner, clause, thanked, at)
        if (
            given is None
            or book.act.match(text, hit.end() + 1)
            or (carrier in book.topics and not (owner and owner["own"]))
        ):
            return None
        holders, toward = given
        owned = owner is not None and owner["poss"] is not None
        begins = at
    elif carrier in book.topics or carrier in book.thanks:
        return None
    else:
        begins = _content_start(text, at, start)
    if WHETHER.search(text, clause.verb, start):
        return None
    if NEGATIONS.search(text[max(0, start - 25) : start]) and kind != "contents":
        side = "oppose" if side == "support" else "support"
    stop = STOPS.search(text, hit.end())
    reach = NEAR_ACTS if kind == "verb" and ACTS.match(hit[0]) else REACH
    loud = (
        kind == "verb" and LOUD.match(hit[0]) is not None and (start == clause.verb or before.endswith(("and ", ", ")))
    )
    return Head(
        start=start, end=hit.end(), stop=stop.start() if stop else len(text), begins=begins, polarity=side,
        holders=holders, toward=toward, reach=reach, loud=loud, content=kind == "contents",
        thanks=kind == "verb" and hit["verb"] in book.thanks, owned=owned, fights=FIGHTS.match(hit[0]) is not None,
        worries=CONCERN.match(hit[0]) is not None, clause=clause,
    )  # fmt: skip


def _owner(
    page: Page, sentence: Sentence, owner: re.Match[str] | None, clause: Clause, thanks: bool, at: int
) -> tuple[tuple[str, ...], str | None] | None:
    """Whose position a noun is, and towards whom; None where that cannot be told."""
    toward = clause.holders[0] if len(clause.holders) == 1 else None
    if owner is not None and owner["poss"]:
        code = party_of(page, sentence.shadow.items[owner.start("poss")])
        if code is None or code in clause.holders:
            return (clause.holders, None) if code else None
        return (code,), toward
    if not thanks:
        return clause.holders, None
    named = [c for i in sentence.shadow.items_in(at, owner.start() if owner else at) if (c := party_of(page, i))]
    others = [c for c in named if c not in clause.holders]
    return ((others[-1],), toward) if others else None


def _carrier(text: str, clause: Clause, start: int) -> tuple[str, int]:
    """The last verb of the clause's subject before a position, and where it stands."""
    word, at = clause.word, clause.verb
    for hit in _coordinate().finditer(text, clause.verb, start):
        word, at = hit["verb"], hit.start("verb")
    return word, at


def _chosen(
    page: Page, head: Head, sentence: Sentence, topics: Sequence[Topic], first: int, last: int
) -> list[tuple[Topic, str]]:
    """The issues of one position with their polarity: special before general, and none beyond a cut."""
    shadow = sentence.shadow
    inside = [t for t in topics if first <= t.start and t.end <= last + 1]
    picked: list[Topic] = []
    for topic in inside:
        place = shadow.place_of(topic.start)
        if head.thanks and not (topic.issue.welcomed or POSITION.search(shadow.text, head.end, place)):
            continue
        if not picked and (place - head.end > head.reach or ASIDE.search(shadow.text, head.end, place)):
            break
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


def _is_list(text: str, shadow: Shadow, topics: Sequence[Topic]) -> bool:
    """Whether issues follow each other with no more than commas and a few words between."""
    gaps = [text[shadow.place_of(a.end) : shadow.place_of(b.start)] for a, b in itertools.pairwise(topics)]
    return all(LISTING.fullmatch(gap) for gap in gaps)


def _polarity(page: Page, head: Head, topic: Topic, first: int) -> str:
    if topic.issue.always:
        return topic.issue.always
    if topic.issue.good and (head.fights or head.worries):
        return "support"
    before = page.clean[first : topic.end + 40].lower()
    if head.polarity == "support" and any(re.search(rf"\b{re.escape(w)}\b", before) for w in topic.issue.flips):
        return "oppose"
    return head.polarity


def _toward(page: Page, sentence: Sentence, head: Head, topic: Topic, circle: Circle) -> str | None:
    """Towards whom a position is taken: who is concerned by the issue, else a party named in the object."""
    about = topic.issue.about
    if about:
        return about if about in circle.parties and about not in head.holders else None
    for item in sentence.shadow.items_in(head.end, head.stop):
        code = party_of(page, item)
        if code in circle.parties and code not in head.holders:
            return code
    return None


def _content_start(text: str, at: int, start: int) -> int:
    """Where the content of a saying begins: after its last "that", else after the verb."""
    that = text.rfind("that ", at, start)
    return that + 5 if that >= 0 else at


def _trim(text: str, start: int, stop: int) -> int:
    """The end of an object before the next position: without the words that link the two."""
    return start + len(
        re.sub(
            r"(?:,? ?\b(?:and|or|to|also|its|their|that|as well as|in|should|must|will)|,| |\w+ly|"
            + LETTERS["pronoun"]
            + ")*$",
            "",
            text[start:stop],
        )
    )


def _less_adverbs(text: str) -> str:
    return _adverbs().sub("", text)


def _around(page: Page, low: str, index: int) -> str:
    start, end = page.spans[index]
    return low[page.spans[index - 1][0] if index else start : end]


def _lower(text: str) -> str:
    low = text.lower().replace("’", "'")
    return (
        low
        if len(low) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    )


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:also|both|further|jointly|once again|again|\w+ly|together|always|resolutely|not|never|actively) )+$"
    )


@cache
def _coordinate() -> re.Pattern[str]:
    book = load_stance()
    return re.compile(rf"(?:\band|,|\bor|;|\bwho|\bwhile) (?:(?:{book.adverb}) )*(?P<verb>{book.verb})(?![\w-])")
