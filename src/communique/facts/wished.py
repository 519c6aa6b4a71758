"""A document that somebody wants, seeks or comes near → planned: one by what it is about, or by whose it is."""

from __future__ import annotations

from communique.facts.behind import DOUBTED
from communique.facts.papers import Found, Paper
from communique.facts.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page

WISHED = lazy(
    r"\b(?:wants?|wanted|wanting|seeks?|sought|seeking|(?:aim|press|push|hop|long|wait|look|ask|call|lobby|campaign|strive|striv)"
    r"(?:s|e|es|ed|ing)? for|aim(?:s|ed|ing)? at|(?:goal|target|aim|objective|prospects?|chances?|hopes?|possibility|idea) (?:of|for)"
    r"|favou?r(?:s|ed|ing)?|back(?:s|ed|ing)?|support(?:s|ed|ing)?(?: for)?|expedit(?:e|es|ed|ing)|accelerat(?:e|es|ed|ing)"
    r"|need(?:s|ed)?(?: for)?|ready for|read(?:y|iness) (?:for|to (?:conclude|sign|reach))|pursu(?:e|es|ed|ing)|pursuit of"
    r"|help (?:with|on|towards?)|progress (?:on|towards?|in|with)|work(?:s|ed|ing)? (?:on|towards?)|paths? to(?:wards?)?"
    r"|way (?:for|to)|step towards?|closer to|move towards?|propos(?:es?|ed|ing)|(?:fast-)?track(?:ing)?|advanc(?:e|es|ed|ing)"
    r"|unblock(?:ing)?|revive|reviving|resum(?:e|ing)|delay(?:s|ed)?(?: in| to)|opposed to|opposition to|oppos(?:es?|ed|ing))"
    r" (?:(?:(?:the|an?|its|their|his|her|our|early|swift|speedy|rapid|prompt|possible|future|new|conclusion|signing|completion"
    r"|finali[sz]ation|signature|of) )*)$"
)
GOAL = lazy(r" (?:remains?|is|are|was|stays?) (?:still )?(?:the|an?|their|our|its|his|one of) (?:[\w-]+ )?(?:goal|aim|target|priority|objective)\b")
TO_COME = lazy(  # "wants the trade deal concluded by May"
    r",? (?:concluded|signed|finali[sz]ed|done|finished|completed|closed|ratified|adopted|wrapped up|agreed)"
    r" (?:by|before|this|soon|as soon|within|in|next|quickly|swiftly|without)\b"
)
WANTED = lazy(r"\b(?:wants?|wanted|hop(?:es?|ed|ing)|seeks?|like|expects?|expected|sees?|get|have|push\w*) (?:[\w-]+ ){0,3}?(?:the |its |their |an? )?$")
ABOUT = lazy(
    r"\b(?:trade|investment|defen[cs]e|security|tax\w*|visas?|labou?r|migration|readmission|extradition|partnership|cooperation"
    r"|association|mobility|fisher\w+|nuclear|energy|gas|transit|transport|air|water|border|currency|swap|loan|legal|social|mutual"
    r"|friendship|double|minerals?|customs|military|free|economic|services|logistics|basing|access)\b"
)
NOT_THEIRS = lazy(r"\b(?:peace|ceasefire|cease-fire|truce|hostage|nuclear deal|paris|climate|grain|iran|gaza|prisoner|coalition|budget)\b")
WISHABLE = ("agreement", "treaty", "contract")
FAR = 60  # characters before a document in which it is said to be wanted


def wished_for(page: Page, index: int, paper: Paper) -> Found | None:
    """A document that is yet to come, as one of those who speak wants it; None where nobody does, or others do."""
    if paper.code not in WISHABLE:
        return None
    low, (start, end) = page.low, page.spans[index]
    name = low[paper.start : paper.end]
    before = low[max(start, paper.start - FAR) : paper.start]
    at = low[max(start, paper.start - FAR) : paper.noun]
    wanted = WISHED.search(before) or GOAL.match(low, paper.end, end)
    done = None if wanted else TO_COME.match(low, paper.end, end) or TO_COME.search(low, paper.noun, paper.end)
    if not (wanted or (done and WANTED.search(before))) or DOUBTED.search(at) or NOT_THEIRS.search(name):
        return None
    new = low.startswith(("a ", "an "), paper.start) or not name.startswith(("the ", "its ", "their ", "his "))
    about = ABOUT.search(name) is not None
    items = page.sentence(index).items
    whose = {c for i in items if paper.start <= i.start < paper.end and (c := party_of(page, i))}
    body = any(i.type == "body" and paper.start <= i.start < paper.end for i in items)
    if (new and about) or (about and (len(whose) >= 2 or body)):
        return "planned", paper.start, max(paper.end, done.end() if done else 0)
    return None
