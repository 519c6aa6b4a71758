"""A sentence → the acts that it tells in the passive, without who does them: "a commission will be set up"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook, Head
from communique.facts.commitment.acts import PASSED_ON, Act
from communique.facts.commitment.agreed_on import agreed_on
from communique.facts.commitment.shared import BILATERAL, BODY, is_shared
from communique.facts.commitment.subjects import Clause, Voices, clause_before
from communique.facts.commitment.told_how import SAID
from communique.facts.commitment.unowned import Found, Running
from communique.facts.commitment.unpromised import SOIL, is_held_here
from communique.facts.speech.parties import party_of
from communique.facts.speech.speakers import said_by
from communique.grammar import lazy
from communique.mentions import Page, Sentence

ASIDE = lazy(r"^(?P<name>(?:an?|the|this|joint|annual|regular) [^,;:]{3,80}), [^,;:]{3,90}, $")
WHICH = lazy(
    r"(?P<name>(?!(?:in|on|at|for|with|to|after|as) )[^,;:.]{3,60}(?:, [^,;:.]{3,30}){0,2}), which [^,;:.]{3,90}, $"
)
NO_NAME = lazy(
    r"\b(?:whether|if|where|not|will|would|said|says|say|doubts?|think|thinks|expects?|warns?|how|why|when|until|what|has|have|is|are|was|were|agreed"
    r"|fears|feared|hopes|hoped|believes|believed|stressed|noted|welcomed|expressed|discussed|shall|should)\b"
)
NO_START = ("and ", "it ", "this ", "they ", "which ", "he ", "she ", "who ", "that ", "these ", "there ", "nothing ")
LED = lazy(r"(?:(?:by virtue of|in|under|through|with|by|for|on|of) which|and|but|as well as) ")
TOPIC = lazy(  # what opens a sentence and is no subject: "In this regard, …"
    r"(?:in|on|at|to|for|by|with|within|under|during|following|after|as|given|regarding|through|based|building"
    r"|against|towards?|upon|pursuant|besides|moreover|furthermore|further|also|additionally|finally|thus|therefore"
    r"|alongside|consistent|in addition|likewise|first|second|third|fourth|fifth|end|purpose|regard|respect|context"
    r"|effect|connection|spirit)\b"
)
AGREED = lazy(  # under what is agreed, whoever does it
    r"\b(?:agreed|decided|it (?:was|has been) (?:also |further |then )?(?:resolved|settled|arranged|established|fixed)"
    r"|(?:agreement|understanding|consensus) (?:was|has been|had been) reached)"
    r"(?! (?:to|on)\b)[^.;]* that [^.;]*$"
)
LONG_AGO = lazy(r"\b(?:in|since) (?:\w+ )?(?:19|20)\d\d\b")
SOFT = lazy(
    r"\bbe (?:\w+ly |also |further )*"
    r"(?:encouraged|explored|examined|studied|considered|discussed|looked (?:at|into)|supported)\b"
)
PROMISED = lazy(
    r"\b(?:promis\w+|pledg\w+|vow\w*|guarantee\w*|assur\w+|undert\w+|reassur\w+|swore|gave"
    rf" (?:[{LETTERS['pronoun']}]|its|the) (?:\w+ )?(?:word|assurances?))\b"
    r"[^.;]{0,60}? that (?:no |not one )?$"
)
PROCLAIMED = ("announced", "promised", "pledged", "approved", "decided", "settled")
DEED = lazy(  # what is announced and is an act: "plans for a bridge", "the opening of a school", "a loan of 3 million"
    r"(?:(?:the|an?|further|joint|new|early|fresh|concrete|more|two|three) )*(?:(?!visit)[\w-]+ )?"
    r"(?:plans? (?:for|to)|(?:opening|creation|establishment|launch|construction|resumption|delivery|lease|sale"
    r"|purchase|expansion|extension|abolition|lifting|gift|donation|supply|doubling|formation|building|reopening|grant|loan"
    r"|credit line|credit|package|pledge|increase) (?:of|to|for|worth))\b"
    r"|[^,;.]{0,30}(?:million|billion)[^,;.]{0,40}$"
)
STATES = lazy(  # of whom something is asked as of states: a position, and no act
    r"(?:all |the |both |other |more |third )*(?:parties|sides?|countr\w+|states?|nations|members?|community"
    r"|international"
    rf"|governments?|civilians|citizens|people|they|we|[{LETTERS['country']}{LETTERS['body']}{LETTERS['pronoun']}])"
)
PRIVATE = lazy(
    r"\b(?:airlines|carriers|compan(?:y|ies)|firms|businesses|businessm[ae]n|investors|shipowners|operators"
    r"|universities"
    r"|banks|enterprises|exporters|chambers|private sectors?|business communit(?:y|ies)|entrepreneurs|start-?ups)\b"
)
OWN = lazy(rf"(?:its|their|{LETTERS['pronoun']}) ")
LONG = 120  # characters; a longer subject is none
MARKS = ("that ", "; ", "• ", "- ", ": ")
NOT_DONE = lazy(
    r"\b(?:talks|negotiations|relations|visit|invitation|progress|sanctions|contacts|exchanges|trust|meetings?)\b"
)
SHOULD_NOT = lazy(r"\b(?:agreements|resolutions?|accords|treaties|sanctions|those|war|conflict|territor\w+)\b")
BY = lazy(rf" by (?:the )?(?P<who>[{LETTERS['country']}{LETTERS['demonym']}{LETTERS['body']}])")
WORK = lazy(r"(?:the )?(?:preparatory )?works? on (?:the|an?|two|three|this) ")
INVERTED = lazy(  # behind its verb, as some languages have it
    r" (?:(?:also|soon) )?(?:the|an?|two|three|new|direct|joint) (?:[\w-]+ ){0,3}?(?:construction|opening|creation"
    r"|flights?|fund|commission|committee|cent(?:re|er)|embassy|consulate|house|school|bank|line|plant|group|factory|bridge|road"
    r"|railway|port|hub|zone|park|faculty|institute|corridor)\b"
)
BOTH = lazy(rf"by (?:both|the two|{LETTERS['group']}|the (?:leaders|presidents|prime ministers))")


def passive_acts(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, told: Sequence[Clause],
    found: Sequence[Found], running: Running | None,
) -> Iterator[Found]:  # fmt: skip
    """Acts told without who does them, where the parties agree or say so, or their statement runs on."""
    text = sentence.shadow.text
    yield from agreed_on(page, sentence, voices, book, found)
    near = running is not None and sentence.index - running.index <= 1
    last = 0
    for hit in book.passive.finditer(text):
        if any(one.act.start <= hit.start() < one.act.end for one in found) or hit.start() < last:
            continue
        over = clause_before(told, hit.start())
        start = subject_of(text, hit.start(), told)
        behind = INVERTED.match(text, hit.end()) and (start is None or TOPIC.match(text, start))
        if behind and hit["modal"] in ("will", "shall"):  # "will be opened a bank"
            start = hit.start()
        elif start is None or not _counts(text, hit, start, over, book, joint=voices.joint, near=near):
            continue
        if any(start <= one.act.start <= hit.end() for one in found):
            continue  # read already as the act of who does it
        end = _end(text, hit, told, book)
        if (hit["made"] or hit["been"]) and LONG_AGO.search(page.clean[slice(*sentence.shadow.span(start, end))]):
            continue
        settled = AGREED.search(text, 0, start) is not None
        agreed = voices.joint or settled or (over is not None and over.head == "agrees")
        if not agreed and is_held_here(page.clean[slice(*sentence.shadow.span(start, end))]):
            continue
        by = BY.search(text, hit.end(), end)
        named = party_of(page, sentence.shadow.items_in(*by.span("who"))[0]) if by else None
        codes = (named,) if named else voices.parties
        head = _head(hit, book, agreed=settled or (over is not None and over.head == "agrees"))
        if OWN.match(text, start) and over is not None and over.codes:
            codes = over.codes
        if promised(text, start) and over is not None and over.codes:
            codes, head = over.codes, book.by_id["firm"]
        last = end
        act = Act(start, end, hit.end(), head, "", True)
        yield Found(act, codes, said_by(page, sentence, over), start)


def promised(text: str, start: int) -> bool:
    """Whether what begins at a place is somebody's word: "pledged that no aid would be cut", "its soil shall not"."""
    return PROMISED.search(text, max(0, start - LONG), start) is not None or SOIL.match(text, start) is not None


