"""A match of a courtesy → whether its words say that it was so, that it was not, or leave it open."""

from __future__ import annotations

from collections.abc import Mapping

from communique.codebook import LETTERS, Codebook
from communique.grammar import Match, lazy

UNSURE = lazy(  # "discussed trade over lunch", "called on the mayor and laid a wreath", "were to dine" are sure
    r"\b(?:if|whether|unless|could|might|may|should|would have|hop(?:e[ds]?|ing)|want(?:s|ed|ing)?|wish\w*"
    r"|would like|love to|seek\w*|sought|request\w*|propos\w+|speculat\w+|rumou?r\w*|demand\w*|refus\w+"
    r"|possib\w+|must|ought|opportunity to|chance to|eager to|prepared to|ready to|willing to"
    r"|urg(?:es?|ed|ing))\b[^;:.]{0,60}$"
)
DENIED = lazy(r"(?<!\w)(?:no|not|never|without|neither|nor|nobody|no one)(?!\w)|n't")
PUT_IN = lazy(  # what says nothing of the courtesy: a clause put in, or who was not there when two spoke alone
    r", (?:who|which|whose)\b[^,]*,"
    r"| without (?:aides|advisers|ministers|officials|note-takers|witnesses|staff|questions)"
)
NO_DENIAL = lazy(  # "this was not the first banquet", "no more than five got a banquet" say that there was one
    r"\b(?:not|n't|nor|hardly|scarcely) (?:\w+ ){0,2}?(?:the|his|her|their|an?) (?:\w+ )?"
    r"(?:first|only|last|sole|second|third|lone)\b[^,;]{0,60}$"
    r"|\b(?:no|not) (?:more|fewer|less) than\b[^,;]{0,60}$|\bby none (?:but|other|less)\b[^,;]{0,60}$"
)
NOT_SINCE = lazy(
    r"\b(?:not since|never (?:before|since)|no [\w' -]{1,40} (?:had|has) (?:ever )?(?:before )?)[^;]{0,80}$"
)
LACKING = lazy(
    r"\b(?:absence|lack|want|cancellation|omission) of (?:an?|the|any|all)? ?(?:\w+ )?$|\breplaced (?:an?|the) $"
)
THERE = LETTERS["there"]
WAS_NONE = lazy(  # "a banquet had been rumoured; there was none", "a ceremony there was not"
    r" (?:(?:that |which )?(?:had been|was) (?:\w+ )?(?:rumou?red|expected|planned|announced)[;,:]? (?:but )?)?"
    rf"(?:{THERE} (?:was|were) (?:not|none)|none (?:came|took place|was held|followed))\b"
    r"|(?:, (?:where|which) [^,;.]{1,60},)? (?:was|were) (?:then )?(?:struck )?off\b"
)


def reported(match: Match, codebook: Codebook) -> str | None:
    """Whether the words say that it was so, that it was not, or neither."""
    text = match.shadow.text
    if LACKING.search(text, 0, match.start) or WAS_NONE.match(text, match.end):
        return "no"
    effects: Mapping[str, object] = codebook.scope.read(match.shadow, match.head, match.end)
    words = PUT_IN.sub(",", text[match.start : match.end])
    if not effects.keys().isdisjoint(("negated", "cancelled", "absent")) or DENIED.search(words):
        return None if NOT_SINCE.search(text, 0, match.end) else "yes" if NO_DENIAL.search(text, 0, match.end) else "no"
    unsure = "conditional" in effects or "wished" in effects
    return None if unsure and is_unsure(match) else "yes"


def is_unsure(match: Match) -> bool:
    """Whether it is wished, proposed or on a condition: not "discussed", "called on" or "were to" before it."""
    return UNSURE.search(match.shadow.text, 0, match.end) is not None
