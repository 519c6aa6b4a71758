"""What stands before names → whether they hang on it, and are no subject: "for the people of Asta, hailed"."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.grammar import lazy

OF_SIDE = lazy(
    r"\b(?:governments?|sides?|peoples?|leaders?|republic|kingdom|presidents?|ministers?|behalf|state"
    r"|parties|representatives?|delegations?|embassy|ambassadors?|leadership|foreign ministry) of (?:the )?$"
)
AFTER_PREPOSITION = lazy(
    r"\b(?:of|with|to|for|by|on|in|from|between|among|against|towards?|about|at|into|over|under|via|than"
    r"|like|including|around|across|inside|near|through|within|alongside|during|'s) (?:the |one )?$"
)
BESIDE = lazy(r"\bas well as (?:the )?$")
OBJECT = lazy(  # "back Vesta, impose costs on Ruria": what stands between a verb and a comma is no subject
    r"\b(?!(?:and|or|but|yet|so|that|while|as|when|whereas|because|if|since|which|where|said|says|though|although|than"
    r"|today|also|nor|until|once|after|before)\b)[a-z]+ (?:the )?$"
)
HELD = lazy(  # before the side that a name is of: "support for the government and people of Vesta, and hailed it"
    r"\b(?:of|with|to|for|by|between|among|against|towards?|about|at|into|over|via|than|like|including)"
    r" (?:the )?(?:\w+ and (?:the )?)?$"
)


def hangs(before: str, who: str, *, parted: bool) -> bool:
    """Whether names hang on what stands before them: on a preposition, or on others named before by "as well as".

    `parted`: a comma alone stands between them and their verb.
    """
    if parted and not who.startswith(LETTERS["pronoun"]) and OBJECT.search(before) and not OF_SIDE.search(before):
        return True
    if BESIDE.search(before):
        return not who.startswith(LETTERS["pronoun"])
    side = OF_SIDE.search(before)
    return AFTER_PREPOSITION.search(before) is not None and not (side and not HELD.search(before, 0, side.start()))
