"""A match of a meeting rule → the format of the meeting: by its words, else by the sides that met."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import LETTERS
from communique.codebook.adjuncts import load_adjuncts
from communique.facts.meeting.one_meeting import Told
from communique.grammar import Match, lazy
from communique.records import VisitFact

ALONE = lazy(
    r"one-on-one|one on one|t[êe]te-[àa]-t[êe]te|\balone\b|privately|in private"
    r"|private conversation"
)
WIDE = lazy(r"\b(?:expanded|enlarged|extended)\b|delegation.level|\bdelegations?\b|\bplenary\b")
CALL = lazy(r"\bcalls?\b(?! (?:up)?on\b)|\bvirtual|\bphone\b|\btelephone\b|\bvideo|teleconference")
IN_PERSON = lazy(r"\bin person\b|\bface to face\b|face-to-face")
NEXT = lazy(r"\b(?:followed by|before|after which|then|and later|prior to)\b")  # what comes after is another meeting
RINGS = ("phone", "telephone", "ring", "rang")
SPEAKS = ("speak", "spoke", "speaks", "speaking", "spoken")  # with somebody, no place named: by telephone
AT_EVENT = lazy(rf"\b(?:at|during) (?:the |an? )?(?:[\w-]+ ){{0,2}}{LETTERS['event']}")  # who spoke there was there
OF_WORDS = lazy(r"\b(?:exchange of views|(?<!round of )discussions?|conversations?)\b")
ONLY_SPOKEN = lazy(r"sp(?:eak|oke)|convers|discuss|exchang|t(?:ell|old)|sa(?:y|id)|agre|phon|talked|talks? ")


def format_of(match: Match, countries: Sequence[str]) -> str | None:
    """What its words say of it: a call, on the sidelines, of many, alone, with ministers; None where they do not."""
    given = match.rule.gives.get("format")
    if given:
        return given
    text = match.shadow.text
    clause = text[match.start : match.end] + NEXT.split(text[match.end : match.end + 50])[0]
    beside = {found.field for found in load_adjuncts().read(text) if not found.denied}
    placed = any(item.type in ("city", "venue") for item in match.shadow.items_in(match.start, match.end + 40))
    placed = placed or AT_EVENT.search(text, match.head, match.end + 60) is not None
    if match.head_text.startswith(RINGS):
        return "call"
    if IN_PERSON.search(text) or ALONE.search(clause):
        pass
    elif CALL.search(clause) or ("distance" in beside and not placed) or (match.head_text in SPEAKS and not placed):
        return "call"
    if "sidelines" in beside:
        return "sidelines"
    if len(countries) > 2:
        return "multilateral"
    if ALONE.search(clause):
        return "one_on_one"
    if WIDE.search(clause):
        return "expanded"
    return "bilateral" if "bilateral" in clause else None


def is_only_spoken(match: Match) -> bool:
    """Whether its words leave open that those who spoke were together: "Penn had a conversation with Moor"."""
    said = ONLY_SPOKEN.match(match.head_text) or OF_WORDS.search(match.shadow.text, match.start, match.end)
    return said is not None


def of_two_sides(group: Sequence[Told], visit: VisitFact | None) -> str | None:
    """`bilateral` of people of two countries who were together."""
    together = visit is not None or any(not told.spoken for told in group)
    return "bilateral" if together and len(group[0].countries) == 2 else None
