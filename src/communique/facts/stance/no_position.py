"""A stance that was read → what stays of it: none where its words take no position, or the side and issue they mean."""

from __future__ import annotations

import msgspec

from communique.codebook.issues import matter_of
from communique.codebook.stance import Polarity
from communique.facts.stance.intended import is_intended
from communique.facts.stance.programme import is_programme
from communique.grammar import lazy
from communique.records import StanceFact

NOTED = lazy(  # a circumstance that is taken note of: "Recognizing the movement of migrants, they agreed …"
    r"(?:recogni[sz]|acknowledg|not)ing (?:that )?(?:the |an? )?(?!(?:\w+ ){0,3}(?:importance|need|role|right|rights"
    r"|sovereignty|independence|centrality|value|urgency|threat|responsibility|integrity|primacy|government|state)\b)"
)
COSTS = lazy(
    r"\b(?:(?:impos|rais|increas)\w+ (?:[\w-]+,? (?:and )?){0,5}(?:costs?|consequences)"
    r"|hold(?:ing)? [^,;.]{2,40} (?:accountable|to account))\b"
)
WISHED = lazy(  # what one would like, and no matter between states
    r"(?:want|wish|hop(?:e|ing)|like to see|would like|would prefer|prefer)\w*\b(?!.*\b(?:back|hand(?:ed)? over|handed"
    r"|forces?|troops|peace|war|end|ends|ended|resolution|return\w*|carried out|implement\w*|membership|recogni\w+"
    r"|fighters|settlers|bases|mercenaries|dam|bomb|out of|gone"
    r"|weapons|ceasefire|truce|hostages|prisoners|sanctions|withdraw\w*|released?)\b)"
)
DOING = lazy(  # an act that is promised, in a matter on which all agree
    r"(?:(?:are|is|remain|stand|reaffirm\w*|reiterat\w+|express\w*) )?(?:(?:our|their|its|the|his|her) )?(?:\w+ )?"
    r"(?:commit(?:ted|ments?|s)?|intends?|prepared|agreed?|resolved?|pledge[sd]?|determined) to"
    r" (?:each |further |also |jointly |\w+ly )?(?:establish|tak(?:e|ing)|accelerat|expand|increas|launch|employ"
    r"|develop|negotiat|produc|submit|align|scal|remov|reduc|eliminat|partner|coordinat|demonstrat|provid|have|improv"
    r"|enhanc|prioriti|conduct|help|assist|redoubl|meet|respond|intensif"
    r"|continu\w+ (?:to lead|to invest|taking|providing))\w*\b"
)
MONEY = lazy(
    r"(?:announc|commit|provid|pledg|allocat|donat|contribut|earmark)\w* (?:[\w-]+ ){0,4}(?:us)?(?:[$€£¥]|usd |eur )"
)
ALLIED = lazy(  # what the two are to each other, or to the world
    r"(?:\w+ )?(?:that )?(?:the |our |this |their )?(?:[\w.’'-]+ ){0,3}?(?:alliance|partnerships?|relationship"
    r"|relations|ties|friendship|cooperation)(?: between [^,;.]{1,40}?)?"
    r" (?:(?:is|are|was|were|remains?|has become) (?:an? |the |of )"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:anchored|built|based|rooted|founded|grounded) (?:in|on|upon)\b)"
    r"|(?:re)?affirm\w* (?:its|their|the) importance as\b"
)
CONDOLED = lazy(r"\b(?:condolences|sympath(?:y|ies) (?:on|over|for) the (?:\w+ )?(?:death|passing|loss))\b")
WAKE = lazy(  # what is done about what a war brings, and not about the war
    r"(?:(?:re)?affirm|commit|agree|work|discuss|underscor|stress|emphasi)\w* .*"
    r"\b(?:effects|impacts?|consequences|repercussions|fallout) (?:of|from|caused by)\b"
)
ANNOUNCED = lazy(
    r"(?:highlight|not|recall|mention|recogni)\w* (?:\S+ ){0,3}?(?:announcement|launch|adoption|inauguration)\b"
)
HEARD = lazy(  # what another worries about: "acknowledged Vesta's concerns about access to the port"
    r"(?:acknowledg|recogni[sz]|note|noting|took note of|tak\w+ note of|heard|understand|understood)\w*"
    r" (?:[\w.-]+ ){0,3}?[\w.-]+['’]s? (?:\w+ ){0,2}(?:concerns?|fears|worries) (?:about|over|regarding|on|at)\b"
)
SAFE = lazy(r".*\bconcern(?:s|ed)? (?:about|for|over) [^,;.]*['’]s? (?:\w+ )?(?:safety|health|well-?being)$")
REPORTED = lazy(r"(?:ask|request)\w* (?:that )?[^,;.]*? (?:reports?(?: back)? (?:to|on)|to report|come back|keep us)\b")
RAN_ITS = lazy(r".*\bhop(?:e|es|ed|ing) (?:that )?[^,;.]* will pass\b")
PRAISED = lazy(  # what another does in a matter on which all agree
    r"(?:recogni[sz]|note|noting|acknowledg|prais|commend|applaud|highlight|welcom|hail)\w* [^,;.]{1,60}?"
    r"\b(?:leading|important|crucial|key|active|global) roles? (?:of [^,;.]{1,30} )?in\b"
)
UNABLE = lazy(r"\bregret\w*\b.{0,40}\b(?:unable|cannot (?:come|attend|join|host)|postpone\w*|not be able)\b")
ASKED_OVER = lazy(  # a journey that is asked for, or not wanted: "urged Penn not to visit Vesta"
    r"(?:urg|ask|call|invit|request|advis|warn|press|persuad)\w* [^,;.]{2,60}? (?:not )?to"
    r" (?:visit|come|travel|go|attend|meet|fly|pay a visit)\b"
)
GIVEN_UP = lazy(  # "dropped its objection to the accession of Vesta"
    r"(?:\w+ )?(?:drop|lift|withdr[ae]w|end|abandon|gave up|given up|give up|waiv|overc[ao]me)\w*"
    r" (?:its|his|her|their|the|an?|all) (?:\w+ ){0,2}?"
    r"(?:objections?|opposition|vetos?|veto|resistance|reservations?|blockade|hold)\b"
)
AT_HOME = ("xinjiang", "tibet", "hong_kong")  # what China holds to be its own affair
PRESSED = lazy(r"(?:\w+ )?(?:press(?:es|ed)|confront(?:s|ed)|challenge[ds]|raise[ds]|questioned|grilled|rebuked) ")
EVADED = lazy(r"\b(?:circumvent|evad|evasion|backfill)\w*")
UNJUST = lazy(  # what sanctions are called by those who want them gone
    r"\b(?:embargo|blockade|sanctions|measures)\b.*\b(?:is|are|was|were|as) [\"“]?(?:an? )?(?:\w+ )?(?:violations?"
    r"|illegal|unlawful|unjust|inhuman\w*|cruel|crimes?|genocid\w+)\b"
)
ILLNESS = lazy(r"\b(?:covid|pandemic|virus|food|famine|floods?|humanitarian (?:situation|crisis))\b")
BETWEEN = lazy(r"\b(?:neutral|non-?align|abstain|sides?\b)")
RUSSIAN = lazy(r"\b(?:russia|putin|moscow|kremlin)\w*")
WAR = lazy(
    r"\bwar in ukraine\b.*\b(?:must|should|has to|needs? to|ought to|to) (?:stop|end|be (?:ended|stopped|settled))\b"
)
HARSH = lazy(
    r"\b(?:condemn|denounc|deplor|aggress|illegal|unjust|unlawful|brutal|unprovok|invasion|russia|putin|moscow|attack)"
)
RUSSIA_DID = lazy(  # what Russia does is what they are against, whoever it is said to
    r"\w+ (?:[\w'’-]+ ){0,3}?(?:of |by |over |at |about )?(?:the )?(?:russian?|moscow|putin|kremlin)(?:['’]s?)?\b"
)
BACKED = lazy(  # "declared his "full support" for Russia's invasion"
    r"(?:\w+ (?:[\w'’]+ ){0,2}?)?[\"“]?(?:full |firm |strong |unconditional )*"
    r"(?:support|back|endors|justif|bless|applaud|hail)\w*[\"”]? (?:for |to |of )?(?:(?:the|its|his) )?"
    r"(?:russia['’]s|moscow['’]s|putin['’]s|russian|kremlin['’]s) (?:\w+ ){0,2}?"
    r"(?:invasion|war|aggression|annexation|attack|offensive|campaign)s?\b"
)
GUILTY = lazy(
    r"(?:through [^,]{3,80}, )?(?:russia|moscow|putin|the kremlin) (?:has |had |also )*"
    r"(?:violat|breach|attack|invad|trampl)"
)
OWN_HOUSE = lazy(  # what Ukraine does with others at home
    r"(?:advanc|strengthen|bolster|improv|reform|build|promot|support)\w* (?:and \w+ )?(?:ukraine['’]s|in ukraine)"
)
NOT_SO = lazy(r"\b(?:not|never|no) (?:an? )?[\"“]?terroris")
WARNED = lazy(r"warn\w*\b")
ATTACKED = lazy(r"(?:condemn|denounc|deplor|appalled)\w*\b.*\b(?:attack|strike|shelling|bomb|atrocit|siege|killing)")
WORRIED = lazy(r".*\bconcern(?:s|ed)? ")
SELF = lazy(r"(?:.*\b)?(?:support\w*|stand\w*|stood|solidarity|assist\w*) [^,;.]{0,50}\bukrain")
MATTERLESS = lazy(  # what a position is on cannot be told from it
    r"(?:(?:further|the|such|these|those|this|ongoing|continued|all|their|our) )*(?:discussions?|efforts?|work"
    r"|measures?|steps?|actions?|initiatives?|cooperation|policies|developments?|activities|others?(?: to \w+)?)$"
    r"|(?:those|all those|the people|anyone|any individual) responsible(?! for)\b"
    r"|.* to join(?: (?:us|them))?(?: in (?:our|these|this|their|its) (?:efforts?|work|initiative))?$"
    r"|(?:they|(?:these|such|this) \w+) (?:can|could|may|might|will|would|is|are|has|have) |it is (?:an?|president) "
)


