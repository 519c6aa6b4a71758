"""Turns the words around a document's noun into where its name begins and ends."""

from __future__ import annotations

import re

from communique.grammar import lazy

NOT_IN_NAME = frozenset([
    "of", "on", "in", "to", "for", "with", "by", "at", "from", "into", "and", "or", "that", "which", "under",
    "signed", "sign", "signing", "inked", "concluded", "adopted", "issued", "released", "after", "during", "as",
    "is", "are", "was", "were", "be", "been", "has", "have", "will", "would", "also", "both", "through", "between",
    "towards", "toward", "about", "over", "against", "than", "include", "includes", "including", "reached", "reach",
    "announced", "announce", "welcomed", "welcome", "conclude", "initial", "initialled", "exchanged", "negotiate",
    "negotiating", "finalize", "finalise", "implement", "implementation", "extend", "extended", "renew", "renewed",
    "a", "an", "the", "its", "their", "our", "his", "her", "this", "these", "launch", "launched", "says", "said",
    "new", "it", "they", "we", "reaffirmed", "published", "approved", "endorsed", "unveiled", "produced", "yielded",
    "struck", "brought", "subscribed", "ordered", "closed", "renewing", "wants", "want", "launching", "starting",
    "saw", "see", "witness", "witnessed", "had", "made", "make", "gave", "got", "took", "came", "went", "brings",
    "concluding", "finalizing", "finalising", "extending", "completing", "opening", "expediting", "resuming",
    "detailing", "containing", "listing", "announcing", "envisaging", "foreseeing", "describing", "pledging",
    "promising", "outlining",
])  # fmt: skip
SAYS = (  # what those who made a document go on to do, behind its name
    r"(?:(?:re)?affirm|reiterat|underscor|underlin|emphasi[sz]|stress|express|acknowledg|recogni[sz]|condemn|applaud"
    r"|commend|encourag|intend|decid|pledg|vow|welcom|prais|confirm|discuss|explor|not(?:e[sd]?|ing)\b|urg"
    r"|look(?:s|ed|ing)? forward|call(?:s|ed|ing)? (?:on|for|upon)|agree[ds]?\b(?! minutes)|commit(?:s|ted)?\b"
    r"|remain(?:s|ed)?\b|support(?:s|ed)?(?= (?:the|an?|its|their|our|all|each|efforts)\b)"
    r"|will|would|shall|can|could|should|must|has|have|had|is|are|was|were|said|says|told)\w*"
)
WHO = (  # of a new clause
    r"(?:we|they|he|she|it|i|both|the (?:two|leaders|presidents|(?:prime )?ministers|sides|parties|countries)"
    r"|(?:the )?(?:president|prime minister|premier|chancellor|secretary|(?:foreign )?minister|king|emir|united states"
    r"|government)(?: [\w.'’-]+){0,3}? (?=" + SAYS + r"))"
)
NAME_END = lazy(
    rf",? (?:and|but|as|while|because|so) {WHO}\b|,? and (?:also |further |\w+ly )?{SAYS}\b"
    r"| (?:both|the two|our|their|the|we|they) (?:[\w-]+ ){0,2}?(?:have |has |had )?(?:also |just |recently )?"
    r"(?:signed|concluded|reached|initiall?ed|inked)\b"
    r"|, (?:with (?:an? |the )?(?:new|further|more|additional|total|focus|view|aim|goal)|for (?:example|the first)"
    r"|in (?:support|line|order|accordance|addition|particular|the presence)|designed|intended|meant|expected|based"
    r"|in (?:a|what)|to [a-z]+)\b| (?:under|outlining|highlighting|detailing|in (?:its|their) entirety|in full)\b"
    r"| (?:took place|followed|crowned|marked|capped|topped|changed? hands|yesterday)\b"
    r"| on (?:january|february|march|april|may|june|july|august|september|october|november|december) \d"
    r"| on \d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"| this weekend| by (?:20\d\d|the (?:year|end|middle)|early|late|mid)\b|"
    r", \w+ed (?:the|an?|their)\b|"
    r", and (?:promote|advance|expand|develop|encourage|carry|build|strengthen|deepen|support|continue)\b|"
    r", (?:it|he|she|they|both|we|the (?:two|leaders|presidents|ministers|sides|parties))\b|"
    r", (?:underscoring|highlighting|including|continuing|delivering|outlining|backed|using|aimed|providing|giving"
    r"|allowing|enabling|setting|paving|reflecting|known)\b"
    r"| and the (?:importance|need|urgency|necessity)\b"
    r"| and (?:consider|continue|discuss|explore|express|call|reaffirm|agree)\b"
    r"|,[\"”]|, an? (?=[a-z])|,? (?:between|among) (?:them|which|these)\b|[;:!?]"
    r"|(?<!\b[a-z]\.[a-z])\.(?=\s|$)|—|–|, (?:which|who|where|and (?:\w+ly |also |will "
    r"|to )?\w+ed\b|as well as|with which|along with|while|but|said|among)|\b(?:while|which|that"
    r"|where|when|who|but|after|before|during|worth|and (?:will|to|also|agreed|\w+ed))\b"
    r"| (?:was|were|is|are|has|have|had|will|would|can|could|shall|should|must|might|may(?! \d)|as|if|applies"
    r"|confirms?|represents?|establishes|enhances|builds|serves|exemplifies"
    r"|bringing|launched|issued (?:by|in|on|at|after|following)|signed (?:by|in|on|at|between)|includes?|included"
    r"|and (?:their|its)|covers?|provides?|remains?|reflects?|in (?:january|february"
    r"|march|april|may|june|july|august|september|october|november|december|\d{4})|on (?:monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)|at (?:the|an early)|by the end"
    r"|in (?:the )?(?:spring|summer|autumn|winter)"
    r"|as soon as|within (?:the next|\w+ (?:days|weeks|months|years))"
    r"|next (?:week|month|year)|later (?:this|in)|this (?:year|month|week)|ahead of"
    r"|into (?:force|effect)|on the sidelines)\b"
)


