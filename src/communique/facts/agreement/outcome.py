"""Turns the words around a document into what became of it: signed, adopted, planned, in force."""

from __future__ import annotations

import re
from itertools import pairwise

from communique.codebook.agreement import AgreementBook
from communique.facts.agreement.behind import from_behind
from communique.facts.agreement.nominal import LETTER, came_about, crowned, stands
from communique.facts.agreement.papers import Found, Paper, Status
from communique.facts.agreement.talked import AS_IF, LAWS, renewed, still_ahead, talked_of
from communique.grammar import lazy

NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a dozen": 12, "a dozen and a half": 18,
    "two dozen": 24,
}  # fmt: skip
CHAIN = lazy(
    r"[,;:]? (?:and |as well as |plus |as (?:was|were) |and so (?:was|were) |along with )?(?:of )?(?:also )?"
    r"(?:\(?[a-z0-9]{1,3}[).] )?(?:the |an? )?(?:renewed |new )?"
)
YEAR = lazy(r"\b(?:19|20)\d\d\b")
GAP = lazy(
    r"^(?:(?!\b(?:to|after|before|ahead|during|while|that|which|when|said|law|order|bill|act|proclamation|legislation"
    r"|(?:will|would|shall|must|can) (?:not )?be)\b)[^;:.!?]){0,90}$"
)
HOME_LAW = lazy(
    r"\b(?:executive order|into law|act|legislation|bill|labor|(?<!european )(?<!african )(?<!economic )union|congress"
    r"|(?<!united )states of|tribal|city of|county|company)\b"
)
TALKS = lazy(r"\b(?:talks|negotiations|visit|meeting)\b")
RELATIVE = lazy(r"\b(?:that|which|who) (?:ha(?:ve|s|d) )?$")
WHICH = lazy(
    r"^ (?:to|for) th(?:at|is) (?:end|effect|purpose)(?= )|^\)?,? (?:both |all |some )?(?:o[fn] |for )?(?:which|that) $"
)
NO_GAP = lazy(r"\b(?:no|not|that|which)\b[^,;]{0,30}$")
NONE_SIGNED = lazy(r"\b(?:no|not)\b[^,;]{0,8}$")
# With what a past that means signed begins.
SIGNED = ("si", "co", "in", "ex", "put", "pen", "se", "hand", "su", "left", "fin", "ren")
PRAISED = lazy(
    r"\b(?:hail|welcom|announc|applaud|laud|satisfaction|prais|congratulat|celebrat|witness)\w*[^.;,]{0,20}$"
)
NAMES = lazy(
    r"\b(?:agreements?|accords?|deals?|documents?|papers|pacts?|mous?|memorand\w+|contracts?|treat(?:y|ies)) $"
)
TOLD_TO = lazy(r"\b(?:agreed|assigned|instructed|directed|tasked|decided|charged|mandated)\b")
PROGRAMME = lazy(r"(?:\w+ )?program(?:me)?s?\b")
OWN = lazy(r"(?:its|his|her) |(?:a|the|an)? ?(?:\w+ )?national ")
FOR_PLANS = ("develop", "prepare", "build")  # what is done with plans, and with much else
UNDONE = lazy(  # "Sign an accord" in a list of aims, "works to sign", "is willing to meet and sign"
    r"^\W*$|\bto (?:\w+ly |also |jointly )?$"
    r"|\b(?:to|will|would|shall|should|must) (?:\w+ly )?[a-z]+ [^.;]*\band (?:also |then |jointly )?$"
)
IN_STATEMENT = lazy(r"\bin (?:an?|the|their) $|^in (?:an?|the|their) \w{0,3}$")
GOT = lazy(  # a document by what it is about: not "an agreement to talk again"
    r" (?:an? (?:[\w-]+ ){0,3}(?:agreement|accord|deal|contract|pact|treaty|memorandum|mou|declaration|roadmap|plan"
    r"|order|understanding)s? (?:of understanding )?"
    r"(?:with|on|for|under|over|about|worth|covering|concerning|between)\b"
    r"|an? (?:[\w-]+ ){0,2}(?:deal|pact|accord|contract) to\b|(?:the|its|their) (?:[\w-]+ ){0,2}orders? (?:of|for) "
    r"|(?:[\w-]+ ){0,2}(?:contracts|deals|agreements|documents|orders) (?:worth|valued|totall?ing|for|of) )"
)
OF_THEN = lazy(r"(?<!for )(?<!to )(?<!ds )(?<![-–])\b(?:19|20)\d\d\b(?! ?[-–])")  # of a year, not for some
UNDER_ONE = lazy(r"\bunder an? ?$")  # told for the first time
SEALED_IN = lazy(r"\b(?:formali[sz]ed|sealed|set down|enshrined|laid down|anchored|codified) (?:[^,;.]{1,50} )?in $")
BETWEEN = lazy(r" between ")
LAUNCHED = lazy(r"\blaunched$")
UNSURE = lazy(r"\b(?:whether|if|unless|call\w* for|not|no)\b[^,;]{0,30}$")
IF = lazy(r"\b(?:if|unless|whether) [^,;]{0,20}$")  # "if the communiqué is issued"
UNWILLING = lazy(r"\b(?:unwilling|reluctan\w+|hesita\w+|refus\w+|declin\w+|fail\w+|no plans?|unlikely) to (?:\w+ly )?$")
TO_BE = lazy(r"\bto be (?:\w+ly )?$")  # "among the accords to be signed is the treaty on trade"
MEANWHILE = lazy(
    r" (?:during (?:the|his|her|their) \w+|after the \w+|on \w+day|here|today),? "
    r"|,? (?:before|by|within|in|at|on|after|during|as|according to|for|without) [^,;.:]{2,45}, "
)
WON = lazy(r"(?:won|secured|landed|bagged|placed|confirmed)\b")  # of what firms get, and of much else
ORDER = lazy(r"(?:contract|order)")
BOUGHT = lazy(r"(?:ordered|bought|purchased|agreed|purchase|acquisition)\b")
NOT_ORDERED = lazy(
    r"\b(?:be|not|never|would|could|might|was|were|is|are|if|whether|when|(?:propos|plan|discuss|consider|possib|want"
    r"|hop|talk|negotiat|mull|weigh)\w*)\b[^,;.]{0,25}$"
)
NOT_YET = lazy(r"\b(?:draft|in principle|peace|ceasefire|truce|hostage)\b")
ADOPTED = ("joint_statement", "communique", "declaration", "plan")
MADE_PAST = lazy(r"(?:an? (?:[\w-]+ ){0,3}|the )(?:agreement|deal|accord|pact|understanding|arrangement|contract)")
SPAN = lazy(r"\b20\d\d ?[-–] ?(?:20)?\d\d\b|\b(?:to|towards?|for) 20\d\d\b")  # of a plan: the years that it is for
DIRECT = lazy(r" (?:(?:today|yesterday|also|jointly|more than|over|nearly|almost|around|about|some|up to) )?$")
A_LOT = lazy(
    r" (?:an? (?:series|number|package|raft|set|slew|string|host|bundle|batch|clutch|flurry) of|several|a few) $"
)
MANY = lazy(rf"(?:{'|'.join(NUMBERS)}|\d{{1,3}}|several|a (?:series|number|package|raft|set) of)\b")


