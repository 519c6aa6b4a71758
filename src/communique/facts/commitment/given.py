"""A sentence → acts told from the side of who gets: "Vesta will receive 12 boats", "won a promise of loans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import Act, going_on
from communique.facts.commitment.subjects import Clause, Voices, clause_before
from communique.facts.commitment.unowned import Found
from communique.facts.speech.parties import party_of
from communique.facts.speech.speakers import governing, said_by
from communique.grammar import expression, lazy
from communique.mentions import Page, Sentence

GETS = lazy(
    r"(?:(?:will|would|is to|are to|is going to) (?:(?:also|now|soon|first|\w+ly) )*"
    r"(?P<verb>receive|get|obtain|be (?:given|granted|supplied with|provided with|lent|offered|allocated)) "
    r"|(?:gets|receives) (?=[^.;:]{0,30}(?:\d|million|billion)))"
)
GOODS = lazy(
    r"\b(?:\d|million|billion|helicopters?|aircraft|jets|tanks|weapons|missiles?|boats?|vessels?|trains?|locomotives"
    r"|tractors|buses|doses|vaccines|loans?|credits?|grants?|aid|assistance|funding|financing|training|equipment"
    r"|technology|scholarships|places|seats|access|gas|oil|fuel|diesel|grain|wheat|rice|fertili[sz]er|electricity|food"
    r"|medicines?|visas?|licen[cs]es?|discounts?|quota)\b"
)
NO_GOODS = lazy(
    r"\b(?:visits?|guests?|delegations?|welcome|honou?rs?|awards?|orders?|medals?|doctorate|degree|salute|leaders?|envoys?"
    rf"|reception|invitation|briefing|reports?|letters?|message|applause|criticism|boost|votes?)\b|{LETTERS['person']}"
)
PERSON = lazy(f"[{LETTERS['office']}{LETTERS['person']}{LETTERS['pronoun']}]")
WON = lazy(
    r"\b(?:secured|won|obtained|got|gets|extracted|received|brought (?:home|back)|brings (?:home|back)"
    r"|(?:came|went) (?:away|back|home) with|returned with|left with|leaves with|took (?:home|away|with \S+)"
    r"|(?:was|were) (?:given|promised)) "
)
PROMISE = r"(?:promises?|pledges?|undertakings?|assurances?|guarantees?|commitments?(?= by\b))"
OLD = lazy(
    r"\b(?:if|broke|broken|failed|unfulfilled|unkept|earlier|old|recalled|forgot|election|campaign|past|previous) "
)


def given_acts(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause], found: Sequence[Found]
) -> Iterator[Found]:
    """What one party is to get, of two that meet, and what is promised by a noun; nothing that is read already."""
    text = sentence.shadow.text
    for number, clause in enumerate(told):
        giver = _other(clause.codes, voices)
        if (
            giver
            and not (clause.actor and PERSON.search(text, clause.start, clause.at))
            and (hit := GETS.match(text, clause.at)) is not None
        ):
            stop = book.stops.search(text, hit.end())
            end = min(stop.start() if stop else len(text.rstrip(" .,")), _next(told, number, text))
            what = text[hit.end() : end]
            if GOODS.search(what[:80]) and not NO_GOODS.search(what[:80]):
                start = hit.start("verb") if hit["verb"] else hit.start()
                act = Act(
                    start,
                    len(text[:end].rstrip(" ,").removesuffix(" and").rstrip(" ,")),
                    start,
                    book.by_id["will"],
                    "",
                    True,
                )
                yield Found(act, giver, said_by(page, sentence, governing(told, number, text)), clause.start)
    if (
        "promise" in text
        or "pledge" in text
        or "undertaking" in text
        or "assurance" in text
        or "guarantee" in text
        or " by " in text
    ):
        yield from _promises(page, sentence, voices, book, told, found)


def _promises(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause], found: Sequence[Found]
) -> Iterator[Found]:
    """What is promised by a noun: "Norland's pledge to build it", "won a promise of loans"."""
    text = sentence.shadow.text
    firm = book.by_id["firm"]
    for hit in _pattern().finditer(text):
        if any(one.act.start <= hit.end() <= one.act.end and one.act.head.id != "welcomes" for one in found):
            continue
        if OLD.search(text, max(0, hit.start() - 40), hit.end()):
            continue
        clause = clause_before(told, hit.start() + 1)
        owner = "who" if hit["who"] else "by"
        named = party_of(page, sentence.shadow.items_in(*hit.span(owner))[0]) if hit[owner] else None
        codes: tuple[str, ...] = (named,) if named else ()
        if not named and clause is not None and WON.search(text, clause.at, hit.end()):
            codes = _other(clause.codes, voices)
        elif not named and hit["there"]:
            codes = voices.parties
        if not codes:
            continue
        if hit["to"]:
            for act in going_on(text, hit.end(), firm, "verb", book):
                yield Found(act, codes, said_by(page, sentence, None), hit.start())
        elif not any(c.start >= hit.end() - 1 and c.start < hit.end() + 40 and c.codes for c in told):
            stop = book.stops.search(text, hit.end())
            end = stop.start() if stop else len(text.rstrip(" .,"))
            yield Found(Act(hit.start("noun"), end, hit.start("noun"), firm, "", True), codes, "author", hit.start())


def _other(codes: tuple[str, ...], voices: Voices) -> tuple[str, ...]:
    """The other of two parties; empty where there are more or the one is none of them."""
    if len(voices.parties) != 2 or len(codes) != 1 or codes[0] not in voices.parties:
        return ()
    return tuple(code for code in voices.parties if code != codes[0])


def _next(told: Sequence[Clause], number: int, text: str) -> int:
    return told[number + 1].start if number + 1 < len(told) else len(text.rstrip(" .,"))


@cache
def _pattern() -> re.Pattern[str]:
    who = f"(?P<who>[{LETTERS['country']}{LETTERS['demonym']}])(?:['’]s?)?"
    kinds = r"\d|million|billion|aid|help|loans?|support|investment|assistance"
    return expression(
        rf"(?:{who} |\b(?P<there>there (?:was|were|is) )|\b(?:an?|the|fresh|new|firm) )"
        rf"(?P<noun>(?:(?!and\b|to\b|of\b)[\w-]+ ){{0,2}}?{PROMISE})"
        rf"(?: by (?:the )?(?P<by>[{LETTERS['country']}{LETTERS['demonym']}]))?"
        rf" (?:(?P<to>to )|that |of (?=[^.;,]{{0,30}}(?:{kinds})))"
    )
