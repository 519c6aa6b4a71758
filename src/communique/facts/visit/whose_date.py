"""A date beside a telling → whether it is of another act or visit than the one told, or the visit's last day."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence

OTHER_DATE = lazy(
    r"\b(?:announced|said|told|spoke|agreed|reported|wrote|added|confirmed|according to|who(?:m|se)?)\b[^;]*$"
)  # of another act, with a date of its own
RELATIVE = lazy(
    r"\b(?:who|which|whose|that|where (?:\S+ )?(?:will|would|is to|are to))\b"
    r"(?! (?:began|started|begins|starts|kicked off|opened|runs|ran|spans|takes place|took place"
    r"|will (?:run|begin|start|take place|end))\b)"
    r"(?! (?:is|was|were|are|had been|has been) (?:originally |initially )?"
    r"(?:planned|scheduled|due|set|to (?:begin|start|take place)|expected|slated))"
)  # a date in a clause of its own: "who died there in 1918"
THAT_BEGAN = lazy(r",? (?:which|that) (?:began|started|begins|starts|kicked off|opened|opens|runs|ran)\b[^;,]*$")
FAR = 30  # letters between the end of a telling and "which began", from which on something else did
SINCE = lazy(r"\bsince\b[^;]*$|\bafter $")
ASIDE = lazy(r"(?:^|, |\()[^,(]*\b(?:who|which|whose|that)\b[^,(]*$")  # "Penn, who was elected in July, met"
SAID_THAT = lazy(  # "it is reported that on Friday Penn will visit Vesta": the visit's own day
    r"\b(?:says?|said|reported|announced|stated|noted|confirmed|expected|added|recalled|informed) that,?"
    r" (?:(?:on|in|from|early|late) )*(?:the )?$"
)
OPENED = lazy(r", (?:\w+ )?\w{3,}ed (?:in |on |since )?$")  # "the school, opened last year, …": of the noun before it
LAST_ONE = lazy(  # "his fourth trip there; the last one was in July"
    r"\b(?:last|previous|only other|most recent|preceding) (?:one|time|such \w+|visit|trip)\b[^;]*$"
    r"|\b(?:after|following) (?:(?:the|an?|his|her|their) )?(?:(?:earlier|previous|first|official) )?ones?\b[^;]*$"
    r"|, as (?:\w+ ){0,3}\S (?:had|did|has|had done|has done) [^;]*$"
)
ENDS_ON = lazy(r"\b(?:end(?:s|ed)?|conclud(?:es?|ed)|wrap(?:s|ped)? up|finish(?:es|ed)) (?:on |late |early )?$")
UNTIL = lazy(r"\b(?:until|till|through|thru)(?: the)? $")  # "will stay until Friday": its last day
ENDED_IT = lazy(
    r"^\S (?:\w+ )?(?:conclud(?:es|ed)|end(?:s|ed)|wrap(?:s|ped) up|finish(?:es|ed))"
    r" (?:(?:an?|the|his|her|their)\b|[^\w\s])"
)
OF_A_TOUR = lazy(r"\b(?:tour|trip|swing|journey) (?:that|which) (?:began|started|kicked off|opened)\b[^;]*$")
NEXT_OPENS = lazy(r"(?:;|,? (?:and|but|while|then)) (?:(?:in|on|by|during|early in|late in|last) )?(?:the )?$")
HE_WENT = lazy(  # behind a date: "went to Vesta in May, and in June he visited Moor"
    rf",? (?:the )?[{LETTERS['person']}{LETTERS['pronoun']}{LETTERS['group']}] (?:\w+ )?"
    r"(?:will|would|had|has|is|was|met|held|came|went|flew|paid|made|\w{3,}ed)\b"
)
SO_LONG_AFTER = lazy(
    r"\b(?:days?|weeks?|months?|years?) (?:after|before|into) [^;]*$"
)  # "a month after he took office in May"
FOLLOWS = lazy(
    r"\b(?:after|following) (?:an?|his|her|their) [^,;]{0,40}$"
)  # "will land on Sunday following a visit to"
FROM_WHERE = lazy(rf"\bfrom (?:the )?[{LETTERS['city']}{LETTERS['country']}],? where\b")
MARKS = lazy(r"\banniversary of\b")  # "today marks 30 years since …": a day on which a visit is remembered
REMEMBERED = lazy(r"\banniversary of [^,;]*$")  # "comes for the tenth anniversary of the quake in 1999"
AFTER_TRIP = lazy(  # "after a tense trip to Vesta in May, his visit to Moor is …"
    r"(?:^|\W)(?:after|following|since|before)"
    r" (?:(?:an?|his|her|their|the) [^,;]{0,60}\b(?:trip|visit|tour)\b|[a-z]{2,}ing\b)[^,;]*$"
)
CLAUSE = lazy(  # "Penn accepted an invitation to Vesta, and his minister Moor will be there in October"
    r";|(?: [-–—] |,? (?:and|while|but|whereas|as|after|since|before) )"
    rf"(?:(?:the|his|her|its|their|[{LETTERS['pronoun']}]) )?"
    rf"(?:[\w-]+ ){{0,2}}?[{LETTERS['person']}{LETTERS['pronoun']}{LETTERS['group']}] (?:[\w-]+ ){{0,2}}?"
    r"(?:will|would|had|has|have|is|was|were|are|said|met|held|\w{3,}ed|\w{2,}s)\b"
)
NEXT_CLAUSE = lazy(  # "Penn came to Vesta in May, Moor followed in June"
    rf", (?:the )?{LETTERS['person']} (?:will|would|had|has|is|was|met|held|came|went|\w{{3,}}ed)\b"
)
AHEAD_OF = lazy(  # "the trip comes ahead of an election in July"
    r"\b(?:ahead of|before|after|following|prior to|since) (?:(?:an?|the|its|his|her|their|last|this|next|\S+['’]s)"
    r" (?:[\w'’-]+ ){0,3})?"
    r"(?:elections?|vote|polls?|ballot|referendum|war|invasion|attacks?|strikes?|coups?|protests?|riots?|clashes|floods?|murder|killings?|summit|congress|funeral|death"
    r"|inauguration|handover|ceasefire|truce|deal|agreement|treaty|independence|separation|break-?up|collapse|revolution"
    r"|uprising|accession|earthquake|pandemic)(?: (?:from|of) \S+)?(?: (?:in|on|of))? $"
)
AFTER_DOING = lazy(
    r"\b(?:after|before|upon) (?!arriving|landing|touching|reaching|departing|leaving|flying)[a-z]{2,}ing\b[^;]*$"
)
DESPITE = lazy(r"\b(?:despite|although|though|in spite of)\b[^;]*$")  # "came again, though elected in May"
BEFORE_WHAT = lazy(  # between a date and a telling: "flew home on Friday after his visit", "said on Friday that Penn …"
    r"(?: (?:morning|afternoon|evening|night))?,? (?:after|following|before|ahead of|prior to|about|upon) "
    r"(?:the |an? )?(?:[\w-]+ )?$"
)
SAID_THEN = lazy(  # "last month the minister said that Penn would soon visit": a day of saying
    r"\b(?:said|says|told|announced|confirmed|revealed|reported|wrote|tweeted|stated"
    r"|discuss(?:ed)?|reviewed|briefed)\b(?!,)[^,;]*$"
)
SAID_ON = lazy(  # "said on Friday, meaning Penn's trip": the day of saying
    r"\b(?:said|says|announced|confirmed|reported|revealed)(?: in an? \w+)? (?:on |late |early |late on |early on )?$"
)
THAT = lazy(r"[ ,]that (?:the )?$")  # "told us on Friday, before the vote, that Penn would go to Vesta"
IT_WAS = lazy(r"\bit (?:is|was) (?:only )?(?:in |on )?(?:the )?$")  # "it was in May that Penn came to Vesta"
AND_THEN = lazy(r",? (?:and|then|and then) (?:then )?(?:the )?$")  # "to Vesta in May and then he will visit Moor"
SOMEBODY = lazy(rf"[{LETTERS['person']}{LETTERS['pronoun']}{LETTERS['group']}]")
CAUSE = lazy(  # "a state visit, after the two nations upgraded their relations in September": of what came before
    r"\b(?:after|before|since|because|once) (?:(?!his|her|their|the visit|the trip|arriv)[\w'’\ue000-\uf8ff-]+ ){1,5}?"
    r"(?!arrived|landed|visited)(?:\w{3,}ed|had|took|won|met|became|began|broke|fell|made|held|was|were) [^;]*$"
)
BEHIND_DASH = lazy(  # "was received in Vesta - on the ground on which a treaty was signed 60 years ago"
    r" [-–—] (?!.* [-–—] )[^;]*\b(?:was|were|had|has|have)\b[^;]*$"
)
ASKED_WHEN = lazy(  # "invited him when they met in May": the day of asking
    r"(?:^|\W)(?:(?:when|while|during|as) (?:an?|the|his|her|their|they|he|she|\S) "
    r"|(?:in|at) (?:an?|his|her|their) (?:\S+ )?(?:call|meeting|talks|letter|conversation|summit)\b)"
)
WHEN = lazy(r",? when (?:the )?")
SINCE_DAY = lazy(  # "has been in Vesta since Monday": its first day
    r"\b(?:be|been|is|are|was|stays?|staying|remains?) (?:\w+ )?(?:in (?:the )?\S|here|there) since $"
)


def is_last(match: Match, at: int, after: bool) -> bool:
    """Whether a date is the visit's last day: "a visit that ended on Tuesday", "on Friday concluded his visit"."""
    text = match.shadow.text
    if UNTIL.search(text, 0, at):
        return True
    if after or "whose" in match.rule.gives:
        return ENDS_ON.search(text, max(0, at - 30), at) is not None or (
            not after and ENDED_IT.match(text[at : match.head]) is not None
        )
    return False


