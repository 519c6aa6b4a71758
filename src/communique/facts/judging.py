"""Turns the words that judge in a sentence into its judging clauses: where, which claim, who is said to think so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook.judgement import Claim, Cue, JudgementBook
from communique.facts.outsiders import Words
from communique.grammar import lazy
from communique.mentions import Page, Sentence

BREAKS = lazy(
    r"[;:!?] | [–—-] |\.(?: |$)|[\"“”]| (?:but|because|while|whereas|although|though) "
    r"|, (?:but|while|whereas|though|although|because|since|where|which|who|yet|so|for|not|as)\b"
    r"|, (?:and|or) (?!with\b|in\b|at\b|by\b|from\b|on\b|to\b|of\b)(?=\S+ )"
)
VERB = lazy(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|not|\w+ed|\w+s"
    r"|came|went|gave|got|took|made|became|brought|won|lost|left|kept|held|let|saw|sought|thought|meant|drew|paid)\b"
)
SPEAKS = lazy(
    r"\b(?:said|says|told|stressed|added|noted|declared|stated|announced|assured|insist(?:s|ed)?|explained|replied"
    r"|(?:is|are|was|were) (?:willing|ready|prepared) to|repeated|reiterated|confirmed|promised|thanked|expressed"
    r"|emphasi[sz]ed|pointed out|wrote|agreed that|called (?:on|for))\b"
)
DECIDED = ("pressure", "outlook", "motive")  # claims of a verb of judging that the words after it do not change
ENDS = lazy(r"[.!?][\"”]? ")
LEAD = lazy(r"^\s*(?:(?:and|but|yet|still|so|while|that|because|though|although) )?")
NO_NAME = lazy(
    r"(?:(?:which|what|that|whom|as|(?:described|seen|called|viewed|regarded) by|by|for|to|and|but|even|meanwhile) )+"
)
WHO_IS = lazy(r" (?:as|have|has|who|whom|which|that|in conversation) ")
ASIDE = lazy(r"^.*, an? (?:move|step|decision|gesture|sign|turn|sentiment|visit|trip) (?:that |which )?")
QUOTED = 3.0  # points that a side's own words need beyond an author's: it praises as a matter of course
VOICED = 5.0  # points for being said by those who judge: analysts, critics, the press
CARRIED = 1.5  # points for what goes on after such a voice
INTRODUCES = lazy(r"\s*(?:unlike|while|when|after|before|as|although|though|if|since|with|from|by)\b")
REST = 45  # characters of a clause beside words that are read already which may judge by themselves
SHORTEST = 9  # characters of a sentence that somebody says
SHORT = 14  # characters; a shorter piece belongs to its neighbour


OF_A_SIDE = lazy(
    r"(?i)\b(?:readout|fact sheet|press release|proclamation|op-ed|executive order|memorandum for|message to|report on"
    r"|letter (?:to|from)|background press|(?:joint|media|press|official|co-host|vision) statement"
    r"|statements? (?:by|from|on|of)|remarks (?:by|of|at|as)|nominations|chair['’]s summary|award|announces?"
    r"|(?:president|administration) (?:\w+ )?to \w+)\b"
)
OWN_VOICE = lazy(r"\b(?:I|[Ww]e|us|[Oo]ur (?:administration|partners|allies|partnership|nations|government))\b")
FIRST_PERSON = lazy(r"\b(?:I|[Mm]y)\b(?!\.)")
QUOTATION = lazy(r"[\"“][^\"”]*[\"”]")
VISITING = lazy(r"\b(?:visit(?:s|ed|ing)?|trip|journey|tour|talks (?:with|in)|received in|landed in)\b")
OPENING = 800  # characters
HEADLINE = 140  # characters of a text without a title that may be one
DATED = lazy(  # a line that is only a day, as offices put it over what they publish
    r"(?im)^[ \t]*(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}),? (?:19|20)\d\d[ \t]*$"
)
HEADER = 200  # characters of the lines over a text
BYLINE = lazy(
    r"(?im)^[ \t]*(?:by\b|from our\b|[^\n]{0,60}\b(?:correspondent|opinion|comment|commentary|analysis|column))"
)
TIMES, WORDS = 3, 150  # uses of "we" outside quotation marks, and words for each, of a text that speaks for somebody


class Judged(msgspec.Struct, gc=False):
    """A clause that judges, half-open in the sentence's shadow, and how much; `voice` or `name`: who thinks so."""

    start: int
    end: int
    claim: Claim
    points: float
    voice: tuple[int, int] | None = None
    name: str | None = None


def judged(
    sentence: Sentence, cues: Sequence[Cue], book: JudgementBook, taken: Sequence[tuple[int, int]]
) -> Iterator[Judged]:
    """The judging clauses of a sentence beside those that are taken, in order.

    Args:
        sentence: a sentence of an author's own text.
        cues: the words in it that judge.
        book: their points.
        taken: spans of its shadow that are read already.
    """
    text = sentence.shadow.text
    places = [(cue, sentence.shadow.place_of(cue.start)) for cue in cues]
    voice: tuple[int, int] | None = None
    carried = 0.0
    speaks, voiced = False, book.voiced.search(text) is not None
    for whole in pieces(text):
        start, end = _free(text, whole, taken)
        clause = text[start:end].lstrip()
        if not clause or clause.startswith("as well as "):
            continue
        if text[start - 2 : start] == ". ":
            voice, carried, speaks = None, 0.0, False
        speaks = speaks or SPEAKS.search(clause) is not None or '"' in text or "“" in text
        opinion = book.opinion.search(clause) if voiced else None
        here, fallback = carried, None
        if opinion:
            named, fallback = _voice(opinion, book, end - len(clause))
            voice = sentence.shadow.span(*named)
            here, carried = VOICED, VOICED if opinion["verb"] is None else CARRIED
            speaks = False
        beside = here - (QUOTED if speaks and not opinion else 0.0)
        inside = [cue for cue, at in places if start <= at < end]
        points, claim = book.weigh(clause, inside, least=book.enough - beside)
        points += beside
        claim = claim or fallback
        if fallback in DECIDED and opinion:
            claim = fallback
        if claim is None or points < book.enough:
            continue
        begin = (
            end - len(clause) + (opinion.end("verb") if opinion and opinion["verb"] and fallback != "pressure" else 0)
        )
        yield Judged(begin, end, claim, points, voice if here else None)


