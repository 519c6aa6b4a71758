"""A stance that was read → what stays of it: none where its words take no position, or the side and issue they mean."""

from __future__ import annotations

import msgspec

from communique.grammar import lazy
from communique.records import StanceFact

NOTED = lazy(  # a circumstance that is taken note of: "Recognizing the movement of migrants, they agreed …"
    r"(?:recogni[sz]|acknowledg|not)ing (?:that )?(?:the |an? )?(?!(?:\w+ ){0,3}(?:importance|need|role|right|rights"
    r"|sovereignty|independence|centrality|value|urgency|threat|responsibility|integrity|primacy|government|state)\b)"
)
VERB = (
    r"(?:support|strengthen|promote|uphold|protect|advance|defend|ensure|preserve|safeguard|address|tackle|bolster)\b"
)
BARE = lazy(VERB)
MEANT = lazy(  # what else such a verb can belong to: "an agenda to end hunger, strengthen democracy"
    r"\b(?:which|that) would\b[^.;]*$|\b(?:agenda|opportunit(?:y|ies)|options|way|ways) (?:\w+ )?to\b[^.;]*$"
    r"|\bneeds? (?:\w+ )?to $|\b(?:that|which|who) $|\btheir efforts to\b[^.;]*$"
)
BY_WHICH = lazy(r"\b(?:directly|thereby|thus) $")  # "will build a plant, directly supporting": what follows from it
COSTS = lazy(r"\b(?:impos\w+ (?:[\w-]+ ){0,4}costs|hold(?:ing)? [^,;.]{2,40} (?:accountable|to account))\b")
UNABLE = lazy(r"\bregret\w*\b.{0,40}\b(?:unable|cannot (?:come|attend|join|host)|postpone\w*|not be able)\b")
EVADED = lazy(r"\b(?:circumvent|evad|evasion|backfill)\w*")
RUSSIAN = lazy(r"\b(?:russia|putin|moscow|kremlin)\w*")


def settled(fact: StanceFact, before: str) -> StanceFact | None:
    """The stance as its words mean it, None where they take no position; `before`: its sentence up to it."""
    words = (fact.formula or "").lower()
    if fact.polarity == "support" and NOTED.match(words):
        return None
    if BARE.match(words) and MEANT.search(before.lower()):
        return None
    if UNABLE.search(words) or BY_WHICH.search(before):
        return None
    if fact.issue == "palestine" and "defend itself" in words and "Israel" in before:
        return msgspec.structs.replace(fact, issue="israel_security", rule="stance.israel_security")
    if fact.issue == "ukraine" and COSTS.search(words) and RUSSIAN.search(words):
        return msgspec.structs.replace(
            fact, issue="russia_aggression", rule="stance.russia_aggression", polarity="oppose"
        )
    if fact.polarity == "oppose" and fact.issue == "sanctions" and EVADED.search(words):
        return msgspec.structs.replace(fact, polarity="support")
    if fact.polarity == "oppose" and fact.issue == "ukraine" and RUSSIAN.search(words) and fact.toward != "UKR":
        return msgspec.structs.replace(fact, issue="russia_aggression", rule="stance.russia_aggression")
    return fact