def outcome_of(low: str, start: int, end: int, paper: Paper, papers: list[Paper], book: AgreementBook) -> Found | None:
    """What became of a document, with the span of the words that say so; None where nothing did."""
    found = from_behind(low, start, end, paper, book)
    if found is not None:
        return found
    if BOUGHT.match(low, paper.noun):
        return None if NOT_ORDERED.search(low[start : paper.noun]) else ("signed", paper.noun, paper.end)
    if IN_STATEMENT.search(low[start : paper.start + 3]) and paper.code == "joint_statement":
        return "adopted", paper.start, paper.noun + len("joint statement")
    last = paper  # of those joined to it, so that one verb speaks of all
    for other in papers:
        if other.noun > last.noun and CHAIN.fullmatch(low[last.end : other.start]):
            last = other
    for pattern in (book.passive_planned, book.passive):
        hit = pattern.search(low, paper.noun, min(end, last.end + 90))
        gap = WHICH.sub("", low[last.end : hit.start()]) if hit else ""
        behind = [p for p in papers if hit and p.noun > paper.noun and p.end <= hit.start()]
        if hit and GAP.match(gap) and _share(low, paper, behind):
            status = _passive_says(low, start, paper, gap, hit)
            if status or not LAUNCHED.search(hit[0]):
                return (status, paper.start, hit.end()) if status else None
    return _by_verb(low, start, paper, book)


