"""Turns a page's sentences into commitments: one for each act that a party says it does, will do or backs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook, Head, load_commitments
from communique.codebook.fields import load_fields
from communique.facts.clauses import Circle, holders_of
from communique.mentions import Page, Sentence
from communique.records import CommitmentFact, StanceFact

NAME = "[" + "".join(LETTERS[t] for t in ("person", "country", "group", "pronoun", "body", "city", "demonym")) + "]"
TAIL = r"(?:(?:'s?)? (?:sides?|governments?|administration|leadership|leaders?|people|parties|presidents|delegations?))?"
ASIDE = r"(?:(?:,| \() ?[^,;:()]{1,90}(?:,|\)))?"
STOP = re.compile(r"[;:!?]|\.(?= |$)|, (?:which|who|where|when|while|whereas|but|as well as to|thereby|thus|so that)\b|\bwhile\b")
HELD = re.compile(r"\b(?:if|unless|subject to|provided that|on condition that|depending on|as appropriate)\b[^,;.]*")
HEDGE = re.compile(r"\b(?:as soon as possible|at an early date|in due course|where possible|as far as possible|gradually|within (?:its|their) (?:means|capabilit\w+)|at a mutually convenient time|when conditions (?:permit|allow))\b")
AMOUNT = re.compile(r"(?:(?:US|A|C|NZ|HK)?[$€£¥]|USD|EUR|RMB|Rs\.?) ?[\d.,]+(?: ?(?:thousand|million|billion|trillion|bn|m))?|[\d.,]+ (?:thousand|million|billion|trillion) (?:US )?(?:dollars|euros?|yuan|rubles|roubles|yen|pounds|rupees|dirhams)|[\d.,]+ ?(?:MW|GW|megawatts|gigawatts|tonnes|tons|scholarships|students|doses|percent|per cent)", re.I)
DEADLINE = re.compile(r"\b(?:by|before|until|no later than|within) (?:the end of |early |mid-|late |next )?(?:(?:19|20)\d\d|(?:one|two|three|four|five|six|ten|\d+) (?:months?|years?|weeks?)|this year|next year|[A-Z][a-z]+ (?:19|20)\d\d)")
PROJECT = re.compile(r"(?:[A-Z][\w'’&-]+(?: (?:of|and|for|the|de) (?=[A-Z])| )?){2,7}(?:Park|Project|Initiative|Railway|Corridor|Port|Bridge|Pipeline|Programme|Program|Plant|Center|Centre|Fund|Dialogue|Mechanism|Commission|Institute|Zone|Reactor|Station|Framework)\b")
BULLET = re.compile(r"^\s*(?:[-•*–·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")


class Read(msgspec.Struct):
    """Who took on what last, so that a sentence without a subject can go on."""

    parties: tuple[str, ...]
    head: Head
    line: int


def commitments(page: Page, circle: Circle, visit: str | None, stances: Sequence[StanceFact]) -> Iterator[CommitmentFact]:
    """The commitments of a page, in order; an act that is read as a position on an issue is left to the stances."""
    taken = [(e.start, e.end) for stance in stances for e in stance.evidence if e.where is None]
    book = load_commitments()
    last: Read | None = None
    for index, (start, end) in enumerate(page.spans):
        if start < page.text.body_start:
            continue
        words = page.clean[start:end]
        if not _cue().search(words):
            continue
        sentence = page.sentence(index)
        found = list(_of_sentence(page, sentence, circle, book, last))
        for read, first, past in found:
            fact = _fact(page, sentence, read, first, past, visit, book)
            if fact is not None and not _is_stance(fact, taken):
                yield fact
        if found:
            last = Read(found[-1][0].parties, found[-1][0].head, index)


@cache
def _cue() -> re.Pattern[str]:
    """A cheap look for a head or, at the start of a line, an act."""
    book = load_commitments()
    acts = "|".join(sorted({v.capitalize() for v in book.verbs}))
    return re.compile(
        r"\b(?:will|shall|would|agree|decide|resolved|commit|pledg|vow|promis|undertak|undertook|guarantee|determined|willing"
        r"|ready to|prepared to|intend|intent|plan|aim|look(?:s|ed|ing)? forward|hope|support|encourag|explor|facilitat|invit"
        r"|call for|discussed|welcom|prais|spoke highly|speaks? highly|applaud|commend|endors|appreciat|hail|continu|instruct|direct|task"
        rf"|readiness|desire|interest in|stress|exchanged views|promoted|arranged|consented|working to)|^(?:\W*)(?:{acts})\b"
    )


def _of_sentence(
    page: Page, sentence: Sentence, circle: Circle, book: CommitmentBook, last: Read | None
) -> Iterator[tuple[Read, int, int]]:
    """Every act of a sentence with who takes it on, as positions in the shadow, half-open."""
    text = sentence.shadow.text
    at = 0
    found = False
    for hit in _subjects(book).finditer(text):
        if hit.start() < at:
            continue
        parties = holders_of(page, sentence, hit["who"], *hit.span("who"), circle)
        head_hit = book.heads.match(text, hit.end())
        if not parties or head_hit is None or not set(parties) & {*circle.parties}:
            continue
        head = book.by_id[str(head_hit.lastgroup)]
        for read, first, past in _acts(text, head, head_hit.start(), head_hit.end(), parties, book):
            found, at = True, past
            yield read, first, past
    if not found and last is not None and sentence.index - last.line <= 2:
        bullet = BULLET.match(text)
        opening = bullet.end() if bullet else len(text) - len(text.lstrip())
        if re.compile(rf"(?:(?:{book.adverbs}) )*(?:{book.verb}|{book.gerund if bullet else book.verb})").match(text, opening):
            if page.clean[sentence.shadow.offsets[opening]].isupper() or bullet:
                for first, past in _split(text, opening, _stop(text, opening), book):
                    yield Read(last.parties, last.head, sentence.index), first, past


@cache
def _subject_pattern(adverbs: str) -> re.Pattern[str]:
    more = rf"(?:(?:, and |,? and |, |,? together with |,? along with | & )(?:the )?{NAME})*"
    who = rf"(?P<who>(?:the )?{NAME}{more}|(?<!\w)(?:both|the two|it|they)(?!\w))"
    return re.compile(rf"{who}{TAIL}{ASIDE}(?:,? (?:{adverbs}))*,? (?=\w)")


def _subjects(book: CommitmentBook) -> re.Pattern[str]:
    return _subject_pattern(book.adverbs)


def _stop(text: str, start: int) -> int:
    stop = STOP.search(text, start)
    return stop.start() if stop else len(text.rstrip(". "))


def _acts(
    text: str, head: Head, start: int, end: int, parties: tuple[str, ...], book: CommitmentBook
) -> Iterator[tuple[Read, int, int]]:
    """The acts under a head that stands at `[start, end)`: bare verbs, the head's own object, or those of its "that"."""
    stop = _stop(text, end)
    read = Read(parties, head, 0)
    if head.takes == "noun":
        if len(text[end:stop].split()) >= 2:
            yield from ((_headed(read, text, a, book), a, b) for a, b in _split(text, start, stop, book, first=True))
        return
    if head.takes == "that":
        modal = re.compile(rf"\b(?:should|must|will|would|shall|is necessary to|need to) (?:(?:{book.adverbs}) )*(?={book.verb})")
        inner = modal.search(text, end, stop)
        if inner is None:
            return
        end = inner.end()
    negated = re.match(r" (?:not|never)\b", text[end : end + 7])
    verb = re.compile(rf" ?(?:(?:{book.adverbs}) )*(?:work together to |join hands to |work with (?:\S+ ){{1,4}}?to )?(?P<verb>{book.verb}|{book.gerund})")
    hit = verb.match(text, end)
    if negated or (hit is None and head.id != "duty"):
        return
    if hit is None:
        if len(text[end:stop].split()) >= 2:
            yield read, start, stop
        return
    if head.id == "will" and any(text.startswith(event, hit.start("verb")) for event in book.events):
        return
    whole = head.id in ("continue", "duty") or (head.id == "intent" and not text[start:end].startswith("will"))
    for a, b in _split(text, hit.start("verb"), stop, book, first=True):
        first = start if whole and a == hit.start("verb") and head.id != "continue" else a
        if head.id == "continue" and a == hit.start("verb"):
            first = max(start, text.rfind("continu", start, end))
        yield _headed(read, text, first if head.id == "continue" else a, book), a if whole and head.id != "continue" else first, b