def _free(text: str, piece: tuple[int, int], taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """What is left of a clause beside the spans that are taken: up to the comma before them, or what comes behind."""
    start, end = piece
    for first, last in taken:
        if start < last and first < end:
            sides = ((start, max(start, text.rfind(",", start, first))), (min(last, end), end))
            start, end = max(sides, key=lambda side: side[1] - side[0])
    stands = (start, end) == piece or (end - start > REST and not INTRODUCES.match(text, start))
    return (start, end) if stands else (end, end)


def judged_by(outsider: Words, sentence: Sentence, cues: Sequence[Cue], book: JudgementBook) -> Iterator[Judged]:
    """What one who judges says in a sentence: each sentence of his words is one claim, whatever its words weigh."""
    text = sentence.shadow.text
    places = [(cue, sentence.shadow.place_of(cue.start)) for cue in cues]
    start = outsider.start
    for stop in [*ENDS.finditer(text, start, outsider.end), None]:
        end = stop.start() if stop else outsider.end
        start += len(text[start:end]) - len(text[start:end].lstrip(' "“'))
        quoted = text[outsider.start] in '"“'
        if end - start > SHORTEST and (quoted or VERB.search(text, start, end)):
            points, claim = book.weigh(text[start:end], [cue for cue, at in places if start <= at < end], least=0.0)
            if points > 0 or quoted:
                yield Judged(start, end, claim or "significance", VOICED, None, outsider.name)
        start = stop.end() if stop else end


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence's shadow, half-open; what holds no verb goes with the clause before it."""
    cuts = [0]
    for cut in BREAKS.finditer(text):
        if cut.start() > cuts[-1]:
            cuts.append(cut.end() if cut[0][-1] in ' ."“”' and not cut[0][-2:-1].isalpha() else cut.start() + 1)
    cuts.append(len(text))
    start = cuts[0]
    for here, after in zip(cuts[1:], [*cuts[2:], None], strict=True):
        rest = text[here:after] if after is not None else ""
        own = len(rest) > SHORT and VERB.search(rest)
        if here - start > SHORT and (after is None or own):
            yield start, here
            start = here


def thinker(text: str, at: int, book: JudgementBook) -> tuple[int, int, int] | None:
    """Who is said to think what stands at a place of a sentence's shadow, and where that begins; None for nobody."""
    if not book.voiced.search(text):
        return None
    for start, end in pieces(text):
        opinion = book.opinion.search(text[start:end])
        if opinion and (start <= at or opinion["behind"] or opinion["after"]):
            since, until = _voice(opinion, book, start)[0]
            after = opinion["behind"] or opinion["after"]
            return (
                since,
                until,
                start if after else start + opinion.end(opinion.lastgroup or 0),
            )
    return None


def _voice(opinion: re.Match[str], book: JudgementBook, start: int) -> tuple[tuple[int, int], Claim]:
    name = next(name for name in ("told", "for", "thinks", "behind", "after") if opinion[name])
    verb = opinion["verb"] or opinion["last"] or ""
    told: Claim = "significance"
    claim = next((claim for claim, words in book.thinking if verb and words.fullmatch(verb)), told)
    first, last = opinion.span(name)
    first += len(opinion[name]) - len(LEAD.sub("", opinion[name]))
    aside = ASIDE.search(opinion[name])
    first = max(first, opinion.start(name) + aside.end()) if aside else first
    lead = NO_NAME.match(opinion.string, first, last)
    first = lead.end() if lead and lead.end() < last else first
    rest = WHO_IS.search(opinion.string, first, last)
    last = rest.start() if rest else last
    return (start + first, start + last), claim


def speaks_for_a_side(page: Page) -> bool:
    """Whether a text without an address is an official one by its title, or by a "we" that is nobody's quoted word."""
    title = page.clean[: page.text.body_start]
    body = page.clean[page.text.body_start :]
    head = title or body.lstrip().split("\n", maxsplit=1)[0][:HEADLINE]
    own = len(OWN_VOICE.findall(QUOTATION.sub("", body)))
    if OF_A_SIDE.search(head):
        return True
    if BYLINE.search(page.clean, 0, HEADER):
        return False
    return DATED.search(page.clean, 0, HEADER) is not None or (own >= TIMES and own * WORDS >= len(body.split()))


def personal(page: Page) -> bool:
    """Whether an author speaks of what he or she thinks: an opinion and no news."""
    return len(FIRST_PERSON.findall(QUOTATION.sub("", page.clean[page.text.body_start :]))) >= TIMES


def tells_of_a_visit(page: Page) -> bool:
    """Whether a text speaks of a visit or of talks where it begins, though none was read in it."""
    return VISITING.search(page.clean, page.text.body_start, page.text.body_start + OPENING) is not None