def _passive_says(low: str, start: int, paper: Paper, gap: str, hit: re.Match[str]) -> Status | None:
    """The status that a passive behind a document gives it; None where it is denied or doubted."""
    said, none = hit.groupdict(), NONE_SIGNED.search(low[max(start, paper.start - 12) : paper.noun])
    if "hands" not in said:
        return None if none or UNSURE.search(low[start : paper.start]) else "planned"
    if none or NO_GAP.search(gap):
        return None
    return "planned" if IF.search(low[start : paper.start]) else _past_says(low, paper, said["past"] or "signed")


def _past_says(low: str, paper: Paper, past: str) -> Status | None:
    """What a past participle says became of a document."""
    if past in ("agreed", "formalised", "formalized"):
        return _as_signed(paper)
    if past in ("awarded", "placed"):
        return "signed" if ORDER.match(low, paper.noun) else None
    if past in ("struck", "reached", "clinched"):
        made = paper.code in ("agreement", "contract") and MADE_PAST.match(low, paper.start, paper.noun + 10)
        return "signed" if made else None
    if past in ("launched", "ratified"):
        return "in_force" if past == "ratified" else "adopted" if paper.code in ADOPTED else None
    told = past in ("announced", "unveiled") and paper.code in ("agreement", "contract", "mou")
    return "signed" if told or (past.startswith(SIGNED) and past != "put out") else "adopted"


def _share(low: str, paper: Paper, others: list[Paper]) -> bool:
    """Whether a document and those behind it are joined, so that one verb speaks of all."""
    return all(CHAIN.fullmatch(low[one.end : other.start]) for one, other in pairwise([paper, *others]))


def _by_verb(low: str, start: int, paper: Paper, book: AgreementBook) -> Found | None:
    """The status that the words before a document give it: those it stands under, the talks on it, its last verb."""
    before, name = low[start : paper.start], low[paper.start : paper.end]
    under = book.in_force.search(before) is not None
    if under and paper.code == "mou" and UNDER_ONE.search(low[start : paper.start + 2]):
        return "signed", paper.start, paper.end
    if under and re.search(r"\bnegotiat", before):
        return "planned", paper.start, paper.end
    programme = paper.code == "plan" and "program" in low[paper.noun : paper.end] and not YEAR.search(name)
    under = under and not low.startswith("understanding", paper.noun)
    if (again := renewed(low, start, paper)) is not None:
        return again
    if under and paper.code in ("agreement", "treaty", "plan", "mou") and not programme:
        return "in_force", paper.start, paper.end
    return _by_last_verb(low, start, paper, book)


def _by_last_verb(low: str, start: int, paper: Paper, book: AgreementBook) -> Found | None:
    """The status that the last verb before a document gives it, if no talks behind that verb speak of it."""
    before, verb = low[start : paper.start], None
    for hit in book.verb.finditer(low, max(start, paper.start - 160), paper.start):
        if hit[0] in FOR_PLANS and not (paper.code == "plan" and TOLD_TO.search(low, start, hit.start())):
            continue
        if (
            hit[0] != "conclusion of"
            or PRAISED.search(low, start, hit.start())
            or crowned(low, paper, low[start : hit.start()])
        ):
            verb = hit
    theirs = BETWEEN.search(low, paper.noun, paper.end) and paper.code in ("mou", "contract")
    if (theirs or LETTER.match(low, paper.noun)) and book.noted.search(before):
        return "signed", paper.start, paper.end
    early = max(start, (verb.start() if verb else paper.start) - 60)
    early = early if verb is None or verb[0] in ("signing", "conclude") else verb.end()  # "the early signing of"
    if talked_of(low, start, early, paper, book):
        return "planned", paper.start, paper.end
    if came_about(low, start, paper) or (SEALED_IN.search(before) and low.startswith(("a ", "an "), paper.start)):
        return _as_signed(paper), paper.start, paper.end
    status = _verb_says(low, start, paper, verb, book) if verb else None
    return (status, verb.start(), paper.end) if verb and status else None


