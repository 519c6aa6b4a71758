"""A stance in a matter on which all agree → whether its words tell what will be done, and take no side."""

from __future__ import annotations

from communique.codebook.issues import matter_of
from communique.grammar import lazy

WILL = lazy(
    r"\b(?:will|shall|intends? to|plans? to|seeks? to)"
    r"(?: (?:also|further|together|jointly|each|both|\w+ly|continue to))* $"
    r"|\bwill [^.;]{3,160}, and (?:work together|cooperate|collaborate) to $"
)
DO = lazy(
    r"(?:pursu|champion|harness|work(?! (?:closely |together |jointly )*(?:towards?|for)\b)|phase|promot|increas"
    r"|strengthen|expand|support|focus|redoubl|advanc|address|tackl"
    r"|improv|accelerat|invest|help|combat|counter|maintain|build|end)\w*\b"
    r"|continu\w+ (?:to )?(?:\w+ly )?(?:work|pursu|address|advanc|promot|coordinat|support)\w*"
)
WILL_DO = lazy(r"(?:will|shall) (?!not |never |oppose|reject|defend|uphold|resist|stand|respect|condemn|recogni)")
LISTED = lazy(r"(?:,|\band|\bwhile) (?:\w+ly )?$")  # one of several: "to cooperate on trade, promoting democracy"
DOING = lazy(
    r"(?:support|strengthen|promot|uphold|protect|advanc|defend|preserv|address|tackl|bolster|build|pursu|combat"
    r"|combatt|counter|revitali[sz])ing\b"
)
RESOLVED = lazy(
    r"\b(?:commit\w*|dedicat\w+|resol\w+|pledg\w+|importance|need|stand\w*) (?:to|of|for|in) (?:[\w-]+ and )?"
    r"[a-z]+ing\b(?!.*\b(?:challenges|priorities|goals|cooperation)\b)"
)


def is_intended(issue: str, words: str, before: str) -> bool:
    """Whether words, in lower case, tell what will be done or is done beside other things; `before`: up to them."""
    if not matter_of(issue).agreed:
        return False
    if WILL_DO.match(words) or (DO.match(words) and WILL.search(before)):
        return True
    return DOING.match(words) is not None and LISTED.search(before) is not None and RESOLVED.search(before) is None
