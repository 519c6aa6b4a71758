"""A date beside a telling → whether it is of another act or visit than the one told, or the visit's last day."""

from __future__ import annotations

from communique.grammar import Item, Match, lazy
from communique.mentions import Page, Sentence

OTHER_DATE = lazy(
    r"\b(?:announced|said|told|spoke|agreed|reported|wrote|added|confirmed|who(?:m|se)?)\b[^;]*$"
)  # of another act, with a date of its own
RELATIVE = lazy(
    r"\b(?:who|which|whose|that|where (?:\S+ )?(?:will|would|is to|are to))\b"
    r"(?! (?:began|started|begins|starts|kicked off|opened)\b)"
    r"(?! (?:is|was|were|are|had been|has been) (?:originally |initially )?"
    r"(?:planned|scheduled|due|set|to (?:begin|start|take place)|expected|slated))"
)  # a date in a clause of its own: "who died there in 1918"
SINCE = lazy(r"\bsince\b[^;]*$|\bafter $")
ASIDE = lazy(r"(?:^|, |\()[^,(]*\b(?:who|which|whose|that)\b[^,(]*$")  # "Penn, who was elected in July, met"
OPENED = lazy(r", (?:\w+ )?\w{3,}ed (?:in |on |since )?$")  # "the school, opened last year, …": of the noun before it
LAST_ONE = lazy(  # "his fourth trip there; the last one was in July"
    r"\b(?:last|previous|only other|most recent|preceding) (?:one|time|such \w+|visit|trip)\b[^;]*$"
)
ENDS_ON = lazy(r"\b(?:end(?:s|ed)?|conclud(?:es?|ed)|wrap(?:s|ped)? up|finish(?:es|ed)) (?:on |late |early )?$")
UNTIL = lazy(r"\b(?:until|till)(?: the)? $")  # "will stay until Friday": its last day
ENDED_IT = lazy(
    r"^\S (?:\w+ )?(?:conclud(?:es|ed)|end(?:s|ed)|wrap(?:s|ped) up|finish(?:es|ed))"
    r" (?:(?:an?|the|his|her|their)\b|[^\w\s])"
)
AFTER_TRIP = lazy(  # "after a tense trip to Vesta in May, his visit to Moor is …"
    r"(?:^|\W)(?:after|following|since|before) (?:an?|his|her|their|the) [^,;]{0,60}\b(?:trip|visit|tour)\b[^,;]*$"
)


def is_last(match: Match, at: int, after: bool) -> bool:
    """Whether a date is the visit's last day: "a visit that ended on Tuesday", "on Friday concluded his visit"."""
    text = match.shadow.text
    if UNTIL.search(text, 0, at):
        return True
    if after or match.rule.id.startswith("visit.possessive"):
        return ENDS_ON.search(text, max(0, at - 30), at) is not None or (
            not after and ENDED_IT.match(text[at : match.head]) is not None
        )
    return False


def is_of_another(page: Page, item: Item, match: Match, sentence: Sentence, *, after: bool) -> bool:
    """Whether a date is not the visit's own: that of an announcement, or of the visit it is compared with."""
    text, at = sentence.shadow.text, sentence.shadow.place_of(item.start)
    if item.start < page.dated[1]:
        return True
    if SINCE.search(text, match.start if after else 0, at):
        return True
    if "same" in item.value.quote and text.startswith(" as ", at + 1):
        return True  # "on the same day as the visit"
    if not after and AFTER_TRIP.search(text, 0, at) and "," in text[at : match.head]:
        return True
    if not after and ASIDE.search(text, 0, at) and any(c in text[at : match.head] for c in ",)"):
        return True
    if not after and text.startswith((" where ", ", where "), at + 1):
        return True  # "came home on Friday from Vesta, where he had paid a visit"
    if not after and text.startswith(",", at + 1) and OPENED.search(text, 0, at):
        return True
    return after and (
        OTHER_DATE.search(text, match.head, at) is not None
        or RELATIVE.search(text, match.end, at) is not None
        or LAST_ONE.search(text, match.end, at) is not None
    )