def settled(fact: StanceFact, before: str, text: str) -> StanceFact | None:
    """The stance as its words mean it, None where they take no position.

    Args:
        fact: the stance.
        before: its sentence up to it.
        text: its text, in lower case.
    """
    words = (fact.formula or "").lower()
    if _is_none(fact, words, before):
        return None
    fact = _turned(fact, words)
    if fact.issue in ("palestine", "terrorism") and "defend itself" in words and "Israel" in before:
        return _of(fact, "israel_security", "support")
    if fact.issue in ("ukraine", "russia_aggression"):
        return _of_the_war(fact, words, text)
    if fact.issue == "korean_peninsula" and WORRIED.match(words) and ILLNESS.search(words):
        return None
    if fact.issue == "sanctions" and UNJUST.search(words):
        return _of(fact, "sanctions", "oppose")
    if fact.issue == "sanctions" and EVADED.search(words):
        return _of(fact, "sanctions", "support")
    costly = COSTS.search(words) or (fact.polarity == "oppose" and ATTACKED.match(words))
    if fact.issue == "other" and costly and RUSSIAN.search(words) and "ukrain" in text:
        return _of(fact, "russia_aggression", "oppose")
    return None if fact.issue == "other" and MATTERLESS.match((fact.issue_text or "").lower()) else fact


