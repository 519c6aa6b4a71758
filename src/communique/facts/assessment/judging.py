"""Turns a sentence into its clauses, with the forms by which each is weighed as a claim and who is said to think so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook.judgement import Claim, Cue, JudgementBook
from communique.facts.assessment.forms import forms_of, forms_of_sentence
from communique.facts.assessment.outsiders import Words
from communique.grammar import lazy
from communique.mentions import Sentence

BREAKS = lazy(
    r"[;:!?] | [–—-] |\.(?: |$)|(?<=[,:.;!?] )[\"“]|(?<=[,.!?])[\"”]| (?:but|because|while|whereas|although|though) "
    r"|(?:,| (?=meant|designed|intended)) ?"
    r"(?=(?:meant|designed|intended|aimed|hoping|seeking|eager|keen|trying) (?:to|at|for)\b)"
    r"|, (?:but|while|whereas|though|although|because|since|where|which|who|yet|so|for|not|as)\b"
    r"|, (?=(?:in (?:what|an?) |an? |the |as )(?:[\w-]+ ){0,3}?(?:trip|visit|tour|journey|move|step|gesture|sign|signal"
    r"|show|purchase|sale|deal|blow|boost|victory|defeat|rebuke|snub|reminder|record|rarity|luxury|change|shift|break|reversal"
    r"|first|thing|honou?r|courtesy|achievement|success|failure|feat|test|bid|attempt|effort|link|tie|alliance"
    r"|turn\w*|thaw|breakthrough|milestone|message|warning|nod|reception|welcome|price|sum|fact|sight)\b)"
    r"|, (?=(?:tightening|showing|signal+ing|underlining|underscoring|reflecting|marking|making|leaving|giving|bringing"
    r"|turning|putting|ending|opening|raising|fuel+ing|deepening|cementing|easing|testing|exposing) )"
    r"| even (?:as|though) |, (?=driven |short of |chastened |weakened |worried |wary |under )"
    r"|, (?:and|or) (?!with\b|in\b|at\b|by\b|from\b|on\b|to\b|of\b)(?=\S+ )"
)
VERB = lazy(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|not|\w+ed|\w+s"
    r"|came|went|gave|got|took|made|became|brought|won|lost|left|kept|held|let|saw|sought|thought|meant|drew|paid)\b"
)
DECIDED = ("pressure", "outlook", "motive")  # claims of a verb of judging that the words after it do not change
AIMS = lazy(  # what somebody does it for, however unsure the author is: "may be trying to", "in a bid to"
    r"\b(?:may|might|could|must|will|would|is|are|was|were)(?: (?:also|well|now|clearly|probably|perhaps))*"
    r" (?:be )?(?:try(?:ing)?|seek(?:ing)?|looking|hop(?:e|ing)|aim(?:ing)?|want|attempting|use (?:[\w-]+ ){1,6}) ?to\b"
    r"|\b(?:in (?:a bid|an effort|an attempt|the hope)|in order|so as|as (?:leverage|a way|a means)) (?:to|of)\b"
    r"|\b(?:is|was|were|be|been) to (?:send|show|signal|ensure|shore|remind|reassure)\b"
    r"|\b(?:purpose|aim|goal|objective) of (?:the|his|her|this|their) (?:trip|visit|journey|tour)\b"
    r"|\b(?:trip|visit|journey|tour) (?:has|had|serves|served) (?:an?|another|one|the) (?:\w+ )?(?:purpose|aim|goal)\b"
)
ENDS = lazy(r"[.!?][\"”]? ")
LEAD = lazy(r"^\s*(?:(?:and|but|yet|still|so|while|that|because|though|although) )?")
NO_NAME = lazy(
    r"(?:.* (?=which |what ))?(?:(?:which|what|that|whom|as|(?:described|seen|called|viewed|regarded) by|by|for|to|and"
    r"|but|even|meanwhile|while|although|though) )+"
)
WHO_IS = lazy(r" (?:as|have|has|who|whom|which|that|in conversation) ")
ASIDE = lazy(r"^(?:.*, )?an? (?:move|step|decision|gesture|sign|turn|sentiment|visit|trip) (?:that |which )?")
BEFORE_HIM = lazy(
    r"(?:\W*(?:at (?:best|worst|least|most)|on \S+|in (?:turn|private|public|short)|even so|still|yet),) "
)
SHORTEST = 9  # characters of a sentence that somebody says
SHORT = 14  # characters; a shorter piece belongs to its neighbour


class Clause(msgspec.Struct, gc=False):
    """A clause that may judge, half-open in its sentence's shadow; `voice` or `name`: who is said to think so.

    `begin`: where the words of the claim begin, behind who says it. `forms`: by what it is weighed.
    """

    start: int
    end: int
    begin: int
    forms: dict[str, float]
    voice: tuple[int, int] | None = None
    name: str | None = None
    told: Claim | None = None  # what the verb of whoever thinks so makes it


def clauses_in(
    sentence: Sentence, cues: Sequence[Cue], rows: Sequence[tuple[str, int]], where: float, book: JudgementBook
) -> Iterator[Clause]:
    """The clauses of a sentence with their forms, in order.

    Args:
        sentence: a sentence of an author's own text.
        cues: the words in it that judge.
        rows: the wordings of claims in it, each with where it begins in the shadow.
        where: where in the text it stands, 0 to 1.
        book: the turns of phrase that are looked for.
    """
    text = sentence.shadow.text
    places = [(cue, sentence.shadow.place_of(cue.start)) for cue in cues]
    voice: tuple[int, int] | None = None
    whole, voiced = forms_of_sentence(text, where), book.voiced.search(text) is not None
    for start, end in pieces(text):
        clause = text[start:end].lstrip()
        if not clause:
            continue
        if text[start - 2 : start] == ". ":
            voice = None
        forms = forms_of(
            text, start, end, [cue for cue, at in places if start <= at < end],
            [row for row, at in rows if start <= at < end], book,
        )  # fmt: skip
        forms.update(whole)
        begin, told = end - len(clause), None
        opinion = book.opinion.search(clause) if voiced else None
        if opinion:
            named, told = _voice(opinion, book, begin)
            voice = sentence.shadow.span(*named)
            forms["thought"] = 1.0
            if opinion["verb"] and told != "pressure":
                begin += opinion.end("verb")
        elif voice:
            forms["thought before"] = 1.0
        yield Clause(start, end, begin, forms, voice, None, told if told in DECIDED else _aimed(clause))


def _aimed(clause: str) -> Claim | None:
    return "motive" if AIMS.search(clause) else None


def words_of_outsider(
    outsider: Words, sentence: Sentence, cues: Sequence[Cue], book: JudgementBook
) -> Iterator[Clause]:
    """What one who judges says in a sentence: each sentence of his words is one claim, whatever its words weigh."""
    text = sentence.shadow.text
    places = [(cue, sentence.shadow.place_of(cue.start)) for cue in cues]
    start = outsider.start
    for stop in [*ENDS.finditer(text, start, outsider.end), None]:
        end = stop.start() if stop else outsider.end
        start += len(text[start:end]) - len(text[start:end].lstrip(' "“'))
        quoted = text[outsider.start] in '"“'
        if end - start > SHORTEST and (quoted or VERB.search(text, start, end)):
            forms = forms_of(text, start, end, [cue for cue, at in places if start <= at < end], (), book)
            if quoted or forms["points"]:
                yield Clause(start, end, start, forms, None, outsider.name)
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
    aside = ASIDE.search(opinion[name]) or BEFORE_HIM.match(opinion[name])
    first = max(first, opinion.start(name) + aside.end()) if aside else first
    lead = NO_NAME.match(opinion.string, first, last)
    first = lead.end() if lead and lead.end() < last else first
    rest = WHO_IS.search(opinion.string, first, last)
    last = rest.start() if rest else last
    return (start + first, start + last), claim