def _headed(read: Read, text: str, at: int, book: CommitmentBook) -> Read:
    """The reading of one act, its head changed where the act brings its own: "…, and will continue to develop"."""
    own = book.heads.match(text, at)
    if own is None:
        return read
    head = book.by_id[str(own.lastgroup)]
    return Read(read.parties, head, read.line) if head.strength < read.head.strength else read


def _split(text: str, start: int, stop: int, book: CommitmentBook, *, first: bool = False) -> Iterator[tuple[int, int]]:
    """The coordinated acts between two positions, each from its verb to before the next."""
    joint = re.compile(
        rf"(?:, and |, as well as |, | and (?:to )?|, or )(?:(?:will|shall|to|also|then|further|jointly|the two sides will|both sides will) )*"
        rf"(?:(?:{book.adverbs}) )*(?P<verb>(?:continue to )?{book.verb})(?= )(?! (?:of|between|in)\b)"
    )
    at = start
    while True:
        hit = joint.search(text, at + 3, stop)
        if hit is None:
            break
        yield at, hit.start()
        at = hit.start("verb")
    yield at, stop


def _fact(
    page: Page, sentence: Sentence, read: Read, first: int, past: int, visit: str | None, book: CommitmentBook
) -> CommitmentFact | None:
    start, end = sentence.shadow.span(first, past)
    words = page.clean[start:end].rstrip(" ,;.")
    if len(words.split()) < 2:
        return None
    evidence = page.text.span(start, start + len(words))
    low = sentence.shadow.text[first:past]
    strength = book.strength(read.head, low)
    held, hedge = HELD.search(words), HEDGE.search(words)
    amount, deadline, project = AMOUNT.search(words), DEADLINE.search(words), PROJECT.search(words)
    return CommitmentFact(
        evidence=(evidence,),
        rule=f"commitment.{read.head.id}",
        said_by="author",
        visit=visit,
        parties=read.parties,
        strength=strength,
        fields=load_fields().find(words),
        action=words,
        head=read.head.id,
        continuation=low.startswith("continu") or read.head.id == "continue",
        condition=held[0].strip() if held else None,
        hedge=hedge[0] if hedge else None,
        amount=amount[0] if amount else None,
        deadline=deadline[0] if deadline else None,
        project=project[0] if project else None,
    )


def _is_stance(fact: CommitmentFact, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether most of the shorter of an act and some stance is the same words."""
    piece = fact.evidence[0]
    for start, end in taken:
        shared = min(end, piece.end) - max(start, piece.start)
        if shared > 0 and shared >= 0.6 * min(end - start, piece.end - piece.start):
            return True
    return False