PURPOSE = lazy(  # what a document is for, behind what it is about or whose it is
    r"(?P<name>.*?\b(?:on|for|between|with|in)\b.*?),? (?:in order )?to (?:\w+ly )?(?:continue|help|ensure|support"
    r"|promote|enhance|strengthen|deepen|expand|boost|improve|increase|advance|facilitate|address|accelerate"
    r"|encourage|enable|allow|foster|manage|create|bring|provide|protect|build|develop|reduce|further|achieve"
    r"|secure|combat|counter|prevent|raise|establish)\b.*"
)
ASIDE = lazy(
    r"(?P<name>.*?)(?:, (?:adopted|signed|issued|concluded)\b|(?<=[Tt]reaty) in the\b"
    r"| (?:between|released|issued|published)$"
    r"|,? (?:expected|aimed|aiming|designed|intended|meant|committing|seeking) (?:to|at|for|them)\b).*"
)
BULLETS = lazy(r"[-&.•–]+")
NUMBERED = lazy(
    r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|several|many|some|other|more) "
)
JOINED = lazy(  # "a licence, tax and services agreement": what stands before the last word of such a name
    rf"\b(?:an?|the|its|their|our|another)(?: (?!(?:{'|'.join(sorted(NOT_IN_NAME))})\b)[\w’'.&/-]+,?){{1,6}}"
    r" (?:and|&) $"
)
PROPER = lazy(  # "the Norland-Vesta Trade in Goods Agreement"
    r"\b(?:an?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)(?: (?:(?:in|of|for|and) )?[A-Z][\w’'.&/-]*,?){1,6}"
    r" (?:in|of|for) [A-Z]$"
)
ADJECTIVES = lazy(r"\b(?:an?|the|its|their) [\"“][^\"“”]{3,100}[\"”] (?:(?!(?:and|of|on|to)\b)[\w-]+ ){0,5}$")  # quoted
MONEY = ("$", "€", "£", "¥")
FAR = 130  # characters before a noun in which its name begins


def name_start(low: str, start: int, at: int, clean: str) -> int:
    """Where a document's name begins: its adjectives and article before the noun, whole lists of them included."""
    since = max(start, at - FAR)
    left = _words_before(low, start, at)
    apart = low.startswith(("a ", "an ", "the "), left) or NUMBERED.match(low, left)
    begins = ADJECTIVES.search(low[since:at]) or (None if apart else JOINED.search(low[since:left]))
    if begins is None and left < at:
        begins = PROPER.search(clean[since : left + 1])
    if begins:
        return since + begins.start()
    return left - 1 if left > start and low[left - 1] in MONEY else left


def _words_before(low: str, start: int, at: int) -> int:
    """Where the unbroken words before a noun begin, back to their article."""
    words = [(m.start(), m[0]) for m in re.finditer(r"\w[\w’'.&/-]*", low[max(start, at - 90) : at])]
    base, left = max(start, at - 90), at
    for offset, word in reversed(words[-7:]):
        gap = low[base + offset + len(word) : left]
        if (
            gap.strip(' "“”')
            or BULLETS.fullmatch(word)
            or (word in NOT_IN_NAME and word not in ("a", "an", "the", "new", "its", "their", "our"))
        ):
            break
        left = base + offset
        if word in ("a", "an", "the", "its", "their", "our"):
            break
    return left


def title_of(words: str) -> str:
    """The name of a document as a title: without what it is for, who gave it out, where it holds."""
    for pattern in (ASIDE, PURPOSE):
        hit = pattern.fullmatch(words)
        words = hit["name"] if hit else words
    return words