def subject_of(text: str, at: int, told: Sequence[Clause]) -> int | None:
    """Where the subject of the passive verb at a place begins; None where it has none to name."""
    start = max(text.rfind(mark, 0, at) + len(mark) if mark in text[:at] else 0 for mark in MARKS)
    told_of = WHICH.search(text, start, at) if text.startswith(("shall", "is to", "are to"), at) else None
    if told_of is not None:
        return told_of.start("name")
    comma = text.rfind(", ", start, at)
    if comma > 0 and (
        at - start > LONG
        or NO_NAME.search(text, start, comma)
        or TOPIC.match(text, start)
        or any(start <= clause.at < comma for clause in told)
    ):
        start = comma + 2
    led = LED.match(text, start)
    while led is not None:
        start = led.end()
        led = LED.match(text, start)
    aside = ASIDE.search(text, 0, at) if at - start < 3 else None
    if aside:  # "a dialogue, bringing ministers together, is to convene"
        start = aside.start("name")
    joined = max(text.rfind(f" {word} ", start, at) for word in ("and", "but"))
    if joined > 0 and NO_NAME.search(text, start, joined):  # a clause of its own
        start = joined + 5
    bare = at - start < 3 or text.startswith(NO_START, start)
    return None if bare or NO_NAME.search(text, start, at) else start


