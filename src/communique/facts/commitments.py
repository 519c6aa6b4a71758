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
OTHER = re.compile(rf", (?:and |while |but )(?:the )?{NAME}{TAIL} (?:(?:also|further|\w+ly) )*(?:will|shall|would|\w+ed|is|are|has|have)\b")
HELD = re.compile(r"\b(?:if|unless|subject to|provided that|on condition that|depending on|as appropriate)\b[^,;.]*")
HEDGE = re.compile(r"\b(?:as soon as possible|at an early date|in due course|where possible|as far as possible|gradually|within (?:its|their) (?:means|capabilit\w+)|at a mutually convenient time|when conditions (?:permit|allow))\b")
AMOUNT = re.compile(r"(?:(?:US|A|C|NZ|HK)?[$€£¥]|USD|EUR|RMB|Rs\.?) ?[\d.,]+(?: ?(?:thousand|million|billion|trillion|bn|m))?|[\d.,]+ (?:thousand|million|billion|trillion) (?:US )?(?:dollars|euros?|yuan|rubles|roubles|yen|pounds|rupees|dirhams)|[\d.,]+ ?(?:MW|GW|megawatts|gigawatts|tonnes|tons|scholarships|students|doses|percent|per cent)", re.I)
DEADLINE = re.compile(r"\b(?:by|before|until|no later than|within) (?:the end of |early |mid-|late |next )?(?:(?:19|20)\d\d|(?:one|two|three|four|five|six|ten|\d+) (?:months?|years?|weeks?)|this year|next year|[A-Z][a-z]+ (?:19|20)\d\d)")
PROJECT = re.compile(r"(?:[A-Z][\w'’&-]+(?: (?:of|and|for|the|de) (?=[A-Z])| )?){2,7}(?:Park|Project|Initiative|Railway|Corridor|Port|Bridge|Pipeline|Programme|Program|Plant|Center|Centre|Fund|Dialogue|Mechanism|Commission|Institute|Zone|Reactor|Station|Framework)\b")
IT_WAS = re.compile(r"\bit (?:was|has been|is|had been) (?:also |further )?(?P<head>(?:agreed|decided) (?:to|that)\b)")
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
    for agreed in IT_WAS.finditer(text):
        head_hit = book.heads.match(text, agreed.start("head"))
        if head_hit is not None and len(circle.parties) > 1:
            head = book.by_id[str(head_hit.lastgroup)]
            for read, first, past in _acts(text, head, head_hit.start(), head_hit.end(), circle.parties, book):
                found, at = True, past
                yield read, first, past
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
                for first, past in _split(text, opening, _stop(text, opening), book, finite=True):
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
    end = stop.start() if stop else len(text.rstrip(". "))
    other = OTHER.search(text, start, end)
    return other.start() if other else end


def _acts(
    text: str, head: Head, start: int, end: int, parties: tuple[str, ...], book: CommitmentBook
) -> Iterator[tuple[Read, int, int]]:
    """The acts under a head that stands at `[start, end)`, then those under each further head of the same subject."""
    stop = _stop(text, end)
    while True:
        following = _next_head(text, end, stop, head.takes != "noun", book)
        limit = following[0] if following else stop
        for first, past in _acts_of_head(text, head, start, end, limit, book):
            yield Read(parties, head, 0), first, past
        if following is None:
            return
        _, hit = following
        head, start, end = book.by_id[str(hit.lastgroup)], hit.start(), hit.end()


def _next_head(text: str, at: int, stop: int, bare: bool, book: CommitmentBook) -> tuple[int, re.Match[str]] | None:
    """Where the next head under the same subject begins, and the head: "…, and intend to build".

    `bare`: acts stand as bare verbs here, so that "support" is one of them and no new head.
    """
    for joint in _joints(book.adverbs).finditer(text, at, stop):
        hit = book.heads.match(text, joint.end(), stop)
        if hit is not None and not (bare and hit.lastgroup == "support" and not FINITE.search(hit[0])):
            return joint.start(), hit
    return None


@cache
def _joints(adverbs: str) -> re.Pattern[str]:
    return re.compile(rf"(?:, and |, but |, | and )(?:(?:{adverbs}) )*")


def _acts_of_head(
    text: str, head: Head, start: int, end: int, stop: int, book: CommitmentBook
) -> Iterator[tuple[int, int]]:
    """The acts under one head: bare verbs, the head's own object, or the verbs of its "that"."""
    if head.takes == "noun":
        if len(text[end:stop].split()) >= 2:
            yield from _split(text, start, stop, book, finite=False)
        return
    if head.takes == "that":
        modal = _modal(book).search(text, end, stop)
        passive = PASSIVE.match(text, end, stop)
        if modal is None and passive is not None:
            yield passive.start("act"), stop
        if modal is None:
            return
        end = modal.end() - 1
    hit = _verb(book).match(text, end)
    if hit is None:
        together = text.find("work together", start, end)
        if (head.id == "duty" or together >= 0) and len(text[end:stop].split()) >= 2:
            yield max(start, together), stop
        return
    if head.id == "will" and any(text.startswith(event, hit.start("verb")) for event in book.events):
        return
    for first, past in _split(text, hit.start("verb"), stop, book, finite=True):
        if head.id == "continue" and first == hit.start("verb"):
            first = max(start, text.rfind("continu", start, end))
        yield first, past


FINITE = re.compile(r"(?:s|ed)$|^(?:will|shall|would|agreed|are|continue) ")
PASSIVE = re.compile(r" (?P<act>[^,;]{3,70}? (?:should|will|would|shall) be (?:\w+ed|held|made|built|given|set|sent))\b")


@cache
def _verb_pattern(adverbs: str, verb: str, gerund: str) -> re.Pattern[str]:
    with_whom = r"(?:work together to |join hands to |make joint efforts to |work with (?:\S+ ){1,4}?to )?"
    return re.compile(rf" ?(?:(?:{adverbs}) )*{with_whom}(?:not )?(?:(?:{adverbs}) )*(?P<verb>{verb}|{gerund})")


def _verb(book: CommitmentBook) -> re.Pattern[str]:
    return _verb_pattern(book.adverbs, book.first_verb, book.gerund)


@cache
def _modal_pattern(adverbs: str, verb: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:should|must|will|would|shall|is necessary to|need to) (?:not )?(?:(?:{adverbs}) )*(?={verb})"
    )


def _modal(book: CommitmentBook) -> re.Pattern[str]:
    return _modal_pattern(book.adverbs, book.first_verb)


def _split(text: str, start: int, stop: int, book: CommitmentBook, *, finite: bool) -> Iterator[tuple[int, int]]:
    """The coordinated acts between two positions, each from its verb to before the next; one where nothing joins them."""
    at = start
    while finite and (hit := _coordinated(book.adverbs, book.verb).search(text, at + 3, stop)) is not None:
        yield at, hit.start()
        at = hit.start("verb")
    yield at, stop


@cache
def _coordinated(adverbs: str, verb: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:, and |, as well as |, | and (?:to )?|, or )(?:(?:will|shall|to|then|the two sides will|both sides will) )*"
        rf"(?:(?:{adverbs}) )*(?P<verb>(?:continue to )?{verb})(?= )(?! (?:of|between|in)\b)"
    )


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