def _verb_says(low: str, start: int, paper: Paper, verb: re.Match[str], book: AgreementBook) -> Status | None:
    """What a verb before a document says became of it; None where it is doubtful, law at home, or about talks."""
    before = low[start : verb.start()]
    if _is_none(low, paper, verb, before, book):
        return None
    later = book.infinitive_before.search(before) is not None
    if verb[0] in ("sign", "ink") and UNDONE.search(before):
        return "planned"
    if verb["infinitive"] or (verb[0] in ("sign", "signs", "ink", "inks") and later):
        return "planned" if later else None
    if verb["signed"] and TO_BE.search(before):
        return "planned"
    if verb["signed"] or verb["made"]:
        return _signed_says(low, paper, verb, before)
    if verb["told"]:
        return _made_known(low, paper, verb)
    if verb[0].startswith("endors") and OF_THEN.search(low, paper.start, paper.end):
        return None  # an earlier one that is endorsed again
    adopts = paper.code in (*ADOPTED, "other") or verb[0].startswith("adopted")
    ahead: Status = "planned" if verb[0].endswith(" of") and still_ahead(low, before, paper) else "adopted"
    return ahead if adopts else None


def _is_none(low: str, paper: Paper, verb: re.Match[str], before: str, book: AgreementBook) -> bool:
    """Whether a verb before a document is none of its own, is doubtful, or speaks of law at home."""
    gap = MEANWHILE.sub(" ", low[verb.end() : paper.start])
    return bool(
        UNWILLING.search(before)
        or (verb[0] == "signed" and NAMES.search(before))
        or (paper.code == "plan" and OWN.match(low, paper.start, paper.end))
        or book.doubtful_before.search(before)
        or AS_IF.search(low[verb.end() : paper.noun])
        or gap.startswith(",")
        or (verb[0] == "closed" and (gap.strip() or paper.code not in LAWS))
        or not GAP.match(gap)
        or HOME_LAW.search(low, verb.start(), paper.end)
        or (verb[0] == "launched" and PROGRAMME.match(low, paper.noun))  # what they do, no document
        or (RELATIVE.search(before) and not (", wh" in before[-9:] and low.startswith(("a ", "an "), paper.start)))
    )


def _as_signed(paper: Paper) -> Status:
    """What is said of a document that has come about: a plan or statement is adopted, any other is signed."""
    return "adopted" if paper.code in ADOPTED else "signed"


def _made_known(low: str, paper: Paper, verb: re.Match[str]) -> Status | None:
    """What "agreed on a roadmap" and "announced a deal with …" say: it is there, if it is told for the first time."""
    said, name = low[verb.end() : paper.start], low[paper.start : paper.end]
    first = name.startswith(("a ", "an ")) or MANY.match(name) or (paper.code in ADOPTED and SPAN.search(name))
    new = (DIRECT.fullmatch(said) is not None and bool(first)) or A_LOT.fullmatch(said) is not None
    named = paper.code in ADOPTED or " " in name[3:]  # with what it is about
    plain = verb[0].startswith("agree") and paper.code == "agreement" and not GOT.match(" " + name + " ")
    return _as_signed(paper) if new and named and not plain and not NOT_YET.search(name) else None


def _signed_says(low: str, paper: Paper, verb: re.Match[str], before: str) -> Status | None:
    """What a verb of signing says: done; planned, where somebody is yet to witness it; nothing of mere talks."""
    if WON.match(verb[0]) and not ORDER.match(low, paper.noun):
        return None
    if verb["made"]:
        few = MANY.match(low, verb.end() + 1) or GOT.match(low, verb.end(), min(len(low), paper.end + 12))
        return _as_signed(paper) if few else None
    noun = verb[0] == "signing" or verb[0].endswith(" of")
    if noun and still_ahead(low, before, paper):
        return "planned"
    done = stands(low, paper, before) if noun else not before.endswith(("of ", "the ", "newly "))
    talked = verb[0].startswith("conclud") and TALKS.search(low, verb.end(), paper.start) is not None
    return "signed" if done and not talked else None
