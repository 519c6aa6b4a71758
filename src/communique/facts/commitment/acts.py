"""The words that follow a subject → the acts it takes on, one for each verb of a coordination, with their strength."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook, Head
from communique.facts.commitment.heads import Open, open_at, opened
from communique.facts.commitment.verbs import (
    THEIRS,
    THING,
    WORD,
    head_is_noun,
    is_deed,
    noun_here,
    past_adverbs,
    word_at,
)
from communique.grammar import lazy

JOINS = lazy(r"(?P<mark>,? and |,? as well as |, (?:but )?|; (?:and )?| or )(?P<to>(?:then |also |further )?to )?")
PAST = ("ed", "said", "told", "spoke", "met")  # ends of a first verb after which no present tense follows
INNER = lazy(r"\bthat [^,;]*\b(?:can|could|may|might|must|will|never|cannot) [^,;]*$")  # "that it can build and run"
ASIDE = lazy(r",? ?(?:(?:[^ ,;.()]+ ){0,4}?\w{2,7} )?(?:which|who|whom|whose|where)\b[^,;:.]{3,120}")
ALONE = lazy(r"(?:contribut|help|cooperat|co-operat|participat|mediat|negotiat|invest|assist|collaborat)(?:e|ing)?$")
HELPS = lazy(rf"^help(?:ing)? (?:[{LETTERS['country']}{LETTERS['pronoun']}] )?(?:to )?")
NOUN = lazy(r"(?:s|ion|ment|ance|ity)$")
RELATIVE = lazy(r"\b(?:that|which|who) ([\w-]+) ")
MEMBER = lazy(r", (?:\w+ly )?([\w-]+)")
COMPLEMENT = lazy(  # its "to" is no purpose: "work closely to expand trade, open a bank and …"
    r"(?:work|seek|strive|continue|aim|try|endeavou?r|begin|start|act|move|commit|agree|plan|need|cooperate|co-operate|collaborate"
    r"|join (?:forces|hands)|pledge|undertake|intend|help|step up|intensify|make efforts)\w*\b(?: [\w-]+){0,4}? to\b"
    r"|(?:make (?:full |good |better )?use|support|encourage|urge|help)\b[^,;.]{0,90}? to\b"
)
OPEN_END = lazy(
    r" to (?:\w+ly )?(?P<verb>[a-z]+)$|^[a-z]+ (?:for|to|with|on|in|at|from)$"
    r"| (?:by|of|to|towards?|for|through|from) \w{3,}ing$"
)  # whose object is yet to come
AS_WE = lazy(rf"\bas {LETTERS['pronoun']}$")
PURPOSE = lazy(
    r" (?:so as |in order )?to (?:\w+ly )?([\w-]+)| by (?:\w+ly )?\w+ing| including \w+ing"
    r"| especially in (?:the )?(?:areas?|fields?) of "
)
ASKED = lazy(
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)|appeal(?:s|ed)? to|invit(?:e|es|ed)|demand(?:s|ed)?)"
    r" [^;.]*?\bto [\w-]+(?: [^,;.]*)?$"
)
CLOSES = lazy(  # a verb of its own, with which the act before has ended
    r"(?:discussed|reviewed|proposed|suggested|exchanged|called|condemned|opposed|expressed|thanked|met|recalled"
    r"|considered|rejected|urged|reaffirmed|demanded|insisted|stressed|have|has|is|are|was|were)\b"
)
FINITE = (  # the same behind "and" only: "handed over its letter and joined the fund"
    r"(?:(?:will|would|shall|should|could|can|may|might|had) |(?:(?!need)\w{3,}ed|gave|made|took|sent|spoke|held|paid"
    r"|set|won|saw|told|led|began|became|put)"
    rf" (?:the|an?|its|that|him|for|two|three|[{LETTERS['pronoun']}{LETTERS['country']}{LETTERS['body']}"
    rf"{LETTERS['person']}])(?!\w))"
)
PASSES_ON = lazy(FINITE)
PASSED_ON = lazy(
    rf",? (?:and|but) (?:also |then |now )?{FINITE}"
    rf"|, (?:and|but) (?:the )?[{LETTERS['country']}{LETTERS['group']}{LETTERS['person']}]"
    r" (?!(?:and|or|to|of|in|on|at|for|from|with|by|as|under|over)\b)[a-z]{3,} "
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


def acts(text: str, at: int, end: int, book: CommitmentBook, under: frozenset[str]) -> Iterator[Act]:
    """The acts that a subject takes on in `text[at:end]`, whose verb stands at `at`, in order.

    `under`: "says" and "agrees" where the clause is what somebody says or agrees.
    """
    yield from _run(text, at, end, opened(text, at, end, book, under), book, under)


def going_on(text: str, at: int, head: Head, mood: str, book: CommitmentBook) -> Iterator[Act]:
    """The acts of a sentence that begins with one, under a head that stood before."""
    yield from _run(text, at, len(text), open_at(text, at, head, mood, book, ""), book, frozenset())


def _run(
    text: str, at: int, end: int, current: Open | None, book: CommitmentBook, under: frozenset[str]
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
        told = HELPS.sub("", text[current.verb : join.start()]) if current is not None else ""
        open_end = OPEN_END.search(told)
        alone = " " not in told or bool(open_end and (open_end["verb"] is None or open_end["verb"] in book.bare))
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
    current: Open | None,
    book: CommitmentBook,
    under: frozenset[str],
    past: bool,
) -> tuple[Open | None, bool]:
    """What begins behind a conjunction: an act of the same head or of its own; and whether the act before ends."""
    p = past_adverbs(text, join.end(), book)
    word = word_at(text, p)
    if current is not None and current.mood != "thing" and _goes_on(text, join, p, word, current, book):
        return open_at(text, p, current.head, current.mood, book, current.chain), True
    if join["to"]:
        return None, False
    if word in book.bare and not _plain_head(text, join, current, beyond=past):
        return None, False
    if join["mark"] == " and " and not word.endswith(PAST) and ASKED.search(text, 0, join.start()):
        return None, False  # "call on them to engage and recommit": theirs
    after_verb = current is not None and current.mood != "thing"
    if not head_is_noun(text, p, word, book, after_verb=after_verb):
        head = opened(text, p, end, book, under)
        if head is not None:
            return head, True
    ends = PASSES_ON.match(text, p) if "and" in join["mark"] or "but" in join["mark"] else None
    return None, bool(ends or book.says.match(text, p) or CLOSES.match(text, p))


def _plain_head(text: str, join: re.Match[str], current: Open | None, *, beyond: bool) -> bool:
    """Whether a bare verb behind a conjunction can be a head of its own ("We welcome … and support …").

    Not behind a verb that it would go on from, a past tense (`beyond`), or a "to" that it could belong to.
    """
    if beyond or (current is not None and current.mood != "thing"):
        return False
    start = current.start if current is not None else 0
    return " to " not in text[start : join.start()] or "," in join["mark"]


def _goes_on(text: str, join: re.Match[str], p: int, word: str, current: Open, book: CommitmentBook) -> bool:
    """Whether the verb behind a conjunction is one more act of the same head."""
    stop = book.stops.search(text, current.verb, join.start())
    inner = not join["to"] and INNER.search(text, current.verb, join.start())
    if inner or (stop and not _resumes(text, stop, join)) or AS_WE.search(text[: join.start()]):
        return False
    told = text[current.verb : join.start()]
    others = [*THEIRS.finditer(told), *(RELATIVE.finditer(told) if join["mark"] in (", ", " and ") else ())]
    if not join["to"] and any(is_deed(m[m.lastindex or 0], book) for m in others):
        return False
    if join["to"] and current.mood == "verb" and current.head.deed and not current.chain:
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
        return join["mark"].strip() != ", or" and not (purpose and _in_purpose(text, current, purpose, join, book))
    return purpose is None


def _resumes(text: str, stop: re.Match[str], join: re.Match[str]) -> bool:
    """Whether "and to …" goes on behind an aside: "open a bank, which had closed in May, and to train its clerks"."""
    return bool(join["to"]) and "," in join["mark"] and ASIDE.fullmatch(text, stop.start(), join.start()) is not None


def _in_purpose(text: str, current: Open, purpose: re.Match[str], join: re.Match[str], book: CommitmentBook) -> bool:
    """Whether a list goes on with what an act is for: "set up a group to find gaps, close them, and train clerks"."""
    if COMPLEMENT.match(text, current.verb):
        return False
    before = MEMBER.finditer(text, purpose.end(), join.start())
    return join["mark"] == ", " or any(verb[1] in book.bare or verb[1] in book.gerunds for verb in before)


def _purposeful(hit: re.Match[str], book: CommitmentBook) -> bool:
    return hit[1] is None or hit[1] in book.bare


def _closed(text: str, open_: Open, end: int, book: CommitmentBook) -> Iterator[Act]:
    """The act with its end: before the next, or where its clause stops."""
    stop = book.stops.search(text, open_.verb, end)
    last = TAIL.sub("", text[open_.start : stop.start() if stop else end])
    if ALONE.fullmatch(last) and open_.whole is not None:
        yield Act(open_.whole, open_.start + len(last), open_.verb, open_.head, "", thing=False)
    elif len(last.split()) >= 2:
        chain = "" if open_.chain == "joined" else open_.chain
        yield Act(open_.start, open_.start + len(last), open_.verb, open_.head, chain, open_.mood == "thing")
