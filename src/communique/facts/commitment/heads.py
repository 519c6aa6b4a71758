"""A place in a clause → the head that stands there, opened: the verb or the thing of its first act."""

from __future__ import annotations

import re

import msgspec

from communique.codebook.commitment import CommitmentBook, Head
from communique.facts.commitment.verbs import NEED, NEXT, following, is_deed, mood_of, past_adverbs, regular, word_at
from communique.grammar import lazy

AUX = lazy(r"(?:(?:is|are|was|were) (?:reported|said|understood) to )?(?:have|has|had) (?!an? |the |in view )")

PROGRESSIVE = lazy(
    r" (?P<no>(?:not|never) )?(?:(?:also|now|soon|further|\w+ly) )*be (?:(?:also|now|soon|further|\w+ly) )*"
    r"(?P<verb>[\w-]+ing)\b(?= (?!about|to\b))"
)


class Open(msgspec.Struct, gc=False):
    """A head whose acts are being read: what form their verbs have, and from where others may join."""

    head: Head
    mood: str  # verb, ing, led ("working to build": a bare verb may join), thing
    start: int
    verb: int
    chain: str
    whole: int | None = None  # where the head begins


def opened(text: str, at: int, end: int, book: CommitmentBook, under: frozenset[str]) -> Open | None:
    """The head at a place with its first act; None where none stands there, or what follows is no act."""
    hit = book.heads.match(text, at, end)
    if hit is None:
        return None
    head = book.by_id[str(hit.lastgroup)]
    if head.under and under.isdisjoint(head.under):
        return None
    if head.takes == "thing":
        return _thing(text, hit, end, head, book)
    return _progressive(text, hit.end(), end, head, book) or _led(text, hit, end, head, book)


def _progressive(text: str, at: int, end: int, head: Head, book: CommitmentBook) -> Open | None:
    """The act behind "will be": "will be opening a bank"."""
    going = PROGRESSIVE.match(text, at, end) if head.takes == "verb" else None
    if going is None or going["verb"] not in book.base:
        return None
    begins = going.start("no") if going["no"] else None
    return open_at(text, going.start("verb"), head, "ing", book, "", begins)


def _led(text: str, hit: re.Match[str], end: int, head: Head, book: CommitmentBook) -> Open | None:
    """The act whose verb stands behind a head, at some distance."""
    follow = following(book).match(text, hit.end(), end)
    p = follow.start("verb") if follow else hit.end()
    word = word_at(text, p) or (follow["verb"] if follow else "that")
    leads = book.lead.match(text, p) is not None
    barred = word in book.words.never and not leads and not regular(text, p, word, head, book)
    if follow is None or word == "that" or barred:
        return None
    begins = p if follow["no"] is None else follow.start("no")
    if head.takes == "verb":
        known = not follow["prep"] and (
            leads
            or word in book.words.never
            or (word in book.bare if follow["no"] or head.id == "could" else is_deed(word, book))
        )
        doubted = book.doubtful.search(text, hit.start(), p) is not None
        return open_at(text, p, head, "verb", book, "", begins) if known and not doubted else None
    form = mood_of(text, p, word, head, follow["prep"] or follow["then"], book)
    if form:
        start = open_at(text, p, head, form, book, "", begins)
        start.whole = hit.start() if begins == p else None
        return start
    if head.id in ("firm", "commitment", "bound", "agrees") or (head.id == "forward" and NEXT.match(text, hit.end())):
        return _thing(text, hit, end, head, book, prep=follow["prep"])
    return None


def _thing(
    text: str, hit: re.Match[str], end: int, head: Head, book: CommitmentBook, prep: str | None = None
) -> Open | None:
    """A head that is itself the verb of the act, before its object."""
    if (head.id in ("commitment", "bound") and prep != "to") or (head.id == "firm" and prep not in (None, "to")):
        return None
    if head.id == "agrees" and (prep is None or NEED.match(text, hit.end())):
        return None
    start = past_adverbs(text, hit.start() + (len(m[0]) if (m := AUX.match(text, hit.start())) else 0), book)
    stop = book.stops.search(text, hit.end(), end)
    words = text[start : stop.start() if stop else end]
    needs, never = book.needs.get(head.id), book.never.get(head.id)
    if (needs and not needs.search(words)) or (never and never.search(words)) or len(text[hit.end() : end].split()) < 1:
        return None
    if text.startswith((" that", " by ", " as "), hit.end()) or not words[hit.end() - start :].strip(" ,"):
        return None
    return Open(head, "thing", start, hit.end(), "")


def open_at(
    text: str, p: int, head: Head, mood: str, book: CommitmentBook, chain: str, begins: int | None = None
) -> Open:
    """An act whose verb stands at `p`; verbs that only lead to the next ("continue to", "work to") are its chain.

    `begins`: where the act begins, if not with its verb: with its "not".
    """
    verb, led = p, ""
    while (lead := book.lead.match(text, verb)) is not None:
        led += lead[0] + " "
        verb = past_adverbs(text, lead.end() + 1, book)
    if mood == "ing" and led.endswith("to "):
        mood = "led"
    return Open(head, mood, p if begins is None else begins, verb, led or ("" if not chain else "joined"))