# Between a visit and a date behind it: that of something else.
TURNS = (RELATIVE, LAST_ONE, CLAUSE, AHEAD_OF, AFTER_DOING, DESPITE, CAUSE, BEHIND_DASH, SO_LONG_AFTER, OF_A_TOUR)


def is_of_another(page: Page, item: Item, match: Match, sentence: Sentence, *, after: bool) -> bool:
    """Whether a date is not the visit's own: that of an announcement, or of the visit it is compared with."""
    text, at = sentence.shadow.text, sentence.shadow.place_of(item.start)
    if item.start < page.dated[1]:
        return True
    if not after and WHEN.fullmatch(text, at + 1, match.start):
        return False  # "since 2013, when Penn visited Vesta"
    if SINCE.search(text, match.start if after else 0, at) and not begins_stay(match, at):
        return True
    if "same" in item.value.quote and text.startswith(" as ", at + 1):
        return True  # "on the same day as the visit"
    if not after:
        return _of_clause_before(text, at, match.start) or _of_noun_before(text, at, match.head)
    opened = THAT_BEGAN.search(text, match.end, at)
    if opened is not None and opened.start() - match.end > FAR:
        return True  # "a meeting ahead of the games, which opened on Saturday"
    return (
        OTHER_DATE.search(text, match.head, at) is not None
        or (item.value.year is not None and REMEMBERED.search(text, match.head, at) is not None)
        or any(turn.search(text, match.end, at) for turn in TURNS)
        or (NEXT_CLAUSE.search(text, match.end, at) is not None and "whose" not in match.rule.gives)
        or (HE_WENT.match(text, at + 1) is not None and NEXT_OPENS.search(text, match.end, at) is not None)
    )


