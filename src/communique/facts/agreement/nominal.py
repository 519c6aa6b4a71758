"""Turns a noun of signing before a document, or what the document came out of, into what became of it."""

from __future__ import annotations

import re

from communique.facts.agreement.papers import Paper
from communique.grammar import lazy

SIGNING = lazy(
    r"\b(?:the|witness\w*|attend\w*|by|and|including|included?s?|saw|oversaw|watched|over|ceremon(?:y|ies) (?:of|for)"
    r"|(?:with|saw|and|as) (?:the |both |their |his |her )?(?:[\w-]+ ){0,3}(?:sides|leaders|countries|presidents"
    r"|ministers|parties|companies|firms|officials|governments|delegations|nations|states)) $"
)
OPENS = lazy(r"(?:^|[.;:,–—-] ?)[\W\d]*(?:(?:with )?the )?$")  # nothing but the noun itself begins the clause
CROWNED = lazy(  # what is said behind a document of its signing, which is the subject
    r"[^.;:]{0,110}?\b(?:(?:was|were|is|are|has been|have been) (?:\w+ly |also |both |then )?(?:noted|welcomed|hailed"
    r"|praised|greeted|marked|celebrated|applauded|witnessed|recorded|seen|announced|completed|underlined)"
    r"|crowned|capped|marked|topped(?: off)?|rounded off|took place|followed)\b"
)
LETTER = lazy(r"(?:letters? of intent|terms of reference|memorandum of (?:understanding|cooperation)) (?:on|for) ")
NOTES = lazy(r"exchanges? of (?:diplomatic )?(?:notes|letters)\b")
AT_IT = lazy(
    r"\b(?:ceremon(?:y|ies) (?:of|for)|witness\w*|attend\w*|saw|oversaw|welcom\w*|not(?:ed|ing)|hail\w*"
    r"|followed by|crowned by|after|through|by|with) (?:the |an? )*$"
)
TOOK_PLACE = lazy(r"[^.;:,]{0,90}? (?:took place|was held|was completed|followed)\b")
CAME = lazy(  # what a document came out of, right before it
    r"\b(?:out of|from) (?:it|(?:the|his|her|their) (?:[\w-]+ )?(?:visit|talks|meeting|summit|day|trip))(?: \w+)?"
    r" (?:came|emerged|sprang|arose) $"
    r"|\b(?:fruit|result|outcome|upshot|yield|harvest|product)s? of (?:the|his|her|their) (?:[\w-]+ )?(?:visit|talks"
    r"|meeting|summit|trip|day|stay)\w* (?:is|are|was|were)(?: also)? $"
)
SOME = lazy(r"(?:an?|\d+|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|dozens of) ")
IN_ONE = lazy(r"(?:\bin|\bunder|\bthrough|\bvia) $")  # "sold it 26 jets in a contract worth 7 billion"
WORTH = lazy(r"an? [^,;.]{0,40}?\b(?:contract|deal|order)\b(?: reportedly)? (?:worth|valued|estimated|signed)\b")
DOUBTED = lazy(r"\b(?:would|could|may|might|will|plan\w*|hop\w+|talks?|want\w*|to|if|not|propos\w+)\b")


def stands(low: str, paper: Paper, before: str) -> bool:
    """Whether a noun of signing, with these words before it, is one that happened."""
    if before.endswith(", ") and SOME.match(low, paper.start) and not DOUBTED.search(before):
        return True  # "was in Hanoi on a visit, signing 45 documents"
    return SIGNING.search(before) is not None or crowned(low, paper, before)


def crowned(low: str, paper: Paper, before: str) -> bool:
    """Whether a signing is the subject of what is said of it: "Signature of a pact crowned the visit"."""
    return OPENS.search(before) is not None and CROWNED.match(low, paper.end) is not None


def came_about(low: str, start: int, paper: Paper) -> re.Match[str] | None:
    """The words that say, without a verb of signing, that a document came about; None where none do."""
    before = low[start : paper.start]
    if NOTES.match(low, paper.noun) and not DOUBTED.search(before):
        return AT_IT.search(before) or TOOK_PLACE.match(low, paper.end)
    if low.startswith(("a ", "an "), paper.start):
        bought = IN_ONE.search(before) if WORTH.match(low, paper.start, paper.end + 12) else None
        return CAME.search(before) or (bought if not DOUBTED.search(before) else None)
    return CAME.search(before)
