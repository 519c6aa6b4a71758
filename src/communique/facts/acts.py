"""The words that follow a subject → the acts it takes on, one for each verb of a coordination, with their strength."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook, Head
from communique.facts.verbs import (
    NEED,
    NEXT,
    SURE,
    THEIRS,
    THING,
    WORD,
    following,
    head_is_noun,
    mood_of,
    noun_here,
    past_adverbs,
    regular,
    word_at,
)
from communique.grammar import lazy

JOINS = lazy(r"(?P<mark>,? and |,? as well as |, (?:but )?|; (?:and )?| or )(?P<to>to )?")
PAST = ("ed", "said", "told", "spoke", "met")  # ends of a first verb after which no present tense follows
AUX = lazy(r"(?:(?:is|are|was|were) (?:reported|said|understood) to )?(?:have|has|had) (?!an? |the )")
INNER = lazy(r"\bthat [^,;]*\b(?:can|could|may|might|must|will|never|cannot) [^,;]*$")  # "that it can build and run"
ASIDE = lazy(r",? ?(?:(?:[^ ,;.()]+ ){0,4}?\w{2,7} )?(?:which|who|whom|whose|where)\b[^,;:.]{3,120}")  # behind its comma
ALONE = lazy(r"(?:contribut|help|cooperat|co-operat|participat|mediat|negotiat|invest|assist|collaborat)(?:e|ing)?$")
HELPS = lazy(rf"^help(?:ing)? (?:[{LETTERS['country']}{LETTERS['pronoun']}] )?(?:to )?")
NOUN = lazy(r"(?:s|ion|ment|ance|ity)$")
RELATIVE = lazy(r"\b(?:that|which|who) ([\w-]+) ")
AS_WE = lazy(rf"\bas {LETTERS['pronoun']}$")
PURPOSE = lazy(r" (?:so as |in order )?to (?:\w+ly )?([\w-]+)| by (?:\w+ly )?\w+ing| including \w+ing")
ASKED = lazy(
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)|appeal(?:s|ed)? to|invit(?:e|es|ed)|demand(?:s|ed)?)"
    r" [^;.]*?\bto [\w-]+(?: [^,;.]*)?$"
)
CLOSES = lazy(  # a verb of its own, with which the act before has ended
    r"(?:discussed|reviewed|proposed|suggested|exchanged|called|condemned|opposed|expressed|thanked|met|recalled"
    r"|considered|rejected|urged|reaffirmed|demanded|insisted|stressed|have|has|is|are|was|were)\b"
)
PASSES_ON = lazy(  # the same behind "and" only: "handed over its letter and joined the fund"
    r"(?:will|would|shall|should|could|can|may|might|had) |(?:(?!need)\w{3,}ed|gave|made|took|sent|spoke|held|paid|set|won|saw|told|led|began|became|put)"
    rf" (?:the|an?|its|that|him|for|two|three|[{LETTERS['pronoun']}{LETTERS['country']}{LETTERS['body']}])(?!\w)"
)
TAIL = lazy(
    r"(?<![ ,;.])[ ,;.](?:[ ,;.]"
    r"|(?<=[ ,])(?:and|or|to|an?|the|that|also|as|will|which|while|but|both|then|in|as well as|when|where|if|whom"
    r"|until|because|since))*+$"
)


class Act(msgspec.Struct, gc=False):
    """One act, half-open in the shadow: from its verb on; `verb` is where the verb that decides its strength stands."""

    start: int
    end: int
    verb: int
    head: Head
    chain: str
    thing: bool


class _Open(msgspec.Struct, gc=False):
    """A head whose acts are being read: what form their verbs have, and from where others may join."""

    head: Head
    mood: str  # verb, ing, led ("working to build": a bare verb may join), thing
    start: int
    verb: int
    chain: str
    whole: int | None = None  # where the head begins


def acts(text: str, at: int, end: int, book: CommitmentBook, under: frozenset[str]) -> Iterator[Act]:
    """The acts that a subject takes on in `text[at:end]`, whose verb stands at `at`, in order.

    `under`: "says" and "agrees" where the clause is what somebody says or agrees.
    """
    yield from _run(text, at, end, _opened(text, at, end, book, under), book, under)


def going_on(text: str, at: int, head: Head, mood: str, book: CommitmentBook) -> Iterator[Act]:
    """The acts of a sentence that begins with one, under a head that stood before."""
    yield from _run(text, at, len(text), _open_at(text, at, head, mood, book, ""), book, frozenset())


def _run(
    text: str, at: int, end: int, current: _Open | None, book: CommitmentBook, under: frozenset[str]
) -> Iterator[Act]:
    """The acts from an open one on, conjunction by conjunction."""
    past = word_at(text, at).endswith(PAST)
    for join in JOINS.finditer(text, at, end):
        p = join.end()
        if current is not None and p <= current.verb:
            continue
        following, closes = _joined(text, join, end, current, book, under, past)
        if following is None and not closes:
            continue
        alone = current is not None and " " not in HELPS.sub("", text[current.verb : join.start()])
        if current is not None and following is not None and alone:
            following.start = min(current.start, following.start)  # "deepen and expand trade": one thing, one act
        elif current is not None:
            yield from _closed(text, current, join.start(), book)
        current = following
    if current is not None:
        yield from _closed(text, current, end, book)


def _joined(
    text: str,
    join: re.Match[str],
    end: int,
    current: _Open | None,
    book: CommitmentBook,
    under: frozenset[str],
    past: bool,
) -> tuple[_Open | None, bool]:
    """What begins behind a conjunction: an act of the same head or of its own; and whether the act before ends."""
    p = past_adverbs(text, join.end(), book)
    word = word_at(text, p)
    if current is not None and current.mood != "thing" and _goes_on(text, join, p, word, current, book):
        return _open_at(text, p, current.head, current.mood, book, current.chain), True
    if join["to"]:
        return None, False
    if word in book.bare and not _plain_head(text, join, current, beyond=past):
        return None, False
    if join["mark"] == " and " and not word.endswith(PAST) and ASKED.search(text, 0, join.start()):
        return None, False  # "call on them to engage and recommit": theirs
    after_verb = current is not None and current.mood != "thing"
    if not head_is_noun(text, p, word, book, after_verb=after_verb):
        head = _opened(text, p, end, book, under)
        if head is not None:
            return head, True
    ends = PASSES_ON.match(text, p) if "and" in join["mark"] or "but" in join["mark"] else None
    return None, bool(ends or book.says.match(text, p) or CLOSES.match(text, p))


def _plain_head(text: str, join: re.Match[str], current: _Open | None, *, beyond: bool) -> bool:
    """Whether a bare verb behind a conjunction can be a head of its own ("We welcome … and support …").

    Not behind a verb that it would go on from, a past tense (`beyond`), or a "to" that it could belong to.
    """
    if beyond or (current is not None and current.mood != "thing"):
        return False
    start = current.start if current is not None else 0
    return " to " not in text[start : join.start()] or "," in join["mark"]


def _goes_on(text: str, join: re.Match[str], p: int, word: str, current: _Open, book: CommitmentBook) -> bool:
    """Whether the verb behind a conjunction is one more act of the same head."""
    stop = book.stops.search(text, current.verb, join.start())
    inner = not join["to"] and INNER.search(text, current.verb, join.start())
    if inner or (stop and not _resumes(text, stop, join)) or AS_WE.search(text[: join.start()]):
        return False
    told = text[current.verb : join.start()]
    others = [*THEIRS.finditer(told), *(RELATIVE.finditer(told) if join["mark"] in (", ", " and ") else ())]
    if not join["to"] and any(m[m.lastindex or 0] in book.bare for m in others):
        return False
    if join["to"] and current.mood == "verb" and current.head.id in SURE and not current.chain:
        verb = word in book.bare or (WORD.fullmatch(word) is not None and not NOUN.search(word))
        return verb and word not in book.words.never and not THING.match(word)
    if head_is_noun(text, p, word, book, after_verb=True):
        return False
    going = current.mood in ("ing", "led") and word in book.gerunds
    bare = current.mood in ("verb", "led") and word in book.bare and not noun_here(text, p, word, book)
    if not (going or bare) or word in book.words.never:
        return False
    purpose = next((m for m in PURPOSE.finditer(text, current.verb, join.start()) if _purposeful(m, book)), None)
    if join["to"]:
        return current.head.takes == "to" or (bool(current.chain) and purpose is None)
    if "," in join["mark"]:
        return join["mark"].strip() != ", or"
    return purpose is None


def _resumes(text: str, stop: re.Match[str], join: re.Match[str]) -> bool:
    """Whether "and to …" goes on behind an aside: "open a bank, which had closed in May, and to train its clerks"."""
    return bool(join["to"]) and "," in join["mark"] and ASIDE.fullmatch(text, stop.start(), join.start()) is not None


def _purposeful(hit: re.Match[str], book: CommitmentBook) -> bool:
    return hit[1] is None or hit[1] in book.bare


def _opened(text: str, at: int, end: int, book: CommitmentBook, under: frozenset[str]) -> _Open | None:
    """The head at a place with its first act; None where none stands there, or what follows is no act."""
    hit = book.heads.match(text, at, end)
    if hit is None:
        return None
    head = book.by_id[str(hit.lastgroup)]
    if head.under and under.isdisjoint(head.under):
        return None
    if head.takes == "thing":
        return _thing(text, hit, end, head, book)
    follow = following(book).match(text, hit.end(), end)
    p = follow.start("verb") if follow else hit.end()
    word = word_at(text, p) or (follow["verb"] if follow else "that")
    if follow is None or word == "that" or (word in book.words.never and not regular(text, p, word, head, book)):
        return None
    begins = p if follow["no"] is None else follow.start("no")
    if head.takes == "verb":
        known = not follow["prep"] and (
            word in book.bare or word in book.words.never or book.lead.match(text, p) is not None
        )
        doubted = book.doubtful.search(text, hit.start(), p) is not None
        return _open_at(text, p, head, "verb", book, "", begins) if known and not doubted else None
    form = mood_of(text, p, word, head, follow["prep"] or follow["then"], book)
    if form:
        opened = _open_at(text, p, head, form, book, "", begins)
        opened.whole = hit.start() if begins == p else None
        return opened
    if head.id in ("firm", "commitment", "bound", "agrees") or (head.id == "forward" and NEXT.match(text, hit.end())):
        return _thing(text, hit, end, head, book, prep=follow["prep"])
    return None


def _thing(
    text: str, hit: re.Match[str], end: int, head: Head, book: CommitmentBook, prep: str | None = None
) -> _Open | None:
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
    return _Open(head, "thing", start, hit.end(), "")


def _open_at(
    text: str, p: int, head: Head, mood: str, book: CommitmentBook, chain: str, begins: int | None = None
) -> _Open:
    """An act whose verb stands at `p`; verbs that only lead to the next ("continue to", "work to") are its chain.

    `begins`: where the act begins, if not with its verb: with its "not".
    """
    verb, led = p, ""
    while (lead := book.lead.match(text, verb)) is not None:
        led += lead[0] + " "
        verb = past_adverbs(text, lead.end() + 1, book)
    if mood == "ing" and led.endswith("to "):
        mood = "led"
    return _Open(head, mood, p if begins is None else begins, verb, led or ("" if not chain else "joined"))


def _closed(text: str, opened: _Open, end: int, book: CommitmentBook) -> Iterator[Act]:
    """The act with its end: before the next, or where its clause stops."""
    stop = book.stops.search(text, opened.verb, end)
    last = TAIL.sub("", text[opened.start : stop.start() if stop else end])
    if ALONE.fullmatch(last) and opened.whole is not None:
        yield Act(opened.whole, opened.start + len(last), opened.verb, opened.head, "", thing=False)
    elif len(last.split()) >= 2:
        chain = "" if opened.chain == "joined" else opened.chain
        yield Act(opened.start, opened.start + len(last), opened.verb, opened.head, chain, opened.mood == "thing")
