"""The words of a claim in its sentence → which of the parties it is about, and null where they do not say."""

from __future__ import annotations

from collections.abc import Iterator

from communique.codebook.judgement import Claim
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures
from communique.records import AssessmentFact, VisitFact

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
LEAD = r"[\s,;:.\"“(–—-]*+(?:(?:and|but|yet|still|so|while|that|because|though|although|even) )*"
VISIT = lazy(
    rf"{LEAD}(?:the|this|that|his|her) (?:[\w-]+ ){{0,2}}?(?:visit|trip|journey|tour|stay|stopover|pilgrimage)\b"
)
HOST = lazy(rf"{LEAD}(?:the|his|her|their) hosts?\b")
OF_THE_GUEST: tuple[Claim, ...] = ("motive", "pressure")  # why one travels: of nobody else, the guest
BOND = lazy(  # a clause with a subject of its own that is nobody's alone
    rf"{LEAD}(?:(?:the|this|that|their|our) )?(?:[\w-]+ ){{0,2}}?(?:relations?|relationship|ties|partnership|alliance"
    r"|friendship|cooperation|bonds?)\b"
)
ACTS = ("country", "city", "person")  # whose motive it is, be they no party of the visit
POSSESSED = lazy(r"['’]s?\b")  # "Israel's war has left Cairo short"
OF_THE_OTHER: tuple[Claim, ...] = ("significance", "change", "outlook")
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
    stop = verb.start() if verb else end
    bonds = [hit.span() for hit in BETWEEN.finditer(text, start, end)]
    every = [
        (at, code) for at, code in _named(page, sentence, start, end)
        if not any(first <= at < last for first, last in bonds)
    ]  # fmt: skip
    named = [pair for pair in every if main is None or pair[1] in (main.guest_country, main.host_country)]
    subject = _subject(text, named, stop)
    wants = _subject(text, every, stop) if claim == "motive" else None
    if wants and sentence.shadow.items[wants[0]].type in ACTS and not POSSESSED.match(text, wants[0] + 1):
        return wants[1]
    if subject:
        return subject[1]
    if main is None:
        return None
    told = _by_visit(page, sentence, start, end, main) or _subject_before(page, sentence, start, main)
    return told or (named[0][1] if named else main.guest_country if claim in OF_THE_GUEST else None)


def _by_visit(page: Page, sentence: Sentence, start: int, end: int, main: VisitFact) -> str | None:
    """Whom a clause is about that begins with the hosts, with the visit, or with the one who is told before it."""
    text = sentence.shadow.text
    if HOST.match(text, start, end):
        return main.host_country
    if VISIT.match(text, start, end):
        return main.guest_country
    if GOES_ON.match(text, start, end):
        told = {code for _, code in _named(page, sentence, 0, start)} & {main.guest_country, main.host_country}
        return told.pop() if len(told) == 1 else None
    return None


def _subject_before(page: Page, sentence: Sentence, start: int, main: VisitFact) -> str | None:
    """The party that is the subject of the sentence before a clause without one."""
    text = sentence.shadow.text
    if BOND.match(text, start):
        return None
    verb = VERB.search(text, 0, start)
    sides = (main.guest_country, main.host_country)
    earlier = [pair for pair in _named(page, sentence, 0, start) if pair[1] in sides]
    subject = _subject(text, earlier, verb.start() if verb else start)
    return subject[1] if subject else None


def _subject(text: str, named: list[tuple[int, str]], verb: int) -> tuple[int, str] | None:
    """The first of those named before a verb that stands behind no preposition."""
    return next((pair for pair in named if pair[0] < verb and not BEHIND_PREPOSITION.search(text, 0, pair[0])), None)


def settled(page: Page, sentence: Sentence, fact: AssessmentFact, main: VisitFact | None) -> str | None:
    """Whom a claim is about once its holder is known.

    A side weighs the other in most of its words, and not itself. What an author says where nobody is named is about
    the guest if the sentence before begins with him.
    """
    if main is None or fact.about not in (None, fact.holder):
        return fact.about
    sides = (main.guest_country, main.host_country)
    if fact.holder in sides:
        other = next((side for side in sides if side != fact.holder), None)
        return (other if fact.claim in OF_THE_OTHER else None) or fact.about
    if fact.holder != "author" or sentence.index <= page.index_at(page.text.body_start):
        return fact.about
    before = page.sentence(sentence.index - 1)
    first = next((code for _, code in _named(page, before, 0, len(before.shadow.text))), None)
    here = {code for _, code in _named(page, sentence, 0, len(sentence.shadow.text))}
    return main.guest_country if first == main.guest_country and not here else None


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
