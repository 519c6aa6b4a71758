"""The words before a document → what they say beside its verb: renewed, or planned, as it is talked of or offered."""

from __future__ import annotations

from communique.codebook.agreement import AgreementBook
from communique.facts.agreement.behind import DOUBTED
from communique.facts.agreement.papers import Found, Paper
from communique.grammar import lazy

TALKED = lazy(
    r"^(?: (?:an?|the|new))*[ ,]*(?:[\w-]+ ){0,4}$"
    r"|^ (?:an?|the) (?:(?!(?:to|that|which|with|for|is|was|will|after|before|by)\b)[\w()&'’-]+ ){0,8}$"
)
OFFERED = lazy(r"(?:tabled|put forward|submitted|left|offer|propos)")
OFFER = lazy(r"an? [^.;,]*\b(?:on|of|under which|that would|with|for)\b")
WEIGHED = lazy(r"(?:discuss|explor|examin|weigh|mull)\w*$")
ABOUT = lazy(r" (?:on|for|between|of (?:19|20))\b")
ASKED = lazy(r"(?:support|back|favou?r|call|press|push|hop|help)\w*\b")
BARE = lazy(r"(?:an?|the|this|that) \w+")
DRAFT = lazy(r"\bdraft ")
UNMADE = lazy(r"\b(?:be|not|never|was|were|is|are|been|to|of|the|their|its|an?) $")
RENEWED = lazy(r"\b(?:renewed|prolonged|rolled over)(?: the| its| their| an?)? ?$")
TO_RENEW = lazy(
    r"\b(?:agree\w*|decid\w+|will|shall|plan\w*|intend\w*|want\w*|hop(?:e|es|ed|ing)|wish\w*|need\w*|read(?:y|iness)"
    r"|due|set|resolved|seek\w*|willing\w*)\b[^.;]{0,40}?\b(?:renew|extend|prolong|renewing|extending)"
    r"(?: the| its| their| an?)? ?$"
)
AS_IF = lazy(r"\b(?:paris|draft|ceasefire|cease-fire|truce|peace|hostage|ransom)\b[^,;]{0,20}$")
TO_WITNESS = lazy(  # who is yet to be there when documents are signed
    r"\blook\w* forward to (?:the )?(?:\w+ )?$"
    r"|\b(?:will|would|are|is) (?:also |then |jointly |both )?be $"
    r"|\b(?:will|would|to|before (?:they|he|she|the two \w+)(?: both)?) (?:\w+ly |also |both |then |later )?(?:witness"
    r"|attend|oversee|observe|preside over|see|include|culminate in|(?:end|conclude|close) with|result in) (?:the )*$"
    r"|\b(?:will|would|shall|(?:is|are|due|set|expected|scheduled) to) (?:(?!\b(?:was|were|has|had|have)\b)[^.;]){3,90}"
    r" and (?:then |later |also )?(?:witness|attend|oversee|observe|preside over|see) (?:the )?$"
    r"|\b(?:scheduled|planned|expected|due|slated|agenda|programme|schedule)\b[^.;,]{0,40} (?:is|are) (?:the )?$"
    r"|\b(?:programme|program|agenda|schedule|itinerary)\b[^.;]{0,30} (?:includes?|features?|foresees?|envisages?)\b"
    r"[^.;]{0,60}$|\bahead of the $|\bwill (?:(?!\b(?:was|were|has|had|have)\b)[^.;]){3,90} (?:after|following) the $"
)
PUT_OFF = lazy(
    r" (?:was|were|has been|have been|had been) (?:put off|postponed|delayed|cancelled|canceled|shelved)\b"
    r"| (?:is|are) (?:\w+ )?(?:scheduled|planned|due|expected|slated|set) (?:for|to|on|at|during|after|before)\b"
    r"| (?:is|are|was|were) (?:also |likewise )?(?:on (?:the|his|her|their) "
    r"(?:agenda|programme|program|schedule|itinerary|cards)|foreseen|envisaged|planned|expected|scheduled"
    r"|part of the)\b"
    r"| (?:will|would|should) (?:also )?(?:take place|follow|be held|crown)\b"
)
LAWS = ("agreement", "treaty", "mou", "contract")


def renewed(low: str, start: int, paper: Paper) -> Found | None:
    """One of those that are renewed, or are to be; None for any other."""
    before = low[start : paper.start]
    if paper.code not in LAWS:
        return None
    plain = low.startswith(("a ", "an "), paper.start) or not ABOUT.search(low, paper.noun, paper.end)
    if plain and TO_RENEW.search(before):
        return "planned", paper.start, paper.end
    again = RENEWED.search(before)
    if again is None or UNMADE.search(before[: again.start()]):
        return None
    return "signed", start + again.start(), paper.end


def still_ahead(low: str, before: str, paper: Paper) -> bool:
    """Whether the signing of a document that stands before it is yet to come: by what is before and behind both."""
    return TO_WITNESS.search(before) is not None or PUT_OFF.match(low, paper.end) is not None


def talked_of(low: str, start: int, early: int, paper: Paper, book: AgreementBook) -> bool:
    """Whether a document is planned by the words before it, from `early` on: talks on it, a draft, an offer."""
    for talks in book.talks.finditer(low, early, paper.start):
        if TALKED.match(low[talks.end() : paper.start] + " ") and _may_come(low, paper, talks[0], talks.end()):
            return True
    draft = DRAFT.search(low, paper.start, paper.noun) is not None and paper.code in LAWS
    return draft and DOUBTED.search(low[start : paper.start]) is None


def _may_come(low: str, paper: Paper, said: str, end: int) -> bool:
    """Whether what is talked of can be a document of those who meet: an offer must say what it is about."""
    if ASKED.match(said) and BARE.fullmatch(low, paper.start, paper.end):
        return False
    if not OFFERED.match(said) and not WEIGHED.match(said):
        return True
    if paper.code not in LAWS or AS_IF.search(low[end : paper.noun]):
        return False
    new = low.startswith(("a ", "an "), paper.start)
    return new if WEIGHED.match(said) else OFFER.match(low[paper.start : paper.end + 12]) is not None
