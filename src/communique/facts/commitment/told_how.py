"""A clause in its sentence → how it is told: by what somebody says, agrees to, or has put on paper."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.facts.commitment.subjects import Clause
from communique.facts.commitment.unowned import Running
from communique.grammar import lazy
from communique.mentions import Sentence

SAID = lazy(
    r"\b(?:said|says|announced|added|reported|confirmed|promised|pledged|vowed)(?: that)? $"
    r"|\b(?:noted|stated|stressed|declared|affirmed|reiterated|explained|indicated|emphasi[sz]ed|repeated|insisted)"
    r" that $|\b(?:assured|conveyed|conveying|told|informed|said|announced|confirmed|promised|pledged|vowed|added"
    r"|adding|saying|stating|stressing|confirming|reassured|clear|plain|known|no doubt|word|assurances?)"
    r" (?:[^.;]{0,90}\b)?that $|\b(?:as saying|under which)(?: that)? (?:the )?$"
)
SAID_AFTER = lazy(
    r", (?:[^,;]{1,60} )?(?:said|says|announced|added)(?: [^,;]{1,60})?\.?$"
    rf"|, [{LETTERS['pronoun']}{LETTERS['person']}] (?:said|says|announced|added|told [^,;.]{{1,40}}|wrote),"
)
SAID_ASIDE = lazy(
    r", (?:[^,;]{1,60} )?(?:said|says|added|announced|promised|told [^,;]{1,40}|explained|confirmed|went on|continued),"
)
AGREED = lazy(
    r"\b(?:agreed|decided|(?:agreement|understanding|consensus) (?:was|has been|had been) reached"
    r"|it (?:was|has been) (?:also |further |then )?(?:resolved|settled|arranged|established|fixed))(?: that)? $"
    r"|\bit (?:was|has been) (?:also |further |then )?(?:agreed|decided|resolved|settled|arranged) that [^.;]*"
    r",? and that (?:the )?$"
)
UNDER_PAPER = lazy(  # "Under the accord, Vesta must"
    r"(?:^|[;.] |\bthat )(?:under|as part of|in line with) (?:the|this|that|its|an?) (?:[\w-]+ ){0,4}?"
    r"(?:accord|agreement|deal|pact|treaty|memorandum|protocol|plan|programme|arrangement"
    r"|terms)\b[^,;.]{0,60}, (?:the )?$"
)
NONE: frozenset[str] = frozenset()
SAYS = frozenset(("says",))


def under(over: Clause | None, codes: tuple[str, ...]) -> frozenset[str]:
    """How a clause is told by the one over it; "own" where somebody speaks of his own side."""
    if over is None:
        return NONE
    if over.kind != "says":
        return frozenset(("says", "agrees"))
    return frozenset(("says", "own")) if over.codes == codes and len(codes) == 1 else SAYS


def goes_on_telling(sentence: Sentence, clause: Clause, running: Running, codes: tuple[str, ...]) -> bool:
    """Whether a "would" goes on with what the sentence before said of the same side: "It would also build"."""
    near = sentence.index - running.index == 1 and running.codes == codes
    return near and running.act.head.id == "would" and sentence.shadow.text.startswith("would", clause.at)


def told_how(text: str, clause: Clause) -> frozenset[str]:
    """How a clause is told by somebody who is no party: "the ministry said the two sides would", "…, it was agreed"."""
    if AGREED.search(text, 0, clause.start) or UNDER_PAPER.search(text, 0, clause.start):
        return frozenset(("says", "agrees"))
    said = SAID.search(text, 0, clause.start) or SAID_AFTER.search(text, clause.at)
    aside = SAID_ASIDE.search(text, clause.start, clause.at)  # "Vesta, he added, would"
    return SAYS if said or aside else NONE