def _turned(fact: StanceFact, words: str) -> StanceFact:
    """The stance; what is no longer opposed is supported, and who presses China over its own affairs opposes them."""
    if fact.polarity == "oppose" and GIVEN_UP.match(words):
        return msgspec.structs.replace(fact, polarity="support")
    pressed = fact.issue in AT_HOME and PRESSED.match(words)
    return msgspec.structs.replace(fact, polarity="oppose") if pressed else fact


def _of_the_war(fact: StanceFact, words: str, text: str) -> StanceFact | None:
    """A stance on the war in Ukraine, for Ukraine or against what Russia does."""
    if WAR.search(words) and not HARSH.search(words):
        return _of(fact, "ukraine", "support")
    if fact.issue == "russia_aggression":
        if BACKED.match(words):
            return _of(fact, fact.issue, "support")
        if WORRIED.match(words) and not HARSH.search(words):
            return _of(fact, "ukraine", "oppose")
        if fact.polarity == "neutral" and BETWEEN.search(words):
            return _of(fact, "ukraine", "neutral")
        return _of(fact, fact.issue, fact.polarity)
    worried = WORRIED.match(words) is not None or WARNED.match(words) is not None
    opposed = fact.polarity == "oppose" and (fact.toward != "UKR" or RUSSIA_DID.match(words))
    against = opposed or COSTS.search(words)
    attacked = ATTACKED.match(words) is not None and RUSSIAN.search(text) is not None
    if "RUS" in fact.holder:
        return _less_self(fact, words)
    if attacked or GUILTY.match(words) or (RUSSIAN.search(words) and (worried or against)):
        return _of(fact, "russia_aggression", "oppose")
    return _less_self(fact, words)


def _is_none(fact: StanceFact, words: str, before: str) -> bool:
    """Whether its words take no position."""
    deeds = matter_of(fact.issue).deeds
    return bool(
        (fact.polarity == "support" and NOTED.match(words))
        or is_programme(words, before.lower())
        or (fact.issue == "other" and WISHED.match(words))
        or ((deeds or fact.issue == "ukraine") and DOING.match(words))
        or (deeds and PRAISED.match(words))
        or is_intended(fact.issue, words, before)
        or MONEY.match(words)
        or ALLIED.match(words)
        or (fact.issue in ("ukraine", "russia_aggression") and WAKE.match(words))
        or (deeds and (ANNOUNCED.match(words) or CONDOLED.search(words)))
        or HEARD.match(words)
        or (fact.issue == "terrorism" and NOT_SO.search(words))
        or (fact.issue == "other" and any(one.match(words) for one in (SAFE, REPORTED, RAN_ITS)))
        or UNABLE.search(words)
        or ASKED_OVER.match(words)
    )


def _less_self(fact: StanceFact, words: str) -> StanceFact | None:
    """A stance for Ukraine without Ukraine among those who back it, as nobody backs itself; None of it alone."""
    if fact.polarity == "support" and "UKR" in fact.holder and OWN_HOUSE.match(words):
        return None
    if fact.polarity != "support" or "UKR" not in fact.holder or not SELF.match(words):
        return fact
    others = tuple(code for code in fact.holder if code != "UKR")
    return msgspec.structs.replace(fact, holder=others) if others else None


def _of(fact: StanceFact, issue: str, polarity: Polarity) -> StanceFact:
    """The stance on another issue, or from the other side; no position against Russia is taken towards Ukraine."""
    toward = None if (issue, fact.toward) == ("russia_aggression", "UKR") else fact.toward
    return msgspec.structs.replace(
        fact, issue=issue, rule=f"stance.{issue}", polarity=polarity, issue_text=None, toward=toward
    )
