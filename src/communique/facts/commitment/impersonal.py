"""A sentence → acts of a thing that no country owns: "a train shall run", "the rest goes to hospitals"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook, Head
from communique.facts.commitment.acts import PASSED_ON, Act
from communique.facts.commitment.given import PERSON
from communique.facts.commitment.passive import promised, subject_of
from communique.facts.commitment.shared import BILATERAL, BODY, is_shared
from communique.facts.commitment.subjects import REACH, Clause, Voices, clause_before
from communique.facts.commitment.unowned import Found, Running
from communique.facts.commitment.unpromised import is_held_here
from communique.facts.commitment.verbs import past_adverbs, word_at
from communique.facts.speech.parties import party_of
from communique.facts.speech.speakers import said_by
from communique.grammar import lazy
from communique.mentions import Page, Sentence

FUTURE = lazy(r"\b(?:will|would|shall|should|is to|are to)(?= )")
NO_SUBJECT = lazy(  # what such a sentence is about, and nobody's act
    r"(?:this|these|such|doing|by|which|who|what|here|there|it|we|he|she|they|our|and|but|people|history|time"
    r"|the (?:world|visit|war|conflict|crisis|situation|future|public|people|international community|region(?!['’])))\b"
)
RELATIVE = lazy(
    r"(?:^|\W)(?:which|who|that|when|where|as) (?:also )?$|\b(?:met|held|said|told|signed|spoke|took|gave) "
    r"|\b(?:committed|pledged|announced|launched|provided|invested|awarded) (?:[$€£\d]|the |an? |its |that )"
    r"|\b(?:goals?|aims?|purpose|objectives?|task|idea|point|intention|role|mandate) (?:of|in|for|behind) "
    r"|\b(?:visit|trip|travels?|journey) "
)
EFFECT = lazy(  # what a thing does to another tells its use, and no act
    r"(?:help|support|enable|allow|ensure|contribute|strengthen|promote|foster|facilitate|bring|further|advance|improve"
    r"|enhance|boost|deepen|make|give|add|create|address|reduce|increase|remain|continue|stay|keep|stand|end|play|drive"
    r"|deliver|provide|lead|serve|raise|lower|grow|reach|change|require|take|unlock|generate|attract|accelerate|build"
    r"|encourage|demonstrate|reinforce|underpin|inspire|respond|seek|secure|transform|mark|move|work|act|put|reflect"
    r"|recognize|recognise|respect|cost|pay|set|find|form|fall|win|lose|be|have|become|see|need|receive|come|go|get|do"
    r"|spur|spark|stimulate|catalyze|catalyse|bolster|trigger|engage|happen|mean|benefit|depend|prove|discuss|attend|thank|know|feel|hear|face|understand|welcome|visit|meet)\b"
)
OWNER = lazy(  # "the Vestan trade agency", and not "the Vestan-Norlandic line"
    rf"(?:an? |the )?(?P<who>[{LETTERS['country']}{LETTERS['demonym']}])(?:['’]s?)?"
    rf" (?!(?:and|or) |[{LETTERS['country']}{LETTERS['demonym']}])"
)
BE = lazy(  # what is no passive, and an act all the same
    r"be (?:\w+ly )?(?:on offer|on hand|available|open(?= (?:to|for|from)\b)|in place|ready|operational|complete"
    r"|free of charge"
    r"|visa[- ]free|duty[- ]free|ready|finished|represented (?:at|in|by)"
    r"|able to (?:use|study|work|fly|enter|travel)|under way|up and running|part of|home to|exempt"
    r"|co-chaired|chaired|headed|tied)\b"
)
GOES_THERE = lazy(  # a journey of experts, and no guest's
    r"(?:travel|go|come|fly|visit)\b[^.;]{0,60}? to (?:examine|study|inspect|look|assess|survey|train|help|prepare"
    r"|work|see|explore|advise|check|teach|repair|begin|start|negotiate|finalise|finalize|discuss|carry|conduct)\b"
    r"|(?:travel|come|visit)\b[^.;]{0,60}" + LETTERS["date"]
)
TRAVELLERS = lazy(
    r"\b(?:team|experts|engineers|specialists|technicians|mission|delegation of|scientists|inspectors|doctors"
    r"|nurses|vets|trainers|instructors|geologists|[a-z]{3,}(?:ologists|ographers|icians))\b"
)
GET = lazy(
    r"receive (?:its|[\w]+) (?:first|new)\b|work (?:on|for|out|towards?)\b|become operational\b|pay for\b"
    r"|make [^.;,]{0,30}port calls\b|keep (?:watch|an eye|track)\b"
)
IT_SHALL = lazy(
    r"(?:\W|\d+\. )*(?P<who>it) (?P<modal>shall|will|is to)(?: also| then)? (?:be\b"
    r"|(?P<runs>meet|convene|extend to|cover|comprise|consist of|report to|sit|run|operate)\b)"
)
THERE = lazy(
    r"\bthere (?:will|shall|is to|are to)(?: \w+ly| also)? be (?=(?:an?|more|new|two|three|regular|annual|joint) )"
)
SAYS_NO = lazy(r"\b(?:would|shall|will) (?:not|never) (?:be|become|serve)\b")
SUM = (
    r"(?:(?:(?:us|a|c|nz)?[$€£¥₹]|usd |eur |dkk |nok |sek |gbp )? ?\d[\d.,]*(?: ?(?:million|billion|trillion|bn|mn"
    r"|[mbk])\b)?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|a"
    r"|several|hundred)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred))? (?:million|billion|thousand))"
)
OWNERS = LETTERS["country"] + LETTERS["demonym"] + LETTERS["body"]
MONEY = lazy(  # "more than 120 million kroner goes to patrol boats", "the rest will pay for wells"
    rf"(?P<what>(?:(?:more than|about|some|around|roughly|nearly|almost|over|up to|another|a further|an additional|the"
    rf"|(?:a|the) (?:first|second) (?:tranche|part|half) of|of that|of this|of which|and) )*{SUM}(?: (?!goes|go|is|are"
    rf"|will|was)"
    rf"[\w{OWNERS}-]+){{0,6}}?|the (?:rest|remainder|money|funds|sum|grant|loan|remaining [\w ]{{3,30}}?|other half"
    rf"|balance)|(?:half|a (?:third|quarter|fifth|tenth)|two thirds))"
    r" (?P<does>(?:goes?|(?:will|would|shall|is to|are to|was to|were to) (?:go|flow|pay|be used|be spent|finance|fund"
    r"|buy|be put|be channelled|cover)|(?:is|are) (?:being )?(?:set aside|earmarked|reserved|allocated|put aside|meant"
    r"|intended|destined|going|available))(?= (?:to(?:wards?)?|for|into|on|the|an?|new|up)\b| [\w-]+s\b)|pays? for)"
    rf"|\b(?:that|this|it|the (?:package|sum|aid|programme)) includes? (?=(?:[\w-]+ ){{0,3}}?{SUM} (?:[\w-]+ )?(?:for"
    rf"|to) )"
)
ANY_MONEY = lazy(  # one of these stands in each of them
    r"\d|[mb]illion|thousand|half|third|quarter|fifth|tenth|the (?:re(?:st|main)|money|funds|sum|grant|loan|balance)"
)


NEXT = 25  # characters behind "will" in which its act begins, where it is read already
SHARE = lazy(rf",? (?:and )?(?={SUM} (?:to|for|on|into) )")
JOINED = lazy(r",?(?: and)? $")
AS_WELL = lazy(r",? (?:as|so|nor) (?:shall|will|would) ")


def impersonal_acts(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause],
    found: Sequence[Found], running: Running | None,
) -> Iterator[Found]:  # fmt: skip
    """Acts of what two states set up or send, what there will be, and where money goes; none that is read already."""
    text = sentence.shadow.text
    taken = [(one.act.start, one.act.end) for one in found]
    yield from _money(page, sentence, voices, book, taken, running)
    yield from _goes_on(page, sentence, book, taken, running)
    for hit in THERE.finditer(text):
        if not within(taken, hit.start()) and is_shared(text[hit.end() : hit.end() + 90]):
            end = end_of(text, hit.end(), told, book)
            taken.append((hit.start(), end))
            if not is_held_here(page.clean[slice(*sentence.shadow.span(hit.start(), end))]):
                yield thing_done(page, sentence, hit.start(), end, book.by_id["will"], voices.parties)
    for hit in FUTURE.finditer(text):
        if within(taken, hit.start()) or any(hit.end() <= start <= hit.end() + NEXT for start, _ in taken):
            continue
        one = _future(page, sentence, hit, voices, book, told)
        if one is not None:
            taken.append((one.act.start, one.act.end))
            yield one


def _goes_on(
    page: Page, sentence: Sentence, book: CommitmentBook, taken: list[tuple[int, int]], running: Running | None
) -> Iterator[Found]:
    """What is said of a body or a work that the sentence before agrees on: "It shall meet every year"."""
    text = sentence.shadow.text
    hit = IT_SHALL.match(text)
    if hit is None or running is None or sentence.index - running.index != 1 or within(taken, hit.end()):
        return
    if hit["runs"] is None and book.passive.match(text, hit.start("modal")) is None:
        return
    if BODY.search(page.clean[slice(*page.spans[running.index])]):
        end = end_of(text, hit.end(), (), book)
        taken.append((hit.start("who"), end))
        head = book.by_id["shall" if hit["modal"] == "shall" else "will"]
        yield thing_done(page, sentence, hit.start("who"), end, head, running.codes)


def _future(
    page: Page, sentence: Sentence, hit: re.Match[str], voices: Voices, book: CommitmentBook, told: Sequence[Clause]
) -> Found | None:
    """What a thing will do, where the parties agree on it, promise it, or say so in one voice."""
    text = sentence.shadow.text
    over = clause_before(told, hit.start())
    here = next((c for c in told if c.at == hit.start()), None)
    verb = past_adverbs(text, hit.end() + 1, book)
    if over is not None and over.kind == "void":
        return None
    if here is not None:
        return _of_a_body(page, sentence, here, verb, told, book)
    start = subject_of(text, hit.start(), told)
    if start is None or NO_SUBJECT.match(text, start):
        return None
    word = promised(text, start)
    agreed = word or (over is not None and over.head == "agrees")
    modal, subject = hit[0], text[start : hit.start()]
    unsaid = (modal == "should" and not (voices.joint or agreed)) or (modal == "would" and not agreed)
    if unsaid or RELATIVE.search(subject):
        return None
    no = word and SAYS_NO.match(text, hit.start()) is not None
    known = no or _is_act(text, verb, book, wide=agreed)
    both = BILATERAL.search(subject) is not None
    goes = TRAVELLERS.search(subject) is not None and GOES_THERE.match(text, verb) is not None
    if not known or not (
        no or goes or (is_shared(subject) and (agreed or voices.joint)) or (both and modal != "should")
    ):
        return None
    end = end_of(text, verb, told, book)
    if not agreed and is_held_here(page.clean[slice(*sentence.shadow.span(start, end))]):
        return None
    codes = over.codes if word and over is not None and over.codes else voices.parties
    owner = None if goes else OWNER.match(text, start)
    within_it = (start, hit.start()) if goes else owner.span("who") if owner else (start, start)
    sent = [party_of(page, item) for item in sentence.shadow.items_in(*within_it)]
    codes = tuple(code for code in sent if code in voices.parties) or codes
    head = "firm" if word else "need" if modal == "should" else "shall" if modal == "shall" else "will"
    return thing_done(page, sentence, start, end, book.by_id[head], codes, over)


def _of_a_body(
    page: Page, sentence: Sentence, here: Clause, verb: int, told: Sequence[Clause], book: CommitmentBook
) -> Found | None:
    """What a body of one country will do that is no act of a statesman: its team travels, its ships call."""
    text = sentence.shadow.text
    subject = text[here.start : here.at]
    if not here.codes or not here.actor or PERSON.search(subject) or not BODY.search(subject):
        return None
    goes = TRAVELLERS.search(subject) is not None and GOES_THERE.match(text, verb) is not None
    if not goes and word_at(text, verb) not in book.words.runs:
        return None
    end = end_of(text, verb, told, book)
    return thing_done(page, sentence, here.start, end, book.by_id["will"], here.codes)


def _is_act(text: str, verb: int, book: CommitmentBook, *, wide: bool) -> bool:
    """Whether the verb at a place tells what a body or a thing is to do."""
    if BE.match(text, verb) or GET.match(text, verb):
        return True
    word = word_at(text, verb)
    if GOES_THERE.match(text, verb):
        return True
    if EFFECT.match(text, verb) and not wide:
        return False
    return word in book.bare or word in book.words.runs


def _money(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, taken: list[tuple[int, int]],
    running: Running | None,
) -> Iterator[Found]:  # fmt: skip
    """Where money goes that one side gives: whose it is was told before."""
    text = sentence.shadow.text
    giver = voices.last if len(voices.last) == 1 and sentence.index - voices.heard <= REACH else ()
    if running is not None and len(running.codes) == 1 and sentence.index - running.index <= REACH:
        giver = running.codes
    for hit in MONEY.finditer(text) if ANY_MONEY.search(text) else ():
        named = [party_of(page, item) for item in sentence.shadow.items_in(*hit.span())]
        own = tuple(code for code in named if code in voices.parties)[:1] or giver
        if not own or within(taken, hit.end()):
            continue
        end = end_of(text, hit.end(), (), book)
        taken.append((hit.start(), end))
        shares = [hit.start(), *(share.end() for share in SHARE.finditer(text, hit.end(), end)), end]
        for start, until in pairwise(shares):  # "3 million will go to ports, 2 million to schools"
            yield thing_done(page, sentence, start, len(JOINED.sub("", text[:until])), book.by_id["will"], own)


def within(taken: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some stretches."""
    return any(start <= at < end for start, end in taken)


def end_of(text: str, at: int, told: Sequence[Clause], book: CommitmentBook) -> int:
    """Where an act ends: at a stop, or before the next clause."""
    stops = (book.stops.search(text, at), AS_WELL.search(text, at), PASSED_ON.search(text, at))
    end = min((stop.start() for stop in stops if stop), default=len(text))
    after = next((c.start for c in told if at < c.start < end), end)
    return len(text[:after].rstrip(" .,").removesuffix(" and").removesuffix(" but").rstrip(" ,"))


def thing_done(
    page: Page, sentence: Sentence, start: int, end: int, head: Head, codes: tuple[str, ...], over: Clause | None = None
) -> Found:
    """An act that its sentence tells from a place to another as a thing, under a head, by whom a clause names."""
    return Found(Act(start, end, start, head, "", True), codes, said_by(page, sentence, over), start)
