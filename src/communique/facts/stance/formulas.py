"""A verb behind its object, or a statement that nobody is said to make → whose position it is, and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.codebook import LETTERS
from communique.codebook.stance import StanceBook
from communique.facts.speech.clauses import Circle, Clause
from communique.facts.speech.voices import TELLS
from communique.facts.stance.asked import behind_last
from communique.grammar import lazy

HELPED = lazy(r"\b(?:help(?:s|ed|ing)?|let|letting)(?: the| all)? $")
ABLE = lazy(r"\b(?:ability|capacity|attempts?|power)(?: of (?:[^ ,;]+ ){1,3}| )to (?:[\w'-]+ ){1,4}(?:and|or) $")
FINITE = lazy(r"\w+(?:ed|s)\b")
THING = lazy(
    r"(?P<thing>[\w-]+|[\ue000-\uf8ff]) (?:that|which|who)(?: (?:will|would|can|could|shall|also|further|\w+ly))* $"
)
WHOSE = lazy(r"\b(?:which|that|whom) (?:the )?(?:(?:people|government|governments|leaders|nation) of (?:the )?)?$")
PRESENT = lazy(r"(?!is$|was$|has$)\w+s$")
PAST = lazy(r"\w+ed$")
WHICH = lazy(
    r"(?P<comma>,)? (?:which|that|whom)(?: it is that)? (?:the )?$"
    r"|(?:,| [—–-]) (?:an? |the )?(?:\w+ )?(?:step|move|idea|plan|demand|project|claim|charge|view|position|policy"
    r"|measure|proposal|prospect|goal|solution|deal|bid|option|decision|formula|label|something) (?:the )?$"
)
SHUT = lazy(  # what may follow a verb whose object stands before it
    r"(?P<how>(?: (?:in (?:all|every|any|the)\b[^,;.]*|without [^,;.]*|\w+ly|alike|as one))*)"
    r"[ \"”’]*(?=[,;:.)!?]|$| and\b| but\b)"
)
PLAIN = lazy(  # these need a speaker
    r"(?:must|should|ought to)$|(?:is|was|are|were) (?:up) to$|one|(?:would|will) |(?:is|are) (?:an? )?part of$"
    r"|.*(?:important|critical|priority|necessary|necessity|vital|crucial)$|deserve"
)
OURS = lazy(rf"{LETTERS['pronoun']} (?:\w+ )?$")
RELATIVE = lazy(r"(?P<thing>[\w-]+|[\ue000-\uf8ff]),? (?:that|which|who)(?: \w+ly)? $")
ENDS = lazy(r"[;:] ")
HOPED = lazy(r"\bhop(?:e|es|ed|ing) (?:that )?(?:[^.;:]{0,100}, )?(?:the )?$")


def unowned(text: str, hit: re.Match[str], clause: Clause | None, circle: Circle) -> Clause | None:
    """The clause of what a joint text states as it is, without a subject that holds it: all parties'."""
    if (
        not circle.joint
        or not (hit.lastgroup or "").startswith(("contents", "told"))
        or PLAIN.match(hit[0])
        or OURS.search(text[: hit.start()])
        or _is_of_a_thing(text, hit)
    ):
        return None
    begins = behind_last(ENDS, text, hit.start())
    if clause is not None:
        if text.startswith(("that", "which"), clause.verb + len(clause.word) + 1):
            return None  # somebody says so who cannot be told
        begins = max(begins, clause.start)
    return Clause(begins, begins, "stated", circle.parties)


def _is_of_a_thing(text: str, hit: re.Match[str]) -> bool:
    """Whether what is told stands in a relative clause: "an agenda that threatens it"."""
    named = RELATIVE.search(text, 0, hit.start()) if (hit.lastgroup or "").startswith("told") else None
    return named is not None and named["thing"] not in TELLS


def is_hoped(text: str, clause: Clause | None) -> bool:
    """Whether a clause is what another hopes of its subject: "hoped that Asta would stand by it" is not Asta's."""
    return clause is not None and HOPED.search(text, 0, clause.start) is not None


def helped(text: str, start: int, clause: Clause, book: StanceBook) -> bool:
    """Whether a verb is what others are helped to do, or what a thing does: "help Asta defend", "a pact that backs"."""
    if start == clause.verb:
        return HELPED.search(text, 0, clause.start) is not None
    named = THING.search(text, clause.verb, start)
    able = ABLE.search(text, clause.verb, start) is not None and FINITE.match(text, start) is None
    return able or (named is not None and named["thing"] not in book.verbs)


def antecedent(text: str, end: int, clause: Clause, acts: Sequence[Clause]) -> tuple[int, int] | None:
    """Where the object begins that stands before its verb, and where the verb ends: "a wall, which both oppose".

    None where the object follows.
    """
    which = WHICH.search(text, 0, clause.start)
    shut = SHUT.match(text, end) if which is not None else None
    if which is None or shut is None:
        return None
    before = [c.verb + len(c.word) + 1 for c in acts if c.verb < which.start()]
    begins = max([behind_last(ENDS, text, which.start()), *before])
    return (begins, shut.end("how")) if which.start() - begins > 2 else None


def beyond_relative(text: str, hit: re.Match[str], clause: Clause | None, acts: Sequence[Clause]) -> Clause | None:
    """The main clause where a verb goes on with it behind a relative one: "backs what Ruria did and hails"."""
    if clause is None or hit.start() == clause.verb or not text.endswith("and ", 0, hit.start()):
        return clause
    at = next(index for index, one in enumerate(acts) if one is clause)
    main = acts[at - 1] if at else None
    if main is None or not main.holders or WHOSE.search(text, main.verb, clause.start) is None:
        return clause
    word = hit[0].split(" ", maxsplit=1)[0]
    like = next((form for form in (PRESENT, PAST) if form.match(word)), None)
    return main if like and like.match(main.word) and not like.match(clause.word) else clause


def teller(
    text: str, hit: re.Match[str], clause: Clause | None, acts: Sequence[Clause], book: StanceBook
) -> Clause | None:
    """Who says a content: "said that Ruria backs it and that it must end" says both."""
    says = [c for c in acts if c.verb <= hit.start() and (c.word in TELLS or c.word in book.views) and c.holders]
    if clause is None or not says or clause is says[-1]:
        return clause
    same = clause.holders == says[-1].holders or text.find(" that ", clause.verb, hit.start()) >= 0
    return says[-1] if same else clause
