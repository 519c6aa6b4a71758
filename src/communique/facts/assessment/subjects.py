"""The words of a claim in its sentence → which of the parties it is about, and null where they do not say."""

from __future__ import annotations

from collections.abc import Iterator

from communique.codebook.judgement import Claim
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures
from communique.records import VisitFact

VERB = lazy(  # a finite one: what stands before it is the subject of a clause
    r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|cannot|may|might|must|should|does|do|did|wants|needs"
    r"|seeks|hopes|gets|gives|takes|wins|loses|gains|plays|keeps|remains|stands|finds|pays|offers|uses|lets|costs|rests"
    r"|serves|shows|tries|sees|knows|depends|relies|looks|comes|makes|goes|brings|leaves|wishes|fears|likes|treats|puts"
    r"|reads|sells|buys|faces|hangs|lies|means|matters|marks|signals|underlines|reflects|suggests|sits|came|went|gave"
    r"|got|took|made|became|brought|won|lost|left|kept|held|let|saw|sought|thought|meant|drew|paid|cut|put|set|ran|fell"
    r"|sold|bought|\w{3,}ed)\b"
)
BEHIND_PREPOSITION = lazy(
    r"\b(?:of|with|to|for|by|on|in|from|between|among|against|towards?|about|at|into|over|under|via|than|like"
    r"|including|around|across|inside|near|through|within|alongside|after|before|since|during|despite|without|behind"
    r"|amid|beside|beyond|upon|as) (?:(?:the|an?|its|his|her|their) )?(?:[\w-]+ )?$"
)
LEAD = r"[\s,;:.\"“(–—-]*(?:(?:and|but|yet|still|so|while|that|because|though|although|even) )*"
VISIT = lazy(
    rf"{LEAD}(?:the|this|that|his|her) (?:[\w-]+ ){{0,2}}?(?:visit|trip|journey|tour|stay|stopover|pilgrimage)\b"
)
HOST = lazy(rf"{LEAD}(?:the|his|her|their) hosts?\b")
OF_THE_GUEST: tuple[Claim, ...] = ("motive", "pressure")  # why one travels: of nobody else, the guest
BETWEEN = lazy(r"\bbetween (?:the )?[^,;]{1,60}? and (?:the )?[\ue000-\uf8ff]")  # what both have is about neither
GOES_ON = lazy(rf"{LEAD}(?:it|its|which|who|whose)\b")


def about_whom(
    page: Page, sentence: Sentence, start: int, end: int, claim: Claim, main: VisitFact | None
) -> str | None:  # fmt: skip
    """The country of the main visit that the words at `[start, end)` of a sentence's shadow are about.

    The host, where they judge how somebody was received; else the one that is their subject, or whose visit is; else
    the first that they name. Of others, and where nobody is named, it is not told.
    """
    if claim == "level":
        return main.host_country if main else None
    text = sentence.shadow.text
    verb = VERB.search(text, start, end)
    bonds = [hit.span() for hit in BETWEEN.finditer(text, start, end)]
    named = [
        (at, code) for at, code in _named(page, sentence, start, end)
        if (main is None or code in (main.guest_country, main.host_country))
        and not any(first <= at < last for first, last in bonds)
    ]  # fmt: skip
    before = [at for at, _ in named if verb is None or at < verb.start()]
    subject = next((code for at, code in named if at in before and not BEHIND_PREPOSITION.search(text, 0, at)), None)
    if subject:
        return subject
    if main and HOST.match(text, start, end):
        return main.host_country
    if main and VISIT.match(text, start, end):
        return main.guest_country
    if main and GOES_ON.match(text, start, end):
        earlier = {code for _, code in _named(page, sentence, 0, start)} & {main.guest_country, main.host_country}
        if len(earlier) == 1:
            return earlier.pop()
    if main is None:
        return None
    return named[0][1] if named else main.guest_country if claim in OF_THE_GUEST else None


def _named(page: Page, sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The countries and bodies that stand in a span of a sentence's shadow, also by their persons, in order."""
    for at, item in sorted(sentence.shadow.items.items()):
        if start <= at < end:
            code = party_of(page, item)
            if code is None and item.type == "pronoun":
                code = next((figure.country for figure in figures(page, sentence, item) if figure.country), None)
            if item.type == "venue" and not BEHIND_PREPOSITION.search(sentence.shadow.text, 0, at):
                code = getattr(item.value, "country", None)  # "the Kremlin wants"
            if code is not None:
                yield at, code
