"""A stance that was read → what stays of it: none where its words take no position, or the side and issue they mean."""

from __future__ import annotations

import msgspec

from communique.codebook.stance import Polarity
from communique.grammar import lazy
from communique.records import StanceFact

NOTED = lazy(  # a circumstance that is taken note of: "Recognizing the movement of migrants, they agreed …"
    r"(?:recogni[sz]|acknowledg|not)ing (?:that )?(?:the |an? )?(?!(?:\w+ ){0,3}(?:importance|need|role|right|rights"
    r"|sovereignty|independence|centrality|value|urgency|threat|responsibility|integrity|primacy|government|state)\b)"
)
BARE = lazy(
    r"(?:support|strengthen|promote|uphold|protect|advance|defend|ensure|preserve|safeguard|address|tackle|bolster)\b"
)
MEANT = lazy(  # what else such a verb can belong to: "an agenda to end hunger, strengthen democracy"
    r"\b(?:which|that) would\b[^.;]*$|\b(?:agenda|opportunit(?:y|ies)|options|way|ways) (?:\w+ )?to\b[^.;]*$"
    r"|\bneeds? (?:\w+ )?to $|\b(?:that|which|who) $|\btheir efforts to\b[^.;]*$"
)
BY_WHICH = lazy(r"\b(?:directly|thereby|thus) $")  # "will build a plant, directly supporting": what follows from it
COSTS = lazy(r"\b(?:impos\w+ (?:[\w-]+ ){0,4}costs|hold(?:ing)? [^,;.]{2,40} (?:accountable|to account))\b")
WISHED = lazy(  # what one would like, and no matter between states
    r"(?:want|wish|hop(?:e|ing)|like to see|would like|would prefer|prefer)\w*\b(?!.*\b(?:back|hand(?:ed)? over|handed"
    r"|forces?|troops|peace\w*|war|end|ends|ended|resolution|return\w*|carried out|implement\w*|membership|recogni\w+"
    r"|fighters|settlers|bases|mercenaries|dam|bomb|out of|gone"
    r"|weapons|ceasefire|truce|hostages|prisoners|sanctions|withdraw\w*|released?)\b)"
)
UNABLE = lazy(r"\bregret\w*\b.{0,40}\b(?:unable|cannot (?:come|attend|join|host)|postpone\w*|not be able)\b")
EVADED = lazy(r"\b(?:circumvent|evad|evasion|backfill)\w*")
BETWEEN = lazy(r"\b(?:neutral|non-?align|abstain|sides?\b)")
RUSSIAN = lazy(r"\b(?:russia|putin|moscow|kremlin)\w*")


def settled(fact: StanceFact, before: str) -> StanceFact | None:
    """The stance as its words mean it, None where they take no position; `before`: its sentence up to it."""
    words = (fact.formula or "").lower()
    if _is_none(fact, words, before):
        return None
    if fact.issue == "palestine" and "defend itself" in words and "Israel" in before:
        return _of(fact, "israel_security", "support")
    if fact.issue == "ukraine" and RUSSIAN.search(words) and fact.toward != "UKR":
        against = fact.polarity == "oppose" or COSTS.search(words) is not None
        return _of(fact, "russia_aggression", "oppose") if against else fact
    if fact.issue == "russia_aggression" and fact.polarity == "neutral" and BETWEEN.search(words):
        return _of(fact, "ukraine", "neutral")
    if fact.issue == "sanctions" and EVADED.search(words):
        return _of(fact, "sanctions", "support")
    return fact


def _is_none(fact: StanceFact, words: str, before: str) -> bool:
    """Whether its words take no position."""
    return bool(
        (fact.polarity == "support" and NOTED.match(words))
        or (BARE.match(words) and MEANT.search(before.lower()))
        or (fact.issue == "other" and WISHED.match(words))
        or UNABLE.search(words)
        or BY_WHICH.search(before)
    )


def _of(fact: StanceFact, issue: str, polarity: Polarity) -> StanceFact:
    """The stance on another issue, or from the other side."""
    return msgspec.structs.replace(fact, issue=issue, rule=f"stance.{issue}", polarity=polarity)
