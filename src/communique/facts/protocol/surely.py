"""A match in doubtful words → whether they leave it open that what it tells took place or will."""

from __future__ import annotations

from communique.grammar import Match, lazy

UNSURE = lazy(  # "discussed trade over lunch", "called on the mayor and laid a wreath", "were to dine" are sure
    r"\b(?:if|whether|unless|could|might|may|should|would have|hop(?:e[ds]?|ing)|want(?:s|ed|ing)?|wish\w*"
    r"|would like|love to|seek\w*|sought|request\w*|propos\w+|speculat\w+|rumou?r\w*|demand\w*|refus\w+"
    r"|possib\w+|must|ought|opportunity to|chance to|eager to|prepared to|ready to|willing to"
    r"|urg(?:es?|ed|ing))\b[^;:.]{0,60}$"
)


def is_unsure(match: Match) -> bool:
    """Whether it is wished, proposed or on a condition: not "discussed", "called on" or "were to" before it."""
    return UNSURE.search(match.shadow.text, 0, match.end) is not None
