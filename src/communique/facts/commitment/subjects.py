"""The clauses of a sentence that can take on an act: subject, verb, and who is meant, as country and body codes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.codebook.commitment import CommitmentBook, load_commitments
from communique.facts.commitment.subject_patterns import (
    AS,
    MANY,
    OBJECT,
    OF_SIDE,
    PREPOSITION,
    PROMISED,
    STYLE,
    named,
    relative,
    simple,
    starts,
    third_party,
)
from communique.facts.commitment.verbs import word_at
from communique.facts.speech.hanging import subject_behind
from communique.facts.speech.headed import headed
from communique.facts.speech.seats import seat_of, seat_of_style, seats_of
from communique.grammar import Item
from communique.mentions import Page, Sentence

REACH = 2  # sentences over which "it" means the last subject
LEAD = 40  # characters that may stand before "it will" as a topic
PRIVATE = 0xE000  # letters from here on stand for names
SUBJECTS = ("he", "she", "they", "we", "i")
PEOPLE = ("guest", "host")
PAIR = 2


class Clause(msgspec.Struct, gc=False):
    """A subject and its verb, by positions in the shadow. `kind`: head, says, void, other; `codes`: who is meant."""

    start: int
    at: int
    kind: str
    head: str
    codes: tuple[str, ...]
    items: list[Item]
    actor: str | None = None


class Voices(msgspec.Struct):
    """Who is meant by "the two sides" and "we", and who was the last subject."""

    parties: tuple[str, ...]
    joint: bool
    last: tuple[str, ...] = ()
    heard: int = 0  # the number of the sentence in which it was the subject


def clause_before(told: Sequence[Clause], at: int) -> Clause | None:
    """The last clause of a sentence whose verb stands before a place of its shadow; None where none does."""
    return next((clause for clause in reversed(told) if clause.at < at), None)


def clauses(page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook) -> list[Clause]:
    """The clauses of a sentence with a verb that takes on, says or believes something, in order."""
    text = sentence.shadow.text
    found: list[Clause] = []
    at = 0
    kind, head = _verb(text, 0, book, single=False) if headed(page, sentence.index) else ("", "")
    if kind in ("head", "says"):
        found.append(Clause(0, 0, kind, head, voices.parties, []))
    while (start := starts(book).search(text, at)) is not None:
        clause, at = _clause(page, sentence, start.start(), voices, book)
        own = _of_relative(page, sentence, start.start(), voices, book)
        if own is not None:
            found.append(own)
            at = max(at, own.at)
            if clause is not None and clause.at > own.at:
                clause.start = max(clause.start, text.rfind(", ", own.at, clause.at))
        if clause is not None and _is_object(text, clause, found, book):
            continue
        if clause is not None and clause.head != "agrees" and _is_loose_it(text, clause, found):
            clause.codes = ()
        if clause is not None:
            found.append(clause)
            at = clause.at
            if clause.codes and not clause.actor and text[clause.start : clause.start + 2] not in ("it",):
                voices.last, voices.heard = clause.codes, sentence.index
    return found


def _of_relative(page: Page, sentence: Sentence, start: int, voices: Voices, book: CommitmentBook) -> Clause | None:
    """The clause of its own that a subject has: "Moor, who promised two banks, said"."""
    text = sentence.shadow.text
    if ", wh" not in text or (hit := relative(book).match(text, start)) is None:
        return None
    items = sentence.shadow.items_in(*hit.span("who"))
    kind, head = _verb(text, hit.end(), book, single=False)
    codes = _codes(page, sentence, items, hit["who"], voices, third=False)
    return Clause(start, hit.end(), kind, head, codes, items) if kind == "head" and codes else None


def _is_object(text: str, clause: Clause, found: Sequence[Clause], book: CommitmentBook) -> bool:
    """Whether what looks like a subject is the object of the head before it: "tasked the officials concerned to"."""
    if not found or clause.kind != "other" or found[-1].kind != "head":
        return False
    head = book.heads.match(text, found[-1].at)
    return head is not None and head.end() + 1 == clause.start


def _is_loose_it(text: str, clause: Clause, found: Sequence[Clause]) -> bool:
    """Whether "it" within a sentence stands for something that no clause before it names."""
    if clause.start == 0 or not text.startswith("it ", clause.start):
        return False
    before = text[: clause.start]
    if len(before) <= LEAD and before.endswith(", ") and not any(ord(c) > PRIVATE for c in before):
        return False  # "In addition, it will"
    return not found or not (found[-1].kind == "says" or before.endswith(("that ", "and ")))


def _clause(
    page: Page, sentence: Sentence, start: int, voices: Voices, book: CommitmentBook
) -> tuple[Clause | None, int]:
    """The clause whose subject begins at a place, and where to look on."""
    text = sentence.shadow.text
    past = start + 1
    before = text[max(0, start - 40) : start]
    blocked = PREPOSITION.search(before) is not None and OF_SIDE.search(before) is None
    blocked = blocked or OBJECT.search(before) is not None
    for pattern, third in ((simple(book), False), (third_party(book), True), (named(book), True)):
        hit = pattern.match(text, start)
        if hit is None or (pattern is named(book) and not _is_name(page, sentence, *hit.span("name"))):
            continue
        if blocked and not (AS.search(before) and PROMISED.match(text, hit.end())):
            past = max(past, start + (subject_behind(hit["who"]) or len(hit["who"])))
            continue
        past = max(past, hit.end("who"))
        items = sentence.shadow.items_in(*hit.span("who"))
        single = len(items) == 1 and not third and items[0].type in ("country", "person", "body", "city", "name")
        kind, head = _verb(text, hit.end(), book, single=single)
        if not kind or (kind == "other" and third):
            continue
        if any(
            i.type == "pronoun"
            and not third
            and i.value not in PEOPLE
            and page.clean[i.start : i.end].lower() not in SUBJECTS
            for i in items
        ) and not STYLE.match(hit["who"]):
            continue
        agreed = head in ("agrees", "determined") and hit["who"] == "it"  # "it was agreed": by all
        codes = voices.parties if agreed else _codes(page, sentence, items, hit["who"], voices, third=third)
        actor = page.clean[slice(*sentence.shadow.span(start, hit.end("who")))] if third else None
        return Clause(start, hit.end(), kind, head, codes, items, actor), past
    return None, past


def _verb(text: str, at: int, book: CommitmentBook, *, single: bool) -> tuple[str, str]:
    """What the verb at a place does: takes on (with the head's id), says, believes, or something other.

    Empty where no verb stands there; `single`: the subject is one, so that a bare form is a noun.
    """
    if single and word_at(text, at) in book.words.plain:
        return "", ""
    head = book.heads.match(text, at)
    said = book.says.match(text, at)
    if head is not None and head.lastgroup is not None and not (said and head.end() < said.end()):
        return "head", head.lastgroup
    if book.void.match(text, at):
        return "void", ""
    if said:
        return "says", ""
    return ("other", "") if book.other.match(text, at) else ("", "")


def _codes(
    page: Page, sentence: Sentence, items: Sequence[Item], words: str, voices: Voices, *, third: bool
) -> tuple[str, ...]:
    """Whom a subject means; empty where that cannot be told."""
    if (style := STYLE.match(words)) is not None:
        code = seat_of_style(page, style[0], voices.parties)
        return (code,) if code else ()
    if not items:
        realm = words.startswith(("the ", "government"))
        if realm and (named := _realm(page, words, sentence, voices)) is not None:
            return named
        if words.startswith(("its ", "it")):
            return _last(sentence, voices)
        return voices.parties if words not in ("we", "i") or voices.joint else ()  # "we'll"
    codes: list[str] = []
    if items[0].type == "office" and not third:
        plural = page.clean[items[0].start : items[0].end].endswith("s")
        return voices.parties if plural and len(items) == 1 else ()
    for item in items:
        codes.extend(_of_item(page, sentence, item, voices, alone=len(items) == 1))
    if "EU" in voices.parties:  # its Commission speaks for it
        codes = ["EU" if code == "EC" else code for code in codes]
    return tuple(sorted(dict.fromkeys(codes)))


def _of_item(page: Page, sentence: Sentence, item: Item, voices: Voices, *, alone: bool) -> Sequence[str]:
    """Whom one name or word of a subject means; empty where that cannot be told."""
    match item.value:
        case "they":
            return voices.last if len(voices.last) > 1 else voices.parties
        case "we" if item.type == "pronoun":
            return voices.parties if voices.joint else ()
    if item.value in PEOPLE:
        return _of_visit(page, str(item.value), voices)
    match item.type:
        case "group":
            return voices.parties
        case "there":
            return _last(sentence, voices)
        case "pronoun":
            return seats_of(page, sentence, item, voices.parties)
    if code := seat_of(page, item, voices.parties):
        return (code,)
    unknown = item.type == "person" and len(voices.parties) == PAIR
    many = not alone or MANY.match(page.clean, item.start, item.end) is not None
    return voices.parties if unknown and many else ()


def _last(sentence: Sentence, voices: Voices) -> tuple[str, ...]:
    """The party that was the last subject, where it was one and not long ago."""
    return voices.last if len(voices.last) == 1 and sentence.index - voices.heard <= REACH else ()


def _of_visit(page: Page, who: str, voices: Voices) -> tuple[str, ...]:
    """Whom "the guest" or "the host" means: the party whose traveller the text told of first, or the other one."""
    guest, host = page.first_told or (None, None)
    came = guest.country if guest is not None else None
    if came is None or host is None or not {came, host} <= {*voices.parties}:
        return ()
    return (came if who == "guest" else host,)


def _realm(page: Page, words: str, sentence: Sentence, voices: Voices) -> tuple[str, ...] | None:
    """Whom "the Kingdom" means, or "the government": of the parties the one of that kind, the last one spoken of.

    None where the words are of no such kind.
    """
    kind = words.removeprefix("the ").removesuffix(" side")
    of_kind = load_commitments().file.realms.get(kind)
    fits = tuple(code for code in voices.parties if of_kind and code in of_kind)
    if len(fits) == 1:
        return fits
    if kind.endswith("government") or kind in ("nation", "country", "administration", "cabinet"):
        own = (page.home,) if page.home in voices.parties else ()
        return _last(sentence, voices) or own
    return None if of_kind is None else ()


def _is_name(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    """Whether words of a shadow are written with capitals, as names are."""
    words = page.clean[slice(*sentence.shadow.span(start, end))].split()
    return bool(words) and all(word[:1].isupper() for word in words)
