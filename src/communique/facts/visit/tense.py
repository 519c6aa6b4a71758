"""Turns the form of a match's head and the words about it into the status of a visit and the phase that is told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from communique.grammar import Cue, Match, Shadow, lazy

NOUNS = (
    "visit", "trip", "tour", "stay", "journey", "arrival", "travel", "pilgrimage", "stop", "stopover", "invitation",
    "visits", "trips", "talks", "negotiations", "meeting", "summit",
)  # fmt: skip
PAST_FORMS = (
    "met", "went", "flew", "left", "came", "paid", "made", "was", "were", "held", "set", "began", "had", "been",
    "spent",
)  # fmt: skip
BEGINS = lazy(
    r"\b(?:beg[ai]ns?|beginning|start(?:s|ed|ing)?|arriv(?:es?|ed|ing)|reach(?:es|ed)|kick(?:s|ed)? off"
    r"|open(?:s|ed)?|launch(?:es|ed)|embark(?:s|ed) on|land(?:s|ed)|touched down|fl(?:ew|ies) in"
    r"|crossed over|comes|set out|left for|leaves for)\b"
)
ENDS = lazy(
    r"\b(?:conclud(?:es?|ed|ing)|end(?:s|ed|ing)|finish(?:es|ed|ing)|complet(?:es|ed|ing)|wrap(?:s|ped|ping) up"
    r"|w(?:inds|ound) up"
    r"|round(?:s|ed) off|cut short|returned|returns"
    r"|home from|back from|broke off)\b"
)
ENDING = lazy(r"\b(?:ending|concluding|ended|concluded|closing|closed|wrapping up|wrapped up) (?:the )?$")
PAST = lazy(
    r"\b(?:\w{3,}ed|paid|made|began|begun|was|were|had|broke|came|went|left|took|held|flew|spent|undertook|cut|been|wound"
    r"|met)\b"
)
PRESENT = lazy(
    r"\b(?:am|is|are|currently)\b|\b(?:pays|makes|fulfil?ls|completes|undertakes|realizes|carries out) (?:since \S+ )?"
    r"(?:an?|his|her)?\b"
)
PLANS = lazy(r"\b(?:is|are|was|were|has been|had been) (?:\w+ )?(?:planning|scheduling|preparing|arranging)\b")
FINITE = dict.fromkeys(
    ("travels", "flies", "heads", "goes", "leaves", "departs", "sets", "moves", "continues", "proceeds", "presses"),
    "planned",
) | dict.fromkeys(("visits", "arrives", "lands", "is", "are"), "ongoing")
BASE = (
    "visit", "travel", "go", "fly", "head", "arrive", "leave", "return", "depart", "host", "welcome", "receive", "meet",
)  # fmt: skip
LEAVES = ("left", "departed", "embarked", "leaves", "departs")
AHEAD = ("coming", "going", "travelling", "traveling", "flying", "heading", "leaving", "returning", "departing")
IT_WAS = lazy(
    r"\W?(?:it|this|that) was (?:also )?\S['’]s? (?:\w+ )?(?:first|second|third|fourth|fifth|maiden|inaugural)\b", re.I
)
WAS_FIRST = lazy(  # behind a visit: "was the first by a Vestan minister in a decade"
    r"[^.;,]{0,25} was (?:also )?(?:only )?(?:the|his|her) (?:\w+[- ])?(?:first|second|third|fourth|fifth)\b"
)
WAS_TO = lazy(
    r"\b(?:was|were|had been) (?:\w+ )?(?:set|due|scheduled|expected|supposed|slated|planning) to (?:\w+ ){0,2}$"
)
DROPPED = lazy(r"^[^.;]{0,120}\bbut (?:\S+ ){0,3}(?:cancel\w+|called|postponed|put off|scrapped|dropped|shelved)\b")
UNDONE = lazy(
    r"\b(?:was|were) (?:originally |supposed |due |meant |set |scheduled )?to have (?:\w+ )?(?:\S+ ){0,6}?$"
    r"|\bhad been (?:originally )?(?:due|set|scheduled|slated|supposed) to (?:\w+ )?$"
)
AFTER = lazy(
    r"\b(?:after|since|when) (?!having|being)(?:\S+ ){1,3}$"
)  # "will be the next stop after Penn went to Vesta"
DURING = lazy(
    r"\b(?:during|in the course of|since|after) (?:the|his|her|\S['’]s) (?:\w+ ){0,3}$"
)  # a visit that is no wish
BARE = lazy(r"\S ")  # a headline: "Penn visiting Vesta"
MADE = ("visits", "trips")  # told at once: "Penn's visits to Vesta in March and September"
UPCOMING = lazy(r"\b(?:upcoming|forthcoming|coming|planned|scheduled|proposed|future|further|next) (?:\w+[ -]){0,3}$")
PREVIOUS = lazy(r"\b(?:previous|earlier|prior|last) (?:\w+ )?$")  # "his last state visit"
INVITED_BY = lazy(r"\W?invited by\b")  # "Invited by Penn, Moor paid a visit"
TOOK = lazy(
    r" (?:that|which) (?:also |already |has |had )*(?:took|taken|brought|led|carried)\b"
)  # "will end a tour that took"
HAS_COME = lazy(r"\b(?:has|have|had) (?:\w+ )?come$")
AWAITED = lazy(r"\b(?:before|until|by the time) (?:the )?$")  # "a month before Penn visits Vesta"
WILL = lazy(r"\b(?:will|would|is to|are to)\b")  # behind a noun: "a tour that will take him to Vesta"
OFF_TO = ("is", "was", "are", "were")  # of a verb of motion: "was off to Vesta"
TO_BE = lazy(r"\b(?:will|would|is to|is set to|is due to) (?:\w+ )?(?:be|become) ")
WILL_THEN = lazy(
    r"(?: \w+)? (?:will|would|is to|(?:is|are) (?:set|due|expected|scheduled) to|plans)\b"
)  # "after visiting Vesta he will go on"
TO_PAY = lazy(r" to (?:pay|make|begin|start|undertake|conduct|kick off|embark on|have) ")
HEADLINE = 3  # characters before the guest of a headline, such as an opening quotation mark


def is_ahead(match: Match) -> bool:
    """Whether a rule that tells of what was made has a sentence of what is still to come: "will be the first to"."""
    text, ahead = match.shadow.text, match.rule.gives.get("ahead")
    if ahead == "be":
        return TO_BE.search(text, match.start, match.head) is not None
    if ahead == "will":
        return WILL.search(text, match.start, match.head) is not None
    return ahead == "then will" and WILL_THEN.match(text, match.end) is not None


def status_of(match: Match, effects: Mapping[str, Cue], shadow: Shadow) -> tuple[str | None, bool]:
    """The status that form and scope give (None where they do not say), and whether the telling stands at all."""
    done = match.head_text.endswith("ed") or match.head_text in PAST_FORMS
    if done and "planned" in effects and effects["planned"].side == "after":
        effects = {name: cue for name, cue in effects.items() if name != "planned"}  # "flew in and is due to leave"
    after = done and AFTER.search(shadow.text, 0, match.head)
    if after or TOOK.match(shadow.text, match.head + len(match.head_text)):
        effects = {name: cue for name, cue in effects.items() if name != "planned"}
    if INVITED_BY.match(shadow.text):
        effects = {name: cue for name, cue in effects.items() if name != "wished"}
    if match.head_text in NOUNS and DURING.search(shadow.text, 0, match.head):
        effects = {name: cue for name, cue in effects.items() if name not in ("wished", "infinitive")}
    undone = UNDONE.search(shadow.text, 0, match.head) is not None
    if undone or not effects.keys().isdisjoint(("cancelled", "negated", "conditional", "wished", "planned")):
        return ("cancelled", True) if undone else _of_scope(effects, match)
    head, on_the_way = match.head_text, match.rule.gives.get("leg") == "way"
    to_travel = "infinitive" in effects and on_the_way  # "an invitation to travel to Vesta"
    if head in NOUNS and match.rule.gives.get("head") != "verb" and not to_travel:
        heading = match.start <= HEADLINE and TO_PAY.match(_between(match, shadow))  # "Xi to pay a visit to Vietnam"
        if heading or WILL.search(shadow.text, match.head, match.end) or UPCOMING.search(shadow.text, 0, match.head):
            return "planned", True
        gone = "happened" in effects or head in MADE or PREVIOUS.search(shadow.text, 0, match.head) is not None
        gone = gone or IT_WAS.match(shadow.text, 0, match.head) is not None
        gone = gone or WAS_FIRST.match(shadow.text, match.end) is not None
        return _by_verb(_between(match, shadow)) or ("completed" if gone else None), True
    if (head in OFF_TO and on_the_way) or "infinitive" in effects:
        return "planned", head in OFF_TO or match.start <= HEADLINE  # a headline: "Xi to visit Vietnam"
    if head in BASE and not _is_plural(match):
        return None, False
    if head.endswith("ing"):
        headed = match.start <= HEADLINE and BARE.fullmatch(shadow.text, match.start, match.head)
        return (None, True) if headed else _of_participle(head, shadow.text[max(0, match.head - 16) : match.head])
    if head in FINITE:
        return ("planned" if AWAITED.search(shadow.text, 0, match.start) else FINITE[head]), True
    past = head.endswith("ed") or head in PAST_FORMS or HAS_COME.search(shadow.text, 0, match.head + len(head))
    return ("completed" if past else None), True


def _of_scope(effects: Mapping[str, object], match: Match) -> tuple[str | None, bool]:
    text = match.shadow.text
    dropped = "planned" in effects and WAS_TO.search(text[: match.head]) and DROPPED.match(text[match.head :])
    if "cancelled" in effects or dropped:
        return "cancelled", True
    if effects.keys().isdisjoint(("negated", "conditional", "wished")):
        return "planned", True
    return None, False


def _is_plural(match: Match) -> bool:
    """Whether the subject is more than one, so that "visit" can be a finite verb."""
    return len(match.items("guest")) > 1 or any(i.type == "group" or i.value == "they" for i in match.items("guest"))


def phase_of(match: Match, shadow: Shadow) -> str | None:
    """`begin` where a match tells of an arrival, `end` where of a departure, else None."""
    words, gives = f"{_between(match, shadow)} {match.head_text}", match.rule.gives
    if ENDING.search(shadow.text, 0, match.start):
        return "end"
    goes = gives.get("leg") == "way"  # "returned to Vesta" was there before
    if ENDS.search(_between(match, shadow) if goes else words) or gives.get("phase") == "end":
        return "end"
    if "status" in gives:
        return None
    leaves = goes and match.head_text in LEAVES
    return "begin" if leaves or gives.get("phase") == "begin" or BEGINS.search(words) else None


def _between(match: Match, shadow: Shadow) -> str:
    """The words between the guest and the head, where the light verb stands: "paid a state"."""
    guest = match.slots.get("guest")
    start = guest.end if guest is not None and guest.end <= match.head else max(match.start, match.head - 40)
    return shadow.text[start : match.head]


def _by_verb(words: str) -> str | None:
    if PLANS.search(words):
        return "planned"
    if PRESENT.search(words):
        return "ongoing"
    return "completed" if PAST.search(words) else None


def _of_participle(head: str, before: str) -> tuple[str | None, bool]:
    """Of "visiting": ongoing after "is", otherwise told of as done; no telling where it is only a habit or a topic.

    "Is coming", "is travelling", "is going to be visiting" tell of what lies ahead.
    """
    if re.search(r"\bgoing to be $", before) or (head in AHEAD and re.search(r"\b(?:is|are|am) (?:\w+ )?$", before)):
        return "planned", True
    if re.search(r"\b(?:is|are|currently|now) (?:\w+ )?$", before):
        return "ongoing", True
    return "completed", not re.search(r"\b(?:of|by|about|for|like|against) $", before)