def _of_clause_before(text: str, at: int, start: int) -> bool:
    """Whether a date before a match belongs to another act that is told before it."""
    if at >= start:
        return False
    between = text[at + 1 : start]
    if BEFORE_WHAT.fullmatch(between) or SAID_THEN.search(between):
        return True
    if THAT.search(between) and not IT_WAS.search(text, 0, at):
        return True
    return AND_THEN.fullmatch(between) is not None and SOMEBODY.search(text, 0, at) is not None


def _of_noun_before(text: str, at: int, head: int) -> bool:
    """Whether a date before the head belongs to what stands before it: "Penn, who was elected in July, visited"."""
    if MARKS.search(text, at, head) or FOLLOWS.search(text, at, head) or SAID_ON.search(text, 0, at):
        return True
    if AFTER_TRIP.search(text, 0, at) and "," in text[at:head]:
        return True
    if ASIDE.search(text, 0, at) and any(c in text[at:head] for c in ",)") and not SAID_THAT.search(text, 0, at):
        return True
    if text.startswith((" where ", ", where "), at + 1):
        return True  # "came home on Friday, where he had been"
    if FROM_WHERE.search(text, at, head):
        return True  # "came home on Friday from Vesta, where he had paid a visit"
    return text.startswith(",", at + 1) and OPENED.search(text, 0, at) is not None


def begins_stay(match: Match, at: int) -> bool:
    """Whether a date behind "since" is the first day of a visit: "has been in Vesta since Monday"."""
    text = match.shadow.text
    held = match.start < at < match.end and match.rule.gives.get("leg") == "stay"  # "makes since Monday a visit"
    return text.endswith("since ", 0, at) and (held or SINCE_DAY.search(text, match.start, at) is not None)
