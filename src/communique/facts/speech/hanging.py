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
    r"|like|regarding|concerning|including|around|across|inside|near|through|within|alongside|during|'s)"
    r" (?:the |one )?$"
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
PLACE = f"[{LETTERS['country']}{LETTERS['city']}{LETTERS['body']}]"
AND_PERSON = lazy(  # "the war in Vesta and Penn and the President said": one subject
    rf"(?:the )?{PLACE}(?:(?:, | and |, and )(?:the )?{PLACE}){{0,4}},? and (?P<who>(?:the )?{LETTERS['person']})"
)
AND_GROUP = lazy(rf".+ and (?P<who>{LETTERS['group']})")  # "met Moor and the two leaders pledged"


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


def subject_behind(names: str) -> int:
    """Where the subject begins among names that a preposition stands before: "On Vesta, the leaders said"; else 0."""
    apart = AND_PERSON.fullmatch(names) or AND_GROUP.fullmatch(names)
    return apart.start("who") if apart else names.find(", ") + 1