def _counts(
    text: str, hit: re.Match[str], start: int, over: Clause | None, book: CommitmentBook, *, joint: bool, near: bool
) -> bool:
    """Whether a passive is somebody's act: agreed, said, part of a joint text, or about what both have together."""
    modal = hit["modal"]
    if over is not None and over.kind == "void":
        return False
    if not (modal or hit["asked"]):
        return _is_done(text, hit, start, book, joint=joint)
    agreed = (over is not None and over.head == "agrees") or AGREED.search(text, 0, start) is not None
    if modal == "should":
        shared = BODY.search(text, start, hit.start()) or BILATERAL.search(text, start, hit.start())
        ours = (joint or agreed) and shared
        return (over is not None and over.head == "agrees") or (
            bool(ours) and SHOULD_NOT.search(text, start, hit.start()) is None
        )
    if hit["no"] and not joint and not promised(text, start):
        return agreed
    if modal == "would" and over is None and not joint:
        return SAID.search(text, 0, start) is not None and is_shared(text[start : hit.start()])
    if modal in ("is to", "are to") and BODY.search(text, start, hit.start()):
        return True
    begins = hit["does"] is not None and WORK.match(text, start) is not None
    return over is not None or joint or near or begins or BILATERAL.search(text, start, hit.start()) is not None


def _is_done(text: str, hit: re.Match[str], start: int, book: CommitmentBook, *, joint: bool) -> bool:
    """Whether what is told as done, under way or asked for, by nobody in particular, is the parties' act."""
    if hit["invited"]:
        private = PRIVATE.search(text, start, hit.start()) is not None
        return private or (joint and STATES.match(text, start) is None)
    if hit["being"] or hit["been"]:
        subject = text[start : hit.start()]
        fits = BILATERAL.search(subject) or (joint and BODY.search(subject))
        never = NOT_DONE.search(subject) or book.never["done"].search(text, start, hit.end())
        return bool(fits) and never is None
    never = book.never["done"].search(text, start, min(len(text), hit.end() + 60))
    both = joint or BOTH.search(text, hit.end(), hit.end() + 40) is not None
    if hit["made"].startswith(PROCLAIMED):
        return never is None and DEED.match(text, start) is not None
    agreed = hit["made"].startswith("agreed") and BILATERAL.search(text, start, hit.start()) is not None
    return never is None and (both or agreed)


def _head(hit: re.Match[str], book: CommitmentBook, *, agreed: bool) -> Head:
    """The head under which a passive counts."""
    if hit["being"] or hit["been"]:
        return book.by_id["will" if hit["being"] else "done"]
    if hit["made"]:
        firm = hit["made"].startswith(("promised", "pledged"))
        agreed = hit["made"].startswith(("agreed", *PROCLAIMED))
        return book.by_id["firm" if firm else "agrees" if agreed else "done"]
    if hit["invited"]:
        return book.by_id["invites"]
    if hit["asked"]:
        return book.by_id["supports" if hit["asked"].startswith("enc") else "directed"]
    if SOFT.search(hit[0]):
        return book.by_id["supports"]
    if "planned" in hit["modal"] or "intended" in hit["modal"]:
        return book.by_id["intends"]
    if hit["modal"] == "should" and not agreed:
        return book.by_id["need"]
    return book.by_id["shall" if hit["modal"] == "shall" else "will"]


def _end(text: str, hit: re.Match[str], told: Sequence[Clause], book: CommitmentBook) -> int:
    """Where a passive act ends: at a stop, or before the next clause with a subject of its own."""
    stops = (book.stops.search(text, hit.end()), PASSED_ON.search(text, hit.end()))
    end = min((stop.start() for stop in stops if stop), default=len(text.rstrip(" .,")))
    after = next((c.start for c in told if c.start > hit.end()), end)
    if after < end and text[:after].endswith(("and ", "but ")):
        end = len(text[:after].removesuffix("and ").removesuffix("but ").rstrip(" ,"))
    return end
