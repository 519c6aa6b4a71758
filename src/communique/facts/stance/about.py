"""A position and the issues that its sentence names → those that it is about, each with its polarity."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from communique.codebook import LETTERS
from communique.codebook.issues import Topic, matter_of
from communique.codebook.stance import Polarity
from communique.facts.stance.asked import REACH, Head
from communique.grammar import Shadow, lazy
from communique.mentions import Page, Sentence

CUTS = lazy(
    r"\b(?:including|through|by|which|who|as part of|in order to|with a view|so that|in light of|in the face of|amid"
    r"|following|since|because|after|before|despite|as it|as they|against|at the|on the sidelines|during|under"
    r"|that addresses"
    r"|in response to|in the context of|in the wake of|in (?:its|their)|in responding to)\b"
)
LISTING = lazy(r"(?:[^\w]|\band\b|\bthe\b|\bor\b|\bother\b)*")
ASIDE = lazy(
    r"\b(?:including(?! (?:its|their)\b)|such as"
    r"|based on|anchored in|grounded in|arising from|resulting from|stemming from|given (?:our|their|its|the)"
    r"|as (?:described|outlined|called for) in|in view of|in (?:a )?ways? that|and how"
    r"|through|rooted in|in light of|in the interests of|as part of|which|(?<!those )who"
    r"|as well as|like"
    r"|beyond|guided by|following|in response to|in the context of|in the wake of|in the face of"
    r"|that address(?:es)?"
    r"|that (?:is|are) (?:vulnerable|exposed|prone|affected)|that (?:reinforce|reflect|draw|buil|rel[yi])\w*)\b"
    r"|\b(?:challenges|issues|threats|areas), from\b"
    r"|\bas (?:the )?[\ue000-\uf8ff] (?:hosts|hosting|assumes|takes over|prepares)\b"
    r"|, an? (?:\w+ )?(?:move|step|decision|plan|gesture|remark|act|deal|case) (?:that|which)\b"
)
LIST = lazy(r",[^,]{8,},[^,]{8,},|,[^,]{50,}, from ")
FRONTED = lazy(
    r"(?:on|regarding|concerning|as (?:for|to)|with (?:regard|respect) to|about)\b[^,;]{1,60}?"
    rf"(?:,| (?=they |both |the two |{LETTERS['group']}|{LETTERS['pronoun']}))"
)
PRETEXT = lazy(r"\b(?:us(?:e|es|ing)|exploit(?:ing|s)?|pretext|excuse|playing|play)\b[^;.]* to $")
HARM = lazy(
    r"\b(?:violat|breach|undermin|harm|threat|infring|encroach|endanger|jeopardi|disregard|damag|impair|erod|erosion"
    r"|attempts? (?:to change|against)|challeng|restrict|contradict|contrary to|counter to)\w*"
    r"|\b(?:attacks?|strikes?|shelling|bombing|bombardment|assaults?|violence|war) (?:on|against|across|in)\b"
)
EFFORT = lazy(r"\b(?:efforts?|role|mediat\w+|contribution|leadership|work)\b")  # praised, whatever they are for
POSITION = lazy(r"\bpositions? on ")
CONDITION = lazy(r"\b(?:if|unless)\b")  # "ready to talk if the invasion ends": not what is spoken against
NAMED_ASIDE = lazy(r"\b(?:including|such as)\b[^,]{0,200}$")
WORK = lazy(  # what two do together in a field, and what else they do by the way of it, is no position on it
    r"\b(?:(?<!international )(?:cooperation|co-operation|partnerships?|coordination|collaborations?|engagement)"
    r"|collaborat(?:e|ing)|their work|our work|work(?:ing)? (?:\w+ly )*(?:together|with))\b"
    r"(?! (?:in|to) (?:promot|strengthen|protect|defend|uphold|advanc|support)\w*)(?!.{0,200},? and (?:to|for|that) )"
    r"|\bby (?:\w+ly )?(?:\w+ and (?:\w+ly )?)?[a-z]{3,}ing\b"
)


def chosen(
    page: Page, head: Head, sentence: Sentence, topics: Sequence[Topic], first: int, last: int, since: int
) -> list[tuple[Topic, Polarity]]:
    """The issues of one position with their polarity: special before general, and none beyond a cut.

    `first`, `last`: its words in the text; `since`: where its object begins in the shadow.
    """
    shadow = sentence.shadow
    inside = [t for t in topics if first <= t.start and t.end <= last + 1] or _fronted(sentence, head, topics)
    picked: list[Topic] = []
    for topic in inside:
        place = shadow.place_of(topic.start)
        if (head.owned and place < head.start) or (
            place < head.start and NAMED_ASIDE.search(shadow.text, head.begins, place)
        ):
            continue  # whose it is, or what is named by the way, is not what it is about
        hailed = topic.issue.welcomed and not EFFORT.search(shadow.text, since, place)
        if head.thanks and not (hailed or POSITION.search(shadow.text, since, place)):
            continue
        if not picked and topic.issue.general and LIST.search(shadow.text, since, place):
            break  # the last of a list of other matters
        if not picked and (place - since > (head.reach or REACH) or ASIDE.search(shadow.text, since, place)):
            break
        field = topic.issue.general or matter_of(topic.issue.code).field
        if not picked and topic.issue.always and CONDITION.search(shadow.text, since, place):
            break
        if not picked and field and WORK.search(shadow.text, since, place):
            break
        if topic.issue.code == "interference" and picked and PRETEXT.search(shadow.text, since, place):
            picked = [topic]  # "use Vesta to interfere in": what is used is not what is opposed
            continue
        if picked and CUTS.search(shadow.text, shadow.place_of(picked[0].end), place):
            break
        picked.append(topic)
    picked = picked or (_fronted(sentence, head, topics) if inside else [])
    special = [t for t in picked if not t.issue.general]
    listed = len(picked) > 1 and special and picked[-1].issue.general and _is_list(shadow.text, shadow, picked)
    kept = picked if listed or not picked else (special or picked[:1])
    if head.denied:  # "refused to call them terrorists" is no support of terrorism
        kept = [t for t in kept if t.issue.always in (None, head.polarity)]
    codes = {t.issue.code for t in kept}
    kept = [t for t in kept if not codes.intersection(t.issue.beside)]
    agreeing = [t for t in kept if t.issue.always in (None, head.polarity)]
    kept = agreeing or kept
    return [(t, polarity_on(page, head, t, first)) for t in kept]


def _fronted(sentence: Sentence, head: Head, topics: Sequence[Topic]) -> list[Topic]:
    """The issue that a sentence opens with, of a position that names none: "On the war, both called for talks"."""
    opening = FRONTED.match(sentence.shadow.text)
    if opening is None or head.thanks or head.clause.start < opening.end():
        return []
    return [t for t in topics if sentence.shadow.place_of(t.start) < opening.end()][:1]


def _is_list(text: str, shadow: Shadow, topics: Sequence[Topic]) -> bool:
    """Whether issues follow each other with no more than commas and a few words between."""
    gaps = [text[shadow.place_of(a.end) : shadow.place_of(b.start)] for a, b in itertools.pairwise(topics)]
    return all(LISTING.fullmatch(gap) for gap in gaps)


def polarity_on(page: Page, head: Head, topic: Topic, first: int) -> Polarity:
    """The side of a position on one of its issues."""
    if head.polarity == "neutral":
        return "neutral"
    if topic.issue.always:
        return topic.issue.always
    matter = matter_of(topic.issue.code)
    harmed = head.polarity == "oppose" and not matter.harmless and HARM.search(page.clean, first, topic.start)
    worries = head.worries and not matter.strife
    if topic.issue.good and (head.fights or worries or harmed):
        return "support"
    if topic.issue.flips and (head.polarity == "support" or topic.issue.code == "sanctions"):
        words = "|".join(map(re.escape, topic.issue.flips))
        before, after = page.clean[first : topic.start].lower(), page.clean[topic.end : topic.end + 60].lower()
        ends = re.match(
            rf"(?:[^\w,;.]+\w+){{0,4}}?[^\w,;.]+(?:(?:to|be|been|must|should|is|are) )*(?:\w+ly )?(?:{words})\b", after
        )
        if ends and topic.issue.code == "sanctions":
            return "oppose"  # that they must end: both "must be lifted" and "must end"
        if ends or re.search(rf"\b(?:{words})\b", before):
            return "oppose" if head.polarity == "support" else "support"
    return head.polarity
